import { type Fragment, fragments, type Placed } from "../../workers/documents/pdf/fragments.ts";
import { rowText } from "../../workers/documents/pdf/line-text.ts";
import { readingOrder } from "../../workers/documents/pdf/reading-order.ts";
import { type Row, rows } from "../../workers/documents/pdf/rows.ts";
import { NO_RULES, type Rules } from "../../workers/documents/pdf/rules.ts";

/** A line of text whose letters are all of one width. */
export interface Line {
  text: string;
  x: number;
  y: number;
  /** Points, 10 by default. */
  size?: number;
}

export const SIZE = 10;
/** Of a letter, in ems. */
const WIDTH = 0.5;

/** Width of a line in points. */
export const widthOf = (text: string, size = SIZE): number => [...text].length * WIDTH * size;

/** Lines as glyphs in the order in which they are given, which is the order of the content stream. */
export function place(lines: readonly Line[]): Placed[] {
  let order = 0;
  return lines.flatMap(({ text, x, y, size = SIZE }) => {
    let spaceAfter = -1;
    let blank = 0;
    return [...text].flatMap((character, at) => {
      order++;
      if (character === " ") {
        spaceAfter = order - 1;
        blank += WIDTH * size;
        return [];
      }
      const x0 = x + at * WIDTH * size;
      const glyph = {
        text: character,
        x0,
        x1: x0 + WIDTH * size,
        baseline: y,
        size,
        order,
        spaceAfter,
        blank,
      };
      spaceAfter = -1;
      blank = 0;
      return [glyph];
    });
  });
}

export const fragmentsOf = (lines: readonly Line[]): Fragment[] => fragments(place(lines));
export const rowsOf = (lines: readonly Line[]): Row[] => rows(fragmentsOf(lines));
export const textsOf = (all: readonly Row[]): string[] => all.map((row) => rowText(row, false));

/** The lines of a page in reading order. */
export function read(lines: readonly Line[], rules: Rules = NO_RULES): string[] {
  const blocks = readingOrder(fragmentsOf(lines), { rightToLeft: false, rules });
  return blocks.flatMap((block) => textsOf(block.rows));
}

/** Lines one below the other. */
export const column = (texts: readonly string[], x: number, y: number, step: number): Line[] =>
  texts.map((text, index) => ({ text, x, y: y + index * step })).filter(({ text }) => text !== "");

/** The same lines as a program writes them that goes down the page. */
export const byRows = (lines: readonly Line[]): Line[] => [...lines].sort((a, b) => a.y - b.y || a.x - b.x);

/** A line drawn from left to right. */
export const rule = (x0: number, x1: number, y: number) => ({ x0, x1, y0: y, y1: y + 0.75 });
/** A line drawn downwards. */
export const divider = (x: number, y0: number, y1: number) => ({ x0: x, x1: x + 0.75, y0, y1 });
