import { numberLines } from "../evaluation/lines.ts";
import { readHistory } from "../evaluation/rules/history.ts";
import { headingOf } from "../evaluation/rules/sections.ts";
import { OCCUPATION } from "../evaluation/rules/tables/occupations.ts";
import { readEntries } from "./structure/all-entries.ts";
import { dateSpansOf } from "./structure/entry-dates.ts";
import { type Filed, fileUnits } from "./structure/filing.ts";
import { namedItem } from "./structure/named-items.ts";
import { sectionsOf } from "./structure/sections.ts";
import { segmentsOf } from "./structure/segments.ts";
import { languagesIn, skillsIn } from "./structure/skills.ts";
import type { LanguageItem, NamedItem, SectionKind, Span, Structure } from "./structure/types.ts";
import { unitsOf } from "./structure/units.ts";
import { spanOf } from "./structure/work.ts";

export { type JsonResume, jsonResume } from "./structure/json-resume.ts";
export type { Structure } from "./structure/types.ts";

/**
 * Reads the structure of a résumé by rules: sections, dates, jobs, studies, skills, languages. It stands on the same
 * headings, dates and months as the rules evaluator, so both say the same of the same text. Nothing is guessed: what the
 * text does not show plainly is null. Linear in the length of the text.
 *
 * @param text the visible text; all offsets of the result are UTF-16 offsets into it
 * @param at the month up to which "today" counts; `month` from 1
 */
export function readStructure(text: string, at: { year: number; month: number }): Structure {
  const history = readHistory(numberLines(text), at.year * 12 + at.month - 1);
  const units = unitsOf(text, history.lines);
  const sections = sectionsOf(text, units);
  const filed = fileUnits(units, sections);
  const named = (kind: SectionKind): NamedItem[] =>
    inside(filed, kind).flatMap(({ unit }) => namedItem(text, unit) ?? []);
  return {
    sections,
    dates: units.flatMap(dateSpansOf),
    workMonths: history.workMonths,
    ...readEntries(text, filed),
    skills: skillUnits(filed).flatMap(({ unit, opens }) => skillsIn(text, unit, opens)),
    languages: languagesOf(filed),
    certificates: named("certificates"),
    awards: named("awards"),
    publications: named("publications"),
    summary: inside(filed, "summary").map(({ unit }) => ({ start: unit.contentStart, end: unit.end })),
    label: labelOf(text, filed),
  };
}

const inside = (filed: readonly Filed[], kind: SectionKind): Filed[] =>
  filed.filter((one) => one.kind === kind && !one.unit.heading);

/** Rows of a skills section, those among them whose label is also a heading included (`Languages: Go, Rust`). */
function skillUnits(filed: readonly Filed[]): Filed[] {
  return filed.filter(({ unit, kind, under }) => {
    if (unit.heading) return false;
    if (kind === "skills") return true;
    return kind === "languages" && under === "skills" && languagesIn(unit).length === 0;
  });
}

/** Where languages are told with their level, outside of their own section. */
const ALSO_TOLD: readonly (SectionKind | null)[] = ["skills", "summary", "personal", "certificates"];

/** Each language once: where its section names it, else where a level is said. */
function languagesOf(filed: readonly Filed[]): LanguageItem[] {
  const own = inside(filed, "languages").flatMap(({ unit }) => languagesIn(unit));
  const elsewhere = filed
    .filter(({ unit, kind }) => !unit.heading && ALSO_TOLD.includes(kind))
    .flatMap(({ unit }) => languagesIn(unit))
    .filter(({ levels }) => levels.length > 0);
  const known = new Map<string, LanguageItem>();
  for (const item of [...own, ...elsewhere]) {
    const before = known.get(item.code);
    if (!before || (before.levels.length === 0 && item.levels.length > 0)) known.set(item.code, item);
  }
  return [...known.values()].sort((a, b) => a.start - b.start);
}

/** So many lines at the top hold the name, what one is, and how to reach one. */
const TOP_LINES = 6;
const LONGEST_LABEL = 60;

function labelOf(text: string, filed: readonly Filed[]): Span | null {
  const top = filed.slice(0, TOP_LINES).filter(({ kind, unit }) => kind === null && !unit.heading);
  for (const { unit } of top) {
    const plain = unit.ranges.length === 0 && !unit.item && headingOf(unit.source) === null;
    if (!plain || unit.end - unit.start > LONGEST_LABEL * 2) continue;
    const label = segmentsOf(text, [unit], []).find(
      ({ lower, source }) =>
        OCCUPATION.test(lower) && source.length <= LONGEST_LABEL && !/[\d@[\]]|[.。]$/u.test(source),
    );
    if (label) return spanOf(label);
  }
  return null;
}
