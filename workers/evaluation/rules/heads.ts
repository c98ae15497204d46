import { type DateRange, datePoints, type MonthIndex } from "./dates.ts";
import type { Spell } from "./history.ts";
import type { Section } from "./sections.ts";
import { ENTERS, LEAVES, OCCUPATION, PERIOD_LABEL, SCHOOLING } from "./tables/occupations.ts";

/** A line with a date longer than this is a sentence about the date, unless it opens with it. */
const LONGEST_HEAD = 110;

/** Sections that a skill sheet mixes with its projects: tools and languages above, blocks with a period below. */
const BESIDE_SHEETS: readonly (Section | null)[] = ["skill", "language", "summary"];

/** Where a line stands, as far as it bears on whether it is the head of a job. */
export interface Surroundings {
  section: Section | null;
  /** A section that also stands inside jobs ("Technologies", "Highlights") and began inside one. */
  insideWork: boolean;
}

/**
 * The spells that a folded lower-case line is the head of, none for any other line: a dated line among work or projects, a
 * row that says 入社, or, where no heading tells, a dated line that is not about studies.
 */
export function spellsHeadedBy(
  lower: string,
  ranges: readonly DateRange[],
  where: Surroundings,
  now: MonthIndex,
): Spell[] {
  const entry = entryOf(lower, now);
  if (entry) return [entry];
  const heading = ranges.filter((range) => isHead(lower, range));
  const labelled = heading.some(({ start }) => PERIOD_LABEL.test(lower.slice(0, start)));
  const kind = heading.length > 0 ? kindOf(lower, where, labelled) : null;
  return kind === null ? [] : heading.map(({ from, to }) => ({ kind, from, to }));
}

function kindOf(
  lower: string,
  { section, insideWork }: Surroundings,
  labelled: boolean,
): Spell["kind"] | null {
  if (section === "work" || section === "project") return section;
  const schooling = SCHOOLING.test(lower);
  if (insideWork) return schooling ? null : "work";
  const occupation = OCCUPATION.test(lower);
  if (section === "education") return occupation && !schooling ? "work" : null;
  if (labelled && BESIDE_SHEETS.includes(section)) return "work";
  return section === null && (occupation || !schooling) ? "work" : null;
}

/** The dates open or close the line, or stand in a cell of their own; a date amid a sentence is about something else. */
export function isHead(lower: string, { start, end }: { start: number; end: number }): boolean {
  if (PERIOD_LABEL.test(lower.slice(0, start))) return true;
  if (/^[\s([（【{|·•-]*(?:(?:since|seit|from|von|depuis|desde|de)\s+)?$/u.test(lower.slice(0, start)))
    return true;
  const sentence = /[.。!！;；]$/u.test(lower) && !/\b(?:inc|ltd|co|corp|e\.v|s\.a|s\.l)\.$/u.test(lower);
  if (sentence || lower.length > LONGEST_HEAD) return false;
  const after = lower.slice(end);
  return (
    /^[\s)\]）】.。]*(?:[([（][^)\]）]{0,24}[)\]）])?$/u.test(after) || /^\s*[)\]）】|｜\t·•,，]/u.test(after)
  );
}

function entryOf(lower: string, now: MonthIndex): Spell | null {
  if (!ENTERS.test(lower) || /入学|卒業/u.test(lower)) return null;
  const from = rowMonth(lower);
  return from === null || from > now ? null : { kind: "work", from, to: now + 1 };
}

/** Ends a job that is still open in the month of this row: its own leaving (that month counts) or the next entering (it does not). */
export function closeOpenJob(current: readonly Spell[], lower: string): void {
  const leaving = LEAVES.test(lower);
  const month = leaving || ENTERS.test(lower) ? rowMonth(lower) : null;
  const job = current[0];
  if (month !== null && job && month >= job.from) job.to = Math.min(job.to, leaving ? month + 1 : month);
}

/** The date of a row: written out, or as two cells (`2016 4 株式会社…`). */
export function rowMonth(lower: string): MonthIndex | null {
  const cells = /^\s*((?:19[5-9]|20\d)\d)\s*[|｜]?\s+(1[0-2]|0?[1-9])\s*[|｜]?\s/u.exec(lower);
  if (cells) return Number(cells[1]) * 12 + Number(cells[2]) - 1;
  return datePoints(lower)[0]?.month ?? null;
}
