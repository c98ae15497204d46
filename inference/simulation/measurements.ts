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
  /** Finished résumés a second. */
  perSecond: number;
  /** Answers held to a grammar, as the judge's are; free text elsewhere. */
  grammar?: true;
  /** Support checks after each answer. */
  checks?: number;
  what: string;
}

/** One H100 80GB (SXM, 3.35 TB/s), vLLM 0.26.0, Qwen3-4B's architecture with dummy weights. */
export const MEASURED_ON = "2026-11-23, H100 80GB, vLLM 0.26.0";

/** Prompt tokens that no earlier request of the same job has left in the cache. */
export const FRESH_TOKENS = 1_492;

/**
 * Fresh prompt tokens of one support check: a résumé with 5.93 of them had 1,846.5 fresh tokens, of which the judge's
 * were 1,490.6.
 */
export const CHECK_TOKENS = 60;

/**
 * What a grammar adds to each decoding step, since its token masks are made between steps. 256 at once with 49 tokens
 * out: 34.74 résumés/s against 35.30 of free text are 2.4 ms a step (bf16), 47.03 against 48.37 are 3.1 ms (FP8).
 */
export const GRAMMAR_STEP_SECONDS = 0.0024;

const judgedAndChecked = (card: string, perSecond: number, checks: number): Measurement => ({
  card,
  out: 49,
  concurrency: 256,
  perSecond,
  grammar: true,
  checks,
  what: "the judge and its support checks",
});

/** The rows with a grammar and 49 tokens are those of bench/gpu/recorded; the others were taken before, by hand. */
export const MEASUREMENTS: readonly Measurement[] = [
  { card: "h100", out: 42, concurrency: 128, perSecond: 33, grammar: true, what: "the judge, by hand" },
  { card: "h100", out: 49, concurrency: 64, perSecond: 29.27, grammar: true, what: "the judge" },
  { card: "h100", out: 49, concurrency: 256, perSecond: 34.35, grammar: true, what: "the judge" },
  judgedAndChecked("h100", 28.23, 5.93),
  { card: "h100", out: 49, concurrency: 256, perSecond: 35.3, what: "free text" },
  { card: "h100", out: 130, concurrency: 128, perSecond: 22.8, what: "free text" },
  { card: "h100", out: 100, concurrency: 256, perSecond: 28.2, what: "free text" },
  { card: "h100", out: 300, concurrency: 256, perSecond: 15.2, what: "free text" },
  { card: "h100", out: 120, concurrency: 9.2, perSecond: 10, what: "arriving at random, 0.92 s each" },
  { card: "h100-fp8", out: 49, concurrency: 64, perSecond: 38.84, grammar: true, what: "the judge" },
  { card: "h100-fp8", out: 49, concurrency: 256, perSecond: 46.75, grammar: true, what: "the judge" },
  judgedAndChecked("h100-fp8", 37.24, 5.97),
  { card: "h100-fp8", out: 49, concurrency: 256, perSecond: 48.37, what: "free text" },
  { card: "h100-fp8", out: 100, concurrency: 256, perSecond: 38.8, what: "free text" },
  { card: "h100-fp8", out: 300, concurrency: 256, perSecond: 21.1, what: "free text" },
  { card: "h100-8gb", out: 49, concurrency: 8, perSecond: 16.45, grammar: true, what: "the judge, 16 sent" },
  { card: "h100-8gb", out: 49, concurrency: 8, perSecond: 15.72, grammar: true, what: "the same, by job" },
  { card: "h100-8gb", out: 100, concurrency: 8, perSecond: 12.3, what: "free text, AWQ in 25,088 KV tokens" },
  { card: "h100-8gb", out: 300, concurrency: 8, perSecond: 4.7, what: "free text, AWQ in 25,088 KV tokens" },
];
