import type { Place } from "./types.ts";

/** Stands for what was taken out: a private-use character, which no text has. */
export const REPLACED = "\uE000";

/**
 * Where a text was replaced, from the text and what came of it: what still stands between the marks stands in the
 * text in the same order. A stretch that occurs more than once is taken where it comes first behind the mark.
 */
export function placesOfReplaced(text: string, replaced: string): Place[] {
  const [first = "", ...rest] = replaced.split(REPLACED);
  const places: Place[] = [];
  let at = first.length;
  for (const [index, kept] of rest.entries()) {
    const last = index === rest.length - 1;
    // The last stretch ends the text; a mark stands for one character at least.
    const found = last ? text.length - kept.length : text.indexOf(kept, at + 1);
    const end = found < at ? text.length : found;
    places.push({ start: at, end });
    at = Math.min(text.length, end + kept.length);
  }
  return places;
}
