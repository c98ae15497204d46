/** Candor's own client and questions, put to a real server. */

import {
  judgementConstraint,
  judgementTokens,
  SUPPORT_CONSTRAINT,
} from "../../workers/evaluation/grammar.ts";
import { judgeMessages, supportMessages } from "../../workers/evaluation/messages.ts";
import { createInference, type InferenceOptions } from "../../workers/routing/client.ts";
import type { CompletionRequest, Inference } from "../../workers/routing/types.ts";
import { FENCE, JOB, LINES, RUBRIC } from "../support/recorded-questions.ts";
import { API_KEY, type VllmProcess } from "./vllm-process.ts";

/** On a CPU that others share a first token may take a while; a test's own patience ends before vitest's. */
const LIMITS = { firstTokenMs: 120_000, tokenGapMs: 60_000, deadlineMs: 240_000 };

export const clientOf = (server: VllmProcess, over: Partial<InferenceOptions> = {}): Inference =>
  createInference({
    url: server.url,
    model: server.model,
    apiKey: API_KEY,
    fetch: (input, init) => fetch(input, init),
    ...over,
    limits: { ...LIMITS, ...over.limits },
  });

export const judgeQuestion = (over: Partial<CompletionRequest> = {}): CompletionRequest => ({
  messages: judgeMessages(JOB, RUBRIC, LINES, FENCE, "2026-11"),
  maxTokens: judgementTokens(RUBRIC.criteria.length, LINES.length, "grammar"),
  temperature: 0,
  seed: 7,
  constraint: judgementConstraint(RUBRIC.criteria.length, LINES.length),
  ...over,
});

export const supportQuestion = (): CompletionRequest => ({
  messages: supportMessages(
    RUBRIC.criteria[2]!,
    { criterion_id: "german", level: 4, lines: [5], reason: null },
    [LINES[4]!],
    FENCE,
  ),
  maxTokens: 1,
  temperature: 0,
  seed: 7,
  topLogprobs: 20,
  constraint: SUPPORT_CONSTRAINT,
});

/** Letters, one after another, until the bound: random weights alone would write blanks or an end some time. */
const LETTERS = { grammar: "root ::= [a-z]+\n", jsonSchema: null };

/** A question whose answer is as long as it may be. */
export const openQuestion = (
  maxTokens: number,
  over: Partial<CompletionRequest> = {},
): CompletionRequest => ({
  messages: [{ role: "user", content: `Write about payments. ${maxTokens}` }],
  maxTokens,
  temperature: 1,
  seed: 7,
  constraint: LETTERS,
  ...over,
});

/** What was asked for and the pieces in which it came. */
export async function pieces(inference: Inference, request: CompletionRequest) {
  const came: string[] = [];
  const stream = inference.stream(request);
  for (;;) {
    const step = await stream.next();
    if (step.done === true) return { pieces: came, completion: step.value };
    came.push(step.value);
  }
}

/** Reads the first pieces of an answer and leaves it open. */
export async function begun(inference: Inference, request: CompletionRequest, least: number) {
  const stream = inference.stream(request);
  for (let came = 0; came < least; came++) {
    const step = await stream.next();
    if (step.done === true) throw new Error(`the answer ended after ${came} pieces`);
  }
  return stream;
}

/** Reads the rest of an answer. */
export async function rest(stream: ReturnType<Inference["stream"]>) {
  for (;;) {
    const step = await stream.next();
    if (step.done === true) return step.value;
  }
}
