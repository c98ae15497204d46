import type { Pdfium } from "./engine.ts";
import { concatenate, type Matrix, matrixOf } from "./matrix.ts";
import { namesIn } from "./names.ts";
import type { PageSpace } from "./page-space.ts";
import type { Scratch } from "./scratch.ts";

/** Pixels a square point, at the scale that pages are drawn with. */
const PIXELS = 2.25;
/** To clip an object to a run of text costs as much as to fill so many; one that is mixed in, the whole page. */
const CLIPPING_TEXT = 60_000;
/** A mask, a blend mode or a group is drawn apart and mixed in: about ten times the work. */
const MIXED = 10;
const IMAGE = 3;

/**
 * About how many pixels drawing an object fills, those of a picture that has to be unpacked included.
 * @param area square points of the page to one of the object's
 */
export function paintedPixels(
  pdfium: Pdfium,
  object: number,
  type: number,
  scratch: Scratch,
  area: number,
  space: PageSpace,
): number {
  const at = (float: number) => scratch.pointer + float * 4;
  if (pdfium.FPDFPageObj_GetBounds(object, at(0), at(1), at(2), at(3)) === 0) return 0;
  const [left, bottom, right, top] = [scratch.float(0), scratch.float(1), scratch.float(2), scratch.float(3)];
  const shown =
    Math.min(Math.abs((right - left) * (top - bottom)) * area, space.width * space.height) * PIXELS;
  const filled = pdfium.FPDFPageObj_HasTransparency(object) === 1 ? MIXED * shown : shown;
  if (type !== IMAGE || pdfium.FPDFImageObj_GetImagePixelSize(object, at(0), at(1)) === 0) return filled;
  return filled + (scratch.int(0) >>> 0) * (scratch.int(1) >>> 0);
}

/** Letters that are wider, along their writing direction, the engine draws as paths, which are cut at the page's edge. */
const WIDEST_BITMAP = 50;

/**
 * Pixels that a text run's letters are stretched to across their writing direction, where the engine draws them as
 * bitmaps; 0 where it draws them as paths.
 *
 * @param outer what the coordinates of the form around the run come to on the page
 * @param scale pixels a point that the page is drawn with
 */
export function letterPixels(
  pdfium: Pdfium,
  run: number,
  scratch: Scratch,
  outer: Matrix,
  scale: number,
): number {
  const [a, b, c, d] = concatenate(matrixOf(pdfium, run, scratch), outer);
  if (pdfium.FPDFTextObj_GetFontSize(run, scratch.pointer) === 0) return 0;
  const em = Math.abs(scratch.float(0)) * scale;
  return (Math.abs(a) + Math.abs(b)) * em > WIDEST_BITMAP ? 0 : Math.hypot(c, d) * em;
}

/**
 * About how many pixels clipping an object comes to.
 * @param area square points that the engine goes through for the paths that it is clipped to
 * @param texts runs of text that it is clipped to
 */
export function clippingPixels(
  pdfium: Pdfium,
  object: number,
  area: number,
  texts: number,
  { width, height }: PageSpace,
): number {
  const byPaths = area * PIXELS;
  if (texts === 0) return byPaths;
  const mixed = pdfium.FPDFPageObj_HasTransparency(object) === 1;
  return byPaths + texts * (mixed ? width * height * PIXELS : CLIPPING_TEXT);
}

const PAGE_AREA = 595 * 842;
const MOST_SYNTAX = 65_536;
const NUMBER = "\\s*(-?[\\d.]+)(?!\\s+\\d+\\s+R)";
const FOUR = "\\s*\\[\\s*(-?[\\d.]+)\\s+(-?[\\d.]+)\\s+(-?[\\d.]+)\\s+(-?[\\d.]+)";

/**
 * About how many pixels a page full of a tiling pattern (ISO 32000-1, 8.7.3) fills, if the object syntax between two
 * offsets is one: 0 if it is none, infinite if its steps cannot be told. The engine draws as many cells as fit.
 */
export function tilingPixels(bytes: Uint8Array, from: number, to: number): number {
  const names = new Set(namesIn(bytes, from, to));
  if (!names.has("PatternType") || !(names.has("XStep") || names.has("YStep"))) return 0;
  const syntax = new TextDecoder("latin1").decode(bytes.subarray(Math.max(from, to - MOST_SYNTAX), to));
  const last = (pattern: string) => [...syntax.matchAll(new RegExp(pattern, "g"))].at(-1);
  const [x, y] = ["XStep", "YStep"].map((name) => Math.abs(Number(last(`/${name}${NUMBER}`)?.[1])));
  const matrix = last(`/Matrix${FOUR}`)?.slice(1, 5).map(Number) ?? [1, 0, 0, 1];
  const box = last(`/BBox${FOUR}`)?.slice(1, 5).map(Number) ?? [0, 0, 0, 0];
  const enlarged = Math.abs(matrix[0]! * matrix[3]! - matrix[1]! * matrix[2]!);
  const cells = PAGE_AREA / (x! * y! * enlarged);
  const cell = Math.abs((box[2]! - box[0]!) * (box[3]! - box[1]!)) * enlarged * PIXELS;
  const pixels = cells * Math.max(1, Math.min(cell, PAGE_AREA * PIXELS));
  return Number.isNaN(pixels) ? Number.POSITIVE_INFINITY : pixels;
}
