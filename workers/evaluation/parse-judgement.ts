import { z } from "zod";
import { type Judgement, LEVELS, type Level, type Rubric } from "./types.ts";
import { MOST_LINES } from "./verify.ts";

const ROW = /^([1-9]\d{0,3}) (\d)((?: [1-9]\d{0,6})*)$/;

const jsonJudgement = z.strictObject({
  level: z.literal(LEVELS),
  lines: z.array(z.number().int().positive()).max(MOST_LINES),
});

/**
 * Reads the judge's answer, in either of its two forms, and nothing that only resembles them: a row too few, a
 * word too many, a level or a fourth line make the whole answer unusable. Line numbers are not checked here.
 * @returns a judgement for each criterion in the rubric's order, or null
 */
export function parseJudgements(text: string, rubric: Rubric): Judgement[] | null {
  const answer = text.trim();
  const verdicts = answer.startsWith("{")
    ? fromJson(answer, rubric.criteria.length)
    : fromRows(answer, rubric.criteria.length);
  if (verdicts === null) return null;
  return rubric.criteria.map((criterion, i) => ({
    criterion_id: criterion.id,
    level: verdicts[i]!.level,
    lines: [...new Set(verdicts[i]!.lines)],
    reason: null,
  }));
}

type Verdict = Pick<Judgement, "level" | "lines">;

function fromRows(answer: string, criteria: number): Verdict[] | null {
  const rows = answer.split("\n");
  if (rows.length !== criteria) return null;
  const verdicts = rows.map((row, i) => fromRow(row, i + 1));
  return verdicts.every((verdict) => verdict !== null) ? verdicts : null;
}

function fromRow(row: string, number: number): Verdict | null {
  const match = ROW.exec(row);
  if (match === null || Number(match[1]) !== number) return null;
  const level = Number(match[2]);
  const lines = (match[3] ?? "").split(" ").filter(Boolean).map(Number);
  return isLevel(level) && lines.length <= MOST_LINES ? { level, lines } : null;
}

const isLevel = (value: number): value is Level => (LEVELS as readonly number[]).includes(value);

function fromJson(answer: string, criteria: number): Verdict[] | null {
  const names = Array.from({ length: criteria }, (_, i) => String(i + 1));
  const schema = z.strictObject(Object.fromEntries(names.map((name) => [name, jsonJudgement])));
  const parsed = schema.safeParse(jsonOrNull(answer));
  return parsed.success ? names.map((name) => parsed.data[name]!) : null;
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
