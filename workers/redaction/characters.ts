/** Character classes over UTF-16 code units. They are functions of numbers because the scanners run per unit. */

export const isDigit = (c: number): boolean => c >= 48 && c <= 57;

export const isUpperAscii = (c: number): boolean => c >= 65 && c <= 90;

export const isAsciiLetter = (c: number): boolean => (c >= 65 && c <= 90) || (c >= 97 && c <= 122);

/** Han ideographs, with the iteration mark of Japanese surnames (佐々木) and the ideographic zero. */
export const isHan = (c: number): boolean =>
  (c >= 0x4e00 && c <= 0x9fff) || (c >= 0x3400 && c <= 0x4dbf) || c === 0x3005 || c === 0x3007;

/** Precomposed Hangul syllables; loose jamo are composed by the normaliser. */
export const isHangul = (c: number): boolean => c >= 0xac00 && c <= 0xd7a3;

/** Hiragana, katakana and the long-vowel mark, without the middle dot that separates words. */
export const isKana = (c: number): boolean => c >= 0x3041 && c <= 0x30ff && c !== 0x30fb && c !== 0x30a0;

export const isCjk = (c: number): boolean => isHan(c) || isHangul(c) || isKana(c);

/** Letters of scripts that separate words with spaces: Latin, Greek, Cyrillic, Arabic, Indic, Thai. */
export const isWordLetter = (c: number): boolean =>
  isAsciiLetter(c) ||
  c === 0xaa ||
  c === 0xba ||
  (c >= 0xc0 && c < 0x2000 && c !== 0xd7 && c !== 0xf7) ||
  (c >= 0x2c00 && c < 0x2de0);

export const isSpace = (c: number): boolean => c === 32 || c === 9;

export const isNewline = (c: number): boolean => c === 10;

/** Marks that part one cell of a line from the next: tab, pipe, bullet and their typographic kin. */
const CELL_MARKS = new Set([..."\t|¦│┃║;；•●▪■◆◇★☆※→⇒\u00b7"].map((mark) => mark.charCodeAt(0)));

export const isCellMark = (c: number): boolean => CELL_MARKS.has(c);

export function isUpperCase(char: string): boolean {
  return char !== char.toLowerCase() && char === char.toUpperCase();
}
