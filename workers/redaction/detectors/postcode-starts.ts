import { isDigit, isUpper } from "../characters.ts";
import type { DigitGroup } from "../lines.ts";

/**
 * Where a country's postcode may begin around a block of digits, or -1: by the block's length and the characters beside
 * it. A cheap look, which the pattern of the code then confirms.
 */
export type StartOf = (text: string, group: DigitGroup) => number;

const BLANK = 32;
const HYPHEN = 45;
const NONE = -1;

const isCapital = (unit: number): boolean => unit >= 65 && unit <= 90;

/** `10178 Berlin`, `1012 AB Amsterdam`, `1100-148 Lisboa`, `00-950 Warszawa`: a capital follows. */
export const european: StartOf = (text, { start, end }) => {
  const length = end - start;
  const after = text.charCodeAt(end);
  if (after === HYPHEN) return length === 4 || length === 2 ? start : NONE;
  if (length === 4 && isCapital(after)) return start;
  if (after !== BLANK || (length !== 5 && length !== 4)) return NONE;
  const next = text.charCodeAt(end + 1) === BLANK ? end + 2 : end + 1;
  return isUpper(text.charCodeAt(next)) ? start : NONE;
};

const CEP_BEFORE = /CEP:?\s?$/;

/** `01310-100`, and `CEP` in front of it. */
export const brazilian: StartOf = (text, { start, end }) => {
  if (end - start !== 5 || text.charCodeAt(end) !== HYPHEN || !isDigit(text.charCodeAt(end + 1))) return NONE;
  return start - (CEP_BEFORE.exec(text.slice(Math.max(0, start - 5), start))?.[0].length ?? 0);
};

const US_LEAD = ", CA ".length;

/** `, CA 94110` */
export const american: StartOf = (text, { start, end }) =>
  end - start === 5 && text.charCodeAt(start - 1) === BLANK && isCapital(text.charCodeAt(start - 2))
    ? start - US_LEAD
    : NONE;

/** `SW1A 1AA`, `M1 1AE`: one or two capitals before one or two digits; `GIR 0AA`. */
export const british: StartOf = (text, { start, end }) => {
  if (end - start > 2) return NONE;
  let letters = 0;
  while (letters < 3 && isCapital(text.charCodeAt(start - 1 - letters))) letters++;
  if (letters > 0) return start - letters;
  return text.charCodeAt(start - 1) === BLANK && text.startsWith("GIR", start - 4) ? start - 4 : NONE;
};

/** `560034`, `560 034` */
export const indian: StartOf = (text, { start, end }) => {
  const parted = end - start === 3 && text.charCodeAt(end) === BLANK && isDigit(text.charCodeAt(end + 1));
  return end - start === 6 || parted ? start : NONE;
};
