/** What a language's résumés are made of. All people, employers and schools are invented. */
import type { EntityType } from "../../../workers/redaction/types.ts";

/** Personal fields, in the order in which forms tend to ask for them. */
export const FIELD_TYPES = {
  name: "NAME",
  reading: "NAME", // kana, hangul or Latin letters of the same name
  gender: "GENDER",
  birth: "BIRTH_DATE",
  age: "AGE",
  nationality: "NATIONALITY",
  ethnicity: "ETHNICITY",
  nativePlace: "NATIVE_PLACE",
  political: "POLITICAL_STATUS",
  marital: "MARITAL_STATUS",
  military: "MILITARY_STATUS",
  religion: "RELIGION",
  nationalId: "NATIONAL_ID",
  socialId: "SOCIAL_ID",
  taxId: "TAX_ID",
  passport: "PASSPORT",
  licence: "DRIVING_LICENCE",
  bankCard: "BANK_CARD",
  iban: "IBAN",
  phone: "PHONE",
  email: "EMAIL",
  handle: "HANDLE",
  link: "LINK",
  address: "ADDRESS",
} as const satisfies Record<string, EntityType>;
export type FieldKind = keyof typeof FIELD_TYPES;
export const FIELD_KINDS = Object.keys(FIELD_TYPES) as FieldKind[];

export type Some<T> = readonly [T, ...T[]];

/** Native writing, Latin letters, and the reading where forms ask for one. */
export type NamePart = readonly [native: string, latin: string, reading?: string];

export const SECTION_KINDS = [
  "summary",
  "experience",
  "projects",
  "education",
  "skills",
  "certificates",
  "languages",
  "interests",
  "referees",
] as const;
export type SectionKind = (typeof SECTION_KINDS)[number];

/**
 * In templates `{key}` is drawn from the list of that name, `#` is a digit, `{n}` is 2 to 60, `{y}` a year of the
 * last twenty, and `{city}` the person's own city in addresses.
 */
export interface Vocabulary {
  locale: string;
  /** Words are parted by blanks. */
  spaced: boolean;
  fonts: Some<string>;
  colon: Some<string>;
  families: Some<NamePart>;
  women: Some<NamePart>;
  men: Some<NamePart>;
  /** `{family}` and `{given}`. */
  nameForms: Some<string>;
  labels: Partial<Record<FieldKind, Some<string>>>;
  /** Values of the closed fields, as templates; `gender` has women's forms first, then as many for men. */
  values: Partial<Record<FieldKind, Some<string>>>;
  /** `{Y}`, `{M}`, `{MM}`, `{D}`, `{DD}`, `{month}`, `{era}`: era year of Japan or Taiwan. */
  birthForms: Some<string>;
  /** `{a}` is the age. */
  ageForms: Some<string>;
  months: readonly string[];
  /** Months of a job or a degree, with `{Y}`, `{MM}`, `{month}`. */
  monthForms: Some<string>;
  until: Some<string>;
  present: Some<string>;
  titles: Record<SectionKind, Some<string>>;
  /** Heading of the whole page, where it is customary. */
  pageTitles: readonly string[];
  /** Lists for the templates. */
  lists: {
    role: Some<string>;
    employer: Some<string>;
    school: Some<string>;
    degree: Some<string>;
    major: Some<string>;
    skill: Some<string>;
    place: Some<string>;
    [list: string]: Some<string>;
  };
  summaries: Some<string>;
  bullets: Some<string>;
  projects: Some<string>;
  certificates: Some<string>;
  languages: Some<string>;
  interests: Some<string>;
  /** With `{person}`, `{role}`, `{employer}`, `{phone}`. */
  referees: Some<string>;
}
