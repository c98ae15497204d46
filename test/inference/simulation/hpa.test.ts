import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  DEFAULT_SCALE_DOWN,
  DEFAULT_SCALE_UP,
  emptyMemory,
  sync,
  wantedBy,
} from "../../../inference/simulation/hpa.ts";
import type { Behavior, Trigger } from "../../../inference/simulation/types.ts";

const average = (target: number): Trigger => ({
  signal: "queue_depth",
  metricType: "AverageValue",
  target,
  activation: 0,
});
const whole = (target: number): Trigger => ({ ...average(target), metricType: "Value" });

interface Case {
  what: string;
  trigger: Trigger;
  value: number;
  current: number;
  ready: number;
  wanted: number;
}

/** Kubernetes, "Algorithm details": ceil(current × metric ÷ target), no change within 10 %. */
const WANTED: readonly Case[] = [
  { what: "ceil of value over target", trigger: average(10), value: 31, current: 1, ready: 1, wanted: 4 },
  { what: "an exact multiple", trigger: average(10), value: 30, current: 1, ready: 1, wanted: 3 },
  { what: "10 % above is left alone", trigger: average(10), value: 22, current: 2, ready: 2, wanted: 2 },
  { what: "more than 10 % above is not", trigger: average(10), value: 22.1, current: 2, ready: 2, wanted: 3 },
  { what: "10 % below is left alone", trigger: average(10), value: 18, current: 2, ready: 2, wanted: 2 },
  { what: "less than 90 % is not", trigger: average(10), value: 9, current: 2, ready: 2, wanted: 1 },
  { what: "nothing wants none", trigger: average(10), value: 0, current: 3, ready: 3, wanted: 0 },
  {
    what: "an average counts unready pods",
    trigger: average(10),
    value: 43,
    current: 4,
    ready: 1,
    wanted: 4,
  },
  { what: "a value multiplies ready pods", trigger: whole(80), value: 100, current: 3, ready: 2, wanted: 3 },
  { what: "a value with all ready", trigger: whole(80), value: 100, current: 4, ready: 4, wanted: 5 },
  { what: "a value within 10 %", trigger: whole(80), value: 87, current: 3, ready: 1, wanted: 3 },
];

const wrong = (wants: typeof wantedBy) =>
  WANTED.filter((one) => wants(one.trigger, one.value, one.current, one.ready) !== one.wanted).map(
    ({ what }) => what,
  );

describe("how many replicas a metric wants", () => {
  test.each(WANTED)("$what", ({ trigger, value, current, ready, wanted }) => {
    expect(wantedBy(trigger, value, current, ready)).toBe(wanted);
  });

  test("the table notices a missing tolerance, and ready pods counted for an average", () => {
    expect(wrong(wantedBy)).toEqual([]);
    expect(wrong((trigger, value) => Math.ceil(value / trigger.target))).toContain(
      "10 % above is left alone",
    );
    expect(wrong((trigger, value, _, ready) => wantedBy(trigger, value, ready, ready))).toContain(
      "an average counts unready pods",
    );
  });
});

/** Runs syncs 15 s apart, each wanting the next number. */
function replay(
  wanted: readonly number[],
  from: number,
  behaviors: { up: Behavior; down: Behavior } = { up: DEFAULT_SCALE_UP, down: DEFAULT_SCALE_DOWN },
  bounds = { min: 1, max: 20 },
): number[] {
  let memory = emptyMemory();
  let current = from;
  return wanted.map((want, index) => {
    const after = sync(15 * index, current, want, bounds, behaviors, memory);
    memory = after.memory;
    current = after.replicas;
    return current;
  });
}

const times = (count: number, value: number): number[] => Array.from({ length: count }, () => value);
const rules = (stabilizationWindowSeconds: number, ...policies: Behavior["policies"]): Behavior => ({
  stabilizationWindowSeconds,
  policies,
  selectPolicy: "Max",
});

describe("what a sync allows", () => {
  test("up by default: four pods or twice as many in 15 s, whichever is more", () => {
    expect(replay(times(4, 20), 1)).toEqual([5, 10, 20, 20]);
  });

  test("down by default: nothing for 300 s after the last higher recommendation, then all at once", () => {
    const replicas = replay([6, ...times(21, 1)], 6);
    expect(replicas.slice(0, 20)).toEqual(times(20, 6));
    expect(replicas[20]).toBe(1);
  });

  test("a short dip within the window changes nothing", () => {
    expect(
      replay([3, 1, 1, 3, 1, 1], 3, {
        up: DEFAULT_SCALE_UP,
        down: rules(60, { type: "Percent", value: 100, periodSeconds: 15 }),
      }),
    ).toEqual(times(6, 3));
  });

  test("a window for scaling up waits until the wish has lasted", () => {
    const up = rules(30, { type: "Pods", value: 10, periodSeconds: 15 });
    expect(replay([1, 5, 5, 5], 1, { up, down: DEFAULT_SCALE_DOWN })).toEqual([1, 1, 5, 5]);
  });

  test("one pod a minute means one in four syncs", () => {
    const down = rules(0, { type: "Pods", value: 1, periodSeconds: 60 });
    expect(replay(times(9, 1), 4, { up: DEFAULT_SCALE_UP, down })).toEqual([3, 3, 3, 3, 2, 2, 2, 2, 1]);
  });

  test("half of them: rounded down", () => {
    const down = rules(0, { type: "Percent", value: 50, periodSeconds: 15 });
    expect(replay(times(4, 1), 7, { up: DEFAULT_SCALE_UP, down })).toEqual([3, 1, 1, 1]);
  });

  test("Min takes the smaller change, Disabled none", () => {
    const both: Behavior["policies"] = [
      { type: "Pods", value: 1, periodSeconds: 15 },
      { type: "Percent", value: 100, periodSeconds: 15 },
    ];
    const least: Behavior = { stabilizationWindowSeconds: 0, policies: both, selectPolicy: "Min" };
    expect(replay([9, 9], 4, { up: least, down: DEFAULT_SCALE_DOWN })).toEqual([5, 6]);
    const never: Behavior = { ...least, selectPolicy: "Disabled" };
    expect(replay(times(3, 1), 4, { up: least, down: never })).toEqual([4, 4, 4]);
  });

  test("never below one nor above the maximum, whatever is wanted", () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(50), { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 1, max: 8 }),
        fc.integer({ min: 0, max: 120 }),
        (wanted, max, window) => {
          const down = rules(window, { type: "Percent", value: 100, periodSeconds: 15 });
          const replicas = replay(wanted, 1, { up: DEFAULT_SCALE_UP, down }, { min: 1, max });
          expect(Math.min(...replicas)).toBeGreaterThanOrEqual(1);
          expect(Math.max(...replicas)).toBeLessThanOrEqual(max);
        },
      ),
    );
  });
});
