import type { Fragment } from "./fragments.ts";
import { boundsOf } from "./rows.ts";

/** A stretch of x that no fragment of a region touches. */
export interface Valley {
  x0: number;
  x1: number;
}

/** Fragments between two stretches of y that no fragment touches. */
export interface Band {
  fragments: Fragment[];
  y0: number;
  y1: number;
}

/** Bands from one to before another that keep valleys in common. */
export interface Stretch {
  end: number;
  valleys: Valley[];
}

type Cover = readonly Valley[];

/** Bands that may be cut off a stretch as a heading of what follows. */
const MAX_TAIL = 2;
/** Lines above a stretch that may be taken for its beginning: a title, the last lines of a heading. */
const MAX_HEAD = 4;

/** Lines that begin this far from a column's edge are not its own. */
const LOOSE_EMS = 0.8;

/** Cuts a region at every stretch of y that no fragment touches. */
export function bands(fragments: readonly Fragment[]): Band[] {
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
function covering(cover: Cover, fragments: readonly Valley[], gutter: number): Cover {
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

/**
 * The bands from `from` on that keep a common valley. A line above columns may make a valley of its own with their
 * first lines, so a stretch stops where one that begins a little below, or where its right side begins, reaches further.
 */
export function stretchFrom(all: readonly Band[], from: number, gutter: number): Stretch {
  const stretch = stretchWithin(all, from, all.length, gutter);
  const [valley] = stretch.valleys;
  if (stretch.end === all.length || !valley) return stretch;
  const starts = Array.from({ length: Math.min(MAX_HEAD, stretch.end - from - 1) }, (_, i) => from + 1 + i);
  const beside = all.findIndex((band, at) => at > from + MAX_HEAD && standing(band, valley) !== "left");
  if (beside > 0 && beside < stretch.end) starts.push(beside);
  for (const start of starts) {
    const later = stretchWithin(all, start, all.length, gutter);
    if (later.valleys.length > 0 && later.end > stretch.end) return stretchWithin(all, from, start, gutter);
  }
  return stretch;
}

/** The same, up to `to` and from there alone. */
export function stretchWithin(all: readonly Band[], from: number, to: number, gutter: number): Stretch {
  let cover: Cover = [];
  let end = from;
  for (; end < to; end++) {
    const next = covering(cover, all[end]!.fragments, gutter);
    const trimmed = next.length === 1 ? trimmedCover(all, end, cover, gutter) : null;
    if (next.length === 1 && cover.length > 1 && !trimmed) break;
    cover = trimmed ?? next;
  }
  const valleys = between(cover);
  return { end: end < to ? withoutTail(all, from, end, valleys) : end, valleys };
}

/** A line may stick out of its column over the gutter by this share of its width, where nothing stands beside it. */
const OVERHANG = 0.3;
/** Or reach this far into the column beyond the gutter, in ems. */
const REACH_EMS = 1.5;
/** Bands behind such a line that have to keep the valley open, with at least so many lines in them. */
const BEHIND = 3;

/** Widest lines of a first band that may stick out; columns whose lines drift make a single band. */
const MAX_WIDEST = 3;

/** The cover with a band that closes it, where that is the doing of a line that sticks out over the gutter. */
function trimmedCover(all: readonly Band[], at: number, cover: Cover, gutter: number): Cover | null {
  if (cover.length > 0) return cover.length > 1 ? withoutOverhang(all, at, cover, gutter) : null;
  const widest = all[at]!.fragments.toSorted((a, b) => b.x1 - b.x0 - (a.x1 - a.x0)).slice(0, MAX_WIDEST);
  for (const line of widest) {
    const others = all[at]!.fragments.filter((fragment) => fragment !== line);
    const open = covering([], others, gutter);
    const trimmed = open.length > 1 ? withoutOverhang(all, at, open, gutter) : null;
    if (trimmed) return trimmed;
  }
  return null;
}

/** The cover with a band whose one line sticks out over a valley of the bands before and behind it, else null. */
function withoutOverhang(all: readonly Band[], at: number, cover: Cover, gutter: number): Cover | null {
  for (const valley of between(cover).sort((a, b) => b.x1 - b.x0 - (a.x1 - a.x0))) {
    const kept = all[at]!.fragments.map((fragment) => clipped(fragment, all[at]!, valley));
    if (kept.includes(null)) continue;
    const next = covering(cover, kept as Valley[], gutter);
    const behind = all.slice(at + 1, at + 1 + BEHIND).flatMap(({ fragments }) => fragments);
    const open = between(covering(next, behind, gutter)).some(
      ({ x0, x1 }) => x0 < valley.x1 && x1 > valley.x0,
    );
    if (open && behind.length >= BEHIND) return next;
  }
  return null;
}

/** Words longer than this are addresses, which no line end breaks. */
const LONG_WORD = 16;

/** True for an address that stands alone on its line. */
function isLoneAddress({ glyphs, baseline, size, x0 }: Fragment, { fragments }: Band): boolean {
  return (
    glyphs.length > LONG_WORD &&
    glyphs.every(({ text, spaceAfter }, at) => /^[!-~]+$/.test(text) && (at === 0 || spaceAfter < 0)) &&
    !fragments.some((other) => other.x0 > x0 && Math.abs(other.baseline - baseline) < 0.2 * size)
  );
}

/** The part of a fragment that keeps to its side of a valley; null where it is no overhang of the left side. */
function clipped(fragment: Fragment, band: Band, valley: Valley): Valley | null {
  const { x0, x1, size } = fragment;
  if (x1 <= valley.x1 || x0 >= valley.x0) return { x0, x1: x0 < valley.x0 ? Math.min(x1, valley.x0) : x1 };
  const overhangs = x1 - valley.x0 <= OVERHANG * (x1 - x0) || x1 - valley.x1 <= REACH_EMS * size;
  return overhangs || (isLoneAddress(fragment, band) && middleOf(fragment) < valley.x1)
    ? { x0, x1: valley.x0 }
    : null;
}

const middleOf = ({ x0, x1 }: Valley) => (x0 + x1) / 2;

/** True for what stands left of a valley, a line that sticks out over it included. */
export const isLeftOf = (fragment: Fragment, valley: Valley) =>
  fragment.x1 <= middleOf(valley) || middleOf(fragment) < middleOf(valley);

type Standing = "left" | "right" | "both";

function standing(band: Band, valley: Valley): Standing {
  const left = band.fragments.filter((fragment) => isLeftOf(fragment, valley)).length;
  return left === 0 ? "right" : left === band.fragments.length ? "left" : "both";
}

/**
 * Bands on one side only, after the other side has ended, belong to what follows when the widest gap stands
 * before them: a heading under a header of two parts is such a one.
 */
function withoutTail(all: readonly Band[], from: number, end: number, valleys: readonly Valley[]): number {
  const valley = valleys[0] ?? { x0: 0, x1: 0 };
  const last = standing(all[end - 1]!, valley);
  if (last === "both") return end;
  let tail = end - 1;
  while (tail > from + 1 && standing(all[tail - 1]!, valley) === last) tail--;
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

/**
 * How many bands at the beginning of a stretch belong to what stands above it: they stand on the far side alone, do
 * not begin at its edge, and are nearer to what is above them than to what is below, as the end of a centred heading.
 */
export function headOf(
  all: readonly Band[],
  from: number,
  end: number,
  valley: Valley,
  rightToLeft: boolean,
): number {
  const far: Standing = rightToLeft ? "left" : "right";
  let head = 0;
  while (head < MAX_HEAD && from + head < end && standing(all[from + head]!, valley) === far) head++;
  if (head === 0 || head === MAX_HEAD || from + head >= end) return 0;
  const column = boundsOf(
    all
      .slice(from + head, end)
      .flatMap((band) => band.fragments.filter((fragment) => isLeftOf(fragment, valley) === rightToLeft)),
  );
  const loose = all
    .slice(from, from + head)
    .every(({ fragments }) =>
      fragments.every(
        ({ x0, x1, size }) => Math.abs(rightToLeft ? column.x1 - x1 : x0 - column.x0) > LOOSE_EMS * size,
      ),
    );
  const above = from === 0 ? 0 : all[from]!.y0 - all[from - 1]!.y1;
  const below = all[from + head]!.y0 - all[from + head - 1]!.y1;
  return loose && above < below ? head : 0;
}
