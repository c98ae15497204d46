import type { Context } from "hono";

/**
 * Every error the API can answer with: status, title and what to do about it. `docs/errors.md` is generated
 * from this table, and each answer links to its entry there (RFC 9457 `type`).
 */
export const PROBLEMS = {
  malformed_request: [
    400,
    "The request cannot be read",
    "Send well-formed JSON, or multipart form data where the route takes a file.",
  ],
  invalid_api_key: [
    401,
    "No valid API key",
    "Send `Authorization: Bearer cdr_live_…` with a key that exists, is not expired and is not revoked.",
  ],
  insufficient_scope: [
    403,
    "The key's scopes do not cover this",
    "Use a key that has the scope named in `detail`.",
  ],
  human_required: [
    403,
    "Only a person can do this",
    "Use the personal key of a member, and give a reason and what was looked at.",
  ],
  not_found: [
    404,
    "Not found",
    "Check the id and the workspace of the key. Things of other workspaces do not exist for a key.",
  ],
  method_not_allowed: [405, "Method not allowed", "Use one of the methods in the `Allow` header."],
  conflict: [409, "The resource is in another state", "Read it again and decide anew."],
  job_closed: [409, "The job takes no applications", "Choose a job that is published."],
  idempotency_in_flight: [
    409,
    "The same request is under way",
    "Wait a moment and send it again with the same Idempotency-Key.",
  ],
  inference_not_configured: [
    409,
    "No model is configured",
    "Set INFERENCE_URL. The rules evaluator writes no prose.",
  ],
  erased: [
    410,
    "The candidate has been erased",
    "Nothing can bring the data back. The record of the erasure is in the audit log.",
  ],
  document_too_large: [413, "The file is too large", "Send a file of at most 10 MB."],
  unsupported_media_type: [
    415,
    "Unsupported media type",
    "Send `multipart/form-data` or `application/json`, as the route says.",
  ],
  validation_failed: [
    422,
    "Some fields are not valid",
    "See `errors`: each names a field and what is wrong with it.",
  ],
  idempotency_mismatch: [
    422,
    "The Idempotency-Key was used for another request",
    "Use a new key for a new request.",
  ],
  rate_limited: [429, "Too many requests", "Wait for the seconds given in `Retry-After`."],
  internal: [500, "Something went wrong on our side", "Try again; if it stays, report the `request_id`."],
  inference_unavailable: [
    503,
    "The model tier does not answer",
    "Try again after the seconds given in `Retry-After`.",
  ],
  storage_unavailable: [
    503,
    "A store does not answer",
    "Try again with the same Idempotency-Key: nothing is done twice.",
  ],
} as const satisfies Record<string, readonly [number, string, string]>;
export type ProblemCode = keyof typeof PROBLEMS;

export interface FieldError {
  field: string;
  message: string;
}

interface ProblemOptions {
  errors?: FieldError[];
  retryAfterS?: number;
  headers?: Record<string, string>;
  cause?: unknown;
}

/** The one error that verbs throw on purpose. It knows no HTTP beyond its code; `answerProblem` does. */
export class Problem extends Error {
  readonly errors: FieldError[] | undefined;
  readonly retryAfterS: number | undefined;
  readonly headers: Record<string, string> | undefined;
  constructor(
    readonly code: ProblemCode,
    readonly detail: string | null = null,
    options: ProblemOptions = {},
  ) {
    super(detail ?? PROBLEMS[code][1], { cause: options.cause });
    this.name = "Problem";
    this.errors = options.errors;
    this.retryAfterS = options.retryAfterS;
    this.headers = options.headers;
  }
}

export interface ProblemDocument {
  type: string;
  title: string;
  status: number;
  code: ProblemCode;
  detail: string | null;
  request_id: string;
  errors?: FieldError[];
}

/** RFC 9457 document of a problem. 5xx details stay inside. */
export function problemDocument(problem: Problem, requestId: string, publicUrl: string): ProblemDocument {
  const [status, title, remedy] = PROBLEMS[problem.code];
  return {
    type: `${publicUrl}/docs/errors#${problem.code}`,
    title,
    status,
    code: problem.code,
    detail: status >= 500 ? remedy : (problem.detail ?? remedy),
    request_id: requestId,
    ...(problem.errors ? { errors: problem.errors } : {}),
  };
}

export function answerProblem(c: Context, problem: Problem, requestId: string, publicUrl: string): Response {
  const document = problemDocument(problem, requestId, publicUrl);
  const headers: Record<string, string> = { "content-type": "application/problem+json", ...problem.headers };
  if (document.status === 401) headers["www-authenticate"] = 'Bearer realm="candor"';
  if (problem.retryAfterS !== undefined) headers["retry-after"] = String(problem.retryAfterS);
  return c.body(JSON.stringify(document), document.status as 400, headers);
}
