import type { Pdfium } from "./engine.ts";
import type { Scratch } from "./scratch.ts";

/** What a text run is filled with. */
export interface TextFill {
  /** 0 to 255. */
  grey: number;
  /** 255 where it cannot be told. */
  alpha: number;
}

/** Of 255; fainter text is drawn and not seen. */
export const NEARLY_TRANSPARENT = 20;

/** Fill colour of a run. */
export function fillOf(pdfium: Pdfium, scratch: Scratch, run: number): TextFill {
  const at = (index: number) => scratch.pointer + index * 4;
  const known = pdfium.FPDFPageObj_GetFillColor(run, at(0), at(1), at(2), at(3));
  if (known === 0) return { grey: 0, alpha: 255 };
  return {
    grey: 0.3 * scratch.int(0) + 0.59 * scratch.int(1) + 0.11 * scratch.int(2),
    alpha: scratch.int(3),
  };
}
