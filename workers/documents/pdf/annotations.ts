import type { HiddenText } from "../types.ts";
import type { Pdfium } from "./engine.ts";
import type { Scratch } from "./scratch.ts";

/** Annotation subtypes of FPDF_ANNOTATION_SUBTYPE whose appearance shows text on the page. */
const FREE_TEXT = 3;
const STAMP = 13;
const WIDGET = 20;
const SHOWS_TEXT = new Set([FREE_TEXT, STAMP, WIDGET]);
/** Notes and marks whose contents stand in a pop-up, not on the page. */
const TEXT_NOTE = 1;
const HIGHLIGHT = 9;
const SQUIGGLY = 12;
const FLATTENED = 1;
const FOR_DISPLAY = 0;
/** A form of a résumé has some hundred fields. */
const MAX_ANNOTATIONS = 1000;

export interface Annotations {
  /** Something on the page is drawn by annotations: filled form fields, typed notes, stamps. */
  showText: boolean;
  /** What stands in pop-up notes. */
  comments: HiddenText[];
}

/** Looks through a page's annotations. */
export function readAnnotations(pdfium: Pdfium, page: number, number: number, scratch: Scratch): Annotations {
  const count = Math.min(pdfium.FPDFPage_GetAnnotCount(page), MAX_ANNOTATIONS);
  const found: Annotations = { showText: false, comments: [] };
  if (count === 0) return found;
  const key = pdfium.malloc(16);
  new Uint8Array(pdfium.memory.buffer).set(new TextEncoder().encode("Contents\0"), key);
  for (let index = 0; index < count; index++) {
    const annotation = pdfium.FPDFPage_GetAnnot(page, index);
    if (annotation === 0) continue;
    const subtype = pdfium.FPDFAnnot_GetSubtype(annotation);
    if (SHOWS_TEXT.has(subtype)) found.showText = true;
    else if (subtype === TEXT_NOTE || (subtype >= HIGHLIGHT && subtype <= SQUIGGLY)) {
      const bytes = pdfium.FPDFAnnot_GetStringValue(annotation, key, scratch.pointer, scratch.bytes);
      const text = scratch.utf16(Math.min(bytes, scratch.bytes)).trim();
      if (text !== "") found.comments.push({ text, technique: "comment", page: number });
    }
    pdfium.FPDFPage_CloseAnnot(annotation);
  }
  pdfium.free(key);
  return found;
}

/** Draws the annotations into the page's own content, where their text is read like any other. True when it changed. */
export function flatten(pdfium: Pdfium, page: number): boolean {
  return pdfium.FPDFPage_Flatten(page, FOR_DISPLAY) === FLATTENED;
}
