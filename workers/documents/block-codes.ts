import { type BitReader, BrokenDeflate } from "./bit-reader.ts";
import { PrefixCode } from "./huffman.ts";

/** The order in which the lengths of the code for lengths are written (RFC 1951, 3.2.7). */
const LENGTH_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
export const END_OF_BLOCK = 256;

/** Symbols that a block may have; of the fixed codes' 288 and 32 the last two have no meaning (RFC 1951, 3.2.6). */
const LITERALS = 286;
const DISTANCES = 30;
const FIXED_LITERALS = 288;
const LENGTH_SYMBOLS = 19;

/** The two codes of a block: for bytes, lengths and its end, and for distances. */
export class BlockCodes {
  readonly literals = new PrefixCode(FIXED_LITERALS);
  readonly distances = new PrefixCode(DISTANCES);
  private readonly lengthCode = new PrefixCode(LENGTH_SYMBOLS);
  private readonly lengthLengths = new Uint8Array(LENGTH_SYMBOLS);
  private readonly lengths = new Uint8Array(LITERALS + DISTANCES);

  /** The codes that a block need not write down (RFC 1951, 3.2.6). */
  static fixed(): BlockCodes {
    const codes = new BlockCodes();
    const literals = new Uint8Array(FIXED_LITERALS)
      .fill(8, 0, 144)
      .fill(9, 144, 256)
      .fill(7, 256, 280)
      .fill(8, 280);
    codes.literals.assign(literals, 0, FIXED_LITERALS);
    codes.distances.assign(new Uint8Array(DISTANCES).fill(5), 0, DISTANCES);
    return codes;
  }

  /** Reads the codes of a block (RFC 1951, 3.2.7), as strictly as zlib does: what it refuses no writer makes. */
  read(bits: BitReader): void {
    const literals = bits.bits(5) + 257;
    const distances = bits.bits(5) + 1;
    const written = bits.bits(4) + 4;
    if (literals > LITERALS || distances > DISTANCES) throw new BrokenDeflate("too many symbols");
    const { lengthLengths } = this;
    lengthLengths.fill(0);
    for (let at = 0; at < written; at++) lengthLengths[LENGTH_ORDER[at]!] = bits.bits(3);
    if (this.lengthCode.assign(lengthLengths, 0, LENGTH_SYMBOLS) !== 0)
      throw new BrokenDeflate("impossible code lengths");
    this.readLengths(bits, literals + distances);
    this.assign(this.literals, 0, literals);
    this.assign(this.distances, literals, literals + distances);
  }

  private readLengths(bits: BitReader, count: number): void {
    const { lengths } = this;
    for (let at = 0; at < count; ) {
      const symbol = bits.symbol(this.lengthCode);
      if (symbol < 16) lengths[at++] = symbol;
      else {
        if (symbol === 16 && at === 0) throw new BrokenDeflate("nothing to repeat");
        const value = symbol === 16 ? lengths[at - 1]! : 0;
        const times = symbol === 16 ? 3 + bits.bits(2) : symbol === 17 ? 3 + bits.bits(3) : 11 + bits.bits(7);
        if (at + times > count) throw new BrokenDeflate("more lengths than symbols");
        lengths.fill(value, at, at + times);
        at += times;
      }
    }
  }

  private assign(code: PrefixCode, from: number, to: number): void {
    const left = code.assign(this.lengths, from, to);
    if (left < 0 || (left > 0 && !code.isSingle())) throw new BrokenDeflate("impossible code lengths");
  }
}
