import type { Pdfium } from "./engine.ts";
import type { Scratch } from "./scratch.ts";

/** A rectangle as the reader sees it: points from the top left corner of the upright page, y downwards. */
export interface Box {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

/** Turns PDF user space (y upwards, before /Rotate) into what is seen on the screen. */
export interface PageSpace {
  width: number;
  height: number;
  /** Quarter turns clockwise that the page is shown with. */
  turns: number;
  point(x: number, y: number): [number, number];
  box(left: number, bottom: number, right: number, top: number): Box;
}

/** Reads the page's crop box and rotation (ISO 32000-1, 14.11.2 and table 30). */
export function pageSpace(pdfium: Pdfium, page: number, scratch: Scratch): PageSpace {
  pdfium.FPDF_GetPageBoundingBox(page, scratch.pointer);
  const left = scratch.float(0);
  const top = scratch.float(1);
  const width = Math.max(1, scratch.float(2) - left);
  const height = Math.max(1, top - scratch.float(3));
  const turns = ((pdfium.FPDFPage_GetRotation(page) % 4) + 4) % 4;
  const point = (x: number, y: number): [number, number] => {
    const u = x - left;
    const v = top - y;
    if (turns === 1) return [height - v, u];
    if (turns === 2) return [width - u, height - v];
    if (turns === 3) return [v, width - u];
    return [u, v];
  };
  return {
    width: turns % 2 === 0 ? width : height,
    height: turns % 2 === 0 ? height : width,
    turns,
    point,
    box(x0, bottom, x1, y1) {
      const [ax, ay] = point(x0, bottom);
      const [bx, by] = point(x1, y1);
      return { x0: Math.min(ax, bx), y0: Math.min(ay, by), x1: Math.max(ax, bx), y1: Math.max(ay, by) };
    },
  };
}
