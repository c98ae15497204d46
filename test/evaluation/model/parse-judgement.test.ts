import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { judgementConstraint, judgementTokens } from "../../../workers/evaluation/grammar.ts";
import { parseJudgements } from "../../../workers/evaluation/parse-judgement.ts";
import type { Level } from "../../../workers/evaluation/types.ts";
import { tokensOf } from "../../support/inference-frames.ts";
import { writeVerdicts } from "../../support/scripted-model.ts";
import { claim, RUBRIC } from "./questions.ts";

const ROWS = { model: "m", messages: [] };
const JSON_FORM = { ...ROWS, response_format: { type: "json_schema" } };
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
        const text = writeVerdicts(verdicts, json ? JSON_FORM : ROWS);
        const form = json ? "json_schema" : "grammar";
        expect(tokensOf(text).length).toBeLessThan(judgementTokens(verdicts.length, 999, form));
        expect(parseJudgements(text, criteria(verdicts.length))).toEqual(
          verdicts.map(({ level, lines }, i) => claim(`c${i}`, level, lines)),
        );
      }),
    );
  });

  it.each([
    ["rows with a last line break", "1 3 2\n2 0\n3 0\n", [2]],
    ["a line cited twice", "1 3 2 2 5\n2 0\n3 0", [2, 5]],
    ["a line that no résumé has", "1 3 4711\n2 0\n3 0", [4711]],
    ["a level without lines, for verification to lower", "1 3\n2 0\n3 0", []],
    [
      "JSON with blanks",
      '{ "1": {"level": 3, "lines": [2]},\n "2": {"level": 0, "lines": []}, "3": {"level": 0, "lines": []} }',
      [2],
    ],
  ])("%s is read", (_, text, lines) => {
    expect(parseJudgements(text, RUBRIC)?.[0]).toEqual(claim("spring-boot", 3, lines));
  });
});

describe("an answer that only resembles one", () => {
  const rest = "2 0\n3 0";
  const json = (first: string) => `{"1":${first},"2":{"level":0,"lines":[]},"3":{"level":0,"lines":[]}}`;
  it.each([
    ["nothing", ""],
    ["a row too few", "1 3 2\n2 0"],
    ["a row too many", `1 3 2\n${rest}\n4 0`],
    ["rows out of order", "2 0\n1 3 2\n3 0"],
    ["a criterion twice", "1 3 2\n1 3 2\n3 0"],
    ["a fourth line", `1 3 2 3 4 5\n${rest}`],
    ["a level above 4", `1 5 2\n${rest}`],
    ["a level of two digits", `1 33 2\n${rest}`],
    ["a negative level", `1 -1 2\n${rest}`],
    ["a fraction", `1 2.5 2\n${rest}`],
    ["line 0", `1 3 0\n${rest}`],
    ["commas", `1 3 2, 4\n${rest}`],
    ["two blanks", `1 3  2\n${rest}`],
    ["a remark behind a row", `1 3 2 (strong)\n${rest}`],
    ["a remark ahead of them", `Verdicts\n1 3 2\n${rest}`],
    ["a remark after them", `1 3 2\n${rest}\nDone.`],
    ["digits of another script", `1 ٣ 2\n${rest}`],
    ["JSON that is none", "{1 3 2}"],
    ["JSON cut off", json('{"level":3,"lines":[2]}').slice(0, -4)],
    ["JSON with a fourth line", json('{"level":3,"lines":[1,2,3,4]}')],
    ["JSON with a level above 4", json('{"level":7,"lines":[]}')],
    ["JSON with a level in quotes", json('{"level":"3","lines":[]}')],
    ["JSON with line 0", json('{"level":3,"lines":[0]}')],
    ["JSON without lines", json('{"level":3}')],
    ["JSON with a field of its own", json('{"level":3,"lines":[2],"score":10}')],
    [
      "JSON with a criterion of its own",
      `${json('{"level":3,"lines":[]}').slice(0, -1)},"4":{"level":4,"lines":[]}}`,
    ],
    ["JSON without a criterion", '{"1":{"level":3,"lines":[]}}'],
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

describe("the grammar", () => {
  const grammar = judgementConstraint(3, 42).grammar;

  it.each([
    ["1 3 2 4\n2 4 3\n3 0", true],
    ["1 0\n2 0\n3 0", true],
    ["1 4 42 7 99\n2 0\n3 1 1", true],
    ["1 3\n2 0\n3 0", false],
    ["1 0 4\n2 0\n3 0", false],
    ["1 3 2 4 5 6\n2 0\n3 0", false],
    ["1 3 100\n2 0\n3 0", false],
    ["1 3 0\n2 0\n3 0", false],
    ["1 5 1\n2 0\n3 0", false],
    ["1 3  2\n2 0\n3 0", false],
    ["1 3 2\n2 0", false],
    ["1 3 2\n2 0\n3 0\n", false],
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

  it("has room for 40 criteria of 5,000 lines", () => {
    const text = Array.from({ length: 40 }, (_, i) => `${i + 1} 4 4999 4998 4997`).join("\n");
    expect(expressionOf(judgementConstraint(40, 5_000).grammar).test(text)).toBe(true);
    expect(tokensOf(text).length).toBeLessThan(judgementTokens(40, 5_000, "grammar"));
  });
});
