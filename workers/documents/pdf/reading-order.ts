import { areColumns, gutterWidth, type Valley } from "./columns.ts";
import type { Fragment } from "./fragments.ts";
import type { Box } from "./page-space.ts";
import { type Row, rows } from "./rows.ts";
import { hasVerticalRule, partings, type Rules } from "./rules.ts";

/** Rows that belong together: a column's stretch, the rows of a table, a cell. */
export interface Block {
  rows: Row[];
  /** It goes on where the block before it stopped, as the next cell of a table row does. */
  joined: boolean;
}

export interface Layout {
  rightToLeft: boolean;
  rules: Rules;
}

/** Columns inside columns deeper than this are drawings, not text. */
const MAX_DEPTH = 12;
/** Groups of one region that may be looked at; a résumé needs a few dozen. */
const MAX_ATTEMPTS = 200;

/** Bands that may be cut off a group as a heading of what follows. */
const MAX_TAIL = 2;

interface Band {
  fragments: Fragment[];
  y0: number;
  y1: number;
}

type Cover = readonly Valley[];

function bounds(fragments: readonly Fragment[]): Box {
  const box = { x0: Infinity, y0: Infinity, x1: -Infinity, y1: -Infinity };
  for (const { x0, y0, x1, y1 } of fragments) {
    box.x0 = Math.min(box.x0, x0);
    box.y0 = Math.min(box.y0, y0);
    box.x1 = Math.max(box.x1, x1);
    box.y1 = Math.max(box.y1, y1);
  }
  return box;
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
function covering(cover: Cover, fragments: readonly Fragment[], gutter: number): Cover {
  const merged: Valley[] = [];
  for (const { x0, x1 } of [...cover, ...fragments].sort((a, b) => a.x0 - b.x0)) {
    const last = merged.at(-1);
    if (last && x0 - last.x1 < gutter) last.x1 = Math.max(last.x1, x1);
    else merged.push({ x0, x1 });
  }
  return merged;
}

function between(cover: Cover): Valley[] {
  return cover.slice(1).map((interval, i) => ({ x0: cover[i]!.x1, x1: interval.x0 }));
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
  const found = between(cover);
  return { end: end < all.length ? withoutTail(all, from, end, found) : end, found };
}

/**
 * Bands on one side only, after the other side has ended, belong to what follows when the widest gap stands
 * before them: a heading under a header of two parts is such a one.
 */
function withoutTail(all: readonly Band[], from: number, end: number, found: readonly Valley[]): number {
  const middle = found[0] ? (found[0].x0 + found[0].x1) / 2 : 0;
  const side = (band: Band) => {
    const left = band.fragments.some((fragment) => fragment.x1 <= middle);
    const right = band.fragments.some((fragment) => fragment.x1 > middle);
    return left && right ? "both" : left ? "left" : "right";
  };
  const last = side(all[end - 1]!);
  if (last === "both") return end;
  let tail = end - 1;
  while (tail > from + 1 && side(all[tail - 1]!) === last) tail--;
  let cut = end;
  let widest = all[end]!.y0 - all[end - 1]!.y1;
  for (let at = end - 1; at >= tail && at > from && end - at <= MAX_TAIL; at--) {
    const gap = all[at]!.y0 - all[at - 1]!.y1;
    if (gap > 0.9 * widest) {
      widest = gap;
      cut = at;
    }
  }
  return cut;
}

function sides(fragments: readonly Fragment[], valley: Valley): [Fragment[], Fragment[]] {
  const middle = (valley.x0 + valley.x1) / 2;
  return [
    fragments.filter((fragment) => fragment.x1 <= middle),
    fragments.filter((fragment) => fragment.x1 > middle),
  ];
}

/** Widest valley first: the one between columns is wider than those inside a table. */
function columnsOf(
  fragments: readonly Fragment[],
  found: readonly Valley[],
  layout: Layout,
): [Fragment[], Fragment[]] | null {
  const region = bounds(fragments);
  for (const valley of found.toSorted((a, b) => b.x1 - b.x0 - (a.x1 - a.x0))) {
    const [left, right] = sides(fragments, valley);
    if (left.length === 0 || right.length === 0) continue;
    if (
      hasVerticalRule(layout.rules, valley.x0, valley.x1, region) ||
      areColumns(left, right, layout.rules.panels)
    ) {
      return [left, right];
    }
  }
  return null;
}

/** Slices of a region between the lines that part it. */
function slices(fragments: readonly Fragment[], rules: Rules): Fragment[][] {
  const levels = partings(rules, bounds(fragments));
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
export function readingOrder(fragments: readonly Fragment[], layout: Layout, depth = 0): Block[] {
  if (fragments.length === 0) return [];
  return slices(fragments, layout.rules).flatMap((slice, index, all) => {
    const single = singleLine(slice);
    if (!single) return orderSlice(slice, layout, depth);
    return [{ rows: single, joined: index > 0 && singleLine(all[index - 1]!) !== null }];
  });
}

function orderSlice(fragments: readonly Fragment[], layout: Layout, depth: number): Block[] {
  const all = bands(fragments);
  const gutter = gutterWidth(fragments);
  const blocks: Block[] = [];
  let attempts = 0;
  let plain: Fragment[] = [];
  const flush = () => {
    if (plain.length > 0) blocks.push({ rows: rows(plain), joined: false });
    plain = [];
  };
  for (let from = 0; from < all.length; ) {
    const { end, found } = commonValleys(all, from, gutter);
    const group = all.slice(from, end).flatMap((band) => band.fragments);
    const tries = depth < MAX_DEPTH && found.length > 0 && attempts++ < MAX_ATTEMPTS;
    const columns = tries ? columnsOf(group, found, layout) : null;
    if (columns) {
      flush();
      const ordered = layout.rightToLeft ? columns.toReversed() : columns;
      for (const side of ordered) blocks.push(...readingOrder(side, layout, depth + 1));
      from = end;
      continue;
    }
    const next = tries && end - from > 2 ? end : from + 1;
    for (; from < next; from++) plain.push(...all[from]!.fragments);
  }
  flush();
  return blocks;
}
