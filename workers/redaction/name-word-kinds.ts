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

/** Of each its length and four of its letters, as a set of hashes: most names share them with no word. */
const SIEVE_BITS = 14;
/** A prime above the number of letters, so that pairs of letters do not share places. */
const SPREAD = 31;
/** Knuth's multiplicative hash: 2^32 over the golden ratio. */
const GOLDEN = 0x9e3779b1;
function sieveKey(word: string, length: number): number {
  let key = Math.imul(length, SPREAD) + word.charCodeAt(0);
  key = Math.imul(key, SPREAD) + word.charCodeAt(1);
  key = Math.imul(key, SPREAD) + word.charCodeAt(length >> 1);
  key = Math.imul(key, SPREAD) + word.charCodeAt(length - 1);
  return Math.imul(key, GOLDEN) >>> (32 - SIEVE_BITS);
}
const SIEVE: Uint8Array = (() => {
  const sieve = new Uint8Array(1 << SIEVE_BITS);
  for (const word of KINDS.keys()) sieve[sieveKey(word, word.length)] = 1;
  return sieve;
})();

/** The kinds of a folded word. */
export const kindsOf = (word: string): number =>
  SIEVE[sieveKey(word, word.length)] === 0 ? 0 : (KINDS.get(word) ?? 0);
