import type { Fragment } from "./fragments.ts";
import { isShort, type LineStart, lineStart, plainText } from "./line-breaks.ts";
import { boundsOf, type Row, rows } from "./rows.ts";

/** What stands on one side of a valley, line by line. */
export interface Side {
  fragments: readonly Fragment[];
  rows: Row[];
  /** Text of each row. */
  texts: string[];
  /** How each row stands to the one above it. */
  starts: LineStart[];
  x0: number;
  x1: number;
}

/** @param limit the right edge that lines on this side may reach */
export function side(fragments: readonly Fragment[], limit: number): Side {
  const own = rows(fragments);
  const { x0, x1 } = boundsOf(own);
  const column = { x0, x1: Math.max(limit, x1) };
  const starts = own.map((row, at): LineStart => {
    const above = own[at - 1];
    if (!above) return "starts";
    const start = lineStart(above, row, column);
    return start === "continues" && isShort(above) ? "unsure" : start;
  });
  return { fragments, rows: own, texts: own.map(plainText), starts, x0, x1 };
}

/** The rows of a side that lie between two heights at least in part. */
export function between(whole: Side, y0: number, y1: number): Side {
  const kept = whole.rows.map((row) => row.y1 > y0 && row.y0 < y1);
  const own = whole.rows.filter((_, at) => kept[at]);
  const { x0, x1 } = boundsOf(own);
  return {
    fragments: own.flatMap((row) => row.fragments),
    rows: own,
    texts: whole.texts.filter((_, at) => kept[at]),
    starts: whole.starts.filter((_, at) => kept[at]),
    x0,
    x1,
  };
}

/** For every row of one side the index of the row of the other that stands on its baseline, or -1. */
export function alignment(few: Side, many: Side, ems: number): number[] {
  let at = 0;
  return few.rows.map((row) => {
    const near = ems * row.size;
    while (at < many.rows.length && many.rows[at]!.baseline < row.baseline - near) at++;
    return at < many.rows.length && many.rows[at]!.baseline <= row.baseline + near ? at : -1;
  });
}
