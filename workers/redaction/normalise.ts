import { hasHan, hasHangul, hasKana, isDigit, scriptsOf } from "./characters.ts";
import { matchesOf } from "./matching.ts";
import { FOLDED, PLAIN } from "./unit-forms.ts";

/**
 * A text as the detectors read it. `text` has one width, one space, one dash and composed letters; `folded`
 * is the same length, lower case and without accents. `sourceStart(i)` and `sourceEnd(i)` turn the bounds of
 * a span `[i, j)` of `text` into UTF-16 offsets of the text that was given.
 */
export interface NormalisedText {
  text: string;
  folded: string;
  /** Scripts that the text has: without one, nothing written in it is looked for. With kana, Han names are Japanese. */
  han: boolean;
  kana: boolean;
  hangul: boolean;
  sourceStart(index: number): number;
  sourceEnd(index: number): number;
}

/** Combining accents; the voicing marks of kana, full and half width; invisible marks and variation selectors. */
const ACCENTS = "\\u0300-\\u034E\\u0350-\\u036F";
const VOICING = "\\u3099\\u309A\\uFF9E\\uFF9F";
const UNSEEN = "\\u00AD\\u034F\\u180E\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u206F\\uFE00-\\uFE0F\\uFEFF";

/** Conjoining jamo of one syllable; styled letters; compatibility forms whose plain form may be longer. */
const SYLLABLE = "[\\u1100-\\u115F][\\u1160-\\u11A7][\\u11A8-\\u11FF]?";
const STYLED = "\\uD835[\\uDC00-\\uDFFF]";
const COMPATIBLE = "\\u3200-\\u33FF\\uFB00-\\uFB06\\uFF61-\\uFF9F";

/**
 * What changes its length: invisible marks, which go; and a base with what composes onto it. The length of a match is
 * bounded, so a pass over a text is linear.
 */
const CHANGE = new RegExp(
  `[${UNSEEN}]|${STYLED}|${SYLLABLE}|[^${ACCENTS}${VOICING}${UNSEEN}\\uD800-\\uDFFF][${ACCENTS}${VOICING}]{1,8}|[${COMPATIBLE}]`,
  "g",
);
/** One look that tells most texts to need no change of length. */
const MAY_CHANGE = new RegExp(`[${UNSEEN}${ACCENTS}${VOICING}${COMPATIBLE}\\u1100-\\u11FF\\uD835]`);
/** True where the normal form of a text may have another length. */
export const changesLength = (text: string): boolean => MAY_CHANGE.test(text);
const INVISIBLE = new RegExp(`^[${UNSEEN}]$`);

const CHUNK = 4096;
/** Anything that is not a printable ASCII character, a tab or a line feed. */
const BEYOND_ASCII = /[^\t\n\x20-\x7e]/;

/** What is asked of all units of a text at once: their scripts, and three questions more. */
const CHANGES = 1;
const SURROGATE = 2;
/** Controls that the web's Latin-1 has other characters for. */
const CONTROL = 4;
const TRAITS: Uint8Array = (() => {
  const traits = new Uint8Array(0x10000);
  for (let c = 0x80; c < traits.length; c++) {
    const surrogate = c >= 0xd800 && c < 0xe000 ? SURROGATE : 0;
    const control = c < 0xa0 ? CONTROL : 0;
    traits[c] =
      scriptsOf(PLAIN[c]!) | surrogate | control | (MAY_CHANGE.test(String.fromCharCode(c)) ? CHANGES : 0);
  }
  return traits;
})();

/** Typed arrays have the byte order of the machine, which is little-endian wherever this runs. */
const DECODER = new TextDecoder("utf-16le", { fatal: false, ignoreBOM: true });
/** Texts of one byte a unit are read in half the time, here and by all patterns. */
const BYTE_DECODER = new TextDecoder("latin1", { fatal: false, ignoreBOM: true });

/** Units of a piece while it is read, kept because room of their own costs more than the reading; blanked behind it. */
const PLAIN_ROOM = new Uint16Array(CHUNK);
const FOLDED_ROOM = new Uint16Array(CHUNK);
const BYTE_ROOM = new Uint8Array(CHUNK);

/** A call of a decoder costs as much as to write so many units without it. */
const SHORT = 96;
const LAST_BYTE = 0xff;

/**
 * Writes the first units of a room, whose bits together are `all`. The decoders cost a third of `fromCharCode`, but they
 * would replace half a surrogate pair, and read some controls as other characters.
 */
function write(room: Uint16Array, length: number, all: number, traits: number): string {
  const units = room.subarray(0, length);
  if (length <= SHORT || (traits & (all > LAST_BYTE ? SURROGATE : CONTROL)) !== 0)
    return String.fromCharCode.apply(null, units as unknown as number[]);
  if (all > LAST_BYTE) return DECODER.decode(units);
  BYTE_ROOM.set(units);
  return BYTE_DECODER.decode(BYTE_ROOM.subarray(0, length));
}

const LAST_ASCII = 0x7f;
/** Han to Hangul: all of these are their own normal form, and none is asked for in a table. */
const FIRST_PLAIN = 0x3400;
const LAST_PLAIN = 0xd7a3;
const SPACE = 32;
const CARRIAGE_RETURN = 13;

interface Units {
  text: string;
  folded: string;
  /** Of all units of the source. */
  traits: number;
}

/** Both forms of a text in one pass. A carriage return alone ends a line; before a line feed it is a blank. */
function readUnits(source: string): Units {
  const texts: string[] = [];
  const folds: string[] = [];
  let traits = 0;
  for (let from = 0; from < source.length; from += CHUNK) {
    const piece = source.length <= CHUNK ? source : source.slice(from, from + CHUNK);
    if (!BEYOND_ASCII.test(piece)) {
      texts.push(piece);
      folds.push(piece.toLowerCase());
      continue;
    }
    let changed = 0;
    let found = 0;
    let plainBits = 0;
    let foldedBits = 0;
    for (let i = 0; i < piece.length; i++) {
      const unit = piece.charCodeAt(i);
      if (unit <= LAST_ASCII && unit > CARRIAGE_RETURN) {
        PLAIN_ROOM[i] = unit;
        FOLDED_ROOM[i] = FOLDED[unit]!;
        continue;
      }
      if (unit >= FIRST_PLAIN && unit <= LAST_PLAIN) {
        found |= scriptsOf(unit);
        plainBits |= unit;
        foldedBits |= unit;
        PLAIN_ROOM[i] = unit;
        FOLDED_ROOM[i] = unit;
        continue;
      }
      let read = PLAIN[unit]!;
      if (unit === CARRIAGE_RETURN && source[from + i + 1] === "\n") read = SPACE;
      changed |= read ^ unit;
      found |= TRAITS[unit]!;
      const folded = FOLDED[read]!;
      plainBits |= read;
      foldedBits |= folded;
      PLAIN_ROOM[i] = read;
      FOLDED_ROOM[i] = folded;
    }
    traits |= found;
    texts.push(changed === 0 ? piece : write(PLAIN_ROOM, piece.length, plainBits, found));
    folds.push(write(FOLDED_ROOM, piece.length, foldedBits, found));
    PLAIN_ROOM.fill(0, 0, piece.length);
    FOLDED_ROOM.fill(0, 0, piece.length);
    BYTE_ROOM.fill(0, 0, piece.length);
  }
  const whole = texts.length === 1;
  return { text: whole ? texts[0]! : texts.join(""), folded: whole ? folds[0]! : folds.join(""), traits };
}

/** For words, at which a pattern would cost more than the look at each of their letters. */
function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > LAST_ASCII) return false;
  return true;
}

/** The folded form of a phrase of a vocabulary, in whose characters no length changes. */
export function foldPhrase(phrase: string): string {
  if (isAscii(phrase)) return phrase.toLowerCase();
  let folded = "";
  for (let i = 0; i < phrase.length; i++)
    folded += String.fromCharCode(FOLDED[PLAIN[phrase.charCodeAt(i)]!]!);
  return folded;
}

/** Lower case without accents; the same length as what was given. */
export function fold(text: string): string {
  if (isAscii(text)) return text.toLowerCase();
  let folded = "";
  for (let i = 0; i < text.length; i++) folded += String.fromCharCode(FOLDED[text.charCodeAt(i)]!);
  return folded;
}

/** A place where the normal form has another length than the source. */
interface Change {
  at: number;
  length: number;
  sourceAt: number;
  sourceLength: number;
}

const NONE: readonly Change[] = [];

function compose(source: string): { text: string; changes: Change[] } {
  const parts: string[] = [];
  const changes: Change[] = [];
  let from = 0;
  let at = 0;
  for (const match of matchesOf(CHANGE, source)) {
    const composed = INVISIBLE.test(match[0]) ? "" : match[0].normalize("NFKC");
    parts.push(source.slice(from, match.index), composed);
    at += match.index - from;
    changes.push({ at, length: composed.length, sourceAt: match.index, sourceLength: match[0].length });
    at += composed.length;
    from = match.index + match[0].length;
  }
  parts.push(source.slice(from));
  return { text: parts.join(""), changes };
}

/** The last change that begins at or before an offset of the normal form, by binary search. */
function changeBefore(changes: readonly Change[], index: number): Change | undefined {
  let low = -1;
  let high = changes.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (changes[middle]!.at <= index) low = middle;
    else high = middle - 1;
  }
  return changes[low];
}

function sourceStart(changes: readonly Change[], index: number): number {
  const change = changeBefore(changes, index);
  if (!change) return index;
  const behind = index - change.at - change.length;
  return behind >= 0 ? change.sourceAt + change.sourceLength + behind : change.sourceAt;
}

/** The end of the character before `index`: an invisible mark behind it stays outside. */
function sourceEnd(changes: readonly Change[], index: number): number {
  if (index === 0) return 0;
  const change = changeBefore(changes, index - 1);
  if (!change) return index;
  const behind = index - change.at - change.length;
  return behind > 0 ? change.sourceAt + change.sourceLength + behind : change.sourceAt + change.sourceLength;
}

/** Reads a text into its normal form (after Unicode NFKC, UAX #15, for the ranges that résumés meet). */
export function normalise(source: string): NormalisedText {
  let units = readUnits(source);
  let changes: readonly Change[] = NONE;
  if ((units.traits & CHANGES) !== 0) {
    const composed = compose(source);
    changes = composed.changes;
    units = readUnits(composed.text);
  }
  const { text, folded, traits } = units;
  return {
    text,
    folded,
    han: hasHan(traits),
    kana: hasKana(traits),
    hangul: hasHangul(traits),
    sourceStart: (index) => sourceStart(changes, index),
    sourceEnd: (index) => sourceEnd(changes, index),
  };
}

/** The digits of a text, in order. */
export function digitsOf(text: string): string {
  let digits = "";
  for (let i = 0; i < text.length; i++) if (isDigit(text.charCodeAt(i))) digits += text[i];
  return digits;
}
