/** Writes deflate data bit by bit, right or wrong (RFC 1951). */
export class DeflateWriter {
  private readonly bytes: number[] = [];
  private held = 0;
  private count = 0;

  /** A number, its lowest bit first. */
  bits(value: number, count: number): this {
    for (let at = 0; at < count; at++) {
      this.held |= ((value >> at) & 1) << this.count;
      if (++this.count === 8) this.align();
    }
    return this;
  }

  /** A code, its highest bit first. */
  code(code: string): this {
    for (const bit of code) this.bits(Number(bit), 1);
    return this;
  }

  align(): this {
    if (this.count > 0) this.bytes.push(this.held);
    this.held = 0;
    this.count = 0;
    return this;
  }

  done(): Uint8Array {
    return Uint8Array.from(this.align().bytes);
  }
}

/** The order in which lengths of the code for lengths are written (RFC 1951, 3.2.7). */
const LENGTH_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/** Lengths by symbol; those left out have no code. */
export type CodeLengths = Readonly<Record<number, number>>;

export interface DynamicCodes {
  literals: CodeLengths;
  distances: CodeLengths;
  /** How many of each are written. */
  counts?: { literals: number; distances: number };
  /** The code for the lengths themselves; 1 to 15 and 0 with four bits each unless said otherwise. */
  lengths?: CodeLengths;
}

export const FOUR_BITS: CodeLengths = Object.fromEntries(
  Array.from({ length: 16 }, (_, symbol) => [symbol, 4]),
);

/** A block with codes of its own, up to where its content begins. Every length is written for itself. */
export function dynamicBlock(
  { literals, distances, counts, lengths }: DynamicCodes,
  writer = new DeflateWriter(),
  last = true,
): DeflateWriter {
  const many = counts ?? { literals: 257, distances: 1 };
  writer.bits(last ? 1 : 0, 1).bits(2, 2);
  writer
    .bits(many.literals - 257, 5)
    .bits(many.distances - 1, 5)
    .bits(15, 4);
  for (const symbol of LENGTH_ORDER) writer.bits((lengths ?? FOUR_BITS)[symbol] ?? 0, 3);
  const four = (length: number) => writer.code(length.toString(2).padStart(4, "0"));
  for (let at = 0; at < many.literals; at++) four(literals[at] ?? 0);
  for (let at = 0; at < many.distances; at++) four(distances[at] ?? 0);
  return writer;
}
