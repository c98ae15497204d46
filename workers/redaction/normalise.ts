import { hasHan, hasHangul, hasKana, isDigit, scriptsOf } from "./characters.ts";
import { type Change, changesLength, compose, sourceEnd, sourceStart } from "./composition.ts";
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
      scriptsOf(PLAIN[c]!) | surrogate | control | (changesLength(String.fromCharCode(c)) ? CHANGES : 0);
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

/** Reads a text into its normal form (after Unicode NFKC, UAX #15, for the ranges that résumés meet). */
export function normalise(source: string): NormalisedText {
  let units = readUnits(source);
  let changes: readonly Change[] = [];
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
