import { isDigit, isHan, isHangul, isKana, isUpper, isUpperCase, isWordLetter } from "./characters.ts";
import { GIVEN_NAMES } from "./lexicons/given-names.ts";
import {
  GENDERED_TITLES,
  NAME_PARTICLES,
  NAME_SUFFIXES,
  NEUTRAL_TITLES,
  NOT_NAME_WORDS,
} from "./lexicons/name-words.ts";
import { skipBlanks } from "./lines.ts";
import { readHangulName, readHanName, readKanaName } from "./name-shapes-cjk.ts";
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

const MAX_NAME_WORDS = 8;

/** The Latin word at `at`, with inner apostrophes, hyphens and the dot of an initial or title. */
export function readWord(view: NormalisedText, at: number, limit: number): Word | undefined {
  const { text, folded } = view;
  let end = at;
  while (end < limit) {
    const unit = text.charCodeAt(end);
    const inner = unit === 39 || unit === 45 || unit === 46;
    const dottedHyphen =
      unit === 46 && text.charCodeAt(end + 1) === 45 && isWordLetter(text.charCodeAt(end + 2));
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
  NEUTRAL_TITLES.has(word) ||
  GENDERED_TITLES.has(word) ||
  (word.includes(".-") && word.split("-").every((piece) => NEUTRAL_TITLES.has(piece)));

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
  if (!announced && !opensName(view.text.charCodeAt(at))) return undefined;
  const words: Word[] = [];
  let i = at;
  let start = -1;
  let comma = false;
  let lastEnd = at;
  for (let count = 0; count < MAX_NAME_WORDS + 4; count++) {
    const word = readWord(view, i, limit);
    if (!word) break;
    const bare = word.folded.endsWith(".") ? word.folded.slice(0, -1) : word.folded;
    if (words.length === 0 && isTitle(word.folded)) {
      if (start < 0) start = word.start;
      i = skipBlanks(view.text, word.end, limit);
      continue;
    }
    if (words.length >= 2 && CONJUNCTIONS.has(word.folded) && startsAnother(view, word.end, limit)) break;
    const sure = known?.(bare) === true && isUpperCase(view.text[word.start]!);
    if (!sure && !isNameWord(view, word, bare, announced, words.length)) break;
    if (start < 0) start = word.start;
    words.push(word);
    lastEnd = word.end;
    i = skipBlanks(view.text, word.end, limit);
    if (i - word.end > 1 && !announced) break;
    if (
      view.text[i] === "," &&
      !comma &&
      words.length <= (announced ? 3 : 1) &&
      commaJoins(view, i + 1, limit)
    ) {
      comma = true;
      i = skipBlanks(view.text, i + 1, limit);
    }
    if (words.length >= MAX_NAME_WORDS) break;
  }
  while (words.length > 0 && NAME_PARTICLES.has(words.at(-1)!.folded)) words.pop();
  const solid = words.filter(
    (word) => word.folded.length > 1 && !isInitial(word.folded) && !NAME_PARTICLES.has(word.folded),
  );
  if (solid.length === 0 || words.length < atLeast) return undefined;
  if (words.some((word) => isPlaceholder(word.folded))) return undefined;
  lastEnd = words.at(-1)!.end;
  if (view.text[lastEnd - 1] === "." && words.at(-1)!.folded.length > 3) lastEnd--;
  lastEnd = withGeneration(view.text, lastEnd, limit);
  const parts = words.map(({ start, end }) =>
    view.text.slice(start, view.text.charCodeAt(end - 1) === FULL_STOP ? end - 1 : end),
  );
  return { script: "latin", start, end: lastEnd, parts };
}

/** Four letters in the order of the alphabet, or one letter four times over, stand for a name that is not there. */
const PLACEHOLDER_RUN = 4;

function isPlaceholder(word: string): boolean {
  let run = 1;
  for (let i = 1; i < word.length; i++) {
    const step = word.charCodeAt(i) - word.charCodeAt(i - 1);
    const goesOn = step === 0 || step === 1;
    run = goesOn ? run + 1 : 1;
    if (run >= PLACEHOLDER_RUN && PLACEHOLDER.test(word)) return true;
  }
  return false;
}

const FULL_STOP = 46;
const isInitial = (word: string): boolean => word.length === 2 && word.includes(".");

const PLACEHOLDER = /abcd|bcde|cdef|defg|efgh|mnop|rstu|wxyz|(.)\1{3}/;

/** Conjunctions that stand inside family names too: `Ortega y Gasset`. */
const CONJUNCTIONS = new Set(["und", "y", "e", "i", "et", "and"]);

/** `José Vasconcelos e Ana Lúcia`: a given name behind a conjunction is another person's. */
function startsAnother(view: NormalisedText, at: number, limit: number): boolean {
  const next = readWord(view, skipBlanks(view.text, at, limit), limit);
  return next !== undefined && (GIVEN_NAMES.has(next.folded) || isTitle(next.folded));
}

/** Without a label before it a name opens with a capital or a letter of a script that has none. */
const opensName = (unit: number): boolean => (unit <= 0x7f ? isUpper(unit) : isWordLetter(unit));

function isNameWord(
  view: NormalisedText,
  word: Word,
  bare: string,
  announced: boolean,
  index: number,
): boolean {
  if (NAME_SUFFIXES.has(word.folded) && index > 0) return false;
  const first = view.text[word.start]!;
  const capital = isUpperCase(first) || first.toLowerCase() === first.toUpperCase();
  if (!announced && !capital && index === 0) return false;
  if (NAME_PARTICLES.has(bare) && (index > 0 || announced || !capital)) return index > 0 || announced;
  if (
    !announced &&
    (NOT_NAME_WORDS.has(word.folded) ||
      (bare.includes("-") ? bare.split("-") : [bare]).some((piece) => NOT_NAME_WORDS.has(piece)))
  )
    return false;
  if (announced && index > 0 && NOT_NAME_WORDS.has(bare)) return false;
  if (isDigit(view.text.charCodeAt(word.end))) return false;
  return capital || announced;
}

const BLANK = 32;
const COMMA = 44;
const GENERATION = /^,? (?:Jr|JR|Sr|SR|II|III|IV|Júnior|Filho|Neto|Sobrinho)(?![\p{L}])\.?/u;

/** `Hughes Jr.`: the generation belongs to the name, though it names nobody by itself. */
export function withGeneration(text: string, end: number, limit: number): number {
  const blank = text.charCodeAt(end);
  if (end >= limit || (blank !== BLANK && blank !== COMMA)) return end;
  const generation = GENERATION.exec(text.slice(end, Math.min(limit, end + 12)));
  return generation ? end + generation[0].length : end;
}

/** `Okonkwo, Priya`: the comma of an inverted name stands before capitalised words that end their cell. */
function commaJoins(view: NormalisedText, at: number, limit: number): boolean {
  const word = readWord(view, skipBlanks(view.text, at, limit), limit);
  if (!word || !isUpperCase(view.text[word.start]!)) return false;
  if (NAME_SUFFIXES.has(word.folded) || NOT_NAME_WORDS.has(word.folded)) return false;
  const after = skipBlanks(view.text, word.end, limit);
  return after >= limit || !/[,\d]/.test(view.text[after]!);
}

/** Reads a name of whatever script stands at `at`. */
export function readName(
  view: NormalisedText,
  at: number,
  limit: number,
  options: LatinNameOptions,
): NameShape | undefined {
  const unit = view.text.charCodeAt(at);
  if (isHangul(unit)) return readHangulName(view, at, limit, options.announced);
  if (isHan(unit)) return readHanName(view, at, limit, options.announced);
  if (isKana(unit)) return readKanaName(view, at, limit);
  return readLatinName(view, at, limit, options);
}
