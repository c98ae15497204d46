import type { ReadLimits } from "../limits.ts";
import type { Pdfium } from "./engine.ts";
import type { PageSpace } from "./page-space.ts";

/**
 * A page drawn to pixels, one byte a pixel when grey, four (blue, green, red, unused) in colour. The pixels stay in
 * the engine's memory, which is why a drawing has to be released, and why `pixels` holds only until the next call of
 * the engine that allocates.
 */
export interface Drawing {
  readonly bitmap: number;
  pixels: Uint8Array;
  readonly stride: number;
  readonly bytesPerPixel: number;
  readonly width: number;
  readonly height: number;
  /** Pixels a point. */
  readonly scale: number;
}

/** 108 dots an inch: enough to see a 5-point letter. */
const SCALE = 1.5;
const FORMAT_GREY = 1;
const FORMAT_BGRX = 3;
const DRAW_ANNOTATIONS = 1;
const PAPER = 0xffffffff;

/** Pixels a point that a page is drawn with. */
export const drawnScale = ({ width, height }: PageSpace, limits: ReadLimits): number =>
  Math.min(SCALE, Math.sqrt(limits.pixels / (width * height)));

/** A blank sheet of the page's size. Null when the engine has no memory for it. */
export function sheet(pdfium: Pdfium, space: PageSpace, limits: ReadLimits, colour: boolean): Drawing | null {
  const scale = drawnScale(space, limits);
  const width = Math.max(1, Math.round(space.width * scale));
  const height = Math.max(1, Math.round(space.height * scale));
  const bitmap = pdfium.FPDFBitmap_CreateEx(width, height, colour ? FORMAT_BGRX : FORMAT_GREY, 0, 0);
  if (bitmap === 0) return null;
  pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, PAPER);
  const stride = pdfium.FPDFBitmap_GetStride(bitmap);
  const pixels = pixelsOf(pdfium, bitmap, stride * height);
  return { bitmap, pixels, stride, bytesPerPixel: colour ? 4 : 1, width, height, scale };
}

/**
 * Draws the page as a viewer would, annotations included. Null when the engine has no memory for it, or for a
 * picture on it: left out, what it covers would pass for visible.
 */
export function draw(
  pdfium: Pdfium,
  page: number,
  space: PageSpace,
  limits: ReadLimits,
  colour: boolean,
): Drawing | null {
  const drawing = sheet(pdfium, space, limits, colour);
  if (!drawing) return null;
  const { bitmap, width, height } = drawing;
  pdfium.wasRefusedMemory();
  pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, DRAW_ANNOTATIONS);
  if (pdfium.wasRefusedMemory()) {
    release(pdfium, drawing);
    return null;
  }
  refresh(pdfium, drawing);
  return drawing;
}

/** Finds the pixels again after calls of the engine, whose memory may have grown and moved. */
export function refresh(pdfium: Pdfium, drawing: Drawing): void {
  if (drawing.pixels.buffer !== pdfium.memory.buffer)
    drawing.pixels = pixelsOf(pdfium, drawing.bitmap, drawing.stride * drawing.height);
}

/** Gives a drawing's memory back to the engine. */
export function release(pdfium: Pdfium, ...drawings: readonly (Drawing | null)[]): void {
  for (const drawing of drawings) if (drawing) pdfium.FPDFBitmap_Destroy(drawing.bitmap);
}

function pixelsOf(pdfium: Pdfium, bitmap: number, bytes: number): Uint8Array {
  return new Uint8Array(pdfium.memory.buffer, pdfium.FPDFBitmap_GetBuffer(bitmap), bytes);
}
