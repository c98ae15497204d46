/** The words of an evaluation: rubric, criteria, lines, findings. Pure data. */

/** 0 none, 1 weak, 2 partial, 3 meets, 4 exceeds. */
export const LEVELS = [0, 1, 2, 3, 4] as const;
export type Level = (typeof LEVELS)[number];

export const CRITERION_KINDS = [
  "skill",
  "experience",
  "education",
  "language",
  "certificate",
  "other",
] as const;
export type CriterionKind = (typeof CRITERION_KINDS)[number];

export interface Criterion {
  /** Slug, unique in its rubric: `spring-boot`. */
  id: string;
  kind: CriterionKind;
  /** What a reader sees: "Spring Boot in production". */
  label: string;
  /** What "meets" means, in the job's language; null where the label says it all. */
  description: string | null;
  /** Terms and aliases in any language that name it: ["Spring Boot", "SpringBoot"]. */
  terms: string[];
  /** Years asked for, for `experience` and for skills with a span. */
  min_years: number | null;
  /** Level asked for: a degree (`bachelor`, `master`, `doctorate`) or a language level (`A1`…`C2`, `native`). */
  min_degree: "secondary" | "associate" | "bachelor" | "master" | "doctorate" | null;
  min_language_level: "A1" | "A2" | "B1" | "B2" | "C1" | "C2" | "native" | null;
  /** Greater than 0. */
  weight: number;
  must_have: boolean;
}

export interface Rubric {
  version: number;
  /** Score from which an interview is recommended, 1.0 to 10.0. */
  threshold: number;
  criteria: Criterion[];
}

/** A rubric version as it is kept. */
export interface StoredRubric extends Rubric {
  id: string;
  /** Milliseconds since 1970. */
  created_at: number;
}

/** A numbered line of the redacted, visible text. */
export interface Line {
  /** 1-based. */
  number: number;
  text: string;
  /** UTF-16 offsets into the redacted text. */
  start: number;
  end: number;
}

/** What a judge (model or rules) answers for one criterion, before anything is checked. */
export interface Judgement {
  criterion_id: string;
  level: Level;
  /** Line numbers, at most three. */
  lines: number[];
  reason: string | null;
}

export const FINDING_FLAGS = [
  "line_not_found", // a line number that does not exist was dropped
  "level_without_lines", // fell to 0
  "unsupported_lines", // the support check took lines away
  "keywords_only", // rules: a list of keywords, no use in a job
  "negated", // rules: the only mention denies it
] as const;
export type FindingFlag = (typeof FINDING_FLAGS)[number];

export interface Evidence {
  quote: string;
  line: number;
  start: number;
  end: number;
  /** The line carries the criterion, by the support check or by rule. */
  verified: boolean;
  /** Probability from the support check, 0 to 1; null for rules. */
  support: number | null;
}

export interface Finding {
  criterion_id: string;
  /** After verification. */
  level: Level;
  /** As the judge claimed it. */
  claimed_level: Level;
  reason: string | null;
  evidence: Evidence[];
  flags: FindingFlag[];
}

export interface Usage {
  prompt_tokens: number;
  cached_tokens: number;
  completion_tokens: number;
}
