import { requestTokens } from "../routing/tokens.ts";
import type { CompletionRequest, Inference } from "../routing/types.ts";
import { judgementConstraint, judgementTokens } from "./grammar.ts";
import { type JobBrief, judgeMessages } from "./messages.ts";
import { type ModelCall, type ModelOutcome, modelCall } from "./model-call.ts";
import { parseJudgements } from "./parse-judgement.ts";
import type { Judgement, Line, Rubric } from "./types.ts";
import { type Material, monthOf } from "./verdict.ts";

/** The first answer is the likeliest one, so that a repeated evaluation says the same; the second try varies. */
const TEMPERATURES = { first: 0, again: 0.7 } as const;

export interface JudgeInput {
  inference: Inference;
  rubric: Rubric;
  job: JobBrief;
  lines: readonly Line[];
  /** Random, 8 to 64 of `a-z0-9`. */
  fence: string;
  seed: number;
  /** Month the résumé came in, `2026-11`, so that "until today" has a meaning. */
  asOf?: string | null;
  /** vLLM priority: lower goes first. */
  priority?: number;
  signal?: AbortSignal;
}

/**
 * Has the model judge a résumé: a level and up to three line numbers for each criterion. An answer that was cut,
 * ran away or cannot be read is asked for once more, with another seed; a second one like it ends in
 * `model_output_unusable` with no judgements. Nothing is verified here.
 * @throws InferenceError when the server cannot be asked; the abort reason when the caller gave up
 */
export async function judge(
  input: JudgeInput,
): Promise<{ judgements: Judgement[]; calls: ModelCall[]; outcome: ModelOutcome }> {
  const first = judgeRequest(input);
  const one = await modelCall(input.inference, "judge", first);
  const judgements = usable(one.call, input.rubric);
  if (judgements !== null) return { judgements, calls: [one.call], outcome: "answered" };

  const two = await modelCall(input.inference, "judge", judgeAgain(first, one.call));
  const calls = [one.call, two.call];
  const second = usable(two.call, input.rubric);
  return second === null
    ? { judgements: [], calls, outcome: "model_output_unusable" }
    : { judgements: second, calls, outcome: "answered" };
}

/** As long as a fence is, and like one no word of a language. */
const ANY_FENCE = "q7x2m4z6k3v5j7w2";

/**
 * What judging takes of a server's context, in tokens, as estimated: the whole prompt and the longest answer. A
 * support check's is always less, since all that it shows stands in the judge's prompt as well.
 */
export const judgeTokens = (material: Material): number =>
  requestTokens(judgeRequest({ ...material, asOf: monthOf(material), fence: ANY_FENCE, seed: 0 }));

function judgeRequest(input: Omit<JudgeInput, "inference">): CompletionRequest {
  const { rubric, job, lines, fence, seed, asOf, priority, signal } = input;
  const criteria = rubric.criteria.length;
  const lastLine = lines.reduce((last, { number }) => Math.max(last, number), 1);
  return {
    messages: judgeMessages(job, rubric, lines, fence, asOf ?? null),
    maxTokens: judgementTokens(criteria, lastLine, "grammar"),
    temperature: TEMPERATURES.first,
    seed,
    constraint: judgementConstraint(criteria, lastLine),
    ...(priority === undefined ? {} : { priority }),
    ...(signal === undefined ? {} : { signal }),
  };
}

/**
 * The second try. A server that held its answer to the grammar can be cut short but cannot finish with something
 * else: one that did ignores the field (Ollama and llama.cpp do), and is given the JSON schema.
 */
function judgeAgain(first: CompletionRequest, answer: ModelCall): CompletionRequest {
  const again = { ...first, temperature: TEMPERATURES.again, seed: (first.seed ?? 0) + 1 };
  const ignored = answer.constrained_by === "grammar" && answer.finish_reason === "stop";
  if (!ignored || first.constraint === undefined) return again;
  return { ...again, constraint: { ...first.constraint, form: "json_schema" } };
}

const usable = (call: ModelCall, rubric: Rubric): Judgement[] | null =>
  call.finish_reason === "stop" ? parseJudgements(call.output, rubric) : null;
