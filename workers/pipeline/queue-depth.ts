import { and, inArray, isNotNull, type SQL, sql } from "drizzle-orm";
import { application } from "../../db/schema/index.ts";
import type { Ctx } from "../context.ts";
import type { InferencePools, Pool } from "../routing/pools.ts";
import { waitsFor } from "./waiting-pool.ts";

/** What a server of the model tier has before it, over all workspaces. Counts and an age: nothing about anybody. */
export interface Depth {
  /** Applications on their way to the model, or judged by rules until it is back; nobody works on them now. */
  waiting: number;
  /** Applications that somebody holds for evaluation right now. */
  running: number;
  /** Both: what a scaler from zero goes by, since it does not drop the moment work begins. */
  wanted: number;
  /** Seconds that the oldest of them has waited since it came in; 0 when there is none. */
  oldest_s: number;
}

/**
 * All of it, and by pool. A pool that has no server of its own has nothing before it. Explanations are asked for and
 * answered in one request and never queue, so `interactive` is no part of this; nothing asks for embeddings yet.
 */
export interface QueueDepth extends Depth {
  pools: Record<(typeof COUNTED)[number], Depth>;
}

const COUNTED = ["batch", "long", "embeddings"] as const satisfies readonly Pool[];
const EMPTY: Depth = { waiting: 0, running: 0, wanted: 0, oldest_s: 0 };

/**
 * How much work there is for the model tier. It is counted from rows, not from a queue's own figure, so it survives a
 * tier with no replica, a lost message and a restart. Without a model configured nothing waits for one.
 */
export async function queueDepth(ctx: Ctx): Promise<QueueDepth> {
  if (ctx.inference === null) return { ...EMPTY, pools: { batch: EMPTY, long: EMPTY, embeddings: EMPTY } };
  const rows = await countedRows(ctx, ctx.inference);
  const depthOf = (pool?: Pool) =>
    depth(
      rows.filter((row) => pool === undefined || row.pool === pool),
      ctx.now(),
    );
  return {
    ...depthOf(),
    pools: { batch: depthOf("batch"), long: depthOf("long"), embeddings: depthOf("embeddings") },
  };
}

interface Counted {
  /** Null for what no server takes, which only waits to be given to a person. */
  pool: string | null;
  running: number;
  all: number;
  oldest: number | null;
}

async function countedRows(ctx: Ctx, pools: InferencePools): Promise<Counted[]> {
  const held = sql`${application.lease_until} > ${ctx.now()}`;
  const columns = {
    pool: waitsFor(pools).as("waits_for"),
    running: sql<number>`coalesce(sum(${application.state} IN ('evaluating', 'evaluated') AND ${held}), 0)`,
    all: sql<number>`count(*)`,
    oldest: sql<number | null>`min(${application.created_at})`,
  };
  const counted = (where: SQL | undefined) =>
    ctx.db.select(columns).from(application).where(where).groupBy(sql`waits_for`);
  const found = await ctx.db.batch([
    counted(inArray(application.state, ["received", "reading", "evaluating"])),
    counted(and(isNotNull(application.retry_at), sql`${application.state} = 'evaluated'`)),
  ]);
  return found.flat();
}

function depth(rows: readonly Counted[], now: number): Depth {
  const wanted = rows.reduce((sum, { all }) => sum + all, 0);
  const running = rows.reduce((sum, row) => sum + row.running, 0);
  const oldest = Math.min(...rows.map((row) => row.oldest ?? now), now);
  return {
    waiting: wanted - running,
    running,
    wanted,
    oldest_s: Math.max(0, Math.floor((now - oldest) / 1000)),
  };
}
