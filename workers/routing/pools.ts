import type { Inference } from "./types.ts";

/** Servers of the model tier by what they are there for. Several may be one server. */
export const POOLS = ["interactive", "batch", "long", "embeddings"] as const;
export type Pool = (typeof POOLS)[number];

/** What is asked, and where that belongs as long as it is not too long: with whom somebody waits for, or not. */
export const PURPOSES = {
  evaluate: "batch",
  explain: "interactive",
  embed: "embeddings",
} as const satisfies Record<string, Pool>;
export type Purpose = keyof typeof PURPOSES;

/** A server as one pool sees it. */
export interface PoolServer {
  pool: Pool;
  /** The first pool of this server: names its row in `model_tier`, so that pools of one server share a breaker. */
  tier: Pool;
  /** Tokens that prompt and answer may have together. */
  context: number;
  inference: Inference;
}

/** The pools that are configured; `interactive` and `batch` always are. */
export type InferencePools = Readonly<Record<"interactive" | "batch", PoolServer>> &
  Readonly<Partial<Record<Pool, PoolServer>>>;

/** What each pool takes; a pool that is not there takes nothing. */
export type PoolContexts = Readonly<Partial<Record<Pool, { context: number }>>>;

/**
 * Where a question goes, by its purpose and its length alone: in whatever language it is written, it is the tokens
 * that a server has room for or not.
 * @param tokens of the prompt and the longest answer
 * @returns null when no pool takes it
 */
export function choosePool(pools: PoolContexts, purpose: Purpose, tokens: number): Pool | null {
  const own = PURPOSES[purpose];
  const fits = (pool: Pool) => pools[pool] !== undefined && tokens <= pools[pool].context;
  if (fits(own)) return own;
  return own !== "embeddings" && fits("long") ? "long" : null;
}

/** The server of the pool that {@link choosePool} names. */
export function serverFor(pools: InferencePools, purpose: Purpose, tokens: number): PoolServer | null {
  const pool = choosePool(pools, purpose, tokens);
  return pool === null ? null : (pools[pool] ?? null);
}

/** Tokens that the roomiest pool for a purpose takes: what to name to whoever has more. */
export const roomFor = (pools: PoolContexts, purpose: Purpose): number =>
  Math.max(pools[PURPOSES[purpose]]?.context ?? 0, purpose === "embed" ? 0 : (pools.long?.context ?? 0));
