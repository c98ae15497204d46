import { isUpper, isUpperCase, isWordLetter } from "../characters.ts";
import { GIVEN_NAMES } from "../lexicons/given-names.ts";
import {
  AMBIGUOUS_NAME_WORDS,
  NOT_NAME_WORDS,
  ORGANISATION_PREFIXES,
  ORGANISATION_WORDS,
} from "../lexicons/name-words.ts";
import { type NameShape, readLatinName, readWord } from "../name-shapes.ts";
import { fold } from "../normalise.ts";
import { lineAt, type Page } from "../page.ts";
import { RANK, type Span } from "../spans.ts";
import { isRole } from "./companions.ts";
import { namesFirm, namesPerson } from "./person-evidence.ts";
import { asPerson } from "./titled-persons.ts";

const BLANK = 32;
const LAST_LATIN = 0x24f;
const MAX_NAME = 60;
const LONGEST_WORD = 24;

/**
 * `Trevor Bishop` with nothing that announces him: a listed given name before a word of no other meaning, in a sentence
 * or a line that goes on small. A capitalised neighbour makes the words part of something longer.
 */
export function findNamedPersons({ view, starts }: Page): Span[] {
  const spans: Span[] = [];
  let behind = 0;
  for (let i = 0; i < starts.length; i++) {
    const start = starts[i]!;
    const unit = view.text.charCodeAt(start);
    if (start < behind || !isUpper(unit) || unit > LAST_LATIN) continue;
    // Small letters tell a name from a table's heading and from initials.
    if (isUpperCase(view.text[start + 1] ?? "")) continue;
    const word = readWord(view, start, Math.min(view.text.length, start + LONGEST_WORD));
    if (!word || !isGivenAlone(word.folded) || !opensFreshly(view, start)) continue;
    const limit = start + cellLength(view.text.slice(start, start + MAX_NAME));
    const shape = readLatinName(view, start, limit, { atLeast: 2, announced: false });
    if (!shape || shape.start !== start) continue;
    behind = shape.end;
    if (isWhole(view, shape) && namesPerson(shape.parts))
      spans.push({ ...asPerson(shape), rank: RANK.named });
  }
  return spans;
}

/** Marks behind the name of somebody whose post and number follow on the line. */
const CONTACT_MARK = /^(?:,| ?[–—(]| - |\. )/;
const OPENS_LINE = /^[\s•▪◦*>"«–-]{0,4}(?:\(?\d{1,2}[.)]\s?)?(?:[\p{L}.]{2,7}\. )?$/u;

/** `Fidelia De la Hoz. Docente. 3125550160`: whoever opens a line with somebody's number or address, listed or not. */
export function findContactPersons(page: Page, found: readonly Span[]): Span[] {
  const { view, lines } = page;
  const spans: Span[] = [];
  for (const { type, start: at } of found) {
    if ((type !== "PHONE" && type !== "EMAIL") || at < page.personalEnd) continue;
    const line = lines[lineAt(page, at)]!;
    const first = view.text.slice(line.start, at).search(/\p{Lu}/u);
    if (first < 0 || !OPENS_LINE.test(view.text.slice(line.start, line.start + first))) continue;
    const start = line.start + first;
    const limit = start + cellLength(view.text.slice(start, Math.min(at, start + MAX_NAME)));
    const shape = readLatinName(view, start, limit, { atLeast: 2, announced: false });
    if (!shape || namesFirm(shape.parts) || !CONTACT_MARK.test(view.text.slice(shape.end, shape.end + 3)))
      continue;
    spans.push({ ...asPerson(shape), rank: RANK.named });
  }
  return spans;
}

/** Up to a gap of two blanks, a tab or the line's end. */
function cellLength(window: string): number {
  const gap = window.search(/\t|\n| {2}/);
  return gap < 0 ? window.length : gap;
}

/** Given names that are other words or parts of places too. */
const OTHER_WORDS: ReadonlySet<string> = new Set(["lei", "ley", "loi", "hong", "ann", "pio", "san", "santa"]);

const isGivenAlone = (folded: string): boolean =>
  folded.includes("-")
    ? folded.split("-").every((piece) => GIVEN_NAMES.has(piece))
    : GIVEN_NAMES.has(folded) && !OTHER_WORDS.has(folded) && !AMBIGUOUS_NAME_WORDS.has(folded);

/** No capitalised word, no word of an institution, no abbreviation and no joint of a longer word stands before. */
function opensFreshly({ text, folded }: Page["view"], start: number): boolean {
  if (start === 0) return true;
  if (/[\p{L}\d'’&@/_.«"“„-]/u.test(text[start - 1]!)) return false;
  if (text.charCodeAt(start - 1) !== BLANK) return true;
  if (ABBREVIATION.test(text.slice(Math.max(0, start - 6), start))) return false;
  const words = folded
    .slice(Math.max(0, start - LOOK_BACK), start)
    .split(/[^\p{L}]*[\n\t,;:.|(–][^\p{L}]*/u)
    .at(-1)!;
  const [last = "", second = ""] = words.trim().split(" ").reverse();
  if (last === "") return true;
  if (isRole(last)) return true;
  if (isUpperCase(text[start - 1 - last.length]!)) return false;
  if (isInstitution(last)) return false;
  return ANNOUNCES.test(last) || !isInstitution(second);
}

const LOOK_BACK = 40;
/** `I.E.`, `E.E.`, `M/T`, `&`. */
const ABBREVIATION = /(?:\p{Lu}\.|[&'’/]\p{L}?) $/u;
const ANNOUNCES =
  /^(?:with|by|to|from|under|for|mit|von|bei|unter|avec|par|chez|con|per|com|por|sob|and|und|et|y|e|is|ist|est|es)$/;
const isInstitution = (word: string): boolean => ORGANISATION_PREFIXES.has(word) || INSTITUTIONS.test(word);

/** What is called after people. */
const INSTITUTIONS =
  /^(?:royal|royale|saint|sainte|prix|premio|premi|prize|award|preis|medaille|stipendium|bourse|beca|bolsa|borsa|ring|platz|strasse|weg|gasse|allee|rue|place|quai|cours|boulevard|chemin|calle|plaza|paseo|praca|largo|corso|viale|piazza|via|scuola|athenee|escola|escuela|liceo|lycee|college|gymnasium|gymnase|schule|grundschule|realschule|ospedale|clinique|hopital|krankenhaus|theater|theatre|teatro|museum|musee|museo|stadium|stadion|airport|aeroport|flughafen|marca|brand|marque|marke|tiendas?|stores?|shops?|boutiques?|magasins?|negozi|negozio|laden|lojas?|firma|empresa|entreprise|azienda|the|seine|mount|lake|hotel|methode|methodik|method|metodo|gesetz|theorem|satz|test|skala|scale|escala|echelle|scala|syndrom|syndrome|morbus|disease)$/;
/** What a name becomes a prize's, a firm's or a place's with. */
const INSTITUTION_ENDS =
  /(?:^|-)(?:prize|preis|award|medal|medaille|workshop|branch|building|fellowship|scholarship|ward|chair|lecture|stiftung|schule|gymnasium|institut|strasse|str|platz|allee|weg|klinik|haus|seniorenhaus|halle|theorem|foundation|trust|hall|house|street|road|college|school|company|brand)\.?$/;

/** Nothing capitalised goes on behind, and none of the words is an institution's or a heading's. */
function isWhole({ text, folded }: Page["view"], { parts, end }: NameShape): boolean {
  const last = fold(parts.at(-1)!);
  if (ORGANISATION_WORDS.has(last) || NOT_NAME_WORDS.has(last) || INSTITUTION_ENDS.test(last)) return false;
  if (/^['’&@/_+»"”-]|^ [&+\d]/.test(text.slice(end, end + 2))) return false;
  if (text.charCodeAt(end) !== BLANK) return true;
  let to = end + 1;
  while (to < text.length && isWordLetter(text.charCodeAt(to))) to++;
  if (to === end + 1) return true;
  return !isUpperCase(text[end + 1]!) && !ORGANISATION_WORDS.has(folded.slice(end + 1, to));
}
