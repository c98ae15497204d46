import { EMPLOYER, OCCUPATION } from "../../evaluation/rules/tables/occupations.ts";
import { type Draft, readsAsName } from "./entries.ts";
import { exitRow } from "./entry-dates.ts";
import { ATTRIBUTE, PERSON_ENDING } from "./names.ts";
import { type Segment, segmentsOf } from "./segments.ts";
import type { EntryDates, ProjectEntry, Span, WorkEntry } from "./types.ts";
import type { Unit } from "./units.ts";

/** A draft as a time at an employer. The line below the dated one joins the names when its words say what it is. */
export function workEntry(text: string, draft: Draft): WorkEntry {
  const { dates, body } = withExit(draft);
  const spans = dates?.spans ?? [];
  let head = draft.head;
  let names = namesOf(segmentsOf(text, head, spans));
  let below = 0;
  for (const unit of body.slice(0, 2)) {
    if (names.employer && names.title) break;
    if (!readsAsName(unit) || unit.listing) break;
    const more = namesOf(segmentsOf(text, [...head, unit], spans), true);
    const told =
      (names.title === null && OCCUPATION.test(unit.lower)) ||
      (names.employer === null && EMPLOYER.test(unit.lower));
    if (!told) break;
    names = more;
    head = [...head, unit];
    below += 1;
  }
  return { ...extentOf(draft), dates, lines: body.slice(below).map(spanOf), ...names };
}

/** A draft as a project: its name is the first thing that its head says. */
export function projectEntry(text: string, draft: Draft): ProjectEntry {
  const [name] = segmentsOf(text, draft.head, draft.dates?.spans ?? []);
  return {
    ...extentOf(draft),
    dates: draft.dates,
    name: name ? spanOf(name) : null,
    lines: draft.body.map(spanOf),
  };
}

/** The row that says when it ended gives the end, and is none of the lines that tell of the work. */
function withExit(draft: Draft): { dates: EntryDates | null; body: Unit[] } {
  const { dates } = draft;
  const body = draft.body.filter(({ source }) => !CLOSING.test(source));
  if (dates === null || dates.to !== null) return { dates, body };
  const at = body.findIndex((unit) => exitRow(unit) !== null);
  const exit = at < 0 ? null : exitRow(body[at]!);
  if (!exit) return { dates, body };
  return {
    dates: { ...dates, to: exit.to, spans: [...dates.spans, exit.span] },
    body: body.filter((_, index) => index !== at),
  };
}

/** "That is all", under the last row of a Japanese résumé. */
const CLOSING = /^以\s?上[。.]?$/u;

interface Names {
  employer: Span | null;
  title: Span | null;
}

/**
 * Which name is the employer and which the title: by the words of companies and occupations first, then by the ending of
 * a word for a person, then by elimination. Two names that nothing tells apart are neither.
 */
function namesOf(segments: readonly Segment[], byWords = false): Names {
  const named = segments.filter(({ lower, source }) => !ATTRIBUTE.test(lower) && isName(source, lower));
  const companies = named.filter(({ lower }) => EMPLOYER.test(lower) && !endsInOccupation(lower));
  const titles = named.filter((one) => OCCUPATION.test(one.lower) && !companies.includes(one));
  const rest = named.filter((one) => !companies.includes(one) && !titles.includes(one));
  const employer = companies[0] ?? null;
  const title = titles[0] ?? null;
  if (employer && title) return { employer: spanOf(employer), title: spanOf(title) };
  const persons = rest.filter(({ lower }) => PERSON_ENDING.test(lastWord(lower)));
  if (title) return { employer: orNull(nearest(rest, title)), title: spanOf(title) };
  if (employer) {
    const person = persons[0] ?? null;
    return { employer: spanOf(employer), title: byWords ? null : orNull(person) };
  }
  if (rest.length === 1) {
    const only = rest[0]!;
    return persons.length === 1
      ? { employer: null, title: spanOf(only) }
      : { employer: spanOf(only), title: null };
  }
  const [person] = persons;
  if (persons.length !== 1 || !person) return { employer: null, title: null };
  return {
    employer: orNull(
      nearest(
        rest.filter((one) => one !== person),
        person,
      ),
    ),
    title: spanOf(person),
  };
}

/** Names open with a capital, a letter without case or a figure, and are no sentences; titles need not. */
function isName(source: string, lower: string): boolean {
  const sentence = /[^.]{24}\.$|[。！]$|\d{3}[.,\s]\d{3}|[€$¥]/u.test(source);
  return !sentence && (/^[\p{Lu}\p{Lo}\p{N}\p{So}(（"'«]/u.test(source) || OCCUPATION.test(lower));
}

/** `UK`, `CA`. */
const REGION = /^[a-z]{2}$/u;

/** The name beside the title, on its line first: what precedes it (`Acme, Developer, Leeds`), else what follows it. */
function nearest(rest: readonly Segment[], title: Segment): Segment | null {
  const names = rest.filter(({ lower }) => !REGION.test(lower));
  const beside = names.filter(({ line }) => line === title.line);
  const before = beside.findLast(({ start }) => start < title.start);
  return before ?? beside[0] ?? names[0] ?? null;
}

function endsInOccupation(lower: string): boolean {
  const last = /\S+$/u.exec(lower)?.[0] ?? "";
  return OCCUPATION.test(last) && !EMPLOYER.test(last);
}

function lastWord(lower: string): string {
  const subject = lower.split(/\s(?:of|for|de|für|fur|im|in|\()/u)[0]!;
  return /[\p{L}]+$/u.exec(subject.trim())?.[0] ?? "";
}

const orNull = (segment: Segment | null): Span | null => (segment ? spanOf(segment) : null);

export function spanOf({ start, end }: Span): Span {
  return { start, end };
}

export function extentOf({ head, body }: Draft): Span {
  const units = [...head, ...body];
  return { start: units[0]!.start, end: units.at(-1)!.end };
}
