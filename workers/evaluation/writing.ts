/** Classes of characters that splitting, folding and term matching share. Pure data and predicates. */

/** Scripts written without spaces between words, with their punctuation. Hangul is not one: Korean has spaces. */
export const UNSPACED =
  "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u3000-\\u303F\\u30FB\\u30FC\\uFF00-\\uFF65";

const UNSPACED_END = new RegExp(`[${UNSPACED}]$`, "u");
const UNSPACED_START = new RegExp(`^[${UNSPACED}]`, "u");
const WIDE = /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]/;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/gu;

/** Between these two pieces a line break stands for nothing at all. */
export function joinsWithoutSpace(before: string, after: string): boolean {
  return UNSPACED_END.test(before) && UNSPACED_START.test(after);
}

/** Width in terminal columns; East Asian wide characters take two (Unicode UAX #11, W and F). */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) columns += WIDE.test(character) ? 2 : 1;
  return columns;
}

/** Letters and digits in `text`: what is left of a piece once its decoration is gone. */
export function countLettersAndDigits(text: string): number {
  return text.match(LETTER_OR_DIGIT)?.length ?? 0;
}
