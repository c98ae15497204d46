import { describe, expect, it } from "vitest";
import { createInference } from "../../workers/routing/client.ts";
import { COMMIT_MS, deadlineOf, inferenceUntil, JOB_MS, leaseFor } from "../../workers/routing/deadline.ts";
import { evaluationBudget, patientInference } from "../../workers/routing/patience.ts";
import { POOLS } from "../../workers/routing/pools.ts";
import { manualClock } from "../support/manual-clock.ts";
import type { AnswerFor, SeenRequest } from "../support/recorded-inference.ts";
import { recordedFetch } from "../support/recorded-inference.ts";
import { question } from "./requests.ts";

const TIME_IS_UP = { code: "stalled", message: "the job's time is up" };
const LONG = { firstTokenMs: 1e9, tokenGapMs: 1e9, deadlineMs: 1e9 };

/** A job of ten seconds on a scripted server; `step` says how long each answer takes to begin. */
function job(answers: AnswerFor, step = 0) {
  const clock = manualClock(1_000);
  const server = recordedFetch((request, index) => {
    clock.advance(step);
    return answers(request, index);
  });
  const client = createInference({
    url: "http://t",
    model: "tiny",
    apiKey: null,
    fetch: server.fetch,
    limits: LONG,
    clock,
  });
  const until = clock.now() + 10_000;
  const options = { budget: evaluationBudget(), random: () => 0.5, clock, until };
  const inference = inferenceUntil(patientInference(client, options), until, clock);
  return { clock, inference, requests: server.requests as SeenRequest[] };
}
const settle = () => new Promise((done) => setTimeout(done, 5));

describe("a job's deadline", () => {
  it("is one for all its calls: what each has used is gone for the next", async () => {
    const { inference, requests } = job(() => ({ text: "ok" }), 4_000);
    for (let n = 0; n < 2; n++) expect((await inference.complete(question())).text).toBe("ok");
    await expect(inference.complete(question())).rejects.toMatchObject(TIME_IS_UP);
    await expect(inference.complete(question())).rejects.toMatchObject(TIME_IS_UP);
    expect(requests).toHaveLength(3);
  });

  it.each(["complete", "stream"] as const)("cuts off what runs then, in the server too: %s", async (way) => {
    const { inference, clock, requests } = job(() => ({ fault: "stall", afterTokens: 2 }));
    const asked =
      way === "complete"
        ? inference.complete(question())
        : (async () => {
            for await (const _ of inference.stream(question()));
          })();
    const ended = expect(asked).rejects.toMatchObject(TIME_IS_UP);
    await settle();
    expect(requests[0]?.aborted).toBe(false);
    clock.advance(10_000);
    await ended;
    expect(requests.map(({ aborted }) => aborted)).toEqual([true]);
  });

  it("ends the pause before a retry", async () => {
    const { inference, clock, requests } = job(() => ({ fault: "reset", afterTokens: 2 }));
    const ended = expect(inference.complete(question())).rejects.toMatchObject(TIME_IS_UP);
    await settle();
    clock.advance(10_000);
    await ended;
    expect(requests).toHaveLength(1);
  });

  it("does not let a pause begin that outlasts it: the server's own word is told", async () => {
    const busy = { fault: "status", status: 429, retryAfter: "2" } as const;
    const { inference, requests } = job(() => busy, 9_000);
    await expect(inference.complete(question())).rejects.toMatchObject({
      code: "rate_limited",
      retryAfterS: 2,
    });
    expect(requests).toHaveLength(1);
  });

  it("leaves the caller's own reason alone, and no timer behind", async () => {
    const reason = new DOMException("the person left", "AbortError");
    const stop = new AbortController();
    const { inference, clock } = job(() => ({ fault: "stall", afterTokens: 1 }));
    const ended = expect(inference.complete(question({ signal: stop.signal }))).rejects.toBe(reason);
    await settle();
    stop.abort(reason);
    await ended;
    clock.advance(1_000_000);
  });
});

describe("the deadline's place", () => {
  it.each(POOLS)("is before the end of the lease, with time for the commit: %s", (pool) => {
    const leaseUntil = 5_000 + leaseFor(pool);
    expect(deadlineOf(pool, 5_000, leaseUntil)).toBe(5_000 + JOB_MS[pool]);
    expect(deadlineOf(pool, leaseUntil - 20_000, leaseUntil)).toBe(leaseUntil - COMMIT_MS);
    expect(deadlineOf(pool, 5_000, null)).toBe(5_000 + JOB_MS[pool]);
  });
});
