/** Kinds of personal data that are taken out of a text before anything else sees it. */
export const ENTITY_TYPES = [
  "NAME",
  "PERSON", // somebody else: a referee, a manager, a co-author
  "EMAIL",
  "PHONE",
  "NATIONAL_ID",
  "PASSPORT",
  "DRIVING_LICENCE",
  "TAX_ID",
  "SOCIAL_ID",
  "BANK_CARD",
  "IBAN",
  "BIRTH_DATE",
  "AGE",
  "GENDER",
  "MARITAL_STATUS",
  "NATIONALITY",
  "ETHNICITY",
  "POLITICAL_STATUS",
  "NATIVE_PLACE",
  "RELIGION",
  "MILITARY_STATUS",
  "ADDRESS",
  "LINK", // personal pages and profiles
  "HANDLE", // messenger and social handles
  "PHOTO", // captions of portraits
] as const;
export type EntityType = (typeof ENTITY_TYPES)[number];

export interface Entity {
  type: EntityType;
  /** UTF-16 offsets into the text that was given. */
  start: number;
  end: number;
  /** What stands in the redacted text: `[NAME]`, `[PHONE_1]`; equal values share a placeholder. */
  placeholder: string;
}

/** What is known of the applicant from elsewhere; every mention of these is taken out too. */
export interface SubjectHints {
  name?: string;
  email?: string;
  phone?: string;
  fileName?: string;
}

export interface Redaction {
  text: string;
  entities: Entity[];
}

export type RedactionResult =
  | { ok: true; redaction: Redaction }
  /** The last sweep still saw something that looks personal: nothing may be sent on. Offsets are into `redaction.text`. */
  | { ok: false; redaction: Redaction; residues: { type: EntityType; start: number; end: number }[] };
