/** What a tool's redaction of one text is worth, in UTF-16 code units. */
import type { Case, GoldPlace, Negative, Place } from "./types.ts";

export interface Verdict {
  /** Gold places of which no character was left standing. */
  found: GoldPlace[];
  missed: GoldPlace[];
  /** Characters taken out, less blanks and what the gold only allows; and those of them that lie in the gold. */
  taken: number;
  right: number;
  /** Runs of characters that should have stayed. */
  overreach: Place[];
  hits: Negative[];
}

const BLANK = /\s/;
const ALLOWED = 1;
const GOLD = 2;

/** 1 for every code unit that lies in one of the places. */
export function coverOf(length: number, places: readonly Place[]): Uint8Array {
  const cover = new Uint8Array(length);
  for (const { start, end } of places) cover.fill(1, start, end);
  return cover;
}

const all = (cover: Uint8Array, { start, end }: Place): boolean => {
  for (let at = start; at < end; at++) if (!cover[at]) return false;
  return true;
};
const any = (cover: Uint8Array, { start, end }: Place): boolean => cover.subarray(start, end).includes(1);

export function judge(
  { text, gold, allowed, negatives }: Pick<Case, "text" | "gold" | "allowed" | "negatives">,
  places: readonly Place[],
): Verdict {
  const cover = coverOf(text.length, places);
  const meaning = new Uint8Array(text.length);
  for (const { start, end } of allowed) meaning.fill(ALLOWED, start, end);
  for (const { start, end } of gold) meaning.fill(GOLD, start, end);
  const overreach: Place[] = [];
  let taken = 0;
  let right = 0;
  for (let at = 0; at < text.length; at++) {
    if (!cover[at] || meaning[at] === ALLOWED || BLANK.test(text.charAt(at))) continue;
    taken++;
    const last = overreach.at(-1);
    if (meaning[at] === GOLD) right++;
    else if (last?.end === at) last.end = at + 1;
    else overreach.push({ start: at, end: at + 1 });
  }
  return {
    found: gold.filter((place) => all(cover, place)),
    missed: gold.filter((place) => !all(cover, place)),
    taken,
    right,
    overreach,
    hits: negatives.filter((place) => any(cover, place)),
  };
}
