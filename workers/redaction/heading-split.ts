import { isUpper, isWordUnit } from "./characters.ts";
import { type Candidate, isLabelPlace } from "./heading-candidate.ts";
import { type Line, skipBlanks } from "./lines.ts";
import { confirmations } from "./name-confirmation.ts";
import { type NameShape, opensName, readLatinName } from "./name-shapes.ts";
import type { Page } from "./page.ts";

/** One word of a name and a title fit a shorter line. */
const MAX_SPLIT_LINE = 60;
const NAME_MARKS: ReadonlySet<number> = new Set([..." \t.,'-"].map((mark) => mark.charCodeAt(0)));

/** A cheap look that spares most lines: a name that fills its line has but letters, blanks and a few marks beside it. */
function mayBeName(text: string, line: Line): boolean {
  if (line.end - line.start > MAX_SPLIT_LINE || line.digits > 0) return false;
  if (!opensName(text.charCodeAt(skipBlanks(text, line.start, line.end)))) return false;
  for (let at = line.start; at < line.end; at++) {
    const unit = text.charCodeAt(at);
    if (!isWordUnit(unit) && !NAME_MARKS.has(unit)) return false;
  }
  return true;
}

const ALONE = { atLeast: 1, announced: false };
const NO_WORDS: ReadonlySet<string> = new Set();

const isBlank = (text: string, from: number, to: number): boolean => text.slice(from, to).trim() === "";

const TWO_WORDS = 2;
const placeScore = (rank: number): number => (rank < 2 ? 2 : 1);

/** No split name on a line scores more, where addresses confirm so much at most. */
export const mostOfSplit = (rank: number, confirmed: number): number =>
  placeScore(rank) + confirmed + TWO_WORDS;

/** A name set in large type over two lines: one capitalised word on each. */
export function readSplitName(
  { view, labels }: Page,
  filled: readonly Line[],
  rank: number,
  cellStart: number,
  locals: readonly string[],
): Candidate | undefined {
  const { text } = view;
  const next = filled[rank + 1];
  const line = filled[rank];
  if (!next || !line || rank > 20 || cellStart > line.start + 8) return undefined;
  if (!mayBeName(text, line) || !mayBeName(text, next)) return undefined;
  const first = readLatinName(view, skipBlanks(text, line.start, line.end), line.end, ALONE);
  if (!first || first.parts.length > 2 || !isBlank(text, first.end, line.end)) return undefined;
  const second = readLatinName(view, skipBlanks(text, next.start, next.end), next.end, ALONE);
  if (!second || second.parts.length > 2 || !isBlank(text, second.end, next.end)) return undefined;
  if (isLabelPlace(labels, first.start) || isLabelPlace(labels, second.start)) return undefined;
  if (!isUpper(text.charCodeAt(second.start))) return undefined;
  const parts = [...first.parts, ...second.parts];
  const shapes: NameShape[] = [{ ...first, parts }, second];
  const confirmed = confirmations(shapes[0]!, NO_WORDS, locals);
  if (confirmed === 0 && rank > 1) return undefined;
  return { shapes, score: placeScore(rank) + confirmed + (parts.length === 2 ? TWO_WORDS : 0) };
}
