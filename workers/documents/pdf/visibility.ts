import { type Detector, DRAWING_DETECTORS, firstHiding } from "../detectors.ts";
import type { HiddenTechnique } from "../types.ts";
import { type Drawing, refresh, release } from "./drawing.ts";
import { fillOf, NEARLY_TRANSPARENT } from "./fill.ts";
import { FONTLESS_CHECKS } from "./fontless.ts";
import { type Ink, inkOf, shareApart } from "./ink.ts";
import { overlappedWords } from "./overlap.ts";
import type { Box } from "./page-space.ts";
import { STATED_CHECKS } from "./stated.ts";
import { drawWithout, type Sight, tooLittleMemory, type Views, withDrawing, withViews } from "./views.ts";
import type { Word } from "./words.ts";

/** Steps of 255 by which text has to change the page to be seen: #e7e7e7 on white, a contrast of 1.24. */
const GREY_STEPS = 24;
const COLOUR_STEPS = 48;
/** Share of a word's ink box that has to change. The thinnest type covers 8 percent. */
const SEEN_SHARE = 0.012;
/** Letters that change less of their height may be showing on a line that they cross, and nowhere else. */
const SEEN_ROWS = 0.5;
/** Such letters are seen when this share of what lies behind them differs from their own colour. */
const APART_SHARE = 0.4;
/** A letter of which less of the height or width shows than this is not read. */
const SEEN_SPREAD = 0.4;
const MIN_UNSEEN_LETTERS = 3;

/** What the letters of a run change, and what lies behind them. */
interface Appearance {
  ink: Ink;
  /** Share of the box that differs from the letters' own colour. */
  apart: () => number;
}

/** Each tells that letters are not seen by what they change on the page. */
const INK_CHECKS: readonly { name: Detector; hides: (letters: Appearance) => boolean }[] = [
  { name: "pdf_unchanged", hides: ({ ink }) => !changes(ink, GREY_STEPS) },
  { name: "pdf_sliver", hides: ({ ink }) => isSliver(ink) },
  {
    name: "pdf_crossing",
    hides: ({ ink, apart }) => ink.rows > 0 && ink.rows < SEEN_ROWS && apart() < APART_SHARE,
  },
];

const changes = ({ peak, share }: Ink, steps: number) => peak >= steps && share >= SEEN_SHARE;
const isSliver = ({ height, width }: Ink) => Math.min(height, width) < SEEN_SPREAD;

/** True when letters of a run change the page, for the most part, and not only where they cross a line. */
function isSeen(sight: Sight, run: number, box: Box, { full, paper }: Views): boolean {
  const ink = inkOf(full, paper, box, GREY_STEPS);
  const apart = () => shareApart(paper, box, fillOf(sight.pdfium, sight.scratch, run).grey, GREY_STEPS);
  return !INK_CHECKS.some(({ name, hides }) => sight.detectors.has(name) && hides({ ink, apart }));
}

/**
 * The parts of a word that are not seen: all of it, or a stretch of letters where a cover or a clip ends inside it.
 * One or two unseen letters in a seen word are thin ones.
 */
function unseenParts(sight: Sight, word: Word, views: Views): Word[] {
  const unseen = word.glyphs.map((glyph) => !isSeen(sight, glyph.run, glyph.ink, views));
  if (!unseen.includes(true)) return [];
  if (!unseen.includes(false)) return [word];
  if (!isSeen(sight, word.run, word.box, views)) return [word];
  const parts: Word[] = [];
  if (!sight.detectors.has("pdf_part_of_word")) return parts;
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

/** Names how a word that is not seen on the drawn page is hidden. */
function unseenTechnique(sight: Sight, word: Word): HiddenTechnique {
  const run = sight.objects.runs.get(word.run);
  if (run?.layered) return "hidden_layer";
  if (fillOf(sight.pdfium, sight.scratch, word.run).alpha < NEARLY_TRANSPARENT) return "transparent";
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
    const stated = { word, run: sight.objects.runs.get(word.run), space: sight.space };
    const technique = firstHiding(STATED_CHECKS, sight.detectors, stated);
    if (technique) hidden.set(word, technique);
    else open.push(word);
  }
  if (open.length === 0 || ![...DRAWING_DETECTORS].some((name) => sight.detectors.has(name))) return hidden;
  const unseen = withViews(sight, false, (views) => fromDrawing(sight, open, views, hidden));
  if (unseen === null) throw tooLittleMemory();
  for (const word of confirmInColour(sight, unseen)) hidden.set(word, unseenTechnique(sight, word));
  coverUp(sight, open, hidden);
  return hidden;
}

/** Words that are not seen on the grey page; those without a font are settled at once. */
function fromDrawing(
  sight: Sight,
  open: readonly Word[],
  views: Views,
  hidden: Map<Word, HiddenTechnique>,
): Word[] {
  for (const word of open.filter(({ undrawable }) => undrawable)) {
    const fontless = {
      word,
      run: sight.objects.runs.get(word.run),
      fill: fillOf(sight.pdfium, sight.scratch, word.run),
      painted: sight.objects.painted,
      paper: views.paper,
    };
    const technique = firstHiding(FONTLESS_CHECKS, sight.detectors, fontless);
    if (technique) hidden.set(word, technique);
  }
  return open.filter(({ undrawable }) => !undrawable).flatMap((word) => unseenParts(sight, word, views));
}

/** Words of another hue but the same grey are seen after all. Without memory for colours they count as unseen. */
function confirmInColour(sight: Sight, unseen: readonly Word[]): readonly Word[] {
  if (unseen.length === 0) return unseen;
  const confirmed = withViews(sight, true, ({ full, paper }) =>
    unseen.filter((word) => {
      const ink = inkOf(full, paper, word.box, COLOUR_STEPS);
      return !changes(ink, COLOUR_STEPS) || ink.rows < SEEN_ROWS || isSliver(ink);
    }),
  );
  return confirmed ?? unseen;
}

/** Adds words whose spot is inked by something else: others that lie over them, or what is left of a hidden word. */
function coverUp(sight: Sight, open: readonly Word[], hidden: Map<Word, HiddenTechnique>): void {
  const seen = open.filter((word) => !word.undrawable && !hidden.has(word));
  const layers: Word[][] = [];
  if (sight.detectors.has("pdf_overlap")) {
    const { first, second } = overlappedWords(seen);
    layers.push(first, second);
  }
  if (sight.detectors.has("pdf_remainder")) layers.push(remainders(seen, hidden));
  const asked = layers.filter((layer) => layer.length > 0);
  if (asked.length === 0) return;
  withDrawing(sight, (full) => {
    for (const layer of asked) {
      for (const word of unchangedWithout(sight, layer, full)) hidden.set(word, unseenTechnique(sight, word));
    }
  });
}

/** Words of one layer whose absence changes nothing: something else makes their spot look inked. */
function unchangedWithout(sight: Sight, layer: readonly Word[], full: Drawing): Word[] {
  const runs = new Set(layer.flatMap((word) => word.glyphs.map((glyph) => glyph.run)));
  const without = drawWithout(sight, runs, false);
  if (!without) throw tooLittleMemory();
  refresh(sight.pdfium, full);
  const unchanged = layer.filter((word) => !changes(inkOf(full, without, word.box, GREY_STEPS), GREY_STEPS));
  release(sight.pdfium, without);
  return unchanged;
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
