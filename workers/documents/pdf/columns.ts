import type { Valley } from "./bands.ts";
import { COLUMN_CLUES } from "./column-clues.ts";
import { CONTENT_CLUES } from "./content-clues.ts";
import type { Fragment } from "./fragments.ts";
import type { Extent } from "./line-breaks.ts";
import { neighbours } from "./neighbours.ts";
import type { Box } from "./page-space.ts";
import { median } from "./rows.ts";
import type { Rules } from "./rules.ts";
import { side } from "./side.ts";

/** True when a panel lies behind all of one side and none of the other. */
function parts(panel: Box, inside: readonly Fragment[], outside: readonly Fragment[]): boolean {
  const holds = ({ x0, x1, baseline }: Fragment) =>
    x0 >= panel.x0 - 1 && x1 <= panel.x1 + 1 && baseline >= panel.y0 && baseline <= panel.y1 + 1;
  return inside.length > 1 && inside.every(holds) && !outside.some(holds);
}

/**
 * Weighs whether two sides of a valley are columns, read one after the other (above 0), or cells of table rows and
 * label-value lines, read across. A panel behind one of them leaves no doubt.
 */
export function columnWeight(
  left: readonly Fragment[],
  right: readonly Fragment[],
  valley: Valley,
  column: Extent,
  rules: Rules,
): number {
  if (rules.panels.some((panel) => parts(panel, left, right) || parts(panel, right, left))) return Infinity;
  const sides = neighbours(side(left, valley.x0), side(right, column.x1), valley, rules);
  if (sides === null) return 0;
  return [...COLUMN_CLUES, ...CONTENT_CLUES].reduce((sum, clue) => sum + clue.weigh(sides), 0);
}

/** The gutter that separates columns of this text: wider than the gaps of justified lines. */
export function gutterWidth(fragments: readonly Fragment[]): number {
  return 0.9 * median(fragments.map((fragment) => fragment.size));
}
