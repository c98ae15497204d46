/** Prefix codes of deflate (RFC 1951, 3.2.2): short codes by one look into a table, long ones bit by bit. */
export interface PrefixCode {
  /** For every value of the next {@link SHORT_BITS} bits: `symbol << 4 | bits of the code`, 0 for a longer code. */
  readonly short: Uint16Array;
  /** How many codes have each length, and the symbols in the order of their codes. */
  readonly counts: Uint16Array;
  readonly symbols: Uint16Array;
}

/** A table for all 15 bits would have to be filled for every block, and a file may have a million of them. */
export const SHORT_BITS = 9;
export const LONGEST_BITS = 15;

function reversed(code: number, bits: number): number {
  let result = 0;
  for (let i = 0; i < bits; i++) result |= ((code >> i) & 1) << (bits - 1 - i);
  return result;
}

/** Makes the canonical code of the given lengths; null when more codes are wanted than there are. */
export function prefixCode(lengths: Uint8Array): PrefixCode | null {
  const counts = new Uint16Array(LONGEST_BITS + 1);
  for (const length of lengths) counts[length]!++;
  counts[0] = 0;
  const offsets = new Uint16Array(LONGEST_BITS + 2);
  const next = new Uint16Array(LONGEST_BITS + 2);
  let left = 1;
  for (let bits = 1; bits <= LONGEST_BITS; bits++) {
    left = 2 * left - counts[bits]!;
    if (left < 0) return null;
    offsets[bits + 1] = offsets[bits]! + counts[bits]!;
    next[bits + 1] = (next[bits]! + counts[bits]!) << 1;
  }
  const symbols = new Uint16Array(lengths.length);
  const short = new Uint16Array(1 << SHORT_BITS);
  for (const [symbol, bits] of lengths.entries()) {
    if (bits === 0) continue;
    symbols[offsets[bits]!++] = symbol;
    const code = next[bits]!++;
    if (bits > SHORT_BITS) continue;
    for (let at = reversed(code, bits); at < short.length; at += 1 << bits) short[at] = (symbol << 4) | bits;
  }
  return { short, counts, symbols };
}
