import { isAsciiLetter, isDigit } from "../characters.ts";
import { isPersonalNumberLabel } from "../fields-of-numbers.ts";
import { labelAround, type Page } from "../page.ts";
import { RANK, type Span } from "../spans.ts";
import type { Vetoes } from "../vetoes.ts";
import { DIGIT_SHAPES, type IdentifierContext, type IdentifierShape, LETTER_SHAPES } from "./identifier-shapes.ts";

const SEPARATORS = /[ \-.:/()]/g;
const MAX_LEADING_LETTERS = 6;
const HANGUL = /[\uAC00-\uD7A3]/;
const KANA = /[\u3041-\u30FF]/;

const isAlphanumeric = (c: number): boolean => isDigit(c) || isAsciiLetter(c);

/** True where a token of letters or digits begins that is not the middle of a longer number. */
function startsToken(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  if (isAlphanumeric(before) || before === 95 || before === 58) return before === 58 && !isAlphanumeric(text.charCodeAt(at - 2));
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
  const { text, folded } = page.view;
  const scripts = { hasHangul: HANGUL.test(text), hasKana: KANA.test(text) };
  const spans: Span[] = [];
  let i = 0;
  while (i < text.length) {
    const unit = text.charCodeAt(i);
    if (!isAlphanumeric(unit)) {
      i++;
      continue;
    }
    const tokenEnd = endOfToken(text, i);
    const shapes = isDigit(unit) ? DIGIT_SHAPES : leadsToDigit(text, i) ? LETTER_SHAPES : undefined;
    const found = shapes && startsToken(text, i) ? readIdentifier(page, vetoes, shapes, i, scripts) : undefined;
    if (found) spans.push(found);
    i = found ? Math.max(found.end, i + 1) : tokenEnd;
  }
  return spans.filter((span) => folded.length >= span.end);
}

function endOfToken(text: string, at: number): number {
  let end = at + 1;
  while (isAlphanumeric(text.charCodeAt(end))) end++;
  return end;
}

function leadsToDigit(text: string, at: number): boolean {
  let i = at;
  while (i - at < MAX_LEADING_LETTERS && isAsciiLetter(text.charCodeAt(i))) i++;
  if (text.charCodeAt(i) === 32 || text.charCodeAt(i) === 45) i++;
  return isDigit(text.charCodeAt(i)) || (i - at === MAX_LEADING_LETTERS && isAlphanumeric(text.charCodeAt(i)));
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
  const context = { ...scripts, labelled: fields.some(isPersonalNumberLabel), social: fields.includes("SOCIAL_ID") };
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
