import type { Section } from "../../evaluation/rules/sections.ts";
import { EMPLOYER, OCCUPATION, SCHOOLING } from "../../evaluation/rules/tables/occupations.ts";
import { trimSpan } from "./folded-span.ts";
import type { SectionKind, Span, StructureSection } from "./types.ts";
import type { Unit } from "./units.ts";

const KINDS: Readonly<Record<Section, SectionKind>> = {
  work: "experience",
  project: "projects",
  education: "education",
  skill: "skills",
  language: "languages",
  certificate: "certificates",
  summary: "summary",
  interest: "other",
  publication: "publications",
  reference: "references",
  wanted: "other",
  personal: "personal",
};
/** The rules file awards with certificates; what tells them apart is in the heading itself. */
const AWARDS =
  /award|honou?rs|achievement|prize|auszeichnung|distinction|premio|prêmio|获奖|荣誉|奖项|獲獎|榮譽|受賞|수상/iu;
const CERTIFICATES = /certif|licen[cs]e|training|qualif|zertifi|bildung|证书|證|資格|免許|자격/iu;

/** Kind of the section that a heading opens. */
export function kindOf(section: Section, heading: string): SectionKind {
  const awards = section === "certificate" && AWARDS.test(heading) && !CERTIFICATES.test(heading);
  return awards ? "awards" : KINDS[section];
}

/** Sections whose labels also group the rows of another (`Languages: Go, Rust` under skills). */
const GROUPING: readonly (Section | null)[] = ["skill", "language", "summary", "personal", "certificate"];
/** `Education: BSc …` opens a section wherever it stands. */
const OPENED_INLINE: readonly Section[] = ["work", "education", "project"];
/** Headings that also stand inside a job. */
const INNER: readonly Section[] = ["skill", "summary"];

interface Open {
  section: Section | null;
  kind: SectionKind;
  heading: Span;
  end: number;
  /** One line with its own label: what follows may not belong to it. */
  inline: boolean;
}

/**
 * Sections of the text, from one heading to the next. A heading inside a job ("Technologies") does not end the section
 * when the jobs go on behind it.
 *
 * @returns sections in order; what stands above the first heading is in none.
 */
export function sectionsOf(text: string, units: readonly Unit[]): StructureSection[] {
  const unknown = unknownHeadings(units);
  const opens: Open[] = [];
  for (const [index, unit] of units.entries()) {
    const opened = unknown.has(index) ? openOther(unit) : openedBy(text, unit, opens.at(-1));
    if (opened) opens.push(opened);
    else extend(opens, unit);
  }
  return opens.map(({ kind, heading, end }) => ({ kind, heading, start: heading.start, end }));
}

/** A unit goes with the last section, or with the jobs around it where that one was a heading inside a job. */
function extend(opens: Open[], unit: Unit): void {
  const last = opens.at(-1);
  const inJob =
    opens.at(-2)?.section === "work" && unit.section === "work" && INNER.some((one) => one === last?.section);
  if (inJob && last?.inline === false) opens.pop();
  const open = opens.at(-1);
  if (open && !(open.inline && open.section !== unit.section)) open.end = unit.end;
}

const openOther = ({ start, end }: Unit): Open => ({
  section: null,
  kind: "other",
  heading: { start, end },
  end,
  inline: false,
});

function openedBy(text: string, unit: Unit, open: Open | undefined): Open | null {
  if (unit.names === null) return null;
  const inline = !unit.heading;
  if (inline && !OPENED_INLINE.includes(unit.names)) {
    if (unit.section !== unit.names) return null;
    if (open && !open.inline && GROUPING.includes(open.section)) return null;
  }
  const heading = inline
    ? trimSpan(text, { start: unit.start, end: unit.contentStart }, /[:：|[\]【】〈〉《》]/u)
    : { start: unit.start, end: unit.end };
  const kind = kindOf(unit.names, text.slice(heading.start, heading.end));
  return { section: unit.names, kind, heading, end: unit.end, inline };
}

const LONGEST_HEADING = 48;
/** A line in capitals within so many lines of a date is the head of an entry. */
const NEAR_A_DATE = 3;

/**
 * Headings that no table knows: lines in capitals alone, after an empty line, in a résumé whose known headings are in
 * capitals too, with no name of a company, school or occupation and no date near.
 */
export function unknownHeadings(units: readonly Unit[]): Set<number> {
  const known = units.filter(({ heading }) => heading);
  const capitals = known.filter(({ source }) => inCapitals(source)).length;
  if (capitals < 2 || capitals < known.length) return new Set();
  const found = units.flatMap((unit, index) => {
    const { heading, afterBlank, item, source, lower, section } = unit;
    const plain = !heading && afterBlank && !item && section !== null && unit.names === null;
    if (!plain || source.length > LONGEST_HEADING || !inCapitals(source)) return [];
    if (/[\d,|[\]()@]|\t| {3}/u.test(source)) return [];
    if (EMPLOYER.test(lower) || OCCUPATION.test(lower) || SCHOOLING.test(lower)) return [];
    const near = units.slice(index + 1, index + 1 + NEAR_A_DATE);
    const dated = near.some(({ ranges, heading: next }) => !next && ranges.length > 0);
    return dated || near.length === 0 ? [] : [index];
  });
  return new Set(found);
}

function inCapitals(source: string): boolean {
  return /\p{Lu}{4}/u.test(source) && !/\p{Ll}|\p{Lo}/u.test(source);
}
