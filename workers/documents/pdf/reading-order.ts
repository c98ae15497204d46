import { bands, headOf, type Valley } from "./bands.ts";
import { gutterWidth } from "./columns.ts";
import { findColumns, type Page, sidesOf, within } from "./find-columns.ts";
import type { Fragment } from "./fragments.ts";
import type { Extent } from "./line-breaks.ts";
import { boundsOf, type Row, rows } from "./rows.ts";
import { partings, type Rules } from "./rules.ts";
import { unwrapCells } from "./wrapped-cells.ts";

/** Rows that belong together: a column's stretch, the rows of a table, a cell. */
export interface Block {
  rows: Row[];
  /** What its lines may fill. */
  column: Extent;
  /** It goes on where the block before it stopped, as the next cell of a table row does. */
  joined: boolean;
}

export interface Layout {
  rightToLeft: boolean;
  rules: Rules;
}

/** A part of the page on its own. */
interface Region extends Layout {
  /** What its lines may fill. */
  column: Extent;
  depth: number;
}

/** Columns inside columns deeper than this are drawings, not text. */
const MAX_DEPTH = 12;
/** Bands that may be looked at for one region, one from each band on to the last; a full page needs 5,000. */
const MAX_LOOKED_AT = 50_000;

/** What lines on either side of a valley may fill. */
const halves = ({ x0, x1 }: Extent, valley: Valley): [Extent, Extent] => [
  { x0, x1: valley.x0 },
  { x0: valley.x1, x1 },
];

/** Slices of a region between the lines that part it. */
function slices(fragments: readonly Fragment[], rules: Rules): Fragment[][] {
  const levels = partings(rules, boundsOf(fragments), fragments);
  if (levels.length === 0) return [[...fragments]];
  const result: Fragment[][] = Array.from({ length: levels.length + 1 }, () => []);
  for (const fragment of fragments) {
    const middle = (fragment.y0 + fragment.y1) / 2;
    let slice = 0;
    while (slice < levels.length && levels[slice]! < middle) slice++;
    result[slice]!.push(fragment);
  }
  return result.filter((slice) => slice.length > 0);
}

/** A table row between lines: its cells when each is a single line, else null. */
function singleLine(slice: readonly Fragment[]): Row[] | null {
  const [row, ...more] = rows(slice);
  return row && more.length === 0 ? [row] : null;
}

/**
 * Puts the fragments of a page into reading order by a recursive XY-cut (Nagy and Seth, 1984). Lines across
 * a region part it; vertical cuts have to be ruled or to look like columns. Columns come left to right, or
 * right to left where the page is written so.
 */
export function readingOrder(fragments: readonly Fragment[], layout: Layout): Block[] {
  return orderRegion(fragments, { ...layout, column: boundsOf(fragments), depth: 0 });
}

function orderRegion(fragments: readonly Fragment[], region: Region): Block[] {
  if (fragments.length === 0) return [];
  return slices(fragments, region.rules).flatMap((slice, index, all) => {
    const single = singleLine(slice);
    if (!single) return orderSlice(slice, region);
    return [
      { rows: single, column: region.column, joined: index > 0 && singleLine(all[index - 1]!) !== null },
    ];
  });
}

function orderSlice(fragments: readonly Fragment[], region: Region): Block[] {
  const { column, rules, rightToLeft, depth } = region;
  const all = bands(fragments);
  const page: Page = { all, gutter: gutterWidth(fragments), column, rules };
  const blocks: Block[] = [];
  let plain: Fragment[] = [];
  const flush = () => {
    const own = rows(plain);
    if (own.length > 0)
      blocks.push({ rows: rightToLeft ? own : unwrapCells(own, column), column, joined: false });
    plain = [];
  };
  let lookedAt = 0;
  for (let from = 0; from < all.length; ) {
    lookedAt += all.length - from;
    const tired = lookedAt > MAX_LOOKED_AT || depth >= MAX_DEPTH;
    const { end, valley } = tired ? { end: all.length, valley: null } : findColumns(page, from);
    const body = valley ? from + headOf(all, from, end, valley, rightToLeft) : end;
    plain.push(...within(all, from, body));
    if (valley) {
      flush();
      const columns = sidesOf(within(all, body, end), valley).map((side, at) =>
        orderRegion(side, { ...region, column: halves(column, valley)[at]!, depth: depth + 1 }),
      );
      blocks.push(...(rightToLeft ? columns.toReversed() : columns).flat());
    }
    from = end;
  }
  flush();
  return blocks;
}
