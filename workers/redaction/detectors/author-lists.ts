import { isCjk, isUpper, isUpperCase, isWordLetter } from "../characters.ts";
import type { Line } from "../lines.ts";
import { type NameShape, readLatinName } from "../name-shapes.ts";
import type { Page } from "../page.ts";
import type { Span } from "../spans.ts";
import { namesPerson } from "./person-evidence.ts";
import { asPerson } from "./titled-persons.ts";

/** Bullets and numbers in front of an entry: `• `, `3. `, `[12] `. */
const LEAD = /^[\s•▪◦*–-]{0,4}(?:\[\d{1,3}\]|\(?\d{1,3}[.)])?\s{0,2}/;
const MAX_LEAD = 12;
const MAX_NAME = 48;
const MAX_AUTHORS = 20;
const JOINT = /^(?:,\s(?:and\s|&\s)?|;\s|\s?&\s|\s(?:and|und|et|y|e|i)\s)/;
/** What a title, a year or nothing follows: `:`, `(2019)`, `. `, `"`. */
const END = /^(?:\s?[:(]|[.,]?\s?["“„«]|[.,]\s\d{4}|\.\s\p{L}|\s?\.?$|\s[-–]\s)/u;

/** Lines that open with two or more names, as an entry of a bibliography does: `Jane Roe, Wim Haakonsen: Sparse graphs`. */
export function findAuthorLists(page: Page): Span[] {
  const spans: Span[] = [];
  for (const line of page.lines) for (const name of authorsOf(page, line)) spans.push(asPerson(name));
  return spans;
}

function authorsOf(page: Page, line: Line): NameShape[] {
  const { text } = page.view;
  if (line.end === line.start || isCjk(text.charCodeAt(line.start))) return [];
  const start = line.start + leadLength(text, line);
  if (start >= line.end || !isUpper(text.charCodeAt(start))) return [];
  // A list has a joint within one name's length, which few lines have.
  const window = text.slice(start, Math.min(line.end, start + MAX_NAME));
  if (!/[,;&]\s?\p{Lu}|\s(?:and|und|et|y|e|i)\s\p{Lu}/u.test(window)) return [];
  const names: NameShape[] = [];
  let at = start;
  let last = false;
  for (;;) {
    const shape = readLatinName(page.view, at, Math.min(line.end, at + MAX_NAME), LISTED);
    const isName = shape?.start === at && !text.slice(at, shape.end).includes(",");
    // What sounds like nobody behind the last name is the title or the journal.
    if (!isName || (names.length > 1 && !last && !namesPerson(shape.parts)))
      return isCredible(names) ? names : [];
    names.push(shape);
    const rest = text.slice(shape.end, Math.min(line.end, shape.end + 8));
    const joint = last || names.length >= MAX_AUTHORS ? null : JOINT.exec(rest);
    if (joint && isUpperCase(text[shape.end + joint[0].length] ?? " ")) {
      at = shape.end + joint[0].length;
      last = /[a-z&]/.test(joint[0]);
      continue;
    }
    return (END.test(rest) || (last && /^,\s/.test(rest))) && isCredible(names) ? names : [];
  }
}

/** A line that opens with a letter has nothing in front of its entry. */
function leadLength(text: string, { start, end }: Line): number {
  if (isWordLetter(text.charCodeAt(start))) return 0;
  return LEAD.exec(text.slice(start, Math.min(end, start + MAX_LEAD)))?.[0].length ?? 0;
}

const LISTED = { atLeast: 2, announced: false };

/** Two or more, of whom every second sounds like a person, and so does one of the first two. */
function isCredible(names: readonly NameShape[]): boolean {
  const sound = names.map((name) => namesPerson(name.parts));
  return (
    names.length > 1 && sound.slice(0, 2).includes(true) && sound.filter(Boolean).length * 2 >= names.length
  );
}
