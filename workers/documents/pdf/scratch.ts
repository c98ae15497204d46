import type { Pdfium } from "./engine.ts";

/** A small piece of the engine's memory through which its functions hand back doubles, floats and strings. */
export interface Scratch {
  readonly pointer: number;
  readonly bytes: number;
  double(index: number): number;
  float(index: number): number;
  int(index: number): number;
  /** UTF-16LE string of `bytes` bytes, its closing NUL left out. */
  utf16(bytes: number): string;
}

const SCRATCH_BYTES = 4096;

/** Allocates the scratch memory; the caller frees `pointer`. Growth of the memory empties the views: they are made anew. */
export function createScratch(pdfium: Pdfium): Scratch {
  const pointer = pdfium.malloc(SCRATCH_BYTES);
  let doubles = new Float64Array(pdfium.memory.buffer, pointer, SCRATCH_BYTES / 8);
  let floats = new Float32Array(doubles.buffer, pointer, SCRATCH_BYTES / 4);
  let ints = new Int32Array(doubles.buffer, pointer, SCRATCH_BYTES / 4);
  const renewed = () => {
    doubles = new Float64Array(pdfium.memory.buffer, pointer, SCRATCH_BYTES / 8);
    floats = new Float32Array(doubles.buffer, pointer, SCRATCH_BYTES / 4);
    ints = new Int32Array(doubles.buffer, pointer, SCRATCH_BYTES / 4);
    return { doubles, floats, ints };
  };
  return {
    pointer,
    bytes: SCRATCH_BYTES,
    double: (index) => doubles[index] ?? renewed().doubles[index]!,
    float: (index) => floats[index] ?? renewed().floats[index]!,
    int: (index) => ints[index] ?? renewed().ints[index]!,
    utf16(bytes) {
      const length = Math.max(0, Math.min(bytes, SCRATCH_BYTES) - 2) >> 1;
      return String.fromCharCode(...new Uint16Array(pdfium.memory.buffer, pointer, length));
    },
  };
}
