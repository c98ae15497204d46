import { createInference, type InferenceOptions } from "../../workers/routing/client.ts";
import type { Completion, CompletionRequest, Inference } from "../../workers/routing/types.ts";
import { type AnswerFor, recordedFetch } from "../support/recorded-inference.ts";

/** A question of which a test only says what it is about. */
export const question = (wanted: Partial<CompletionRequest> = {}): CompletionRequest => ({
  messages: [{ role: "user", content: "Which lines?" }],
  maxTokens: 64,
  temperature: 0,
  seed: 7,
  ...wanted,
});

export const CONSTRAINT = {
  grammar: 'root ::= "A0"',
  jsonSchema: { name: "answer", schema: { type: "object" }, maxTokens: 99 },
};

/** A client on a scripted server. */
export function clientOf(answers: AnswerFor, options: Partial<InferenceOptions> = {}) {
  const server = recordedFetch(answers);
  const inference = createInference({
    url: "http://inference.test",
    model: "tiny",
    apiKey: "key",
    fetch: server.fetch,
    ...options,
  });
  return { inference, ...server };
}

/** The pieces and the completion of a streamed answer. */
export async function streamed(inference: Inference, request: CompletionRequest) {
  const pieces: string[] = [];
  const stream = inference.stream(request);
  for (;;) {
    const step = await stream.next();
    if (step.done === true) return { pieces, completion: step.value as Completion };
    pieces.push(step.value);
  }
}
