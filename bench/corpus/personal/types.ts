/** What a redactor has to meet beyond what a page shows: more labels and forms, other people, and look-alikes. */
import type { FieldKind, NamePart, Some } from "../vocabulary/types.ts";

/**
 * Templates as in {@link Vocabulary}, and more keys: `{self}`, `{surname}` and `{forename}` are the applicant, and each
 * kind of field (`{gender}`, `{birth}` …) is its value without a label. `⟦NOT:kind|…⟧` looks personal and is not.
 */
export interface PersonalVocabulary {
  families: readonly NamePart[];
  women: readonly NamePart[];
  men: readonly NamePart[];
  labels: Partial<Record<FieldKind, Some<string>>>;
  values: Partial<Record<FieldKind, Some<string>>>;
  birthForms: readonly string[];
  ageForms: readonly string[];
  /** Personal lines without labels. */
  unlabelled: Some<string>;
  /** Sentences by which applicants introduce themselves. */
  prose: Some<string>;
  /** The applicant by name in running text. */
  mentions: Some<string>;
  /** Managers, colleagues, co-authors. */
  people: Some<string>;
  /** Blocks of a referee, one or more lines. */
  refereeBlocks: Some<string>;
  /** Lines at the foot of a page, names of files, captions of portraits. */
  footers: Some<string>;
  /** Sentences without personal data that hold what looks like it. */
  lookalikes: Some<string>;
}
