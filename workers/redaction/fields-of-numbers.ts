import type { Field } from "./lexicons/fields.ts";

/** Fields whose value is a number or code that names a person. */
export type NumberField =
  | "NATIONAL_ID"
  | "PASSPORT"
  | "DRIVING_LICENCE"
  | "TAX_ID"
  | "SOCIAL_ID"
  | "BANK_CARD"
  | "IBAN";

const NUMBER_FIELDS: ReadonlySet<Field> = new Set([
  "NATIONAL_ID",
  "PASSPORT",
  "DRIVING_LICENCE",
  "TAX_ID",
  "SOCIAL_ID",
  "BANK_CARD",
  "IBAN",
]);

export function isPersonalNumberLabel(field: Field): field is NumberField {
  return NUMBER_FIELDS.has(field);
}
