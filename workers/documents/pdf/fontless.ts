import type { Check } from "../detectors.ts";
import type { Drawing } from "./drawing.ts";
import { NEARLY_TRANSPARENT, type TextFill } from "./fill.ts";
import type { Painted, TextRun } from "./page-objects.ts";
import type { Word } from "./words.ts";

/** A word that the engine has no font for: a viewer would draw it, the engine does not. */
export interface FontlessWord {
  word: Word;
  run: TextRun | undefined;
  fill: TextFill;
  painted: readonly Painted[];
  /** The page without its text, in grey. */
  paper: Drawing;
}

/** Last painted things that are asked whether they cover the word. */
const MAX_COVERS = 500;
/** Steps of 255 between the word and what it stands on. */
const GREY_STEPS = 24;

function isCovered({ word: { box }, run, painted }: FontlessWord): boolean {
  return painted
    .slice(-MAX_COVERS)
    .some(
      (cover) =>
        run !== undefined &&
        cover.order > run.order &&
        cover.box.x0 <= box.x0 &&
        cover.box.x1 >= box.x1 &&
        cover.box.y0 <= box.y0 &&
        cover.box.y1 >= box.y1,
    );
}

function hasPaperColour({ word: { box }, fill, paper }: FontlessWord): boolean {
  const pixel = (middle: number, last: number) =>
    Math.min(last, Math.max(0, Math.round(middle * paper.scale)));
  const x = pixel((box.x0 + box.x1) / 2, paper.width - 1);
  const y = pixel((box.y0 + box.y1) / 2, paper.height - 1);
  return Math.abs(paper.pixels[y * paper.stride + x]! - fill.grey) < GREY_STEPS;
}

/** What hides a word that cannot be drawn: its colour is held against what lies there, and covers are looked for. */
export const FONTLESS_CHECKS: readonly Check<FontlessWord>[] = [
  {
    name: "pdf_fontless_transparent",
    technique: "transparent",
    hides: ({ fill }) => fill.alpha < NEARLY_TRANSPARENT,
  },
  { name: "pdf_fontless_covered", technique: "low_contrast", hides: isCovered },
  { name: "pdf_fontless_low_contrast", technique: "low_contrast", hides: hasPaperColour },
];
