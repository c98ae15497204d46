import { requestTokens } from "../routing/tokens.ts";
import type { CompletionRequest, Inference } from "../routing/types.ts";
import { explainMessages, type JobBrief } from "./messages.ts";
import { type ModelCall, streamCall } from "./model-call.ts";
import type { Finding, Rubric } from "./types.ts";

/** 250 words are asked for; scripts that take three tokens a word still fit. */
const MOST_TOKENS = 900;

export interface ExplainInput {
  inference: Inference;
  rubric: Rubric;
  job: JobBrief;
  /** Verified findings: levels as they stand, and the lines that carry them. */
  findings: readonly Finding[];
  /** The reader's language, BCP 47. */
  language: string;
  /** Random, 8 to 64 of `a-z0-9`. */
  fence: string;
  seed: number;
  signal?: AbortSignal;
}

/**
 * Puts a finished evaluation into words: reasons, strengths, gaps, fitting roles, from the verified findings and
 * their lines alone. Yields the text as it comes and ends with the call for the record; `finish_reason` tells an
 * explanation that was cut (`length`, `runaway`) from a whole one.
 * @throws RangeError for a language tag that is none; InferenceError; the abort reason when the caller gave up
 */
export async function* explain(input: ExplainInput): AsyncGenerator<string, ModelCall> {
  const { call } = yield* streamCall(input.inference, "explain", explainRequest(input));
  return call;
}

/** What explaining takes of a server's context, in tokens, as estimated. */
export const explainTokens = (input: Omit<ExplainInput, "inference">): number =>
  requestTokens(explainRequest(input));

function explainRequest(input: Omit<ExplainInput, "inference">): CompletionRequest {
  const { rubric, job, findings, language, fence, seed, signal } = input;
  return {
    messages: explainMessages(job, rubric, findings, fence, language),
    maxTokens: MOST_TOKENS,
    temperature: 0.3,
    seed,
    ...(signal === undefined ? {} : { signal }),
  };
}
