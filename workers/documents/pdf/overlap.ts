import type { Box } from "./page-space.ts";
import type { Word } from "./words.ts";

const CELL_POINTS = 24;
/** A spot with more words than this is no text; it keeps the search linear. */
const MAX_IN_CELL = 32;
/** Share of the smaller box; neighbouring lines and accents overlap by less. */
const OVERLAP = 0.5;

function area(box: Box): number {
  return Math.max(0, box.x1 - box.x0) * Math.max(0, box.y1 - box.y0);
}

function overlaps(a: Box, b: Box): boolean {
  const shared = {
    x0: Math.max(a.x0, b.x0),
    y0: Math.max(a.y0, b.y0),
    x1: Math.min(a.x1, b.x1),
    y1: Math.min(a.y1, b.y1),
  };
  return area(shared) > OVERLAP * Math.min(area(a), area(b)) && area(shared) > 0;
}

/** Words of two runs of which one lies over the other, parted so that no two in one part overlap. */
export interface OverlapParts {
  first: Word[];
  second: Word[];
}

/**
 * Finds words that share most of their box with a word of other runs: one of the two may hide behind the
 * other. Words are coloured with two colours; where three lie over one another the third goes unasked.
 */
export function overlappedWords(words: readonly Word[]): OverlapParts {
  const parts = new Map<Word, 0 | 1>();
  for (const [a, b] of overlappingPairs(words)) {
    const colour = parts.get(a) ?? (parts.get(b) === 0 ? 1 : 0);
    const other = colour === 0 ? 1 : 0;
    if ((parts.get(b) ?? other) === other) parts.set(a, colour).set(b, other);
  }
  const coloured = (colour: 0 | 1) => [...parts].filter(([, own]) => own === colour).map(([word]) => word);
  return { first: coloured(0), second: coloured(1) };
}

function* overlappingPairs(words: readonly Word[]): Generator<[Word, Word]> {
  const cells = new Map<string, Word[]>();
  for (const word of words) {
    if (word.glyphs.length < 2) continue;
    for (const key of cellsOf(word.box)) {
      const others = cells.get(key);
      if (!others) {
        cells.set(key, [word]);
        continue;
      }
      for (const other of others) {
        if (other.run !== word.run && other !== word && overlaps(other.box, word.box)) yield [other, word];
      }
      if (others.length < MAX_IN_CELL) others.push(word);
    }
  }
}

function* cellsOf(box: Box): Generator<string> {
  for (let x = Math.floor(box.x0 / CELL_POINTS); x <= Math.floor(box.x1 / CELL_POINTS); x++) {
    for (let y = Math.floor(box.y0 / CELL_POINTS); y <= Math.floor(box.y1 / CELL_POINTS); y++)
      yield `${x},${y}`;
  }
}
