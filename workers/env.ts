import { z } from "zod";

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
  INFERENCE_TOKEN_GAP_MS?: string;
  INFERENCE_RETRY_AFTER_MS?: string;
  SWEEP_AFTER_MS?: string;
  /** What the GPU tier's scaler shows at /internal/. A secret, never a var. */
  INTERNAL_TOKEN?: string;
}

const emptyAsUndefined = (value: unknown) => (value === "" ? undefined : value);
const milliseconds = (fallback: number) =>
  z.preprocess(emptyAsUndefined, z.coerce.number().int().positive().default(fallback));

const configSchema = z.object({
  PUBLIC_URL: z.url().transform((url) => url.replace(/\/+$/, "")),
  CAREERS_WORKSPACE: z.preprocess(emptyAsUndefined, z.string().optional()),
  CANDOR_SECRET: z
    .base64()
    .refine((secret) => atob(secret).length >= 32, "CANDOR_SECRET needs at least 32 bytes, base64"),
  INFERENCE_URL: z.preprocess(emptyAsUndefined, z.url().optional()),
  INFERENCE_MODEL: z.preprocess(emptyAsUndefined, z.string().default("Qwen/Qwen3-4B-Instruct-2507")),
  INFERENCE_API_KEY: z.preprocess(emptyAsUndefined, z.string().optional()),
  /** Longest silence between two tokens before a stream counts as stalled. */
  INFERENCE_TOKEN_GAP_MS: milliseconds(15_000),
  /** How long a provisional answer stands before the model is asked again. */
  INFERENCE_RETRY_AFTER_MS: milliseconds(60_000),
  /** How long an application may lie unclaimed before the sweep hands it out again. */
  SWEEP_AFTER_MS: milliseconds(60_000),
  INTERNAL_TOKEN: z.preprocess(emptyAsUndefined, z.string().min(24).optional()),
});
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
