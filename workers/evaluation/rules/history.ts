import type { Line } from "../types.ts";
import { type DateRange, dateRanges, type MonthIndex, monthsCovered } from "./dates.ts";
import { type Folded, fold } from "./fold.ts";
import { closeOpenJob, spellsHeadedBy } from "./heads.ts";
import { isListing } from "./listing.ts";
import { headingOf, type Section } from "./sections.ts";
import { EMPLOYER, OCCUPATION, SCHOOLING } from "./tables/occupations.ts";

/** A time at one employer or in one project. */
export interface Spell {
  kind: "work" | "project";
  from: MonthIndex;
  to: MonthIndex;
}

/** A line with what its place in the résumé says of it. */
export interface PlacedLine {
  line: Line;
  folded: Folded;
  /** Null above the first heading, and in a résumé without any. */
  section: Section | null;
  /** A heading and nothing else: names no skill. */
  heading: boolean;
  /** Names in a row rather than a sentence. */
  listing: boolean;
  /** The spells that the line belongs to. */
  spells: Spell[];
  ranges: DateRange[];
}

export interface History {
  lines: PlacedLine[];
  spells: Spell[];
  /** Months in work, overlaps once. */
  workMonths: number;
}

/** Where the reading has got to. */
interface Reading {
  now: MonthIndex;
  section: Section | null;
  /** The section before this one. */
  before: Section | null;
  current: Spell[];
  lines: PlacedLine[];
  spells: Spell[];
}

/** Sections whose headings also stand inside a job: a dated job behind them is work again. */
const INNER: readonly (Section | null)[] = ["skill", "summary"];
/** `Education: BSc …` opens a section; `Skills: Go` is a line about skills wherever it stands. */
const OPENED_INLINE: readonly Section[] = ["work", "education", "project"];
/** Titles and company names stand in short lines. */
const LONGEST_TITLE = 70;

/**
 * Reads the course of a life: the section of each line, the jobs with their times, and which lines tell of which job.
 * Times of study are not work, wherever they stand; the two rows of a Japanese table (入社, 退社) are one job, which ends
 * where the next begins if it has no end of its own.
 *
 * @param now the month up to which "today" counts
 */
export function readHistory(lines: readonly Line[], now: MonthIndex): History {
  const reading: Reading = { now, section: null, before: null, current: [], lines: [], spells: [] };
  for (const line of lines) {
    const place = placeLine(reading, line);
    if (!place.heading) followJobs(reading, place);
    reading.lines.push(place);
  }
  readDatesBelow(reading.lines);
  const spells = reading.spells.filter(({ from, to }) => from < to);
  const work = spells.filter(({ kind }) => kind === "work");
  return { lines: reading.lines, spells, workMonths: monthsCovered(work) };
}

/** Moves into the section that a heading opens, and says where the line stands. */
function placeLine(reading: Reading, line: Line): PlacedLine {
  const folded = fold(line.text);
  const heading = headingOf(line.text);
  const inline = heading !== null && heading.rest !== "";
  if (heading && (!inline || OPENED_INLINE.includes(heading.section))) {
    reading.before = reading.section;
    reading.section = heading.section;
    if (!inline || heading.section !== "work") reading.current = [];
  }
  return {
    line,
    folded,
    section: inline && reading.current.length === 0 ? heading.section : reading.section,
    heading: heading !== null && !inline,
    listing: isListing(folded.lower),
    spells: reading.current,
    ranges: dateRanges(folded.lower, reading.now),
  };
}

/** Opens the jobs that the line is the head of, and closes those that it ends. */
function followJobs(reading: Reading, place: PlacedLine): void {
  const { lower } = place.folded;
  const insideWork = reading.before === "work" && INNER.includes(reading.section);
  const headed = spellsHeadedBy(lower, place.ranges, { section: reading.section, insideWork }, reading.now);
  closeOpenJob(reading.current, lower);
  const studies = reading.section === null && place.ranges.length > 0 && SCHOOLING.test(lower);
  if (headed.length === 0 && studies) reading.current = place.spells = [];
  if (headed.length === 0) return;
  if (reading.section !== null) reading.section = place.section = headed[0]!.kind;
  reading.current = place.spells = headed;
  reading.spells.push(...headed);
  takeTitleAbove(reading.lines, headed);
}

/** `Senior Engineer` and `Acme Rail GmbH` above the line with the dates belong to the job below them. */
function takeTitleAbove(lines: readonly PlacedLine[], headed: Spell[]): void {
  for (const above of lines.slice(-2).reverse()) {
    const { lower } = above.folded;
    const short = lower.length <= LONGEST_TITLE && !/[.。;；,，、]$/u.test(lower);
    const names = OCCUPATION.test(lower) || EMPLOYER.test(lower);
    if (above.heading || above.listing || above.ranges.length > 0 || !short || !names) return;
    above.spells = headed;
  }
}

/** So many lines between a heading and the first date are a job, not its title. */
const LINES_OF_A_JOB = 4;

/**
 * Where a column of dates was read after the text beside it, each date stands *below* its job. A section whose first
 * date comes late and alone on its line is of that kind: lines then belong to the next date, not to the last one.
 */
function readDatesBelow(lines: readonly PlacedLine[]): void {
  for (const [from, to] of workSections(lines)) {
    const dated = lines.slice(from, to).flatMap((line, index) => (isDateAlone(line) ? [from + index] : []));
    const first = dated[0] ?? to;
    const late =
      lines.slice(from, first).every(({ ranges }) => ranges.length === 0) && first - from >= LINES_OF_A_JOB;
    if (dated.length === 0 || !late) continue;
    let start = from;
    for (const at of dated) {
      const own = lines[at]!.spells;
      for (const line of lines.slice(start, at)) line.spells = own;
      start = at + 1;
    }
    for (const line of lines.slice(start, to)) line.spells = [];
  }
}

/** Runs of lines under one heading of work or projects, as `[from, to)`. */
function workSections(lines: readonly PlacedLine[]): [number, number][] {
  const sections: [number, number][] = [];
  lines.forEach((place, index) => {
    const { section } = place;
    if (place.heading || (section !== "work" && section !== "project")) return;
    const last = sections.at(-1);
    if (last && last[1] === index && lines[last[0]]!.section === section) last[1] = index + 1;
    else sections.push([index, index + 1]);
  });
  return sections;
}

function isDateAlone({ ranges, folded: { lower }, spells }: PlacedLine): boolean {
  const [range] = ranges;
  return range !== undefined && spells.length > 0 && lower.length - (range.end - range.start) <= 2;
}
