import type { Criterion, Evidence, Finding, FindingFlag, Judgement, Level, Line, Rubric } from "./types.ts";

/** A finding cites at most this many lines. */
export const MOST_LINES = 3;
/** Below this probability a line does not carry its criterion. */
export const SUPPORTED = 0.5;
/** From this probability on a claimed level stands as it is. */
export const WELL_SUPPORTED = 0.75;

/**
 * What the support check says of the lines cited for one criterion (given without doubles, in the judge's order):
 * - a number: the probability that they carry it *together* (the model is asked once per criterion);
 * - an array: one probability per line, in the same order;
 * - null: nobody was asked (the built-in rules, whose lines carry a criterion by construction).
 * NaN, and a missing entry of an array, is no support.
 */
export type Support = number | readonly number[] | null;
export type SupportOf = (criterionId: string, lines: readonly number[]) => Support;

/** The support of an evaluation that has no support check. */
export const unchecked: SupportOf = () => null;

/** The lines of a judgement that exist, once each, at most {@link MOST_LINES}: what support is asked about. */
export function citedLines(judgement: Judgement, lines: readonly Line[]): number[] {
  const existing = new Set(lines.map((line) => line.number));
  return [...new Set(judgement.lines)].filter((number) => existing.has(number)).slice(0, MOST_LINES);
}

/**
 * Judgements become findings: one per criterion, in the rubric's order, each level standing on lines that exist and
 * carry it. A criterion that was not judged is level 0; the first of two judgements counts; judgements of criteria
 * that the rubric lacks are dropped.
 *
 * How a level falls, by the support of its lines (the highest, where each line has its own):
 * - under 0.5: to 0;
 * - from 0.5 to under 0.75, or any one line under 0.5 beside others that hold: by one, never under 1;
 * - 0.75 and up: not at all.
 * Each fall sets `unsupported_lines`. A level without any existing line falls to 0 with `level_without_lines`.
 */
export function verify(
  judgements: readonly Judgement[],
  lines: readonly Line[],
  rubric: Rubric,
  supportOf: SupportOf,
): Finding[] {
  const byNumber = new Map(lines.map((line) => [line.number, line]));
  return rubric.criteria.map((criterion) => {
    const judgement = judgements.find(({ criterion_id }) => criterion_id === criterion.id);
    return judgement ? verifyOne(judgement, byNumber, lines, supportOf) : notJudged(criterion);
  });
}

function notJudged(criterion: Criterion): Finding {
  return { criterion_id: criterion.id, level: 0, claimed_level: 0, reason: null, evidence: [], flags: [] };
}

function verifyOne(
  judgement: Judgement,
  byNumber: ReadonlyMap<number, Line>,
  lines: readonly Line[],
  supportOf: SupportOf,
): Finding {
  const { criterion_id, level: claimed, reason } = judgement;
  const flags: FindingFlag[] = [];
  if (judgement.lines.some((number) => !byNumber.has(number))) flags.push("line_not_found");
  const cited = citedLines(judgement, lines);
  if (claimed > 0 && cited.length === 0) flags.push("level_without_lines");
  const support = claimed > 0 && cited.length > 0 ? supportOf(criterion_id, cited) : null;
  const perLine = cited.map((_, index) => supportOfLine(support, index));
  const level = cited.length === 0 ? 0 : supportedLevel(claimed, perLine);
  if (cited.length > 0 && level < claimed) flags.push("unsupported_lines");
  const evidence = cited.map((number, index) => quote(byNumber.get(number)!, claimed, perLine[index]!));
  return { criterion_id, level, claimed_level: claimed, reason, evidence, flags };
}

function supportOfLine(support: Support, index: number): number | null {
  if (support === null) return null;
  const probability = typeof support === "number" ? support : (support[index] ?? 0);
  return Number.isNaN(probability) ? 0 : Math.min(1, Math.max(0, probability));
}

function supportedLevel(claimed: Level, perLine: readonly (number | null)[]): Level {
  const asked = perLine.filter((probability) => probability !== null);
  if (claimed === 0 || asked.length === 0) return claimed;
  const best = Math.max(...asked);
  if (best < SUPPORTED) return 0;
  const stands = best >= WELL_SUPPORTED && asked.every((probability) => probability >= SUPPORTED);
  return stands ? claimed : (Math.max(1, claimed - 1) as Level);
}

/** A line cited beside level 0 (a denial, say) is shown, and carries nothing. */
function quote(line: Line, claimed: Level, support: number | null): Evidence {
  const verified = claimed > 0 && (support === null || support >= SUPPORTED);
  return { quote: line.text, line: line.number, start: line.start, end: line.end, verified, support };
}
