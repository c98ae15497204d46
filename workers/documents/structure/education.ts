import { DEGREE_NAMES, ENTERED, LEFT } from "../../evaluation/rules/tables/degrees.ts";
import type { Draft } from "./entries.ts";
import { rangeOfHead, singleDate } from "./entry-dates.ts";
import { type FoldedSpan, trimSpan } from "./folded-span.ts";
import { INSTITUTION, SCORE, SUBJECT } from "./names.ts";
import { type Segment, segmentsOf } from "./segments.ts";
import type { EducationEntry, EntryDates, Span } from "./types.ts";
import type { Unit } from "./units.ts";
import { extentOf, spanOf } from "./work.ts";

/** A single date among studies is the one of the degree; a row that says 入学 is when they began. */
export function datesOfStudies(unit: Unit): EntryDates | null {
  const range = rangeOfHead(unit, !unit.item && tellsOfStudies(unit));
  if (range) return range;
  const single = singleDate(unit);
  if (!single) return null;
  const entered = ENTERED.test(unit.lower) && !LEFT.test(unit.lower);
  return { from: entered ? single.date : null, to: entered ? null : single.date, spans: [single.span] };
}

/** A draft as a time of study. */
export function educationEntry(text: string, draft: Draft): EducationEntry {
  const { dates } = draft;
  const near = [...draft.head, ...draft.body.slice(0, 2).filter(({ item }) => !item)];
  const inHead = namesOf(text, segmentsOf(text, draft.head, dates?.spans ?? []));
  const below = namesOf(text, segmentsOf(text, near.slice(draft.head.length), []));
  const names = {
    institution: inHead.institution ?? below.institution,
    degree: inHead.degree ?? below.degree,
    area: inHead.degree || !below.degree ? inHead.area : below.area,
  };
  const used = near.slice(draft.head.length).filter((unit) => isNamed(unit, names));
  const score = [...draft.head, ...draft.body].map(scoreIn).find((span) => span !== null) ?? null;
  const lines = draft.body.filter((unit) => !used.includes(unit)).map(spanOf);
  return { ...extentOf(draft), ...names, score, dates, lines };
}

/** The rows of a table that tell when studies began and when they ended are one entry. */
export function joinRows(text: string, entries: readonly EducationEntry[]): EducationEntry[] {
  const joined: EducationEntry[] = [];
  for (const entry of entries) {
    const before = joined.at(-1);
    const same =
      before?.dates?.from && before.dates.to === null && entry.dates?.to && entry.dates.from === null;
    if (!same || !sameSchool(text, before, entry)) joined.push(entry);
    else
      joined[joined.length - 1] = {
        ...before,
        end: entry.end,
        institution: before.institution ?? entry.institution,
        degree: before.degree ?? entry.degree,
        area: before.area ?? entry.area,
        score: before.score ?? entry.score,
        dates: {
          ...before.dates!,
          to: entry.dates!.to,
          spans: [...before.dates!.spans, ...entry.dates!.spans],
        },
        lines: [...before.lines, ...entry.lines],
      };
  }
  return joined;
}

/** Named alike, or not named again (`同校 卒業`). */
function sameSchool(text: string, a: EducationEntry, b: EducationEntry): boolean {
  if (!a.institution || !b.institution) return true;
  const name = (span: Span) => text.slice(span.start, span.end);
  return name(a.institution) === name(b.institution) || /^同/u.test(name(b.institution));
}

interface Names {
  institution: Span | null;
  degree: Span | null;
  area: Span | null;
}

function namesOf(text: string, segments: readonly Segment[]): Names {
  const scoreless = segments.filter(({ lower }) => !SCORE.test(lower));
  const graded = scoreless.find(({ lower }) => degreeAt(lower) !== null && !INSTITUTION.test(lower));
  const school =
    scoreless.find((one) => one !== graded && INSTITUTION.test(one.lower) && degreeAt(one.lower) === null) ??
    scoreless.find((one) => one !== graded && INSTITUTION.test(one.lower));
  const rest = scoreless.filter((one) => one !== graded && one !== school);
  const parts = graded ? degreeParts(text, graded) : { degree: null, area: null };
  const next = scoreless[graded ? scoreless.indexOf(graded) + 1 : scoreless.length];
  const beside = school && next && next !== school && next.line === graded?.line ? next : undefined;
  const [schoolName, faculty] = school ? facultyApart(text, school) : [null, null];
  const subject =
    rest.findLast(({ lower }) => SUBJECT.test(lower)) ??
    (graded && !/\p{Script=Latin}/u.test(graded.lower)
      ? rest.find((one) => one.line === graded.line)
      : undefined);
  return {
    institution: schoolName,
    degree: parts.degree,
    area: parts.area ?? (subject ? spanOf(subject) : null) ?? faculty ?? (beside ? spanOf(beside) : null),
  };
}

/** `架空大学経済学部` as school and faculty. */
function facultyApart(text: string, school: Segment): [Span, Span | null] {
  const match = /^(.*?(?:大学|大學))(\S{1,20}(?:学部|学科|研究科|専攻|专业|专業|系))$/u.exec(school.source);
  if (!match) return [spanOf(school), null];
  const cut = school.start + match[1]!.length;
  return [trimSpan(text, { start: school.start, end: cut }), { start: cut, end: school.end }];
}

/** Where the first name of a degree stands in a folded lower-case line. */
function degreeAt(lower: string): { start: number; end: number } | null {
  const found = DEGREE_NAMES.flatMap(({ name }) => {
    const match = name.exec(lower);
    return match ? [{ start: match.index, end: match.index + match[0].length }] : [];
  });
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  return found[0] ?? null;
}

/** What belongs to the name of a degree behind its first word. */
const DEGREE_TAIL =
  /^(?:'s)?\.?(?: degree)?(?: of (?:applied |computer |fine )?(?:sciences?|arts|engineering|laws?|education|business administration|commerce|technology|philosophy|music|architecture|nursing|medicine))?(?:\s?\((?:hons?|honours|fh|[^()]{1,12})\.?\))?/u;
const CONNECTOR = /^[\s,:.–—-]*(?:(?:in|of|im|en|em|di|de|der|des|d')(?=\s|\p{L}'|$)\s*)?/u;

/** `Bachelor of Science in Physics` as degree and subject; in unspaced scripts the subject stands in front (`软件工程 硕士`). */
function degreeParts(text: string, segment: FoldedSpan): { degree: Span; area: Span | null } {
  const { lower } = segment;
  const at = degreeAt(lower)!;
  const wordEnd = at.start + lower.slice(at.start, at.end).replace(/ (?:of|in|en)$/u, "").length;
  const tail = DEGREE_TAIL.exec(lower.slice(wordEnd))?.[0].length ?? 0;
  const degreeEnd = wordEnd + tail;
  const behind = lower.slice(degreeEnd);
  const areaStart = degreeEnd + (CONNECTOR.exec(behind)?.[0].length ?? 0);
  const within = (start: number, end: number) =>
    trimSpan(text, segment.spanOf(start, end), /[,:：(（\p{Pd}]/u);
  const area = /\p{L}{2}/u.test(lower.slice(areaStart)) ? within(areaStart, lower.length) : null;
  const before = lower.slice(0, at.start);
  const unspaced = /[\p{Script=Han}\p{Script=Hangul}]$/u.test(before.trimEnd());
  if (!area && unspaced) return { degree: within(at.start, lower.length), area: within(0, at.start) };
  const degree = within(area || !unspaced ? 0 : at.start, area ? degreeEnd : lower.length);
  return { degree: withoutConnector(text, degree), area };
}

function withoutConnector(text: string, span: Span): Span {
  const tail = /\s+(?:in|en|em|of|im|di)$/u.exec(text.slice(span.start, span.end));
  return tail ? { start: span.start, end: span.end - tail[0].length } : span;
}

function scoreIn(unit: Unit): Span | null {
  const match = SCORE.exec(unit.lower);
  if (!match?.[1]) return null;
  const end = match.index + match[0].length;
  return unit.spanOf(end - match[1].length, end);
}

function isNamed({ start, end }: Span, names: Names): boolean {
  return Object.values(names).some((span) => span !== null && span.start >= start && span.end <= end);
}

/** True where a unit names a school or a degree. */
export function tellsOfStudies({ lower }: Unit): boolean {
  return INSTITUTION.test(lower) || degreeAt(lower) !== null;
}
