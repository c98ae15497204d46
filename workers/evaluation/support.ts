import type { Completion, CompletionRequest, Inference } from "../routing/types.ts";
import { SUPPORT_CONSTRAINT } from "./grammar.ts";
import { supportMessages } from "./messages.ts";
import { type ModelCall, type ModelOutcome, modelCall } from "./model-call.ts";
import type { Criterion, Judgement, Line, Rubric } from "./types.ts";
import { citedLines } from "./verify.ts";

/** Checks of one résumé under way at once: few enough to leave a small card's batch to other résumés. */
const AT_ONCE = 6;
/** As many alternatives as vLLM (`--max-logprobs`) and OpenAI give: both words' spellings are among them. */
const ALTERNATIVES = 20;

export interface SupportInput {
  inference: Inference;
  rubric: Rubric;
  judgements: readonly Judgement[];
  lines: readonly Line[];
  /** Random, 8 to 64 of `a-z0-9`. */
  fence: string;
  seed: number;
  priority?: number;
  signal?: AbortSignal;
}

/**
 * Asks, for each criterion with a level above 0, whether the cited lines alone carry it.
 * @returns the probability of Yes by criterion, 0 to 1; criteria at level 0 or without an existing line are not
 *   asked about and not in the map. `model_output_unusable` when an answer, asked twice, was neither Yes nor No.
 * @throws InferenceError when the server cannot be asked (the other checks are ended); the caller's abort reason
 */
export async function checkSupport(
  input: SupportInput,
): Promise<{ support: Map<string, number>; calls: ModelCall[]; outcome: ModelOutcome }> {
  const stop = new AbortController();
  const signal = input.signal === undefined ? stop.signal : AbortSignal.any([input.signal, stop.signal]);
  const checks = questions(input);
  const answers: { criterion_id: string; probability: number | null; calls: ModelCall[] }[] = [];
  const turns = checks.entries();
  const work = async () => {
    for (const [index, { criterion, judgement, cited }] of turns) {
      const messages = supportMessages(criterion, judgement, cited, input.fence);
      const answer = await check(input, messages, signal);
      answers[index] = { criterion_id: criterion.id, ...answer };
    }
  };
  try {
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, checks.length) }, work));
  } finally {
    stop.abort();
  }
  const support = new Map<string, number>();
  for (const { criterion_id, probability } of answers) {
    if (probability !== null) support.set(criterion_id, probability);
  }
  return {
    support,
    calls: answers.flatMap(({ calls }) => calls),
    outcome: support.size === checks.length ? "answered" : "model_output_unusable",
  };
}

function questions(input: SupportInput): { criterion: Criterion; judgement: Judgement; cited: Line[] }[] {
  const lineOf = new Map(input.lines.map((line) => [line.number, line]));
  return input.judgements.flatMap((judgement) => {
    const criterion = input.rubric.criteria.find(({ id }) => id === judgement.criterion_id);
    const cited = citedLines(judgement, input.lines).map((number) => lineOf.get(number)!);
    return criterion === undefined || judgement.level === 0 || cited.length === 0
      ? []
      : [{ criterion, judgement, cited }];
  });
}

async function check(
  { inference, seed, priority }: SupportInput,
  messages: CompletionRequest["messages"],
  signal: AbortSignal,
): Promise<{ probability: number | null; calls: ModelCall[] }> {
  const request: CompletionRequest = {
    messages,
    maxTokens: 1,
    temperature: 0,
    seed,
    topLogprobs: ALTERNATIVES,
    constraint: SUPPORT_CONSTRAINT,
    signal,
    ...(priority === undefined ? {} : { priority }),
  };
  const one = await modelCall(inference, "support", request);
  const probability = one.completion === null ? null : probabilityOfYes(one.completion);
  if (probability !== null) return { probability, calls: [one.call] };
  const two = await modelCall(inference, "support", { ...request, temperature: 0.7, seed: seed + 1 });
  return {
    probability: two.completion === null ? null : probabilityOfYes(two.completion),
    calls: [one.call, two.call],
  };
}

/**
 * The probability of Yes out of the first token: Yes ÷ (Yes + No), each summed over its spellings among the
 * reported alternatives (case, leading blank, and pieces of the word, since a tokeniser may start with "Y").
 * Without log-probabilities the token itself counts, as 1 or 0.
 * @returns null when neither word is in sight
 */
export function probabilityOfYes(completion: Pick<Completion, "text" | "firstTokenLogprobs">): number | null {
  const mass = { yes: 0, no: 0 };
  for (const { token, logprob } of completion.firstTokenLogprobs ?? []) {
    const word = wordOf(token);
    if (word !== null) mass[word] += Math.exp(logprob);
  }
  if (mass.yes + mass.no > 0) return mass.yes / (mass.yes + mass.no);
  const word = wordOf(completion.text);
  return word === null ? null : word === "yes" ? 1 : 0;
}

/** Byte-level and SentencePiece tokenisers write the leading blank as Ġ or ▁ where it is not decoded. */
function wordOf(token: string): "yes" | "no" | null {
  const letters = token
    .replace(/^[\s\u0120\u2581"'*]+/u, "")
    .replace(/[\s.,!"'*]+$/u, "")
    .toLowerCase();
  if (letters === "") return null;
  if ("yes".startsWith(letters)) return "yes";
  return "no".startsWith(letters) ? "no" : null;
}
