import { isAsciiLetter, isDigit } from "./characters.ts";

/** One block of digits inside a run. */
export interface DigitGroup {
  start: number;
  end: number;
}

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

/** The next run of digit groups that begins at or after `from`. One look per character of the run. */
export function nextDigitRun(text: string, from: number, to: number): DigitRun | undefined {
  let i = from;
  while (i < to && !(isDigit(text.charCodeAt(i)) && !gluedToWord(text, i))) {
    if (isDigit(text.charCodeAt(i))) i = endOfDigits(text, i, to);
    else i++;
  }
  if (i >= to) return undefined;
  const run: DigitRun = { groups: [], digits: 0 };
  for (;;) {
    const end = endOfDigits(text, i, to);
    run.groups.push({ start: i, end });
    run.digits += end - i;
    const next = startOfNext(text, end, to);
    if (next < 0 || run.groups.length >= MAX_GROUPS) return run;
    i = next;
  }
}

/** Every run between two places, left to right. */
export function findDigitRuns(text: string, from = 0, to = text.length): DigitRun[] {
  const runs: DigitRun[] = [];
  for (let run = nextDigitRun(text, from, to); run; run = nextDigitRun(text, run.groups.at(-1)!.end, to))
    runs.push(run);
  return runs;
}

function endOfDigits(text: string, at: number, to: number): number {
  let end = at + 1;
  while (end < to && isDigit(text.charCodeAt(end))) end++;
  return end;
}

/** Where the next group of the same run starts, or -1. */
function startOfNext(text: string, at: number, to: number): number {
  let i = at;
  while (i < to && i - at <= MAX_GAP && isGap(text.charCodeAt(i))) i++;
  return i > at && i - at <= MAX_GAP && i < to && isDigit(text.charCodeAt(i)) ? i : -1;
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
