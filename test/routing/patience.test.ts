import { describe, expect, it } from "vitest";
import {
  evaluationBudget,
  LONGEST_WAIT_MS,
  patientInference,
  retryWait,
} from "../../workers/routing/patience.ts";
import { type Completion, type Inference, InferenceError } from "../../workers/routing/types.ts";
import { question } from "./requests.ts";

const WHOLE: Completion = {
  text: "A3 4",
  finishReason: "stop",
  firstTokenLogprobs: null,
  usage: { prompt_tokens: 9, cached_tokens: 0, completion_tokens: 3 },
  model: "tiny",
  ttftMs: 1,
  latencyMs: 2,
  constrainedBy: null,
};
type Step = InferenceError | "answer";
const lost = new InferenceError("unreachable", "connection lost during the answer");
const refused = new InferenceError("unreachable", "no connection");

/** A model that does one thing after the other; a failure comes after a first piece where `midway` says so. */
function playing(steps: Step[], midway = true) {
  const asked: number[] = [];
  const stream: Inference["stream"] = async function* () {
    const step = steps[asked.length] ?? "answer";
    asked.push(asked.length);
    if (midway || step === "answer") yield "1";
    if (step !== "answer") throw step;
    return WHOLE;
  };
  const inference: Inference = { model: "tiny", stream, complete: () => Promise.reject(new Error("unused")) };
  const waits: number[] = [];
  const clock = {
    now: () => 0,
    after: (ms: number, then: () => void) => {
      waits.push(ms);
      queueMicrotask(then);
      return () => undefined;
    },
  };
  const budget = evaluationBudget();
  return { asked, waits, budget, patient: patientInference(inference, { budget, random: () => 0.5, clock }) };
}

describe("asking again", () => {
  it("repairs an answer that broke off, after a random part of a growing pause", async () => {
    const { patient, asked, waits } = playing([lost, lost]);
    expect(await patient.complete(question())).toEqual(WHOLE);
    expect([asked.length, waits]).toEqual([3, [250, 500]]);
  });

  it("ends with the budget, which all requests of an evaluation share", async () => {
    const { patient, asked, budget } = playing([lost, lost, "answer", lost, lost]);
    await patient.complete(question());
    await expect(patient.complete(question())).rejects.toBe(lost);
    expect([asked.length, budget.left]).toEqual([5, 0]);
  });

  it("does not knock twice where nobody is there", async () => {
    const { patient, asked } = playing([refused], false);
    await expect(patient.complete(question())).rejects.toBe(refused);
    expect(asked.length).toBe(1);
  });

  it("says nothing twice to somebody who listens", async () => {
    const { patient, asked } = playing([lost]);
    const pieces = patient.stream(question());
    await pieces.next();
    await expect(pieces.next()).rejects.toBe(lost);
    expect(asked.length).toBe(1);
  });

  it("stops waiting when the caller gives up", async () => {
    const { patient } = playing([new InferenceError("rate_limited", "429", 2)], false);
    const stop = new AbortController();
    stop.abort(new Error("gone"));
    await expect(patient.complete(question({ signal: stop.signal }))).rejects.toThrow("gone");
  });

  it.each([
    ["a wait that the server asks for", new InferenceError("rate_limited", "429", 2), false, 2_250],
    [
      "a longer one than a worker should stand still for",
      new InferenceError("rate_limited", "429", 60),
      false,
      null,
    ],
    ["a server that gave up on an answer", new InferenceError("unavailable", "abort"), true, 250],
    ["a router without its model", new InferenceError("unavailable", "404"), false, null],
    ["a stall, which has cost its time already", new InferenceError("stalled", "no token"), true, null],
    ["a refusal", new InferenceError("refused", "400"), false, null],
    ["another error", new TypeError("bug"), true, null],
  ])("%s", (_, error, begun, wait) => {
    expect(retryWait(error, begun, 0, 0.5)).toBe(wait);
  });

  it("never waits longer of its own accord than that", () => {
    expect(retryWait(lost, true, 30, 1)).toBe(LONGEST_WAIT_MS);
  });
});
