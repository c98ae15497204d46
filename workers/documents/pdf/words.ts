import type { Glyph } from "./glyphs.ts";
import type { TextRun } from "./page-objects.ts";
import type { Box } from "./page-space.ts";

/** Up to a dozen glyphs side by side without a space: what is asked for as one, whether it is seen. */
export interface Word {
  glyphs: Glyph[];
  /** The run of its first glyph; the others are drawn in the same way. */
  run: number;
  /** Box of the ink. */
  box: Box;
  /** The engine has no font for it, so that it draws nothing here though a viewer would. */
  undrawable: boolean;
}

/** Long words and CJK sentences are cut, so that a hidden part cannot lean on a visible one. */
const MAX_GLYPHS = 12;
const NO_INK = 0.05;
const SIDE_BY_SIDE_EMS = 0.3;

function isUndrawable(glyph: Glyph): boolean {
  const { ink, cell } = glyph;
  return (
    (ink.y1 - ink.y0 < NO_INK || ink.x1 - ink.x0 < NO_INK) &&
    glyph.size > 1 &&
    cell.x1 - cell.x0 > 0.1 * glyph.size
  );
}

function boxOf(glyph: Glyph, undrawable: boolean): Box {
  return undrawable ? glyph.cell : glyph.ink;
}

/** Some programs draw each letter as a run of its own: those that stand side by side are one word. */
function continues(word: Word, glyph: Glyph, runs: ReadonlyMap<number, TextRun>): boolean {
  const last = word.glyphs.at(-1)!;
  if (last.run === glyph.run) return true;
  const a = runs.get(last.run);
  const b = runs.get(glyph.run);
  if (!a || !b || a.mode !== b.mode || a.layered !== b.layered || (a.clip === null) !== (b.clip === null))
    return false;
  const apart = Math.abs(glyph.cell.x0 - last.cell.x1) + Math.abs(glyph.y - last.y);
  return apart < SIDE_BY_SIDE_EMS * glyph.size;
}

/** Joins glyphs to words in content-stream order; spaces belong to none. */
export function words(glyphs: readonly Glyph[], runs: ReadonlyMap<number, TextRun>): Word[] {
  const result: Word[] = [];
  let open: Word | null = null;
  for (const glyph of glyphs) {
    if (glyph.space) {
      open = null;
      continue;
    }
    const undrawable = isUndrawable(glyph);
    const box = boxOf(glyph, undrawable);
    const fits = open && open.undrawable === undrawable && open.glyphs.length < MAX_GLYPHS;
    if (open && fits && continues(open, glyph, runs)) {
      open.glyphs.push(glyph);
      open.box.x0 = Math.min(open.box.x0, box.x0);
      open.box.y0 = Math.min(open.box.y0, box.y0);
      open.box.x1 = Math.max(open.box.x1, box.x1);
      open.box.y1 = Math.max(open.box.y1, box.y1);
    } else {
      open = { glyphs: [glyph], run: glyph.run, box: { ...box }, undrawable };
      result.push(open);
    }
  }
  return result;
}
