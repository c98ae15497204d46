import { hasRightToLeft, logicalOrder } from "./bidi.ts";
import type { Placed } from "./fragments.ts";
import { median, type Row } from "./rows.ts";

const WIDE_SCRIPT =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3000-\u303f\uff00-\uffef]/u;

const HANGUL = /^\p{Script=Hangul}$/u;

/** Gap in ems that makes a word space where none was drawn: ideographs stand loosely, other letters tightly. */
const SPACE_EMS = 0.17;
const SPACE_EMS_MIXED = 0.45;
const SPACE_EMS_WIDE = 0.7;
const LETTER_SPACED_RUN = 4;

function gap(before: Placed, after: Placed): number {
  const apart = after.x0 >= before.x0 ? after.x0 - before.x1 : before.x0 - after.x1;
  return apart / Math.max(Math.min(before.size, after.size), 0.5);
}

function separated(before: Placed, after: Placed): boolean {
  const ems = gap(before, after);
  const wide = Number(WIDE_SCRIPT.test(before.text)) + Number(WIDE_SCRIPT.test(after.text));
  if (after.spaceAfter === before.order || before.spaceAfter === after.order) return true;
  return ems > (wide === 2 ? SPACE_EMS_WIDE : wide === 1 ? SPACE_EMS_MIXED : SPACE_EMS);
}

/** Finds headings set as single letters with even gaps, and returns the gap in ems that still joins letters there. */
function letterSpacing(glyphs: readonly Placed[]): number | null {
  if (glyphs.length < LETTER_SPACED_RUN && !isSpacedHangul(glyphs)) return null;
  const gaps: number[] = [];
  for (let i = 1; i < glyphs.length; i++) {
    if (WIDE_SCRIPT.test(glyphs[i]!.text)) return null;
    gaps.push(gap(glyphs[i - 1]!, glyphs[i]!));
  }
  const typical = median(gaps);
  const even = gaps.filter((value) => Math.abs(value - typical) < 0.12).length;
  if (typical < SPACE_EMS * 0.7 || typical > 1 || even < gaps.length * 0.6) return null;
  return typical + 0.25;
}

/** Korean headings of two or three syllables; where blanks were meant, the file would mostly have drawn them. */
function isSpacedHangul(glyphs: readonly Placed[]): boolean {
  return (
    glyphs.length > 1 &&
    glyphs.every(({ text, spaceAfter }, at) => HANGUL.test(text) && (at === 0 || spaceAfter < 0))
  );
}

function write(glyphs: readonly Placed[], joins: number | null): string {
  let text = "";
  for (const [index, glyph] of glyphs.entries()) {
    const before = glyphs[index - 1];
    if (before) {
      const apart = joins === null ? separated(before, glyph) : gap(before, glyph) > joins;
      if (apart) text += " ";
    }
    text += glyph.text;
  }
  return text;
}

/** The text of one row as a person reads it. */
export function rowText(row: Row, rightToLeft: boolean): string {
  const parts = row.fragments.map((fragment) => {
    const joins = letterSpacing(fragment.glyphs);
    return { fragment, joins };
  });
  const glyphs = row.fragments.flatMap((fragment) => fragment.glyphs);
  if (hasRightToLeft(glyphs)) {
    return write(
      logicalOrder(
        glyphs.toSorted((a, b) => a.x0 - b.x0),
        rightToLeft,
      ),
      null,
    );
  }
  let text = "";
  let before: Placed | undefined;
  for (const { fragment, joins } of parts) {
    const sorted = fragment.glyphs.toSorted((a, b) => a.x0 - b.x0 || a.order - b.order);
    if (before && separated(before, sorted[0]!)) text += " ";
    text += write(sorted, joins);
    before = sorted.at(-1);
  }
  return text;
}
