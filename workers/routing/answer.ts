import { z } from "zod";
import type { Usage } from "../evaluation/types.ts";
import { type Completion, InferenceError, RunawayAnswer } from "./types.ts";

const alternative = z.object({ token: z.string(), logprob: z.number() });
const chosenToken = alternative.extend({ top_logprobs: z.array(alternative).nullish() });
type ChosenToken = z.infer<typeof chosenToken>;

/** One frame of the stream. Servers leave out or null almost everything, so almost everything may be absent. */
const frameSchema = z.object({
  model: z.string().nullish(),
  choices: z
    .array(
      z.object({
        index: z.number().nullish(),
        delta: z
          .object({
            content: z.string().nullish(),
            // vLLM, DeepSeek and llama.cpp say reasoning_content; newer vLLM and Ollama say reasoning.
            reasoning_content: z.string().nullish(),
            reasoning: z.string().nullish(),
          })
          .nullish(),
        logprobs: z
          .object({
            content: z.array(chosenToken).nullish(),
          })
          .nullish(),
        finish_reason: z.string().nullish(),
      }),
    )
    .nullish(),
  usage: z
    .object({
      prompt_tokens: z.number().nullish(),
      completion_tokens: z.number().nullish(),
      prompt_tokens_details: z.object({ cached_tokens: z.number().nullish() }).nullish(),
    })
    .nullish(),
});
type Frame = z.infer<typeof frameSchema>;

/** What has come of an answer so far. */
export interface PartialAnswer {
  text: string;
  finishReason: string | null;
  firstTokenLogprobs: Completion["firstTokenLogprobs"];
  usage: Usage;
  model: string | null;
}

export const emptyAnswer = (): PartialAnswer => ({
  text: "",
  finishReason: null,
  firstTokenLogprobs: null,
  usage: { prompt_tokens: 0, cached_tokens: 0, completion_tokens: 0 },
  model: null,
});

/**
 * Adds one frame to an answer.
 * @returns the new answer, the text the frame added (reasoning is never answer), and whether the frame carries a
 *   token: the frame that only names the role does not
 * @throws InferenceError `protocol` when the frame is not a chat completion chunk
 */
export function addFrame(
  answer: PartialAnswer,
  frame: unknown,
): { answer: PartialAnswer; added: string; token: boolean } {
  const parsed = frameSchema.safeParse(frame);
  if (!parsed.success) {
    throw new InferenceError("protocol", "a frame of the stream is not a chat completion chunk");
  }
  const choice = parsed.data.choices?.find((candidate) => (candidate.index ?? 0) === 0);
  const added = choice?.delta?.content ?? "";
  const reasoning = choice?.delta?.reasoning_content ?? choice?.delta?.reasoning ?? "";
  const logprobs = reasoning === "" ? firstAlternatives(choice?.logprobs?.content) : null;
  return {
    answer: {
      text: answer.text + added,
      finishReason: choice?.finish_reason ?? answer.finishReason,
      firstTokenLogprobs: answer.firstTokenLogprobs ?? logprobs,
      usage: usageOf(parsed.data) ?? answer.usage,
      model: parsed.data.model ?? answer.model,
    },
    added,
    token: added !== "" || reasoning !== "" || logprobs !== null,
  };
}

/** The alternatives of a frame's first token, the chosen one among them. */
function firstAlternatives(
  tokens: ChosenToken[] | null | undefined,
): { token: string; logprob: number }[] | null {
  const first = tokens?.[0];
  if (first === undefined) return null;
  const listed = (first.top_logprobs ?? []).map(({ token, logprob }) => ({ token, logprob }));
  const chosen = { token: first.token, logprob: first.logprob };
  return listed.some(({ token }) => token === chosen.token) ? listed : [...listed, chosen];
}

function usageOf(frame: Frame): Usage | null {
  if (frame.usage === null || frame.usage === undefined) return null;
  return {
    prompt_tokens: frame.usage.prompt_tokens ?? 0,
    cached_tokens: frame.usage.prompt_tokens_details?.cached_tokens ?? 0,
    completion_tokens: frame.usage.completion_tokens ?? 0,
  };
}

/**
 * How an answer ended.
 * @throws InferenceError `unavailable` when the server gave up on it (vLLM says `abort` or `error`), `runaway`
 *   when the server itself saw repetition, `protocol` when the stream ended without a reason or with one that
 *   has no place here
 */
export function finishOf(answer: PartialAnswer): Completion["finishReason"] {
  switch (answer.finishReason) {
    case "stop":
    case "length":
      return answer.finishReason;
    case "abort":
    case "error":
      throw new InferenceError("unavailable", "the server gave up on the answer");
    case "repetition":
      throw new RunawayAnswer("the server saw the answer repeat itself", answer.text);
    case null:
      throw new InferenceError("protocol", "the stream ended without a finish_reason");
    default:
      throw new InferenceError("protocol", "the stream ended with an unknown finish_reason");
  }
}
