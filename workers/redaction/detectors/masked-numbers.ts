import { isPersonalNumberLabel } from "../fields-of-numbers.ts";
import type { Line } from "../lines.ts";
import { matchesOf } from "../matching.ts";
import { digitsOf } from "../normalise.ts";
import { labelAround, type Page } from "../page.ts";
import { RANK, type Span } from "../spans.ts";
import type { EntityType } from "../types.ts";

/** Digits, and what people write over digits: asterisks, bullets, crosses, the letter X. */
const SYMBOLS = "[\\d*•●xX×✕]";
const MASKED = new RegExp(
  `(?<![\\p{L}\\d*•.,])(?:\\(?\\+ ?\\d{1,3}\\)?[ -]?)?\\(?${SYMBOLS}{1,20}\\)?(?:(?:[ .\\-/]| - )\\(?${SYMBOLS}{1,20}\\)?){0,8}[A-Za-z]?(?![\\p{L}\\d*•])`,
  "gu",
);
/** A bullet or a cross behind a blank parts this cell from the next. */
const STRAY = /(?: [•●×✕])+$/;
/** Two masks side by side, which every masked number has and few texts. */
const MASKS = /[*•●xX×✕]{2}/;
const LAST_ASCII = 0x7f;
const FEWEST_SHOWN = 3;
const FEWEST_SYMBOLS = 9;
const FEWEST_MASKS = 2;
/** E.164 and national numbers are shorter than cards and identity numbers. */
const MOST_OF_PHONE = 13;

/** Numbers that somebody masked in part still tell the part: `138****8000`, `430102********4523`, `XXX-XX-1847`. */
export function findMaskedNumbers(page: Page): Span[] {
  const { text } = page.view;
  const spans: Span[] = [];
  for (const line of page.lines)
    if (line.digits >= FEWEST_SHOWN && hasMasks(text, line)) spans.push(...maskedOn(page, line));
  return spans;
}

/** One of `MASKS`. */
const isMask = (unit: number): boolean =>
  unit <= LAST_ASCII
    ? unit === 42 || (unit | 32) === 120
    : unit === 0xd7 || unit === 0x2022 || unit === 0x25cf || unit === 0x2715;

/** What `MASKS` finds on a line, by a look at every other unit, of which two masks side by side have one. */
function hasMasks(text: string, { start, end }: Line): boolean {
  for (let i = start + 1; i < end; i += 2) {
    if (!isMask(text.charCodeAt(i))) continue;
    if (isMask(text.charCodeAt(i - 1)) || (i + 1 < end && isMask(text.charCodeAt(i + 1)))) return true;
  }
  return false;
}

function maskedOn(page: Page, line: Line): Span[] {
  const spans: Span[] = [];
  for (const match of matchesOf(MASKED, page.view.text.slice(line.start, line.end))) {
    const start = line.start + match.index;
    const written = match[0].replace(STRAY, "");
    const end = start + written.length;
    const masks = written.match(/[*•●×✕]|[xX](?=[\dxX*•)( .\-/]|$)/g)?.length ?? 0;
    const shown = digitsOf(written).length;
    if (masks < FEWEST_MASKS || shown < FEWEST_SHOWN || masks + shown < FEWEST_SYMBOLS) continue;
    if (written.search(MASKS) < 0) continue;
    spans.push({ type: typeOf(page, start, written, masks + shown), start, end, rank: RANK.labelled - 1 });
  }
  return spans;
}

/** What its label says; without one, what its length and its first symbols say. */
function typeOf(page: Page, start: number, written: string, symbols: number): EntityType {
  const label = labelAround(page, start);
  if (label && label.mode !== "loose") {
    const [field] = label.fields;
    if (field === "PHONE" || isPersonalNumberLabel(field!)) return field as EntityType;
  }
  const first = digitsOf(written).charAt(0);
  if (/^\(?\+/.test(written) || (symbols <= MOST_OF_PHONE && /[016-9]/.test(first) && /^\(?\d/.test(written)))
    return "PHONE";
  if (/^[*xX•]{3}-[*xX•]{2}-/.test(written)) return "SOCIAL_ID";
  return /^[*xX•●]{4}/.test(written) || symbols === 16 || symbols === 19 ? "BANK_CARD" : "NATIONAL_ID";
}
