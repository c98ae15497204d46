import { LONGEST_BITS, type PrefixCode, prefixCode, SHORT_BITS } from "./huffman.ts";

/** What a caller does with the bytes as they come out. The chunk is used again: who keeps it makes a copy. */
export type Sink = (chunk: Uint8Array) => void;

/** The data is not deflate, or ends too soon. */
export class BrokenDeflate extends Error {}

/** How far back a copy may reach (RFC 1951, 2). */
const WINDOW = 32_768;
const LONGEST_COPY = 258;
const CHUNK = 65_536;

/** Lengths and distances that the codes begin with, and the bits that follow them (RFC 1951, 3.2.5). */
const LENGTH_BASE = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195,
  227, 258,
];
const LENGTH_BITS = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const DISTANCE_BASE = [
  1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097,
  6145, 8193, 12_289, 16_385, 24_577,
];
const DISTANCE_BITS = [
  0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13,
];
/** The order in which the lengths of the code for lengths are written (RFC 1951, 3.2.7). */
const LENGTH_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
const END_OF_BLOCK = 256;

interface BlockCodes {
  literals: PrefixCode;
  distances: PrefixCode;
}

function fixedCodes(): BlockCodes {
  const literals = new Uint8Array(288).fill(8, 0, 144).fill(9, 144, 256).fill(7, 256, 280).fill(8, 280);
  return { literals: prefixCode(literals)!, distances: prefixCode(new Uint8Array(30).fill(5))! };
}

/**
 * Inflates raw deflate data (RFC 1951) through one buffer of 96 KB, however much comes out: a bomb leaves no garbage.
 * @param sink gets the bytes in order; it may throw to end the work
 * @throws BrokenDeflate
 */
export function inflate(bytes: Uint8Array, sink: Sink): void {
  new Inflater(bytes, sink).run();
}

class Inflater {
  private readonly bytes: Uint8Array;
  private readonly sink: Sink;
  private at = 0;
  /** Bits that are read and not used yet, the next one lowest. */
  private held = 0;
  private count = 0;
  private readonly out = new Uint8Array(WINDOW + CHUNK);
  /** Where the next byte goes, and up to where bytes have been handed over. */
  private end = 0;
  private given = 0;

  constructor(bytes: Uint8Array, sink: Sink) {
    this.bytes = bytes;
    this.sink = sink;
  }

  run(): void {
    let fixed: BlockCodes | null = null;
    for (let last = false; !last; ) {
      last = this.bits(1) === 1;
      const kind = this.bits(2);
      if (kind === 0) this.stored();
      else if (kind === 1) {
        fixed ??= fixedCodes();
        this.block(fixed);
      } else if (kind === 2) this.block(this.blockCodes());
      else throw new BrokenDeflate("unknown kind of block");
    }
    this.flush();
  }

  private fill(wanted: number): void {
    while (this.count < wanted) {
      // A code may end before the bits that are looked at: beyond the data there are zeros, up to a point.
      if (this.at >= this.bytes.length + 4) throw new BrokenDeflate("the data ends too soon");
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

  private bits(wanted: number): number {
    if (wanted === 0) return 0;
    this.fill(wanted);
    const value = this.held & ((1 << wanted) - 1);
    this.drop(wanted);
    return value;
  }

  private symbol({ short, counts, symbols }: PrefixCode): number {
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

  /** Makes room for the longest copy: hands over what there is, and keeps the window. */
  private room(): void {
    if (this.end + LONGEST_COPY <= this.out.length) return;
    this.flush();
    this.out.copyWithin(0, this.end - WINDOW, this.end);
    this.end = WINDOW;
    this.given = WINDOW;
  }

  private flush(): void {
    if (this.end > this.given) this.sink(this.out.subarray(this.given, this.end));
    this.given = this.end;
  }

  private stored(): void {
    this.drop(this.count & 7);
    const length = this.bits(16);
    if ((length ^ this.bits(16)) !== 0xffff)
      throw new BrokenDeflate("the length of a block contradicts itself");
    for (let left = length; left > 0; left--) {
      this.room();
      this.out[this.end++] = this.bits(8);
    }
  }

  private blockCodes(): BlockCodes {
    const literals = this.bits(5) + 257;
    const distances = this.bits(5) + 1;
    const written = this.bits(4) + 4;
    const lengthLengths = new Uint8Array(19);
    for (const symbol of LENGTH_ORDER.slice(0, written)) lengthLengths[symbol] = this.bits(3);
    const lengthCode = prefixCode(lengthLengths);
    if (!lengthCode) throw new BrokenDeflate("impossible code lengths");
    const lengths = new Uint8Array(literals + distances);
    for (let at = 0; at < lengths.length; ) {
      const symbol = this.symbol(lengthCode);
      if (symbol < 16) lengths[at++] = symbol;
      else {
        const value = symbol === 16 ? lengths[at - 1] : 0;
        const times = symbol === 16 ? 3 + this.bits(2) : symbol === 17 ? 3 + this.bits(3) : 11 + this.bits(7);
        if (value === undefined || at + times > lengths.length)
          throw new BrokenDeflate("impossible code lengths");
        lengths.fill(value, at, at + times);
        at += times;
      }
    }
    const codes = {
      literals: prefixCode(lengths.subarray(0, literals)),
      distances: prefixCode(lengths.subarray(literals)),
    };
    if (!codes.literals || !codes.distances) throw new BrokenDeflate("impossible code lengths");
    return { literals: codes.literals, distances: codes.distances };
  }

  private block({ literals, distances }: BlockCodes): void {
    for (;;) {
      const symbol = this.symbol(literals);
      if (symbol === END_OF_BLOCK) return;
      this.room();
      if (symbol < END_OF_BLOCK) this.out[this.end++] = symbol;
      else this.copy(symbol - END_OF_BLOCK - 1, distances);
    }
  }

  private copy(kind: number, distances: PrefixCode): void {
    const base = LENGTH_BASE[kind];
    if (base === undefined) throw new BrokenDeflate("no such length");
    const length = base + this.bits(LENGTH_BITS[kind]!);
    const far = this.symbol(distances);
    const start = DISTANCE_BASE[far];
    if (start === undefined) throw new BrokenDeflate("no such distance");
    const distance = start + this.bits(DISTANCE_BITS[far]!);
    if (distance > this.end) throw new BrokenDeflate("a copy from before the data");
    const { out } = this;
    const stop = this.end + length;
    for (let to = this.end; to < stop; to++) out[to] = out[to - distance]!;
    this.end = stop;
  }
}
