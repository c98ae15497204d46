import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Judgement, LEVELS, type Level } from "../../workers/evaluation/types.ts";
import { citedLines, MOST_LINES, type Support, unchecked, verify } from "../../workers/evaluation/verify.ts";
import { criterion, rubric, someLines } from "./samples.ts";

const lines = someLines(5);
const wanted = rubric(criterion("go"), criterion("java"));
const judged = (level: Level, cited: number[], id = "go"): Judgement => ({
  criterion_id: id,
  level,
  lines: cited,
  reason: null,
});
const one = (judgement: Judgement, support: Support = null) =>
  verify([judgement], lines, wanted, () => support)[0]!;

describe("verify", () => {
  it("answers every criterion in the rubric's order, unjudged ones with level 0", () => {
    const findings = verify([judged(2, [1], "java"), judged(4, [2], "unknown")], lines, wanted, unchecked);
    expect(findings.map(({ criterion_id, level }) => [criterion_id, level])).toEqual([
      ["go", 0],
      ["java", 2],
    ]);
    expect(findings[0]).toEqual({
      criterion_id: "go",
      level: 0,
      claimed_level: 0,
      reason: null,
      evidence: [],
      flags: [],
    });
  });

  it("takes the first of two judgements of one criterion", () => {
    expect(verify([judged(1, [1]), judged(4, [2])], lines, wanted, unchecked)[0]!.level).toBe(1);
  });

  it.each<[string, Level, number[], Level, number[], string[]]>([
    ["keeps lines that exist", 3, [2, 4], 3, [2, 4], []],
    ["drops a line that does not exist and says so", 3, [2, 99], 3, [2], ["line_not_found"]],
    ["drops line 0, fractions and negatives", 3, [0, 1.5, -1, 2], 3, [2], ["line_not_found"]],
    ["lets a level fall when no line exists", 3, [99], 0, [], ["line_not_found", "level_without_lines"]],
    ["lets a level fall when no line is cited", 4, [], 0, [], ["level_without_lines"]],
    ["cuts to three lines", 2, [5, 4, 3, 2], 2, [5, 4, 3], []],
    ["drops doubles before it cuts", 2, [5, 5, 5, 4, 3], 2, [5, 4, 3], []],
    ["shows the lines beside level 0", 0, [1], 0, [1], []],
    ["asks no lines of level 0", 0, [], 0, [], []],
  ])("%s", (_name, claimed, cited, level, kept, flags) => {
    const finding = one(judged(claimed, cited));
    expect(finding.level).toBe(level);
    expect(finding.claimed_level).toBe(claimed);
    expect(finding.evidence.map(({ line }) => line)).toEqual(kept);
    expect(finding.flags).toEqual(flags);
  });

  it("quotes the line itself with its offsets", () => {
    expect(one(judged(3, [2])).evidence).toEqual([
      { quote: "text 2", line: 2, start: 10, end: 16, verified: true, support: null },
    ]);
  });

  it("verifies nothing at level 0", () => {
    expect(one(judged(0, [2])).evidence[0]!.verified).toBe(false);
  });

  it.each<[string, Level, Support, Level, boolean[]]>([
    ["stands at 0.75 together", 3, 0.75, 3, [true, true]],
    ["falls by one from 0.5", 3, 0.5, 2, [true, true]],
    ["falls by one under 0.75", 4, 0.7499, 3, [true, true]],
    ["falls to 0 under 0.5", 4, 0.4999, 0, [false, false]],
    ["keeps 1 at middling support", 1, 0.6, 1, [true, true]],
    ["stands when every line holds", 3, [0.9, 0.6], 3, [true, true]],
    ["falls by one when one line does not hold", 3, [0.9, 0.1], 2, [true, false]],
    ["falls by one when the best line is middling", 3, [0.6, 0.55], 2, [true, true]],
    ["falls to 0 when no line holds", 3, [0.4, 0.1], 0, [false, false]],
    ["takes a missing entry for no support", 3, [0.9], 2, [true, false]],
    ["takes NaN for no support", 3, Number.NaN, 0, [false, false]],
  ])("%s", (_name, claimed, support, level, verified) => {
    const finding = one(judged(claimed, [1, 2]), support);
    expect(finding.level).toBe(level);
    expect(finding.evidence.map((evidence) => evidence.verified)).toEqual(verified);
    expect(finding.flags).toEqual(level < claimed ? ["unsupported_lines"] : []);
  });

  it("asks for support once per criterion above 0, about the lines that are left", () => {
    const asked: [string, readonly number[]][] = [];
    verify([judged(3, [2, 99, 2, 4]), judged(0, [1], "java")], lines, wanted, (id, cited) => {
      asked.push([id, cited]);
      return 1;
    });
    expect(asked).toEqual([["go", [2, 4]]]);
    expect(citedLines(judged(3, [2, 99, 2, 4]), lines)).toEqual([2, 4]);
  });

  it("on any judgement: never raises a level, never cites an unknown line, never keeps a level without lines", () => {
    const judgement = fc.record({
      criterion_id: fc.constantFrom("go", "java", "other"),
      level: fc.constantFrom(...LEVELS),
      lines: fc.array(fc.integer({ min: -1, max: 8 }), { maxLength: 6 }),
      reason: fc.constant(null),
    });
    const support = fc.oneof(
      fc.constant(null),
      fc.double({ min: 0, max: 1 }),
      fc.array(fc.double({ min: 0, max: 1 }), { maxLength: 3 }),
    );
    fc.assert(
      fc.property(fc.array(judgement, { maxLength: 4 }), support, (judgements, given) => {
        for (const found of verify(judgements, lines, wanted, () => given)) {
          expect(found.level).toBeLessThanOrEqual(found.claimed_level);
          expect(found.evidence.length).toBeLessThanOrEqual(MOST_LINES);
          for (const { quote, line } of found.evidence) expect(lines[line - 1]!.text).toBe(quote);
          if (found.level > 0) expect(found.evidence.some(({ verified }) => verified)).toBe(true);
          expect(found.level < found.claimed_level).toBe(
            found.flags.some((flag) => flag !== "line_not_found"),
          );
        }
      }),
    );
  });

  it("control: without a support check the same irrelevant line would keep its level", () => {
    const name = judged(3, [1]);
    expect(verify([name], lines, wanted, unchecked)[0]!.level).toBe(3);
    expect(verify([name], lines, wanted, () => 0.02)[0]!.level).toBe(0);
  });
});
