import { isAsciiLetter, isDigit } from "./characters.ts";

/** One block of digits inside a run. */
export interface DigitGroup {
  start: number;
  end: number;
}

/** Blocks of digits that stand together on a line, parted by what people put inside numbers. */
export interface DigitRun {
  groups: DigitGroup[];
}

const GAPS = new Set([..." -./()"].map((char) => char.charCodeAt(0)));
const MAX_GAP = 4;

/** True where a digit is glued to a Latin word (`P99`, `v2`, `utf8`), so that it starts no number. */
function gluedToWord(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  return isAsciiLetter(before) || before === 95;
}

/** Finds every run of digit groups between `from` and `to`, left to right. One look per character. */
export function findDigitRuns(text: string, from = 0, to = text.length): DigitRun[] {
  const runs: DigitRun[] = [];
  let run: DigitRun | undefined;
  let i = from;
  while (i < to) {
    if (!isDigit(text.charCodeAt(i))) {
      i++;
      continue;
    }
    let end = i + 1;
    while (end < to && isDigit(text.charCodeAt(end))) end++;
    const last = run?.groups.at(-1);
    if (run && last && joins(text, last.end, i)) run.groups.push({ start: i, end });
    else if (!gluedToWord(text, i)) {
      run = { groups: [{ start: i, end }] };
      runs.push(run);
    } else run = undefined;
    i = end;
  }
  return runs;
}

function joins(text: string, from: number, to: number): boolean {
  if (to - from > MAX_GAP) return false;
  for (let i = from; i < to; i++) if (!GAPS.has(text.charCodeAt(i))) return false;
  return to > from;
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
