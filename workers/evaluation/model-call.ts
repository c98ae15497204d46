import {
  type Completion,
  type CompletionRequest,
  type Inference,
  InferenceError,
  RunawayAnswer,
} from "../routing/types.ts";
import type { Usage } from "./types.ts";

export type CallPurpose = "judge" | "support" | "explain";

/** One question to the model and what came back, as it is kept on record. */
export interface ModelCall {
  purpose: CallPurpose;
  /** The messages as sent. */
  request: CompletionRequest["messages"];
  /** The answer as it came, unread. */
  output: string;
  finish_reason: Completion["finishReason"] | "runaway";
  /** What held the answer to its form; null when nothing did. */
  constrained_by: Completion["constrainedBy"];
  model: string;
  /** Null when the question gave none. */
  seed: number | null;
  temperature: number;
  /** Null for a runaway answer: it was cut before the server counted. */
  usage: Usage | null;
  /** Milliseconds to the first token and to the end; null for a runaway answer. */
  ttft_ms: number | null;
  latency_ms: number | null;
}

/** Why an evaluation by the model can end without a judgement: its answers, asked twice, could not be used. */
export type ModelOutcome = "answered" | "model_output_unusable";

/**
 * Asks the model, giving the text on as it comes, and ends with the call and the completion; a runaway answer is a
 * call without completion.
 * @throws InferenceError of every other code; the abort reason when the caller gave up
 */
export async function* streamCall(
  inference: Inference,
  purpose: CallPurpose,
  request: CompletionRequest,
): AsyncGenerator<string, { call: ModelCall; completion: Completion | null }> {
  const asked = askedOf(purpose, request);
  let output = "";
  const pieces = inference.stream(request);
  try {
    for (;;) {
      const step = await pieces.next();
      if (step.done === true) {
        const completion = step.value;
        return { call: { ...asked, ...ended(completion) }, completion };
      }
      output += step.value;
      yield step.value;
    }
  } catch (error) {
    if (!(error instanceof InferenceError) || error.code !== "runaway") throw error;
    return { call: { ...asked, ...cutShort(inference, output) }, completion: null };
  } finally {
    // A reader who walks away closes the stream, which is what stops the server.
    await pieces.return(undefined as never);
  }
}

const askedOf = (purpose: CallPurpose, request: CompletionRequest) => ({
  purpose,
  request: request.messages,
  seed: request.seed ?? null,
  temperature: request.temperature,
});

const cutShort = ({ model }: Inference, output: string) => ({
  ...{ output, finish_reason: "runaway" as const, model },
  ...{ constrained_by: null, usage: null, ttft_ms: null, latency_ms: null },
});

const ended = (completion: Completion) => ({
  output: completion.text,
  finish_reason: completion.finishReason,
  constrained_by: completion.constrainedBy,
  model: completion.model,
  usage: completion.usage,
  ttft_ms: completion.ttftMs,
  latency_ms: completion.latencyMs,
});

/** The same without looking on, and so with the retries of the inference: the call and its completion. */
export async function modelCall(
  inference: Inference,
  purpose: CallPurpose,
  request: CompletionRequest,
): Promise<{ call: ModelCall; completion: Completion | null }> {
  const asked = askedOf(purpose, request);
  try {
    const completion = await inference.complete(request);
    return { call: { ...asked, ...ended(completion) }, completion };
  } catch (error) {
    if (!(error instanceof InferenceError) || error.code !== "runaway") throw error;
    const output = error instanceof RunawayAnswer ? error.text : "";
    return { call: { ...asked, ...cutShort(inference, output) }, completion: null };
  }
}

/** Tokens of several calls together. */
export function totalUsage(calls: readonly ModelCall[]): Usage {
  const total: Usage = { prompt_tokens: 0, cached_tokens: 0, completion_tokens: 0 };
  for (const { usage } of calls) {
    total.prompt_tokens += usage?.prompt_tokens ?? 0;
    total.cached_tokens += usage?.cached_tokens ?? 0;
    total.completion_tokens += usage?.completion_tokens ?? 0;
  }
  return total;
}
