import { isAlphanumeric, isAsciiLetter, isDigit } from "./characters.ts";
import type { NormalisedText } from "./normalise.ts";

/** An identifier after its label: letters and digits in groups, also partly masked; at least four of them. */
const CODE =
  /(?:(?:no|nr|n[º°]|#)\.?\s?|(?:普通|当座|普) ?)?[a-z\d*•×✕][a-z\d*•×✕]{0,24}(?:(?:[ .\-/]|, ?(?=\d{4}))\(?[a-z\d*•×✕]{1,24}\)?){0,7}(?:\([\da-z]\))?/y;
/** Words after a code end it; so a group without a digit counts only when it is short. */
export function readCode(view: NormalisedText, at: number, limit: number): number {
  const { folded } = view;
  CODE.lastIndex = at;
  const match = CODE.exec(folded);
  if (!match) return -1;
  const codeEnd = at + match[0].length;
  let end = at;
  let digits = 0;
  let symbols = 0;
  for (let i = at; i < codeEnd; i++) {
    if (!isOfGroup(folded.charCodeAt(i))) continue;
    const group = readGroup(folded, i, codeEnd);
    const size = group.end - i;
    const word = size > 1 && !isAsciiCapital(view.text.charCodeAt(i));
    const letters = group.digits + group.masks === 0;
    if ((letters && (size > MOST_LETTERS || (i > at && word))) || group.end > limit) break;
    digits += group.digits;
    symbols += group.digits + group.masks + group.letters;
    end = group.end;
    i = end;
  }
  return digits > 0 && symbols >= FEWEST_SYMBOLS ? end : -1;
}

const FEWEST_SYMBOLS = 4;
/** A group of more letters is a word. */
const MOST_LETTERS = 3;
const MASKS: ReadonlySet<number> = new Set([..."*•×✕"].map((mask) => mask.charCodeAt(0)));
const isBracket = (unit: number): boolean => unit === 40 || unit === 41;
const isOfGroup = (unit: number): boolean => isAlphanumeric(unit) || isBracket(unit) || MASKS.has(unit);
const isAsciiCapital = (unit: number): boolean => unit >= 65 && unit <= 90;

/** What stands in the group of a code that begins at `at`. */
function readGroup(
  folded: string,
  at: number,
  limit: number,
): { end: number; digits: number; letters: number; masks: number } {
  let end = at;
  let digits = 0;
  let letters = 0;
  let masks = 0;
  for (; end < limit; end++) {
    const unit = folded.charCodeAt(end);
    if (isDigit(unit)) digits++;
    else if (isAsciiLetter(unit)) letters++;
    else if (MASKS.has(unit)) masks++;
    else if (!isBracket(unit)) break;
  }
  return { end, digits, letters, masks };
}

/** A number that running text states to be one: `my passport number is T3569075`; long enough not to be a word. */
export function readStatedCode(view: NormalisedText, at: number, limit: number): number {
  const verb = /^(?:is|was|es|ist|est|e|numero)\s/.exec(view.folded.slice(at, at + 8));
  const start = at + (verb?.[0].length ?? 0);
  const end = /^[a-z]{0,3}\d{6,12}(?![\p{L}\d])/u.exec(view.folded.slice(start, Math.min(limit, start + 16)));
  return end && end[0].length >= 8 ? start + end[0].length : -1;
}

/**
 * Numbers that their issuer never gives: NINO prefixes (HMRC NIM39110), SSN areas and ITIN groups (SSA, IRS).
 * A label before them does not make them somebody's.
 */
const UNISSUED =
  /^(?:(?:bg|gb|nk|kn|nt|tn|zz|(?!qq)[dfiquv][a-z]|[a-z][dfiquvo])\s?\d{2}\s?\d{2}\s?\d{2}\s?[a-d]|(?:000|666)-\d{2}-\d{4}|\d{3}-00-\d{4}|\d{3}-\d{2}-0000|9\d{2}-(?:[0-4]\d|6[6-9]|89|93)-\d{4})$/;

export const isUnissued = (folded: string): boolean => UNISSUED.test(folded);
