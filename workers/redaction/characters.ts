/**
 * Character classes over UTF-16 code units: look-ups, because the scanners ask them per unit, but for Han and Hangul, of
 * which each character of a text would fetch a line of memory of its own. Outside a text `charCodeAt` says NaN, which is
 * of no class; `| 0` makes a place of the table of it, as the engine's fast path needs.
 */

export const DIGIT = 1;
const ASCII_LETTER = 2;
const WORD_LETTER = 4;
/** A letter of a word or a digit: what a word's edge is not between. */
export const WORD_UNIT = WORD_LETTER | DIGIT;
const HAN = 8;
const HANGUL = 16;
const KANA = 32;
const UPPER = 64;
const CELL_MARK = 128;
const CJK = HAN | HANGUL | KANA;

/** From here on there are but Han, Hangul and what is of no class. */
const TABLED = 0x3400;
const CLASSES: Uint8Array = (() => {
  const classes = new Uint8Array(TABLED);
  const mark = (bit: number, ...ranges: (readonly [number, number])[]): void => {
    for (const [from, to] of ranges) for (let c = from; c <= to; c++) classes[c] = classes[c]! | bit;
  };
  mark(DIGIT, [48, 57]);
  mark(ASCII_LETTER, [65, 90], [97, 122]);
  // Letters of scripts that part words with blanks: Latin, Greek, Cyrillic, Arabic, Indic, Thai and others.
  mark(
    WORD_LETTER,
    [65, 90],
    [97, 122],
    [0xaa, 0xaa],
    [0xba, 0xba],
    [0xc0, 0xd6],
    [0xd8, 0xf6],
    [0xf8, 0x1fff],
    [0x2c00, 0x2ddf],
  );
  // Han with the iteration mark of Japanese family names (佐々木) and the ideographic zero.
  mark(HAN, [0x3005, 0x3005], [0x3007, 0x3007]);
  // Kana with the long-vowel mark, without the middle dot that parts words.
  mark(KANA, [0x3041, 0x309f], [0x30a1, 0x30fa], [0x30fc, 0x30ff]);
  for (let c = 65; c < 0x2e00; c++) {
    const char = String.fromCharCode(c);
    if (char !== char.toLowerCase() && char === char.toUpperCase()) classes[c] = classes[c]! | UPPER;
  }
  // Marks that part one cell of a line from the next: tab, pipe, bullet and their typographic kin.
  for (const cellMark of "\t|¦│┃║;•●▪■◆◇★☆※→⇒\u00b7") {
    const c = cellMark.charCodeAt(0);
    mark(CELL_MARK, [c, c]);
  }
  return classes;
})();
const FULLWIDTH_SEMICOLON = 0xff1b;

function beyondTable(unit: number): number {
  if (unit <= 0x9fff) return unit <= 0x4dbf || unit >= 0x4e00 ? HAN : 0;
  if (unit >= 0xac00 && unit <= 0xd7a3) return HANGUL;
  return unit === FULLWIDTH_SEMICOLON ? CELL_MARK : 0;
}

/** All classes of a unit as bits, for loops that ask more than one of them. */
export const classesOf = (c: number): number => {
  const unit = c | 0;
  return unit < TABLED ? CLASSES[unit]! : beyondTable(unit);
};

export const isDigit = (c: number): boolean => c >= 48 && c <= 57;
export const isAsciiLetter = (c: number): boolean => (c | 32) >= 97 && (c | 32) <= 122;
export const isAlphanumeric = (c: number): boolean => isDigit(c) || isAsciiLetter(c);
export const isWordLetter = (c: number): boolean => (c | 0) < TABLED && (CLASSES[c | 0]! & WORD_LETTER) !== 0;
export const isWordUnit = (c: number): boolean => (c | 0) < TABLED && (CLASSES[c | 0]! & WORD_UNIT) !== 0;
export const isHan = (c: number): boolean => (classesOf(c) & HAN) !== 0;
export const isHangul = (c: number): boolean => c >= 0xac00 && c <= 0xd7a3;
export const isKana = (c: number): boolean => (c | 0) < TABLED && (CLASSES[c | 0]! & KANA) !== 0;
export const isCjk = (c: number): boolean => (classesOf(c) & CJK) !== 0;

export const isSpace = (c: number): boolean => c === 32 || c === 9;

export const isNewline = (c: number): boolean => c === 10;

export const isCellMark = (c: number): boolean => (classesOf(c) & CELL_MARK) !== 0;

export const isUpperCase = (char: string): boolean => isUpper(char.charCodeAt(0));
export const isUpper = (c: number): boolean => (c | 0) < TABLED && (CLASSES[c | 0]! & UPPER) !== 0;

/** The scripts of a unit as a set of bits, to be joined over a text and then asked. */
export const scriptsOf = (c: number): number => classesOf(c) & CJK;
export const hasHan = (scripts: number): boolean => (scripts & HAN) !== 0;
export const hasHangul = (scripts: number): boolean => (scripts & HANGUL) !== 0;
export const hasKana = (scripts: number): boolean => (scripts & KANA) !== 0;

/** Two units of a text as one number, to be looked up in a set of such pairs. */
export const pairAt = (text: string, at: number): number =>
  text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1);
