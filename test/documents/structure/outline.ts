import type { EntryDates, Span, YearMonth } from "../../../workers/documents/structure/types.ts";
import { readStructure } from "../../../workers/documents/structure.ts";

export const AT = { year: 2026, month: 11 };
export const structureOf = (text: string) => readStructure(text, AT);

/** What a structure says, as short strings that a table of cases can hold. `?` is what the text does not say. */
export function outline(text: string) {
  const structure = structureOf(text);
  const said = (span: Span | null) => (span ? text.slice(span.start, span.end).replace(/\s+/gu, " ") : "?");
  return {
    sections: structure.sections.map(({ kind, heading }) => `${kind}: ${said(heading)}`),
    work: structure.work.map(
      ({ dates, employer, title }) => `${period(dates)} | ${said(employer)} | ${said(title)}`,
    ),
    told: structure.work.map(({ lines }) => lines.map(said)),
    education: structure.education.map(
      ({ dates, institution, degree, area }) =>
        `${period(dates)} | ${said(institution)} | ${said(degree)} | ${said(area)}`,
    ),
    scores: structure.education.map(({ score }) => said(score)),
    projects: structure.projects.map(({ dates, name }) => `${period(dates)} | ${said(name)}`),
    skills: structure.skills.map(
      (skill) =>
        `${skill.group ? `${said(skill.group)}: ` : ""}${said(skill)}${skill.level ? ` = ${said(skill.level)}` : ""}`,
    ),
    languages: structure.languages.map(({ code, name, levels }) =>
      [code, said(name), ...levels.map(said)].join(" "),
    ),
    certificates: structure.certificates.map(
      ({ name, date, issuer }) => `${said(name)} | ${month(date)} | ${said(issuer)}`,
    ),
    awards: structure.awards.map(({ name, date }) => `${said(name)} | ${month(date)}`),
    publications: structure.publications.map(({ name, date }) => `${said(name)} | ${month(date)}`),
    label: said(structure.label),
    months: structure.workMonths,
  };
}

const month = (date: YearMonth | null) =>
  date === null ? "?" : `${date.year}${date.month === null ? "" : `-${String(date.month).padStart(2, "0")}`}`;

function period(dates: EntryDates | null): string {
  if (dates === null) return "-";
  return `${month(dates.from)}..${dates.to === "present" ? "now" : month(dates.to)}`;
}
