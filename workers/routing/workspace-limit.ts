import { and, eq, getTableColumns, sql } from "drizzle-orm";
import type { Statement } from "../../db/insert.ts";
import { workspaceLimit } from "../../db/schema/index.ts";
import type { Ctx } from "../context.ts";
import { afterWindow, FIRST_AT_ONCE, FORGOTTEN_MS, type Limit } from "./concurrency.ts";
import type { Pool } from "./pools.ts";

/** What a workspace has running in a pool, and what it may have. */
export interface Room {
  workspaceId: string;
  pool: Pool;
  /** Evaluations that somebody holds, the claimer's own among them. */
  running: number;
  /** As it is stored; null for a workspace that has none yet. */
  stored: Limit | null;
  /** As it stood at the claim. */
  limit: Limit;
}

/** What an answer of the pool tells of its limit. */
export interface LimitSample {
  /** When the question was asked, milliseconds since 1970. */
  askedAt: number;
  /** Its first token came late, or none came. */
  late: boolean;
}

/** `at_once` of a row as `limitNow` reads it: the condition and the verb that checks it say the same. */
export const atOnceNow = (now: number) =>
  sql<number>`iif(${workspaceLimit.updated_at} < ${now - FORGOTTEN_MS}, min(${workspaceLimit.at_once}, ${FIRST_AT_ONCE}), ${workspaceLimit.at_once})`;

/** The columns of a row that make its `Limit`. */
const { workspace_id: _, pool: __, ...columns } = getTableColumns(workspaceLimit);
export const LIMIT_COLUMNS = columns;

/**
 * The one write that an evaluation costs its workspace's limit. Answers are counted by the database, so none is lost
 * among workers; a window that was seen to be over is closed by the first that comes, under the window it saw.
 */
export function limitStatement(ctx: Ctx, room: Room, sample: LimitSample): Statement {
  const { workspaceId: workspace_id, pool, stored, limit } = room;
  const now = ctx.now();
  const target = [workspaceLimit.workspace_id, workspaceLimit.pool];
  const forgotten = stored !== null && limit !== stored;
  const next = forgotten ? limit : afterWindow(limit, room.running, now);
  if (next !== null && stored !== null) {
    return ctx.db
      .update(workspaceLimit)
      .set(next)
      .where(
        and(
          eq(workspaceLimit.workspace_id, workspace_id),
          eq(workspaceLimit.pool, pool),
          eq(workspaceLimit.window_at, stored.window_at),
        ),
      );
  }
  const late = sample.late ? 1 : 0;
  return ctx.db
    .insert(workspaceLimit)
    .values({ workspace_id, pool, ...limit, samples: 1, late, updated_at: now })
    .onConflictDoUpdate({
      target,
      set: {
        samples: sql`${workspaceLimit.samples} + 1`,
        late: sql`${workspaceLimit.late} + ${late}`,
        updated_at: now,
      },
      setWhere: sql`${workspaceLimit.window_at} <= ${sample.askedAt}`,
    });
}
