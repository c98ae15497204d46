import { isAsciiLetter } from "./characters.ts";
import { changesLength } from "./normalise.ts";

const NEWLINE = 10;
const LAST_DIGIT = 57;
const AT_SIGN = 64;
const LAST_ASCII = 0x7f;
const between = (unit: number, first: number, last: number): boolean => unit >= first && unit <= last;

/** Digits of all scripts that the normal form turns into ASCII, one for one. */
const isAnyDigit = (unit: number): boolean =>
  unit <= LAST_ASCII
    ? between(unit, 48, LAST_DIGIT)
    : between(unit, 0xff10, 0xff19) ||
      between(unit, 0x0660, 0x0669) ||
      between(unit, 0x06f0, 0x06f9) ||
      between(unit, 0x0966, 0x096f);

/** Letters, and what else ends a number; between two digits of one number stand at most two other characters. */
const endsNumber = (unit: number): boolean =>
  unit <= LAST_ASCII
    ? unit === NEWLINE || isAsciiLetter(unit)
    : between(unit, 0xc0, 0x2af) ||
      between(unit, 0x370, 0x1fff) ||
      between(unit, 0x3041, 0x9fff) ||
      between(unit, 0xac00, 0xd7af) ||
      between(unit, 0xff10, 0xff5a);
const MOST_BETWEEN = 2;
/** No telephone number or identifier has fewer. */
const FEWEST_DIGITS = 7;

/** At signs of normal, full and small width. */
const isAtSign = (unit: number): boolean => unit === AT_SIGN || unit === 0xff20 || unit === 0xfe6b;
/** What a residue opens with: a digit or an at sign. */
const OPENS = /[0-9\uff10-\uff19\u0660-\u0669\u06f0-\u06f9\u0966-\u096f@\uff20\ufe6b]/g;
/** Wide letters may be an IBAN's. */
const WIDE_LETTER = /[\uff21-\uff3a\uff41-\uff5a]/;

/** What stands behind the country and the check digits of the shortest IBAN. */
const REST_OF_IBAN = /(?:[ -]?[0-9A-Za-z]{4}){3}/y;
/** A country and two check digits. */
const HEAD_OF_IBAN = /(?<![0-9A-Za-z])[A-Za-z]{2}[0-9]{2}/y;

/** True where the check digits of an IBAN end at `end`. */
function isIban(text: string, end: number): boolean {
  if (end < 4 || !isAsciiLetter(text.charCodeAt(end - 3))) return false;
  HEAD_OF_IBAN.lastIndex = end - 4;
  REST_OF_IBAN.lastIndex = end;
  return HEAD_OF_IBAN.test(text) && REST_OF_IBAN.test(text);
}

/** Where the digits and the few marks between them end that begin at `at`; -1 where they may be a residue's. */
function numberEnd(text: string, at: number): number {
  if (isAtSign(text.charCodeAt(at))) return -1;
  let digits = 1;
  let others = 0;
  let end = at + 1;
  for (; end < text.length; end++) {
    const unit = text.charCodeAt(end);
    if (isAnyDigit(unit)) {
      digits++;
      others = 0;
      if (digits === FEWEST_DIGITS || (digits === 2 && isIban(text, end + 1))) return -1;
    } else if (endsNumber(unit) || isAtSign(unit) || others === MOST_BETWEEN) break;
    else others++;
  }
  return end;
}

/** Whole lines of a text. */
export interface Stretch {
  start: number;
  end: number;
}

/**
 * The stretches of whole lines that may hold a residue, all of a text that is written in unusual characters. A residue
 * cannot be without an at sign, seven digits side by side, or the check digits of an IBAN behind their country: a look
 * at the numbers of a text tells nearly all lines to hold none.
 */
export function suspectStretches(text: string): Stretch[] {
  if (changesLength(text) || WIDE_LETTER.test(text)) return [{ start: 0, end: text.length }];
  const stretches: Stretch[] = [];
  OPENS.lastIndex = 0;
  while (OPENS.test(text)) {
    const at = OPENS.lastIndex - 1;
    const behind = numberEnd(text, at);
    if (behind >= 0) {
      OPENS.lastIndex = behind;
      continue;
    }
    const start = text.lastIndexOf("\n", at) + 1;
    const newline = text.indexOf("\n", at);
    const end = newline < 0 ? text.length : newline;
    const last = stretches.at(-1);
    if (last?.end === start - 1) last.end = end;
    else stretches.push({ start, end });
    OPENS.lastIndex = end;
  }
  return stretches;
}
