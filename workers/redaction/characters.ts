/** Character classes over UTF-16 code units. They are look-ups because the scanners ask them per unit. */

const DIGIT = 1;
const ASCII_LETTER = 2;
const WORD_LETTER = 4;
const HAN = 8;
const HANGUL = 16;
const KANA = 32;
const UPPER = 64;

const CLASSES: Uint8Array = (() => {
  const classes = new Uint8Array(0x10000);
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
  mark(HAN, [0x3400, 0x4dbf], [0x4e00, 0x9fff], [0x3005, 0x3005], [0x3007, 0x3007]);
  mark(HANGUL, [0xac00, 0xd7a3]);
  // Kana with the long-vowel mark, without the middle dot that parts words.
  mark(KANA, [0x3041, 0x309f], [0x30a1, 0x30fa], [0x30fc, 0x30ff]);
  for (let c = 65; c < 0x2e00; c++) {
    const char = String.fromCharCode(c);
    if (char !== char.toLowerCase() && char === char.toUpperCase()) classes[c] = classes[c]! | UPPER;
  }
  return classes;
})();

export const isDigit = (c: number): boolean => (CLASSES[c]! & DIGIT) !== 0;
export const isAsciiLetter = (c: number): boolean => (CLASSES[c]! & ASCII_LETTER) !== 0;
export const isAlphanumeric = (c: number): boolean => (CLASSES[c]! & (DIGIT | ASCII_LETTER)) !== 0;
export const isWordLetter = (c: number): boolean => (CLASSES[c]! & WORD_LETTER) !== 0;
/** A letter of a word or a digit: what a word's edge is not between. */
export const isWordUnit = (c: number): boolean => (CLASSES[c]! & (WORD_LETTER | DIGIT)) !== 0;
export const isHan = (c: number): boolean => (CLASSES[c]! & HAN) !== 0;
export const isHangul = (c: number): boolean => (CLASSES[c]! & HANGUL) !== 0;
export const isKana = (c: number): boolean => (CLASSES[c]! & KANA) !== 0;
export const isCjk = (c: number): boolean => (CLASSES[c]! & (HAN | HANGUL | KANA)) !== 0;

export const isSpace = (c: number): boolean => c === 32 || c === 9;

export const isNewline = (c: number): boolean => c === 10;

/** Marks that part one cell of a line from the next: tab, pipe, bullet and their typographic kin. */
const CELL_MARKS = new Set([..."\t|¦│┃║;；•●▪■◆◇★☆※→⇒\u00b7"].map((mark) => mark.charCodeAt(0)));

export const isCellMark = (c: number): boolean =>
  c < 128 ? c === 9 || c === 124 || c === 59 : CELL_MARKS.has(c);

export const isUpperCase = (char: string): boolean => isUpper(char.charCodeAt(0));
export const isUpper = (c: number): boolean => (CLASSES[c]! & UPPER) !== 0;

/** The scripts of a unit as a set of bits, to be joined over a text and then asked. */
export const scriptsOf = (c: number): number => CLASSES[c]! & (HAN | HANGUL | KANA);
export const hasHan = (scripts: number): boolean => (scripts & HAN) !== 0;
export const hasHangul = (scripts: number): boolean => (scripts & HANGUL) !== 0;
export const hasKana = (scripts: number): boolean => (scripts & KANA) !== 0;
