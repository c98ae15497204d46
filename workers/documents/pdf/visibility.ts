import type { ReadLimits } from "../limits.ts";
import type { HiddenTechnique } from "../types.ts";
import { type Drawing, difference, draw, shareApart } from "./drawing.ts";
import type { Pdfium } from "./engine.ts";
import { overlappedWords } from "./overlap.ts";
import type { PageObjects, TextRun } from "./page-objects.ts";
import type { Box, PageSpace } from "./page-space.ts";
import type { Scratch } from "./scratch.ts";
import type { Word } from "./words.ts";

/** Everything that deciding what is seen on one page needs. */
export interface Sight {
  pdfium: Pdfium;
  page: number;
  space: PageSpace;
  objects: PageObjects;
  scratch: Scratch;
  limits: ReadLimits;
}

const INVISIBLE_MODE = 3;
const CLIP_MODE = 7;
/** Nobody reads 2.5 points; the smallest print in use is 4. */
const TINY_POINTS = 2.5;
const TINY_INK_POINTS = 0.6;
/** Steps of 255 by which text has to change the page to be seen: #e7e7e7 on white, a contrast of 1.24. */
const GREY_STEPS = 24;
const COLOUR_STEPS = 48;
/** Share of a word's ink box that has to change. The thinnest type covers 8 percent. */
const SEEN_SHARE = 0.012;
/** Letters that change less of their height may be showing on a line that they cross, and nowhere else. */
const SEEN_ROWS = 0.5;
/** Such letters are seen when this share of what lies behind them differs from their own colour. */
const APART_SHARE = 0.4;
/** Last painted things that are asked whether they cover a word without a font. */
const MAX_COVERS = 500;
const MIN_UNSEEN_LETTERS = 3;
const NEARLY_TRANSPARENT = 20;

function isOff(box: Box, space: PageSpace): boolean {
  const x = (box.x0 + box.x1) / 2;
  const y = (box.y0 + box.y1) / 2;
  return x < 0 || y < 0 || x > space.width || y > space.height;
}

/** What can be told from the page's description alone. */
function statedTechnique(word: Word, run: TextRun | undefined, space: PageSpace): HiddenTechnique | null {
  if (run && (run.mode === INVISIBLE_MODE || run.mode === CLIP_MODE)) return "render_mode";
  if (isOff(word.box, space)) return "off_page";
  const size = Math.max(...word.glyphs.map((glyph) => glyph.size));
  const { box } = word;
  const squeezed = word.glyphs.length > 2 && Math.min(box.x1 - box.x0, box.y1 - box.y0) < TINY_INK_POINTS;
  const dashes = /^[\p{P}\p{S}]*$/u.test(word.glyphs.map((glyph) => glyph.text).join(""));
  return size < TINY_POINTS || (squeezed && !dashes) ? "tiny" : null;
}

function setActive(sight: Sight, runs: Iterable<number>, active: boolean): void {
  for (const run of runs) sight.pdfium.FPDFPageObj_SetIsActive(run, active ? 1 : 0);
}

/** The page without the given runs. */
function drawWithout(sight: Sight, runs: readonly number[], colour: boolean): Drawing | null {
  setActive(sight, runs, false);
  const drawing = draw(sight.pdfium, sight.page, sight.space, sight.limits, colour);
  setActive(sight, runs, true);
  return drawing;
}

function changes(a: Drawing, b: Drawing, box: Box, steps: number): boolean {
  const { peak, share } = difference(a, b, box, steps);
  return peak >= steps && share >= SEEN_SHARE;
}

/** True when letters of a run change the page, and not only where they cross a line. */
function isSeen(sight: Sight, run: number, box: Box, full: Drawing, paper: Drawing): boolean {
  const { peak, share, rows } = difference(full, paper, box, GREY_STEPS);
  if (peak < GREY_STEPS || share < SEEN_SHARE) return false;
  return rows >= SEEN_ROWS || shareApart(paper, box, fillOf(sight, run).grey, GREY_STEPS) >= APART_SHARE;
}

/**
 * The parts of a word that change nothing on the page: all of it, or a stretch of letters where a cover or a
 * clip ends inside it. One or two unseen letters in a seen word are thin ones.
 */
function unseenParts(sight: Sight, word: Word, full: Drawing, paper: Drawing): Word[] {
  const unseen = word.glyphs.map((glyph) => !isSeen(sight, glyph.run, glyph.ink, full, paper));
  if (!unseen.includes(true)) return [];
  if (!unseen.includes(false)) return [word];
  if (!isSeen(sight, word.run, word.box, full, paper)) return [word];
  const parts: Word[] = [];
  for (let from = 0; from < unseen.length; from++) {
    let to = from;
    while (unseen[to]) to++;
    if (to - from >= MIN_UNSEEN_LETTERS) parts.push(part(word, from, to));
    from = Math.max(from, to);
  }
  return parts;
}

function part(word: Word, from: number, to: number): Word {
  const glyphs = word.glyphs.slice(from, to);
  const box = { ...glyphs[0]!.ink };
  for (const { ink } of glyphs) {
    box.x0 = Math.min(box.x0, ink.x0);
    box.y0 = Math.min(box.y0, ink.y0);
    box.x1 = Math.max(box.x1, ink.x1);
    box.y1 = Math.max(box.y1, ink.y1);
  }
  return { ...word, glyphs, box };
}

/** Fill colour of a run; alpha 255 where it cannot be told. */
function fillOf(sight: Sight, run: number): { grey: number; alpha: number } {
  const at = (index: number) => sight.scratch.pointer + index * 4;
  const known = sight.pdfium.FPDFPageObj_GetFillColor(run, at(0), at(1), at(2), at(3));
  if (known === 0) return { grey: 0, alpha: 255 };
  const { scratch } = sight;
  return {
    grey: 0.3 * scratch.int(0) + 0.59 * scratch.int(1) + 0.11 * scratch.int(2),
    alpha: scratch.int(3),
  };
}

/** Without a font nothing is drawn: the run's colour is held against what lies there, and covers are looked for. */
function undrawableTechnique(sight: Sight, word: Word, paper: Drawing): HiddenTechnique | null {
  const run = sight.objects.runs.get(word.run);
  const fill = fillOf(sight, word.run);
  if (fill.alpha < NEARLY_TRANSPARENT) return "transparent";
  const covered = sight.objects.painted
    .slice(-MAX_COVERS)
    .some(
      ({ order, box }) =>
        run !== undefined &&
        order > run.order &&
        box.x0 <= word.box.x0 &&
        box.x1 >= word.box.x1 &&
        box.y0 <= word.box.y0 &&
        box.y1 >= word.box.y1,
    );
  if (covered) return "low_contrast";
  const x = Math.min(
    paper.width - 1,
    Math.max(0, Math.round(((word.box.x0 + word.box.x1) / 2) * paper.scale)),
  );
  const y = Math.min(
    paper.height - 1,
    Math.max(0, Math.round(((word.box.y0 + word.box.y1) / 2) * paper.scale)),
  );
  return Math.abs(paper.pixels[y * paper.stride + x]! - fill.grey) < GREY_STEPS ? "low_contrast" : null;
}

/** Names how a word that changes nothing on the page is hidden. */
function unseenTechnique(sight: Sight, word: Word): HiddenTechnique {
  const run = sight.objects.runs.get(word.run);
  if (run?.layered) return "hidden_layer";
  if (fillOf(sight, word.run).alpha < NEARLY_TRANSPARENT) return "transparent";
  return run?.clipped ? "clipped" : "low_contrast";
}

/**
 * Finds the words of a page that a person does not see. The page is drawn with and without its text: a word
 * is seen where that makes a difference. Where words lie over one another, one layer at a time is left out.
 */
export function hiddenWords(sight: Sight, words: readonly Word[]): Map<Word, HiddenTechnique> {
  const hidden = new Map<Word, HiddenTechnique>();
  const open: Word[] = [];
  for (const word of words) {
    const technique = statedTechnique(word, sight.objects.runs.get(word.run), sight.space);
    if (technique) hidden.set(word, technique);
    else open.push(word);
  }
  if (open.length === 0) return hidden;
  const runs = [...sight.objects.runs.keys()];
  const full = draw(sight.pdfium, sight.page, sight.space, sight.limits, false);
  const paper = drawWithout(sight, runs, false);
  if (!full || !paper) return hidden;
  const drawable = open.filter((word) => !word.undrawable);
  const unseen = drawable.flatMap((word) => unseenParts(sight, word, full, paper));
  for (const word of confirmInColour(sight, unseen, runs)) hidden.set(word, unseenTechnique(sight, word));
  for (const word of open.filter((candidate) => candidate.undrawable)) {
    const technique = undrawableTechnique(sight, word, paper);
    if (technique) hidden.set(word, technique);
  }
  const seen = drawable.filter((word) => !hidden.has(word));
  const { first, second } = overlappedWords(seen);
  for (const layer of [first, second, remainders(seen, hidden)]) {
    for (const word of unchangedWithout(sight, layer, full)) hidden.set(word, unseenTechnique(sight, word));
  }
  return hidden;
}

/** Words of one layer whose absence changes nothing: something else makes their spot look inked. */
function unchangedWithout(sight: Sight, layer: readonly Word[], full: Drawing): Word[] {
  if (layer.length === 0) return [];
  const runs = new Set(layer.flatMap((word) => word.glyphs.map((glyph) => glyph.run)));
  const without = drawWithout(sight, [...runs], false);
  return without ? layer.filter((word) => !changes(full, without, word.box, GREY_STEPS)) : [];
}

/** What is left of words of which most is hidden: a letter or two that other ink may lie under. */
function remainders(words: readonly Word[], hidden: ReadonlyMap<Word, HiddenTechnique>): Word[] {
  const gone = new Set([...hidden.keys()].flatMap((part) => part.glyphs));
  return words.flatMap((word) => {
    const left = word.glyphs.filter((glyph) => !gone.has(glyph));
    if (left.length === 0 || left.length * 2 > word.glyphs.length) return [];
    return left.map((glyph) => ({ ...word, glyphs: [glyph], box: glyph.ink }));
  });
}

/** Words of another hue but the same grey are seen after all. */
function confirmInColour(sight: Sight, unseen: readonly Word[], runs: readonly number[]): readonly Word[] {
  if (unseen.length === 0) return unseen;
  const full = draw(sight.pdfium, sight.page, sight.space, sight.limits, true);
  const paper = full && drawWithout(sight, runs, true);
  if (!full || !paper) return unseen;
  return unseen.filter((word) => {
    const { share, rows } = difference(full, paper, word.box, COLOUR_STEPS);
    return share < SEEN_SHARE || rows < SEEN_ROWS;
  });
}
