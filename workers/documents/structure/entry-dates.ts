import { type DatePoint, datePoints, type WrittenMonth } from "../../evaluation/rules/dates.ts";
import { isHead, rowMonth } from "../../evaluation/rules/heads.ts";
import { ENTERS, LEAVES } from "../../evaluation/rules/tables/occupations.ts";
import type { DateSpan, EntryDates, Span, YearMonth } from "./types.ts";
import type { Unit } from "./units.ts";

/** `2016 4 株式会社…`: year and month in two cells of a table. */
const CELLS = /^\s*(?:19[5-9]|20\d)\d\s*[|｜]?\s+(?:1[0-2]|0?[1-9])\s*[|｜]?(?=\s)/u;
/** The last row of a table of jobs: still there. */
const STILL =
  /^[\s\p{P}]*(?:現在に至る|現在まで|現在|在職中|在籍中|至今|present|heute|재직 ?중)[\s\p{P}]*(?:以上)?[\s\p{P}]*$/u;

/** Spans of time in a unit, as offsets into the text. */
export function dateSpansOf(unit: Unit): DateSpan[] {
  return unit.ranges.map(({ from, to, start, end }) => ({
    ...unit.spanOf(start, end),
    from: yearMonth(from),
    to: to === "present" ? to : yearMonth(to),
  }));
}

function yearMonth({ month, yearOnly }: WrittenMonth): YearMonth {
  return { year: Math.trunc(month / 12), month: yearOnly ? null : (month % 12) + 1 };
}

/**
 * The span of time that makes a unit the head of an entry; null for a date amid a sentence.
 * @param anywhere the unit's words make it a head already, so that any span in it is its own
 */
export function rangeOfHead(unit: Unit, anywhere = false): EntryDates | null {
  const index = unit.ranges.findIndex((range) => anywhere || isHead(unit.lower, range));
  const span = index < 0 ? undefined : dateSpansOf(unit)[index];
  return span ? { from: span.from, to: span.to, spans: [{ start: span.start, end: span.end }] } : null;
}

/** When a row says that somebody entered a company (`2016年4月 株式会社甲 入社`). */
export function entryRow(unit: Unit): EntryDates | null {
  const enters = ENTERS.test(unit.lower) && !/入学|卒業/u.test(unit.lower);
  const row = enters ? monthOfRow(unit) : null;
  return row ? { from: row.month, to: null, spans: [row.span] } : null;
}

/** When a row says that somebody left, or that they are still there. */
export function exitRow(unit: Unit): { to: YearMonth | "present"; span: Span } | null {
  if (STILL.test(unit.lower)) return { to: "present", span: { start: unit.start, end: unit.end } };
  const row = LEAVES.test(unit.lower) && !ENTERS.test(unit.lower) ? monthOfRow(unit) : null;
  return row ? { to: row.month, span: row.span } : null;
}

function monthOfRow(unit: Unit): { month: YearMonth; span: Span } | null {
  const cells = CELLS.exec(unit.lower);
  const month = cells ? rowMonth(unit.lower) : null;
  if (cells && month !== null)
    return { month: yearMonth({ month, yearOnly: false }), span: unit.spanOf(0, cells[0].length) };
  const point = datePoints(unit.lower)[0];
  return point ? { month: yearMonth(point), span: unit.spanOf(point.start, point.end) } : null;
}

/** A single date at one end of a unit, in brackets or in a cell of its own: the day of a degree, a certificate, a paper. */
export function singleDate(unit: Unit): { date: YearMonth; span: Span } | null {
  const cells = CELLS.exec(unit.lower) ? monthOfRow(unit) : null;
  if (cells) return { date: cells.month, span: cells.span };
  const point = datePoints(unit.lower).find((one) => standsApart(unit.lower, one));
  return point ? { date: yearMonth(point), span: unit.spanOf(point.start, point.end) } : null;
}

function standsApart(lower: string, { start, end }: DatePoint): boolean {
  const before = lower.slice(0, start);
  const after = lower.slice(end);
  return (
    /^[\s\p{P}]*$/u.test(before) ||
    /^[\s\p{P}]*(?:取得|合格|修了|卒業|毕业|獲得|获得|취득|합격|졸업)?[\s\p{P}]*$/u.test(after) ||
    (/[(（\t|,，·]\s*\p{L}{0,9}\s*$/u.test(before) && /^\s*[)）\t|,，·]/u.test(after))
  );
}
