import type { Fragment, Placed } from "./fragments.ts";
import type { Row } from "./rows.ts";

/** Signs that open an item of a list. */
const BULLET = /^[•‣▪▫■□◆◇●○◦∙▶►➢✓✔]$/u;
/** Signs that do so where a blank follows them. */
const DASH_BULLET = /^[-–—*·]$/u;
const ENDS_SENTENCE = /[.!?;:。！？；：…]$/u;
/** Addresses are written small wherever they stand. */
const STARTS_LOWER = /^\p{Ll}(?!.*(?:@|:\/\/|\.\p{Ll}))/u;
const BREAKS_ANYWHERE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uffef]/u;
/** Lines of one paragraph follow one another no further than this, in ems between baselines. */
const LEADING_EMS = 1.9;
/** Gaps wider than this part cells. */
export const CELL_GAP_EMS = 0.9;
const BLANK_EMS = 0.25;
/** Justification and hanging punctuation leave this much of a line open though the next word would not fit. */
const SLACK_EMS = 0.3;

/** Left and right edge of what a column's lines may fill. */
export interface Extent {
  x0: number;
  x1: number;
}

/** How a line stands to the one above it: its paragraph goes on, a new one starts, or either may be. */
export type LineStart = "continues" | "starts" | "unsure";

/** The letters of a fragment without their blanks, as far as layout needs them. */
export const fragmentText = ({ glyphs }: Fragment): string => glyphs.map((glyph) => glyph.text).join("");

/** The same of a row, with a blank between fragments. */
export const plainText = (row: Row): string => row.fragments.map(fragmentText).join(" ");

/** True when a row begins with the sign of a list's item. */
export function startsItem({ fragments }: Row): boolean {
  const [first, next] = fragments[0]!.glyphs;
  if (!first || BULLET.test(first.text)) return first !== undefined;
  if (!DASH_BULLET.test(first.text)) return false;
  return !next || next.spaceAfter === first.order || next.x0 - first.x1 > BLANK_EMS * first.size;
}

/** What could not have been broken at the beginning of a row: a word, or one ideograph. */
function firstWord(row: Row): Placed[] {
  const [first, ...more] = row.fragments[0]!.glyphs;
  const word = first ? [first] : [];
  if (!first || BREAKS_ANYWHERE.test(first.text)) return word;
  for (const glyph of more) {
    const last = word.at(-1)!;
    if (glyph.spaceAfter === last.order || glyph.x0 - last.x1 > BLANK_EMS * glyph.size) break;
    if (BREAKS_ANYWHERE.test(glyph.text)) break;
    word.push(glyph);
  }
  return word;
}

/** Width of a row with its indent, which stands on the side that lines of the column share. */
function filled(row: Row, column: Extent): number {
  const before = row.x0 - column.x0;
  const after = column.x1 - row.x1;
  const centred = Math.abs(before - after) < 0.5 * row.size;
  return column.x1 - column.x0 - (centred ? before + after : Math.max(before, after));
}

/** True when the row's first word would have had room at the end of the row above, so that its break was wanted. */
export function breakWasFree(above: Row, row: Row, column: Extent): boolean {
  const word = firstWord(row);
  const blank = BREAKS_ANYWHERE.test(word[0]!.text) ? 0 : BLANK_EMS * row.size;
  const wanted = filled(above, column) + blank + word.at(-1)!.x1 - word[0]!.x0;
  return wanted < column.x1 - column.x0 - SLACK_EMS * row.size;
}

/** Wide gaps inside a row make it several cells, of which none fills the column. */
const hasCells = ({ fragments, size }: Row) =>
  fragments.some((fragment, at) => at > 0 && fragment.x0 - fragments[at - 1]!.x1 > CELL_GAP_EMS * size);

/** Tells whether a row goes on with the text of the row above it in the same column. */
export function lineStart(above: Row, row: Row, column: Extent): LineStart {
  if (hasCells(row) || hasCells(above)) return "unsure";
  const tight = row.baseline - above.baseline <= LEADING_EMS * Math.max(row.size, above.size);
  if (!tight || startsItem(row)) return "starts";
  const ended = ENDS_SENTENCE.test(plainText(above));
  const opening = firstWord(row)
    .map(({ text }) => text)
    .join("");
  if (STARTS_LOWER.test(opening) && !ended) return "continues";
  if (breakWasFree(above, row, column)) return "starts";
  return ended ? "unsure" : "continues";
}

/** Lines of running text have at least so many words, or ideographs; narrow lists have fewer. */
const TEXT_WORDS = 3;
const TEXT_IDEOGRAPHS = 8;

/** Gaps between the words of a row, drawn as blanks or wide enough for one. */
export function wordGaps({ fragments }: Row): number[] {
  const glyphs = fragments.flatMap((fragment) => fragment.glyphs);
  return glyphs.flatMap((glyph, at) => {
    const before = glyphs[at - 1];
    const apart = before ? glyph.x0 - before.x1 : 0;
    const drawn = before !== undefined && glyph.spaceAfter === before.order;
    return drawn || apart > BLANK_EMS * glyph.size ? [apart] : [];
  });
}

/** True for a row of a few words, which running text has at its end alone. */
export function isShort(row: Row): boolean {
  if (wordGaps(row).length + 1 >= TEXT_WORDS) return false;
  const glyphs = row.fragments.flatMap((fragment) => fragment.glyphs);
  return glyphs.filter(({ text }) => BREAKS_ANYWHERE.test(text)).length < TEXT_IDEOGRAPHS;
}
