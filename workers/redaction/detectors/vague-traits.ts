import { isCjk, isDigit } from "../characters.ts";
import { opensValue, readVocabulary } from "../field-values.ts";
import type { Field } from "../lexicons/fields.ts";
import { NOT_NAME_WORDS } from "../lexicons/name-words.ts";
import { labelFrom, type Page } from "../page.ts";
import type { Span } from "../spans.ts";
import type { EntityType } from "../types.ts";
import { isLatinPlace, isPlace } from "./bare-places.ts";
import type { Piece } from "./pieces.ts";

/** Traits whose words stand without a label. */
export const TRAITS: readonly (Field & EntityType)[] = [
  "GENDER",
  "MARITAL_STATUS",
  "POLITICAL_STATUS",
  "MILITARY_STATUS",
  "NATIONALITY",
];
/** The words of these mean other things more often. */
const VAGUE_TRAITS: readonly (Field & EntityType)[] = [...TRAITS, "RELIGION"];
/** True where a value of any of them may begin. */
export const opensTrait = opensValue(VAGUE_TRAITS);

/** `57 years`, `37 años cumplidos`: as often an experience as an age. */
const WEAK_AGE =
  /^(?:aged? )?(?:1[6-9]|[2-7]\d) ?(?:years?|yrs?\.?|anos|anni|ans|jahre?|j\.?|살|才)(?: (?:of age|old|young|cumplidos|de edad|de idade|completos|d'age|revolus|passes|compiuti|alt|jung))?$/;
/** `dual Irish`, `born Greek`: the second half of a double nationality. */
const QUALIFIED = /^(?:dual|also|and|formerly|born|naturali[sz]ed|auch|und|aussi|tambien|anche) /;
const QUALIFIED_OPENINGS: ReadonlySet<number> = new Set([..."dafbnut"].map((char) => char.charCodeAt(0)));

/** A year and a month between facts about a person are the birth: `男 / 1994.06 / 未婚`. */
const BIRTH_MONTH =
  /^(?:(?:19[3-9]\d|200\d|201[0-2])[./年-] ?(?:0?[1-9]|1[0-2])月?|(?:jan|feb|fev|mar|maerz|apr|abr|avr|may|mai|mag|jun|juin|giu|jul|juil|lug|aug|ago|aou|sep|set|oct|okt|ott|out|nov|dez|dec|dic|ene|gen)[a-z]{0,7}\.? (?:de )?(?:19[3-9]\d|200\d))$/;

/** A piece with what is asked of it more than once. */
export interface Fact extends Piece {
  /** It has a digit. */
  numbered: boolean;
  /** A value of a trait may begin with it. */
  opens: boolean;
  /** It has been read as a fact. */
  sure: boolean;
  /** What it says where its company makes it a fact. */
  vague: EntityType | undefined;
}

/** What a piece says that needs company to be a fact about the person. */
export function readVaguePiece({ view }: Page, piece: Fact): EntityType | undefined {
  const { folded } = view;
  if (piece.end - piece.start > MAX_VAGUE) return undefined;
  const type = piece.opens
    ? VAGUE_TRAITS.find((trait) => readVocabulary(view, trait, piece.start, piece.end) === piece.end)
    : undefined;
  if (type) return type;
  const unit = folded.charCodeAt(piece.start);
  if (isCjk(unit)) return isPlace(folded.slice(piece.start, piece.end)) ? "NATIVE_PLACE" : undefined;
  if (piece.numbered) return readNumbered(folded, piece);
  if (!QUALIFIED_OPENINGS.has(unit)) return undefined;
  const words = folded.slice(piece.start, piece.end);
  const qualified = QUALIFIED.exec(words)?.[0].length ?? 0;
  const national =
    qualified > 0 && readVocabulary(view, "NATIONALITY", piece.start + qualified, piece.end) === piece.end;
  return national ? "NATIONALITY" : undefined;
}

const LETTER_A = 97;
const MONTH_SIGN = 0x6708;

/** A weak age opens with two digits or `aged`; a month of birth ends in its year or the sign for a month. */
function readNumbered(folded: string, { start, end }: Piece): EntityType | undefined {
  const twoDigits = isDigit(folded.charCodeAt(start)) && !isDigit(folded.charCodeAt(start + 2));
  if (twoDigits || folded.charCodeAt(start) === LETTER_A) {
    if (WEAK_AGE.test(folded.slice(start, end))) return "AGE";
  }
  const last = folded.charCodeAt(end - 1);
  const mayBeMonth = isDigit(last) || last === MONTH_SIGN;
  return mayBeMonth && BIRTH_MONTH.test(folded.slice(start, end)) ? "BIRTH_DATE" : undefined;
}

/** The longest of them are values of vocabularies. */
const MAX_VAGUE = 44;

/** `4. Februar 1999 | Köln | geschieden`: between a birth and another fact a place is where somebody was born. */
export function isBirthPlace(
  page: Page,
  pieces: readonly Fact[],
  i: number,
  spans: readonly Span[],
): boolean {
  const { view } = page;
  const [before, piece, after] = [pieces[i - 1], pieces[i]!, pieces[i + 1]];
  if (!before || !after || piece.end - piece.start > MAX_PLACE || !before.sure) return false;
  if (
    !isLatinPlace(view.text.slice(piece.start, piece.end)) ||
    view.text.slice(before.end, after.start).includes("\n")
  )
    return false;
  const words = view.folded.slice(piece.start, piece.end).split(/[ -]/);
  if (words.some((word) => NOT_NAME_WORDS.has(word)) || labelFrom(page, piece.start)?.start === piece.start)
    return false;
  const follows = spans.some(
    (span) => span.end === before.end && (span.type === "BIRTH_DATE" || span.type === "NATIVE_PLACE"),
  );
  return follows && (after.sure || isLatinPlace(view.text.slice(after.start, after.end)));
}
const MAX_PLACE = 32;

/** True where a digit stands in a piece. */
export const hasDigit = (text: string, { start, end }: Piece): boolean => {
  for (let at = start; at < end; at++) if (isDigit(text.charCodeAt(at))) return true;
  return false;
};
