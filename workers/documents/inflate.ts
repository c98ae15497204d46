import { BitReader, BrokenDeflate } from "./bit-reader.ts";
import { BlockCodes, END_OF_BLOCK } from "./block-codes.ts";
import type { PrefixCode } from "./huffman.ts";

export { BrokenDeflate } from "./bit-reader.ts";

/** What a caller does with the bytes as they come out. The chunk is used again: who keeps it makes a copy. */
export type Sink = (chunk: Uint8Array) => void;

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

/**
 * Inflates raw deflate data (RFC 1951) through one buffer of 96 KB, however much comes out: a bomb leaves no garbage.
 * @param sink gets the bytes in order; it may throw to end the work
 * @throws BrokenDeflate
 */
export function inflate(bytes: Uint8Array, sink: Sink): void {
  new Inflater(bytes, sink).run();
}

class Inflater {
  private readonly bits: BitReader;
  private readonly sink: Sink;
  private readonly out = new Uint8Array(WINDOW + CHUNK);
  /** Where the next byte goes, and up to where bytes have been handed over. */
  private end = 0;
  private given = 0;

  constructor(bytes: Uint8Array, sink: Sink) {
    this.bits = new BitReader(bytes);
    this.sink = sink;
  }

  run(): void {
    let fixed: BlockCodes | null = null;
    const written = new BlockCodes();
    for (let last = false; !last; ) {
      last = this.bits.bits(1) === 1;
      const kind = this.bits.bits(2);
      if (kind === 0) this.stored();
      else if (kind === 1) {
        fixed ??= BlockCodes.fixed();
        this.block(fixed);
      } else if (kind === 2) {
        written.read(this.bits);
        this.block(written);
      } else throw new BrokenDeflate("unknown kind of block");
    }
    this.flush();
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
    this.bits.align();
    const length = this.bits.bits(16);
    if ((length ^ this.bits.bits(16)) !== 0xffff)
      throw new BrokenDeflate("the length of a block contradicts itself");
    const stored = this.bits.take(length);
    for (let at = 0; at < length; ) {
      this.room();
      const part = stored.subarray(at, at + this.out.length - this.end);
      this.out.set(part, this.end);
      this.end += part.length;
      at += part.length;
    }
  }

  private block({ literals, distances }: BlockCodes): void {
    for (;;) {
      const symbol = this.bits.symbol(literals);
      if (symbol === END_OF_BLOCK) return;
      this.room();
      if (symbol < END_OF_BLOCK) this.out[this.end++] = symbol;
      else this.copy(symbol - END_OF_BLOCK - 1, distances);
    }
  }

  private copy(kind: number, distances: PrefixCode): void {
    const base = LENGTH_BASE[kind];
    if (base === undefined) throw new BrokenDeflate("no such length");
    const length = base + this.bits.bits(LENGTH_BITS[kind]!);
    const far = this.bits.symbol(distances);
    const start = DISTANCE_BASE[far];
    if (start === undefined) throw new BrokenDeflate("no such distance");
    const distance = start + this.bits.bits(DISTANCE_BITS[far]!);
    if (distance > this.end) throw new BrokenDeflate("a copy from before the data");
    const { out } = this;
    const stop = this.end + length;
    for (let to = this.end; to < stop; to++) out[to] = out[to - distance]!;
    this.end = stop;
  }
}
