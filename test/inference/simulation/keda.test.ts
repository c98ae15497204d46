import { describe, expect, test } from "vitest";
import { active, poll, withinWarmHours } from "../../../inference/simulation/keda.ts";
import type { Trigger } from "../../../inference/simulation/types.ts";

const toZero = { minReplicas: 0, cooldownPeriod: 60 };

/** KEDA, "ScaledObject specification" and "Scaling Deployments". */
const POLLS = [
  { what: "activity starts one from none", current: 0, isActive: true, lastActive: null, replicas: 1 },
  { what: "no activity leaves none", current: 0, isActive: false, lastActive: null, replicas: 0 },
  {
    what: "activity leaves the number to the controller",
    current: 3,
    isActive: true,
    lastActive: 0,
    replicas: 3,
  },
  { what: "within the cooldown nothing goes", current: 3, isActive: false, lastActive: 50, replicas: 3 },
  {
    what: "at the cooldown's end nothing goes yet",
    current: 1,
    isActive: false,
    lastActive: 40,
    replicas: 1,
  },
  { what: "after the cooldown all go at once", current: 3, isActive: false, lastActive: 39, replicas: 0 },
  { what: "what was never active goes at once", current: 1, isActive: false, lastActive: null, replicas: 0 },
] as const;

describe("a poll at second 100 with a cooldown of 60 s", () => {
  test.each(POLLS)("$what", ({ current, isActive, lastActive, replicas }) => {
    const after = poll(100, current, isActive, lastActive, toZero);
    expect(after).toEqual({ replicas, lastActive: isActive ? 100 : lastActive });
  });

  test("a minimum of one is never left", () => {
    expect(poll(1000, 1, false, null, { minReplicas: 1, cooldownPeriod: 60 }).replicas).toBe(1);
  });
});

describe("activity", () => {
  const trigger = (activation: number): Trigger => ({
    signal: "queue_depth",
    metricType: "AverageValue",
    target: 1,
    activation,
  });

  test.each([
    { what: "above the threshold", triggers: [trigger(5)], value: 6, isActive: true },
    { what: "at the threshold, which is not above", triggers: [trigger(5)], value: 5, isActive: false },
    { what: "any of several", triggers: [trigger(50), trigger(5)], value: 6, isActive: true },
    { what: "no trigger", triggers: [], value: 6, isActive: false },
  ])("$what", ({ triggers, value, isActive }) => {
    expect(active({ triggers, warmHours: [] }, () => value, 0)).toBe(isActive);
  });

  test.each([
    { from: 8, to: 22, hour: 7.99, within: false },
    { from: 8, to: 22, hour: 8, within: true },
    { from: 8, to: 22, hour: 22, within: false },
    { from: 8, to: 22, hour: 24 + 9, within: true },
    { from: 22, to: 6, hour: 23, within: true },
    { from: 22, to: 6, hour: 12, within: false },
  ])("warm from $from to $to at $hour: $within", ({ from, to, hour, within }) => {
    expect(withinWarmHours({ from, to, replicas: 1 }, hour * 3600)).toBe(within);
    expect(active({ triggers: [], warmHours: [{ from, to, replicas: 1 }] }, () => 0, hour * 3600)).toBe(
      within,
    );
  });
});
