import {
  GENDERED_TITLES,
  NAME_PARTICLES,
  NAME_SUFFIXES,
  NEUTRAL_TITLES,
  NOT_NAME_WORDS,
} from "./lexicons/name-words.ts";

/** What a word is known as: bits, so that one look-up answers what is asked of each word of a name. */
export const KIND = { title: 1, particle: 2, suffix: 4, notName: 8, conjunction: 16 } as const;

/** Conjunctions that stand inside family names too: `Ortega y Gasset`. */
const CONJUNCTIONS = ["und", "y", "e", "i", "et", "and"];

const KINDS: ReadonlyMap<string, number> = (() => {
  const kinds = new Map<string, number>();
  const mark = (words: Iterable<string>, kind: number): void => {
    for (const word of words) kinds.set(word, (kinds.get(word) ?? 0) | kind);
  };
  mark(NEUTRAL_TITLES, KIND.title);
  mark(GENDERED_TITLES, KIND.title);
  mark(NAME_PARTICLES, KIND.particle);
  mark(NAME_SUFFIXES, KIND.suffix);
  mark(NOT_NAME_WORDS, KIND.notName);
  mark(CONJUNCTIONS, KIND.conjunction);
  return kinds;
})();

/** The kinds of a folded word. */
export const kindsOf = (word: string): number => KINDS.get(word) ?? 0;
