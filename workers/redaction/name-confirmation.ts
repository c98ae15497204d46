import { isCjk, isUpper, isWordUnit } from "./characters.ts";
import type { Cell } from "./lines.ts";
import type { NameShape } from "./name-shapes.ts";
import { fold } from "./normalise.ts";
import type { Page } from "./page.ts";
import { romanisedSurname, romaniseHangul } from "./romanisation.ts";

/** Beyond it a letter may have another spelling in an address: `Müller` is mueller there. */
const LAST_ASCII = 0x7f;
/** Such a line holds little more than the name; a longer one is running text. */
const MAX_CONFIRMED_LINE = 60;

const trigram = (text: string, at: number): number =>
  (text.charCodeAt(at) * 0x400 + text.charCodeAt(at + 1)) * 0x400 + text.charCodeAt(at + 2);

/** All runs of three letters of the words, as numbers. */
export function trigramsOf(words: readonly string[]): ReadonlySet<number> {
  const trigrams = new Set<number>();
  for (const word of words) for (let i = 0; i + 2 < word.length; i++) trigrams.add(trigram(word, i));
  return trigrams;
}

/** A cheap look that spares most lines: a short one with a word, or CJK, that an address could hold. */
export function mayConfirm(page: Page, line: Cell, trigrams: ReadonlySet<number>): boolean {
  if (line.end - line.start > MAX_CONFIRMED_LINE) return false;
  const { text, folded } = page.view;
  let inWord = false;
  for (let i = line.start; i < line.end; i++) {
    const unit = text.charCodeAt(i);
    const letter = isWordUnit(unit);
    if (unit > LAST_ASCII && (letter || isCjk(unit))) return true;
    if (letter && !inWord && isUpper(unit) && trigrams.has(trigram(folded, i))) return true;
    inWord = letter;
  }
  return false;
}

/** True where an address holds a part of a name. */
export const inLocals = (part: string, locals: readonly string[]): boolean =>
  part.length >= 3 && locals.some((local) => local.includes(part));

/** Two parts of a name confirm it as well as more. */
export const MOST_CONFIRMED = 8;

/** How well an address or a file name confirms a name: 4 for each part that it contains. */
export function confirmations(
  shape: NameShape,
  confirming: ReadonlySet<string>,
  locals: readonly string[],
): number {
  if (confirming.size + locals.length === 0) return 0;
  const holds = (reading: string): boolean =>
    reading.length > 1 && (confirming.has(reading) || inLocals(reading, locals));
  let confirmed = 0;
  for (const part of shape.parts) if (isConfirmed(part, holds)) confirmed += 4;
  return Math.min(MOST_CONFIRMED, confirmed);
}

/** True where one of the ways in which a part of a name may be written in an address is there. */
function isConfirmed(part: string, holds: (reading: string) => boolean): boolean {
  const folded = fold(part);
  if (isCjk(part.charCodeAt(0)))
    return holds(folded) || romanisedSurname(part).some(holds) || holds(romaniseHangul(part));
  const pieces = folded.includes("-") || folded.includes("'") ? folded.split(/[-']/) : [];
  const lower = part.toLowerCase();
  if (folded === lower && !folded.includes("ß")) return holds(folded) || pieces.some(holds);
  const sharp = [folded, ...pieces].map((piece) => piece.replace(/ß/g, "ss"));
  return sharp.some(holds) || holds(fold(lower.replace(/ä/g, "ae").replace(/ö/g, "oe").replace(/ü/g, "ue")));
}
