import { isRow, type PageLine, paragraphs } from "./line-breaks.ts";
import { headingOf } from "./rules/sections.ts";
import { type Piece, sentences, splitLong } from "./sentences.ts";
import type { Line } from "./types.ts";
import { countLettersAndDigits, joinsWithoutSpace } from "./writing.ts";

/** Longest line in UTF-16 units: a quotation that a person can take in at one look, and about 130 tokens. */
export const LONGEST_LINE = 400;

/**
 * The redacted text as the numbered lines that a judge cites: one per bullet, sentence or table row, whatever the
 * page's own breaks. Wrapped lines are joined before sentences are split; headings, `label: value` lines and table
 * rows stay alone; a lone letter or digit goes with its neighbour; a line over 400 units is cut between clauses.
 *
 * @returns lines in order, numbered from 1, not overlapping. `text.slice(start, end)` folded by {@link foldLine} is
 *   `line.text`. Every letter and digit of `text` is in exactly one line; list marks and rules are in none.
 */
export function numberLines(text: string): Line[] {
  const pieces: Piece[] = [];
  for (const group of paragraphs(text)) {
    for (const piece of paragraphPieces(text, group)) {
      const last = pieces.at(-1);
      const alone = countLettersAndDigits(text.slice(piece.start, piece.end)) < 2;
      if (last && (alone || isLoneCharacter(text, last)) && mayMerge(text, last, piece)) last.end = piece.end;
      else pieces.push({ ...piece });
    }
  }
  return pieces.map(({ start, end }, index) => ({
    number: index + 1,
    text: foldLine(text.slice(start, end)),
    start,
    end,
  }));
}

/**
 * What a reader would quote of a span of the text: white space is one space, a line break between characters of an
 * unspaced script is nothing, and a hyphen at a line's end stays with what follows it.
 */
export function foldLine(span: string): string {
  return span.trim().replace(/\s+/gu, (space, at: number, whole: string) => {
    if (!/[\n\r\f\v\u2028\u2029]/.test(space)) return " ";
    const before = whole.slice(Math.max(0, at - 2), at);
    const after = whole.slice(at + space.length);
    if (joinsWithoutSpace(before, after.slice(0, 2))) return "";
    const hyphenated =
      /\p{L}[-‐]$/u.test(before) && /^\p{Ll}/u.test(after) && !/^(?:und|oder|bzw|and|or)\b/.test(after);
    return hyphenated ? "" : " ";
  });
}

function paragraphPieces(text: string, group: readonly PageLine[]): Piece[] {
  const first = group[0]!;
  const whole = { start: first.start, end: group.at(-1)!.end };
  const heading = headingOf(first.text);
  const alone = (heading && heading.rest === "") || isRow(first.text);
  const parts = alone ? [whole] : sentences(text, whole);
  return parts.flatMap((part) => splitLong(text, part, LONGEST_LINE));
}

function isLoneCharacter(text: string, piece: Piece): boolean {
  return countLettersAndDigits(text.slice(piece.start, piece.end)) < 2;
}

/** Neighbours on the page, no heading among them and not too long together. */
function mayMerge(text: string, before: Piece, after: Piece): boolean {
  if (after.end - before.start > LONGEST_LINE) return false;
  if (/\n\s*\n/.test(text.slice(before.end, after.start))) return false;
  return !headingOf(text.slice(before.start, before.end)) && !headingOf(text.slice(after.start, after.end));
}
