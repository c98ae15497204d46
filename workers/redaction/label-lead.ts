import { isSpace, isUpperCase, isWordUnit } from "./characters.ts";

/** Blanks and control characters end here. */
const LAST_BLANK = 32;
/** Marks that people put in front of a label. */
const DECORATIONS: ReadonlySet<number> = new Set(
  [...`[{【「『〔〈<*"'_#•▪●◆◇■□➤►▶✦☎✉-`].map((mark) => mark.charCodeAt(0)),
);
const isDecoration = (unit: number): boolean =>
  unit > LAST_BLANK && !isWordUnit(unit) && DECORATIONS.has(unit);
/** Of numbering the marks: `1.`, `1)`, `1、`. */
const isNumberingMark = (unit: number): boolean => unit === 46 || unit === 41 || unit === 0x3001;
const NUMBERING = /(?:^|\s)\(?\d{1,2}[.)、]\s{0,2}$/;

/** Of a form's lines, without a mark: `01 Nome`. */
const LINE_NUMBER = /^\s{0,2}\d{1,2}\s{1,2}$/;
const LONGEST_LINE_NUMBER = 6;

/** Walks back over brackets, asterisks and numbering in front of a label. */
export function decoratedStart(text: string, at: number, lineStart: number): number {
  let i = at;
  for (let step = 0; step < 4 && i > lineStart && isDecoration(text.charCodeAt(i - 1)); step++) i--;
  let mark = i - 1;
  while (mark >= i - 2 && isSpace(text.charCodeAt(mark))) mark--;
  if (
    isUpperCase(text[i] ?? "") &&
    i - lineStart <= LONGEST_LINE_NUMBER &&
    LINE_NUMBER.test(text.slice(lineStart, i))
  )
    return lineStart;
  if (!isNumberingMark(text.charCodeAt(mark))) return i;
  const numbering = NUMBERING.exec(text.slice(Math.max(lineStart, i - 8), i));
  return numbering ? Math.max(lineStart, i - numbering[0].trimStart().length) : i;
}
