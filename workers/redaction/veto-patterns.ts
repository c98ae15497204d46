import { isAsciiLetter, isCjk, pairAt } from "./characters.ts";
import type { Page } from "./page.ts";

/** A half-open range of the normalised text. */
export interface Range {
  start: number;
  end: number;
}

/** How a kind of numbers that name nobody is written. */
export interface VetoPattern {
  /** Over folded text, from a block of digits on. Bounded, so that a search for it is linear. */
  pattern?: string;
  /** The fewest and the most digits of that block. */
  digits?: readonly [number, number];
  /** The same from a word on that stands in front of the digits. */
  worded?: string;
}

/** Offices that give patents, by their letters in a patent's number. */
export const OFFICES = "us|ep|wo|cn|jp|kr|de|gb|fr|tw|zl|ca|au";
/** Bodies that give norms, and kinds and parts of a norm. */
export const NORMS = "iso|iec|ieee|din|en|rfc|jis|ks|ansi|nist|cve";
export const NORM_PARTS = "iec|en|iso|ts|tr";
/** The words that may stand right in front of such a number; behind a slash it may be any office's. */
const LAST_WORDS: ReadonlySet<string> = new Set(
  `${OFFICES}|patent|no|${NORMS}|${NORM_PARTS}|gb|gbt|t`.split("|"),
);

/** What the words open with from which such a number is read. */
const OPENING_PAIRS: ReadonlySet<number> = new Set(
  `${OFFICES}|${NORMS}|gb|pct`.split("|").map((word) => pairAt(word, 0)),
);

/** `GB/T 22` is the shortest of the patterns. */
const FEWEST_DIGITS = 2;

export interface Patterns {
  /** By how many digits the first block has. */
  numeric: readonly RegExp[];
  worded: RegExp;
}

/** An ISBN in one block is the longest. */
const MOST_DIGITS = 13;
/** Matches nothing: what an empty list of alternatives would match everywhere. */
const NOTHING = "(?!)";
const joined = (patterns: readonly string[]): RegExp => new RegExp(patterns.join("|") || NOTHING, "y");
/** The patterns of all kinds, joined: each place is tried once. */
export const patternsOf = (vetoes: readonly VetoPattern[]): Patterns => ({
  numeric: Array.from({ length: MOST_DIGITS + 1 }, (_, length) =>
    joined(
      vetoes.flatMap(({ pattern, digits: [least, most] = [0, 0] }) =>
        pattern && least <= length && length <= most ? pattern : [],
      ),
    ),
  ),
  worded: joined(vetoes.flatMap((one) => one.worded ?? [])),
});

/** What the patterns match at blocks of digits and at the words in front of them, left to right without overlaps. */
export function findPatterns({ lines, view: { folded } }: Page, { numeric, worded }: Patterns): Range[] {
  const ranges: Range[] = [];
  let behind = 0;
  for (const line of lines) {
    if (line.digits < FEWEST_DIGITS) continue;
    for (const group of line.groups) {
      if (group.start < behind) continue;
      const range =
        findWorded(folded, worded, Math.max(line.start, behind), group.start) ??
        findNumeric(folded, numeric, group);
      if (!range) continue;
      ranges.push(range);
      behind = range.end;
    }
  }
  return ranges;
}

function rangeAt(folded: string, pattern: RegExp, start: number): Range | undefined {
  pattern.lastIndex = start;
  return pattern.test(folded) ? { start, end: pattern.lastIndex } : undefined;
}

/** Behind what all of the patterns open with stands one of these marks, and behind a blank too where it may have one. */
const MARKS_BEHIND: ReadonlySet<number> = new Set([...".-/~年년至到"].map((mark) => mark.charCodeAt(0)));
/** Of so many digits periods may have no mark, and an ISBN, which begins with a nine, may go on with digits. */
const FEWEST_TOGETHER = 6;
const NINE = 57;
/** From so many digits on, what is no ISBN begins with a year. */
const DIGITS_OF_YEAR = 4;

/** Years are of the last century or of this one. */
const opensYear = (folded: string, start: number): boolean => {
  const first = folded.charCodeAt(start);
  return first === 49
    ? folded.charCodeAt(start + 1) === NINE
    : first === 50 && folded.charCodeAt(start + 1) === 48;
};

/** Dates and addresses of machines are short blocks before a mark: a look that spares nearly all numbers the patterns. */
export function mayBeVetoed(folded: string, start: number, end: number): boolean {
  if (folded.charCodeAt(start) === NINE) return true;
  if (end - start >= DIGITS_OF_YEAR && !opensYear(folded, start)) return false;
  if (end - start >= FEWEST_TOGETHER) return true;
  const after = end < folded.length ? folded.charCodeAt(end) : 0;
  if (after > BLANK) return MARKS_BEHIND.has(after);
  return end + 1 < folded.length && MARKS_BEHIND.has(folded.charCodeAt(end + 1));
}

function findNumeric(folded: string, patterns: readonly RegExp[], { start, end }: Range): Range | undefined {
  const pattern = patterns[end - start];
  return pattern && mayBeVetoed(folded, start, end) ? rangeAt(folded, pattern, start) : undefined;
}

/** `PCT/US patent no. ` is the longest that leads to a number, and `patent` the longest of its words. */
const LONGEST_LEAD = 24;
const LONGEST_WORD = 6;
const BLANK = 32;
const FULL_STOP = 46;
const SLASH = 47;
const HYPHEN = 45;
/** Behind which Japanese writes the number of a patent: `特許第4567890号`. */
const CJK_LEADS: ReadonlySet<number> = new Set([..."許願開第"].map((char) => char.charCodeAt(0)));

const mayStandBetween = (unit: number): boolean =>
  unit === BLANK || unit === HYPHEN || unit === FULL_STOP || unit === SLASH;

/** The first of the words in front of a number from which a pattern reads on into the number. */
function findWorded(folded: string, pattern: RegExp, floor: number, number: number): Range | undefined {
  let at = number - 1;
  while (at >= floor && mayStandBetween(folded.charCodeAt(at))) at--;
  const last = at;
  while (at >= floor && isAsciiLetter(folded.charCodeAt(at))) at--;
  if (last < floor || last - at > LONGEST_WORD) return undefined;
  const isLead =
    at === last
      ? CJK_LEADS.has(folded.charCodeAt(at))
      : folded.charCodeAt(at) === SLASH || LAST_WORDS.has(folded.slice(at + 1, last + 1));
  if (!isLead) return undefined;
  for (let start = Math.max(floor, number - LONGEST_LEAD); start <= last; start++) {
    const unit = folded.charCodeAt(start);
    const opens = isAsciiLetter(unit)
      ? !isAsciiLetter(folded.charCodeAt(start - 1)) && OPENING_PAIRS.has(pairAt(folded, start))
      : isCjk(unit);
    const range = opens ? rangeAt(folded, pattern, start) : undefined;
    if (range && range.end > number) return range;
  }
  return undefined;
}
