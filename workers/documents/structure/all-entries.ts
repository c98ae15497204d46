import { OCCUPATION, SCHOOLING } from "../../evaluation/rules/tables/occupations.ts";
import { datesOfStudies, educationEntry, joinRows, tellsOfStudies } from "./education.ts";
import { type Draft, draftsOf } from "./entries.ts";
import { entryRow, rangeOfHead, singleDate } from "./entry-dates.ts";
import type { Filed } from "./filing.ts";
import type { EntryDates, SectionKind, Structure } from "./types.ts";
import type { Unit } from "./units.ts";
import { projectEntry, workEntry } from "./work.ts";

type Entries = Pick<Structure, "work" | "education" | "projects">;

/** Kinds of sections whose lines are entries; null stands for a text without headings. */
const WITH_ENTRIES: readonly (SectionKind | null)[] = ["experience", "education", "projects", null];

/** Jobs, studies and projects, each section cut at its dates. */
export function readEntries(text: string, filed: readonly Filed[]): Entries {
  const entries: Entries = { work: [], education: [], projects: [] };
  for (const { kind, units } of runsOf(filed)) {
    const drafts = draftsOf(units, (unit) => datesIn(unit, kind));
    for (const draft of drafts) file(text, entries, draft, kind);
  }
  return { ...entries, education: joinRows(text, entries.education) };
}

/** Lines of one kind with no heading between them. */
function runsOf(filed: readonly Filed[]): { kind: SectionKind | null; units: Unit[] }[] {
  const runs: { kind: SectionKind | null; units: Unit[] }[] = [];
  let open = false;
  for (const { unit, kind } of filed) {
    if (unit.heading || !WITH_ENTRIES.includes(kind)) {
      open = false;
      continue;
    }
    const last = runs.at(-1);
    if (open && last && last.kind === kind) last.units.push(unit);
    else runs.push({ kind, units: [unit] });
    open = true;
  }
  return runs;
}

function datesIn(unit: Unit, kind: SectionKind | null): EntryDates | null {
  const row = entryRow(unit) ?? rangeOfHead(unit);
  if (row || kind === "experience") return row;
  if (kind === "education") return datesOfStudies(unit);
  const single = kind === "projects" && !unit.item ? singleDate(unit) : null;
  return single ? { from: null, to: single.date, spans: [single.span] } : null;
}

function file(text: string, entries: Entries, draft: Draft, kind: SectionKind | null): void {
  if (kind === "projects") return void entries.projects.push(projectEntry(text, draft));
  if (draft.dates === null && !isEvident(draft, kind)) return;
  const isWork = kind === "experience" || tellsOfWork(draft, kind);
  if (isWork) entries.work.push(workEntry(text, draft));
  else entries.education.push(educationEntry(text, draft));
}

/** As the rules have it: under studies a job says so; without a heading studies say so. */
function tellsOfWork({ head, dates }: Draft, kind: SectionKind | null): boolean {
  if (dates !== null && head.some((unit) => entryRow(unit) !== null)) return true;
  const lower = head.map((unit) => unit.lower).join("\n");
  const occupation = OCCUPATION.test(lower);
  const schooling = SCHOOLING.test(lower);
  return kind === "education" ? occupation && !schooling : occupation || !schooling;
}

/** Without dates an entry has to say in words what it is. */
function isEvident({ head }: Draft, kind: SectionKind | null): boolean {
  if (kind === "experience") return head.some(({ lower }) => OCCUPATION.test(lower));
  return kind === "education" && head.some((unit) => tellsOfStudies(unit));
}
