import { isCjk, isWordUnit } from "./characters.ts";

/**
 * The first words of the phrases of several lexicons, in one hash table: one look at a word of a text tells which of
 * the lexicons may have a phrase that begins there. Where it says no, none has; a yes is looked up in the lexicon.
 *
 * A phrase found in a text begins with the same whole word as the text does, since no phrase ends within a word. Where it
 * begins with a mark or a CJK character, that character and the one behind it are looked up; a blank behind a CJK
 * character may be one that is read over, so it counts as any.
 */
export interface Vocabulary {
  /**
   * A bit for each hash of a key that is there. It fits the first cache, and most words of a text are told by it to
   * open nothing; to look all of them up in the table would fetch as many lines of memory.
   */
  sieve: Uint8Array;
  /** Pairs of a key, which is a hash of a word's units, and the bits of the lexicons with a phrase that begins so. */
  table: Int32Array;
}

const BLANK = 32;
/** A prime above the number of letters, so that pairs of letters do not share keys. */
const SPREAD = 31;
/** Knuth's multiplicative hash: 2^32 over the golden ratio. */
const GOLDEN = 0x9e3779b1;

/** The key of a word that has so far been read as `key`, with one unit more. */
export const extendKey = (key: number, unit: number): number => (Math.imul(key, SPREAD) + unit) | 0;

/** A key of 0 marks an empty place. */
const stored = (key: number): number => (key === 0 ? 1 : key);

/** Where a key lies in the table or would lie. */
function placeOf(table: Int32Array, key: number): number {
  const mask = table.length - 2;
  let at = (Math.imul(key, GOLDEN) >>> 12) & mask & ~1;
  while (table[at] !== 0 && table[at] !== key) at = (at + 2) & mask;
  return at;
}

/** 65,536 bits: of the words of a text that open nothing one in sixteen is looked up in vain. */
const SIEVE_BYTES = 0x2000;
const sieveOf = (key: number): number => Math.imul(key, GOLDEN) >>> 16;

/** False where a key is surely not there. */
function mayHold({ sieve }: Vocabulary, key: number): boolean {
  const bit = sieveOf(key);
  return (sieve[bit >>> 3]! & (1 << (bit & 7))) !== 0;
}

/** The bits of the lexicons that have a phrase that begins with the word of this key. */
export function opensWithWord(vocabulary: Vocabulary, wordKey: number): number {
  const key = stored(wordKey);
  return mayHold(vocabulary, key) ? vocabulary.table[placeOf(vocabulary.table, key) + 1]! : 0;
}

/**
 * The same of a mark or a CJK character and what stands behind it. What a phrase begins with is there alone too, which
 * tells most marks to open nothing.
 */
export function opensWithMark(vocabulary: Vocabulary, unit: number, next: number): number {
  if (!mayHold(vocabulary, unit)) return 0;
  if (next === BLANK && isCjk(unit)) return opensWithWord(vocabulary, unit);
  return opensWithWord(vocabulary, extendKey(unit, 0)) | opensWithWord(vocabulary, extendKey(unit, next));
}

function keysOf(phrase: string): number[] {
  const first = phrase.charCodeAt(0);
  if (!isWordUnit(first)) return [first, extendKey(first, phrase.length > 1 ? phrase.charCodeAt(1) : 0)];
  let key = 0;
  for (let i = 0; i < phrase.length && isWordUnit(phrase.charCodeAt(i)); i++)
    key = extendKey(key, phrase.charCodeAt(i));
  return [key];
}

/** @param lists phrases as they are looked for, folded; those of the list at `i` have the bit `1 << i` */
export function buildVocabulary(lists: readonly (readonly string[])[]): Vocabulary {
  const bits = new Map<number, number>();
  for (const [i, phrases] of lists.entries())
    for (const phrase of phrases)
      for (const key of keysOf(phrase).map(stored)) bits.set(key, (bits.get(key) ?? 0) | (1 << i));
  const sieve = new Uint8Array(SIEVE_BYTES);
  const table = new Int32Array(2 * 2 ** Math.ceil(Math.log2(bits.size * 1.5 + 1)));
  for (const [key, of] of bits) {
    const at = placeOf(table, key);
    table[at] = key;
    table[at + 1] = of;
    const bit = sieveOf(key);
    sieve[bit >>> 3]! |= 1 << (bit & 7);
  }
  return { sieve, table };
}

/** Has no words. */
export const NO_WORDS = buildVocabulary([]);
