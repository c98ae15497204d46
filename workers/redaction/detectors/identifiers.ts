import { isAlphanumeric, isAsciiLetter, isDigit } from "../characters.ts";
import { isPersonalNumberLabel } from "../fields-of-numbers.ts";
import type { Label } from "../labels.ts";
import { labelAround, type Page } from "../page.ts";
import { RANK, type Span } from "../spans.ts";
import type { EntityType } from "../types.ts";
import type { Vetoes } from "../vetoes.ts";
import type { IdentifierContext, IdentifierShape } from "./identifier-shapes.ts";

const SEPARATORS = /[ \-.:/()]/g;
const MAX_LEADING_LETTERS = 6;
/** Five letters of a surname (UK driving licence) or six of a name (codice fiscale) may stand apart from the digits. */
const LONGEST_LEADS = 5;

/** Identifiers that begin with a digit have nine or more, but for a Spanish DNI, which has a letter behind seven or eight. */
const FEWEST_FROM_DIGIT = 9;
const FEWEST_BEFORE_LETTER = 7;
/** Behind letters there are at least six, or four where they are glued: an Indian PAN. */
const FEWEST_DIGITS = 6;
const FEWEST_BEHIND_LETTERS = 4;
/** So far ahead they may stand. */
const MAX_LENGTH = 24;

interface IdentifierShapes {
  each: readonly IdentifierShape[];
  /** Matches where any of them does: one look instead of dozens. */
  any: RegExp;
}

/** A resident number of China in one block is the longest. */
const LONGEST_LEAD = 18;

/**
 * The shapes by what they lead with. A shape's match ends where its token does, so it takes blocks of digits whole, and a
 * block's length leaves a handful of the shapes.
 */
const byLead = (shapes: readonly IdentifierShape[]): readonly (IdentifierShapes | undefined)[] =>
  Array.from({ length: LONGEST_LEAD + 1 }, (_, length) => {
    const each = shapes.filter(({ leads }) => leads.includes(length));
    return each.length === 0
      ? undefined
      : { each, any: new RegExp(each.map(({ pattern }) => pattern.source).join("|"), "y") };
  });

/** Blank, `: ( ) * + , - . /`: what may stand among the digits that follow letters. */
const mayFollowLetters = (unit: number): boolean => unit === 32 || (unit >= 40 && unit <= 47) || unit === 58;
/** Blank, `: + - .`: the marks of the shapes that begin with a digit. Dates have slashes, and amounts commas. */
const mayPartDigits = (unit: number): boolean =>
  unit === 32 || unit === 43 || unit === 45 || unit === 46 || unit === 58;

/** True where enough digits follow for any identifier: a look that spares all shapes for years and versions. */
function hasDigits(
  text: string,
  at: number,
  mayPart: (unit: number) => boolean,
  fewest: number,
  fewestBeforeLetter = fewest,
): boolean {
  const limit = Math.min(text.length, at + MAX_LENGTH);
  let digits = 0;
  for (let i = at; i < limit; i++) {
    const unit = text.charCodeAt(i);
    if (isDigit(unit)) digits++;
    else if (isAsciiLetter(unit)) {
      if (digits >= fewestBeforeLetter) return true;
    } else if (!mayPart(unit)) break;
    if (digits >= fewest) return true;
  }
  return false;
}

/** How many units of a kind stand side by side from a place on. */
function runLength(text: string, at: number, isOfKind: (unit: number) => boolean): number {
  let end = at;
  while (isOfKind(text.charCodeAt(end))) end++;
  return end - at;
}

/** True where a token of letters or digits begins that is not the middle of a longer number. */
function startsToken(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  if (isAlphanumeric(before) || before === 95 || before === 58)
    return before === 58 && !isAlphanumeric(text.charCodeAt(at - 2));
  // A plus opens a telephone number, whatever check digit its end has by chance.
  if (before === 43) return false;
  const numeric = before === 46 || before === 45 || before === 44;
  return !(numeric && isDigit(text.charCodeAt(at - 2)));
}

function endsToken(text: string, end: number): boolean {
  const after = text.charCodeAt(end);
  if (isAlphanumeric(after)) return false;
  const numeric = after === 46 || after === 45 || after === 44 || after === 58;
  return !(numeric && isDigit(text.charCodeAt(end + 1)));
}

/**
 * Finds identifiers that arithmetic or an unmistakable shape proves. Each token is read once by each shape.
 *
 * @param digitShapes those that begin with a digit, tried in their order; `letterShapes` those that begin with a letter
 */
export function identifierFinder(
  digitShapes: readonly IdentifierShape[],
  letterShapes: readonly IdentifierShape[],
): (page: Page, vetoes: Vetoes) => Span[] {
  const byDigit = byLead(digitShapes);
  const byLetter = byLead(letterShapes);
  return (page: Page, vetoes: Vetoes): Span[] => findIdentifiers(page, vetoes, byDigit, byLetter);
}

function findIdentifiers(
  page: Page,
  vetoes: Vetoes,
  byDigit: readonly (IdentifierShapes | undefined)[],
  byLetter: readonly (IdentifierShapes | undefined)[],
): Span[] {
  const { text } = page.view;
  const spans: Span[] = [];
  const readAt = (at: number, digit: number): Span | undefined => {
    if (at < (spans.at(-1)?.end ?? 0) || !startsToken(text, at)) return undefined;
    if (at === digit) {
      const shapes = byDigit[runLength(text, at, isDigit)];
      return shapes && hasDigits(text, at, mayPartDigits, FEWEST_FROM_DIGIT, FEWEST_BEFORE_LETTER)
        ? readIdentifier(page, vetoes, shapes, at)
        : undefined;
    }
    const shapes = byLetter[runLength(text, at, isAsciiLetter)];
    // Behind a blank the letters are likelier a word, and the digits a year.
    const glued = isAsciiLetter(text.charCodeAt(digit - 1));
    return shapes && hasDigits(text, at, mayFollowLetters, glued ? FEWEST_BEHIND_LETTERS : FEWEST_DIGITS)
      ? readIdentifier(page, vetoes, shapes, at)
      : undefined;
  };
  for (const line of page.lines) {
    if (line.digits < FEWEST_BEHIND_LETTERS) continue;
    let behind = line.start;
    for (const { start: i } of line.groups) {
      if (i < behind) continue;
      // Too few digits for anything but letters glued to some of them.
      if (line.digits < FEWEST_DIGITS && !(i > 0 && isAsciiLetter(text.charCodeAt(i - 1)))) continue;
      const start = tokenStart(text, i);
      // Letters in front may be a word of two letters that has nothing to do with the number: `is 536-22-1847`.
      const apart = start < i && !isAlphanumeric(text.charCodeAt(i - 1));
      const found = readAt(start, i) ?? (apart ? readAt(i, i) : undefined);
      if (found) {
        spans.push(found);
        behind = found.end;
      } else {
        behind = i + 1;
        while (isAlphanumeric(text.charCodeAt(behind))) behind++;
      }
    }
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
  return letters < digit && (tooLong || !(letters - start <= 2 || letters - start >= LONGEST_LEADS))
    ? digit
    : start;
}

/** A form that says what a number is knows better than the number's shape: a social number may be a resident's. */
function labelledType(label: Label | undefined, at: number): EntityType | undefined {
  const field = label?.fields[0];
  const right = label && label.mode !== "loose" && at - label.valueStart <= MAX_LEAD;
  return right && field && isPersonalNumberLabel(field) ? field : undefined;
}

/** `No.` and the like between a label and its number. */
const MAX_LEAD = 4;

function readIdentifier(page: Page, vetoes: Vetoes, shapes: IdentifierShapes, at: number): Span | undefined {
  const { text, folded, hangul, kana, han } = page.view;
  const label = labelAround(page, at);
  if (label?.fields[0] === "IMPERSONAL_NUMBER" && at - label.end < 12) return undefined;
  const labelled = label?.fields.some(isPersonalNumberLabel) ?? false;
  if (!labelled && vetoes.touches(at, at + 1)) return undefined;
  shapes.any.lastIndex = at;
  if (!shapes.any.test(folded)) return undefined;
  const context: IdentifierContext = {
    hasHangul: hangul,
    hasKana: kana,
    hasHan: han,
    labelled,
    social: label?.fields.includes("SOCIAL_ID") ?? false,
  };
  for (const shape of shapes.each) {
    shape.pattern.lastIndex = at;
    const match = shape.pattern.exec(folded);
    if (!match) continue;
    const end = at + match[0].length;
    if (!endsToken(text, end) || (!labelled && vetoes.touches(at, end))) continue;
    if (!shape.accepts(match[0].replace(SEPARATORS, ""), context, match[0])) continue;
    return {
      type: (shape.type === "NATIONAL_ID" ? labelledType(label, at) : undefined) ?? shape.type,
      start: at,
      end,
      rank: RANK.checksum,
    };
  }
  return undefined;
}
