import type { ModelCall } from "./model-call.ts";

/** How fast the model tier was, in milliseconds; null where the calls do not say. */
export interface Timings {
  /** From the judge's question to the first token of the answer that was used. */
  ttft_ms: number | null;
  /** Between two tokens of that answer. */
  inter_token_ms: number | null;
}

/** The judge's times: it has the long prompt and the long answer, and the support checks answer one token each. */
export function timingsOf(calls: readonly ModelCall[]): Timings {
  const judged = calls.findLast(({ purpose, ttft_ms }) => purpose === "judge" && ttft_ms !== null);
  if (judged === undefined) return { ttft_ms: null, inter_token_ms: null };
  const { ttft_ms, latency_ms, usage } = judged;
  const gaps = (usage?.completion_tokens ?? 0) - 1;
  const known = ttft_ms !== null && latency_ms !== null && gaps > 0;
  return { ttft_ms, inter_token_ms: known ? Math.round(((latency_ms - ttft_ms) / gaps) * 100) / 100 : null };
}

/** Prompt tokens of the judge's answer that no cache held. */
export function freshTokens(calls: readonly ModelCall[]): number {
  const usage = calls.findLast(({ purpose }) => purpose === "judge")?.usage;
  return usage === null || usage === undefined ? 0 : Math.max(0, usage.prompt_tokens - usage.cached_tokens);
}
