import { isDigit, isHan, isHangul, isKana, isUpper, isUpperCase, isWordLetter } from "./characters.ts";
import { GIVEN_NAMES } from "./lexicons/given-names.ts";
import { NAME_SUFFIXES, NEUTRAL_TITLES, NOT_NAME_WORDS } from "./lexicons/name-words.ts";
import { skipBlanks } from "./lines.ts";
import { readHangulName, readHanName, readKanaName } from "./name-shapes-cjk.ts";
import { KIND, kindsOf } from "./name-word-kinds.ts";
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
const LAST_ASCII = 0x7f;
const BLANK = 32;
const APOSTROPHE = 39;
const COMMA = 44;
const HYPHEN = 45;
const FULL_STOP = 46;

/** The Latin word at `at`, with inner apostrophes, hyphens and the dot of an initial or title. */
export function readWord(view: NormalisedText, at: number, limit: number): Word | undefined {
  const { text, folded } = view;
  let end = at;
  while (end < limit) {
    const unit = text.charCodeAt(end);
    if (isWordLetter(unit)) {
      end++;
      continue;
    }
    const inner = unit === APOSTROPHE || unit === HYPHEN || unit === FULL_STOP;
    if (!inner || end === at) break;
    const next = text.charCodeAt(end + 1);
    if (unit === FULL_STOP && next === HYPHEN && isWordLetter(text.charCodeAt(end + 2))) end += 2;
    else if (end + 1 < limit && isWordLetter(next)) end++;
    else break;
  }
  if (end === at) return undefined;
  if (text.charCodeAt(end) === FULL_STOP && (end - at <= 5 || text.slice(at, end).includes("."))) end++;
  return { start: at, end, folded: folded.slice(at, end) };
}

/** `Prof.`, `Dr.-Ing.` */
const isTitle = (word: string, kinds: number): boolean =>
  (kinds & KIND.title) !== 0 ||
  (word.includes(".-") && word.split("-").every((piece) => NEUTRAL_TITLES.has(piece)));

export interface LatinNameOptions {
  /** Fewest words that count as a name. */
  atLeast: number;
  /** The place announces a name, so lower case and unusual words are taken too. */
  announced: boolean;
  /** Words that something else confirms to be the person's, whatever else they mean. */
  known?: ((word: string) => boolean) | undefined;
}

/** Reads a name in a cased script at `at`: titles, then words with a capital, particles and initials. */
export function readLatinName(
  view: NormalisedText,
  at: number,
  limit: number,
  { atLeast, announced, known }: LatinNameOptions,
): NameShape | undefined {
  const { text } = view;
  if (!announced && !opensName(text.charCodeAt(at))) return undefined;
  const words: Word[] = [];
  let i = at;
  let start = -1;
  let comma = false;
  for (let count = 0; count < MAX_NAME_WORDS + 4; count++) {
    const word = readWord(view, i, limit);
    if (!word) break;
    const kinds = kindsOf(word.folded);
    if (words.length === 0 && isTitle(word.folded, kinds)) {
      if (start < 0) start = word.start;
      i = skipBlanks(text, degreeEnd(text, word.end, limit), limit);
      continue;
    }
    if (words.length >= 2 && (kinds & KIND.conjunction) !== 0 && startsAnother(view, word.end, limit)) break;
    const bare = word.folded.endsWith(".") ? word.folded.slice(0, -1) : word.folded;
    const sure = known?.(bare) === true && isUpper(text.charCodeAt(word.start));
    if (!sure && !isNameWord(text, word, kinds, bare, announced, words.length)) break;
    if (start < 0) start = word.start;
    words.push(word);
    i = skipBlanks(text, word.end, limit);
    if (i - word.end > 1 && !announced) break;
    const nickname = QUOTES.has(text.charCodeAt(i)) ? readNickname(view, i, limit) : undefined;
    if (nickname) {
      words.push(nickname.word);
      i = nickname.end;
    }
    const mayJoin =
      !comma &&
      text.charCodeAt(i) === COMMA &&
      (words.length <= (announced ? 3 : 1) || isDoubleFamily(view, words, i + 1, limit));
    if (mayJoin && commaJoins(view, i + 1, limit)) {
      comma = true;
      i = skipBlanks(text, i + 1, limit);
    }
    if (words.length >= MAX_NAME_WORDS) break;
  }
  return words.length < atLeast ? undefined : asLatinName(text, words, start, limit, atLeast);
}

const QUOTES: ReadonlySet<number> = new Set([..."\"'“”„‘’«"].map((quote) => quote.charCodeAt(0)));
const NICKNAME = /^["'“”„‘’«](\p{Lu}\p{L}{1,14})["'“”’»] (?=\p{Lu})/u;
const LONGEST_NICKNAME = 20;

/** `Maxime "Max" Tremblay`: the name between the forename and the family's. */
function readNickname(
  view: NormalisedText,
  at: number,
  limit: number,
): { word: Word; end: number } | undefined {
  const match = NICKNAME.exec(view.text.slice(at, Math.min(limit, at + LONGEST_NICKNAME)));
  if (!match) return undefined;
  const [start, end] = [at + 1, at + 1 + match[1]!.length];
  return { word: { start, end, folded: view.folded.slice(start, end) }, end: at + match[0].length };
}

/** `Etxeberria Goikoetxea, Iñaki`: two family names of which none is a forename, and a forename behind the comma. */
function isDoubleFamily(view: NormalisedText, words: readonly Word[], at: number, limit: number): boolean {
  if (words.length !== 2 || words.some(({ folded }) => GIVEN_NAMES.has(folded))) return false;
  const next = readWord(view, skipBlanks(view.text, at, limit), limit);
  return (
    next !== undefined && GIVEN_NAMES.has(next.folded) && skipBlanks(view.text, next.end, limit) >= limit
  );
}

/** What a German title says of its faculty or its school: `Dr. rer. nat.`, `Dipl.-Ing. (FH)`. */
const DEGREE =
  /^(?: ?\((?:FH|TU|TH|BA|DH|HS|HAW|HTL|ETH|Univ\.?|Uni)\)| ?(?:rer|nat|med|dent|vet|phil|jur|iur|oec|pol|agr|theol|sc|techn|habil|publ|soc|h\. ?c)\.){1,6}/;
const LONGEST_DEGREE = 32;

/** The end of a title with its degree. */
function degreeEnd(text: string, end: number, limit: number): number {
  const degree = DEGREE.exec(text.slice(end, Math.min(limit, end + LONGEST_DEGREE)));
  return degree ? end + degree[0].length : end;
}

/** The words as a name: one of them is solid, none stands for a name, and no particle ends it. */
function asLatinName(
  text: string,
  words: Word[],
  start: number,
  limit: number,
  atLeast: number,
): NameShape | undefined {
  while (words.length > 0 && isParticle(words[words.length - 1]!.folded)) words.pop();
  if (words.length === 0 || words.length < atLeast || !words.some(isSolid)) return undefined;
  const last = words[words.length - 1]!;
  const parts: string[] = [];
  for (const { start: from, end: to, folded } of words) {
    if (isPlaceholder(folded)) return undefined;
    parts.push(text.slice(from, text.charCodeAt(to - 1) === FULL_STOP ? to - 1 : to));
  }
  const stopped = text.charCodeAt(last.end - 1) === FULL_STOP && last.folded.length > 3;
  const end = withGeneration(text, stopped ? last.end - 1 : last.end, limit);
  return { script: "latin", start, end, parts };
}

const isParticle = (word: string): boolean => (kindsOf(word) & KIND.particle) !== 0;
const isInitial = (word: string): boolean => word.length === 2 && word.includes(".");
const isSolid = ({ folded }: Word): boolean => folded.length > 1 && !isInitial(folded) && !isParticle(folded);

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

const PLACEHOLDER = /abcd|bcde|cdef|defg|efgh|mnop|rstu|wxyz|(.)\1{3}/;

/** `José Vasconcelos e Ana Lúcia`: a given name behind a conjunction is another person's. */
function startsAnother(view: NormalisedText, at: number, limit: number): boolean {
  const next = readWord(view, skipBlanks(view.text, at, limit), limit);
  if (!next) return false;
  return (
    GIVEN_NAMES.has(next.folded) || isTitle(next.folded, kindsOf(next.folded)) || ARTICLES.test(next.folded)
  );
}

/** `und der Architekt`: somebody else follows. */
const ARTICLES = /^(?:der|die|dem|mein|meine|meiner|ma|mon|mi|the|my|il|mio|mia|sua|suo)$/;

/** Without a label before it a name opens with a capital or a letter of a script that has none. */
export const opensName = (unit: number): boolean => (unit <= LAST_ASCII ? isUpper(unit) : isWordLetter(unit));

function isNameWord(
  text: string,
  word: Word,
  kinds: number,
  bare: string,
  announced: boolean,
  index: number,
): boolean {
  if ((kinds & KIND.suffix) !== 0 && index > 0) return false;
  const capital = isCapital(text, word.start);
  if (!announced && !capital && index === 0) return false;
  const bareKinds = bare === word.folded ? kinds : kindsOf(bare);
  if ((bareKinds & KIND.particle) !== 0 && (index > 0 || announced || !capital))
    return index > 0 || announced;
  if (announced) {
    if (index > 0 && (bareKinds & KIND.notName) !== 0) return false;
  } else if ((kinds & KIND.notName) !== 0 || holdsNotName(bare, bareKinds)) return false;
  return (capital || announced) && !isDigit(text.charCodeAt(word.end));
}

/** A capital, or a letter of a script that has none. */
function isCapital(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (isUpper(unit)) return true;
  return unit > LAST_ASCII && text[at]!.toLowerCase() === text[at]!.toUpperCase();
}

/** Of a word with hyphens each piece counts, and not the whole. */
const holdsNotName = (bare: string, kinds: number): boolean =>
  bare.includes("-")
    ? bare.split("-").some((piece) => (kindsOf(piece) & KIND.notName) !== 0)
    : (kinds & KIND.notName) !== 0;

const GENERATION = /^,? (?:Jr|JR|Sr|SR|II|III|IV|Júnior|Filho|Neto|Sobrinho)(?![\p{L}])\.?/u;
/** What they begin with. */
const GENERATION_OPENINGS = "JSIFN";

/** `Hughes Jr.`: the generation belongs to the name, though it names nobody by itself. */
export function withGeneration(text: string, end: number, limit: number): number {
  if (end >= limit) return end;
  const mark = text.charCodeAt(end);
  if (mark !== BLANK && mark !== COMMA) return end;
  if (!GENERATION_OPENINGS.includes(text.charAt(mark === COMMA ? end + 2 : end + 1))) return end;
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
