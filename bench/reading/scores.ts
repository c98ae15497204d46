import { characterRecall, leaks, orderSimilarity, wordRecall } from "./measures.ts";
import type { Case, Reading } from "./types.ts";

/** One file read by one tool. A file that the tool gave up on scores nought. */
export interface Score {
  tool: string;
  one: Case;
  recall: number;
  order: number;
  words: number;
  leaked: boolean;
  failed: boolean;
}

export interface Mean {
  files: number;
  recall: number;
  order: number;
  words: number;
  hiddenLeaks: number;
  failed: number;
}

export function scoresOf({ tool, texts }: Reading, cases: readonly Case[]): Score[] {
  return cases
    .filter(({ id }) => texts.has(id))
    .map((one) => {
      const text = texts.get(one.id) ?? null;
      const read = text ?? "";
      return {
        tool,
        one,
        recall: characterRecall(one.golds[0], read),
        order: orderSimilarity(one.golds, read),
        words: wordRecall(one.golds[0], read),
        leaked: one.hidden !== null && leaks(one.hidden, read),
        failed: text === null,
      };
    });
}

/** Means over files, each counting the same; leaks and failures are counts. */
export function meanOf(scores: readonly Score[]): Mean {
  const mean = (value: (score: Score) => number) =>
    scores.length === 0 ? Number.NaN : scores.reduce((sum, score) => sum + value(score), 0) / scores.length;
  return {
    files: scores.length,
    recall: mean(({ recall }) => recall),
    order: mean(({ order }) => order),
    words: mean(({ words }) => words),
    hiddenLeaks: scores.filter(({ leaked }) => leaked).length,
    failed: scores.filter(({ failed }) => failed).length,
  };
}
