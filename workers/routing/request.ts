import type { ChatCompletionCreateParamsStreaming } from "openai/resources/chat/completions";
import type { CompletionRequest } from "./types.ts";

/** How an answer's form is imposed on a server. */
export type ConstraintForm = "grammar" | "json_schema";

/** What vLLM takes beyond OpenAI's own fields. */
interface VllmFields {
  structured_outputs?: { grammar: string };
  priority?: number;
}

/**
 * Forms to try for a request, in turn: the grammar is a third of the tokens of the JSON, so it comes first;
 * null asks without any constraint.
 */
export function constraintForms(
  request: CompletionRequest,
): [ConstraintForm | null] | [ConstraintForm, ConstraintForm | null] {
  const constraint = request.constraint;
  if (constraint === undefined) return [null];
  const otherwise = constraint.jsonSchema === null ? null : "json_schema";
  return constraint.form === "json_schema" ? [otherwise] : ["grammar", otherwise];
}

/** The body of one chat completion request, always streamed: a closed stream is how vLLM learns to stop. */
export function wireRequest(
  model: string,
  request: CompletionRequest,
  form: ConstraintForm | null,
): ChatCompletionCreateParamsStreaming & VllmFields {
  return {
    model,
    messages: request.messages,
    max_tokens: form === "json_schema" ? jsonTokens(request) : request.maxTokens,
    temperature: request.temperature,
    ...(request.seed === undefined ? {} : { seed: request.seed }),
    stream: true,
    stream_options: { include_usage: true },
    ...(request.topLogprobs === undefined ? {} : { logprobs: true, top_logprobs: request.topLogprobs }),
    ...(request.priority === undefined ? {} : { priority: request.priority }),
    ...constraintFields(request, form),
  };
}

const jsonTokens = (request: CompletionRequest): number =>
  request.constraint?.jsonSchema?.maxTokens ?? request.maxTokens;

function constraintFields(
  request: CompletionRequest,
  form: ConstraintForm | null,
): Pick<ChatCompletionCreateParamsStreaming, "response_format"> & VllmFields {
  const constraint = request.constraint;
  if (constraint === undefined || form === null) return {};
  if (form === "grammar") return { structured_outputs: { grammar: constraint.grammar } };
  if (constraint.jsonSchema === null) return {};
  const { name, schema } = constraint.jsonSchema;
  return { response_format: { type: "json_schema", json_schema: { name, schema, strict: true } } };
}
