import { and, desc, gte, isNotNull, sql } from "drizzle-orm";
import { evaluation, modelFailure, modelTier, workspaceLimit } from "../../db/schema/index.ts";
import type { Ctx } from "../context.ts";
import { firstIdAt } from "../ids.ts";
import { CARD_SECONDS } from "../routing/card-seconds.ts";
import { FORGOTTEN_MS } from "../routing/concurrency.ts";
import { MINUTE_MS } from "../routing/failures.ts";
import { type InferencePools, POOLS } from "../routing/pools.ts";
import { exposition, type MetricFamily } from "./exposition.ts";
import { type ModelReading, modelFamilies } from "./model-figures.ts";
import { queueDepth } from "./queue-depth.ts";

/** What the metrics look back on. */
const WINDOW_MS = 5 * MINUTE_MS;
/** As many evaluations as quantiles are taken over, the newest: three minutes of one H100 at its fullest. */
const MOST_TIMED = 5_000;

/** The model tier as the edge sees it, for Prometheus. Counts, times and states: nothing about anybody. */
export async function modelMetrics(ctx: Ctx): Promise<string> {
  const configured: MetricFamily = {
    name: "candor_edge_model_configured",
    help: "1 where a model is configured; without one the built-in rules answer.",
    type: "gauge",
    samples: [{ labels: {}, value: ctx.inference === null ? 0 : 1 }],
  };
  const families = ctx.inference === null ? [] : modelFamilies(await read(ctx, ctx.inference));
  return exposition([configured, ...families]);
}

async function read(ctx: Ctx, pools: InferencePools): Promise<ModelReading> {
  const now = ctx.now();
  const { pool, model } = evaluation;
  // Ids begin with their time, so the primary key serves the window and no further index has to be kept.
  const recent = and(gte(evaluation.id, firstIdAt("evaluation", now - WINDOW_MS)), isNotNull(pool));
  const total = (column: Parameters<typeof sql>[1]) => sql<number>`sum(${column})`;
  const [timed, totals, failures, tiers, limits] = await ctx.db.batch([
    ctx.db
      .select({
        pool: sql<string>`${pool}`.as("pool"),
        model: sql<string>`coalesce(${model}, '')`.as("model"),
        ttft_ms: evaluation.ttft_ms,
        queue_ms: evaluation.queue_ms,
        inter_token_ms: evaluation.inter_token_ms,
      })
      .from(evaluation)
      .where(recent)
      .orderBy(desc(evaluation.id))
      .limit(MOST_TIMED),
    ctx.db
      .select({
        pool: sql<string>`${pool}`.as("pool"),
        model: sql<string>`coalesce(${model}, '')`.as("model"),
        evaluations: sql<number>`count(*)`.as("evaluations"),
        prompt_tokens: total(evaluation.prompt_tokens).as("prompt_tokens"),
        cached_tokens: total(evaluation.cached_tokens).as("cached_tokens"),
        completion_tokens: total(evaluation.completion_tokens).as("completion_tokens"),
      })
      .from(evaluation)
      .where(recent)
      .groupBy(pool, model),
    ctx.db
      .select({
        pool: modelFailure.pool,
        code: modelFailure.code,
        count: total(modelFailure.count).as("failures"),
      })
      .from(modelFailure)
      .where(gte(modelFailure.minute, Math.floor((now - WINDOW_MS) / MINUTE_MS) + 1))
      .groupBy(modelFailure.pool, modelFailure.code),
    ctx.db.select().from(modelTier),
    ctx.db
      .select({
        pool: workspaceLimit.pool,
        workspaces: sql<number>`count(*)`.as("workspaces"),
        least: sql<number>`min(${workspaceLimit.at_once})`.as("least"),
        mean: sql<number>`avg(${workspaceLimit.at_once})`.as("mean"),
        most: sql<number>`max(${workspaceLimit.at_once})`.as("most"),
      })
      .from(workspaceLimit)
      .where(gte(workspaceLimit.updated_at, now - FORGOTTEN_MS))
      .groupBy(workspaceLimit.pool),
  ]);
  const depth = await queueDepth(ctx);
  const stateOf = new Map(tiers.map(({ id, state }) => [id, state]));
  const { INFERENCE_CARD: card, INFERENCE_CARD_USD_PER_HOUR: usdPerHour } = ctx.config;
  return {
    ...{ timed, totals, failures, limits },
    breakers: POOLS.flatMap((name) => {
      const server = pools[name];
      return server === undefined ? [] : [{ pool: name, state: stateOf.get(server.tier) ?? "closed" }];
    }),
    depths: Object.entries(depth.pools).map(([name, { waiting, running }]) => ({
      pool: name,
      waiting,
      running,
    })),
    price: usdPerHour === undefined ? null : { card: CARD_SECONDS[card], usdPerHour },
  };
}
