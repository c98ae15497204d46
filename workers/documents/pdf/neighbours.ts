import type { Valley } from "./bands.ts";
import type { Rules } from "./rules.ts";
import { alignment, between, type Side } from "./side.ts";

/** Two sides of a valley, and what is known of how they stand to each other. */
export interface Neighbours {
  left: Side;
  right: Side;
  /** Where both sides have text: the side of fewer rows there, and the other. */
  few: Side;
  many: Side;
  /** For each row of `few` the index of the row of `many` on its baseline, or -1. */
  partner: number[];
  /** Share of the rows of `few` that have one. */
  aligned: number;
  /** Rows of the longer side below the last of the shorter one that begin anew. */
  after: number;
  valley: Valley;
  rules: Rules;
}

/** Evidence of one kind: above 0 for columns that are read one after the other, below for rows read across. */
export interface Clue {
  name: string;
  weigh(sides: Neighbours): number;
}

/** Baselines nearer than this many ems count as one table row; columns set apart drift by more. */
const ALIGNED_EMS = 0.12;

export const share = (count: number, of: number): number => (of === 0 ? 0 : count / of);

/** Holds two sides against each other; null where fewer than two rows stand beside two others. */
export function neighbours(left: Side, right: Side, valley: Valley, rules: Rules): Neighbours | null {
  const top = Math.max(left.rows[0]!.y0, right.rows[0]!.y0);
  const bottom = Math.min(left.rows.at(-1)!.y1, right.rows.at(-1)!.y1);
  const inner = [between(left, top, bottom), between(right, top, bottom)] as const;
  const [few, many] = inner[0].rows.length <= inner[1].rows.length ? inner : [inner[1], inner[0]];
  if (few.rows.length < 2) return null;
  const partner = alignment(few, many, ALIGNED_EMS);
  const longer = left.rows.at(-1)!.y1 > right.rows.at(-1)!.y1 ? left : right;
  const below = longer.rows.filter((row, at) => row.y0 >= bottom && longer.starts[at] !== "continues");
  const aligned = share(partner.filter((at) => at >= 0).length, partner.length);
  return { left, right, few, many, partner, aligned, after: below.length, valley, rules };
}
