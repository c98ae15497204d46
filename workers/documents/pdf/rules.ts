import type { Painted } from "./page-objects.ts";
import type { Box } from "./page-space.ts";

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

/** Heights at which lines part a region from side to side. Pieces of one line count together. */
export function partings(rules: Rules, region: Box): number[] {
  const found: number[] = [];
  const inside = rules.horizontal.filter((line) => line.y0 > region.y0 && line.y1 < region.y1);
  for (let from = 0; from < inside.length; ) {
    let covered = 0;
    let reach = region.x0;
    let to = from;
    const level = inside[from]!.y0;
    const pieces: Box[] = [];
    while (to < inside.length && inside[to]!.y0 - level <= SAME_HEIGHT) pieces.push(inside[to++]!);
    for (const piece of pieces.sort((a, b) => a.x0 - b.x0)) {
      const start = Math.max(reach, piece.x0);
      const end = Math.min(region.x1, piece.x1);
      if (end > start) covered += end - start;
      reach = Math.max(reach, end);
    }
    if (covered >= SPANS * (region.x1 - region.x0)) found.push(level);
    from = to;
  }
  return found;
}

/** True when a vertical line runs between two sides through most of a region's height. */
export function hasVerticalRule(rules: Rules, x0: number, x1: number, region: Box): boolean {
  const height = region.y1 - region.y0;
  return rules.vertical.some((line) => {
    if (line.x0 < x0 - 1 || line.x1 > x1 + 1) return false;
    return Math.min(line.y1, region.y1) - Math.max(line.y0, region.y0) >= 0.7 * height;
  });
}
