import type { Pdfium } from "./engine.ts";
import { type Matrix, transform } from "./matrix.ts";
import type { Box, PageSpace } from "./page-space.ts";
import type { Scratch } from "./scratch.ts";

/** Segments of an object's clip paths that are looked at. A rectangle has five; longer paths bound nothing. */
const MAX_SEGMENTS = 320;
const RECTANGLE = 5;
const CORNERS = 4;
/** Points by which corners may miss one another. */
const ROUNDING = 0.01;

/** Bounds of a clip, in display space: outside of them nothing is drawn. */
export interface Clip extends Box {
  /** It is an upright rectangle, inside of which everything is drawn. */
  rectangular: boolean;
}

const UNKNOWN: Clip = { x0: -Infinity, y0: -Infinity, x1: Infinity, y1: Infinity, rectangular: false };

/** What the clip of an object's surroundings leaves to it, and how its coordinates become the page's. */
export interface ClipPlace {
  matrix: Matrix;
  /** Null where nothing is clipped. */
  clip: Clip | null;
}

/** What an object is clipped to, and what that costs. */
export interface Clipping {
  clip: Clip | null;
  /** What to look at the clip costs us, in square points of the page. */
  looked: number;
  /** Square points that the engine goes through to set the clip: each path that is no rectangle fills a mask. */
  area: number;
  /** Which clip it is: the engine sets one anew only where this is another than the last object's. 0 for none. */
  shared: number;
  /** Neither paths nor text clip the object. */
  free: boolean;
}

/** To look at a segment costs us, and to cut a rectangle costs the engine, about as much as so many square points. */
const SEGMENT_AREA = 100;

/**
 * Where the engine keeps a clip. Objects between the same `q` and `Q` share one, which the handle of each points to
 * (PDFium's `CPDF_ClipPath` is that pointer alone); it compares them by it before it sets a clip.
 */
const sharedClip = (pdfium: Pdfium, handle: number): number =>
  handle === 0 ? 0 : new DataView(pdfium.memory.buffer).getUint32(handle, true);

/** The bounds of an object's clip paths (ISO 32000-1, 8.5.4), one within the other and in those of the forms around it. */
export function readClipping(
  pdfium: Pdfium,
  object: number,
  scratch: Scratch,
  space: PageSpace,
  { matrix, clip: outer }: ClipPlace,
): Clipping {
  const paths = pdfium.FPDFPageObj_GetClipPath(object);
  const count = pdfium.FPDFClipPath_CountPaths(paths);
  const page: Box = { x0: 0, y0: 0, x1: space.width, y1: space.height };
  let clip = outer;
  let looked = 0;
  let area = 0;
  let left = MAX_SEGMENTS;
  // The innermost are the last, and the narrowest.
  for (let path = count - 1; path >= 0; path--) {
    const segments = left < 0 ? 0 : pdfium.FPDFClipPath_CountPathSegments(paths, path);
    left -= Math.max(1, segments);
    const known = segments > 0 && left >= 0;
    const box = known ? boundsOf(pdfium, paths, path, segments, scratch, space, matrix) : UNKNOWN;
    const rectangular = box.rectangular && clip?.rectangular !== false;
    clip = clip ? { ...intersection(box, clip), rectangular } : box;
    looked += SEGMENT_AREA * Math.max(1, segments);
    if (!box.rectangular) area += areaOf(intersection(box, page));
  }
  return { clip, looked, area, shared: sharedClip(pdfium, paths), free: count < 0 };
}

const areaOf = ({ x0, y0, x1, y1 }: Box): number => Math.max(0, x1 - x0) * Math.max(0, y1 - y0);

function boundsOf(
  pdfium: Pdfium,
  paths: number,
  path: number,
  segments: number,
  scratch: Scratch,
  space: PageSpace,
  matrix: Matrix,
): Clip {
  const points: [number, number][] = [];
  for (let index = 0; index < segments; index++) {
    const segment = pdfium.FPDFClipPath_GetPathSegment(paths, path, index);
    pdfium.FPDFPathSegment_GetPoint(segment, scratch.pointer, scratch.pointer + 4);
    points.push(transform(matrix, scratch.float(0), scratch.float(1)));
  }
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [bottom, top] = [Math.min(...ys), Math.max(...ys)];
  const isCorner = ([x, y]: [number, number]) =>
    Math.min(x - left, right - x) < ROUNDING && Math.min(y - bottom, top - y) < ROUNDING;
  // Along the sides, not across: three corners make a triangle.
  const isSide = ([x, y]: [number, number], i: number) => {
    const [nextX, nextY] = points[(i + 1) % points.length]!;
    return Math.abs(x - nextX) < ROUNDING || Math.abs(y - nextY) < ROUNDING;
  };
  const rectangular =
    segments >= CORNERS && segments <= RECTANGLE && points.every(isCorner) && points.every(isSide);
  return { ...space.box(left, bottom, right, top), rectangular };
}

function intersection(a: Box, b: Box): Box {
  return {
    x0: Math.max(a.x0, b.x0),
    y0: Math.max(a.y0, b.y0),
    x1: Math.min(a.x1, b.x1),
    y1: Math.min(a.y1, b.y1),
  };
}

/** Share of a box's height or width, whichever is less, that lies inside a clip: 0 to 1. */
export function shareInside(box: Box, clip: Box): number {
  const { x0, y0, x1, y1 } = intersection(box, clip);
  if (x1 < x0 || y1 < y0) return 0;
  const share = (part: number, whole: number) => (whole > 0 ? part / whole : 1);
  return Math.min(share(x1 - x0, box.x1 - box.x0), share(y1 - y0, box.y1 - box.y0));
}
