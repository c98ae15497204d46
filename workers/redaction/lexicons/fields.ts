import type { EntityType } from "../types.ts";

/**
 * What a label announces. Besides the entity types there are labels for parts of a name, labels that end the
 * value before them, labels of numbers that are not personal, and headings.
 */
export type Field =
  | Exclude<EntityType, "LINK">
  | "LINK"
  | "BIRTH_PLACE"
  /** Text that only means a birth date where a date follows: `born on`, `生于`. */
  | "BORN"
  /** Somebody's number that is not the person's identity: ISBN, patent, company register. */
  | "IMPERSONAL_NUMBER"
  /** Any other label of a form: it ends the value before it and has none of its own. */
  | "OTHER"
  /** The heading of a section: what stands above the first one is the personal block. */
  | "SECTION"
  | "REFERENCES";

/** Labels of one language, alternatives parted by `|`. */
export type LabelTable = Partial<Record<Field, string>>;
