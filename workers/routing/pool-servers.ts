import type { Config } from "../env.ts";
import { createInference, type InferenceOptions } from "./client.ts";
import type { InferenceLimits } from "./limits.ts";
import type { InferencePools, Pool, PoolServer } from "./pools.ts";

/** Tokens of an embedding server, as the preset `embedding-8gb` in inference/presets has them. */
const EMBEDDINGS_CONTEXT = 8_192;

/**
 * A long prompt is read for minutes where the card is small: the presets of 262,144 tokens give it four minutes
 * (`grace_period_s` less half a minute to end, inference/presets).
 */
const LONG_LIMITS = {
  firstTokenMs: 240_000,
  deadlineMs: 300_000,
} as const satisfies Partial<InferenceLimits>;

/** Where a server is, under which name it knows its model, and its key. */
interface Address {
  url: string;
  model: string;
  apiKey: string | null;
}

/**
 * The pools of a configuration; null when it names no model server.
 * @param fetch what carries the requests
 */
export function createPools(config: Config, fetch: InferenceOptions["fetch"]): InferencePools | null {
  const main = mainAddress(config);
  if (main === null) return null;
  const tierOf = new Map<string, Pool>();
  const server = (
    pool: Pool,
    { url, ...address }: Address,
    context: number,
    limits: Partial<InferenceLimits> = {},
  ): PoolServer => {
    const tier = tierOf.get(url) ?? pool;
    tierOf.set(url, tier);
    const tokenGapMs = config.INFERENCE_TOKEN_GAP_MS;
    const inference = createInference({ url, ...address, fetch, limits: { tokenGapMs, ...limits } });
    return { pool, tier, context, inference };
  };
  const interactive = ownAddress(config, main, "INTERACTIVE");
  const long = ownAddress(config, main, "LONG");
  const embeddings = ownAddress(config, main, "EMBEDDINGS");
  const { INFERENCE_CONTEXT, INFERENCE_LONG_CONTEXT } = config;
  return {
    batch: server("batch", main, INFERENCE_CONTEXT),
    interactive: server("interactive", interactive ?? main, INFERENCE_CONTEXT),
    ...(long && { long: server("long", long, INFERENCE_LONG_CONTEXT, LONG_LIMITS) }),
    ...(embeddings && { embeddings: server("embeddings", embeddings, EMBEDDINGS_CONTEXT) }),
  };
}

const mainAddress = ({ INFERENCE_URL, INFERENCE_MODEL, INFERENCE_API_KEY }: Config): Address | null =>
  INFERENCE_URL === undefined
    ? null
    : { url: INFERENCE_URL, model: INFERENCE_MODEL, apiKey: INFERENCE_API_KEY ?? null };

/** A pool's own server. The main server's key is told to the main server alone. */
function ownAddress(
  config: Config,
  main: Address,
  pool: "INTERACTIVE" | "LONG" | "EMBEDDINGS",
): Address | null {
  const url = config[`INFERENCE_${pool}_URL`];
  if (url === undefined) return null;
  const sameServer = url === main.url;
  return {
    url,
    model: config[`INFERENCE_${pool}_MODEL`] ?? main.model,
    apiKey: config[`INFERENCE_${pool}_API_KEY`] ?? (sameServer ? main.apiKey : null),
  };
}
