import { foldLine } from "../../evaluation/lines.ts";
import type {
  EducationEntry,
  EntryDates,
  LanguageItem,
  NamedItem,
  ProjectEntry,
  SkillItem,
  Span,
  Structure,
  WorkEntry,
  YearMonth,
} from "./types.ts";

/** Where each field of an item stands in the text, and the whole item as `item`. */
export type FieldSpans = Record<string, Span[]>;

interface Traced {
  x_spans: FieldSpans;
}
interface Dated {
  startDate?: string;
  endDate?: string;
  /** The text says that it goes on. JSON Resume has no word for it but the missing `endDate`. */
  x_current?: true;
}

export interface JsonResume {
  $schema: string;
  basics: { label?: string; summary?: string } & Traced;
  work: ({ name?: string; position?: string; highlights?: string[] } & Dated & Traced)[];
  education: ({
    institution?: string;
    area?: string;
    studyType?: string;
    score?: string;
  } & Dated &
    Traced)[];
  projects: ({ name?: string; highlights?: string[] } & Dated & Traced)[];
  skills: ({ name: string; level?: string; keywords?: string[] } & Traced)[];
  languages: ({ language?: string; fluency?: string; x_code: string } & Traced)[];
  certificates: ({ name: string; date?: string; issuer?: string } & Traced)[];
  awards: ({ title: string; date?: string; awarder?: string } & Traced)[];
  publications: ({ name: string; releaseDate?: string } & Traced)[];
}

const SCHEMA = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json";

/**
 * A structure as a JSON Resume (schema v1.0.0, https://jsonresume.org/schema). Every value is a piece of the text with its
 * white space folded; what the text does not say is left out, since the schema knows no null. Each item says in
 * `x_spans` where its fields stand.
 *
 * @param text the text that the structure was read from
 */
export function jsonResume(structure: Structure, text: string): JsonResume {
  const { label, summary } = structure;
  const value = (span: Span | null) => (span ? foldLine(text.slice(span.start, span.end)) : undefined);
  const paragraphs = summary.map((span) => value(span)!).filter((paragraph) => paragraph !== "");
  return {
    $schema: SCHEMA,
    basics: {
      ...given({ label: value(label), summary: paragraphs.length > 0 ? paragraphs.join("\n") : undefined }),
      x_spans: spansOf({ label, summary }),
    },
    work: structure.work.map((entry) => workItem(entry, value)),
    education: structure.education.map((entry) => educationItem(entry, value)),
    projects: structure.projects.map((entry) => projectItem(entry, value)),
    skills: skillItems(structure.skills, value),
    languages: structure.languages.map((item) => languageItem(item, value)),
    certificates: structure.certificates.map((item) => ({
      name: value(item.name)!,
      ...given({ date: iso(item.date), issuer: value(item.issuer) }),
      x_spans: spansOf({ item, name: item.name, issuer: item.issuer }),
    })),
    awards: structure.awards.map((item) => ({
      title: value(item.name)!,
      ...given({ date: iso(item.date), awarder: value(item.issuer) }),
      x_spans: spansOf({ item, title: item.name, awarder: item.issuer }),
    })),
    publications: structure.publications.map((item: NamedItem) => ({
      name: value(item.name)!,
      ...given({ releaseDate: iso(item.date) }),
      x_spans: spansOf({ item, name: item.name }),
    })),
  };
}

type ValueOf = (span: Span | null) => string | undefined;

function workItem(entry: WorkEntry, value: ValueOf): JsonResume["work"][number] {
  const { employer, title, dates, lines } = entry;
  return {
    ...given({ name: value(employer), position: value(title), highlights: texts(lines, value) }),
    ...dated(dates),
    x_spans: spansOf({
      item: entry,
      name: employer,
      position: title,
      dates: dates?.spans,
      highlights: lines,
    }),
  };
}

function educationItem(entry: EducationEntry, value: ValueOf): JsonResume["education"][number] {
  const { institution, degree, area, score, dates } = entry;
  return {
    ...given({
      institution: value(institution),
      area: value(area),
      studyType: value(degree),
      score: value(score),
    }),
    ...dated(dates),
    x_spans: spansOf({ item: entry, institution, area, studyType: degree, score, dates: dates?.spans }),
  };
}

function projectItem(entry: ProjectEntry, value: ValueOf): JsonResume["projects"][number] {
  const { name, dates, lines } = entry;
  return {
    ...given({ name: value(name), highlights: texts(lines, value) }),
    ...dated(dates),
    x_spans: spansOf({ item: entry, name, dates: dates?.spans, highlights: lines }),
  };
}

function languageItem(item: LanguageItem, value: ValueOf): JsonResume["languages"][number] {
  const fluency = joined(item.levels.map((level) => value(level)!));
  return {
    ...given({ language: value(item.name), fluency }),
    x_code: item.code,
    x_spans: spansOf({ item, language: item.name, fluency: item.levels }),
  };
}

/** A row with a label is one skill with its keywords, as the schema has it; any other name is a skill of its own. */
function skillItems(skills: readonly SkillItem[], value: ValueOf): JsonResume["skills"] {
  const items: JsonResume["skills"] = [];
  let group: Span | null = null;
  for (const skill of skills) {
    const last = items.at(-1);
    const same = skill.group !== null && group?.start === skill.group.start;
    if (last && same) {
      last.keywords!.push(value(skill)!);
      last.x_spans.keywords!.push(spanOf(skill));
    } else if (skill.group !== null) {
      const x_spans = spansOf({ name: skill.group, keywords: [skill] });
      items.push({ name: value(skill.group)!, keywords: [value(skill)!], x_spans });
    } else {
      const x_spans = spansOf({ name: skill, level: skill.level });
      items.push({ name: value(skill)!, ...given({ level: value(skill.level) }), x_spans });
    }
    group = skill.group;
  }
  return items;
}

function dated(dates: EntryDates | null): Dated {
  if (dates === null) return {};
  const current = dates.to === "present";
  return {
    ...given({ startDate: iso(dates.from), endDate: dates.to === "present" ? undefined : iso(dates.to) }),
    ...(current ? { x_current: true as const } : {}),
  };
}

/** ISO 8601 as far as the text goes: `2019-04`, or `2019`. */
function iso(date: YearMonth | null): string | undefined {
  if (date === null) return undefined;
  const year = String(date.year).padStart(4, "0");
  return date.month === null ? year : `${year}-${String(date.month).padStart(2, "0")}`;
}

function texts(spans: readonly Span[], value: ValueOf): string[] | undefined {
  return spans.length > 0 ? spans.map((span) => value(span)!) : undefined;
}

const joined = (parts: readonly string[]): string | undefined =>
  parts.length > 0 ? parts.join(", ") : undefined;
const spanOf = ({ start, end }: Span): Span => ({ start, end });

function spansOf(fields: Record<string, Span | readonly Span[] | null | undefined>): FieldSpans {
  const spans: FieldSpans = {};
  for (const [field, value] of Object.entries(fields)) {
    const list = value ? ("start" in value ? [value] : value) : [];
    if (list.length > 0) spans[field] = list.map(spanOf);
  }
  return spans;
}

type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** The fields that have a value. */
function given<T extends Record<string, unknown>>(fields: T): Given<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Given<T>;
}
