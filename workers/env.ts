import { z } from "zod";
import { MEASURED_CARDS } from "./routing/card-seconds.ts";

/** What the platform binds. Names are those of wrangler.toml. */
export interface Env {
  DB: D1Database;
  FILES: R2Bucket;
  PIPELINE: Queue;
  WEBHOOKS: Queue;
  ASSETS: Fetcher;
  PUBLIC_LIMIT?: RateLimit;
  API_LIMIT?: RateLimit;
  PUBLIC_URL: string;
  CAREERS_WORKSPACE?: string;
  /** 32 random bytes, base64: every other key is derived from it. A secret, never a var. */
  CANDOR_SECRET: string;
  INFERENCE_URL?: string;
  INFERENCE_MODEL?: string;
  INFERENCE_API_KEY?: string;
  INFERENCE_CONTEXT?: string;
  INFERENCE_INTERACTIVE_URL?: string;
  INFERENCE_INTERACTIVE_MODEL?: string;
  INFERENCE_INTERACTIVE_API_KEY?: string;
  INFERENCE_LONG_URL?: string;
  INFERENCE_LONG_MODEL?: string;
  INFERENCE_LONG_API_KEY?: string;
  INFERENCE_LONG_CONTEXT?: string;
  INFERENCE_EMBEDDINGS_URL?: string;
  INFERENCE_EMBEDDINGS_MODEL?: string;
  INFERENCE_EMBEDDINGS_API_KEY?: string;
  INFERENCE_TOKEN_GAP_MS?: string;
  INFERENCE_RETRY_AFTER_MS?: string;
  INFERENCE_TTFT_TARGET_MS?: string;
  INFERENCE_CARD?: string;
  INFERENCE_CARD_USD_PER_HOUR?: string;
  SWEEP_AFTER_MS?: string;
  /** What the GPU tier's scaler shows at /internal/. A secret, never a var. */
  INTERNAL_TOKEN?: string;
}

const emptyAsUndefined = (value: unknown) => (value === "" ? undefined : value);
const wholeNumber = (fallback: number) =>
  z.preprocess(emptyAsUndefined, z.coerce.number().int().positive().default(fallback));
const milliseconds = wholeNumber;
const optionalUrl = z.preprocess(emptyAsUndefined, z.url().optional());
const optionalText = z.preprocess(emptyAsUndefined, z.string().optional());

const variables = z.object({
  PUBLIC_URL: z.url().transform((url) => url.replace(/\/+$/, "")),
  CAREERS_WORKSPACE: z.preprocess(emptyAsUndefined, z.string().optional()),
  CANDOR_SECRET: z
    .base64()
    .refine((secret) => atob(secret).length >= 32, "CANDOR_SECRET needs at least 32 bytes, base64"),
  INFERENCE_URL: z.preprocess(emptyAsUndefined, z.url().optional()),
  INFERENCE_MODEL: z.preprocess(emptyAsUndefined, z.string().default("Qwen/Qwen3-4B-Instruct-2507")),
  INFERENCE_API_KEY: z.preprocess(emptyAsUndefined, z.string().optional()),
  /** Tokens that the server takes, prompt and answer together: the least that a preset of inference/presets has. */
  INFERENCE_CONTEXT: wholeNumber(16_384),
  /** A server of its own for what somebody waits for. */
  INFERENCE_INTERACTIVE_URL: optionalUrl,
  INFERENCE_INTERACTIVE_MODEL: optionalText,
  INFERENCE_INTERACTIVE_API_KEY: optionalText,
  /** One for what is longer than INFERENCE_CONTEXT. */
  INFERENCE_LONG_URL: optionalUrl,
  INFERENCE_LONG_MODEL: optionalText,
  INFERENCE_LONG_API_KEY: optionalText,
  INFERENCE_LONG_CONTEXT: wholeNumber(262_144),
  /** One for embeddings, which a server of another model answers. */
  INFERENCE_EMBEDDINGS_URL: optionalUrl,
  INFERENCE_EMBEDDINGS_MODEL: z.preprocess(emptyAsUndefined, z.string().default("Qwen/Qwen3-Embedding-0.6B")),
  INFERENCE_EMBEDDINGS_API_KEY: optionalText,
  /** Longest silence between two tokens before a stream counts as stalled. */
  INFERENCE_TOKEN_GAP_MS: milliseconds(15_000),
  /** How long a provisional answer stands before the model is asked again. */
  INFERENCE_RETRY_AFTER_MS: milliseconds(60_000),
  /** What a workspace's limit steers by: the 95th percentile of the time to the first token stays below it. */
  INFERENCE_TTFT_TARGET_MS: milliseconds(2_000),
  /** Card and price an hour that the estimated cost of an evaluation is reckoned with; no price, no estimate. */
  INFERENCE_CARD: z.preprocess(emptyAsUndefined, z.enum(MEASURED_CARDS).default("h100")),
  INFERENCE_CARD_USD_PER_HOUR: z.preprocess(emptyAsUndefined, z.coerce.number().positive().optional()),
  /** How long an application may lie unclaimed before the sweep hands it out again. */
  SWEEP_AFTER_MS: milliseconds(60_000),
  INTERNAL_TOKEN: z.preprocess(emptyAsUndefined, z.string().min(24).optional()),
});
const ownServers = [
  "INFERENCE_INTERACTIVE_URL",
  "INFERENCE_LONG_URL",
  "INFERENCE_EMBEDDINGS_URL",
] as const satisfies readonly (keyof z.infer<typeof variables>)[];
const configSchema = variables.refine(
  (config) => config.INFERENCE_URL !== undefined || ownServers.every((name) => config[name] === undefined),
  { path: ["INFERENCE_URL"], error: "is needed where another pool has a server" },
);
export type Config = z.infer<typeof configSchema>;

/** An isolate's variables do not change, so they are checked once. */
const checked = new WeakMap<Env, Config>();

/**
 * Checks the variables at a door.
 * @throws Error naming each variable that is missing or malformed; values are never in the message.
 */
export function parseConfig(env: Env): Config {
  const known = checked.get(env);
  if (known !== undefined) return known;
  const parsed = configSchema.safeParse(env);
  if (parsed.success) {
    checked.set(env, parsed.data);
    return parsed.data;
  }
  const faults = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  throw new Error(`configuration: ${faults.join("; ")}`);
}
