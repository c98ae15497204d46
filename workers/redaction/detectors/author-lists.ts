import { isCjk, isUpper, isUpperCase, isWordLetter } from "../characters.ts";
import type { Line } from "../lines.ts";
import { type NameShape, readLatinName } from "../name-shapes.ts";
import { KIND, kindsOf } from "../name-word-kinds.ts";
import { fold } from "../normalise.ts";
import type { Page } from "../page.ts";
import type { Span } from "../spans.ts";
import { endAt } from "./latin-phrases.ts";
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
  if (start >= line.end || !isWordLetter(text.charCodeAt(start))) return [];
  // A list has a joint within one name's length, which few lines have.
  const window = text.slice(start, Math.min(line.end, start + MAX_NAME));
  if (!/[,;&]\s?\p{Lu}|\s(?:and|und|et|y|e|i)\s\p{Lu}/u.test(window)) return [];
  const abbreviated = abbreviatedAuthors(page, start, line.end);
  if (abbreviated.length > 0 || !isUpper(text.charCodeAt(start))) return abbreviated;
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

const SURNAME =
  "(?:(?:[Dd]e|del|della|[Dd]i|[Dd]a|dos?|[Vv]an|[Vv]on|der|den|ter|ten|[Ll]a|[Ll]e|el|al|bin) ){0,3}(?:d'|D'|O'|Mc|Mac)?\\p{Lu}[\\p{L}'’-]{1,30}";
const DOUBLE = `${SURNAME}(?: \\p{Lu}[\\p{L}'’-]{2,30})?`;
/** Ends a name, perhaps with the sign of who wrote to the journal. */
const SIGNED = "(?![\\p{L}\\d'’-])[*#†‡§¹²³]{0,2}";
/** `A.-M. Kowalska`, and with the initials behind, as in medicine: `Kowalska, A.`, `Nowak MJ`. */
const ABBREVIATED = [
  new RegExp(`(?:\\p{Lu}\\. ?-?){1,3}${SURNAME}${SIGNED}`, "uy"),
  new RegExp(`${DOUBLE},? (?:\\p{Lu}\\.[ -]?){1,4}(?<! )${SIGNED}`, "uy"),
  new RegExp(`${DOUBLE} \\p{Lu}{1,3}${SIGNED}`, "uy"),
] as const;
const NEXT = /(?:, ?(?:and |& )?|; ?(?:and )?|,? ?(?:&|and|und|et|y|e|i|ja) )(?=[\p{L}])/uy;

/** An entry goes on with its year, its title, or that there were more authors. */
const ENTRY =
  /(?:[,;]? et al\b|\.?,? ?[(["“„«:]|[.,;]? ?(?:19|20)\d{2}\b|\.\s(?=\p{L}{2})|[,;]\s(?=\p{L}{2,}\s\p{L})|(?<=\.[*#†‡§]{0,2}) (?=\p{L}))/uy;
/** Degrees, and what letters number: `B. Tech, M. Tech`, `Vitamin A, Hepatitis B`. */
const LETTERED =
  /\b(?:tech|sc|eng|com|ed|arch|pharm|phil|math|biol|hons|vitamin|hepatitis|class|klasse|series|serie|grade|plan|level|type|typ|group|gruppe|phase|section|part|unit|category|office|model|block|team|licen[cs]e|option|appendix|annex|version|google|amazon|apple|figma|power|visual|adobe|ee|se|me|mvc|xd|db|ui|ux|ai|ml|js|qa|bi|pm|po|hr|it|os|tv|us|uk|eu)\b/i;
const YEAR = /(?:19|20)\d{2}/;

/** An initial, or two or three in one. */
const INITIAL = /(?<!\p{L})\p{Lu}(?:\.|\p{Lu}{0,2}[,;])/u;

const isAbbreviated = (name: string): boolean =>
  !LETTERED.test(name) &&
  fold(name)
    .match(/[\p{L}'’-]{3,}/gu)
    ?.every((word) => (kindsOf(word) & KIND.notName) === 0) !== false;

/** Two or more names with initials open an entry: `Kowalska A, Nowak MJ. Title`. No list need know them. */
function abbreviatedAuthors({ view: { text } }: Page, start: number, limit: number): NameShape[] {
  if (!INITIAL.test(text.slice(start, Math.min(limit, start + MAX_NAME)))) return [];
  const names: NameShape[] = [];
  let dotted = true;
  for (let at = start; at >= 0 && at < limit && names.length < MAX_AUTHORS; ) {
    const style = ABBREVIATED.findIndex((pattern) => {
      const end = endAt(pattern, text, at);
      return end >= 0 && end <= limit && isAbbreviated(text.slice(at, end));
    });
    if (style < 0) break;
    const end = endAt(ABBREVIATED[style]!, text, at);
    dotted &&= style !== UNDOTTED;
    names.push({ script: "latin", start: at, end, parts: text.slice(at, end).split(/[ ,]+/) });
    at = endAt(NEXT, text, end);
  }
  const last = names.at(-1);
  if (!last || names.length < 2 || endAt(ENTRY, text, last.end) < 0) return [];
  // Without full stops the letters may be anything's: then an entry's year has to follow.
  return dotted || YEAR.test(text.slice(last.end, last.end + LONGEST_ENTRY)) ? names : [];
}

const UNDOTTED = 2;
const LONGEST_ENTRY = 300;

const LISTED = { atLeast: 2, announced: false };

/** Two or more, of whom every second sounds like a person, and so does one of the first two. */
function isCredible(names: readonly NameShape[]): boolean {
  const sound = names.map((name) => namesPerson(name.parts));
  return (
    names.length > 1 && sound.slice(0, 2).includes(true) && sound.filter(Boolean).length * 2 >= names.length
  );
}
