import { constants, deflateRawSync, inflateRawSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BrokenDeflate, inflate } from "../../workers/documents/inflate.ts";
import { type CodeLengths, DeflateWriter, dynamicBlock, FOUR_BITS } from "./write-deflate.ts";

/** What comes out, or null for broken data. */
function ours(bytes: Uint8Array): Uint8Array | null {
  const chunks: Uint8Array[] = [];
  try {
    inflate(bytes, (chunk) => chunks.push(chunk.slice()));
  } catch (error) {
    if (error instanceof BrokenDeflate) return null;
    throw error;
  }
  const whole = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

function zlibs(bytes: Uint8Array): Uint8Array | null {
  try {
    return new Uint8Array(inflateRawSync(bytes));
  } catch {
    return null;
  }
}

function agree(bytes: Uint8Array): void {
  const [left, right] = [ours(bytes), zlibs(bytes)];
  // Held against each other by hand: comparing long arrays element by element would be the test's whole time.
  expect(left?.length).toBe(right?.length);
  expect(left?.findIndex((byte, at) => byte !== right![at]) ?? -1).toBe(-1);
}

/** Text that repeats itself near and far, so that every length and distance occurs. */
const content = fc
  .array(fc.tuple(fc.uint8Array({ minLength: 1, maxLength: 40 }), fc.integer({ min: 1, max: 400 })), {
    maxLength: 12,
  })
  .map((parts) =>
    Uint8Array.from(
      parts.flatMap(([bytes, times]) => Array.from({ length: times }, () => [...bytes]).flat()),
    ),
  );
const written = fc.record({
  content,
  level: fc.constantFrom(0, 1, 6, 9),
  strategy: fc.constantFrom(
    constants.Z_DEFAULT_STRATEGY,
    constants.Z_FILTERED,
    constants.Z_HUFFMAN_ONLY,
    constants.Z_RLE,
    constants.Z_FIXED,
  ),
  memLevel: fc.constantFrom(1, 8),
});
const packed = written.map(
  ({ content: bytes, ...options }) => new Uint8Array(deflateRawSync(bytes, options)),
);
/** Codes of any lengths for a few symbols: over-subscribed, incomplete, without an end, complete. */
const someLengths = (symbols: readonly number[]): fc.Arbitrary<CodeLengths> =>
  fc
    .tuple(...symbols.map((symbol) => fc.tuple(fc.constant(symbol), fc.integer({ min: 0, max: 3 }))))
    .map((pairs) => Object.fromEntries(pairs));

describe("our inflate beside zlib's", () => {
  it("brings out the same bytes, whatever way they were deflated", () => {
    fc.assert(
      fc.property(packed, (bytes) => {
        expect(ours(bytes)).not.toBeNull();
        agree(bytes);
      }),
      { numRuns: 60 },
    );
  });

  it("takes and refuses the same damaged data, and brings out the same where it takes it", () => {
    const changes = fc.array(fc.tuple(fc.nat(), fc.nat(7)), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(packed, changes, fc.option(fc.nat()), (bytes, flips, cut) => {
        for (const [at, bit] of flips) bytes[at % bytes.length]! ^= 1 << bit;
        agree(cut === null ? bytes : bytes.subarray(0, cut % (bytes.length + 1)));
      }),
      { numRuns: 300 },
    );
  });

  it("takes and refuses the same codes, whatever lengths they have", () => {
    fc.assert(
      fc.property(
        someLengths([65, 66, 256, 257, 264]),
        someLengths([0, 1, 2, 29]),
        fc.constantFrom(1, 4, 30, 31),
        fc.constantFrom(257, 265, 286, 287),
        fc.uint8Array({ maxLength: 12 }),
        (literals, distances, many, symbols, rest) => {
          const writer = dynamicBlock({
            literals,
            distances,
            counts: { literals: symbols, distances: many },
          });
          for (const byte of rest) writer.bits(byte, 8);
          agree(writer.done());
        },
      ),
      { numRuns: 300 },
    );
  });

  it("takes and refuses the same bytes without any order", () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 80 }), agree), { numRuns: 300 });
  });
});

const END: CodeLengths = { 256: 1 };
const WITHOUT_15: CodeLengths = { ...FOUR_BITS, 15: 0 };
const A_AND_END: CodeLengths = { 65: 1, 256: 1 };
const stored = (length: number, check: number, ...bytes: number[]) => {
  const writer = new DeflateWriter().bits(1, 1).bits(0, 2).align().bits(length, 16).bits(check, 16);
  for (const byte of bytes) writer.bits(byte, 8);
  return writer.done();
};
const fixed = () => new DeflateWriter().bits(1, 1).bits(1, 2);
/** Fixed codes: 7 bits for the end and for lengths up to symbol 279, 8 for the others, 5 for distances. */
const FIXED_A = "01110001";
const FIXED_END = "0000000";
const LENGTH_3 = "0000001";

/** A block with an A in it, and others to come. */
const aBlock = () =>
  dynamicBlock({ literals: A_AND_END, distances: {} }, new DeflateWriter(), false).code("0").code("1");

/**
 * A last block of nothing, with a code for lengths that is written as far as it goes: 0 for "three more of the last",
 * 10 for no code, 11 for one bit.
 */
function shortLengthCode(writer: DeflateWriter, start: "0" | "101010"): Uint8Array {
  writer.bits(1, 1).bits(2, 2).bits(0, 10).bits(14, 4);
  for (const bits of [1, 0, 0, 2, ...Array<number>(13).fill(0), 2]) writer.bits(bits, 3);
  writer.code(start);
  if (start === "0") writer.bits(0, 2);
  for (let symbol = 3; symbol < 256; symbol++) writer.code("10");
  return writer.code("11").code("10").code("0").done();
}

/** Codes 0 for eleven or more symbols without one, 10 for none, 11 for one bit; eleven where one is left. */
function lengthsTooFar(): Uint8Array {
  const writer = new DeflateWriter().bits(1, 1).bits(2, 2).bits(0, 10).bits(14, 4);
  for (const bits of [0, 0, 1, 2, ...Array<number>(13).fill(0), 2]) writer.bits(bits, 3);
  writer
    .code("0")
    .bits(138 - 11, 7)
    .code("0")
    .bits(118 - 11, 7);
  return writer.code("11").code("0").bits(0, 7).code("0").done();
}

describe("data that deflate does not allow", () => {
  it.each<[string, Uint8Array]>([
    ["more codes than there are", dynamicBlock({ literals: { 65: 1, 66: 1, 256: 1 }, distances: {} }).done()],
    [
      "a code that leaves patterns over",
      dynamicBlock({ literals: { 65: 2, 256: 2 }, distances: {} })
        .code("00")
        .code("01")
        .done(),
    ],
    [
      "a single code of two bits",
      dynamicBlock({ literals: { 256: 2 }, distances: {} })
        .code("00")
        .done(),
    ],
    [
      "distances that leave patterns over",
      dynamicBlock({ literals: A_AND_END, distances: { 0: 2 } })
        .code("0")
        .code("1")
        .done(),
    ],
    [
      "a block without an end",
      dynamicBlock({ literals: { 65: 1, 66: 1 }, distances: {} })
        .code("0")
        .code("1")
        .done(),
    ],
    [
      "287 literals",
      dynamicBlock({ literals: A_AND_END, distances: {}, counts: { literals: 287, distances: 1 } })
        .code("1")
        .done(),
    ],
    [
      "31 distances",
      dynamicBlock({ literals: A_AND_END, distances: {}, counts: { literals: 257, distances: 31 } })
        .code("1")
        .done(),
    ],
    ["a repetition of nothing", shortLengthCode(new DeflateWriter(), "0")],
    [
      "more codes than there are, after a block with codes that would do",
      dynamicBlock({ literals: { 65: 1, 66: 1, 256: 1 }, distances: {} }, aBlock())
        .code("1")
        .done(),
    ],
    ["lengths that go on past the last symbol", lengthsTooFar()],
    [
      "a pattern without a code, after a block in which it had one",
      dynamicBlock({ literals: END, distances: {} }, aBlock()).code("1").done(),
    ],
    [
      "a code for lengths that leaves a pattern over",
      dynamicBlock({ literals: END, distances: {}, lengths: WITHOUT_15 }).code("0").done(),
    ],
    ["a code for lengths that is empty", dynamicBlock({ literals: END, distances: {}, lengths: {} }).done()],
    [
      "a copy where there are no distances",
      dynamicBlock({ literals: { 256: 1, 257: 1 }, distances: {}, counts: { literals: 258, distances: 1 } })
        .code("1")
        .bits(0, 15)
        .done(),
    ],
    [
      "a copy from before the data",
      fixed().code(FIXED_A).code(LENGTH_3).code("00001").code(FIXED_END).done(),
    ],
    ["a distance without meaning", fixed().code(FIXED_A).code(LENGTH_3).code("11110").code(FIXED_END).done()],
    ["a length without meaning", fixed().code(FIXED_A).code("11000110").code("00000").code(FIXED_END).done()],
    ["a stored block longer than the data", stored(3, 0xfffc, 1, 2)],
    ["a stored block whose lengths contradict each other", stored(1, 0xfffc, 1)],
    ["a stored block that ends inside its lengths", stored(1, 0xfffe).subarray(0, 4)],
    [
      "codes that end inside themselves",
      dynamicBlock({ literals: A_AND_END, distances: {} }).done().subarray(0, 60),
    ],
    ["an end that is cut off", fixed().code(FIXED_A).done().subarray(0, 1)],
    ["no last block", new DeflateWriter().bits(0, 1).bits(1, 2).code(FIXED_END).done()],
    ["a third kind of block", new DeflateWriter().bits(1, 1).bits(3, 2).done()],
  ])("refuses %s, as zlib does", (_, bytes) => {
    expect(zlibs(bytes)).toBeNull();
    expect(ours(bytes)).toBeNull();
  });

  it.each<[string, Uint8Array, number[]]>([
    ["a single code of one bit", dynamicBlock({ literals: END, distances: {} }).code("0").done(), []],
    [
      "no distances where nothing is copied",
      dynamicBlock({ literals: A_AND_END, distances: {} }).code("0").code("1").done(),
      [65],
    ],
    [
      "a single distance of one bit",
      dynamicBlock({
        literals: { 65: 2, 256: 2, 257: 1 },
        distances: { 0: 1 },
        counts: { literals: 258, distances: 1 },
      })
        .code("10")
        .code("0")
        .code("0")
        .code("11")
        .done(),
      [65, 65, 65, 65],
    ],
    ["a second block with a shorter code for lengths", shortLengthCode(aBlock(), "101010"), [65]],
    ["a stored block of nothing", stored(0, 0xffff), []],
    ["bytes after the last block", Uint8Array.from([...stored(1, 0xfffe, 7), 1, 2, 3]), [7]],
    [
      "a copy of the byte before it",
      fixed().code(FIXED_A).code(LENGTH_3).code("00000").code(FIXED_END).done(),
      [65, 65, 65, 65],
    ],
  ])("takes %s, as zlib does", (_, bytes, wanted) => {
    expect([...(zlibs(bytes) ?? [-1])]).toEqual(wanted);
    expect([...(ours(bytes) ?? [-1])]).toEqual(wanted);
  });

  it("copies from as far back as the window reaches, and a copy may pass its own beginning", () => {
    const far = new Uint8Array(32_768 + 300).map((_, at) => (at * 7919) >> 5);
    far.set(far.subarray(0, 258), 32_768);
    for (const level of [1, 9]) agree(new Uint8Array(deflateRawSync(far, { level })));
    agree(new Uint8Array(deflateRawSync(new Uint8Array(500_000).fill(7))));
  });
});
