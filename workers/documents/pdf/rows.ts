import type { Fragment } from "./fragments.ts";
import type { Box } from "./page-space.ts";

/** Fragments that stand on one baseline. */
export interface Row {
  fragments: Fragment[];
  x0: number;
  x1: number;
  y0: number;
  y1: number;
  baseline: number;
  size: number;
}

const SAME_LINE_EMS = 0.4;

/** Groups fragments by baseline, top to bottom; inside a row they stand from left to right. */
export function rows(fragments: readonly Fragment[]): Row[] {
  const sorted = fragments.toSorted((a, b) => a.baseline - b.baseline || a.x0 - b.x0);
  const result: Row[] = [];
  for (const fragment of sorted) {
    const row = result.at(-1);
    const near = row && fragment.baseline - row.baseline <= SAME_LINE_EMS * Math.min(row.size, fragment.size);
    if (row && near) {
      row.fragments.push(fragment);
      row.x0 = Math.min(row.x0, fragment.x0);
      row.x1 = Math.max(row.x1, fragment.x1);
      row.y0 = Math.min(row.y0, fragment.y0);
      row.y1 = Math.max(row.y1, fragment.y1);
      if (fragment.size > row.size) {
        row.size = fragment.size;
        row.baseline = fragment.baseline;
      }
    } else {
      const { x0, x1, y0, y1, baseline, size } = fragment;
      result.push({ fragments: [fragment], x0, x1, y0, y1, baseline, size });
    }
  }
  for (const row of result) row.fragments.sort((a, b) => a.x0 - b.x0);
  return result;
}

/** The box around all of them; a loop, since a page may hold more than a call takes arguments. */
export function boundsOf(boxes: readonly Box[]): Box {
  const bounds = { x0: Infinity, y0: Infinity, x1: -Infinity, y1: -Infinity };
  for (const { x0, y0, x1, y1 } of boxes) {
    bounds.x0 = Math.min(bounds.x0, x0);
    bounds.y0 = Math.min(bounds.y0, y0);
    bounds.x1 = Math.max(bounds.x1, x1);
    bounds.y1 = Math.max(bounds.y1, y1);
  }
  return bounds;
}

/** One row of fragments that stand from left to right; its baseline is that of the largest. */
export function rowOf(fragments: readonly [Fragment, ...Fragment[]]): Row {
  const { baseline, size } = fragments.reduce((a, b) => (b.size > a.size ? b : a));
  return { fragments: [...fragments], ...boundsOf(fragments), baseline, size };
}

/** The middle value, 0 for none. */
export function median(values: readonly number[]): number {
  if (values.length === 0) return 0;
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)]!;
}
