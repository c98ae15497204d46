import type { Box } from "./page-space.ts";
import type { Word } from "./words.ts";

const CELL_POINTS = 24;
/** A spot with more words than this is no text; it keeps the search linear. */
const MAX_IN_CELL = 32;
/**
 * Share of the smaller box that two letters have in common. A letter counts as seen from 1.2 percent of ink on, and
 * ink covers less than half of a box, so that smaller overlaps do not deceive.
 */
const OVERLAP = 0.03;
/** Drawings of one page; runs that would need more of them are not asked. */
const MAX_LAYERS = 4;

function area(box: Box): number {
  return Math.max(0, box.x1 - box.x0) * Math.max(0, box.y1 - box.y0);
}

function overlaps(a: Box, b: Box): boolean {
  const wide = Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0);
  const high = Math.min(a.y1, b.y1) - Math.max(a.y0, b.y0);
  return wide > 0 && high > 0 && wide * high > OVERLAP * Math.min(area(a), area(b));
}

/** Words into whose letters those of other runs reach; no two runs of one layer reach into each other. */
export interface Layer {
  words: Word[];
  runs: Set<number>;
}

/**
 * Finds words whose ink cannot be told from that of others by leaving all text out: lines set so close that their
 * letters reach into each other, or text over text. Parted into layers, each of which can be left out alone.
 */
export function overlappedLayers(words: readonly Word[]): Layer[] {
  const groups = groupRuns(words);
  const rivals = new Map<number, Set<number>>();
  const rivalsOf = (run: number) => {
    const group = groups.get(run) ?? run;
    const set = rivals.get(group) ?? new Set();
    rivals.set(group, set);
    return { group, set };
  };
  const asked = new Set<Word>();
  for (const [a, b] of overlappingPairs(words)) {
    const [one, other] = [rivalsOf(a.run), rivalsOf(b.run)];
    if (one.group === other.group) continue;
    one.set.add(other.group);
    other.set.add(one.group);
    asked.add(a).add(b);
  }
  const colours = colour(rivals);
  const layers: Layer[] = [];
  for (const word of asked) {
    const own = colours.get(groups.get(word.run) ?? word.run);
    if (own === undefined) continue;
    layers[own] ??= { words: [], runs: new Set() };
    layers[own].words.push(word);
    for (const { run } of word.glyphs) layers[own].runs.add(run);
  }
  return layers.filter((layer) => layer !== undefined);
}

/** Runs that share a word are left out together: the first of each group by run. */
function groupRuns(words: readonly Word[]): Map<number, number> {
  const first = new Map<number, number>();
  for (const { glyphs, run } of words) {
    const group = first.get(run) ?? run;
    for (const glyph of glyphs) if (!first.has(glyph.run)) first.set(glyph.run, group);
  }
  return first;
}

/** Each group gets the first layer that none of its rivals is in. */
function colour(rivals: ReadonlyMap<number, ReadonlySet<number>>): Map<number, number> {
  const colours = new Map<number, number>();
  for (const [group, others] of rivals) {
    const taken = new Set([...others].map((other) => colours.get(other)));
    const free = Array.from({ length: MAX_LAYERS }, (_, layer) => layer).find((layer) => !taken.has(layer));
    if (free !== undefined) colours.set(group, free);
  }
  return colours;
}

/** Words of different runs of which a letter of one reaches into a letter of the other. */
function* overlappingPairs(words: readonly Word[]): Generator<[Word, Word]> {
  const cells = new Map<string, Word[]>();
  for (const word of words) {
    for (const key of cellsOf(word.box)) {
      const others = cells.get(key);
      if (!others) {
        cells.set(key, [word]);
        continue;
      }
      for (const other of others)
        if (other.run !== word.run && lettersOverlap(other, word)) yield [other, word];
      if (others.length < MAX_IN_CELL && others.at(-1) !== word) others.push(word);
    }
  }
}

function lettersOverlap(a: Word, b: Word): boolean {
  const near = (box: Box, other: Box) =>
    box.x0 < other.x1 && other.x0 < box.x1 && box.y0 < other.y1 && other.y0 < box.y1;
  if (!near(a.box, b.box)) return false;
  const letters = b.glyphs.filter(({ ink }) => near(ink, a.box));
  return a.glyphs.some(({ ink }) => near(ink, b.box) && letters.some((letter) => overlaps(ink, letter.ink)));
}

function* cellsOf(box: Box): Generator<string> {
  for (let x = Math.floor(box.x0 / CELL_POINTS); x <= Math.floor(box.x1 / CELL_POINTS); x++) {
    for (let y = Math.floor(box.y0 / CELL_POINTS); y <= Math.floor(box.y1 / CELL_POINTS); y++)
      yield `${x},${y}`;
  }
}
