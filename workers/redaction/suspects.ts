import { isAsciiLetter } from "./characters.ts";
import { changesLength } from "./composition.ts";

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
/** Wide letters may be an IBAN's. */
const isWideLetter = (unit: number): boolean =>
  between(unit, 0xff21, 0xff3a) || between(unit, 0xff41, 0xff5a);

/** What a unit is to the look at a text; all others part the digits of one number. */
const ANY_DIGIT = 1;
const AT = 2;
const ENDS_NUMBER = 4;
/** Its normal form may be an IBAN's letter or have another length: the whole of such a text is looked through. */
const UNUSUAL = 8;
const OPENS = ANY_DIGIT | AT | UNUSUAL;
const FIRST_HAN = 0x4e00;
const LAST_HAN = 0x9fff;
const BLOCK = 256;

const KINDS: Uint8Array = (() => {
  const kinds = new Uint8Array(0x10000);
  let blockChanges = false;
  for (let c = 0; c < kinds.length; c++) {
    // Most blocks of characters have none that changes its length, and one look tells so.
    if (c % BLOCK === 0)
      blockChanges = changesLength(
        String.fromCharCode(...Array.from({ length: BLOCK }, (_, offset) => c + offset)),
      );
    if (isAnyDigit(c)) kinds[c] = ANY_DIGIT;
    else if (isAtSign(c)) kinds[c] = AT;
    else if (endsNumber(c)) kinds[c] = ENDS_NUMBER;
    if (isWideLetter(c) || (blockChanges && changesLength(String.fromCharCode(c)))) kinds[c] = UNUSUAL;
  }
  return kinds;
})();

/** Han is asked for in no table: each of its characters would fetch a line of memory of its own. */
const kindOf = (unit: number): number => (unit >= FIRST_HAN && unit <= LAST_HAN ? ENDS_NUMBER : KINDS[unit]!);

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
  let digits = 1;
  let others = 0;
  let end = at + 1;
  for (; end < text.length; end++) {
    const kind = kindOf(text.charCodeAt(end));
    if (kind === ANY_DIGIT) {
      digits++;
      others = 0;
      if (digits === FEWEST_DIGITS || (digits === 2 && isIban(text, end + 1))) return -1;
    } else if (kind !== 0 || others === MOST_BETWEEN) break;
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
  const stretches: Stretch[] = [];
  let lookedAt = 0;
  for (let i = 0; i < text.length; i++) {
    const kind = kindOf(text.charCodeAt(i));
    if ((kind & OPENS) === 0) continue;
    if (kind === UNUSUAL) return [{ start: 0, end: text.length }];
    if (i < lookedAt) continue;
    const behind = kind === AT ? -1 : numberEnd(text, i);
    if (behind < 0) lookedAt = addLine(stretches, text, i);
    else i = behind - 1;
  }
  return stretches;
}

/** Adds the line of a place, and says where it ends. Lines beside each other are one stretch. */
function addLine(stretches: Stretch[], text: string, at: number): number {
  const start = text.lastIndexOf("\n", at) + 1;
  const newline = text.indexOf("\n", at);
  const end = newline < 0 ? text.length : newline;
  const last = stretches.at(-1);
  if (last?.end === start - 1) last.end = end;
  else stretches.push({ start, end });
  return end;
}
