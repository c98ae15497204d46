import type { Fragment } from "./fragments.ts";
import type { Box } from "./page-space.ts";
import { median, type Row, rows } from "./rows.ts";

/** A stretch of x that no fragment of a region touches. */
export interface Valley {
  x0: number;
  x1: number;
}

/** Baselines nearer than this many ems count as one table row; columns set apart drift by more. */
const ALIGNED_EMS = 0.12;
/** Share of the smaller side's rows that must stand on the other side's baselines to call it a table. */
const TABLE_SHARE = 0.6;
const LABEL_SHARE = 0.6;
/** Labels that are looked at; a page has fewer. */
const MAX_LABELS = 100;
/** Lines of running text fill this share of their column. */
const FILLED = 0.8;

/** Share of a side's rows that stand on a baseline of the other side, whose rows run downwards. */
function alignedShare(few: readonly Row[], many: readonly Row[]): number {
  let aligned = 0;
  let at = 0;
  for (const row of few) {
    const near = ALIGNED_EMS * row.size;
    while (at < many.length && many[at]!.baseline < row.baseline - near) at++;
    if (at < many.length && many[at]!.baseline <= row.baseline + near) aligned++;
  }
  return aligned / few.length;
}

/** True when a panel lies behind all of one side and none of the other. */
function parts(panel: Box, inside: readonly Fragment[], outside: readonly Fragment[]): boolean {
  const holds = ({ x0, x1, baseline }: Fragment) =>
    x0 >= panel.x0 - 1 && x1 <= panel.x1 + 1 && baseline >= panel.y0 && baseline <= panel.y1 + 1;
  return inside.length > 1 && inside.every(holds) && !outside.some(holds);
}

/** How often the content stream changes sides between two sets of fragments. */
function switches(left: readonly Fragment[], right: readonly Fragment[]): number {
  const sides = [
    ...left.map(({ order }) => ({ order, side: 0 })),
    ...right.map(({ order }) => ({ order, side: 1 })),
  ].sort((a, b) => a.order - b.order);
  let count = 0;
  for (let i = 1; i < sides.length; i++) if (sides[i]!.side !== sides[i - 1]!.side) count++;
  return count;
}

function filledShare(side: readonly Row[]): number {
  const x0 = Math.min(...side.map((row) => row.x0));
  const x1 = Math.max(...side.map((row) => row.x1));
  return side.filter((row) => row.x1 - row.x0 >= FILLED * (x1 - x0)).length / side.length;
}

/** True when the left side is labels with a colon and each has a value beside it, on whatever baseline. */
function areLabels(left: readonly Row[], right: readonly Row[]): boolean {
  const labels = left.slice(0, MAX_LABELS).filter((row) => /[:：]$/.test(plainText(row)));
  const beside = labels.filter((row) =>
    right.some((other) => Math.min(row.y1, other.y1) - Math.max(row.y0, other.y0) > 0.5 * (row.y1 - row.y0)),
  );
  return beside.length >= LABEL_SHARE * Math.min(left.length, MAX_LABELS);
}

/** Share of the rows that hold a whole "label: value", so that no value has to come from another cell. */
function pairShare(side: readonly Row[]): number {
  const pairs = side.filter((row) => /^[^:：]{1,24}\s?[:：]\s*[^\s:：]/u.test(plainText(row)));
  return pairs.length / side.length;
}

function plainText(row: Row): string {
  return row.fragments.map((fragment) => fragment.glyphs.map((glyph) => glyph.text).join("")).join(" ");
}

/**
 * Decides whether two sides of a valley are columns, read one after the other, or cells of table rows
 * and label-value lines, read across.
 */
export function areColumns(
  left: readonly Fragment[],
  right: readonly Fragment[],
  panels: readonly Box[],
): boolean {
  if (panels.some((panel) => parts(panel, left, right) || parts(panel, right, left))) return true;
  const leftRows = rows(left);
  const rightRows = rows(right);
  const [few, many] = leftRows.length <= rightRows.length ? [leftRows, rightRows] : [rightRows, leftRows];
  if (few.length < 2 || areLabels(leftRows, rightRows)) return false;
  const aligned = alignedShare(few, many);
  const changes = switches(left, right);
  if (changes <= 1 && few.length >= 3) return true;
  if (aligned < TABLE_SHARE) return true;
  if (few.length >= 3 && pairShare(leftRows) >= 0.5 && pairShare(rightRows) < 0.25) return true;
  return few.length >= 4 && filledShare(leftRows) >= 0.5 && filledShare(rightRows) >= 0.5;
}

/** The gutter that separates columns of this text: wider than the gaps of justified lines. */
export function gutterWidth(fragments: readonly Fragment[]): number {
  return 0.9 * median(fragments.map((fragment) => fragment.size));
}
