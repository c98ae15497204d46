import type { Glyph } from "./glyphs.ts";

/** A glyph turned upright, so that its line runs along x and lines follow one another along y. */
export interface Placed {
  text: string;
  x0: number;
  x1: number;
  baseline: number;
  size: number;
  /** Position in the content stream. */
  order: number;
  /** The glyph before it in the stream, when a drawn space stands between the two; else -1. */
  spaceAfter: number;
  /** Width of the spaces drawn before it. */
  blank: number;
}

/** Glyphs that follow one another in the stream on one baseline without a wide gap. */
export interface Fragment {
  glyphs: Placed[];
  x0: number;
  x1: number;
  y0: number;
  y1: number;
  baseline: number;
  size: number;
  order: number;
}

/** A gap of this many ems is wider than any word space, justified lines aside. */
export const GAP_EMS = 1.1;
/** A gap that drawn spaces fill to this share was typed, and the line goes on behind it. */
const TYPED_SHARE = 0.8;
export const TYPED_GAP_EMS = 3;
/** How far a superscript may leave its line and still belong to it. */
const RAISE_EMS = 0.45;
const ASCENT_EMS = 0.76;
const DESCENT_EMS = 0.2;

const isIdeograph = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/u;

/** True when most of the glyphs run downwards in columns, as vertical Japanese and Chinese do. */
export function runsDownwards(glyphs: readonly Glyph[]): boolean {
  let down = 0;
  let across = 0;
  for (let i = 1; i < glyphs.length; i++) {
    const before = glyphs[i - 1]!;
    const glyph = glyphs[i]!;
    if (!isIdeograph.test(glyph.text)) continue;
    const dx = Math.abs(glyph.x - before.x);
    const dy = glyph.y - before.y;
    if (dx < 0.1 * glyph.size && dy > 0.5 * glyph.size && dy < 2 * glyph.size) down++;
    else if (Math.abs(dy) < 0.1 * glyph.size) across++;
  }
  return down > 3 && down > across;
}

function upright(
  { cell, x, y }: Glyph,
  turns: number,
  vertical: boolean,
): [x0: number, x1: number, y: number] {
  if (vertical) return [cell.y0, cell.y1, -(cell.x0 + cell.x1) / 2];
  if (turns === 1) return [cell.y0, cell.y1, -x];
  if (turns === 2) return [-cell.x1, -cell.x0, -y];
  if (turns === 3) return [-cell.y1, -cell.y0, x];
  return [cell.x0, cell.x1, y];
}

/** Turns glyphs of one writing direction upright. `turns` is their quarter turns; `vertical` adds top-to-bottom text. */
export function place(glyphs: readonly Glyph[], turns: number, vertical: boolean): Placed[] {
  const placed: Placed[] = [];
  let spaced = false;
  let blank = 0;
  let before = -1;
  for (const [order, glyph] of glyphs.entries()) {
    const { cell, text, size } = glyph;
    if (glyph.space) {
      spaced = true;
      blank += vertical || turns % 2 === 1 ? cell.y1 - cell.y0 : cell.x1 - cell.x0;
      continue;
    }
    const [x0, x1, baseline] = upright(glyph, turns, vertical);
    placed.push({ text, x0, x1, baseline, size, order, spaceAfter: spaced ? before : -1, blank });
    spaced = false;
    blank = 0;
    before = order;
  }
  return placed;
}

function start(glyph: Placed): Fragment {
  return {
    glyphs: [glyph],
    x0: glyph.x0,
    x1: glyph.x1,
    y0: glyph.baseline - ASCENT_EMS * glyph.size,
    y1: glyph.baseline + DESCENT_EMS * glyph.size,
    baseline: glyph.baseline,
    size: glyph.size,
    order: glyph.order,
  };
}

function continues(fragment: Fragment, glyph: Placed): boolean {
  const last = fragment.glyphs.at(-1)!;
  const em = Math.max(Math.min(fragment.size, glyph.size), 0.5);
  const reach = Math.max(fragment.size, glyph.size);
  if (Math.abs(glyph.baseline - fragment.baseline) > RAISE_EMS * reach) return false;
  if (glyph.size === last.size && Math.abs(glyph.baseline - last.baseline) > 0.25 * em) return false;
  const forward = glyph.x0 - last.x1;
  const backward = last.x0 - glyph.x1;
  const typed = glyph.spaceAfter === last.order && glyph.blank > TYPED_SHARE * forward;
  if (typed && forward > 0 && forward < TYPED_GAP_EMS * em) return true;
  return (forward < GAP_EMS * em && forward > -0.8 * em) || (backward < GAP_EMS * em && backward > -0.8 * em);
}

/** Joins glyphs to fragments. A wide gap, a new line or a jump backwards starts a new one. */
export function fragments(placed: readonly Placed[]): Fragment[] {
  const result: Fragment[] = [];
  let current: Fragment | null = null;
  for (const glyph of placed) {
    if (current === null || !continues(current, glyph)) {
      current = start(glyph);
      result.push(current);
    } else grow(current, glyph);
  }
  return result;
}

function grow(fragment: Fragment, glyph: Placed): void {
  fragment.glyphs.push(glyph);
  fragment.x0 = Math.min(fragment.x0, glyph.x0);
  fragment.x1 = Math.max(fragment.x1, glyph.x1);
  if (glyph.size <= fragment.size) return;
  fragment.size = glyph.size;
  fragment.baseline = glyph.baseline;
  fragment.y0 = glyph.baseline - ASCENT_EMS * glyph.size;
  fragment.y1 = glyph.baseline + DESCENT_EMS * glyph.size;
}

/** One fragment of glyphs that belong together. */
export function fragmentOf([first, ...more]: readonly [Placed, ...Placed[]]): Fragment {
  const fragment = start(first);
  for (const glyph of more) grow(fragment, glyph);
  return fragment;
}
