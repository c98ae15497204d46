import { isAlphanumeric, isCjk } from "./characters.ts";
import { digitsOf, fold, type NormalisedText } from "./normalise.ts";
import type { Span } from "./spans.ts";
import type { Entity, EntityType, Redaction } from "./types.ts";

/** What makes two values equal: the digits of a number, the letters of anything else. */
function valueKey(type: EntityType, value: string): string {
  if (type === "PHONE") return digitsOf(value).slice(-9);
  if (type === "EMAIL" || type === "LINK" || type === "HANDLE") return withoutScheme(value.toLowerCase());
  return lettersOf(fold(value));
}

const SLASH = 47;
const AT_SIGN = 64;

/** An address without the scheme or the at sign in front of it, and without a slash at its end. */
function withoutScheme(value: string): string {
  const schemed = value.startsWith("https://") ? 8 : value.startsWith("http://") ? 7 : 0;
  const from = value.charCodeAt(0) === AT_SIGN ? 1 : schemed;
  const closes = value.length > from && value.charCodeAt(value.length - 1) === SLASH;
  return value.slice(from, closes ? -1 : undefined);
}

const LAST_ASCII = 0x7f;
const NEITHER_LETTER_NOR_DIGIT = /[^\p{L}\p{N}]/gu;

/** The letters and digits of a text. Nearly all are ASCII or CJK, of which a look at each unit tells. */
function lettersOf(value: string): string {
  let letters = "";
  let from = 0;
  let parted = false;
  let beyond = false;
  for (let i = 0; i < value.length; i++) {
    const unit = value.charCodeAt(i);
    if (isAlphanumeric(unit)) continue;
    if (unit > LAST_ASCII) {
      beyond = true;
      if (isCjk(unit)) continue;
      return value.replace(NEITHER_LETTER_NOR_DIGIT, "");
    }
    parted = true;
    letters += value.slice(from, i);
    from = i + 1;
  }
  if (!parted) return value;
  return beyond ? value.replace(NEITHER_LETTER_NOR_DIGIT, "") : letters + value.slice(from);
}

/**
 * Writes placeholders over disjoint spans of the normalised text. The applicant is `[NAME]`; everything else is
 * numbered per type in order of appearance, equal values alike.
 */
export function writePlaceholders(source: string, view: NormalisedText, spans: readonly Span[]): Redaction {
  const numbers = new Map<EntityType, Map<string, number>>();
  const entities: Entity[] = [];
  const pieces: string[] = [];
  let at = 0;
  for (const span of spans) {
    const start = Math.max(at, view.sourceStart(span.start));
    const end = view.sourceEnd(span.end);
    if (end <= start) continue;
    const placeholder =
      span.type === "NAME"
        ? "[NAME]"
        : placeholderOf(span.type, view.text.slice(span.start, span.end), numbers);
    entities.push({ type: span.type, start, end, placeholder });
    pieces.push(source.slice(at, start), placeholder);
    at = end;
  }
  pieces.push(source.slice(at));
  return { text: pieces.join(""), entities };
}

function placeholderOf(
  type: EntityType,
  value: string,
  numbers: Map<EntityType, Map<string, number>>,
): string {
  let known = numbers.get(type);
  if (!known) {
    known = new Map();
    numbers.set(type, known);
  }
  const key = valueKey(type, value);
  let number = known.get(key);
  if (number === undefined) {
    number = known.size + 1;
    known.set(key, number);
  }
  return `[${type}_${number}]`;
}
