import type { FindingFlag, Level } from "../types.ts";

/** What the rules say of one criterion. */
export interface Verdict {
  level: Level;
  /** Line numbers, the best first, at most three. */
  lines: number[];
  flags: FindingFlag[];
}

export const NOTHING_FOUND: Verdict = { level: 0, lines: [], flags: [] };

/** The first three of `lines`, each once. */
export function cite(...lines: readonly number[]): number[] {
  return [...new Set(lines)].slice(0, 3);
}

/** The lesser of two levels. */
export const atMost = (level: Level, limit: Level): Level => Math.min(level, limit) as Level;

/** The greater of two levels. */
export const atLeast = (level: Level, limit: Level): Level => Math.max(level, limit) as Level;
