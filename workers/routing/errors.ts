import { APIConnectionError, APIError } from "openai";
import { InferenceError, type InferenceErrorCode } from "./types.ts";

/** The server does not take the field that carries the grammar; the same question may be asked another way. */
export class ConstraintRefused extends InferenceError {
  constructor(message: string) {
    super("refused", message);
    this.name = "ConstraintRefused";
  }
}

/** The server does not take the field `priority`; without it the same question may be asked again. */
export class PriorityRefused extends InferenceError {
  constructor(message: string) {
    super("refused", message);
    this.name = "PriorityRefused";
  }
}

/**
 * vLLM without `--scheduling-policy priority`: "Got priority 10 but Priority scheduling is not enabled." Servers of
 * other makers complain about a field that they do not know, and name it in the words or as the error's `param`.
 */
const PRIORITY_WORDS =
  /priority scheduling is not enabled|(?:unrecognized|unknown|unexpected|unsupported|extra)[^.]{0,60}\bpriority\b|\bpriority\b[^.]{0,60}(?:not permitted|not supported|unsupported|extra_forbidden)/i;

/** Names under which servers complain about vLLM's `structured_outputs` or about the grammar in it. */
const CONSTRAINT_WORDS = /structured_outputs|structured output|guided_|grammar/i;

/** Types that servers put beside (or in place of) a numeric code in an error object. */
const STATUS_OF_TYPE: Readonly<Record<string, number>> = {
  BadRequestError: 400,
  invalid_request_error: 400,
  AuthenticationError: 401,
  authentication_error: 401,
  PermissionDeniedError: 403,
  NotFoundError: 404,
  not_found_error: 404,
  exceed_context_size_error: 400,
  UnprocessableEntityError: 422,
  RateLimitError: 429,
  rate_limit_error: 429,
  rate_limit_exceeded: 429,
  InternalServerError: 500,
  server_error: 500,
  api_error: 500,
  ServiceUnavailableError: 503,
  overloaded_error: 503,
  unavailable_error: 503,
};

/**
 * Says which of the closed codes an HTTP status is. 404 counts as unavailable: routers in front of vLLM answer
 * it while no replica serves the model. 408, 409 and 425 (RFC 9110, RFC 8470) invite another try.
 */
export function codeOfStatus(status: number): InferenceErrorCode {
  if (status === 429) return "rate_limited";
  if (status === 404 || status === 408 || status === 409 || status === 425) return "unavailable";
  if (status >= 500) return "unavailable";
  if (status >= 400) return "refused";
  return "protocol";
}

/**
 * Seconds out of a `Retry-After` value: a count of seconds or an HTTP date (RFC 9110, section 10.2.3).
 * @param now milliseconds since the epoch, for the date form
 * @returns whole seconds, 0 for a moment that has passed, null when the value is neither form
 */
export function retryAfterSeconds(value: string | null | undefined, now: number): number | null {
  if (value === null || value === undefined) return null;
  if (/^\d{1,9}$/.test(value.trim())) return Number(value.trim());
  // An HTTP date begins with the day's name; `Date.parse` by itself would take `-3` for a year.
  const at = /^[A-Z][a-z]+,? /.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(at) ? null : Math.max(0, Math.ceil((at - now) / 1000));
}

/**
 * Turns whatever a request threw into an `InferenceError`. Messages name statuses and types only: servers quote
 * the prompt in theirs, and prompts do not belong in logs.
 * @param now milliseconds since the epoch
 */
export function inferenceError(thrown: unknown, now: number): InferenceError {
  if (thrown instanceof InferenceError) return thrown;
  if (thrown instanceof APIConnectionError) return new InferenceError("unreachable", "no connection");
  if (thrown instanceof APIError) return fromServer(thrown, now);
  if (thrown instanceof SyntaxError) {
    return new InferenceError("protocol", "a frame of the stream is not JSON");
  }
  // What is left comes from reading the body: undici says "terminated", workerd "Network connection lost".
  return new InferenceError("unreachable", "connection lost during the answer");
}

function fromServer(error: APIError, now: number): InferenceError {
  const status = statusOf(error);
  const type = typeof error.type === "string" && error.type !== "" ? ` ${error.type}` : "";
  if (status === null) return new InferenceError("unavailable", `error in the stream${type}`);
  const where = error.status === undefined ? "error in the stream" : "answer";
  const message = `${where} ${status}${type}`;
  if (status === 400 || status === 422) {
    // First, since a list of unknown fields may name both, and this one is given up for less.
    if (error.param === "priority" || PRIORITY_WORDS.test(wordsOf(error)))
      return new PriorityRefused(message);
    if (CONSTRAINT_WORDS.test(wordsOf(error))) return new ConstraintRefused(message);
  }
  const wait = retryAfterSeconds(error.headers?.get("retry-after"), now);
  return new InferenceError(codeOfStatus(status), message, wait);
}

/** The HTTP status, or for an error inside a 200 stream the number it carries as code, or its type's. */
function statusOf(error: APIError): number | null {
  if (error.status !== undefined) return error.status;
  const code: unknown = error.code;
  if (typeof code === "number" || (typeof code === "string" && /^[1-5]\d\d$/.test(code))) return Number(code);
  const names = [code, error.type].filter((name): name is string => typeof name === "string");
  for (const name of names) {
    const status = STATUS_OF_TYPE[name];
    if (status !== undefined) return status;
  }
  return null;
}

const wordsOf = (error: APIError): string =>
  `${error.param ?? ""} ${error.message} ${JSON.stringify(error.error ?? null)}`;
