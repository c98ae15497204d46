import { findByRules } from "./rules/index.ts";
import type { Material, Verdict } from "./verdict.ts";

/**
 * The built-in evaluation without a model: useful at once, and always labelled as what it is. "Until today" means
 * until the month in which the application came in, so that a repeated evaluation says the same.
 */
export function evaluateByRules({ lines, rubric, received_at }: Material): Verdict {
  const at = new Date(received_at);
  return {
    engine: "rules",
    findings: findByRules(lines, rubric, { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1 }),
    model: null,
    prompt_version: null,
    seed: null,
    usage: { prompt_tokens: 0, cached_tokens: 0, completion_tokens: 0 },
    calls: [],
  };
}
