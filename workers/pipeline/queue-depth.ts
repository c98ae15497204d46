import { and, inArray, isNotNull, sql } from "drizzle-orm";
import { application } from "../../db/schema/index.ts";
import type { Ctx } from "../context.ts";

/** What the model tier has before it, over all workspaces. Counts and an age: nothing about anybody. */
export interface QueueDepth {
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
 * How much work there is for the model tier. It is counted from rows, not from a queue's own figure, so it survives a
 * tier with no replica, a lost message and a restart. Without a model configured nothing waits for one.
 */
export async function queueDepth(ctx: Ctx): Promise<QueueDepth> {
  if (ctx.inference === null) return { waiting: 0, running: 0, wanted: 0, oldest_s: 0 };
  const now = ctx.now();
  const held = sql`${application.lease_until} > ${now}`;
  const columns = {
    running: sql<number>`coalesce(sum(${application.state} IN ('evaluating', 'evaluated') AND ${held}), 0)`,
    all: sql<number>`count(*)`,
    oldest: sql<number | null>`min(${application.created_at})`,
  };
  const counted = await ctx.db.batch([
    ctx.db
      .select(columns)
      .from(application)
      .where(inArray(application.state, ["received", "reading", "evaluating"])),
    ctx.db
      .select(columns)
      .from(application)
      .where(and(isNotNull(application.retry_at), sql`${application.state} = 'evaluated'`)),
  ]);
  const rows = counted.flat();
  const wanted = rows.reduce((sum, { all }) => sum + all, 0);
  const running = rows.reduce((sum, row) => sum + row.running, 0);
  const oldest = Math.min(...rows.map((row) => row.oldest ?? now));
  return {
    waiting: wanted - running,
    running,
    wanted,
    oldest_s: Math.max(0, Math.floor((now - oldest) / 1000)),
  };
}
