import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  admit,
  admitInteractive,
  answered,
  type BreakerState,
  CLOSED,
  FAILURES_TO_OPEN,
  FIRST_PAUSE_MS,
  failed,
  isOfTheTier,
  LONGEST_PAUSE_MS,
  PROBE_MS,
  tierStatus,
} from "../../workers/routing/breaker.ts";
import { INFERENCE_ERRORS } from "../../workers/routing/types.ts";

const fail = (breaker: BreakerState, over: Partial<Parameters<typeof failed>[1]> = {}) =>
  failed(breaker, { code: "unreachable", now: 1_000, random: 1, retryAfterS: null, ...over });
const times = (count: number) => Array.from({ length: count }).reduce<BreakerState>((at) => fail(at), CLOSED);
const open = times(FAILURES_TO_OPEN);
const probing = (breaker: BreakerState, now: number): BreakerState => {
  const admitted = admit(breaker, now);
  if (admitted.go !== "probe") throw new Error(`not let through: ${admitted.go}`);
  return admitted.state;
};

describe("the breaker of the model tier", () => {
  it("stays closed through failures that an answer comes between", () => {
    expect(times(FAILURES_TO_OPEN - 1)).toMatchObject({ state: "closed", failures: FAILURES_TO_OPEN - 1 });
    expect(admit(times(FAILURES_TO_OPEN - 1), 0)).toEqual({ go: "yes" });
    expect(answered(times(FAILURES_TO_OPEN - 1), 0)).toEqual(CLOSED);
  });

  it("is closed by an answer to a question asked since it opened, and by no earlier one", () => {
    const half = probing(open, open.probe_at);
    expect(answered(open, 999)).toEqual(open);
    expect(answered(half, 999)).toEqual(half);
    expect(answered(half, open.probe_at)).toEqual(CLOSED);
  });

  it("opens after as many in a row, and lets nobody through until its time", () => {
    expect(open).toMatchObject({ state: "open", opened_at: 1_000, probe_at: 1_000 + FIRST_PAUSE_MS });
    expect(admit(open, open.probe_at - 1)).toEqual({ go: "no", until: open.probe_at });
  });

  it("then lets one through, and the next only if that one is never heard of", () => {
    const half = probing(open, open.probe_at);
    expect(half).toMatchObject({ state: "half_open", probe_at: open.probe_at + PROBE_MS });
    expect(admit(half, half.probe_at - 1).go).toBe("no");
    expect(admit(half, half.probe_at).go).toBe("probe");
  });

  it("pauses longer after each probe that fails, up to a minute, and remembers since when it has been open", () => {
    let at = open;
    const pauses = Array.from({ length: 6 }, () => {
      const now = at.probe_at;
      at = fail(probing(at, now), { now });
      return at.probe_at - now;
    });
    expect(pauses).toEqual([10_000, 20_000, 40_000, LONGEST_PAUSE_MS, LONGEST_PAUSE_MS, LONGEST_PAUSE_MS]);
    expect(at.opened_at).toBe(1_000);
  });

  it("never probes sooner than the server asked, nor because of a failure from before it opened", () => {
    const half = probing(open, open.probe_at);
    const now = open.probe_at;
    expect(fail(half, { now, retryAfterS: 300 }).probe_at).toBe(now + 300_000);
    expect(fail(open, { now: 5_999 }).probe_at).toBe(open.probe_at);
  });

  it.each([
    [CLOSED, "up"],
    [open, "cold"],
    [{ ...open, cause: "stalled" }, "down"],
    [{ ...open, state: "half_open" as const }, "probing"],
  ])("is called by what an operator would call it", (breaker, status) => {
    expect(tierStatus(breaker)).toBe(status);
  });

  it("counts what the tier did, not what one answer was", () => {
    expect(INFERENCE_ERRORS.filter(isOfTheTier)).toEqual([
      "unreachable",
      "unavailable",
      "rate_limited",
      "stalled",
      "protocol",
    ]);
  });

  it("lets at most one through between two words, whatever happens", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            wait: fc.nat(90_000),
            ok: fc.boolean(),
            random: fc.double({ min: 0, max: 1, noNaN: true }),
          }),
        ),
        (steps) => {
          let at = open;
          let now = 0;
          for (const { wait, ok, random } of steps) {
            now += wait;
            const admitted = admit(at, now);
            if (admitted.go !== "probe") continue;
            expect(admit(admitted.state, now).go).toBe("no");
            at = ok
              ? answered(admitted.state, now)
              : failed(admitted.state, { code: "stalled", now, random, retryAfterS: null });
            if (ok) return;
            expect(at.probe_at).toBeGreaterThan(now);
          }
        },
      ),
    );
  });
});

describe("what somebody waits for", () => {
  const due = open.probe_at;
  const half = probing(open, due);
  it.each<[string, BreakerState, number, ReturnType<typeof admitInteractive>]>([
    ["goes while the breaker is closed", times(FAILURES_TO_OPEN - 1), 0, { go: "yes" }],
    ["is told at once how long an open one pauses", open, due - 1_200, { go: "no", until: due }],
    ["goes beside the probe that is due", open, due, { go: "yes" }],
    [
      "is told to come back soon while a probe is under way",
      half,
      due + 1,
      { go: "no", until: due + 1 + FIRST_PAUSE_MS },
    ],
    ["goes when that probe was never heard of", half, half.probe_at, { go: "yes" }],
  ])("%s", (_, breaker, now, admitted) => {
    expect(admitInteractive(breaker, now)).toEqual(admitted);
  });

  it("never takes the probe: an evaluation may go right after", () => {
    admitInteractive(open, due);
    expect(admit(open, due).go).toBe("probe");
  });

  it("prolongs the pause when it fails in the probe's stead, once, and not when it went before", () => {
    const after = fail(open, { now: due, beside: true });
    expect(after).toMatchObject({ state: "open", probe_at: due + 2 * FIRST_PAUSE_MS });
    expect(fail(after, { now: due + 1, beside: true }).probe_at).toBe(after.probe_at);
    expect(fail(open, { now: due, beside: false }).probe_at).toBe(due);
  });
});
