import { describe, expect, test } from "vitest";
import { CARDS } from "../../../inference/simulation/cards.ts";
import { drawChart } from "../../../inference/simulation/chart.ts";
import { compare } from "../../../inference/simulation/compare.ts";
import { type Figures, quantile } from "../../../inference/simulation/outcome.ts";
import { CHOSEN, chosenPolicy, policyOf, shifted } from "../../../inference/simulation/policy.ts";
import { shortfalls, table, verdictTable } from "../../../inference/simulation/report.ts";
import { type Candidate, choices, choose, GRID, paretoFront } from "../../../inference/simulation/search.ts";
import { simulate } from "../../../inference/simulation/simulate.ts";
import { STARTS } from "../../../inference/simulation/starts.ts";
import { makeTrace, readTrace, TRACE_NAMES } from "../../../inference/simulation/traces.ts";

const figures = (p95: number, gpuHours: number, neverEvaluated = 0): Figures => ({
  policy: `${p95} s, ${gpuHours} h`,
  trace: "t",
  arrivals: 10,
  p50: 0,
  p95,
  p99: p95,
  max: p95,
  mean: p95,
  gpuHours,
  usdPer1000: 0,
  idle: 0,
  startingOrEmpty: 0,
  starts: 0,
  highest: 1,
  neverEvaluated,
  redone: 0,
});

describe("traces", () => {
  test.each(TRACE_NAMES)("%s is in order, within its hours, and the same for a seed", (name) => {
    const trace = makeTrace(name, 7, 1, 0.5);
    expect(trace.arrivals.every(({ at }, index) => at >= (trace.arrivals[index - 1]?.at ?? 0))).toBe(true);
    expect(trace.arrivals.at(-1)!.at).toBeLessThan(trace.horizon);
    expect(makeTrace(name, 7, 1, 0.5)).toEqual(trace);
    expect(makeTrace(name, 8, 1, 0.5).arrivals).not.toEqual(trace.arrivals);
  });

  test("an import has its 50,000 whatever the scale", () => {
    const extra = (scale: number) => makeTrace("bulk", 1, 1, scale).arrivals.length;
    expect(extra(0)).toBe(50_000);
    expect(extra(1)).toBe(50_720);
  });

  test("sizes are one on average", () => {
    const { arrivals } = makeTrace("bulk", 1, 1, 0);
    expect(arrivals.reduce((sum, { size }) => sum + size, 0) / arrivals.length).toBeCloseTo(1, 1);
  });

  test("a file of times keeps their hour of the day, in any order", () => {
    const { arrivals } = readTrace("own", "# mine\n2026-11-23T09:30:00Z\n\n2026-11-23T08:00:00Z\r\n", 1);
    expect(arrivals.map(({ at }) => at / 3600)).toEqual([8, 9.5]);
  });

  test.each([
    ["seconds and no time\nnoon", "line 2"],
    ["", "no arrivals"],
  ])("%j is refused", (text, why) => {
    expect(() => readTrace("own", text.replace("seconds and no time", "12.5"), 1)).toThrow(why);
  });
});

describe("comparison", () => {
  test.each([
    { one: figures(1, 1), other: figures(2, 2), beats: true },
    { one: figures(1, 2), other: figures(2, 2), beats: false },
    { one: figures(2, 1), other: figures(2, 2), beats: false },
    { one: figures(1, 3), other: figures(2, 2), beats: false },
    { one: figures(1, 9), other: figures(Number.POSITIVE_INFINITY, 0, 4), beats: true },
  ])("$one.policy against $other.policy: $beats", ({ one, other, beats }) => {
    expect(compare(one, other).beats).toBe(beats);
  });

  test("the verdict counts only what is better on both, and says what is not", () => {
    const both = [compare(figures(1, 1), figures(2, 2)), compare(figures(3, 1), figures(2, 2))];
    const comparisons = both.map((one, index) => ({ ...one, trace: `t${index}` }));
    expect(verdictTable(comparisons, ["t0", "t1"])).toContain("1 of 2");
    expect(shortfalls(comparisons)).toEqual(["t1, 2 s, 2 h: waits +50.0 % (p95), for cost −50.0 %"]);
  });

  test("a quantile counts those that were never evaluated", () => {
    const waits = Float64Array.of(1, 2, 3);
    expect([0.5, 0.75, 0.76].map((share) => quantile(waits, 4, share))).toEqual([
      2,
      3,
      Number.POSITIVE_INFINITY,
    ]);
  });

  test("columns line up", () => {
    expect(table(["a", "bb"], [["ccc", "d"]])).toBe("a    bb\nccc   d");
  });
});

describe("search", () => {
  const point = (wait: number, hours: number) => ({ wait, hours });

  test("the front holds what nothing else equals or betters on both", () => {
    const front = [point(1, 9), point(2, 5), point(8, 1)];
    expect(paretoFront([point(2, 6), ...front, point(9, 1), point(2, 5)])).toEqual(front);
  });

  test("the grid is run whole, and the chosen policy is in it", () => {
    const all = choices(GRID);
    expect(all).toHaveLength(Object.values(GRID).reduce((product, values) => product * values.length, 1));
    expect(all).toContainEqual(CHOSEN);
  });

  test("the rule prefers rivals beaten, then pairs, then the most seeds, among short tails", () => {
    const candidate = (rivalsBeaten: number, beats: number, seedWins: number, longTails = 1): Candidate => ({
      choice: CHOSEN,
      figures: [],
      wait: 1,
      hours: 1,
      beats,
      rivalsBeaten,
      seedWins,
      longTails,
    });
    const best = candidate(5, 15, 30);
    expect(choose([candidate(5, 16, 90, 2), best])).toBe(best);
    expect(choose([best, candidate(5, 15, 20, 0)])).toBe(best);
    expect(choose([candidate(4, 19, 90), candidate(5, 14, 90), candidate(5, 15, 20), best])).toBe(best);
  });
});

describe("the chosen policy", () => {
  /** The thresholds that the manifests carry. */
  test.each([
    ["h100", 1639, 64],
    ["h100-fp8", 2197, 64],
    ["l40s", 541, 48],
    ["l4", 171, 24],
    ["t4", 118, 16],
    ["rtx4060", 55, 4],
  ] as const)("%s: a card per %i in the queue, or per %i waiting inside vLLM", (card, depth, waiting) => {
    const { triggers } = chosenPolicy(card);
    const target = (signal: string) => triggers.find((trigger) => trigger.signal === signal)!.target;
    expect([target("queue_depth"), target("requests_waiting")]).toEqual([depth, waiting]);
  });

  test("hours with more cards than there may be are left out", () => {
    const most = (max: number) =>
      Math.max(...chosenPolicy("rtx4060", max).warmHours.map(({ replicas }) => replicas));
    expect([most(1), most(2), most(4)]).toEqual([1, 2, 2]);
  });

  test.each([
    [3, [10, 2]],
    [-3, [4, 20]],
  ])("warm hours moved by %i h wrap at midnight", (hours, [from, to]) => {
    const [first] = shifted(CHOSEN, hours).warmHours;
    expect(first).toEqual({ from, to, replicas: 1 });
  });

  test("vLLM's own gauges stay silent while only the edge sends", () => {
    const policy = policyOf(CHOSEN, CARDS.l4, 4);
    const own = policy.triggers.filter(({ signal }) => signal === "queue_depth" || signal === "oldest_wait");
    const run = (triggers: typeof policy.triggers) =>
      simulate({
        trace: makeTrace("burst", 2, 2.8, 0.5),
        policy: { ...policy, triggers },
        card: CARDS.l4,
        start: STARTS.cloud,
        seed: 2,
      });
    expect(run(policy.triggers).highest).toBe(run(own).highest);
    expect(run(policy.triggers).waits).toEqual(run(own).waits);
  });
});

describe("the chart", () => {
  const outcome = simulate({
    trace: makeTrace("night", 1, 1),
    policy: { ...policyOf(CHOSEN, CARDS.l4, 4), name: "a < b & c" },
    card: CARDS.l4,
    start: STARTS.cloud,
    seed: 1,
  });
  const svg = drawChart([outcome, outcome], "A night");

  test("has a title and a description for those who cannot see it, and escapes names", () => {
    expect(svg).toMatch(/role="img" aria-labelledby="chart-title chart-desc"/);
    expect(svg).toContain('<title id="chart-title">A night</title>');
    expect(svg).toContain("a &lt; b &amp; c: at most");
    expect(svg).not.toContain("a < b");
  });

  test("stands on light and dark: no background, neither black nor white", () => {
    expect(svg).not.toMatch(/<rect|#000|#fff|white|black|<style|<script/i);
  });

  test("is small enough for a page", () => {
    expect(svg.length).toBeLessThan(40_000);
  });
});
