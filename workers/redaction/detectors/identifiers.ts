import { isAlphanumeric, isAsciiLetter, isDigit } from "../characters.ts";
import { isPersonalNumberLabel } from "../fields-of-numbers.ts";
import { labelAround, type Page } from "../page.ts";
import { RANK, type Span } from "../spans.ts";
import type { Vetoes } from "../vetoes.ts";
import {
  DIGIT_SHAPES,
  type IdentifierContext,
  type IdentifierShape,
  LETTER_SHAPES,
} from "./identifier-shapes.ts";

const SEPARATORS = /[ \-.:/()]/g;
const MAX_LEADING_LETTERS = 6;

/** The shortest identifiers have six digits (NINO); this bounds how far ahead they may stand. */
const FEWEST_DIGITS = 6;
const MAX_LENGTH = 24;

/** True where enough digits follow for any identifier: a look that spares all shapes for years and versions. */
function hasDigits(text: string, at: number): boolean {
  const limit = Math.min(text.length, at + MAX_LENGTH);
  let digits = 0;
  for (let i = at; i < limit; i++) {
    const unit = text.charCodeAt(i);
    if (isDigit(unit)) digits++;
    else if (!isAsciiLetter(unit) && !(unit === 32 || (unit >= 40 && unit <= 47) || unit === 58)) break;
    if (digits >= FEWEST_DIGITS) return true;
  }
  return false;
}

/** True where a token of letters or digits begins that is not the middle of a longer number. */
function startsToken(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  if (isAlphanumeric(before) || before === 95 || before === 58)
    return before === 58 && !isAlphanumeric(text.charCodeAt(at - 2));
  const numeric = before === 46 || before === 45 || before === 44 || before === 43;
  return !(numeric && isDigit(text.charCodeAt(at - 2)));
}

function endsToken(text: string, end: number): boolean {
  const after = text.charCodeAt(end);
  if (isAlphanumeric(after)) return false;
  const numeric = after === 46 || after === 45 || after === 44 || after === 58;
  return !(numeric && isDigit(text.charCodeAt(end + 1)));
}

/** Finds identifiers that arithmetic or an unmistakable shape proves. Each token is read once by each shape. */
export function findIdentifiers(page: Page, vetoes: Vetoes): Span[] {
  const { text } = page.view;
  const scripts = { hasHangul: page.view.hangul, hasKana: page.view.kana };
  const spans: Span[] = [];
  for (let i = 0; i < text.length; i++) {
    if (!isDigit(text.charCodeAt(i))) continue;
    const start = tokenStart(text, i);
    if (start >= (spans.at(-1)?.end ?? 0) && startsToken(text, start) && hasDigits(text, start)) {
      const shapes = start === i ? DIGIT_SHAPES : LETTER_SHAPES;
      const found = readIdentifier(page, vetoes, shapes, start, scripts);
      if (found) {
        spans.push(found);
        i = Math.max(i, found.end - 1);
        continue;
      }
    }
    while (isAlphanumeric(text.charCodeAt(i + 1))) i++;
  }
  return spans;
}

/** Back over the letters that an identifier may begin with, and a blank or hyphen between them and the digit. */
function tokenStart(text: string, digit: number): number {
  let start = digit;
  const gap = text.charCodeAt(start - 1);
  if ((gap === 32 || gap === 45) && isAsciiLetter(text.charCodeAt(start - 2))) start--;
  const letters = start;
  while (letters - start < MAX_LEADING_LETTERS && isAsciiLetter(text.charCodeAt(start - 1))) start--;
  if (start === letters) return digit;
  const tooLong = isAlphanumeric(text.charCodeAt(start - 1));
  return letters < digit && (tooLong || !(letters - start <= 2 || letters - start === MAX_LEADING_LETTERS))
    ? digit
    : start;
}

function readIdentifier(
  page: Page,
  vetoes: Vetoes,
  shapes: readonly IdentifierShape[],
  at: number,
  scripts: Omit<IdentifierContext, "labelled" | "social">,
): Span | undefined {
  const { text, folded } = page.view;
  const label = labelAround(page, at);
  const fields = label?.fields ?? [];
  const context = {
    ...scripts,
    labelled: fields.some(isPersonalNumberLabel),
    social: fields.includes("SOCIAL_ID"),
  };
  if (label?.fields[0] === "IMPERSONAL_NUMBER" && at - label.end < 12) return undefined;
  for (const shape of shapes) {
    shape.pattern.lastIndex = at;
    const match = shape.pattern.exec(folded);
    if (!match) continue;
    const end = at + match[0].length;
    if (!endsToken(text, end) || (!context.labelled && vetoes.touches(at, end))) continue;
    if (!shape.accepts(match[0].replace(SEPARATORS, ""), context, match[0])) continue;
    return { type: shape.type, start: at, end, rank: RANK.checksum };
  }
  return undefined;
}
