import { headingOf } from "../../evaluation/rules/sections.ts";
import { type Band, isLeftOf, type Stretch, stretchFrom, stretchWithin, type Valley } from "./bands.ts";
import { columnWeight } from "./columns.ts";
import type { Fragment } from "./fragments.ts";
import { type Extent, fragmentText } from "./line-breaks.ts";
import { boundsOf, rows } from "./rows.ts";
import { dividerEnds, hasVerticalRule, isUnderlined, type Rules } from "./rules.ts";

/** Bands of a region from top to bottom, and what is known of it. */
export interface Page {
  all: readonly Band[];
  /** Width that a gap needs to part columns. */
  gutter: number;
  /** What the region's lines may fill. */
  column: Extent;
  rules: Rules;
}

/** Columns that begin at a band, or how far rows go. */
export interface Finding {
  /** Number of the band after it. */
  end: number;
  /** Where columns part; null for rows. */
  valley: Valley | null;
}

/** Fragments of the bands from one to before another. */
export const within = (all: readonly Band[], from: number, end: number): Fragment[] =>
  all.slice(from, end).flatMap((band) => band.fragments);

/** What stands left of a valley, and what stands right of it. */
export function sidesOf(fragments: readonly Fragment[], valley: Valley): [Fragment[], Fragment[]] {
  const left = (fragment: Fragment) => isLeftOf(fragment, valley);
  return [fragments.filter(left), fragments.filter((fragment) => !left(fragment))];
}

/** Valleys that are looked at; a table may have more. */
const MAX_VALLEYS = 8;

/** Weight of a valley: above 0 for columns, Infinity where a line runs in it; 0 where a side is empty. */
function weightOf({ column, rules }: Page, fragments: readonly Fragment[], valley: Valley): number {
  const [left, right] = sidesOf(fragments, valley);
  if (left.length === 0 || right.length === 0) return 0;
  const ruled = hasVerticalRule(rules, valley.x0, valley.x1, boundsOf(fragments));
  return ruled ? Infinity : columnWeight(left, right, valley, column, rules);
}

/** The valley that parts columns most surely, the widest of equal ones; null where there are none but rows. */
function columnsAt(page: Page, from: number, { end, valleys }: Stretch): Valley | null {
  const fragments = within(page.all, from, end);
  let best: Valley | null = null;
  let most = 0;
  const widest = valleys.toSorted((a, b) => b.x1 - b.x0 - (a.x1 - a.x0)).slice(0, MAX_VALLEYS);
  for (const valley of widest) {
    const weight = weightOf(page, fragments, valley);
    if (weight > most) {
      best = valley;
      most = weight;
    }
    if (weight === Infinity) break;
  }
  return best;
}

/** A stretch up to where a line between its sides begins or ends; null where none does. */
function untilDivider({ all, rules }: Page, from: number, { end, valleys }: Stretch): Stretch | null {
  for (const { x0, x1 } of valleys) {
    for (const level of dividerEnds(rules, x0, x1)) {
      const at = all.findIndex((band, i) => i > from && band.y0 > level - 1 && all[i - 1]!.y1 < level + 1);
      if (at > from && at < end) return { end: at, valleys };
    }
  }
  return null;
}

/** True when a band begins with headings side by side: named as sections are, or underlined one by one. */
function opensSections({ fragments }: Band, rules: Rules): boolean {
  if (fragments.length < 2) return false;
  const first = rows(fragments)[0]!.fragments;
  const named = first.filter((fragment) => headingOf(fragmentText(fragment))?.rest === "").length;
  if (named >= 2) return true;
  return (
    first.length > 1 && first.every((one, at) => isUnderlined(rules, one, first[at + 1]?.x0 ?? Infinity))
  );
}

/** Weight at which rows are rows without a doubt. */
const ROWS = -3;

/**
 * The band with a row of headings where columns begin inside a stretch, while rows stand above it. Where columns part
 * the whole stretch, those above have to be rows without a doubt, too few to tell, or set to another edge.
 */
function lowerColumns(page: Page, from: number, { end }: Stretch, whole: Valley | null): number | null {
  const { all, gutter, rules } = page;
  const at = all.findIndex((band, i) => i > from && i < end && opensSections(band, rules));
  if (at < 0) return null;
  const part = (first: number, last: number) =>
    columnsAt(page, first, { ...stretchWithin(all, first, last, gutter), end: last });
  if (part(from, at) !== null || part(at, end) === null) return null;
  if (!whole) return at;
  const [above, below] = [within(all, from, at), within(all, at, end)];
  const weight = weightOf(page, above, whole);
  return weight <= ROWS || weight === 0 || !shareEdge(above, below, whole, gutter) ? at : null;
}

/** True when what stands right of a valley begins at one edge above and below. */
function shareEdge(
  above: readonly Fragment[],
  below: readonly Fragment[],
  valley: Valley,
  gutter: number,
): boolean {
  const edge = (fragments: readonly Fragment[]) => boundsOf(sidesOf(fragments, valley)[1]).x0;
  return Math.abs(edge(above) - edge(below)) < 0.5 * gutter;
}

/** Lines of a header that may reach over the gap of the columns below them. */
const MAX_HEADER = 4;

/**
 * The band a little below the first of a stretch where columns begin whose gap the lines above it reach over. The gap
 * that those lines leave open beside them, and that parts nothing below, had made one stretch of both.
 */
function columnsBelow(page: Page, from: number, { end, valleys }: Stretch): number | null {
  for (let at = from + 1; at < Math.min(end, from + 1 + MAX_HEADER); at++) {
    const valley = columnsAt(page, at, stretchWithin(page.all, at, page.all.length, page.gutter));
    if (valley && !valleys.some(({ x0, x1 }) => x0 < valley.x1 && x1 > valley.x0)) return at;
  }
  return null;
}

/** Finds columns that begin at a band of a region, or else how far its rows go. */
export function findColumns(page: Page, from: number): Finding {
  const stretch = stretchFrom(page.all, from, page.gutter);
  const { end, valleys } = stretch;
  if (valleys.length === 0) return { end: from + 1, valley: null };
  const valley = columnsAt(page, from, stretch);
  const below = lowerColumns(page, from, stretch, valley);
  if (below !== null) return { end: below, valley: null };
  if (valley) return { end, valley };
  const ruled = untilDivider(page, from, stretch);
  if (ruled) return { end: ruled.end, valley: columnsAt(page, from, ruled) };
  if (end - from <= 2) return { end: from + 1, valley: null };
  return { end: columnsBelow(page, from, stretch) ?? end, valley: null };
}
