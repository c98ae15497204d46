/** Groups of personal data that the bars are set for. */
import type { EntityType } from "../../workers/redaction/types.ts";
import type { GoldPlace } from "./types.ts";

export const CLASSES = [
  "checksum ids",
  "other ids",
  "e-mails, links",
  "phones",
  "handles",
  "labelled fields",
  "bare traits",
  "applicant's name",
  "addresses",
  "third parties",
  "other",
] as const;
export type GoldClass = (typeof CLASSES)[number];

const CLASS_OF: Record<EntityType, GoldClass> = {
  NAME: "applicant's name",
  PERSON: "third parties",
  EMAIL: "e-mails, links",
  LINK: "e-mails, links",
  HANDLE: "handles",
  PHONE: "phones",
  NATIONAL_ID: "checksum ids",
  TAX_ID: "checksum ids",
  SOCIAL_ID: "checksum ids",
  BANK_CARD: "checksum ids",
  IBAN: "checksum ids",
  PASSPORT: "other ids",
  DRIVING_LICENCE: "other ids",
  ADDRESS: "addresses",
  BIRTH_DATE: "labelled fields",
  AGE: "labelled fields",
  GENDER: "labelled fields",
  MARITAL_STATUS: "labelled fields",
  NATIONALITY: "labelled fields",
  ETHNICITY: "labelled fields",
  POLITICAL_STATUS: "labelled fields",
  NATIVE_PLACE: "labelled fields",
  RELIGION: "labelled fields",
  MILITARY_STATUS: "labelled fields",
  PHOTO: "labelled fields",
};
/** Numbers whose digits are hidden in part, or that carry no check digit. */
const UNCHECKED: readonly string[] = ["masked", "unchecked"];

/** Other names that gold comes with. */
const ALIASES: Record<string, EntityType> = {
  DOB: "BIRTH_DATE",
  MARITAL: "MARITAL_STATUS",
  POLITICAL: "POLITICAL_STATUS",
  MILITARY: "MILITARY_STATUS",
  NATIVE: "NATIVE_PLACE",
  BIRTHPLACE: "NATIVE_PLACE",
  URL: "LINK",
  IM: "HANDLE",
  BANK: "BANK_CARD",
  CN_ID: "NATIONAL_ID",
  JP_MYNUMBER: "NATIONAL_ID",
  KR_RRN: "NATIONAL_ID",
  ES_NIF: "NATIONAL_ID",
  US_SSN: "SOCIAL_ID",
  FR_NIR: "SOCIAL_ID",
  DE_TAX_ID: "TAX_ID",
};

export function classOf({ type, variant }: GoldPlace): GoldClass {
  const known = ALIASES[type] ?? type;
  const named = CLASS_OF[known as EntityType] ?? "other";
  if (named === "checksum ids" && UNCHECKED.includes(variant ?? "")) return "other ids";
  if (named === "labelled fields" && variant === "bare") return "bare traits";
  return named;
}
