import type { Check } from "../detectors.ts";
import { shareInside } from "./clip.ts";
import type { Glyph } from "./glyphs.ts";
import type { TextRun } from "./page-objects.ts";
import type { PageSpace } from "./page-space.ts";
import type { Word } from "./words.ts";

/** A word and what the page's description says about how it is shown. */
export interface StatedWord {
  word: Word;
  run: TextRun | undefined;
  space: PageSpace;
}

const INVISIBLE_MODE = 3;
const CLIP_MODE = 7;
/** Nobody reads 2.5 points; the smallest print in use is 4. */
const TINY_POINTS = 2.5;
const TINY_INK_POINTS = 0.6;
/** A letter of which less of the height or width shows than this is not read. */
export const READ_SHARE = 0.4;

function isOffPage({ word: { box }, space }: StatedWord): boolean {
  const x = (box.x0 + box.x1) / 2;
  const y = (box.y0 + box.y1) / 2;
  return x < 0 || y < 0 || x > space.width || y > space.height;
}

function isTiny({ word }: StatedWord): boolean {
  return word.glyphs.every((glyph) => glyph.size < TINY_POINTS);
}

/** Letters without height or width, whatever their size says; dashes are flat by nature. */
function isSqueezed({ word: { box, glyphs } }: StatedWord): boolean {
  const flat = Math.min(box.x1 - box.x0, box.y1 - box.y0) < TINY_INK_POINTS;
  return glyphs.length > 2 && flat && !/^[\p{P}\p{S}]*$/u.test(glyphs.map(({ text }) => text).join(""));
}

/**
 * True when a clip leaves so little of a letter that it is not read, whatever else is drawn there. Both of its boxes
 * are asked, since some fonts give outlines, and others metrics, that are not those of the letter.
 */
export function isClippedAway({ ink, cell }: Glyph, run: TextRun | undefined, undrawable = false): boolean {
  const clip = run?.clip;
  if (!clip || shareInside(cell, clip) >= READ_SHARE) return false;
  return undrawable || shareInside(ink, clip) < READ_SHARE;
}

const isLetter = ({ text }: Glyph) => /[\p{L}\p{N}]/u.test(text);

/** Dots and dashes of a word may fit into what its clip leaves; without the letters they say nothing. */
function isClippedWord({ word: { glyphs, undrawable }, run }: StatedWord): boolean {
  if (!run?.clip) return false;
  const letters = glyphs.filter(isLetter);
  return (letters.length > 0 ? letters : glyphs).every((glyph) => isClippedAway(glyph, run, undrawable));
}

/** What hides a word by the page's description alone (render modes: ISO 32000-1, table 106). */
export const STATED_CHECKS: readonly Check<StatedWord>[] = [
  {
    name: "pdf_render_mode",
    technique: "render_mode",
    hides: ({ run }) => run?.mode === INVISIBLE_MODE || run?.mode === CLIP_MODE,
  },
  { name: "pdf_off_page", technique: "off_page", hides: isOffPage },
  { name: "pdf_clipped", technique: "clipped", hides: isClippedWord },
  { name: "pdf_tiny", technique: "tiny", hides: isTiny },
  { name: "pdf_squeezed", technique: "tiny", hides: isSqueezed },
];
