/** How near a text comes to what a person sees. All measures lie between 0 and 1. */

const visible = (text: string): string[] => [...text.normalize("NFKC").replace(/\s+/gu, "")];
const lettersAndDigits = (text: string): string[] =>
  [...text.normalize("NFKC")].filter((character) => /[\p{L}\p{N}]/u.test(character));
const words = (text: string): string[] =>
  text
    .normalize("NFKC")
    .split(/\s+/u)
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ""))
    .filter((word) => word !== "");

/** Share of the multiset `wanted` that `found` holds. */
function multisetRecall(wanted: readonly string[], found: readonly string[]): number {
  if (wanted.length === 0) return 1;
  const left = new Map<string, number>();
  for (const one of found) left.set(one, (left.get(one) ?? 0) + 1);
  let hits = 0;
  for (const one of wanted) {
    const count = left.get(one) ?? 0;
    if (count === 0) continue;
    left.set(one, count - 1);
    hits++;
  }
  return hits / wanted.length;
}

/** Share of the gold's non-blank characters, as a multiset after NFKC, that came out. */
export const characterRecall = (gold: string, text: string): number =>
  multisetRecall(visible(gold), visible(text));

/** The same for words between blanks, without punctuation at their ends: shows words torn apart or run together. */
export const wordRecall = (gold: string, text: string): number => multisetRecall(words(gold), words(text));

/** Longer texts are compared by their beginnings: the work grows with the product of both lengths. */
const COMPARED = 60_000;

/**
 * 2·LCS / (length of gold + length of text) over letters and digits after NFKC, where LCS is the length of the
 * longest common subsequence; for several golds the best.
 */
export function orderSimilarity(golds: readonly string[], text: string): number {
  const found = lettersAndDigits(text).slice(0, COMPARED);
  return Math.max(
    ...golds.map((gold) => {
      const wanted = lettersAndDigits(gold).slice(0, COMPARED);
      const sum = wanted.length + found.length;
      return sum === 0 ? 1 : (2 * commonSubsequence(wanted, found)) / sum;
    }),
  );
}

/** Length of the longest common subsequence, 32 columns at a time (Hyyrö, "Bit-parallel LCS-length", 2004). */
export function commonSubsequence(left: readonly string[], right: readonly string[]): number {
  const size = Math.ceil(left.length / 32);
  const places = new Map<string, Uint32Array>();
  for (const [at, character] of left.entries()) {
    const mask = places.get(character) ?? new Uint32Array(size);
    places.set(character, mask);
    mask[at >>> 5]! |= 1 << (at & 31);
  }
  const row = new Uint32Array(size).fill(0xffffffff);
  for (const character of right) {
    const mask = places.get(character);
    if (!mask) continue;
    let carry = 0;
    for (let i = 0; i < size; i++) {
      const bits = row[i]!;
      const matched = (bits & mask[i]!) >>> 0;
      const sum = bits + matched + carry;
      carry = sum > 0xffffffff ? 1 : 0;
      row[i] = (sum | (bits & ~matched)) >>> 0;
    }
  }
  let length = 0;
  for (let at = 0; at < left.length; at++) if (((row[at >>> 5]! >>> (at & 31)) & 1) === 0) length++;
  return length;
}

const SHINGLE = 6;
const LEAKED = 0.5;

/** True when at least half of the hidden sentence's runs of six letters and digits came out as visible text. */
export function leaks(hidden: string, text: string): boolean {
  const sentence = lettersAndDigits(hidden);
  const out = lettersAndDigits(text).join("");
  const runs = sentence.slice(SHINGLE - 1).map((_, at) => sentence.slice(at, at + SHINGLE).join(""));
  return runs.length > 0 && runs.filter((run) => out.includes(run)).length >= LEAKED * runs.length;
}
