import type { Ctx } from "../context.ts";
import type { Inference } from "../routing/types.ts";
import { judge } from "./judge.ts";
import { totalUsage } from "./model-call.ts";
import { PROMPT_VERSION } from "./prompt.ts";
import { checkSupport } from "./support.ts";
import { type Material, monthOf, type Verdict } from "./verdict.ts";
import { verify } from "./verify.ts";

/** `ok: false`: the answers, asked for twice, could not be used. */
export type ModelAnswer = { ok: true; verdict: Verdict } | { ok: false };

const FENCE_LETTERS = "abcdefghijklmnopqrstuvwxyz234567";

/** A word that no résumé can contain on purpose: 40 random bits, new for each evaluation, so nobody can try twice. */
export const randomFence = (ctx: Ctx): string =>
  Array.from(ctx.random(8), (byte) => FENCE_LETTERS[byte % 32]).join("");

/** A seed that is recorded with the answer: 31 bits, which every server takes. */
export const randomSeed = (ctx: Ctx): number => {
  const [a, b, c, d] = ctx.random(4) as unknown as [number, number, number, number];
  return (((a & 0x7f) << 24) | (b << 16) | (c << 8) | d) >>> 0;
};

/**
 * Judge, then a second look at every cited line alone, then code.
 * @param priority of all its calls, a value of PRIORITY
 * @throws InferenceError when the tier does not answer.
 */
export async function evaluateByModel(
  ctx: Ctx,
  inference: Inference,
  material: Material,
  priority: number,
): Promise<ModelAnswer> {
  const { rubric, job, lines } = material;
  const shared = { inference, rubric, lines, fence: randomFence(ctx), seed: randomSeed(ctx), priority };
  const judged = await judge({
    ...shared,
    job,
    asOf: monthOf(material),
  });
  if (judged.outcome !== "answered") return { ok: false };
  const checked = await checkSupport({ ...shared, judgements: judged.judgements });
  const calls = [...judged.calls, ...checked.calls];
  if (checked.outcome !== "answered") return { ok: false };
  return {
    ok: true,
    verdict: {
      engine: "vllm",
      findings: verify(judged.judgements, lines, rubric, (criterion) => checked.support.get(criterion) ?? 0),
      model: judged.calls.at(-1)?.model ?? inference.model,
      prompt_version: PROMPT_VERSION,
      seed: shared.seed,
      usage: totalUsage(calls),
      calls,
    },
  };
}
