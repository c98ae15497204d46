import { isDigit } from "../characters.ts";
import { type DigitRun, numberStart, runsOf } from "../digit-runs.ts";
import { lineAt, type Page } from "../page.ts";
import { RANK, type Span } from "../spans.ts";
import type { Vetoes } from "../vetoes.ts";
import { FEWEST_DIGITS, phoneShape } from "./phone-shapes.ts";

/** `+49 (0)30 12 34 56 78` has seven groups; a number with a blank behind each digit has eleven. */
const MAX_GROUPS = 11;
const EXTENSION =
  /^[\s,]{0,2}(?:ext(?:ension)?\.?|x|#|转|轉|内线|內線|分机|分機|内線|내선|poste|durchwahl|dw|int\.?|ramal|interno|anexo)\s?[:.]?\s?\d{1,6}(?!\d)/;

/**
 * Finds telephone numbers without the help of a label: shapes of numbering plans, the looser of them only where
 * other contact details stand. `contact` says whether a line holds or adjoins such details.
 */
export function findPhones(
  page: Page,
  vetoes: Vetoes,
  contact: (line: number) => boolean,
  found: readonly Span[] = [],
): Span[] {
  const spans: Span[] = [];
  const taken = takenPlaces(found);
  const { text } = page.view;
  for (const { digits, groups } of page.lines) {
    if (digits < FEWEST_DIGITS) continue;
    for (const run of runsOf(text, groups)) {
      let i = run.digits < FEWEST_DIGITS ? run.groups.length : 0;
      while (i < run.groups.length) {
        const span = phoneAt(page, vetoes, contact, taken, run, i);
        if (!span) {
          i++;
          continue;
        }
        spans.push(span);
        while (i < run.groups.length && run.groups[i]!.start < span.end) i++;
      }
    }
  }
  return spans;
}

/** Says whether a place belongs to what arithmetic has proved to be another number. By binary search. */
function takenPlaces(found: readonly Span[]): (at: number) => boolean {
  const proved = found.filter((span) => span.rank >= RANK.checksum - 1);
  if (proved.length === 0) return () => false;
  const starts = new Map(proved.map((span) => [span.start, span.end]));
  const ordered = [...starts].sort(([a], [b]) => a - b);
  return (at) => {
    let low = -1;
    let high = ordered.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (ordered[middle]![0] <= at) low = middle;
      else high = middle - 1;
    }
    return low >= 0 && at < ordered[low]![1];
  };
}

function phoneAt(
  page: Page,
  vetoes: Vetoes,
  contact: (line: number) => boolean,
  taken: (at: number) => boolean,
  run: DigitRun,
  first: number,
): Span | undefined {
  const { text, folded } = page.view;
  const groupStart = run.groups[first]!.start;
  const lengths = digitsUpTo(run, first);
  if (lengths.at(-1)! < FEWEST_DIGITS) return undefined;
  if (taken(groupStart) || vetoes.touches(groupStart, groupStart + 1)) return undefined;
  const start = openStart(text, run, first);
  if (start === groupStart && goesOnBefore(text, start)) return undefined;
  // `C++20 1.380.000`
  if (text[start] === "+" && text[start - 1] === "+") return undefined;
  const behindAnother = first > 0 && taken(run.groups[first - 1]!.start);
  if (!behindAnother && followsGroup(text, run, first)) return undefined;
  for (let j = lengths.length - 1; j >= 0 && lengths[j]! >= FEWEST_DIGITS; j--) {
    const end = run.groups[first + j]!.end;
    const shape = phoneShape(text.slice(start, end), lengths[j]!);
    const certainty = shape || isCalled(page.view, start, end, lengths[j]!);
    if (!certainty || vetoes.touches(start, end)) continue;
    if (text[start] !== "+" && vetoes.isQuantity(start, end)) continue;
    if (goesOnBehind(text, end)) continue;
    if (certainty === "in-contact" && !contact(lineAt(page, start))) continue;
    return { type: "PHONE", start, end: phoneEnd(folded, end), rank: RANK.phone };
  }
  return undefined;
}

/** Words of calling, in what a sentence says before the number. */
const CALLING =
  /(?<![a-z])(?:anruf|anzuruf|erreich|telefon|ring|appel|joign|llam|lig[aue]|chiam|call|phone|whats|zap|handy|sonnez|tel(?![a-z]))/;
const LONGEST_CALL = 40;
const IN_BRACKETS = /\p{L} \($/u;
const FEWEST_CALLED = 9;
const MOST_CALLED = 12;
const DIGIT_ZERO = 48;

/** `gern anrufen: 0172 / 8 40 26 61`, `mein Chef (0770 48 20 39)`: the sentence says what a national number is. */
function isCalled({ text, folded }: Page["view"], start: number, end: number, digits: number): boolean {
  if (text.charCodeAt(start) !== DIGIT_ZERO || digits < FEWEST_CALLED || digits > MOST_CALLED) return false;
  if (text[end] === ")" && IN_BRACKETS.test(text.slice(Math.max(0, start - 3), start))) return true;
  const before = folded.slice(Math.max(0, start - LONGEST_CALL), start);
  return CALLING.test(before.slice(before.lastIndexOf("\n") + 1));
}

const isPointOrComma = (unit: number): boolean => unit === 46 || unit === 44;
const NUMBER_SIGN = 35;
const HYPHEN = 45;
const SLASH = 47;

/** True where what stands in front makes digits the end of something longer: `1.5`, `#3`. */
function goesOnBefore(text: string, start: number): boolean {
  const before = text.charCodeAt(start - 1);
  if (before === NUMBER_SIGN) return true;
  if (!isPointOrComma(before) && !isDigit(before)) return false;
  const further = text.charCodeAt(start - 2);
  return isDigit(further) || further === NUMBER_SIGN;
}

const LONG_TAIL = /^(?:-\d{5}|\/\d{4}-\d{2})/;

/** True where digits go on behind what would be a telephone number. */
function goesOnBehind(text: string, end: number): boolean {
  const after = text.charCodeAt(end);
  if (isDigit(after)) return true;
  if (isPointOrComma(after)) return isDigit(text.charCodeAt(end + 1));
  return (after === HYPHEN || after === SLASH) && LONG_TAIL.test(text.slice(end, end + 8));
}

/** How many digits there are from one group of a run to each of those behind it that the same number may have. */
function digitsUpTo(run: DigitRun, first: number): number[] {
  const lengths: number[] = [];
  let digits = 0;
  for (let j = first; j < run.groups.length && j - first < MAX_GROUPS; j++) {
    digits += run.groups[j]!.end - run.groups[j]!.start;
    lengths.push(digits);
  }
  return lengths;
}

/** Where the number starts: at its bracket only when the bracket closes inside it. */
function openStart(text: string, run: DigitRun, first: number): number {
  const groupStart = run.groups[first]!.start;
  const start = numberStart(text, groupStart);
  if (text[start] !== "(") return start;
  const last = run.groups[Math.min(run.groups.length, first + MAX_GROUPS) - 1]!;
  return text.slice(start, last.end + 1).includes(")") && !/^[^)]{9}/.test(text.slice(start, start + 9))
    ? start
    : Math.max(start + 1, text[groupStart - 1] === "+" ? groupStart - 1 : groupStart);
}

/** Short groups right behind another short group are the middle of something longer: `51 824 753 5564`. */
function followsGroup(text: string, run: DigitRun, first: number): boolean {
  const previous = run.groups[first - 1];
  const group = run.groups[first]!;
  if (!previous || previous.end - previous.start > 3 || group.end - group.start > 4) return false;
  return group.start - previous.end === 1 && /[ .-]/.test(text[previous.end]!);
}

/** Takes the extension and a closing parenthesis along. */
export function phoneEnd(folded: string, end: number): number {
  const extension = EXTENSION.exec(folded.slice(end, end + 24));
  return extension ? end + extension[0].length : end;
}
