import { matchesOf } from "./matching.ts";

/** Combining accents; the voicing marks of kana, full and half width; invisible marks and variation selectors. */
const ACCENTS = "\\u0300-\\u034E\\u0350-\\u036F";
const VOICING = "\\u3099\\u309A\\uFF9E\\uFF9F";
const UNSEEN = "\\u00AD\\u034F\\u180E\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u206F\\uFE00-\\uFE0F\\uFEFF";

/** Conjoining jamo of one syllable; styled letters; compatibility forms whose plain form may be longer. */
const SYLLABLE = "[\\u1100-\\u115F][\\u1160-\\u11A7][\\u11A8-\\u11FF]?";
const STYLED = "\\uD835[\\uDC00-\\uDFFF]";
const COMPATIBLE = "\\u3200-\\u33FF\\uFB00-\\uFB06\\uFF61-\\uFF9F";

/**
 * What changes its length: invisible marks, which go; and a base with what composes onto it. The length of a match is
 * bounded, so a pass over a text is linear.
 */
const CHANGE = new RegExp(
  `[${UNSEEN}]|${STYLED}|${SYLLABLE}|[^${ACCENTS}${VOICING}${UNSEEN}\\uD800-\\uDFFF][${ACCENTS}${VOICING}]{1,8}|[${COMPATIBLE}]`,
  "g",
);
/** One look that tells most texts to need no change of length. */
const MAY_CHANGE = new RegExp(`[${UNSEEN}${ACCENTS}${VOICING}${COMPATIBLE}\\u1100-\\u11FF\\uD835]`);
/** True where the normal form of a text may have another length. */
export const changesLength = (text: string): boolean => MAY_CHANGE.test(text);
const INVISIBLE = new RegExp(`^[${UNSEEN}]$`);

/** A place where the normal form has another length than the source. */
export interface Change {
  at: number;
  length: number;
  sourceAt: number;
  sourceLength: number;
}

/** The normal form of a text whose length may change, and where it does. */
export function compose(source: string): { text: string; changes: Change[] } {
  const parts: string[] = [];
  const changes: Change[] = [];
  let from = 0;
  let at = 0;
  for (const match of matchesOf(CHANGE, source)) {
    const composed = INVISIBLE.test(match[0]) ? "" : match[0].normalize("NFKC");
    parts.push(source.slice(from, match.index), composed);
    at += match.index - from;
    changes.push({ at, length: composed.length, sourceAt: match.index, sourceLength: match[0].length });
    at += composed.length;
    from = match.index + match[0].length;
  }
  parts.push(source.slice(from));
  return { text: parts.join(""), changes };
}

/** The last change that begins at or before an offset of the normal form, by binary search. */
function changeBefore(changes: readonly Change[], index: number): Change | undefined {
  let low = -1;
  let high = changes.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (changes[middle]!.at <= index) low = middle;
    else high = middle - 1;
  }
  return changes[low];
}

/** Where in the source the character at an offset of the normal form begins. */
export function sourceStart(changes: readonly Change[], index: number): number {
  const change = changeBefore(changes, index);
  if (!change) return index;
  const behind = index - change.at - change.length;
  return behind >= 0 ? change.sourceAt + change.sourceLength + behind : change.sourceAt;
}

/** Where in the source the character before `index` ends: an invisible mark behind it stays outside. */
export function sourceEnd(changes: readonly Change[], index: number): number {
  if (index === 0) return 0;
  const change = changeBefore(changes, index - 1);
  if (!change) return index;
  const behind = index - change.at - change.length;
  return behind > 0 ? change.sourceAt + change.sourceLength + behind : change.sourceAt + change.sourceLength;
}
