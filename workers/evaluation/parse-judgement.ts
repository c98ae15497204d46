import { z } from "zod";
import { criterionMark, criterionMarks } from "./criterion-mark.ts";
import { type Judgement, LEVELS, type Level, type Rubric } from "./types.ts";
import { MOST_LINES } from "./verify.ts";

const VERDICT = /^([A-Z]+)(\d)((?: [1-9]\d{0,6})*)$/;

const jsonJudgement = z.strictObject({
  level: z.literal(LEVELS),
  lines: z.array(z.number().int().positive()).max(MOST_LINES),
});

/**
 * Reads the judge's answer, in either of its two forms, and nothing that only resembles them: a mark too few or out
 * of order, a word too many, a level or a fourth line make the whole answer unusable. Line numbers are not checked
 * here.
 * @returns a judgement for each criterion in the rubric's order, or null
 */
export function parseJudgements(text: string, rubric: Rubric): Judgement[] | null {
  const answer = text.trim();
  const verdicts = answer.startsWith("{")
    ? fromJson(answer, rubric.criteria.length)
    : fromLine(answer, rubric.criteria.length);
  if (verdicts === null) return null;
  return rubric.criteria.map((criterion, i) => ({
    criterion_id: criterion.id,
    level: verdicts[i]!.level,
    lines: [...new Set(verdicts[i]!.lines)],
    reason: null,
  }));
}

type Verdict = Pick<Judgement, "level" | "lines">;

function fromLine(answer: string, criteria: number): Verdict[] | null {
  const marked = answer.split(/ (?=[A-Z])/);
  if (marked.length !== criteria) return null;
  const verdicts = marked.map((text, index) => fromMarked(text, criterionMark(index)));
  return verdicts.every((verdict) => verdict !== null) ? verdicts : null;
}

/** @param text a verdict with its mark: `A3 12 14` */
function fromMarked(text: string, mark: string): Verdict | null {
  const match = VERDICT.exec(text);
  if (match === null || match[1] !== mark) return null;
  const level = Number(match[2]);
  const lines = (match[3] ?? "").split(" ").filter(Boolean).map(Number);
  return isLevel(level) && lines.length <= MOST_LINES ? { level, lines } : null;
}

const isLevel = (value: number): value is Level => (LEVELS as readonly number[]).includes(value);

function fromJson(answer: string, criteria: number): Verdict[] | null {
  const marks = criterionMarks(criteria);
  const schema = z.strictObject(Object.fromEntries(marks.map((mark) => [mark, jsonJudgement])));
  const parsed = schema.safeParse(jsonOrNull(answer));
  return parsed.success ? marks.map((mark) => parsed.data[mark]!) : null;
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
