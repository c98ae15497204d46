import { isCellMark, isDigit, isNewline, isWordUnit } from "./characters.ts";
import { extendKey, NO_WORDS, opensWithMark, opensWithWord, type Vocabulary } from "./vocabulary.ts";

const NEWLINE = 10;
/** Blanks and control characters end here. */
const LAST_BLANK = 32;

/** A block of digits. */
export interface DigitGroup {
  start: number;
  end: number;
}

export interface Line {
  start: number;
  /** Exclusive, before the newline. */
  end: number;
  /** How many digits stand on it: what looks for numbers skips the lines that have too few. */
  digits: number;
  /** Its blocks of digits, left to right: what looks for numbers looks at these places alone. */
  groups: readonly DigitGroup[];
}

export interface Cell {
  start: number;
  end: number;
}

/** A place where phrases may begin. */
export interface Opening {
  at: number;
  /** The lexicons that may have one, as bits of the vocabulary. */
  bits: number;
}

/** What one look at every character tells of a text. */
export interface Layout {
  lines: Line[];
  /** Where phrases may begin: at words, at every CJK character and at marks, but not at blanks. */
  starts: Int32Array;
  /** The starts where some lexicon may have a phrase. */
  opens: readonly Opening[];
  /** All of these bits together. */
  opened: number;
}

const NO_GROUPS: readonly DigitGroup[] = [];

/** Room for the starts of a text while it is read: what a text needs of it is copied, as room of its own costs more. */
const ROOM = new Int32Array(0x4000);

/** Reads where the lines, the words and the numbers of a text stand, in one pass. */
export function readLayout(text: string, vocabulary: Vocabulary = NO_WORDS): Layout {
  const { length } = text;
  const lines: Line[] = [];
  const starts = length <= ROOM.length ? ROOM : new Int32Array(length);
  const opens: Opening[] = [];
  let count = 0;
  let opened = 0;
  let lineStart = 0;
  let digits = 0;
  let groups: DigitGroup[] = [];
  let at = 0;
  while (at <= length) {
    // Behind the text stands a newline that ends its last line.
    let unit = at < length ? text.charCodeAt(at) : NEWLINE;
    if (isWordUnit(unit)) {
      const start = at;
      let key = 0;
      do {
        if (isDigit(unit)) {
          const numberStart = at;
          do {
            key = extendKey(key, unit);
            unit = ++at < length ? text.charCodeAt(at) : NEWLINE;
          } while (isDigit(unit));
          groups.push({ start: numberStart, end: at });
          digits += at - numberStart;
        } else {
          key = extendKey(key, unit);
          unit = ++at < length ? text.charCodeAt(at) : NEWLINE;
        }
      } while (isWordUnit(unit));
      starts[count++] = start;
      const bits = opensWithWord(vocabulary, key);
      if (bits !== 0) {
        opened |= bits;
        opens.push({ at: start, bits });
      }
    }
    if (unit > LAST_BLANK) {
      starts[count++] = at;
      const next = at + 1 < length ? text.charCodeAt(at + 1) : NEWLINE;
      const bits = opensWithMark(vocabulary, unit, next);
      if (bits !== 0) {
        opened |= bits;
        opens.push({ at, bits });
      }
    } else if (unit === NEWLINE) {
      lines.push({ start: lineStart, end: at, digits, groups: digits > 0 ? groups : NO_GROUPS });
      lineStart = at + 1;
      if (digits > 0) groups = [];
      digits = 0;
    }
    at++;
  }
  return { lines, starts: starts.slice(0, count), opens, opened };
}

/** The index of the line that holds an offset: binary search, O(log lines). */
export function lineIndexAt(lines: readonly Line[], offset: number): number {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (lines[middle]!.start <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Three blanks or more part columns of a flattened table. */
const COLUMN_GAP = 3;

/** True where a cell begins at `at`: at a line's start, after a mark, or after a column's gap. */
export function startsCell(text: string, at: number): boolean {
  let i = at - 1;
  while (i >= 0 && text.charCodeAt(i) === 32) i--;
  if (i < 0 || isNewline(text.charCodeAt(i)) || isCellMark(text.charCodeAt(i))) return true;
  return at - 1 - i >= 2;
}

/** Where the cell that `at` stands in ends: at a mark, a column's gap, or `limit`. */
export function cellEnd(text: string, at: number, limit: number): number {
  for (let i = at; i < limit; i++) {
    const unit = text.charCodeAt(i);
    if (isCellMark(unit) || isNewline(unit)) return trimEnd(text, at, i);
    if (unit !== 32) continue;
    let blanks = 1;
    while (text.charCodeAt(i + blanks) === 32) blanks++;
    if (blanks >= COLUMN_GAP || (blanks > 1 && opensField(text, i + blanks))) return trimEnd(text, at, i);
    i += blanks - 1;
  }
  return trimEnd(text, at, limit);
}

/** Two blanks part columns where the next column says what it is: `Vietnamese  Visa: F-4`. */
const opensField = (text: string, at: number): boolean =>
  /^[\p{L} ]{2,20}[:=]/u.test(text.slice(at, at + 22));

export function trimEnd(text: string, from: number, to: number): number {
  while (to > from && (text.charCodeAt(to - 1) === 32 || text.charCodeAt(to - 1) === 9)) to--;
  return to;
}

export function skipBlanks(text: string, from: number, limit: number): number {
  while (from < limit && (text.charCodeAt(from) === 32 || text.charCodeAt(from) === 9)) from++;
  return from;
}

/** The cells of a line: its parts between marks and column gaps. */
export function cellsOf(text: string, line: Cell): Cell[] {
  const cells: Cell[] = [];
  let at = line.start;
  while (at < line.end) {
    while (at < line.end && (text.charCodeAt(at) === 32 || isCellMark(text.charCodeAt(at)))) at++;
    const end = cellEnd(text, at, line.end);
    if (end > at) cells.push({ start: at, end });
    at = Math.max(end, at + 1);
  }
  return cells;
}
