import type { Criterion, Finding, Level, Line, Rubric } from "../../workers/evaluation/types.ts";

/** A criterion that asks for nothing in particular; a test names what it is about. */
export function criterion(id: string, wanted: Partial<Criterion> = {}): Criterion {
  return {
    id,
    kind: "skill",
    label: id,
    description: null,
    terms: [id],
    min_years: null,
    min_degree: null,
    min_language_level: null,
    weight: 1,
    must_have: false,
    ...wanted,
  };
}

export function rubric(...criteria: Criterion[]): Rubric {
  return { version: 1, threshold: 7, criteria };
}

export function finding(id: string, level: Level, lines: number[] = level > 0 ? [1] : []): Finding {
  return {
    criterion_id: id,
    level,
    claimed_level: level,
    reason: null,
    evidence: lines.map((line) => ({
      quote: `line ${line}`,
      line,
      start: line,
      end: line + 1,
      verified: true,
      support: null,
    })),
    flags: [],
  };
}

/** Lines 1 to n, each with its own text. */
export function someLines(count: number): Line[] {
  return Array.from({ length: count }, (_, index) => ({
    number: index + 1,
    text: `text ${index + 1}`,
    start: index * 10,
    end: index * 10 + 6,
  }));
}
