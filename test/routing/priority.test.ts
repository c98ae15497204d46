import { env } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import { createContext } from "../../workers/context.ts";
import { evaluationPriority, PRIORITY } from "../../workers/routing/priority.ts";
import type { AnswerFor, Fault } from "../support/recorded-inference.ts";
import { CONSTRAINT, clientOf, question, streamed } from "./requests.ts";

const badRequest = (message: string, param: string | null = null, status = 400): Fault => ({
  fault: "status",
  status,
  body: { error: { message, type: "BadRequestError", param, code: status } },
});
const VLLM = badRequest("Got priority 20 but Priority scheduling is not enabled.");

/** A server that refuses the field as `refusal` says, and answers without it. */
const without =
  (refusal: Fault): AnswerFor =>
  (request) =>
    request.priority === undefined ? { text: "A0" } : refusal;
const priorities = (requests: { body: { priority?: number } }[]) =>
  requests.map(({ body }) => body.priority ?? null);

describe("the order of what waits in the model's server", () => {
  it("is: what a person looks on at, what a person asked for, the rest", () => {
    const order = [PRIORITY.interactive, PRIORITY.asked, evaluationPriority(null)];
    expect([...order].sort((a, b) => a - b)).toEqual(order);
    expect(new Set(order).size).toBe(3);
    expect(evaluationPriority(PRIORITY.asked)).toBe(PRIORITY.asked);
  });

  it("never costs an interactive question anything: it goes without the field, as 0 does anyway", async () => {
    const { inference, requests } = clientOf(without(VLLM));
    await inference.complete(question({ priority: PRIORITY.interactive }));
    expect(priorities(requests)).toEqual([null]);
  });
});

describe("a server without priorities", () => {
  it.each<[string, Fault]>([
    ["vLLM, started without the flag", VLLM],
    [
      "one that does not know the field",
      badRequest("Unrecognized request argument supplied: priority", null, 400),
    ],
    ["one that names it as the error's parameter", badRequest("invalid", "priority", 422)],
    [
      "one that forbids extra fields",
      badRequest(`[{"type":"extra_forbidden","loc":["body","priority"],"msg":"Extra inputs"}]`, null, 422),
    ],
    ["one that says so from inside the stream", { fault: "stream_error", error: errorOf(VLLM) }],
  ])("is asked once more without, and from then on never with: %s", async (_, refusal) => {
    const { inference, requests } = clientOf(without(refusal));
    expect((await inference.complete(question({ priority: 20 }))).text).toBe("A0");
    expect((await streamed(inference, question({ priority: 20 }))).completion.text).toBe("A0");
    expect(priorities(requests)).toEqual([20, null, null]);
  });

  it("is remembered beyond a request: an isolate keeps its clients", () => {
    const isolate = { ...env, INFERENCE_URL: "http://gpu.test" } as typeof env;
    const first = createContext(isolate).inference;
    expect(first).not.toBeNull();
    expect(createContext(isolate).inference).toBe(first);
  });

  it("may refuse the grammar as well: each field is given up for its own refusal", async () => {
    const { inference, requests } = clientOf((request) =>
      request.priority !== undefined
        ? VLLM
        : request.structured_outputs
          ? badRequest("structured_outputs is not supported")
          : { text: "{}" },
    );
    const { constrainedBy } = await inference.complete(question({ priority: 20, constraint: CONSTRAINT }));
    expect(constrainedBy).toBe("json_schema");
    expect(priorities(requests)).toEqual([20, null, null]);
  });

  it("that goes on refusing is not asked a third time", async () => {
    const { inference, requests } = clientOf(() => VLLM);
    await expect(inference.complete(question({ priority: 20 }))).rejects.toMatchObject({ code: "refused" });
    expect(priorities(requests)).toEqual([20, null]);
  });

  it.each([
    ["a prompt that is too long", "This model's maximum context length is 4096 tokens"],
    [
      "a quoted résumé that speaks of its priorities",
      "bad input: Customers first was my priority. Not a valid role",
    ],
  ])("is not taken for one after another refusal: %s", async (_, message) => {
    const { inference, requests } = clientOf(() => badRequest(message));
    await expect(inference.complete(question({ priority: 20 }))).rejects.toMatchObject({ code: "refused" });
    await inference.complete(question({ priority: 20 })).catch(() => {});
    expect(priorities(requests)).toEqual([20, 20]);
  });
});

function errorOf(fault: Fault): unknown {
  return "body" in fault ? (fault.body as { error: unknown }).error : null;
}
