/** The events of a vLLM stream, in the shape in which vLLM 0.26.0 was recorded (test/fixtures/inference). */

/** What a scripted model says. */
export interface ScriptedAnswer {
  text: string;
  /** Alternatives for the first token; reported only when the request asks for log-probabilities. */
  firstToken?: { token: string; logprob: number }[];
  /** Thinking ahead of the answer, in the field that reasoning parsers put it in. */
  reasoning?: string;
  promptTokens?: number;
  cachedTokens?: number;
}

/** The fields of a chat completion request that shape the stream. */
export interface ChatRequest {
  model: string;
  messages: { role: string; content: string }[];
  max_tokens?: number;
  seed?: number;
  temperature?: number;
  stream?: boolean;
  stream_options?: { include_usage?: boolean };
  logprobs?: boolean;
  top_logprobs?: number;
  structured_outputs?: { grammar?: string };
  response_format?: { type: string; json_schema?: { name: string; schema: Record<string, unknown> } };
  priority?: number;
}

const DEFAULT_LIMIT = 4096;

/** Cuts text about as Qwen's tokeniser does: digits one by one, words with their leading blank. */
export const tokensOf = (text: string): string[] => text.match(/ ?[\p{L}\p{M}]+|\s|[^\s\p{L}\p{M}]/gu) ?? [];

/** A Yes with this probability, as the support check's answer. */
export function yesWith(probability: number): ScriptedAnswer {
  const alternatives = [
    { token: "Yes", logprob: logarithm(probability) },
    { token: "No", logprob: logarithm(1 - probability) },
  ];
  const firstToken = probability >= 0.5 ? alternatives : alternatives.reverse();
  return { text: firstToken[0]!.token, firstToken };
}

/** vLLM writes -9999 for what cannot happen. */
const logarithm = (probability: number) => (probability <= 0 ? -9999 : Math.log(probability));

export const sse = (value: unknown): string => `data: ${JSON.stringify(value)}\n\n`;
export const DONE = "data: [DONE]\n\n";

/** The events of one answer, from the role to `[DONE]`; the request's token limit cuts it as the server would. */
export function* answerEvents(request: ChatRequest, answer: ScriptedAnswer): Generator<string> {
  const frame = frameOf(request);
  const reasoning = tokensOf(answer.reasoning ?? "");
  const content = tokensOf(answer.text);
  const limit = request.max_tokens ?? DEFAULT_LIMIT;
  // The end of an answer is a token of its own, which a cut answer does not reach.
  const cut = reasoning.length + content.length + 1 > limit;
  const said = [
    ...reasoning.map((token) => ({ reasoning_content: token })),
    ...content.map((token) => ({ content: token })),
  ].slice(0, limit);

  yield sse({
    ...frame([{ index: 0, delta: { role: "assistant", content: "" }, logprobs: null, finish_reason: null }]),
    prompt_token_ids: null,
    prompt_text: null,
  });
  for (const [index, delta] of said.entries()) {
    const ending = cut && index === said.length - 1;
    yield sse(frame([choice(delta, logprobsOf(request, answer, delta, index), ending ? "length" : null)]));
  }
  if (!cut) yield sse(frame([choice({ content: "" }, null, "stop")]));
  const completionTokens = Math.min(limit, reasoning.length + content.length + 1);
  if (request.stream_options?.include_usage === true)
    yield sse(usageFrame(request, answer, completionTokens));
  yield DONE;
}

const frameOf =
  ({ model }: ChatRequest) =>
  (choices: unknown[]) => ({
    id: "chatcmpl-0000000000000000",
    object: "chat.completion.chunk",
    created: 1_795_428_524,
    model,
    choices,
  });

const choice = (delta: object, logprobs: unknown, finish: "stop" | "length" | null) => ({
  index: 0,
  delta,
  logprobs,
  finish_reason: finish,
  ...(finish === null ? {} : { stop_reason: null }),
  token_ids: null,
});

const bytesOf = (token: string): number[] => [...new TextEncoder().encode(token)];

function logprobsOf(
  request: ChatRequest,
  answer: ScriptedAnswer,
  delta: { content?: string; reasoning_content?: string },
  index: number,
): unknown {
  if (request.logprobs !== true) return null;
  const token = delta.content ?? delta.reasoning_content ?? "";
  const known = index === 0 ? (answer.firstToken ?? []) : [];
  const listed = known.length > 0 ? known : [{ token, logprob: -0.01 }];
  const alternatives = listed
    .slice(0, request.top_logprobs ?? 0)
    .map((alternative) => ({ ...alternative, bytes: bytesOf(alternative.token) }));
  const chosen = listed.find((alternative) => alternative.token === token) ?? { token, logprob: -0.01 };
  return { content: [{ ...chosen, bytes: bytesOf(token), top_logprobs: alternatives }] };
}

function usageFrame(request: ChatRequest, answer: ScriptedAnswer, completionTokens: number): unknown {
  const words = request.messages.reduce((sum, { content }) => sum + tokensOf(content).length, 0);
  const promptTokens = answer.promptTokens ?? words;
  return {
    ...frameOf(request)([]),
    usage: {
      prompt_tokens: promptTokens,
      total_tokens: promptTokens + completionTokens,
      completion_tokens: completionTokens,
      prompt_tokens_details: { cached_tokens: answer.cachedTokens ?? 0, created_cache_tokens: 0 },
    },
    system_fingerprint: "vllm-0.26.0-00000000",
  };
}
