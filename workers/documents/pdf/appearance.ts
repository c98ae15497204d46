import type { Detector } from "../detectors.ts";
import { fillOf } from "./fill.ts";
import type { Glyph } from "./glyphs.ts";
import { type Ink, inkOf, shareApart } from "./ink.ts";
import type { Box } from "./page-space.ts";
import { isClippedAway, READ_SHARE } from "./stated.ts";
import type { Sight, Views } from "./views.ts";
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
const isSliver = ({ height, width }: Ink) => Math.min(height, width) < READ_SHARE;

/** True when letters of a run change the page, for the most part, and not only where they cross a line. */
function isSeen(sight: Sight, run: number, box: Box, { full, paper }: Views): boolean {
  const ink = inkOf(full, paper, box, GREY_STEPS);
  const apart = () => shareApart(paper, box, fillOf(sight.pdfium, sight.scratch, run).grey, GREY_STEPS);
  return !INK_CHECKS.some(({ name, hides }) => sight.detectors.has(name) && hides({ ink, apart }));
}

const isClipped = ({ detectors, objects }: Sight, glyph: Glyph) =>
  detectors.has("pdf_clipped") && isClippedAway(glyph, objects.runs.get(glyph.run));

/**
 * The parts of a word that are not seen: all of it, or a stretch of letters where a cover or a clip ends inside it.
 * One or two unseen letters in a seen word are thin ones.
 */
export function unseenParts(sight: Sight, word: Word, views: Views): Word[] {
  const unseen = word.glyphs.map(
    (glyph) => isClipped(sight, glyph) || !isSeen(sight, glyph.run, glyph.ink, views),
  );
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

/** False for a word that is not seen on the grey page but has another hue than what it stands on. */
export function isUnseenInColour(sight: Sight, word: Word, { full, paper }: Views): boolean {
  if (word.glyphs.every((glyph) => isClipped(sight, glyph))) return true;
  const ink = inkOf(full, paper, word.box, COLOUR_STEPS);
  return !changes(ink, COLOUR_STEPS) || ink.rows < SEEN_ROWS || isSliver(ink);
}
