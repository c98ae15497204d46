import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CARDS } from "../../../inference/simulation/cards.ts";
import { figuresOf } from "../../../inference/simulation/outcome.ts";
import { boundPolicies, naivePolicies, variants } from "../../../inference/simulation/policies.ts";
import { CHOSEN, policyOf } from "../../../inference/simulation/policy.ts";
import { EVALUATION, fullRate, serviceOf } from "../../../inference/simulation/service.ts";
import { simulate } from "../../../inference/simulation/simulate.ts";
import { STARTS } from "../../../inference/simulation/starts.ts";
import { makeTrace } from "../../../inference/simulation/traces.ts";
import type { Outcome, Policy, Scenario, Trace } from "../../../inference/simulation/types.ts";

const card = CARDS.l4;
const service = serviceOf(card, EVALUATION);
const rate = fullRate(service);
const chosen = policyOf(CHOSEN, card, 4);
const [onDemand] = boundPolicies(service, 4).slice(1) as [Policy];

const at = (...moments: number[]): Trace => ({
  name: "by hand",
  what: "",
  horizon: 3600,
  arrivals: moments.map((moment) => ({ at: moment, size: 1 })),
});
const scenario = (changes: Partial<Scenario>): Scenario => ({
  trace: at(0),
  policy: onDemand,
  card,
  start: { ...STARTS.cloud, jitter: 0 },
  seed: 1,
  ...changes,
});

/** What no run may show; each is a sentence. */
function violations(outcome: Outcome, { policy }: Pick<Scenario, "policy">): string[] {
  const { spent } = outcome;
  const broken = {
    "a résumé was lost or evaluated twice": outcome.evaluated !== outcome.arrivals,
    "a waiting time is missing": outcome.waits.length !== outcome.evaluated,
    "something was evaluated before it came": outcome.waits.some((wait) => wait < 0),
    "the queue is negative": outcome.samples.some(({ depth }) => depth < 0),
    "there are more replicas than allowed": outcome.highest > policy.maxReplicas,
    "there are fewer replicas than the minimum": outcome.samples.some(
      ({ wanted }) => wanted < policy.minReplicas,
    ),
    "more are ready than there are": outcome.samples.some(({ ready, wanted }) => ready > wanted),
    "the bill is not the sum of its parts":
      Math.abs(outcome.billed - spent.starting - spent.busy - spent.idle - spent.empty) > 1e-6,
  };
  return Object.entries(broken).flatMap(([what, is]) => (is ? [what] : []));
}

describe("a run", () => {
  test.each([
    chosen,
    ...variants(chosen),
    ...naivePolicies(service, 4).slice(0, 4),
    ...boundPolicies(service, 4),
  ])("evaluates every résumé exactly once: $name", (policy) => {
    for (const name of ["burst", "office", "night"] as const) {
      const run = scenario({ policy, trace: makeTrace(name, 3, rate, 0.1), start: STARTS.cloud });
      expect(violations(simulate(run), run)).toEqual([]);
    }
  });

  test("is the same for the same seed, and another for another", () => {
    const run = (seed: number) =>
      simulate(
        scenario({ policy: chosen, trace: makeTrace("office", seed, rate, 0.2), start: STARTS.cloud, seed }),
      );
    expect(run(5)).toEqual(run(5));
    expect(run(6).waits).not.toEqual(run(5).waits);
  });

  test("the checks notice what they are there for", () => {
    const run = scenario({});
    const good = simulate(run);
    expect(violations(good, run)).toEqual([]);
    const planted: [Partial<Outcome>, string][] = [
      [{ evaluated: 0, waits: new Float64Array() }, "a résumé was lost or evaluated twice"],
      [{ waits: Float64Array.of(-1) }, "something was evaluated before it came"],
      [{ highest: 9 }, "there are more replicas than allowed"],
      [{ billed: good.billed + 1 }, "the bill is not the sum of its parts"],
      [{ samples: [{ at: 0, depth: -1, wanted: 0, ready: 0, wait: null }] }, "the queue is negative"],
    ];
    for (const [fault, found] of planted) expect(violations({ ...good, ...fault }, run)).toEqual([found]);
  });
});

describe("the way from zero and back", () => {
  test("where warm hours overlap the larger number counts, and it ends with its hours", () => {
    const warmHours = [
      { from: 0, to: 3, replicas: 1 },
      { from: 1, to: 2, replicas: 2 },
    ];
    const run = scenario({ policy: { ...chosen, warmHours }, trace: { ...at(0), horizon: 4 * 3600 } });
    const { samples, highest } = simulate(run);
    const wanted = (hour: number) => samples.find((sample) => sample.at >= hour * 3600)!.wanted;
    expect([0.5, 1.5, 2.5, 3.5].map(wanted)).toEqual([1, 2, 1, 0]);
    expect(highest).toBe(2);
  });

  test("the first résumé waits for the poll, every phase of the start, and its own evaluation", () => {
    const { provision, imagePull, weights, engine } = STARTS.cloud;
    const [wait] = simulate(scenario({})).waits;
    const start = provision + imagePull + weights + engine + service.alone;
    expect(wait).toBeGreaterThanOrEqual(start);
    expect(wait).toBeLessThanOrEqual(start + onDemand.pollingInterval);
  });

  test("a second start on a machine that still stands needs neither machine nor image", () => {
    const { provision, imagePull } = STARTS.cloud;
    const start = { ...STARTS.lingering, jitter: 0 };
    const { waits, starts } = simulate(scenario({ trace: at(0, 700), start }));
    expect(starts).toBe(2);
    expect(waits[1]! - waits[0]!).toBeGreaterThan(provision + imagePull - 2 * onDemand.pollingInterval);
  });

  test("a start from a kept compile cache is faster by the compiler's time", () => {
    const cold = simulate(scenario({ start: { ...STARTS.cloud, jitter: 0, engine: STARTS.cold.engine } }));
    const cached = simulate(scenario({}));
    expect(cold.waits[0]! - cached.waits[0]!).toBeCloseTo(STARTS.cold.engine - STARTS.cloud.engine);
  });

  test("vLLM's own queue cannot wake a server that is not there", () => {
    const blind = naivePolicies(service, 4).find(({ name }) => name === "vLLM waiting, from 0")!;
    const outcome = simulate(scenario({ policy: blind, trace: at(0, 10, 20) }));
    expect(outcome.evaluated).toBe(0);
    expect(figuresOf(outcome, 1).p50).toBe(Number.POSITIVE_INFINITY);
  });

  test("a sleeping card answers after waking, and is billed all along", () => {
    const asleep = variants(chosen)[1]!;
    const outcome = simulate(scenario({ policy: asleep, trace: at(1800) }));
    expect(outcome.waits[0]).toBeCloseTo(asleep.sleep!.wake + service.alone);
    expect(outcome.billed).toBeCloseTo(3600);
  });

  test("outside warm hours the first card waits for patience to end", () => {
    const [wait] = simulate(scenario({ policy: chosen, trace: at(0) })).waits;
    expect(wait).toBeGreaterThan(CHOSEN.patienceSeconds);
  });
});

describe("draining", () => {
  const flood = { ...at(...Array.from({ length: 1000 }, () => 0)), horizon: 60 };
  /**
   * Takes the second card away as soon as one could do the rest, while both have work in hand: that is 17 s before the
   * end, and the controller looks every 15 s.
   */
  const hasty: Policy = {
    ...onDemand,
    minReplicas: 1,
    maxReplicas: 2,
    triggers: [{ signal: "queue_depth", metricType: "AverageValue", target: 100, activation: 0 }],
    scaleDown: { ...chosen.scaleDown, stabilizationWindowSeconds: 0 },
  };

  test("what a killed replica had in hand is done again by another, once", () => {
    const run = scenario({ policy: hasty, trace: flood, start: { ...STARTS.prepared, grace: 1 } });
    const outcome = simulate(run);
    expect(outcome.redone).toBeGreaterThan(0);
    expect(violations(outcome, run)).toEqual([]);
  });

  test("a grace period longer than an answer loses no work", () => {
    const run = scenario({ policy: hasty, trace: flood, start: { ...STARTS.prepared, grace: 120 } });
    const outcome = simulate(run);
    expect(outcome.highest).toBe(2);
    expect(outcome.redone).toBe(0);
    expect(violations(outcome, run)).toEqual([]);
  });
});

const anyPolicy = fc
  .record({
    backlogSeconds: fc.integer({ min: 1, max: 300 }),
    patienceSeconds: fc.constantFrom(0, 60, 900),
    stabilizationSeconds: fc.constantFrom(0, 15, 300),
    cooldownSeconds: fc.constantFrom(0, 60, 300),
    warmHours: fc.constantFrom([], [{ from: 0, to: 1, replicas: 2 }]),
    maxReplicas: fc.integer({ min: 2, max: 5 }),
  })
  .map(({ maxReplicas, ...choice }) => policyOf(choice, card, maxReplicas));
const anyTrace = fc
  .array(
    fc.record({ at: fc.integer({ min: 0, max: 5400 }), size: fc.double({ min: 0.2, max: 4, noNaN: true }) }),
    {
      minLength: 1,
      maxLength: 150,
    },
  )
  .map(
    (arrivals): Trace => ({
      name: "any",
      what: "",
      horizon: 5400,
      arrivals: arrivals.sort((a, b) => a.at - b.at),
    }),
  );

describe("whatever comes", () => {
  test("nothing is lost, and replicas stay within their bounds", () => {
    fc.assert(
      fc.property(
        anyPolicy,
        anyTrace,
        fc.constantFrom(...Object.values(STARTS)),
        fc.constantFrom(0, 3, 120),
        fc.nat(),
        (policy, trace, start, grace, seed) => {
          const run = scenario({ policy, trace, start: { ...start, grace }, seed });
          expect(violations(simulate(run), run)).toEqual([]);
        },
      ),
      { numRuns: 40 },
    );
  });

  test("one more card always on costs more and waits no longer; a price doubled doubles the cost", () => {
    const alwaysOn = (count: number) => boundPolicies(service, count)[0]!;
    fc.assert(
      fc.property(anyTrace, fc.integer({ min: 1, max: 4 }), (trace, count) => {
        const fewer = figuresOf(simulate(scenario({ trace, policy: alwaysOn(count) })), 1);
        const moreRun = simulate(scenario({ trace, policy: alwaysOn(count + 1) }));
        const more = figuresOf(moreRun, 1);
        expect(more.gpuHours).toBeGreaterThan(fewer.gpuHours);
        expect(more.mean).toBeLessThanOrEqual(fewer.mean * (1 + 1e-9));
        expect(figuresOf(moreRun, 2).usdPer1000).toBeCloseTo(2 * more.usdPer1000);
      }),
      { numRuns: 30 },
    );
  });
});
