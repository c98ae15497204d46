/**
 * What a character counts as when tokens are estimated. `word` and `han` characters are judged together with those
 * beside them; every other class has one cost per character, or per run where its name says so.
 */
export const COSTED = [
  "digit",
  "arabic_digit",
  "newlines", // a run of line breaks that no punctuation takes in
  "blanks", // a run of several blanks, or one before a digit: a single one belongs to the word after it
  "marks", // the first of a run of ASCII punctuation
  "further_mark",
  "wide_mark", // punctuation and symbols beyond ASCII
  "emoji",
  "emoji_joint", // variation selectors and joiners
  "capital", // a letter of a word in capitals, after the first: such words are seldom known whole
  "kana",
  "hangul",
  "greek",
  "hebrew",
  "armenian",
  "devanagari",
  "bengali",
  "tamil",
  "thai",
  "georgian",
  "further_indic",
  "further_script",
] as const;
export type Costed = (typeof COSTED)[number];

export type CharacterClass =
  | Exclude<Costed, "newlines" | "blanks" | "marks" | "capital">
  | "word"
  | "han"
  | "blank"
  | "newline";

/** First code point after each block, and what the block counts as; ends of blocks as Unicode 17 has them. */
const BLOCKS: readonly (readonly [end: number, as: CharacterClass])[] = [
  [0x00a0, "further_mark"], // ASCII is looked up before; what is left here are controls
  [0x00c0, "wide_mark"],
  [0x0250, "word"], // Latin-1 letters, Latin Extended-A and -B
  [0x02b0, "further_script"], // IPA
  [0x0370, "word"], // modifiers and combining marks
  [0x0400, "greek"],
  [0x0530, "word"], // Cyrillic
  [0x0590, "armenian"],
  [0x0600, "hebrew"],
  [0x0780, "word"], // Arabic, Syriac, Arabic Supplement
  [0x08a0, "further_script"],
  [0x0900, "word"], // Arabic Extended-A
  [0x0980, "devanagari"],
  [0x0a00, "bengali"],
  [0x0b80, "further_indic"],
  [0x0c00, "tamil"],
  [0x0e00, "further_indic"],
  [0x0e80, "thai"],
  [0x10a0, "further_indic"], // Lao, Tibetan, Myanmar
  [0x1100, "georgian"],
  [0x1e00, "further_script"],
  [0x1f00, "word"], // Latin Extended Additional
  [0x2000, "greek"],
  [0x200b, "blank"],
  [0x2010, "emoji_joint"],
  [0x2600, "wide_mark"], // punctuation, currency, letterlike, arrows, box drawing
  [0x27c0, "emoji"], // symbols, dingbats
  [0x2e80, "wide_mark"],
  [0x3000, "han"], // radicals
  [0x3041, "wide_mark"], // CJK punctuation
  [0x3100, "kana"],
  [0x3130, "han"],
  [0x3190, "hangul"],
  [0x3400, "kana"],
  [0xa000, "han"],
  [0xac00, "further_script"],
  [0xd7b0, "hangul"],
  [0xf900, "further_script"],
  [0xfb00, "han"],
  [0xfb50, "hebrew"],
  [0xfe00, "word"], // Arabic presentation forms
  [0xfe10, "emoji_joint"],
  [0xfe70, "wide_mark"],
  [0xfeff, "word"],
  [0xff00, "emoji_joint"],
  [0xff66, "wide_mark"], // fullwidth forms
  [0xffa0, "kana"],
  [0x10000, "wide_mark"],
  [0x1f000, "further_script"],
  [0x20000, "emoji"],
  [0x110000, "han"],
];

function classOfAscii(code: number): CharacterClass {
  if ((code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a)) return "word";
  if (code >= 0x30 && code <= 0x39) return "digit";
  if (code === 0x20 || code === 0x09) return "blank";
  return code === 0x0a || code === 0x0d ? "newline" : "further_mark";
}
const ASCII: readonly CharacterClass[] = Array.from({ length: 0x80 }, (_, code) => classOfAscii(code));

/** @param code a code point */
export function classOf(code: number): CharacterClass {
  const ascii = ASCII[code];
  if (ascii !== undefined) return ascii;
  if (code === 0xa0 || code === 0x3000) return "blank";
  if (code === 0xd7 || code === 0xf7) return "wide_mark";
  if ((code >= 0x660 && code <= 0x669) || (code >= 0x6f0 && code <= 0x6f9)) return "arabic_digit";
  let low = 0;
  let high = BLOCKS.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (code < BLOCKS[middle]![0]) high = middle;
    else low = middle + 1;
  }
  return BLOCKS[low]![1];
}
