/** The words of a résumé's structure. Every offset is a UTF-16 offset into the text that was read. */

/** A part of the text, `end` exclusive. */
export interface Span {
  start: number;
  end: number;
}

export const SECTION_KINDS = [
  "experience",
  "education",
  "skills",
  "languages",
  "certificates",
  "projects",
  "publications",
  "awards",
  "summary",
  "references",
  "personal",
  "other", // interests, wishes, and headings that no table knows
] as const;
export type SectionKind = (typeof SECTION_KINDS)[number];

/** A heading and what stands under it. Sections stand in the order of the text and never overlap. */
export interface StructureSection extends Span {
  kind: SectionKind;
  heading: Span;
}

/** A month as the text writes it; null where it gives the year alone. Months count from 1. */
export interface YearMonth {
  year: number;
  month: number | null;
}

/** A span of time as the text writes it, the future included. One that runs backwards is none. */
export interface DateSpan extends Span {
  from: YearMonth;
  to: YearMonth | "present";
}

/** The time of an entry; null for an end that the text does not give. */
export interface EntryDates {
  from: YearMonth | null;
  to: YearMonth | "present" | null;
  /** Where it is written: one place, or the two rows of a table. */
  spans: Span[];
}

/** What entries have in common: the lines that name it, its time, and the lines that tell of it. */
export interface Entry extends Span {
  dates: EntryDates | null;
  lines: Span[];
}

/** A time at one employer. Null for what the text does not show plainly. */
export interface WorkEntry extends Entry {
  employer: Span | null;
  title: Span | null;
}

export interface EducationEntry extends Entry {
  institution: Span | null;
  degree: Span | null;
  /** The subject. */
  area: Span | null;
  score: Span | null;
}

export interface ProjectEntry extends Entry {
  name: Span | null;
}

export interface SkillItem extends Span {
  /** The label of the row that lists it (`Databases: PostgreSQL, Redis`). */
  group: Span | null;
  level: Span | null;
}

export interface LanguageItem extends Span {
  /** ISO 639: `en`, `yue`. */
  code: string;
  /** Null where only the result of a test names the language. */
  name: Span | null;
  /** Where the text says how well: a CEFR code, a word or a test result. */
  levels: Span[];
}

/** A certificate, an award or a publication. */
export interface NamedItem extends Span {
  name: Span;
  date: YearMonth | null;
  issuer: Span | null;
}

/** What a résumé is made of, read by rules. The lists stand in the order of the text. */
export interface Structure {
  sections: StructureSection[];
  dates: DateSpan[];
  /** Months in work up to the month of reading, overlaps counted once. */
  workMonths: number;
  work: WorkEntry[];
  education: EducationEntry[];
  projects: ProjectEntry[];
  skills: SkillItem[];
  languages: LanguageItem[];
  certificates: NamedItem[];
  awards: NamedItem[];
  publications: NamedItem[];
  /** What the applicant says of themselves, a span for each paragraph. */
  summary: Span[];
  /** The occupation that stands above the first heading, as in `[NAME]`, `Backend engineer`. */
  label: Span | null;
}
