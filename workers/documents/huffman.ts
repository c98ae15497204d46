/** Short codes are found by one look into a table. One for all 15 bits would cost more to fill than most blocks to read. */
export const SHORT_BITS = 9;
export const LONGEST_BITS = 15;

function reversed(code: number, bits: number): number {
  let result = 0;
  for (let i = 0; i < bits; i++) result |= ((code >> i) & 1) << (bits - 1 - i);
  return result;
}

/**
 * A prefix code of deflate (RFC 1951, 3.2.2), made anew for every block in the memory of the one before: 10 MB of
 * compressed data may hold 900,000 blocks.
 */
export class PrefixCode {
  /** For every value of the next {@link SHORT_BITS} bits: `symbol << 4 | bits of the code`, 0 for a longer code. */
  readonly short = new Uint16Array(1 << SHORT_BITS);
  /** How many codes have each length, and the symbols in the order of their codes. */
  readonly counts = new Uint16Array(LONGEST_BITS + 1);
  readonly symbols: Uint16Array;
  private readonly offsets = new Uint16Array(LONGEST_BITS + 1);
  private readonly next = new Uint16Array(LONGEST_BITS + 1);

  /** @param most symbols that it may have */
  constructor(most: number) {
    this.symbols = new Uint16Array(most);
  }

  /**
   * Makes the canonical code of the lengths between two places; 0 stands for a symbol without a code.
   * @returns bit patterns of the longest length that are left over: 0 for a complete code, below 0 for an impossible one
   */
  assign(lengths: Uint8Array, from: number, to: number): number {
    const { counts, offsets, next, short, symbols } = this;
    counts.fill(0);
    for (let at = from; at < to; at++) counts[lengths[at]!]!++;
    counts[0] = 0;
    let left = 1;
    for (let bits = 1; bits <= LONGEST_BITS; bits++) {
      left = 2 * left - counts[bits]!;
      if (left < 0) return left;
      offsets[bits] = offsets[bits - 1]! + counts[bits - 1]!;
      next[bits] = (next[bits - 1]! + counts[bits - 1]!) << 1;
    }
    short.fill(0);
    for (let at = from; at < to; at++) {
      const bits = lengths[at]!;
      if (bits === 0) continue;
      const symbol = at - from;
      symbols[offsets[bits]!++] = symbol;
      const code = next[bits]!++;
      if (bits > SHORT_BITS) continue;
      for (let i = reversed(code, bits); i < short.length; i += 1 << bits) short[i] = (symbol << 4) | bits;
    }
    return left;
  }

  /** True for no code at all, and for a single one of one bit (RFC 1951, 3.2.7): all that may stay incomplete. */
  isSingle(): boolean {
    let codes = 0;
    for (let bits = 1; bits <= LONGEST_BITS; bits++) codes += this.counts[bits]!;
    return codes === 0 || (codes === 1 && this.counts[1] === 1);
  }
}
