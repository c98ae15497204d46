import { ERAS, MONTHS, PRESENT, SINCE, UNTIL, UNTIL_NOW } from "./tables/calendar.ts";

/** Months since year 0: 2016-04 is `2016 * 12 + 3`. */
export type MonthIndex = number;

/** A span of time in a line. `from` inclusive, `to` exclusive. */
export interface DateRange {
  from: MonthIndex;
  to: MonthIndex;
  /** Written as going on, or ends after the month of reading. */
  unfinished: boolean;
  /** Where it stands in the folded line, UTF-16. */
  start: number;
  end: number;
}

/** A single date in a line. */
export interface DatePoint {
  month: MonthIndex;
  /** Only the year is given; `month` is then its July, so that two such dates are whole years apart. */
  yearOnly: boolean;
  start: number;
  end: number;
}

/** Nobody has a job longer than this: such a range is a slip or a range of something else. */
const LONGEST_SPAN = 55 * 12;
const MID_YEAR = 6;

const Y = "(?:19[5-9]\\d|20\\d\\d)";
const M = "(?:1[0-2]|0?[1-9])";
const D = "(?:3[01]|[12]\\d|0?[1-9])";
const NAME = MONTHS.join("|");
const FORMS: readonly string[] = [
  `(?<era>昭和|平成|令和|民國|民国|(?<![a-z])[shr](?=\\s?\\d{1,2}[./年]))\\s*(?<eraYear>\\d{1,3}|元)\\s*(?:年|[./-](?=\\d))\\s*(?:(?<eraMonth>${M})(?!\\d)\\s*月?)?(?:\\s*${D}\\s*日)?`,
  `(?<y1>${Y})\\s*[年년]\\s*(?:度)?(?:(?<m1>${M})\\s*[月월](?:\\s*${D}\\s*[日일])?)?`,
  `(?<y2>${Y})\\s?(?<sep>[./-])\\s?(?<m2>${M})(?:\\k<sep>\\s?${D}(?!\\d))?(?!\\d)\\.?`,
  `${D}[./-](?<m3>${M})[./-](?<y3>${Y})`,
  `(?<m4>${M})[./-]${D}[./-](?<y4>${Y})`,
  `(?<m5>${M})\\s?[./-]\\s?(?<y5>${Y})`,
  `(?:${D}\\.?\\s+)?(?<!\\p{L})(?<name>${NAME})\\.?(?:\\s+${D}(?:st|nd|rd|th)?,)?,?\\s*(?:de\\s+|del\\s+)?(?:(?<y6>${Y})|'(?<short>\\d\\d))`,
  `(?<y7>${Y})\\s+(?<name7>${NAME})(?!\\p{L})\\.?`,
  `(?<y8>${Y})`,
];
const POINT = new RegExp(`(?<![\\d./,])(?:${FORMS.map((form) => `(?:${form})`).join("|")})(?!\\d)`, "gu");
const MONTH_OF = MONTHS.map((names) => new RegExp(`^(?:${names})$`, "u"));

const BETWEEN = new RegExp(`^\\s*(?:[(（]\\s*)?(?:${UNTIL})\\s*$`, "u");
const TO_PRESENT = new RegExp(
  `^\\s*(?:(?:${UNTIL})\\s*(?:the\\s+)?(?:${PRESENT})(?!\\p{Script=Latin})|(?:${UNTIL})?\\s*(?:${UNTIL_NOW}))`,
  "u",
);
/** A year of two digits, or a month alone, that borrows from the date before it: `2015/16`, `2009–12`, `2019年4月-8月`. */
const SHORT_YEAR = /^\s?(?:[–—]\s?(\d\d)|[/-](1[3-9]|[2-9]\d))(?![\d.:/-])/u;
const SHORT_MONTH = /^\s*[-–—~〜至到]\s*(1[0-2]|0?[1-9])\s*[月월]/u;
const LEFT_OPEN = /^\s*(?:-|–|—|~|〜|から|起|부터)\s*(?:$|[)\]）】|\t])/u;
const AFTER_SINCE = new RegExp(`(?<!\\p{L})(?:${SINCE})\\s+$`, "u");
/** `Jan – Mar 2020`: the first month takes the year of the second. */
const SHARED_YEAR = new RegExp(`(?<!\\p{L})(?<first>${NAME})\\.?\\s*[-–—]\\s*$`, "u");

/** Dates in a folded lower-case line, in order. */
export function datePoints(lower: string): DatePoint[] {
  return [...lower.matchAll(POINT)].map((match) => {
    const { year, month } = numbersOf(match.groups ?? {});
    const text = match[0].trimEnd();
    return {
      month: year * 12 + (month === null ? MID_YEAR : month - 1),
      yearOnly: month === null,
      start: match.index,
      end: match.index + text.length,
    };
  });
}

/** One end of a span of time as it is written. */
export type WrittenMonth = Pick<DatePoint, "month" | "yearOnly">;

/** A span of time as a line writes it, before anything is counted: it may lie in the future or run backwards. */
export interface WrittenRange {
  from: WrittenMonth;
  /** `present` where the line says so or leaves the end open (`2016年4月〜`). */
  to: WrittenMonth | "present";
  start: number;
  end: number;
}

/**
 * Spans of time in a folded lower-case line: `2012.09 - 2016.06`, `04.2015 – heute`, `Jan 2020 – Present`, `2019 – 2024`,
 * `2016年4月〜`, `since 2019`, `平成28年4月～令和3年9月`.
 */
export function writtenRanges(lower: string): WrittenRange[] {
  const points = datePoints(lower);
  const ranges: WrittenRange[] = [];
  for (let index = 0; index < points.length; index += 1) {
    const range = rangeAt(lower, points, index);
    if (!range) continue;
    if (points[index + 1] && points[index + 1]!.end <= range.end) index += 1;
    ranges.push(range);
  }
  return ranges;
}

/**
 * The spans of {@link writtenRanges} as months that count. The month that ends a span belongs to it; a span between two
 * bare years counts their difference, or half a year where they are the same. What lies after `now` is not counted; a span
 * that starts after it, runs backwards or lasts over 55 years is none.
 */
export function dateRanges(lower: string, now: MonthIndex): DateRange[] {
  return writtenRanges(lower)
    .map(({ from, to, start, end }) => {
      const until = to === "present" ? Number.POSITIVE_INFINITY : endOf(to, from);
      return { from: from.month, to: Math.min(until, now + 1), unfinished: until > now + 1, start, end };
    })
    .filter(({ from, to }) => from < to && to - from <= LONGEST_SPAN);
}

function rangeAt(lower: string, points: readonly DatePoint[], index: number): WrittenRange | null {
  const point = points[index]!;
  const next = points[index + 1];
  const rest = lower.slice(point.end);
  const span = (to: WrittenRange["to"], length: number): WrittenRange => ({
    from: point,
    to,
    start: point.start,
    end: point.end + length,
  });
  if (next && BETWEEN.test(lower.slice(point.end, next.start))) return span(next, next.end - point.end);
  const present = TO_PRESENT.exec(rest);
  if (present) return span("present", present[0].length);
  const shortMonth = SHORT_MONTH.exec(rest);
  if (shortMonth && !point.yearOnly) {
    const month = yearOf(point) * 12 + Number(shortMonth[1]) - 1;
    return span({ month, yearOnly: false }, shortMonth[0].length);
  }
  const shortYear = SHORT_YEAR.exec(rest);
  if (shortYear && point.yearOnly) {
    const year = Math.trunc(yearOf(point) / 100) * 100 + Number(shortYear[1] ?? shortYear[2]);
    return span({ month: year * 12 + MID_YEAR, yearOnly: true }, shortYear[0].length);
  }
  const shared = SHARED_YEAR.exec(lower.slice(0, point.start));
  if (shared && !point.yearOnly) {
    const month = yearOf(point) * 12 + monthNamed(shared.groups?.first ?? "") - 1;
    return { ...span(point, 0), from: { month, yearOnly: false }, start: shared.index };
  }
  const open = LEFT_OPEN.exec(rest);
  if (open) return span("present", open[0].length);
  return AFTER_SINCE.test(lower.slice(0, point.start)) ? span("present", 0) : null;
}

/** The end month counts; between bare years their difference counts, half a year at least. */
function endOf(last: WrittenMonth, first: WrittenMonth): MonthIndex {
  if (!last.yearOnly) return last.month + 1;
  return first.yearOnly && first.month === last.month ? last.month + 6 : last.month;
}

const yearOf = ({ month }: WrittenMonth): number => Math.trunc(month / 12);
const monthNamed = (name: string): number => MONTH_OF.findIndex((names) => names.test(name)) + 1;

function numbersOf(groups: Record<string, string | undefined>): { year: number; month: number | null } {
  const { era, eraYear, eraMonth, name, name7, short } = groups;
  if (era !== undefined) {
    const year = (ERAS[era] ?? 0) + (eraYear === "元" ? 1 : Number(eraYear)) - 1;
    return { year, month: eraMonth === undefined ? null : Number(eraMonth) };
  }
  const numbered = ["1", "2", "3", "4", "5", "8"].find((form) => groups[`y${form}`] !== undefined);
  if (numbered !== undefined) {
    const month = groups[`m${numbered}`];
    return { year: Number(groups[`y${numbered}`]), month: month === undefined ? null : Number(month) };
  }
  const year =
    short === undefined
      ? Number(groups.y6 ?? groups.y7)
      : 2000 + Number(short) - (Number(short) > 60 ? 100 : 0);
  return { year, month: monthNamed(name ?? name7 ?? "") };
}

/** Months covered by at least one of the spans. */
export function monthsCovered(ranges: readonly { from: MonthIndex; to: MonthIndex }[]): number {
  let months = 0;
  let reached = Number.NEGATIVE_INFINITY;
  for (const { from, to } of [...ranges].sort((a, b) => a.from - b.from)) {
    if (to > reached) months += to - Math.max(from, reached);
    reached = Math.max(reached, to);
  }
  return months;
}
