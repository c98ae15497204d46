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

/** Allocates the scratch memory; the caller frees `pointer`. Views are made anew because growth detaches them. */
export function createScratch(pdfium: Pdfium): Scratch {
  const pointer = pdfium.malloc(SCRATCH_BYTES);
  let view = new DataView(pdfium.memory.buffer);
  const current = () => {
    if (view.buffer !== pdfium.memory.buffer) view = new DataView(pdfium.memory.buffer);
    return view;
  };
  return {
    pointer,
    bytes: SCRATCH_BYTES,
    double: (index) => current().getFloat64(pointer + index * 8, true),
    float: (index) => current().getFloat32(pointer + index * 4, true),
    int: (index) => current().getInt32(pointer + index * 4, true),
    utf16: (bytes) => {
      const end = Math.min(bytes, SCRATCH_BYTES) - 2;
      let text = "";
      for (let at = 0; at < end; at += 2)
        text += String.fromCharCode(current().getUint16(pointer + at, true));
      return text;
    },
  };
}
