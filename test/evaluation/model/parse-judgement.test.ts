import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { criterionMark, criterionMarks } from "../../../workers/evaluation/criterion-mark.ts";
import { judgementConstraint, judgementTokens } from "../../../workers/evaluation/grammar.ts";
import { parseJudgements } from "../../../workers/evaluation/parse-judgement.ts";
import type { Level } from "../../../workers/evaluation/types.ts";
import { tokensOf } from "../../support/inference-frames.ts";
import { writeVerdicts } from "../../support/scripted-model.ts";
import { claim, RUBRIC } from "./questions.ts";

const LINE_FORM = { model: "m", messages: [] };
const JSON_FORM = { ...LINE_FORM, response_format: { type: "json_schema" } };
const criteria = (count: number) => ({
  ...RUBRIC,
  criteria: Array.from({ length: count }, (_, i) => ({ ...RUBRIC.criteria[0]!, id: `c${i}` })),
});

const verdict = fc.record({
  level: fc.constantFrom<Level>(0, 1, 2, 3, 4),
  lines: fc.uniqueArray(fc.integer({ min: 1, max: 999 }), { maxLength: 3 }),
});

describe("an answer in either form", () => {
  it("is read back as it was written, and fits the tokens it was given", () => {
    fc.assert(
      fc.property(fc.array(verdict, { minLength: 1, maxLength: 30 }), fc.boolean(), (verdicts, json) => {
        const text = writeVerdicts(verdicts, json ? JSON_FORM : LINE_FORM);
        const form = json ? "json_schema" : "grammar";
        expect(tokensOf(text).length).toBeLessThan(judgementTokens(verdicts.length, 999, form));
        expect(parseJudgements(text, criteria(verdicts.length))).toEqual(
          verdicts.map(({ level, lines }, i) => claim(`c${i}`, level, lines)),
        );
      }),
    );
  });

  it.each([
    ["one with a line break at its end", "A3 2 B0 C0\n", [2]],
    ["a line cited twice", "A3 2 2 5 B0 C0", [2, 5]],
    ["a line that no résumé has", "A3 4711 B0 C0", [4711]],
    ["a level without lines, for verification to lower", "A3 B0 C0", []],
    [
      "JSON with blanks",
      '{ "A": {"level": 3, "lines": [2]},\n "B": {"level": 0, "lines": []}, "C": {"level": 0, "lines": []} }',
      [2],
    ],
  ])("%s is read", (_, text, lines) => {
    expect(parseJudgements(text, RUBRIC)?.[0]).toEqual(claim("spring-boot", 3, lines));
  });
});

describe("an answer that only resembles one", () => {
  const rest = "B0 C0";
  const json = (first: string) => `{"A":${first},"B":{"level":0,"lines":[]},"C":{"level":0,"lines":[]}}`;
  it.each([
    ["nothing", ""],
    ["a mark too few", "A3 2 B0"],
    ["a mark too many", `A3 2 ${rest} D0`],
    ["a mark left out", "A3 2 C0 D0"],
    ["marks out of order", "B0 A3 2 C0"],
    ["a criterion twice", "A3 2 A3 2 C0"],
    ["a mark without a level", `A ${rest}`],
    ["a level without its mark", `3 2 ${rest}`],
    ["a mark in small letters", `a3 2 ${rest}`],
    ["a mark of another script", `Α3 2 ${rest}`],
    ["a blank between mark and level", `A 3 2 ${rest}`],
    ["no blank between verdicts", "A3 2B0 C0"],
    ["a line for each criterion", "A3 2\nB0\nC0"],
    ["numbers for marks", "1 3 2\n2 0\n3 0"],
    ["a fourth line", `A3 2 3 4 5 ${rest}`],
    ["a level above 4", `A5 2 ${rest}`],
    ["a level of two digits", `A33 2 ${rest}`],
    ["a negative level", `A-1 2 ${rest}`],
    ["a fraction", `A2.5 2 ${rest}`],
    ["line 0", `A3 0 ${rest}`],
    ["commas", `A3 2, 4 ${rest}`],
    ["commas between verdicts", "A3 2, B0, C0"],
    ["two blanks", `A3  2 ${rest}`],
    ["two blanks ahead of a mark", `A3 2  ${rest}`],
    ["a tab", `A3\t2 ${rest}`],
    ["a remark behind a verdict", `A3 2 (strong) ${rest}`],
    ["a remark ahead of them", `Verdicts A3 2 ${rest}`],
    ["a remark after them", `A3 2 ${rest} Done.`],
    ["a remark on a line after them", `A3 2 ${rest}\nDone.`],
    ["digits of another script", `A٣ 2 ${rest}`],
    ["JSON that is none", "{A3 2}"],
    ["JSON cut off", json('{"level":3,"lines":[2]}').slice(0, -4)],
    ["JSON with a fourth line", json('{"level":3,"lines":[1,2,3,4]}')],
    ["JSON with a level above 4", json('{"level":7,"lines":[]}')],
    ["JSON with a level in quotes", json('{"level":"3","lines":[]}')],
    ["JSON with line 0", json('{"level":3,"lines":[0]}')],
    ["JSON without lines", json('{"level":3}')],
    ["JSON with a field of its own", json('{"level":3,"lines":[2],"score":10}')],
    [
      "JSON with a criterion of its own",
      `${json('{"level":3,"lines":[]}').slice(0, -1)},"D":{"level":4,"lines":[]}}`,
    ],
    ["JSON without a criterion", '{"A":{"level":3,"lines":[]}}'],
    [
      "JSON with numbers for marks",
      '{"1":{"level":3,"lines":[]},"2":{"level":0,"lines":[]},"3":{"level":0,"lines":[]}}',
    ],
    ["JSON with a remark after it", `${json('{"level":3,"lines":[]}')} ok`],
    ["JSON in a code fence", `\`\`\`json\n${json('{"level":3,"lines":[]}')}\n\`\`\``],
  ])("%s is refused whole", (_, text) => {
    expect(parseJudgements(text, RUBRIC)).toBeNull();
  });
});

/** The grammar as a regular expression: its rules are regular, with quoted literals. */
function expressionOf(grammar: string): RegExp {
  const rules = new Map(
    grammar
      .trimEnd()
      .split("\n")
      .map((rule) => rule.split(" ::= ", 2) as [string, string]),
  );
  const expand = (body: string): string =>
    [...body.matchAll(/"((?:[^"\\]|\\.)*)"|(\[[^\]]*\])|([a-z]+)|(\(|\)|\?|\|)/g)]
      .map(([, literal, set, rule, mark]) => {
        if (literal !== undefined) return literal;
        if (rule !== undefined) return `(?:${expand(rules.get(rule)!)})`;
        return set ?? mark;
      })
      .join("");
  return new RegExp(`^(?:${expand(rules.get("root")!)})$`);
}

/** What stands in an answer, whatever a whole one has to look like. */
function said(text: string) {
  const claims: ReturnType<typeof claim>[] = [];
  for (const [, level, line] of text.matchAll(/[A-Z]+(\d)|(\d+)/g)) {
    if (level !== undefined) claims.push(claim(`c${claims.length}`, Number(level) as Level, []));
    else claims.at(-1)?.lines.push(Number(line));
  }
  return claims.map((one) => ({ ...one, lines: [...new Set(one.lines)] }));
}

describe("the grammar", () => {
  const grammar = judgementConstraint(3, 42).grammar;

  it.each([
    ["A3 2 4 B4 3 C0", true],
    ["A0 B0 C0", true],
    ["A4 42 7 99 B0 C1 1", true],
    ["A3 B0 C0", false],
    ["A0 4 B0 C0", false],
    ["A3 2 4 5 6 B0 C0", false],
    ["A3 100 B0 C0", false],
    ["A3 0 B0 C0", false],
    ["A5 1 B0 C0", false],
    ["A3  2 B0 C0", false],
    ["A3 2  B0 C0", false],
    ["A 3 2 B0 C0", false],
    ["A3 2 C0 B0", false],
    ["A3 2 B0", false],
    ["A3 2\nB0\nC0", false],
    ["A3 2 B0 C0 ", false],
    ["A3 2 B0 C0\n", false],
  ])("for 3 criteria and 42 lines takes %j: %s", (text, taken) => {
    expect(expressionOf(grammar).test(text)).toBe(taken);
    if (taken) expect(parseJudgements(text, RUBRIC)).not.toBeNull();
  });

  it("is the same for résumés of like length, so that it is compiled once", () => {
    expect(judgementConstraint(3, 10).grammar).toBe(judgementConstraint(3, 99).grammar);
    expect(judgementConstraint(3, 9).grammar).not.toBe(judgementConstraint(3, 10).grammar);
  });

  it("bounds no string and leaves no blank free", () => {
    expect(grammar).not.toMatch(/\\s|\*|\{/);
    expect(JSON.stringify(judgementConstraint(3, 42).jsonSchema)).not.toMatch(/maxLength|pattern/);
  });

  it.each([
    [1, 7],
    [8, 42],
    [28, 1_200],
  ])(
    "makes no answer to %i criteria about %i lines that is not read back as what it says",
    (count, lastLine) => {
      const made = fc.stringMatching(expressionOf(judgementConstraint(count, lastLine).grammar));
      fc.assert(
        fc.property(made, (text) => {
          expect(parseJudgements(text, criteria(count))).toEqual(said(text));
        }),
        { numRuns: 50 },
      );
    },
  );

  it("has room for 40 criteria of 5,000 lines", () => {
    const text = Array.from({ length: 40 }, (_, i) => `${criterionMark(i)}4 4999 4998 4997`).join(" ");
    expect(expressionOf(judgementConstraint(40, 5_000).grammar).test(text)).toBe(true);
    expect(tokensOf(text).length).toBeLessThan(judgementTokens(40, 5_000, "grammar"));
  });
});

describe("a criterion's mark", () => {
  it.each([
    [0, "A"],
    [25, "Z"],
    [26, "AA"],
    [27, "AB"],
    [51, "AZ"],
    [52, "BA"],
    [701, "ZZ"],
    [702, "AAA"],
  ])("of index %i is %s", (index, mark) => {
    expect(criterionMark(index)).toBe(mark);
  });

  it("is its own for each of a thousand", () => {
    expect(new Set(criterionMarks(1_000)).size).toBe(1_000);
  });
});
