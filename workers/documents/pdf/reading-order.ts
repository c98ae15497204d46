import { areColumns, gutterWidth, type Valley } from "./columns.ts";
import type { Fragment } from "./fragments.ts";
import { type Row, rows } from "./rows.ts";

/** Rows that belong together: a paragraph run, a column's stretch, the rows of a table. */
export type Block = Row[];

/** Columns inside columns deeper than this are drawings, not text. */
const MAX_DEPTH = 12;
/** Groups of one region that may be looked at; a résumé needs a few dozen. */
const MAX_ATTEMPTS = 200;

interface Band {
  fragments: Fragment[];
  y0: number;
  y1: number;
}

/** Cuts a region at every stretch of y that no fragment touches. */
function bands(fragments: readonly Fragment[]): Band[] {
  const result: Band[] = [];
  for (const fragment of fragments.toSorted((a, b) => a.y0 - b.y0)) {
    const band = result.at(-1);
    if (band && fragment.y0 < band.y1) {
      band.fragments.push(fragment);
      band.y1 = Math.max(band.y1, fragment.y1);
    } else {
      result.push({ fragments: [fragment], y0: fragment.y0, y1: fragment.y1 });
    }
  }
  return result;
}

/** Intervals of x that text covers, sorted and further than a gutter apart. */
type Cover = readonly Valley[];

function covering(cover: Cover, fragments: readonly Fragment[], gutter: number): Cover {
  const sorted = [...cover, ...fragments].sort((a, b) => a.x0 - b.x0);
  const merged: Valley[] = [];
  for (const { x0, x1 } of sorted) {
    const last = merged.at(-1);
    if (last && x0 - last.x1 < gutter) last.x1 = Math.max(last.x1, x1);
    else merged.push({ x0, x1 });
  }
  return merged;
}

/** The bands from `from` on that keep a common valley: the first band after them, and the valleys. */
function commonValleys(all: readonly Band[], from: number, gutter: number): { end: number; found: Valley[] } {
  let cover: Cover = [];
  let end = from;
  for (; end < all.length; end++) {
    const next = covering(cover, all[end]!.fragments, gutter);
    if (next.length === 1 && cover.length > 1) break;
    cover = next;
  }
  const found = cover.slice(1).map((interval, i) => ({ x0: cover[i]!.x1, x1: interval.x0 }));
  return { end, found };
}

function sides(fragments: readonly Fragment[], valley: Valley): [Fragment[], Fragment[]] {
  const middle = (valley.x0 + valley.x1) / 2;
  return [
    fragments.filter((fragment) => fragment.x1 <= middle),
    fragments.filter((fragment) => fragment.x1 > middle),
  ];
}

/** Widest valley first: the one between columns is wider than those inside a table. */
function columnsOf(fragments: readonly Fragment[], found: readonly Valley[]): [Fragment[], Fragment[]] | null {
  for (const valley of found.toSorted((a, b) => b.x1 - b.x0 - (a.x1 - a.x0))) {
    const [left, right] = sides(fragments, valley);
    if (left.length > 0 && right.length > 0 && areColumns(left, right)) return [left, right];
  }
  return null;
}

/**
 * Puts the fragments of a page into reading order by a recursive XY-cut (Nagy and Seth, 1984) whose vertical
 * cuts have to look like columns. Columns come left to right, or right to left for `rightToLeft` pages.
 */
export function readingOrder(fragments: readonly Fragment[], rightToLeft: boolean, depth = 0): Block[] {
  if (fragments.length === 0) return [];
  const all = bands(fragments);
  const gutter = gutterWidth(fragments);
  let attempts = 0;
  const blocks: Block[] = [];
  let plain: Fragment[] = [];
  const flush = () => {
    if (plain.length > 0) blocks.push(rows(plain));
    plain = [];
  };
  for (let from = 0; from < all.length; ) {
    const { end, found } = commonValleys(all, from, gutter);
    const group = all.slice(from, end).flatMap((band) => band.fragments);
    const columns = depth < MAX_DEPTH && found.length > 0 && attempts++ < MAX_ATTEMPTS ? columnsOf(group, found) : null;
    if (columns) {
      flush();
      for (const side of rightToLeft ? columns.toReversed() : columns) {
        blocks.push(...readingOrder(side, rightToLeft, depth + 1));
      }
      from = end;
    } else {
      plain.push(...all[from]!.fragments);
      from++;
    }
  }
  flush();
  return blocks;
}
