import { and, eq, gt, inArray, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import { application, workspaceLimit } from "../../db/schema/index.ts";
import type { Ctx } from "../context.ts";
import { FIRST_AT_ONCE, limitNow } from "../routing/concurrency.ts";
import { type InferencePools, type Pool, PURPOSES } from "../routing/pools.ts";
import { atOnceNow, LIMIT_COLUMNS, type Room } from "../routing/workspace-limit.ts";
import { evaluateMessage } from "./messages.ts";
import { waitsFor } from "./waiting-pool.ts";

/** A message was sent for it so lately that another would only be turned away. */
const SENT_MS = 10_000;
/** What one finished evaluation hands on at most: a limit that has grown fills up over several. */
const MOST_HANDED_ON = 10;

/** Whom to hand on first: what somebody asked for, then one job after the other, for the prefix cache's sake. */
const IN_TURN = sql`priority IS NULL, priority, job_id, id`;

/** The pool that an application waits for; what none takes counts where it will be turned away. */
const poolOf = (pools: InferencePools, row: Parameters<typeof waitsFor>[1] = application) =>
  sql<Pool>`coalesce(${waitsFor(pools, row)}, ${PURPOSES.evaluate})`;

const held = alias(application, "held");

/** Evaluations of the same workspace and pool that somebody holds. */
function running(ctx: Ctx, pools: InferencePools): SQL<number> {
  const { workspace_id, lease_until, state } = held;
  return sql<number>`(SELECT count(*) FROM ${application} AS ${sql.identifier("held")} WHERE ${and(
    eq(workspace_id, application.workspace_id),
    // Said twice, since the index holds no other rows.
    sql`${lease_until} > 0`,
    gt(lease_until, ctx.now()),
    inArray(state, ["evaluating", "evaluated"]),
    sql`${poolOf(pools, held)} = ${poolOf(pools)}`,
  )})`;
}

const limitOf = (pools: InferencePools) =>
  and(eq(workspaceLimit.workspace_id, application.workspace_id), eq(workspaceLimit.pool, poolOf(pools)));

/** Whether an application's workspace has room for one more evaluation in its pool, as a condition on its row. */
export const hasRoom = (ctx: Ctx, pools: InferencePools): SQL =>
  sql`${running(ctx, pools)} < coalesce((SELECT ${atOnceNow(ctx.now())} FROM ${workspaceLimit} WHERE ${limitOf(pools)}), ${FIRST_AT_ONCE})`;

/** The same limit in the sweep's own query, where a workspace's rows are `mine`: that of its roomiest pool. */
export const mostAtOnce = (now: number): SQL =>
  sql`coalesce((SELECT max(${atOnceNow(now)}) FROM ${workspaceLimit} WHERE ${workspaceLimit.workspace_id} = mine.workspace_id), ${FIRST_AT_ONCE})`;

/**
 * The room of a claimed application's workspace, read in the claim's own batch; `behind` when others wait for it. Every
 * column has a name of its own: in a batch, D1 hands rows over by names.
 */
export const readRoom = (ctx: Ctx, pools: InferencePools, applicationId: string) =>
  ctx.db
    .select({
      pool: poolOf(pools).as("waits_for"),
      running: running(ctx, pools).as("running_now"),
      behind:
        sql<number>`EXISTS (${waiting(ctx, pools, ownOf(pools))}) OR EXISTS (${dueAgain(ctx, pools, ownOf(pools))})`.as(
          "behind",
        ),
      limit: LIMIT_COLUMNS,
    })
    .from(application)
    .leftJoin(workspaceLimit, limitOf(pools))
    .where(eq(application.id, applicationId));
const ownOf = (pools: InferencePools): Whose => ({
  workspaceId: sql`${application.workspace_id}`,
  pool: poolOf(pools),
});
type RoomRow = Awaited<ReturnType<typeof readRoom>>[number];

export interface ClaimedRoom extends Room {
  /** Others of the workspace wait, or may have been turned away meanwhile: whoever ends hands on. */
  handsOn: boolean;
}

export function claimedRoom(workspaceId: string, row: RoomRow, now: number): ClaimedRoom {
  const { pool, running: taken, behind, limit: stored } = row;
  const limit = limitNow(stored, now);
  const handsOn = Boolean(behind) || taken >= limit.at_once;
  return { workspaceId, pool, running: taken, stored, limit, handsOn };
}

/** Whose work is looked for: a workspace's, before one pool. */
interface Whose {
  workspaceId: string | SQL;
  pool: Pool | SQL;
}
const other = alias(application, "other");
const before = (pools: InferencePools, { workspaceId, pool }: Whose) =>
  sql`other.workspace_id = ${workspaceId} AND ${poolOf(pools, other)} = ${pool}`;

/**
 * Ids of a workspace's applications that wait for their first evaluation by the model and could begin. The index is
 * named, here and below: left alone, the planner reads every application that is in the state.
 */
const waiting = (ctx: Ctx, pools: InferencePools, whose: Whose) =>
  sql`SELECT id FROM ${application} AS other INDEXED BY application_waiting WHERE ${before(pools, whose)} AND state = 'evaluating' AND lease_until <= ${ctx.now()} AND queued_at <= ${ctx.now() - SENT_MS}`;

/** Those whose evaluation is to be replaced and whose time has come. */
const dueAgain = (ctx: Ctx, pools: InferencePools, whose: Whose) =>
  sql`SELECT id FROM ${application} AS other INDEXED BY application_again WHERE ${before(pools, whose)} AND retry_at IS NOT NULL AND retry_at <= ${ctx.now()} AND state = 'evaluated' AND lease_until <= ${ctx.now()}`;

/**
 * Gives the places that a finished evaluation leaves to what its workspace has waiting. What is handed on and turned
 * away, or whose message is lost, is found by the sweep.
 * @param answered whether the model answered: while it does not, nothing is asked again on its account
 * @returns how many were handed on
 */
export async function handOn(
  ctx: Ctx,
  pools: InferencePools,
  room: ClaimedRoom,
  answered: boolean,
): Promise<number> {
  if (!room.handsOn) return 0;
  const { workspaceId, running, limit } = room;
  const places = Math.min(MOST_HANDED_ON, Math.max(1, limit.at_once - running + 1));
  const first = await mark(ctx, { queued_at: ctx.now() }, waiting(ctx, pools, room), places);
  const later = { retry_at: ctx.now() + ctx.config.INFERENCE_RETRY_AFTER_MS };
  const again =
    answered && first.length < places
      ? await mark(ctx, later, dueAgain(ctx, pools, room), places - first.length)
      : [];
  const due = [...first, ...again];
  if (due.length > 0)
    await ctx.pipeline.sendBatch(due.map(({ id }) => ({ body: evaluateMessage(workspaceId, id) })));
  return due.length;
}

const mark = (ctx: Ctx, sent: { queued_at: number } | { retry_at: number }, which: SQL, atMost: number) =>
  ctx.db
    .update(application)
    .set(sent)
    .where(sql`${application.id} IN (${which} ORDER BY ${IN_TURN} LIMIT ${atMost})`)
    .returning({ id: application.id });
