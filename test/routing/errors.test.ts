import fc from "fast-check";
import { APIConnectionTimeoutError, APIError } from "openai";
import { describe, expect, it } from "vitest";
import {
  ConstraintRefused,
  codeOfStatus,
  inferenceError,
  retryAfterSeconds,
} from "../../workers/routing/errors.ts";
import { INFERENCE_ERRORS, InferenceError } from "../../workers/routing/types.ts";

const NOW = Date.UTC(2026, 10, 23, 12, 0, 0);

describe("the wait a server asks for", () => {
  it.each([
    ["0", 0],
    ["120", 120],
    [" 5 ", 5],
    ["Mon, 23 Nov 2026 12:00:30 GMT", 30],
    ["Mon, 23 Nov 2026 11:00:00 GMT", 0],
    ["-3", null],
    ["1.5e3x", null],
    ["later", null],
    ["", null],
    [null, null],
    [undefined, null],
  ])("%j is %j seconds", (value, seconds) => {
    expect(retryAfterSeconds(value, NOW)).toBe(seconds);
  });
});

describe("a status", () => {
  it("has a code of the closed list, whatever it is", () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 999 }), (status) =>
        INFERENCE_ERRORS.includes(codeOfStatus(status)),
      ),
    );
  });
});

describe("what was thrown", () => {
  const server = (status: number | undefined, error: object | string) =>
    new APIError(status, error as object, undefined, new Headers());

  it.each<[string, unknown, string]>([
    ["a client's own time-out", new APIConnectionTimeoutError(), "unreachable"],
    ["undici's end of a body", new TypeError("terminated"), "unreachable"],
    ["workerd's", new Error("Network connection lost."), "unreachable"],
    ["a string", "reset", "unreachable"],
    ["broken JSON", new SyntaxError("Unexpected end of JSON input"), "protocol"],
    ["an unknown status", server(418, {}), "refused"],
    ["a number in letters", server(undefined, { code: "503" }), "unavailable"],
    ["a type without a number", server(undefined, { type: "overloaded_error" }), "unavailable"],
    ["an unknown type", server(undefined, { type: "SomethingError" }), "unavailable"],
  ])("%s becomes one of the closed list", (_, thrown, code) => {
    expect(inferenceError(thrown, NOW)).toMatchObject({ code });
  });

  it("stays what it is when it is one already", () => {
    const stalled = new InferenceError("stalled", "no token");
    expect(inferenceError(stalled, NOW)).toBe(stalled);
  });

  it.each([
    [400, { message: "Invalid grammar specification." }, true],
    [422, { param: "structured_outputs" }, true],
    [422, [{ type: "extra_forbidden", loc: ["body", "structured_outputs"] }], true],
    [400, { message: "maximum context length is 4096 tokens" }, false],
    [500, { message: "grammar backend died" }, false],
    [401, { message: "structured_outputs" }, false],
  ])("%i %j is about the grammar: %s", (status, error, expected) => {
    expect(inferenceError(server(status, error), NOW) instanceof ConstraintRefused).toBe(expected);
  });
});
