import { isAsciiLetter, isDigit } from "./characters.ts";
import type { DigitGroup } from "./lines.ts";

/** Blocks of digits that stand together on a line, parted by what people put inside numbers. */
export interface DigitRun {
  groups: DigitGroup[];
  digits: number;
}

const MAX_GAP = 4;
/** No number has so many groups; a longer run is read in pieces, so that memory stays bounded. */
const MAX_GROUPS = 32;

/** Blank, and `( ) - . /`. */
const isGap = (c: number): boolean => c === 32 || c === 40 || c === 41 || c === 45 || c === 46 || c === 47;

/** True where a digit is glued to a Latin word (`P99`, `v2`, `utf8`), so that it starts no number. */
function gluedToWord(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  return isAsciiLetter(before) || before === 95;
}

/** The runs that blocks of digits make, left to right. A block that is glued to a word begins none. */
export function runsOf(text: string, groups: readonly DigitGroup[]): DigitRun[] {
  const runs: DigitRun[] = [];
  let run: DigitRun | undefined;
  let end = 0;
  for (const group of groups) {
    if (run && run.groups.length < MAX_GROUPS && isGapOfRun(text, end, group.start)) run.groups.push(group);
    else {
      run = gluedToWord(text, group.start) ? undefined : { groups: [group], digits: 0 };
      if (run) runs.push(run);
    }
    end = group.end;
    if (run) run.digits += group.end - group.start;
  }
  return runs;
}

/** Every run between two places, left to right. */
export function findDigitRuns(text: string, from: number, to: number): DigitRun[] {
  const groups: DigitGroup[] = [];
  for (let start = from; start < to; start++) {
    if (!isDigit(text.charCodeAt(start))) continue;
    let end = start + 1;
    while (end < to && isDigit(text.charCodeAt(end))) end++;
    groups.push({ start, end });
    start = end;
  }
  return runsOf(text, groups);
}

/** True where nothing but what people put inside numbers stands between two blocks. */
function isGapOfRun(text: string, from: number, to: number): boolean {
  if (to - from > MAX_GAP) return false;
  for (let i = from; i < to; i++) if (!isGap(text.charCodeAt(i))) return false;
  return true;
}

/** Where the number that starts with this group really starts: at its `+` or `(`. */
export function numberStart(text: string, groupStart: number): number {
  let start = groupStart;
  if (text.charCodeAt(start - 1) === 40) start--;
  if (text.charCodeAt(start - 1) === 32 && text.charCodeAt(start - 2) === 43) start -= 2;
  else if (text.charCodeAt(start - 1) === 43) start--;
  if (text.charCodeAt(start - 1) === 40 && text.charCodeAt(start) === 43) start--;
  return start;
}
