import { type AnyColumn, type SQL, sql } from "drizzle-orm";
import { application } from "../../db/schema/index.ts";
import { type InferencePools, type Pool, PURPOSES } from "../routing/pools.ts";

/**
 * Which pool an application's evaluation waits for, as an expression over its row: what `choosePool` says of its
 * tokens. One that has not been read counts where almost all of them go. Null for one that no pool takes.
 */
export function waitsFor(
  pools: InferencePools,
  row: { judge_tokens: AnyColumn } = application,
): SQL<Pool | null> {
  const tokens = sql`coalesce(${row.judge_tokens}, 0)`;
  const within = (pool: Pool) => sql`WHEN ${tokens} <= ${pools[pool]?.context ?? 0} THEN ${pool}`;
  return sql`CASE ${within(PURPOSES.evaluate)} ${within("long")} END`;
}

/** The servers that evaluations wait for, each with the pools that are its own. */
export function waitingTiers(pools: InferencePools): Map<Pool, Pool[]> {
  const tiers = new Map<Pool, Pool[]>();
  for (const pool of [PURPOSES.evaluate, "long"] as const) {
    const server = pools[pool];
    if (server !== undefined) tiers.set(server.tier, [...(tiers.get(server.tier) ?? []), pool]);
  }
  return tiers;
}
