import { sql } from "drizzle-orm";
import type { Statement } from "../../db/insert.ts";
import { modelFailure } from "../../db/schema/index.ts";
import type { Ctx } from "../context.ts";
import type { PoolServer } from "./pools.ts";
import { BreakerOpen } from "./tier.ts";
import type { InferenceError } from "./types.ts";

export const MINUTE_MS = 60_000;

/** Counts a failure of the model tier, by pool, code and minute; an open breaker's refusal is none of the tier's. */
export function failureStatements(
  ctx: Ctx,
  { pool }: Pick<PoolServer, "pool">,
  error: InferenceError,
): Statement[] {
  if (error instanceof BreakerOpen) return [];
  const row = { pool, code: error.code, minute: Math.floor(ctx.now() / MINUTE_MS), count: 1 };
  return [
    ctx.db
      .insert(modelFailure)
      .values(row)
      .onConflictDoUpdate({
        target: [modelFailure.pool, modelFailure.minute, modelFailure.code],
        set: { count: sql`${modelFailure.count} + 1` },
      }),
  ];
}
