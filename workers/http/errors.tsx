import type { Context, ErrorHandler, NotFoundHandler } from "hono";
import { HTTPException } from "hono/http-exception";
import { localeOf, ProblemPage } from "../../web/careers/index.ts";
import { ConstraintViolation } from "../audit/commit.ts";
import type { AppEnv } from "./app-env.ts";
import { answerProblem, PROBLEMS, Problem } from "./problem.ts";

/** One place where errors become answers: a problem document, or a page where a person is looking. */
export const answerError: ErrorHandler<AppEnv> = (error, c) => {
  const problem = problemOf(error);
  if (PROBLEMS[problem.code][0] >= 500) {
    c.var.ctx?.log("error", problem.message, {
      request_id: c.var.requestId,
      code: problem.code,
      error: stackOf(error),
    });
  }
  return answer(c, problem);
};

/** What no route answers: an address that knows other methods (405 with `Allow`, RFC 9110), or none at all. */
export function answerUnrouted(routes: readonly { method: string; path: string }[]): NotFoundHandler<AppEnv> {
  const known = routes
    .filter(({ method, path }) => method !== "ALL" && !path.includes("*"))
    .map(({ method, path }) => ({ method, pattern: new RegExp(`^${path.replace(/:[^/]+/g, "[^/]+")}$`) }));
  return (c) => {
    const methods = new Set(
      known.filter(({ pattern }) => pattern.test(c.req.path)).map(({ method }) => method),
    );
    if (methods.size === 0) return answer(c, new Problem("not_found", "There is nothing at this address."));
    const allow = [...methods].sort().join(", ");
    return answer(c, new Problem("method_not_allowed", null, { headers: { allow } }));
  };
}

/** A body or a parameter that its schema refuses. */
export function invalidRequest(
  result:
    | { success: true }
    | { success: false; error: { issues: { path: PropertyKey[]; message: string }[] } },
): void {
  if (result.success) return;
  const errors = result.error.issues.map(({ path, message }) => ({
    field: path.map(String).join("."),
    message,
  }));
  throw new Problem("validation_failed", null, { errors });
}

function answer(c: Context<AppEnv>, problem: Problem): Response | Promise<Response> {
  const requestId = c.var.requestId ?? "";
  if (!c.req.path.startsWith("/careers")) return answerProblem(c, problem, requestId, c.env.PUBLIC_URL);
  const [status, title] = PROBLEMS[problem.code];
  const locale = localeOf(c.req.query("lang"), c.req.header("accept-language"));
  const page = (
    <ProblemPage
      locale={locale}
      workspace={null}
      status={status}
      code={problem.code}
      title={title}
      requestId={requestId}
    />
  );
  return c.html(page, status);
}

function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof ConstraintViolation) return new Problem("conflict", null, { cause: error });
  if (error instanceof HTTPException && error.status < 500)
    return new Problem("malformed_request", error.message);
  return new Problem("internal", null, { cause: error });
}

const stackOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);
