import type { SubjectHints } from "../../workers/redaction/types.ts";

/** A stretch of a text, in UTF-16 code units. */
export interface Place {
  start: number;
  end: number;
}

/** Personal data that has to go. */
export interface GoldPlace extends Place {
  /** Candor's entity type, or the gold's own where it has another. */
  type: string;
  /** How it is written or where it stands, where that matters: `masked`, `bare`, `surname`. */
  variant: string | null;
}

/** Something that looks like personal data and is none. */
export interface Negative extends Place {
  kind: string;
}

/** One text to redact, with what is personal in it. */
export interface Case {
  id: string;
  half: string;
  locale: string;
  /** How the personal block is arranged. */
  arrangement: string;
  text: string;
  gold: readonly GoldPlace[];
  /** Neither personal data nor wrong to take: titles before a name, the word for "years old". */
  allowed: readonly Place[];
  negatives: readonly Negative[];
  /** What the application form knows. */
  hints: SubjectHints;
}

/** What one tool took out of some texts. */
export interface Redacted {
  tool: string;
  version: string;
  /** By id of the case; null where the tool gave up. */
  places: Map<string, Place[] | null>;
  /** Millions of UTF-8 bytes a second of CPU time (user and system). */
  mbPerS: number;
}

export interface Redactor {
  tool: string;
  /** More than one answer where a tool has settings worth comparing. */
  redact(cases: readonly Case[]): Promise<Redacted[]>;
}
