import type { Painted } from "./page-objects.ts";
import type { Box } from "./page-space.ts";
import { boundsOf } from "./rows.ts";

/** Lines and panels of a page that part its text. */
export interface Rules {
  horizontal: Box[];
  vertical: Box[];
  /** Filled areas large enough to stand behind a column. */
  panels: Box[];
}

export const NO_RULES: Rules = { horizontal: [], vertical: [], panels: [] };

const THIN_POINTS = 2.5;
const MIN_HORIZONTAL = 15;
const MIN_VERTICAL = 8;
const MIN_PANEL = 60;
/** More than these are a drawing, not the frame of a text. */
const MAX_PANELS = 100;
const MAX_RULES = 2000;
const SAME_HEIGHT = 2;
/** Share of a region's width that a line has to cover to part it. */
const SPANS = 0.85;

function edges({ x0, y0, x1, y1 }: Box): Box[] {
  return [
    { x0, y0, x1, y1: y0 },
    { x0, y0: y1, x1, y1 },
    { x0, y0, x1: x0, y1 },
    { x0: x1, y0, x1, y1 },
  ];
}

/** Sorts painted paths into rules and panels; the four sides of a stroked box are rules. */
export function findRules(painted: readonly Painted[]): Rules {
  const rules: Rules = { horizontal: [], vertical: [], panels: [] };
  for (const { kind, box, stroked } of painted) {
    const wide = box.x1 - box.x0;
    const high = box.y1 - box.y0;
    const thin = Math.min(wide, high) <= THIN_POINTS;
    if (kind === "path" && !thin && !stroked && wide > MIN_PANEL && high > MIN_PANEL) rules.panels.push(box);
    const lines = thin ? [box] : kind === "path" && stroked ? edges(box) : [];
    for (const line of lines) {
      if (line.y1 - line.y0 <= THIN_POINTS && line.x1 - line.x0 >= MIN_HORIZONTAL)
        rules.horizontal.push(line);
      else if (line.x1 - line.x0 <= THIN_POINTS && line.y1 - line.y0 >= MIN_VERTICAL)
        rules.vertical.push(line);
    }
  }
  rules.panels.length = Math.min(rules.panels.length, MAX_PANELS);
  rules.vertical.length = Math.min(rules.vertical.length, MAX_RULES);
  rules.horizontal.length = Math.min(rules.horizontal.length, MAX_RULES);
  rules.horizontal.sort((a, b) => a.y0 - b.y0 || a.x0 - b.x0);
  return rules;
}

/** Pieces of one line stand no further apart than this: dashes, and cells that do not share a border. */
const JOINED_POINTS = 4;

/** Lines of one height, their pieces joined, from top to bottom and left to right. */
function joinedLines(rules: Rules, region: Box): Box[] {
  const inside = rules.horizontal.filter((line) => line.y0 > region.y0 && line.y1 < region.y1);
  const found: Box[] = [];
  for (let from = 0; from < inside.length; ) {
    const level = inside[from]!.y0;
    let to = from;
    const pieces: Box[] = [];
    while (to < inside.length && inside[to]!.y0 - level <= SAME_HEIGHT) pieces.push(inside[to++]!);
    let open: Box | null = null;
    for (const piece of pieces.sort((a, b) => a.x0 - b.x0)) {
      if (open && piece.x0 - open.x1 <= JOINED_POINTS) open.x1 = Math.max(open.x1, piece.x1);
      else {
        open = { ...piece, y0: level };
        found.push(open);
      }
    }
    from = to;
  }
  return found;
}

/** Lines nearer than this are one: the two edges of a thick one, a cell's border and its neighbour's. */
const ONE_LINE_POINTS = 2.5;

/** What stands this near to a table's line is in the rows that it parts, in points. */
const ROW_POINTS = 30;

/** What a line has to span to part a region: all of it, or the rows beside the line where cells begin or end on it. */
function spanAt(rules: Rules, line: Box, region: Box, texts: readonly Box[]): { x0: number; x1: number } {
  const level = line.y0;
  const touches = ({ x0, x1, y0, y1 }: Box) =>
    x0 > line.x0 + JOINED_POINTS &&
    x1 < line.x1 - JOINED_POINTS &&
    Math.min(Math.abs(y0 - level), Math.abs(y1 - level)) <= SAME_HEIGHT;
  if (!rules.vertical.some(touches)) return region;
  return boundsOf(texts.filter(({ y0, y1 }) => y0 < level + ROW_POINTS && y1 > level - ROW_POINTS));
}

/** Heights at which lines part a region from side to side. A gutter between two pieces leaves columns whole. */
export function partings(rules: Rules, region: Box, texts: readonly Box[]): number[] {
  const spans = joinedLines(rules, region).filter((line) => {
    const { x0, x1 } = spanAt(rules, line, region, texts);
    return Math.min(line.x1, x1) - Math.max(line.x0, x0) >= SPANS * (x1 - x0);
  });
  return [...new Set(spans.map((line) => line.y0))];
}

/** True when a line of a fragment's own width or more runs just below it, and no further than a column would. */
export function isUnderlined(rules: Rules, { x0, x1, baseline, size }: Underlinable, limit: number): boolean {
  return rules.horizontal.some(
    (line) =>
      line.y0 > baseline &&
      line.y0 < baseline + size &&
      line.x0 < x0 + 0.2 * size &&
      line.x1 > x1 - 0.2 * size &&
      line.x1 < limit,
  );
}

interface Underlinable {
  x0: number;
  x1: number;
  baseline: number;
  size: number;
}

/** Share of a side's width that lines of its own cover at one height. */
const OWN = 0.6;

/** True when a side has lines at one height that run along most of it and stop at the valley. */
export function ownLines(
  rules: Rules,
  side: { x0: number; x1: number; rows: readonly Box[] },
  valley: { x0: number; x1: number },
): boolean {
  const first = side.rows[0]!;
  const height = first.y1 - first.y0;
  const region = { ...side, y0: first.y0 - height, y1: side.rows.at(-1)!.y1 + height };
  const covered = new Map<number, number>();
  return joinedLines(rules, region).some((line) => {
    if (line.x0 < valley.x0 && line.x1 > valley.x1) return false;
    const shared = Math.max(0, Math.min(line.x1, side.x1) - Math.max(line.x0, side.x0));
    const sum = (covered.get(line.y0) ?? 0) + shared;
    covered.set(line.y0, sum);
    return sum >= OWN * (side.x1 - side.x0);
  });
}

/**
 * Heights at which a line between two sides begins and ends, pieces joined; none where there are several lines, as
 * between two frames.
 */
export function dividerEnds(rules: Rules, x0: number, x1: number): number[] {
  const within = rules.vertical.filter((line) => line.x0 >= x0 - 1 && line.x1 <= x1 + 1);
  const left = boundsOf(within).x0;
  if (within.some((line) => line.x1 - left > ONE_LINE_POINTS)) return [];
  const ends: number[] = [];
  for (const { y0, y1 } of within.sort((a, b) => a.y0 - b.y0)) {
    const bottom = ends.at(-1);
    if (bottom !== undefined && y0 - bottom <= JOINED_POINTS) ends[ends.length - 1] = Math.max(bottom, y1);
    else ends.push(y0, y1);
  }
  return ends;
}

/** True when vertical lines run between two sides through most of a region's height. */
export function hasVerticalRule(rules: Rules, x0: number, x1: number, region: Box): boolean {
  const height = region.y1 - region.y0;
  let covered = 0;
  let reach = region.y0;
  const between = rules.vertical.filter((line) => line.x0 >= x0 - 1 && line.x1 <= x1 + 1);
  for (const line of between.sort((a, b) => a.y0 - b.y0)) {
    const end = Math.min(line.y1, region.y1);
    if (end > reach) covered += end - Math.max(reach, line.y0);
    reach = Math.max(reach, end);
  }
  return covered >= 0.7 * height;
}
