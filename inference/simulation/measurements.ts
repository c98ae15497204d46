/**
 * What was measured on a card, as data. The service model has three figures a card and is checked against every
 * line here. Prompts of 2,500 tokens, of which 1,008 are the job's head and come from the prefix cache.
 */

/** One measured load. */
export interface Measurement {
  card: string;
  /** Tokens of each answer. */
  out: number;
  /** Requests in flight; of an open load by Little's law, rate × time. */
  concurrency: number;
  /** Finished requests a second. */
  perSecond: number;
  what: string;
}

/** One H100 80GB (SXM, 3.35 TB/s), vLLM 0.26.0, Qwen3-4B's architecture with dummy weights. */
export const MEASURED_ON = "2026-11-23, H100 80GB, vLLM 0.26.0";

/** Prompt tokens that no earlier request of the same job has left in the cache. */
export const FRESH_TOKENS = 1_492;

export const MEASUREMENTS: readonly Measurement[] = [
  { card: "h100", out: 42, concurrency: 128, perSecond: 33, what: "the judge's line form, as a grammar" },
  { card: "h100", out: 130, concurrency: 128, perSecond: 22.8, what: "free text" },
  { card: "h100", out: 100, concurrency: 256, perSecond: 28.2, what: "free text" },
  { card: "h100", out: 300, concurrency: 256, perSecond: 15.2, what: "free text" },
  { card: "h100", out: 120, concurrency: 9.2, perSecond: 10, what: "arriving at random, 0.92 s each" },
  { card: "h100-fp8", out: 100, concurrency: 256, perSecond: 38.8, what: "free text" },
  { card: "h100-fp8", out: 300, concurrency: 256, perSecond: 21.1, what: "free text" },
  { card: "h100-8gb", out: 100, concurrency: 8, perSecond: 12.3, what: "free text, AWQ in 25,088 KV tokens" },
  { card: "h100-8gb", out: 300, concurrency: 8, perSecond: 4.7, what: "free text, AWQ in 25,088 KV tokens" },
];
