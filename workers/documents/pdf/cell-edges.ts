import { type Fragment, fragmentOf, GAP_EMS, type Placed } from "./fragments.ts";
import { rows } from "./rows.ts";

/** Lines that begin within so many points of one x begin at one edge. */
const EDGE_POINTS = 1;
/** Fewer lines at one x are chance. */
const EDGE_LINES = 4;
/** A gap this wide without a drawn blank may be one between cells. */
const CELL_GAP_EMS = 0.6;
/** Letters of one line may overlap by this much. */
const OVERLAP_EMS = 0.2;
/** Fragments on one line differ by less than this in their baselines. */
const LEVEL_EMS = 0.05;

/** Tells whether lines of a page begin at an x: the left edge of a column, or of a table's cells. */
export type Edges = (x: number) => boolean;

export function leftEdges(all: readonly Fragment[]): Edges {
  const counts = new Map<number, number>();
  for (const { x0 } of all) counts.set(Math.round(x0), (counts.get(Math.round(x0)) ?? 0) + 1);
  return (x) => {
    let count = 0;
    for (let at = -EDGE_POINTS; at <= EDGE_POINTS; at++) count += counts.get(Math.round(x) + at) ?? 0;
    return count >= EDGE_LINES;
  };
}

/** Parts fragments where a cell begins behind a gap that is narrow but was not typed. */
export function partAtEdges(all: readonly Fragment[], isEdge: Edges): Fragment[] {
  return all.flatMap((fragment) => {
    const runs: [Placed, ...Placed[]][] = [];
    for (const glyph of fragment.glyphs) {
      const run = runs.at(-1);
      const before = run?.at(-1);
      const cell =
        before &&
        glyph.spaceAfter !== before.order &&
        glyph.x0 - before.x1 > CELL_GAP_EMS * glyph.size &&
        isEdge(glyph.x0);
      if (run && !cell) run.push(glyph);
      else runs.push([glyph]);
    }
    return runs.length === 1 ? [fragment] : runs.map(fragmentOf);
  });
}

/**
 * Joins fragments that stand side by side on one line as near as words do, though the stream wrote something else
 * between them. A wide gap behind which cells begin is left open.
 */
export function joinNeighbours(all: readonly Fragment[], isEdge: Edges): Fragment[] {
  return rows(all).flatMap((row) => {
    const result: Fragment[] = [];
    for (const fragment of row.fragments) {
      const before = result.at(-1);
      if (before && areNeighbours(before, fragment, isEdge))
        result[result.length - 1] = joined(before, fragment);
      else result.push(fragment);
    }
    return result;
  });
}

function areNeighbours(before: Fragment, fragment: Fragment, isEdge: Edges): boolean {
  const em = Math.min(before.size, fragment.size);
  const gap = fragment.x0 - before.x1;
  if (Math.abs(fragment.baseline - before.baseline) >= LEVEL_EMS * em) return false;
  if (gap >= GAP_EMS * em) return false;
  if (gap <= -OVERLAP_EMS * em) return fillsHole(before, fragment, OVERLAP_EMS * em);
  return gap <= CELL_GAP_EMS * em || !isEdge(fragment.x0);
}

/** True when a fragment stands in a gap between the glyphs of another, as separators that were drawn later do. */
function fillsHole(around: Fragment, { x0, x1 }: Fragment, overlap: number): boolean {
  if (x0 < around.x0 || x1 > around.x1) return false;
  return around.glyphs.every((glyph) => Math.min(glyph.x1, x1) - Math.max(glyph.x0, x0) < overlap);
}

const joined = (a: Fragment, b: Fragment): Fragment => ({
  glyphs: [...a.glyphs, ...b.glyphs].sort((c, d) => c.x0 - d.x0),
  x0: Math.min(a.x0, b.x0),
  x1: Math.max(a.x1, b.x1),
  y0: Math.min(a.y0, b.y0),
  y1: Math.max(a.y1, b.y1),
  baseline: a.baseline,
  size: Math.max(a.size, b.size),
  order: Math.min(a.order, b.order),
});
