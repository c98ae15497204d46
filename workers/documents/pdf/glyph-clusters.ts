import type { Glyph } from "./glyphs.ts";

/** Ligatures open to four characters at most; ﷺ and its like are single code points until normalised. */
const MAX_CHARACTERS = 5;
/** Below it letters fall together by their size, which is another matter. */
const LEGIBLE_POINTS = 2.5;

/**
 * Finds text runs in which one drawn glyph claims to be a whole phrase: a ToUnicode map that lies. Characters
 * of one glyph share its origin. The whole run is named, since none of it can be believed.
 */
export function lyingRuns(glyphs: readonly Glyph[]): Set<number> {
  const lying = new Set<number>();
  let length = 1;
  for (let i = 1; i < glyphs.length; i++) {
    const before = glyphs[i - 1]!;
    const glyph = glyphs[i]!;
    const same =
      before.run === glyph.run && Math.abs(before.x - glyph.x) < 0.01 && Math.abs(before.y - glyph.y) < 0.01;
    length = same ? length + 1 : 1;
    if (length > MAX_CHARACTERS && glyph.size >= LEGIBLE_POINTS) lying.add(glyph.run);
  }
  return lying;
}
