import { isRow } from "../../evaluation/line-breaks.ts";
import { PREPOSITION } from "./names.ts";
import type { EntryDates } from "./types.ts";
import type { Unit } from "./units.ts";

/** An entry before its names are told apart. */
export interface Draft {
  /** Lines that name it, the dated one among them. */
  head: Unit[];
  /** Lines that tell of it. */
  body: Unit[];
  dates: EntryDates | null;
}

/** Titles and names stand in short lines. */
const LONGEST_NAME = 90;
/** So many lines above the first date still are the title of the first entry. */
const LONGEST_TITLE = 3;

/**
 * Cuts a run of lines into entries at their dates. What the first date stands under says how the author sets them: nothing
 * (the dated line opens its entry), a line or two of names (so many lines above every date belong to it), or a whole
 * paragraph and a date alone (a column of dates that was read last: each date closes its entry).
 */
export function draftsOf(units: readonly Unit[], datesOf: (unit: Unit) => EntryDates | null): Draft[] {
  const dated = units.map(datesOf);
  const anchors = dated.flatMap((dates, index) => (dates ? [index] : []));
  const first = anchors[0];
  if (first === undefined) return undatedDrafts(units);
  const above = namesAbove(units, first, 0, LONGEST_TITLE);
  if (above === 0 && first > LONGEST_TITLE && isDateAlone(units[first]!, dated[first]!))
    return draftsAbove(units, anchors, dated);
  const starts = anchors.map((anchor, index) => {
    const floor = index === 0 ? 0 : anchors[index - 1]! + 1;
    return anchor - namesAbove(units, anchor, floor, above);
  });
  return anchors.map((anchor, index) => {
    const end = starts[index + 1] ?? units.length;
    const below = namesBelow(units, anchor, end, starts[index]!, dated[anchor]!);
    return {
      head: units.slice(starts[index], anchor + 1 + below),
      body: units.slice(anchor + 1 + below, end),
      dates: dated[anchor]!,
    };
  });
}

/** How many lines right above `at` read as names, at most `most`; an empty line above one of them is the last. */
function namesAbove(units: readonly Unit[], at: number, floor: number, most: number): number {
  let count = 0;
  while (count < most && at - count - 1 >= floor) {
    if (count > 0 && units[at - count]!.afterBlank) break;
    if (!readsAsName(units[at - count - 1]!)) break;
    count += 1;
  }
  return count;
}

/** Lines of names below a date that stands alone: the employer, the title. */
function namesBelow(
  units: readonly Unit[],
  anchor: number,
  end: number,
  start: number,
  dates: EntryDates,
): number {
  if (start < anchor || !isDateAlone(units[anchor]!, dates)) return 0;
  let count = 0;
  while (count < 2 && anchor + 1 + count < end && readsAsName(units[anchor + 1 + count]!)) count += 1;
  return count;
}

/** Entries whose date stands below them. */
function draftsAbove(
  units: readonly Unit[],
  anchors: readonly number[],
  dated: readonly (EntryDates | null)[],
): Draft[] {
  return anchors.map((anchor, index) => {
    const start = index === 0 ? 0 : anchors[index - 1]! + 1;
    const lines = units.slice(start, anchor);
    return {
      head: [...lines.slice(0, 1), units[anchor]!],
      body: lines.slice(1),
      dates: dated[anchor]!,
    };
  });
}

/** Without any date an entry begins at a name after an empty line or, where there is none, after a list. */
function undatedDrafts(units: readonly Unit[]): Draft[] {
  const blocks = units.some(({ afterBlank }, index) => index > 0 && afterBlank);
  const starts = units.flatMap((unit, index) => {
    const opens = index === 0 || (blocks ? unit.afterBlank : units[index - 1]!.item);
    return opens && readsAsName(unit) ? [index] : [];
  });
  return starts.map((start, index) => {
    const end = starts[index + 1] ?? units.length;
    const second = units[start + 1];
    const names = start + 1 < end && second && !second.afterBlank && readsAsName(second) ? 2 : 1;
    return { head: units.slice(start, start + names), body: units.slice(start + names, end), dates: null };
  });
}

/** Short, no list item, no sentence, no label with its value. */
export function readsAsName(unit: Unit): boolean {
  const { source, lower, item, heading } = unit;
  if (item || heading || source.replace(/\s+/gu, " ").length > LONGEST_NAME) return false;
  if (
    /[.。;；!！:：]$/u.test(lower) &&
    !/\b(?:inc|ltd|co|corp|lda|pty|e\.v|s\.a|s\.l|b\.v|s\.r\.l)\.$/u.test(lower)
  )
    return false;
  return isRow(source) || !/^[^:：]{1,24}(?::\s|：)/u.test(source);
}

function isDateAlone(unit: Unit, { spans }: EntryDates): boolean {
  const dates = spans.map(({ start, end }) => [start - unit.start, end - unit.start] as const);
  const [from, to] = dates[0] ?? [0, 0];
  const rest = `${unit.source.slice(0, from)} ${unit.source.slice(to)}`
    .replace(/[\s\p{P}~〜～]+/gu, " ")
    .trim();
  return rest.length <= 2 || PREPOSITION.test(rest.toLowerCase());
}
