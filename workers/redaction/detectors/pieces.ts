import { isAsciiLetter, isDigit, isSpace, pairAt } from "../characters.ts";
import { skipBlanks } from "../lines.ts";
import type { Page } from "../page.ts";

/** A part of the text between the marks that people put between facts about themselves. */
export interface Piece {
  start: number;
  end: number;
}

const NEWLINE = 10;
const BLANK = 32;
const HYPHEN = 45;
const SLASH = 47;
const MARKS: ReadonlySet<number> = new Set(
  [..."|,;、，；·•。・\t()（）\n"].map((mark) => mark.charCodeAt(0)),
);

const isBlank = (unit: number): boolean => isSpace(unit) || unit === NEWLINE;
/** Kana, Han or a digit: between two of them one blank parts facts. */
const isCompact = (unit: number): boolean => isDigit(unit) || (unit >= 0x3041 && unit <= 0x9fff);

/** What is asked of each character: whether it may part pieces, and whether the piece with it may be a sentence. */
const PARTS = 1;
const JOINS = 2;
const FIRST_CJK = 0x3041;
/** From here on stand full-width marks; all characters below, back to Han, part nothing. */
const FIRST_WIDE = 0xff00;
const TABLED = 0xa000;
const CJK_OPENINGS: ReadonlySet<number> = new Set([..."本今現现で"].map((char) => char.charCodeAt(0)));
const ROLES: Uint8Array = (() => {
  const roles = new Uint8Array(TABLED);
  for (const mark of MARKS) if (mark < TABLED) roles[mark] = PARTS;
  roles[SLASH] = PARTS;
  roles[BLANK] = PARTS | JOINS;
  for (const opening of CJK_OPENINGS) roles[opening] = JOINS;
  return roles;
})();
const roleOf = (unit: number): number =>
  unit < TABLED ? ROLES[unit]! : unit >= FIRST_WIDE && MARKS.has(unit) ? PARTS : 0;

/** How long the mark is that stands at `at`, or 0: a mark, blanks, a dash between blanks, a slash that is no fraction's. */
function markLength(text: string, at: number, to: number, unit: number): number {
  if (unit === BLANK) return gapLength(text, at, to);
  if (unit !== SLASH) return 1;
  return isDigit(text.charCodeAt(at - 1)) && at + 1 < to && isDigit(text.charCodeAt(at + 1)) ? 0 : 1;
}

function gapLength(text: string, at: number, to: number): number {
  let end = at + 1;
  while (end < to && isBlank(text.charCodeAt(end))) end++;
  if (end - at > 1) return end - at;
  if (at + 2 < to && text.charCodeAt(end) === HYPHEN && isBlank(text.charCodeAt(at + 2))) return 3;
  return end < to && isCompact(text.charCodeAt(at - 1)) && isCompact(text.charCodeAt(end)) ? 1 : 0;
}

/** The pieces of a stretch of text, each without the blanks and full stops around it; sentences in their parts. */
export function piecesOf({ view: { text, folded } }: Page, from: number, to: number): Piece[] {
  const pieces: Piece[] = [];
  let start = from;
  let joined = 0;
  for (let at = from; at <= to; at++) {
    let length = 1;
    if (at < to) {
      const unit = text.charCodeAt(at);
      const role = roleOf(unit);
      if (role === 0) continue;
      length = (role & PARTS) === 0 ? 0 : markLength(text, at, to, unit);
      if (length === 0) {
        joined |= role;
        continue;
      }
    }
    const first = skipBlanks(text, start, at);
    let last = at;
    while (last > first && endsPiece(text.charCodeAt(last - 1))) last--;
    if (last > first) {
      if ((joined & JOINS) !== 0) addFacts(pieces, text, folded, first, last);
      else if (last - first <= MAX_SENTENCE) pieces.push({ start: first, end: last });
    }
    joined = 0;
    start = at + length;
    at = start - 1;
  }
  return pieces;
}

const COLON = 58;
const FULL_STOP = 46;
const IDEOGRAPHIC_FULL_STOP = 0x3002;
const endsPiece = (unit: number): boolean =>
  isBlank(unit) || unit === FULL_STOP || unit === COLON || unit === IDEOGRAPHIC_FULL_STOP;

/** Conjunctions, verbs of the first person and their kin: what stands between facts in a sentence. */
const SENTENCE_MARK =
  /(?<=[\p{L}.\d])\s(?:and|und|et|y|e|ed)\s(?:an?\s)?|(?<![\p{L}'])(?:i am|i'm|is|ist|am|bin|tengo|soy|tenho|sou|ho|sono|je suis|j'ai|本人|今年|現年|现年)\s?(?:an?\s)?|です$/iuy;
/** What they begin with, folded: a conjunction behind its blank, a verb with two letters or one and a mark. */
const CONJUNCTION_OPENINGS = "auey";
const LONGEST_CONJUNCTION = 3;
const VERB_OPENINGS: ReadonlySet<number> = new Set(
  ["i ", "i'", "is", "am", "bi", "te", "so", "ho", "je", "j'"].map((pair) => pairAt(pair, 0)),
);

/** No fact is as long, and few sentences with facts are longer. */
const MAX_FACT = 48;
const MAX_SENTENCE = 120;

/** True where a mark of a sentence may begin: a cheap look that spares most places the pattern. */
function mayMark(folded: string, at: number, start: number, end: number): boolean {
  const unit = folded.charCodeAt(at);
  if (isBlank(unit)) return mayJoin(folded, at + 1, end);
  if (unit >= FIRST_CJK) return CJK_OPENINGS.has(unit);
  if (at > start && isAsciiLetter(folded.charCodeAt(at - 1))) return false;
  return isAsciiLetter(unit) && at + 1 < folded.length && VERB_OPENINGS.has(pairAt(folded, at));
}

/** True where a short word with the first letter of a conjunction stands. */
function mayJoin(folded: string, at: number, end: number): boolean {
  if (at >= end || !CONJUNCTION_OPENINGS.includes(folded.charAt(at))) return false;
  for (let i = at + 1; i <= at + LONGEST_CONJUNCTION && i < end; i++)
    if (!isAsciiLetter(folded.charCodeAt(i))) return true;
  return false;
}

/** Those of the marks that need no blank in the sentence. */
const CJK_MARK = /本人|今年|現年|现年|です/;

/** True where a stretch is more than one word: it has a blank, or a mark that needs none. */
function isSentence(text: string, start: number, end: number): boolean {
  let compact = false;
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit === BLANK) return true;
    compact ||= unit >= FIRST_CJK && CJK_OPENINGS.has(unit);
  }
  return compact && CJK_MARK.test(text.slice(start, end));
}

/** The parts of a sentence between its conjunctions and verbs; a single word is one part. */
function addFacts(pieces: Piece[], text: string, folded: string, start: number, end: number): void {
  if (end - start > MAX_SENTENCE) return;
  if (!isSentence(text, start, end)) {
    pieces.push({ start, end });
    return;
  }
  let sentence: string | undefined;
  let from = start;
  for (let at = start; at < end; at++) {
    if (!mayMark(folded, at, start, end)) continue;
    sentence ??= text.slice(start, end);
    SENTENCE_MARK.lastIndex = at - start;
    const mark = SENTENCE_MARK.exec(sentence);
    if (!mark) continue;
    addFact(pieces, from, at);
    from = at + mark[0].length;
    at = from - 1;
  }
  addFact(pieces, from, end);
}

function addFact(pieces: Piece[], start: number, end: number): void {
  if (end > start && end - start <= MAX_FACT) pieces.push({ start, end });
}
