import type { Detectors } from "../detectors.ts";
import type { ReadLimits } from "../limits.ts";
import { Unreadable } from "../unreadable.ts";
import { type Drawing, draw, refresh, release, sheet } from "./drawing.ts";
import type { Pdfium } from "./engine.ts";
import type { PageObjects } from "./page-objects.ts";
import type { PageSpace } from "./page-space.ts";
import type { Scratch } from "./scratch.ts";

/** Everything that deciding what is seen on one page needs. */
export interface Sight {
  pdfium: Pdfium;
  page: number;
  space: PageSpace;
  objects: PageObjects;
  scratch: Scratch;
  limits: ReadLimits;
  detectors: Detectors;
}

/** The page drawn with its text and without it. */
export interface Views {
  full: Drawing;
  paper: Drawing;
}

/** Draws the page without the given runs. Null when the engine has no memory for it. */
export function drawWithout(sight: Sight, runs: Iterable<number>, colour: boolean): Drawing | null {
  const { pdfium, page, space, limits } = sight;
  for (const run of runs) pdfium.FPDFPageObj_SetIsActive(run, 0);
  const drawing = draw(pdfium, page, space, limits, colour);
  for (const run of runs) pdfium.FPDFPageObj_SetIsActive(run, 1);
  return drawing;
}

/** Draws the page with and without its text, and gives the memory back after `use`. Null when there is too little. */
export function withViews<T>(sight: Sight, colour: boolean, use: (views: Views) => T): T | null {
  const { pdfium, page, space, limits, objects } = sight;
  const full = draw(pdfium, page, space, limits, colour);
  if (!full) return null;
  // A page of text alone leaves blank paper.
  const blank = objects.onlyText && pdfium.FPDFPage_GetAnnotCount(page) === 0;
  const paper = blank
    ? sheet(pdfium, space, limits, colour)
    : drawWithout(sight, [...objects.runs.keys()], colour);
  refresh(pdfium, full);
  const result = paper && use({ full, paper });
  release(pdfium, full, paper);
  return result;
}

/** Draws the page once, and gives the memory back after `use`. @throws Unreadable `too_complex` */
export function withDrawing(sight: Sight, use: (full: Drawing) => void): void {
  const full = draw(sight.pdfium, sight.page, sight.space, sight.limits, false);
  if (!full) throw tooLittleMemory();
  use(full);
  release(sight.pdfium, full);
}

/** Without a drawing nobody can say what is seen. */
export const tooLittleMemory = () => new Unreadable("too_complex", "no memory to draw a page");
