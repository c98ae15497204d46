import { type Fragment, TYPED_GAP_EMS } from "./fragments.ts";
import { breakWasFree, CELL_GAP_EMS, type Extent, lineStart, plainText, wordGaps } from "./line-breaks.ts";
import { boundsOf, type Row, rowOf } from "./rows.ts";

/** Lines of one cell begin, or end, at one edge. */
const EDGE_EMS = 0.15;

/** Runs of fragments of a row with wide gaps between them that were not typed as blanks. */
function cellsOf(row: Row): Row[] {
  const runs: [Fragment, ...Fragment[]][] = [];
  let reach = -Infinity;
  for (const fragment of row.fragments) {
    const run = runs.at(-1);
    const gap = fragment.x0 - reach;
    const typed = run && gap < TYPED_GAP_EMS * row.size && isTyped(run.at(-1)!, fragment);
    if (run && (typed || gap < CELL_GAP_EMS * row.size)) run.push(fragment);
    else runs.push([fragment]);
    reach = Math.max(reach, fragment.x1);
  }
  return runs.map(rowOf);
}

const isTyped = (before: Fragment, after: Fragment) =>
  after.glyphs[0]!.spaceAfter === before.glyphs.at(-1)!.order;

/** A justified line has gaps of one width, however wide, between all of its words. */
function isJustified(row: Row, column: Extent): boolean {
  const gaps = wordGaps(row);
  if (gaps.length < 2) return column.x1 - row.x1 < 0.3 * row.size;
  return gaps.every((gap) => Math.abs(gap - gaps[0]!) < 0.1 * row.size);
}

/** The lines of each cell of a table row, from the first down. */
type Cells = Row[][];

/** Programs keep cells at least this far apart. */
const ROOM_GAP_EMS = 1;

/** Room that a cell's lines have: from the cell before it to the cell after it, or to the edges of the column. */
function roomOf(record: Cells, at: number, column: Extent): Extent {
  const lines = record[at]!;
  const gap = ROOM_GAP_EMS * lines[0]!.size;
  const before = record[at - 1];
  const after = record[at + 1];
  return {
    x0: before ? boundsOf(before).x1 + gap : column.x0,
    x1: after ? boundsOf(after).x0 - gap : column.x1,
  };
}

/**
 * The cell that a line stands under: it begins at the cell's edge, or ends there, and keeps to the cell's room, or
 * passes below what has ended beside it where it is `alone`.
 */
function cellAbove(record: Cells, line: Row, alone: boolean, column: Extent): number {
  const near = EDGE_EMS * line.size;
  return record.findIndex((lines, at) => {
    const above = lines.at(-1)!;
    const room = roomOf(record, at, column);
    if (line.x0 < room.x0 - near || (!alone && line.x1 > room.x1 + near)) return false;
    if (Math.abs(above.size - line.size) > 0.05 * line.size) return false;
    return Math.abs(above.x0 - line.x0) < near || Math.abs(above.x1 - line.x1) < near;
  });
}

/** True when a line goes on with the cell above it, which had no room for its first word. */
function goesOn(record: Cells, at: number, line: Row, column: Extent): boolean {
  const lines = record[at]!;
  const room = roomOf(record, at, column);
  const above = lines.at(-1)!;
  const near = EDGE_EMS * line.size;
  const flushRight = Math.abs(above.x1 - line.x1) < near && Math.abs(above.x0 - line.x0) >= near;
  const extent = flushRight ? { x0: room.x0, x1: above.x1 } : { x0: above.x0, x1: room.x1 };
  return !breakWasFree(above, line, extent) && lineStart(above, line, extent) === "continues";
}

/** Lines of one cell follow one another closer than the rows of a table, which are this much further apart. */
const ROW_STEP = 1.15;
const LEADING_EMS = 1.65;
/** The first half of a range: `2019 –`, `March 2019 to`. */
const OPEN_RANGE = /(?:[-–—~〜～]|\d\p{Ll}{1,4})$/u;

/** Distance to the nearest row above or below that has something in the first cell's place. */
function stepToKey(rows: readonly Row[], from: number, by: 1 | -1, edge: number): number | null {
  const row = rows[from]!;
  for (let at = from + by; at >= 0 && at < rows.length; at += by) {
    if (rows[at]!.fragments[0]!.x0 < edge) return Math.abs(rows[at]!.baseline - row.baseline);
  }
  return null;
}

/**
 * True when only the first cell goes on, a date or label of two lines, while the cells beside it begin new lines: the
 * labels around it stand further apart, and its second line cannot stand alone.
 */
function keyGoesOn(record: Cells, rows: readonly Row[], at: number, line: Row): boolean {
  const key = plainText(record[0]!.at(-1)!);
  const open = OPEN_RANGE.test(key);
  const text = plainText(line);
  const rest = /^\p{Ll}/u.test(text) || (/^\d/.test(text) && !/[\d)]$/.test(key));
  if (!open && !rest) return false;
  const step = rows[at]!.baseline - rows[at - 1]!.baseline;
  const edge = record[1]![0]!.x0;
  const steps = [stepToKey(rows, at - record[0]!.length, -1, edge), stepToKey(rows, at, 1, edge)];
  const known = steps.filter((one) => one !== null);
  return known.every((one) => one > ROW_STEP * step) && (known.length > 0 || open);
}

/** True when the row above the record or the one below has as many cells, at the same distance as these two rows. */
function inTable(record: Cells, rows: readonly Row[], at: number): boolean {
  const step = rows[at]!.baseline - rows[at - 1]!.baseline;
  const first = at - record[0]!.length;
  const pairs = [[rows[first - 1], rows[first]] as const, [rows[at], rows[at + 1]] as const];
  return pairs.some(([upper, lower], below) => {
    const other = below ? lower : upper;
    if (!upper || !lower || !other || cellsOf(other).length !== record.length) return false;
    return Math.abs(lower.baseline - upper.baseline - step) < (ROW_STEP - 1) * step;
  });
}

/** Takes a row as further lines of a record's cells, where it is that. */
function takes(record: Cells, rows: readonly Row[], at: number, column: Extent): boolean {
  const row = rows[at]!;
  if (row.baseline - rows[at - 1]!.baseline > LEADING_EMS * row.size) return false;
  const lines = cellsOf(row);
  if (lines.length === record.length && inTable(record, rows, at)) return false;
  let cells = lines.map((line) => cellAbove(record, line, lines.length === 1, column));
  const going = lines.map((line, i) => cells[i]! >= 0 && goesOn(record, cells[i]!, line, column));
  if (!going.every(Boolean)) {
    if (cells[0] !== 0 || !going[0] || !keyGoesOn(record, rows, at, lines[0]!)) return false;
    cells = lines.map((line, i) => (i === 0 ? 0 : cellBeside(record, line)));
  }
  if (new Set(cells).size < cells.length) return false;
  lines.forEach((line, i) => {
    record[cells[i]!]!.push(line);
  });
  return true;
}

/** The cell, other than the first, in whose place a line begins. */
function cellBeside(record: Cells, line: Row): number {
  const after = record.findIndex((lines, at) => at > 1 && lines[0]!.x0 > line.x0 + EDGE_EMS * line.size);
  return after < 0 ? record.length - 1 : after - 1;
}

/** One row for each line, cell after cell; the first line of a cell goes on the last line of the cell before it. */
function spelled(record: Cells): Row[] {
  const result: Row[] = [];
  for (const lines of record) {
    for (const [at, line] of lines.entries()) {
      const open = result.at(-1);
      if (at === 0 && open) open.fragments = [...open.fragments, ...line.fragments];
      else result.push({ ...line, fragments: [...line.fragments] });
    }
  }
  return result;
}

/**
 * Puts cells together whose text goes on below, beside cells that go on too or have ended: a title of two lines with
 * a date at its right, or narrow cells of a row. Rows without such cells stay as they are.
 * @param column what the rows' lines may fill
 */
export function unwrapCells(rows: readonly Row[], column: Extent): Row[] {
  const result: Row[] = [];
  for (let at = 0; at < rows.length; ) {
    const row = rows[at]!;
    const record: Cells = isJustified(row, column) ? [] : cellsOf(row).map((cell) => [cell]);
    let next = at + 1;
    while (record.length > 1 && next < rows.length && takes(record, rows, next, column)) next++;
    if (next === at + 1) result.push(row);
    else result.push(...spelled(record));
    at = next;
  }
  return result;
}
