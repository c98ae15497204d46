import type { Drawing } from "./drawing.ts";
import type { Box } from "./page-space.ts";

/** What text changes on the page inside a box: two drawings compared, one with the text and one without. */
export interface Ink {
  /** Largest difference of a channel, 0 to 255. */
  peak: number;
  /** Share of the box's pixels that differ by at least the threshold. */
  share: number;
  /** Share of the box's rows of pixels that hold one which does. */
  rows: number;
  /**
   * How far the difference spreads over the box's height and width: about 1 where it lies all over, as the ink of a
   * whole letter does in a box drawn tightly around it, 0.2 where only a fifth of the height shows.
   */
  height: number;
  width: number;
}

interface PixelBox {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

/** Fewer pixels than this are too coarse to tell a part from the whole. */
const COARSE_PIXELS = 4;
/** Differences below it are the rounding of two drawings. */
const NOISE = 4;
/** The standard deviation of what lies evenly over a length, as a share of that length, is 1 / √12. */
const EVEN = Math.sqrt(12);

/**
 * The pixels of a box. Where they are few, the neighbours on both sides belong to it: the engine sets letters to whole
 * pixels, and may draw a colon beside its own box.
 */
function drawnBox(box: Box, drawing: Drawing): PixelBox {
  const { x0, y0, x1, y1 } = pixelBox(box, drawing);
  const [beside, above] = [x1 - x0 < COARSE_PIXELS ? 1 : 0, y1 - y0 < COARSE_PIXELS ? 1 : 0];
  return {
    x0: Math.max(0, x0 - beside),
    y0: Math.max(0, y0 - above),
    x1: Math.min(drawing.width, x1 + beside),
    y1: Math.min(drawing.height, y1 + above),
  };
}

function pixelBox(box: Box, drawing: Drawing): PixelBox {
  const x0 = Math.max(0, Math.floor(box.x0 * drawing.scale));
  const y0 = Math.max(0, Math.floor(box.y0 * drawing.scale));
  const x1 = Math.min(drawing.width, Math.max(x0 + 1, Math.ceil(box.x1 * drawing.scale)));
  const y1 = Math.min(drawing.height, Math.max(y0 + 1, Math.ceil(box.y1 * drawing.scale)));
  return { x0, y0, x1, y1 };
}

/** Share of a grey drawing's pixels inside a box (in points) that differ from a grey by at least `steps`. */
export function shareApart(drawing: Drawing, box: Box, grey: number, steps: number): number {
  const { x0, y0, x1, y1 } = pixelBox(box, drawing);
  const { pixels, stride } = drawing;
  let apart = 0;
  for (let y = y0; y < y1; y++) {
    for (let x = x0; x < x1; x++) if (Math.abs(pixels[y * stride + x]! - grey) >= steps) apart++;
  }
  return apart / Math.max(1, (x1 - x0) * (y1 - y0));
}

/** Standard deviation over an even one; 1 where the length is too coarse, or where there is nothing to spread. */
function spread(mass: number, first: number, second: number, pixels: number): number {
  if (mass === 0 || pixels < COARSE_PIXELS) return 1;
  const mean = first / mass;
  return (Math.sqrt(Math.max(0, second / mass - mean * mean)) * EVEN) / pixels;
}

/** Compares two drawings of one page inside a box (in points). */
export function inkOf(a: Drawing, b: Drawing, box: Box, threshold: number): Ink {
  const { x0, y0, x1, y1 } = drawnBox(box, a);
  const { pixels, stride, bytesPerPixel } = a;
  const others = b.pixels;
  let [peak, seen, rows, mass, massX, massXX, massY, massYY] = [0, 0, 0, 0, 0, 0, 0, 0];
  for (let y = y0; y < y1; y++) {
    const before = seen;
    let row = 0;
    for (let x = x0; x < x1; x++) {
      const at = y * stride + x * bytesPerPixel;
      let most = Math.abs(pixels[at]! - others[at]!);
      if (bytesPerPixel === 4) {
        most = Math.max(most, Math.abs(pixels[at + 1]! - others[at + 1]!));
        most = Math.max(most, Math.abs(pixels[at + 2]! - others[at + 2]!));
      }
      if (most < NOISE) continue;
      if (most > peak) peak = most;
      if (most >= threshold) seen++;
      row += most;
      massX += most * (x - x0);
      massXX += most * (x - x0) * (x - x0);
    }
    if (seen > before) rows++;
    mass += row;
    massY += row * (y - y0);
    massYY += row * (y - y0) * (y - y0);
  }
  const own = pixelBox(box, a);
  const [wide, high] = [Math.max(1, own.x1 - own.x0), Math.max(1, own.y1 - own.y0)];
  return {
    peak,
    share: seen / (wide * high),
    rows: Math.min(1, rows / high),
    height: spread(mass, massY, massYY, high),
    width: spread(mass, massX, massXX, wide),
  };
}
