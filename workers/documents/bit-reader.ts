import { LONGEST_BITS, type PrefixCode, SHORT_BITS } from "./huffman.ts";

/** The data is not deflate, or ends too soon. */
export class BrokenDeflate extends Error {}

/** Bits of deflate data, the lowest of each byte first (RFC 1951, 3.1.1). */
export class BitReader {
  private readonly bytes: Uint8Array;
  private at = 0;
  /** Bits that are read and not used yet, the next one lowest. */
  private held = 0;
  private count = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  /** A code may end before the bits that are looked at: beyond the data there are zeros, which nobody may use up. */
  private fill(wanted: number): void {
    while (this.count < wanted) {
      this.held |= (this.bytes[this.at] ?? 0) << this.count;
      this.at++;
      this.count += 8;
    }
  }

  private drop(bits: number): void {
    this.held >>>= bits;
    this.count -= bits;
    if (this.at - (this.count >> 3) > this.bytes.length) throw new BrokenDeflate("the data ends too soon");
  }

  bits(wanted: number): number {
    if (wanted === 0) return 0;
    this.fill(wanted);
    const value = this.held & ((1 << wanted) - 1);
    this.drop(wanted);
    return value;
  }

  symbol({ short, counts, symbols }: PrefixCode): number {
    this.fill(LONGEST_BITS);
    const entry = short[this.held & ((1 << SHORT_BITS) - 1)]!;
    if (entry !== 0) {
      this.drop(entry & 15);
      return entry >> 4;
    }
    let code = 0;
    let first = 0;
    let index = 0;
    for (let bits = 1; bits <= LONGEST_BITS; bits++) {
      code |= (this.held >> (bits - 1)) & 1;
      const many = counts[bits]!;
      if (code - many < first) {
        this.drop(bits);
        return symbols[index + code - first]!;
      }
      index += many;
      first = (first + many) << 1;
      code <<= 1;
    }
    throw new BrokenDeflate("no such code");
  }

  /** Skips to the next byte. */
  align(): void {
    this.drop(this.count & 7);
  }

  /** Whole bytes from where {@link align} and whole bytes of bits have led. @throws BrokenDeflate */
  take(length: number): Uint8Array {
    // What was looked at ahead of time goes back.
    this.at -= this.count >> 3;
    this.held = 0;
    this.count = 0;
    if (length > this.bytes.length - this.at) throw new BrokenDeflate("the data ends too soon");
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }
}
