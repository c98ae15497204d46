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

/** The page drawn as it is, and without some or all of its text. */
export interface Views {
  full: Drawing;
  paper: Drawing;
}

/** Draws the page without the given runs. Null when the engine has no memory for it. */
function drawWithout(sight: Sight, runs: ReadonlySet<number>, colour: boolean): Drawing | null {
  const { pdfium, page, space, limits } = sight;
  for (const run of runs) pdfium.FPDFPageObj_SetIsActive(run, 0);
  const drawing = draw(pdfium, page, space, limits, colour);
  for (const run of runs) pdfium.FPDFPageObj_SetIsActive(run, 1);
  return drawing;
}

/** Draws the page with and without `runs`, and gives the memory back after `use`. Null when there is too little. */
export function withViews<T>(
  sight: Sight,
  runs: ReadonlySet<number>,
  colour: boolean,
  use: (views: Views) => T,
): T | null {
  const { pdfium, page, space, limits, objects } = sight;
  const full = draw(pdfium, page, space, limits, colour);
  if (!full) return null;
  // A page of text alone leaves blank paper.
  const textOnly = objects.onlyText && pdfium.FPDFPage_GetAnnotCount(page) === 0;
  const blank = textOnly && [...objects.runs.keys()].every((run) => runs.has(run));
  const paper = blank ? sheet(pdfium, space, limits, colour) : drawWithout(sight, runs, colour);
  refresh(pdfium, full);
  const result = paper && use({ full, paper });
  release(pdfium, full, paper);
  return result;
}

/** Without a drawing nobody can say what is seen. */
export const tooLittleMemory = () => new Unreadable("too_complex", "no memory to draw a page");
