import fc from "fast-check";
import { deflateSync, zlibSync } from "fflate";
import { describe, expect, it } from "vitest";
import { inflateCounted } from "../../workers/documents/counted-inflate.ts";
import { BrokenDeflate, inflate } from "../../workers/documents/inflate.ts";
import { Unreadable } from "../../workers/documents/unreadable.ts";

function inflated(bytes: Uint8Array): Uint8Array {
  const chunks: Uint8Array[] = [];
  inflate(bytes, (chunk) => chunks.push(chunk.slice()));
  return Uint8Array.from(chunks.flatMap((chunk) => [...chunk]));
}

/** Runs of few letters, so that there is something to copy, and bytes without any order. */
const content = fc.oneof(
  fc.uint8Array({ maxLength: 5000 }),
  fc
    .array(fc.tuple(fc.integer({ min: 97, max: 100 }), fc.integer({ min: 1, max: 300 })), { maxLength: 60 })
    .map((runs) => Uint8Array.from(runs.flatMap(([letter, times]) => Array<number>(times).fill(letter)))),
);
const level = fc.constantFrom(0, 1, 6, 9) as fc.Arbitrary<0 | 1 | 6 | 9>;

describe("inflating", () => {
  it("gives back what was deflated, at every level", () => {
    fc.assert(
      fc.property(content, level, (bytes, own) => {
        expect(inflated(deflateSync(bytes, { level: own }))).toEqual(bytes);
      }),
    );
  });

  it("gives back what is longer than its window, copies across it included", () => {
    const line = new TextEncoder().encode("Jane Sample, engineer, Leeds 2019 to 2024\n");
    const long = Uint8Array.from(
      { length: 300_000 },
      (_, at) => line[(at * (1 + (at >> 15))) % line.length]!,
    );
    expect(inflated(deflateSync(long, { level: 9 }))).toEqual(long);
  });

  it("hands over small chunks, however much comes out", () => {
    let out = 0;
    let largest = 0;
    inflate(deflateSync(new Uint8Array(8_000_000), { level: 9 }), (chunk) => {
      out += chunk.length;
      largest = Math.max(largest, chunk.length);
    });
    expect(out).toBe(8_000_000);
    expect(largest).toBeLessThan(100_000);
  });

  it("ends damaged data with its own error, whatever the damage", () => {
    fc.assert(
      fc.property(content, fc.array(fc.tuple(fc.nat(), fc.nat(255))), fc.nat(), (bytes, changes, cut) => {
        const packed = deflateSync(bytes);
        for (const [at, value] of changes) packed[at % packed.length] = value;
        try {
          inflate(packed.subarray(0, cut % (packed.length + 1)), () => undefined);
        } catch (error) {
          expect(error).toBeInstanceOf(BrokenDeflate);
        }
      }),
    );
  });

  it.each([
    ["no data", []],
    ["an unknown kind of block", [0b111]],
    ["a stored block whose length contradicts itself", [1, 5, 0, 5, 0]],
    ["a copy from before the data", [0x03, 0x02, 0x00]],
    ["data that ends inside a block", [0x4b, 0x4c]],
  ])("refuses %s", (_, bytes) => {
    expect(() => inflate(Uint8Array.from(bytes), () => undefined)).toThrow(BrokenDeflate);
  });
});

describe("counted inflating", () => {
  const packed = zlibSync(new Uint8Array(1000));
  it("counts up to the limit and ends there", () => {
    expect(inflateCounted(packed, "zlib", 1000, () => undefined)).toBe(1000);
    expect(() => inflateCounted(packed, "zlib", 999, () => undefined)).toThrow(
      expect.objectContaining({ reason: "too_large" }),
    );
  });

  it("calls what is no zlib data damaged", () => {
    for (const bytes of [[], [0x78], [0x79, 0x9c], [0x78, 0x9d], [0x78, 0xbb]])
      expect(() => inflateCounted(Uint8Array.from(bytes), "zlib", 9, () => undefined)).toThrow(Unreadable);
  });
});
