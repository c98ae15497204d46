import type { ReadLimits } from "../limits.ts";
import type { Pdfium } from "./engine.ts";
import type { Box, PageSpace } from "./page-space.ts";

/** A page drawn to pixels: one byte a pixel when grey, four (blue, green, red, unused) in colour. */
export interface Drawing {
  readonly pixels: Uint8Array;
  readonly stride: number;
  readonly bytesPerPixel: number;
  readonly width: number;
  readonly height: number;
  /** Pixels a point. */
  readonly scale: number;
}

/** 108 dots an inch: enough to see a 5-point letter, and 4 ms a page in grey. */
const SCALE = 1.5;
const FORMAT_GREY = 1;
const FORMAT_BGRX = 3;
const DRAW_ANNOTATIONS = 1;
const PAPER = 0xffffffff;

/** Draws the page as a viewer would, annotations included. Null when the engine has no memory for it. */
export function draw(
  pdfium: Pdfium,
  page: number,
  space: PageSpace,
  limits: ReadLimits,
  colour: boolean,
): Drawing | null {
  const bytesPerPixel = colour ? 4 : 1;
  const scale = Math.min(SCALE, Math.sqrt(limits.pixels / (space.width * space.height)));
  const width = Math.max(1, Math.round(space.width * scale));
  const height = Math.max(1, Math.round(space.height * scale));
  const bitmap = pdfium.FPDFBitmap_CreateEx(width, height, colour ? FORMAT_BGRX : FORMAT_GREY, 0, 0);
  if (bitmap === 0) return null;
  pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, PAPER);
  pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, DRAW_ANNOTATIONS);
  const buffer = pdfium.FPDFBitmap_GetBuffer(bitmap);
  const stride = pdfium.FPDFBitmap_GetStride(bitmap);
  const pixels = new Uint8Array(pdfium.memory.buffer, buffer, stride * height).slice();
  pdfium.FPDFBitmap_Destroy(bitmap);
  return { pixels, stride, bytesPerPixel, width, height, scale };
}

interface PixelBox {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

function pixelsOf(box: Box, drawing: Drawing): PixelBox {
  const x0 = Math.max(0, Math.floor(box.x0 * drawing.scale));
  const y0 = Math.max(0, Math.floor(box.y0 * drawing.scale));
  const x1 = Math.min(drawing.width, Math.max(x0 + 1, Math.ceil(box.x1 * drawing.scale)));
  const y1 = Math.min(drawing.height, Math.max(y0 + 1, Math.ceil(box.y1 * drawing.scale)));
  return { x0, y0, x1, y1 };
}

/** Share of a grey drawing's pixels inside a box (in points) that differ from a grey by at least `steps`. */
export function shareApart(drawing: Drawing, box: Box, grey: number, steps: number): number {
  const { x0, y0, x1, y1 } = pixelsOf(box, drawing);
  let apart = 0;
  for (let y = y0; y < y1; y++) {
    for (let x = x0; x < x1; x++)
      if (Math.abs(drawing.pixels[y * drawing.stride + x]! - grey) >= steps) apart++;
  }
  return apart / Math.max(1, (x1 - x0) * (y1 - y0));
}

export interface Difference {
  /** Largest difference of a channel inside the box, 0 to 255. */
  peak: number;
  /** Share of the box's pixels that differ by at least the threshold. */
  share: number;
  /** Share of the box's rows of pixels that hold one which does. */
  rows: number;
}

/** Compares two drawings of one page inside a box (in points). */
export function difference(a: Drawing, b: Drawing, box: Box, threshold: number): Difference {
  const { x0, y0, x1, y1 } = pixelsOf(box, a);
  let peak = 0;
  let seen = 0;
  let rows = 0;
  const total = Math.max(1, (x1 - x0) * (y1 - y0));
  const channels = a.bytesPerPixel === 4 ? 3 : 1;
  for (let y = y0; y < y1; y++) {
    const before = seen;
    for (let x = x0; x < x1; x++) {
      const at = y * a.stride + x * a.bytesPerPixel;
      let most = 0;
      for (let c = 0; c < channels; c++) {
        const apart = Math.abs(a.pixels[at + c]! - b.pixels[at + c]!);
        if (apart > most) most = apart;
      }
      if (most > peak) peak = most;
      if (most >= threshold) seen++;
    }
    if (seen > before) rows++;
  }
  return { peak, share: seen / total, rows: rows / Math.max(1, y1 - y0) };
}
