import { isCjk, isDigit } from "./characters.ts";
import { readDate } from "./dates.ts";
import { anyOpens, buildLexicon, type Lexicon, longestMatch } from "./lexicon.ts";
import { NATIONALITY_VALUES } from "./lexicons/countries.ts";
import type { Field } from "./lexicons/fields.ts";
import {
  ETHNICITY_VALUES,
  GENDER_VALUES,
  MARITAL_VALUES,
  MILITARY_VALUES,
  POLITICAL_VALUES,
  RELIGION_VALUES,
} from "./lexicons/values.ts";
import { cellEnd, skipBlanks, trimEnd } from "./lines.ts";
import type { NormalisedText } from "./normalise.ts";

/** Blanks and control characters end here. */
const LAST_BLANK = 32;
const BLANK = 32;
const HYPHEN = 45;
const LAST_ASCII = 0x7f;

/** Fields whose values come from a vocabulary. */
const VOCABULARIES: Partial<Record<Field, Lexicon<true>>> = {
  GENDER: GENDER_VALUES,
  MARITAL_STATUS: MARITAL_VALUES,
  POLITICAL_STATUS: POLITICAL_VALUES,
  MILITARY_STATUS: MILITARY_VALUES,
  RELIGION: RELIGION_VALUES,
  ETHNICITY: ETHNICITY_VALUES,
  NATIONALITY: NATIONALITY_VALUES,
};

/** What may follow a value of a vocabulary and belongs to it: further values and what qualifies them. */
const JOINS = /^\s?[,/&+()·、-]\s?|^\s(?:and|und|et|y|e)\s/;

const JOINING_MARKS: ReadonlySet<number> = new Set([...",/&+()-"].map((mark) => mark.charCodeAt(0)));
/** `and`, `und`, `et`, `y` and `e` open so. */
const JOINING_LETTERS: ReadonlySet<number> = new Set([..."auey"].map((letter) => letter.charCodeAt(0)));

/** False where nothing joins: a look at two characters. */
function mayJoin(folded: string, at: number): boolean {
  const unit = folded.charCodeAt(at);
  if (unit > LAST_BLANK) return unit > LAST_ASCII || JOINING_MARKS.has(unit);
  const next = folded.charCodeAt(at + 1);
  return next > LAST_ASCII || JOINING_MARKS.has(next) || JOINING_LETTERS.has(next);
}

/** The first half of a double nationality: `Luso-brasileira`, `franco-marocaine`. */
const HALVES =
  "luso|franco|italo|hispano|anglo|ibero|germano|deutsch|greco|turco|sino|indo|afro|belgo|helvetico|austro";
const HALF_NATIONALITY = new RegExp(`^(?:${HALVES})-`);
const HALF_NATIONALITIES = buildLexicon(HALVES.split("|").map((half) => [`${half}-`, true] as const));

const opensHalf = anyOpens([HALF_NATIONALITIES]);

/** Says of a place whether a value of any of the fields may begin there; where it says no, none does. */
export const opensValue = (fields: readonly Field[]): ((folded: string, at: number) => boolean) =>
  anyOpens([...fields.flatMap((field) => VOCABULARIES[field] ?? []), HALF_NATIONALITIES]);

/** Where the value from the field's vocabulary that starts at `at` ends, or -1. */
export function readVocabulary(view: NormalisedText, field: Field, at: number, limit: number): number {
  const vocabulary = VOCABULARIES[field];
  if (!vocabulary) return -1;
  const half =
    field === "NATIONALITY" && opensHalf(view.folded, at)
      ? HALF_NATIONALITY.exec(view.folded.slice(at, at + 10))
      : null;
  const hit = longestMatch(vocabulary, view.folded, at + (half?.[0].length ?? 0));
  if (!hit) return -1;
  // The full stop of `verh.` may be the sentence's, which the place given does not hold.
  if (hit.end - 1 === limit && view.text[limit] === ".") return limit;
  if (hit.end > limit) return -1;
  let end = hit.end;
  for (let count = 0; count < 3; count++) {
    if (!mayJoin(view.folded, end)) break;
    const joint = JOINS.exec(view.folded.slice(end, end + 6));
    if (!joint) break;
    const next = longestMatch(vocabulary, view.folded, end + joint[0].length);
    if (!next || next.end > limit) break;
    end = next.end;
  }
  return end;
}

const AGE =
  /(?:満|满|滿|만|今年|現年|现年|aged?|about|ca\.|anni|anos|ans)?[ ]?\d{1,3}[ ]?(?:周岁|週歲|周歲|岁|歲|歳|才|세|살|years?(?:[ -]old)?|yrs?\.?(?: old)?|y\/?o\b|jahre?(?: alt)?|j\b\.?|ans\b|anos\b(?: d[ea] (?:idade|edad))?|anni\b(?: d[i'] ?eta)?|tuoi|лет|года?|jaar|lat\b|yas\b|ar\b)?(?!\d)/y;
const AGE_WITH_UNIT =
  /(?:(?:満|满|滿|만|aged)[ ]?\d{1,3}[ ]?(?:周岁|岁|歲|歳|才|세|살)?|\d{1,3}[ ]?(?:周岁|週歲|周歲|岁|歲|歳|才|세|살)|\d{2}(?:[ ]|-)(?:years?|yrs?)(?:[ ]|-)old|\d{2} ?(?:yrs?\b\.?|y\/?o\b\.?)|\d{2}-?jahrige?[rns]?\b|\d{2}-year-old|age \d{2}|(?:今年|現年|现年)?\d{2} ?(?:周岁|週歲|周歲|岁|歲|歳|才)|\d{2} ?(?:jahre(?: alt)?|j\b\.?|ans|anos|anni)(?![a-z])|anni \d{2})(?!\d)/y;
/** Ages open with a number, or in Latin script with `age`, `anni`, `anos`, `ans`, `about` or `ca.`. */
const opensAge = (unit: number): boolean =>
  isDigit(unit) || unit === 97 || unit === 99 || unit === 32 || isCjk(unit);
/** Years of age in Latin script open with `y`, `j` or `a`. */
const UNITS_OF_AGE: ReadonlySet<number> = new Set([..."yja"].map((letter) => letter.charCodeAt(0)));
const MOST_DIGITS_OF_AGE = 3;

/** False where no unit of an age stands behind the number at `at`. */
function mayHaveUnit(folded: string, at: number): boolean {
  let end = at;
  while (end - at < MOST_DIGITS_OF_AGE && isDigit(folded.charCodeAt(end))) end++;
  const gap = folded.charCodeAt(end);
  const unit = gap === BLANK || gap === HYPHEN ? folded.charCodeAt(end + 1) : gap;
  return UNITS_OF_AGE.has(unit) || isCjk(unit);
}

const HAN_AGE = /[一二三四五六七八九]?十?[一二三四五六七八九]?(?:周岁|岁|歲|歳)/y;

const sticky = (pattern: RegExp, text: string, at: number, limit: number): number => {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  if (!match || match[0].length === 0) return -1;
  const end = at + match[0].length;
  // The full stop of `54 J.` may be the sentence's, which the place given does not hold.
  return end <= limit ? end : end - 1 === limit && match[0].endsWith(".") ? limit : -1;
};

/** Where an age at `at` ends, or -1. Labelled ages are bare numbers too; a person is 14 to 99. */
export function readAge(view: NormalisedText, at: number, limit: number, labelled: boolean): number {
  if (!opensAge(view.folded.charCodeAt(at))) return -1;
  const unit = view.folded.charCodeAt(at);
  const inHan = isCjk(unit) ? sticky(HAN_AGE, view.folded, at, limit) : -1;
  const inDigits =
    labelled || !isDigit(unit) || mayHaveUnit(view.folded, at)
      ? sticky(labelled ? AGE : AGE_WITH_UNIT, view.folded, at, limit)
      : -1;
  const end = Math.max(inHan, inDigits);
  if (end < 0) return -1;
  const age = /\d+/.exec(view.folded.slice(at, end));
  return age && (Number(age[0]) < 14 || Number(age[0]) > 99) ? -1 : trimEnd(view.text, at, end);
}

/** Where the date at `at` ends, or -1. */
export function readBirthDate(view: NormalisedText, at: number, limit: number): number {
  const end = readDate(view.folded, at, limit);
  const dotted =
    view.hangul && end > 0 && end < limit && view.text[end] === "." && view.text.slice(at, end).includes(".");
  return dotted ? end + 1 : end;
}

/** A sentence mark ends an open value, where text goes on behind it. */
const SENTENCE_END = /[。！!？?]|\.(?=\s+\p{Lu}[\p{L}]+\s)/u;

export const MAX_OPEN_VALUE = 120;

/** Where a free value ends: at its cell's end, a sentence's end, or after `MAX_OPEN_VALUE` units. */
export function readOpen(view: NormalisedText, at: number, limit: number, max = MAX_OPEN_VALUE): number {
  const end = cellEnd(view.text, at, Math.min(limit, at + max));
  const sentence = SENTENCE_END.exec(view.text.slice(at, end));
  const cut = sentence && sentence.index > 0 ? at + sentence.index : end;
  return trimPunctuation(view.text, at, cut);
}

export function trimPunctuation(text: string, from: number, to: number): number {
  while (to > from && /[\s,;:、，;/|(（[{\-–·]/.test(text[to - 1]!)) to--;
  if (text[to - 1] === ")" && !text.slice(from, to).includes("(")) to--;
  return to > from && text[to - 1] === "." && to - from > 4 && !/\b\w\.$/.test(text.slice(from, to))
    ? to - 1
    : to;
}

/** `기혼(자녀 2명)`: what a bracket opens belongs to its token. */
const MAX_BRACKETED = 20;

/** The next blank-delimited token: what a table without colons gives each cell. */
export function readToken(view: NormalisedText, at: number, limit: number): number {
  let end = at;
  while (end < limit && view.text.charCodeAt(end) !== 32 && view.text.charCodeAt(end) !== 9) end++;
  const open = view.text.slice(at, end);
  if (open.includes("(") && !open.includes(")")) {
    const close = view.text.slice(end, Math.min(limit, end + MAX_BRACKETED)).indexOf(")");
    if (close >= 0) end += close + 1;
  }
  return trimPunctuation(view.text, at, Math.min(end, cellEnd(view.text, at, limit)));
}

/** True where the words up to `end` are few enough for a table's cell. */
export function isShort(view: NormalisedText, at: number, end: number): boolean {
  const value = view.text.slice(at, end);
  return value.split(/\s+/).length <= 4 && value.length <= 32;
}

/** Where the place after a birth date stands: ` in Görlitz`, ` à Quimper (29)`, `, Roma`. */
export function readPlaceAfter(
  view: NormalisedText,
  at: number,
  limit: number,
): { start: number; end: number } | undefined {
  const lead =
    /^\s?(?:,\s?|\/\s?|-\s|in\s|at\s|a\s|à\s|en\s|em\s|zu\s|bei\s|于\s?|於\s?)(?:in\s|a\s|à\s|em\s|en\s)?/.exec(
      view.folded.slice(at, at + 8),
    );
  if (!lead || (/^\s?[,/-]\s?$/.test(lead[0]) === false && lead[0].trim() === "")) return undefined;
  const start = skipBlanks(view.text, at + lead[0].length, limit);
  const place =
    /^(?:St\.\s)?\p{Lu}[\p{L}'’-]{0,24}(?:[ -](?:\p{Lu}[\p{L}'’-]{0,24}|am|an der|de|del|la|sur|do|da|di|upon)){0,4}(?:,\s\p{Lu}[\p{L} ]{1,24}|\s?[-/]\s?[A-Z]{2}(?!\p{L}))?(?:\s?\([\p{L}\d ]{2,20}\))?|^[\u4e00-\u9fff\uac00-\ud7a3]{2,12}/u.exec(
      view.text.slice(start, Math.min(limit, start + 60)),
    );
  return place && !isDigit(view.text.charCodeAt(start))
    ? { start, end: trimPunctuation(view.text, start, start + place[0].length) }
    : undefined;
}

/** True where a value is written in CJK script, whose tables need no blanks. */
export const isCjkAt = (view: NormalisedText, at: number): boolean => isCjk(view.text.charCodeAt(at));
