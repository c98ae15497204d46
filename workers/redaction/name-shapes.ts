import { isDigit, isHan, isHangul, isKana, isUpperCase, isWordLetter } from "./characters.ts";
import {
  GENDERED_TITLES,
  NAME_PARTICLES,
  NAME_SUFFIXES,
  NEUTRAL_TITLES,
  NOT_HAN_NAMES,
  NOT_HANGUL_NAMES,
  NOT_NAME_WORDS,
} from "./lexicons/name-words.ts";
import { CHINESE_SURNAMES, JAPANESE_SURNAMES, KOREAN_SURNAMES } from "./lexicons/surnames.ts";
import { skipBlanks } from "./lines.ts";
import type { NormalisedText } from "./normalise.ts";

export type NameScript = "latin" | "han" | "kana" | "hangul";

/** A run of text that has the shape of a person's name. */
export interface NameShape {
  script: NameScript;
  start: number;
  end: number;
  /** Its parts as written; for Latin script without titles and suffixes. */
  parts: string[];
}

interface Word {
  start: number;
  end: number;
  folded: string;
}

const MAX_NAME_WORDS = 6;

/** The Latin word at `at`, with inner apostrophes, hyphens and the dot of an initial or title. */
export function readWord(view: NormalisedText, at: number, limit: number): Word | undefined {
  const { text, folded } = view;
  let end = at;
  while (end < limit) {
    const unit = text.charCodeAt(end);
    const inner = unit === 39 || unit === 45 || unit === 46;
    const dottedHyphen = unit === 46 && text.charCodeAt(end + 1) === 45 && isWordLetter(text.charCodeAt(end + 2));
    if (isWordLetter(unit)) end++;
    else if (dottedHyphen && end > at) end += 2;
    else if (inner && end > at && isWordLetter(text.charCodeAt(end + 1)) && end + 1 < limit) end++;
    else break;
  }
  if (end === at) return undefined;
  if (text.charCodeAt(end) === 46 && (end - at <= 5 || text.slice(at, end).includes("."))) end++;
  return { start: at, end, folded: folded.slice(at, end) };
}

const isTitle = (word: string): boolean =>
  NEUTRAL_TITLES.has(word) || GENDERED_TITLES.has(word) || (word.includes(".-") && word.split("-").every((piece) => NEUTRAL_TITLES.has(piece)));

export interface LatinNameOptions {
  /** Fewest words that count as a name. */
  atLeast: number;
  /** The place announces a name, so lower case and unusual words are taken too. */
  announced: boolean;
  /** Words that something else confirms to be the person's, whatever else they mean. */
  known?: (word: string) => boolean;
}

/** Reads a name in a cased script at `at`: titles, then words with a capital, particles and initials. */
export function readLatinName(
  view: NormalisedText,
  at: number,
  limit: number,
  { atLeast, announced, known }: LatinNameOptions,
): NameShape | undefined {
  const words: Word[] = [];
  let i = at;
  let start = -1;
  let comma = false;
  let lastEnd = at;
  for (let count = 0; count < MAX_NAME_WORDS + 4; count++) {
    const word = readWord(view, i, limit);
    if (!word) break;
    const bare = word.folded.replace(/\.$/, "");
    if (words.length === 0 && isTitle(word.folded)) {
      if (start < 0) start = word.start;
      i = skipBlanks(view.text, word.end, limit);
      continue;
    }
    const sure = known?.(bare) === true && isUpperCase(view.text[word.start]!);
    if (!sure && !isNameWord(view, word, bare, announced, words.length)) break;
    if (start < 0) start = word.start;
    words.push(word);
    lastEnd = word.end;
    i = skipBlanks(view.text, word.end, limit);
    if (i - word.end > 1 && !announced) break;
    if (view.text[i] === "," && !comma && words.length <= (announced ? 3 : 1) && commaJoins(view, i + 1, limit)) {
      comma = true;
      i = skipBlanks(view.text, i + 1, limit);
    }
    if (words.length >= MAX_NAME_WORDS) break;
  }
  while (words.length > 0 && NAME_PARTICLES.has(words.at(-1)!.folded)) words.pop();
  const solid = words.filter((word) => !NAME_PARTICLES.has(word.folded) && word.folded.replace(".", "").length > 1);
  if (solid.length === 0 || words.length < atLeast) return undefined;
  lastEnd = words.at(-1)!.end;
  if (view.text[lastEnd - 1] === "." && words.at(-1)!.folded.length > 3) lastEnd--;
  const parts = words.map((word) => view.text.slice(word.start, word.end).replace(/\.$/, ""));
  return { script: "latin", start, end: lastEnd, parts };
}

function isNameWord(view: NormalisedText, word: Word, bare: string, announced: boolean, index: number): boolean {
  if (NAME_SUFFIXES.has(word.folded) && index > 0) return false;
  const first = view.text[word.start]!;
  const capital = isUpperCase(first) || first.toLowerCase() === first.toUpperCase();
  if (NAME_PARTICLES.has(bare) && (index > 0 || announced || !capital)) return index > 0 || announced;
  if (!announced && (NOT_NAME_WORDS.has(word.folded) || bare.split("-").some((piece) => NOT_NAME_WORDS.has(piece)))) return false;
  if (announced && index > 0 && NOT_NAME_WORDS.has(bare)) return false;
  if (isDigit(view.text.charCodeAt(word.end))) return false;
  return capital || announced;
}

/** `Okonkwo, Priya`: the comma of an inverted name stands before capitalised words that end their cell. */
function commaJoins(view: NormalisedText, at: number, limit: number): boolean {
  const word = readWord(view, skipBlanks(view.text, at, limit), limit);
  if (!word || !isUpperCase(view.text[word.start]!)) return false;
  if (NAME_SUFFIXES.has(word.folded) || NOT_NAME_WORDS.has(word.folded)) return false;
  const after = skipBlanks(view.text, word.end, limit);
  return after >= limit || !/[,\d]/.test(view.text[after]!);
}

function runEnd(text: string, at: number, limit: number, belongs: (c: number) => boolean): number {
  let end = at;
  while (end < limit && belongs(text.charCodeAt(end))) end++;
  return end;
}

const isNameHan = (c: number): boolean => isHan(c) || c === 0x30f6 || c === 0x30b1 || c === 0x30ce || c === 0x3005;

/** The family name that a run of Han characters begins with: a Japanese one first when it is longer. */
export function hanSurname(run: string): string | undefined {
  const two = run.slice(0, 2);
  const three = run.slice(0, 3);
  if (JAPANESE_SURNAMES.has(three) && run.length > 3) return three;
  if (CHINESE_SURNAMES.has(two) && run.length > 2) return two;
  if (JAPANESE_SURNAMES.has(two) && run.length > 2) return two;
  const one = run.slice(0, 1);
  if (CHINESE_SURNAMES.has(one) || JAPANESE_SURNAMES.has(one)) return one;
  return undefined;
}

/**
 * Reads a Han name at `at`: `王小明`, `欧阳娜娜`, `佐々木 美咲`, `王 小 明`. Announced names need no known family name.
 */
export function readHanName(
  view: NormalisedText,
  at: number,
  limit: number,
  announced: boolean,
): NameShape | undefined {
  const { text } = view;
  const pieces: string[] = [];
  let end = at;
  let i = at;
  let dotted = false;
  while (i < limit && pieces.length < 4) {
    const pieceEnd = runEnd(text, i, limit, isNameHan);
    if (pieceEnd === i) break;
    const length = pieces.join("").length + pieceEnd - i;
    if (pieces.length > 0 && !dotted && (length > 7 || isWholeName(view, pieces) || !sparse(pieces, text.slice(i, pieceEnd)))) break;
    pieces.push(text.slice(i, pieceEnd));
    end = pieceEnd;
    i = skipBlanks(text, pieceEnd, limit);
    dotted = text[pieceEnd] === "·" || text[pieceEnd] === "・";
    if (dotted) i = pieceEnd + 1;
  }
  const joined = pieces.join("");
  if (joined.length < 2 || joined.length > (text.slice(at, end).includes("·") ? 16 : 7) || NOT_HAN_NAMES.has(joined)) return undefined;
  const surname = pieces.length > 1 && pieces[0]!.length > 1 ? pieces[0]! : hanSurname(joined);
  if (!announced) {
    if (pieces.some((piece) => NOT_HAN_NAMES.has(piece))) return undefined;
    const known = pieces.length > 1 ? JAPANESE_SURNAMES.has(pieces[0]!) || hanSurname(joined) : surname;
    if (!known || joined.length - (surname?.length ?? 1) > 3 || joined.length > 6) return undefined;
  } else if (joined.length > 4 && pieces.length === 1 && !surname) return undefined;
  if (text.slice(at, end).includes("·")) return { script: "han", start: at, end, parts: [pieces.join("")] };
  const family = surname ?? joined.slice(0, 1);
  const given = joined.slice(family.length);
  return { script: "han", start: at, end, parts: given ? [family, given] : [family] };
}

/** A Chinese name without blanks is whole; what follows it is something else. In Japanese text it may be a family name. */
function isWholeName(view: NormalisedText, pieces: readonly string[]): boolean {
  const [first = ""] = pieces;
  return pieces.length === 1 && first.length >= 2 && !view.kana && !JAPANESE_SURNAMES.has(first) && hanSurname(first) !== undefined && !CHINESE_SURNAMES.has(first);
}

/** Blanks part a Han name only between single characters or between a family and a given name. */
function sparse(pieces: readonly string[], next: string): boolean {
  if (pieces.every((piece) => piece.length === 1)) return next.length <= 3;
  return pieces.length === 1 && pieces[0]!.length <= 3 && next.length <= 4;
}

/** Reads kana: `ささき みさき`, `グエン・ヴァン・アン`. */
export function readKanaName(view: NormalisedText, at: number, limit: number): NameShape | undefined {
  const { text } = view;
  const parts: string[] = [];
  let end = at;
  let i = at;
  while (i < limit && parts.length < 4) {
    const pieceEnd = runEnd(text, i, limit, isKana);
    if (pieceEnd === i || pieceEnd - i > 10) break;
    parts.push(text.slice(i, pieceEnd));
    end = pieceEnd;
    i = skipBlanks(text, pieceEnd, limit);
    if (text[i] === "・" || text[i] === "·") i = skipBlanks(text, i + 1, limit);
  }
  if (parts.join("").length < 2) return undefined;
  return { script: "kana", start: at, end, parts };
}

/** Reads Hangul: `김하늘`, `김 하늘`, `남궁민수`, `김 하 늘`. */
export function readHangulName(
  view: NormalisedText,
  at: number,
  limit: number,
  announced: boolean,
): NameShape | undefined {
  const { text } = view;
  const pieces: string[] = [];
  let end = at;
  let i = at;
  while (i < limit && pieces.length < 4) {
    const pieceEnd = runEnd(text, i, limit, isHangul);
    if (pieceEnd === i || (pieces.length > 0 && !sparse(pieces, text.slice(i, pieceEnd)))) break;
    pieces.push(text.slice(i, pieceEnd));
    end = pieceEnd;
    i = skipBlanks(text, pieceEnd, limit);
    if (pieces.join("").length >= 3 && pieces.length === 1) break;
  }
  const joined = pieces.join("");
  const surname = KOREAN_SURNAMES.has(joined.slice(0, 2)) ? joined.slice(0, 2) : joined.slice(0, 1);
  const known = KOREAN_SURNAMES.has(surname);
  if (joined.length < 2 || joined.length > 5 || NOT_HANGUL_NAMES.has(joined)) return undefined;
  if (!announced && (!known || joined.length > surname.length + 2 || joined.length < 3)) return undefined;
  const given = joined.slice(surname.length);
  return { script: "hangul", start: at, end, parts: given ? [surname, given] : [surname] };
}

/** Reads a name of whatever script stands at `at`. */
export function readName(view: NormalisedText, at: number, limit: number, options: LatinNameOptions): NameShape | undefined {
  const unit = view.text.charCodeAt(at);
  if (isHangul(unit)) return readHangulName(view, at, limit, options.announced);
  if (isHan(unit)) return readHanName(view, at, limit, options.announced);
  if (isKana(unit)) return readKanaName(view, at, limit);
  return readLatinName(view, at, limit, options);
}
