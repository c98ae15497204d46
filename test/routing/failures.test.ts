import { describe, expect, it } from "vitest";
import { INFERENCE_ERRORS, InferenceError } from "../../workers/routing/types.ts";
import type { Fault } from "../support/recorded-inference.ts";
import { clientOf, question } from "./requests.ts";

const failureOf = (fault: Fault): Promise<unknown> =>
  clientOf(() => fault)
    .inference.complete(question({ maxTokens: 4_000 }))
    .then(
      (completion) => completion,
      (error: unknown) => error,
    );

const streamError = (error: unknown): Fault => ({ fault: "stream_error", error });

describe("a failure has a code of the closed list", () => {
  it.each<[string, Fault, string]>([
    ["a refused connection", { fault: "refused" }, "unreachable"],
    ["a connection reset before the first token", { fault: "reset", afterTokens: 0 }, "unreachable"],
    ["a connection reset among the tokens", { fault: "reset", afterTokens: 3 }, "unreachable"],
    ["404", { fault: "status", status: 404 }, "unavailable"],
    ["408", { fault: "status", status: 408 }, "unavailable"],
    ["500", { fault: "status", status: 500 }, "unavailable"],
    ["502", { fault: "status", status: 502 }, "unavailable"],
    ["503", { fault: "status", status: 503 }, "unavailable"],
    ["504", { fault: "status", status: 504 }, "unavailable"],
    ["429", { fault: "status", status: 429 }, "rate_limited"],
    ["400", { fault: "status", status: 400 }, "refused"],
    ["401", { fault: "status", status: 401, body: { error: "Unauthorized" } }, "refused"],
    ["403", { fault: "status", status: 403 }, "refused"],
    ["413", { fault: "status", status: 413 }, "refused"],
    ["422", { fault: "status", status: 422 }, "refused"],
    [
      "an error in the stream with code 400",
      streamError({ message: "x", type: "BadRequestError", code: 400 }),
      "refused",
    ],
    ["an error in the stream with code 500", streamError({ message: "x", code: 500 }), "unavailable"],
    [
      "an error in the stream with a code in letters",
      streamError({ message: "x", code: "rate_limit_exceeded" }),
      "rate_limited",
    ],
    [
      "an error in the stream with a type alone",
      streamError({ message: "x", type: "BadRequestError" }),
      "refused",
    ],
    ["an error in the stream that is a sentence", streamError("out of memory"), "unavailable"],
    [
      "an error after some tokens",
      { fault: "stream_error", afterTokens: 2, error: { code: 503 } },
      "unavailable",
    ],
    ["a half-written frame", { fault: "half_json", afterTokens: 2 }, "protocol"],
    ["a stream closed before its end", { fault: "early_close", afterTokens: 3 }, "protocol"],
    ["a stream closed before it began", { fault: "early_close", afterTokens: -1 }, "protocol"],
    ["blanks without end", { fault: "blanks" }, "runaway"],
    ["a sentence without end", { fault: "repetition", unit: "and so on, " }, "runaway"],
  ])("%s", async (_, fault, code) => {
    const failure = await failureOf(fault);
    expect(failure).toBeInstanceOf(InferenceError);
    expect(failure).toMatchObject({ code });
    expect(INFERENCE_ERRORS).toContain(code);
  });

  it.each([
    ["7", 7],
    ["Thu, 01 Jan 1970 00:01:00 GMT", 0],
    ["soon", null],
  ])("and the wait the server asked for: Retry-After %s", async (retryAfter, seconds) => {
    expect(await failureOf({ fault: "status", status: 429, retryAfter })).toMatchObject({
      code: "rate_limited",
      retryAfterS: seconds,
    });
    expect(await failureOf({ fault: "status", status: 503, retryAfter })).toMatchObject({
      retryAfterS: seconds,
    });
  });

  it("and no words of the prompt, which servers quote", async () => {
    const body = { error: { message: "bad input: Which lines?", type: "BadRequestError", code: 400 } };
    const failure = await failureOf({ fault: "status", status: 400, body });
    expect((failure as Error).message).toBe("answer 400 BadRequestError");
  });
});

describe("a failure ends the work", () => {
  it.each<[string, Fault]>([
    ["of a runaway answer", { fault: "blanks" }],
    ["of an unreadable one", { fault: "half_json", afterTokens: 1 }],
  ])("%s", async (_, fault) => {
    const { inference, requests } = clientOf(() => fault);
    await inference.complete(question({ maxTokens: 4_000 })).catch(() => {});
    await new Promise((done) => setTimeout(done));
    expect(requests).toHaveLength(1);
    // The half-written frame is the last one: that stream is over by itself.
    expect(requests[0]?.aborted || "afterTokens" in fault).toBe(true);
  });

  it("and is not retried", async () => {
    const { inference, requests } = clientOf(() => ({ fault: "status", status: 503 }));
    await inference.complete(question()).catch(() => {});
    expect(requests).toHaveLength(1);
  });
});

describe("a caller who gives up", () => {
  it("gets back its own reason, before the request and among the tokens", async () => {
    const reason = new DOMException("the person left", "AbortError");
    const early = clientOf(() => ({ text: "ok" }));
    await expect(early.inference.complete(question({ signal: AbortSignal.abort(reason) }))).rejects.toBe(
      reason,
    );
    expect(early.requests).toHaveLength(0);

    const late = clientOf(() => ({ fault: "stall", afterTokens: 2 }));
    const stop = new AbortController();
    const pieces = late.inference.stream(question({ signal: stop.signal }));
    await pieces.next();
    await pieces.next();
    const third = pieces.next();
    stop.abort(reason);
    await expect(third).rejects.toBe(reason);
    expect(late.requests[0]?.aborted).toBe(true);
  });

  it("by leaving the loop closes the stream", async () => {
    const { inference, requests } = clientOf(() => ({ text: "a long answer that nobody reads" }));
    for await (const piece of inference.stream(question())) {
      expect(piece).toBe("a");
      break;
    }
    expect(requests[0]?.aborted).toBe(true);
  });
});
