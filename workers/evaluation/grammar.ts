import type { CompletionRequest } from "../routing/types.ts";
import { criterionMarks } from "./criterion-mark.ts";
import { LEVELS } from "./types.ts";
import { MOST_LINES } from "./verify.ts";

type Constraint = NonNullable<CompletionRequest["constraint"]>;

/**
 * The judge's answer, `A3 12 14 B0 C2 5`, as a grammar (GBNF, as xgrammar reads it) and as a JSON schema of the
 * same content. Line numbers are bounded by their count of digits, not by value: résumés of like length then share
 * one compiled grammar, and a number that does not exist is dropped by verification. No string is bounded by length
 * and no blank is free: the first makes token masks slow (a fifth of the throughput on an H100), the second is where
 * models run on.
 * @param criteria how many, at least 1
 * @param lastLine greatest line number
 */
export function judgementConstraint(criteria: number, lastLine: number): Constraint {
  return {
    grammar: judgementGrammar(criteria, lastLine),
    jsonSchema: {
      name: "judgements",
      schema: judgementSchema(criteria, lastLine),
      maxTokens: judgementTokens(criteria, lastLine, "json_schema"),
    },
  };
}

function judgementGrammar(criteria: number, lastLine: number): string {
  const verdicts = criterionMarks(criteria).map(
    (mark, index) => `"${index === 0 ? "" : " "}${mark}" verdict`,
  );
  const digits = ["[1-9]", ...Array(digitsOf(lastLine) - 1).fill("[0-9]?")];
  return [
    `root ::= ${verdicts.join(" ")}`,
    'verdict ::= "0" | [1-4] " " line (" " line (" " line)?)?',
    `line ::= ${digits.join(" ")}`,
    "",
  ].join("\n");
}

function judgementSchema(criteria: number, lastLine: number): Record<string, unknown> {
  const judgement = {
    type: "object",
    properties: {
      level: { type: "integer", enum: [...LEVELS] },
      lines: {
        type: "array",
        items: { type: "integer", minimum: 1, maximum: lastLine },
        maxItems: MOST_LINES,
      },
    },
    required: ["level", "lines"],
    additionalProperties: false,
  };
  const marks = criterionMarks(criteria);
  return {
    type: "object",
    properties: Object.fromEntries(marks.map((mark) => [mark, judgement])),
    required: marks,
    additionalProperties: false,
  };
}

/**
 * The most tokens the longest well-formed answer can take: no tokeniser makes more of it than one a character,
 * and the end takes one. Servers other than vLLM put blanks into JSON, hence the half on top.
 */
export function judgementTokens(criteria: number, lastLine: number, form: "grammar" | "json_schema"): number {
  const cited = Array(MOST_LINES).fill("9".repeat(digitsOf(lastLine)));
  const verdict = (mark: string) =>
    form === "grammar" ? ` ${mark}4 ${cited.join(" ")}` : `"${mark}":{"level":4,"lines":[${cited}]},`;
  const characters = criterionMarks(criteria).reduce((sum, mark) => sum + verdict(mark).length, 0);
  return form === "grammar" ? characters + 1 : Math.ceil(characters * 1.5) + 2;
}

/** One word, in either case, and for other servers nothing: a JSON string would open with a quotation mark. */
export const SUPPORT_CONSTRAINT: Constraint = {
  grammar: 'root ::= [Yy] "es" | [Nn] "o"\n',
  jsonSchema: null,
};

const digitsOf = (number: number): number => String(Math.max(1, number)).length;
