import type { Usage } from "../evaluation/types.ts";

/** One request to the model tier. Everything that shapes the answer is here. */
export interface CompletionRequest {
  messages: { role: "system" | "user" | "assistant"; content: string }[];
  /** Hard bound of the answer. */
  maxTokens: number;
  temperature: number;
  /** What a drawn answer is drawn from, so that it can be drawn again; without it, the server's own chance. */
  seed?: number;
  /**
   * A grammar (vLLM `structured_outputs`) with the JSON schema that other servers are given instead; null gives
   * them no constraint. `form: "json_schema"` leaves the grammar out, for a server that was seen to ignore it.
   */
  constraint?: {
    grammar: string;
    /** `maxTokens` is the bound in this form, where it needs more room than the grammar's. */
    jsonSchema: { name: string; schema: Record<string, unknown>; maxTokens?: number } | null;
    form?: "json_schema";
  };
  /** How many alternatives to report for the first token (support check). */
  topLogprobs?: number;
  /** What waiting requests are ordered by, lower first: a value of `PRIORITY`. 0 is what a request without it has. */
  priority?: number;
  signal?: AbortSignal;
}

export interface Completion {
  text: string;
  finishReason: "stop" | "length";
  /** Alternatives for the first token, by token text, natural logarithm. */
  firstTokenLogprobs: { token: string; logprob: number }[] | null;
  usage: Usage;
  model: string;
  /** Milliseconds to the first token and to the end. */
  ttftMs: number;
  latencyMs: number;
  /** Whether the answer was made under `grammar` or under `json_schema`. */
  constrainedBy: "grammar" | "json_schema" | null;
}

export const INFERENCE_ERRORS = [
  "unreachable", // refused, reset, DNS: the tier is cold or gone
  "unavailable", // 502, 503, 504, or 404 of a router that has not found its model
  "rate_limited", // 429
  "stalled", // no token within the limit between tokens, or the deadline passed
  "runaway", // blanks or repetition without end: cut by the edge
  "refused", // 400, 401, 403, 413, 422: asking again will not help
  "protocol", // the answer is not what the protocol says
] as const;
export type InferenceErrorCode = (typeof INFERENCE_ERRORS)[number];

export class InferenceError extends Error {
  constructor(
    readonly code: InferenceErrorCode,
    message: string,
    /** Seconds the server asked to wait, when it did. */
    readonly retryAfterS: number | null = null,
  ) {
    super(message);
    this.name = "InferenceError";
  }
}

/** An answer that ran away, and how far it had come. */
export class RunawayAnswer extends InferenceError {
  constructor(
    message: string,
    readonly text: string,
  ) {
    super("runaway", message);
    this.name = "RunawayAnswer";
  }
}

export interface Inference {
  /** Model name as recorded in each evaluation. */
  readonly model: string;
  complete(request: CompletionRequest): Promise<Completion>;
  /** The answer as it comes; ends with the whole completion. */
  stream(request: CompletionRequest): AsyncGenerator<string, Completion>;
}
