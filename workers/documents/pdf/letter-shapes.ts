import type { Glyph } from "./glyphs.ts";
import { median } from "./rows.ts";

/**
 * Tells fonts whose character map lies by the outlines of the letters: "p" goes below the line, "l" stands
 * taller than "x", whatever the typeface. A map that swaps letters breaks this for about half of them.
 */

const X_HEIGHT = new Set("acemnorsuvwxz");
const ASCENDER = new Set("bdhkl");
const DESCENDER = new Set("gpqy");
/** Fewer letters than this prove nothing. */
const MIN_LETTERS = 10;
const MIN_BROKEN_SHARE = 0.35;
const BELOW_LINE = 0.09;
const TALLER = 1.18;

interface Shape {
  top: number;
  bottom: number;
}

function shapeOf(glyph: Glyph): Shape {
  return { top: (glyph.y - glyph.ink.y0) / glyph.size, bottom: (glyph.ink.y1 - glyph.y) / glyph.size };
}

function breaks(letter: string, shape: Shape, xHeight: number): boolean {
  const below = shape.bottom > BELOW_LINE;
  const tall = shape.top > TALLER * xHeight;
  if (DESCENDER.has(letter)) return !below || tall;
  if (ASCENDER.has(letter)) return below || !tall;
  return below || tall;
}

/** Capitals and small capitals in place of small letters: everything is as tall as everything else. */
function isAllCapitals(shapes: ReadonlyMap<string, Shape>): boolean {
  const tops = [...shapes.values()].map((shape) => shape.top);
  const typical = median(tops);
  return tops.filter((top) => Math.abs(top - typical) < 0.08 * typical).length >= 0.85 * tops.length;
}

function lies(shapes: ReadonlyMap<string, Shape>): boolean {
  if (shapes.size < MIN_LETTERS || isAllCapitals(shapes)) return false;
  const claimed = [...shapes].filter(([letter]) => X_HEIGHT.has(letter)).map(([, shape]) => shape.top);
  const xHeight = claimed.length > 0 ? median(claimed) : 0.5;
  const broken = [...shapes].filter(([letter, shape]) => breaks(letter, shape, xHeight)).length;
  return broken >= MIN_BROKEN_SHARE * shapes.size;
}

/** Fonts (by the engine's handle) whose small letters do not have the shapes of the letters they claim to be. */
export function lyingFonts(glyphs: readonly Glyph[], fontOf: (run: number) => number): Set<number> {
  const fonts = new Map<number, Map<string, Shape>>();
  for (const glyph of glyphs) {
    const known = X_HEIGHT.has(glyph.text) || ASCENDER.has(glyph.text) || DESCENDER.has(glyph.text);
    if (!known || glyph.turns !== 0 || glyph.size < 2.5 || glyph.ink.y1 - glyph.ink.y0 < 0.05) continue;
    const font = fontOf(glyph.run);
    const shapes = fonts.get(font) ?? new Map<string, Shape>();
    fonts.set(font, shapes);
    if (!shapes.has(glyph.text)) shapes.set(glyph.text, shapeOf(glyph));
  }
  return new Set([...fonts].filter(([, shapes]) => lies(shapes)).map(([font]) => font));
}
