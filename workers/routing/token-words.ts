/**
 * How many tokens a word takes: one if the tokenizer knows it whole, else by the letters that meet in it. Ideographs
 * go in pairs that it knows, or alone.
 */

/** Bits of the set of whole words; two are set for each. */
export const WORD_BITS = 2 ** 18;
/** Costs of three letters in a row, by their hash. */
export const MEETINGS = 8_192;
/** A cost is one of 64 steps, the first of which is this. */
export const LEAST_COST = -0.2;
export const COST_STEP = 0.025;

export interface WordTable {
  /** Words and pairs of ideographs that are one token: a Bloom filter of `WORD_BITS` bits. */
  words: Uint8Array;
  /** For each of `MEETINGS`, how many tokens begin between its second and third letter. */
  meetings: Float32Array;
  /** A bit for each ideograph of `HAN` that no single token stands for. */
  rareHan: Uint8Array;
}

/** The ideographs of the basic block. */
export const HAN = { from: 0x4e00, to: 0xa000 } as const;
/** Two tokens, seldom three: an ideograph is three bytes, and their first two are mostly one. */
const RARE_COST = 2;

const PRIME = 0x01000193;
const OFFSET = 0x811c9dc5;
const START = 0x5e;

/** FNV-1a over code points, mixed once more since its lowest bits alone are weak. */
const mixed = (hash: number): number => {
  const spread = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (spread ^ (spread >>> 12)) >>> 0;
};

/** The two bits of a word in lower case, or of a pair of ideographs. */
export function bitsOf(word: string): [number, number] {
  let hash = OFFSET;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), PRIME);
  const first = mixed(hash);
  const second = mixed(Math.imul(hash ^ first, PRIME) + 1);
  return [first % WORD_BITS, second % WORD_BITS];
}

/** Where the cost of two letters that meet is found; `before` is the letter before them. */
export const meetingOf = (before: number, left: number, right: number): number =>
  mixed(Math.imul(Math.imul(Math.imul(OFFSET ^ before, PRIME) ^ left, PRIME) ^ right, PRIME)) % MEETINGS;

/** Every meeting of letters in a word in lower case, the word's start counting as a letter. */
export function forMeetings(word: string, visit: (meeting: number) => void): void {
  let before = START;
  let left = word.charCodeAt(0);
  for (let at = 0; at < word.length; at++) {
    const letter = word.charCodeAt(at);
    if (at > 0) {
      visit(meetingOf(before, left, letter));
      before = left;
      left = letter;
    }
    // A letter beyond ASCII costs something of its own, wherever it stands.
    if (letter > 0x7f) visit(meetingOf(letter, START, START));
  }
}

export const isWhole = ({ words }: WordTable, [first, second]: readonly [number, number]): boolean =>
  ((words[first >> 3]! >> (first & 7)) & 1) === 1 && ((words[second >> 3]! >> (second & 7)) & 1) === 1;

/** Tokens of a word in lower case. */
export function wordCost(word: string, table: WordTable): number {
  if (isWhole(table, bitsOf(word))) return 1;
  let cost = 1;
  forMeetings(word, (meeting) => {
    cost += table.meetings[meeting]!;
  });
  return Math.max(1, cost);
}

/** Tokens of a run of ideographs. */
export function ideographCost(run: string, table: WordTable): number {
  let cost = 0;
  for (let at = 0; at < run.length; at++) {
    if (at + 1 < run.length && isWhole(table, bitsOf(run.slice(at, at + 2)))) {
      cost += 1;
      at++;
    } else cost += isRare(run.charCodeAt(at), table) ? RARE_COST : 1;
  }
  return cost;
}

/** Beyond the basic block, each half of a surrogate pair counts as rare: four bytes, up to four tokens. */
const isRare = (code: number, { rareHan }: WordTable): boolean =>
  code < HAN.from || code >= HAN.to || ((rareHan[(code - HAN.from) >> 3]! >> (code & 7)) & 1) === 1;
