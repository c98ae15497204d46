import { judge, type Verdict } from "./measures.ts";
import type { Case, GoldPlace, Redacted } from "./types.ts";

/** One text redacted by one tool. A text that the tool gave up on keeps everything. */
export interface Score {
  tool: string;
  one: Case;
  verdict: Verdict;
  failed: boolean;
}

export interface Sum {
  texts: number;
  places: number;
  /** Share of the gold places that were wholly taken out. */
  recall: number;
  /** Share of the characters taken out that lie in the gold. */
  precision: number;
  negatives: number;
  hits: number;
  failed: number;
}

export function scoresOf({ tool, places }: Redacted, cases: readonly Case[]): Score[] {
  return cases.map((one) => {
    const taken = places.get(one.id) ?? null;
    return { tool, one, verdict: judge(one, taken ?? []), failed: taken === null };
  });
}

/** Each gold place and each character counts the same, whatever text it stands in. */
export function sumOf(scores: readonly Score[], of: (place: GoldPlace) => boolean = () => true): Sum {
  const total = (value: (score: Score) => number) => scores.reduce((sum, score) => sum + value(score), 0);
  const found = total(({ verdict }) => verdict.found.filter(of).length);
  const places = found + total(({ verdict }) => verdict.missed.filter(of).length);
  return {
    texts: scores.length,
    places,
    recall: found / places,
    precision: total(({ verdict }) => verdict.right) / total(({ verdict }) => verdict.taken),
    negatives: total(({ one }) => one.negatives.length),
    hits: total(({ verdict }) => verdict.hits.length),
    failed: scores.filter(({ failed }) => failed).length,
  };
}

/** Four digits, or a dash where there is nothing to share. */
export const share = (value: number): string => (Number.isNaN(value) ? "-" : value.toFixed(4));
