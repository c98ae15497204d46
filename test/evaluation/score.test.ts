import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { score } from "../../workers/evaluation/score.ts";
import { LEVELS, type Level, type Rubric } from "../../workers/evaluation/types.ts";
import { criterion, finding, rubric } from "./samples.ts";

const of = (levels: Level[], weights: number[], threshold = 7) => {
  const criteria = weights.map((weight, index) => criterion(`c${index}`, { weight }));
  const wanted: Rubric = { version: 1, threshold, criteria };
  return score(
    levels.map((level, index) => finding(`c${index}`, level)),
    wanted,
  ).score;
};

/** The design's formula as it stands, in floating point: what the exact one must agree with but for rounding. */
const formula = (levels: Level[], weights: number[]) => {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return (
    1 +
    (9 * weights.reduce((total, weight, index) => total + (weight * Math.min(levels[index]!, 3)) / 3, 0)) /
      sum
  );
};

describe("score", () => {
  it.each<[string, Level[], number[], number]>([
    ["is 1.0 when nothing is met", [0, 0], [3, 1], 1],
    ["is 10.0 when everything is met", [3, 3], [3, 1], 10],
    ["gives nothing more for exceeding", [4, 3], [3, 1], 10],
    ["lets exceeding one not pay for lacking another", [4, 0], [1, 1], 5.5],
    ["weighs by weight", [3, 0], [3, 1], 7.8],
    ["rounds halves up", [3, 0], [1, 3], 3.3],
    ["takes decimal weights as decimals", [3, 0, 3], [0.1, 0.2, 0.3], 7],
    ["takes one third of the way for level 1", [1], [1], 4],
    ["takes two thirds of the way for level 2", [2], [5], 7],
    ["is 1.0 for an empty rubric", [], [], 1],
  ])("%s", (_name, levels, weights, expected) => {
    expect(of(levels, weights)).toBe(expected);
  });

  it("rounds an exact half up where floating point would fall below it", () => {
    expect(of([3, 0], [0.05, 0.85])).toBe(1.5); // 10 + 30 · 0.15/0.9 = 15 tenths, not 14.999…
    expect(of([1, 0], [0.55, 9.45])).toBe(1.2); // 10 + 30 · 0.55/10 = 11.65
    expect(of([1, 0], [0.45, 8.55])).toBe(1.2); // 10 + 30 · 0.45/9 = 11.5, a half
  });

  it("does not depend on the order of criteria or findings", () => {
    const entry = fc.tuple(
      fc.constantFrom(...LEVELS),
      fc.integer({ min: 1, max: 999_999 }).map((units) => units / 1000),
    );
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1, maxLength: 12 }), (entries) => {
        const forwards = of(
          entries.map(([level]) => level),
          entries.map(([, weight]) => weight),
        );
        const backwards = [...entries].reverse();
        expect(
          of(
            backwards.map(([level]) => level),
            backwards.map(([, weight]) => weight),
          ),
        ).toBe(forwards);
      }),
    );
  });

  it("agrees with the formula to one decimal and stays between 1 and 10", () => {
    const entry = fc.tuple(fc.constantFrom(...LEVELS), fc.integer({ min: 1, max: 20 }));
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1, maxLength: 12 }), (entries) => {
        const levels = entries.map(([level]) => level);
        const weights = entries.map(([, weight]) => weight);
        const value = of(levels, weights);
        expect(Math.abs(value - formula(levels, weights))).toBeLessThanOrEqual(0.05 + 1e-9);
        expect(value).toBe(Number(value.toFixed(1)));
        expect(value >= 1 && value <= 10).toBe(true);
      }),
    );
  });

  it("never falls when a level rises", () => {
    const entry = fc.tuple(
      fc.constantFrom(0, 1, 2, 3) as fc.Arbitrary<Level>,
      fc.integer({ min: 1, max: 20 }),
    );
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1, maxLength: 8 }), fc.nat(7), (entries, at) => {
        const levels = entries.map(([level]) => level);
        const weights = entries.map(([, weight]) => weight);
        const risen = levels.map((level, index) =>
          index === at % levels.length ? ((level + 1) as Level) : level,
        );
        expect(of(risen, weights)).toBeGreaterThanOrEqual(of(levels, weights));
      }),
    );
  });

  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])("refuses the weight %d", (weight) => {
    expect(() => score([], rubric(criterion("go", { weight })))).toThrow(RangeError);
  });
});

describe("the recommendation", () => {
  const wanted = rubric(criterion("go", { weight: 1, must_have: true }), criterion("java", { weight: 3 }));

  it("is interview when the threshold is reached and must-haves are met", () => {
    expect(score([finding("go", 3), finding("java", 2)], wanted)).toEqual({
      score: 7.8,
      recommendation: "interview",
    });
  });

  it("is review when a must-have falls short, whatever the score", () => {
    expect(score([finding("go", 2), finding("java", 4)], wanted)).toEqual({
      score: 9.3,
      recommendation: "review",
    });
  });

  it("is review when a must-have was never judged", () => {
    expect(score([finding("java", 4)], wanted).recommendation).toBe("review");
  });

  it("is review under the threshold", () => {
    expect(score([finding("go", 3), finding("java", 1)], wanted).recommendation).toBe("review");
  });

  it("counts a score that reads exactly as the threshold as reaching it", () => {
    const level2 = { version: 1, threshold: 7, criteria: [criterion("go")] };
    expect(score([finding("go", 2)], level2)).toEqual({ score: 7, recommendation: "interview" });
    expect(score([finding("go", 2)], { ...level2, threshold: 7.1 }).recommendation).toBe("review");
  });

  it("is review for an empty rubric, and findings of other rubrics change nothing", () => {
    expect(score([finding("other", 4)], { ...rubric(), threshold: 1 })).toEqual({
      score: 1,
      recommendation: "review",
    });
  });
});
