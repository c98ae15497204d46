import { isAlphanumeric, isCjk } from "./characters.ts";
import { digitsOf, fold, type NormalisedText } from "./normalise.ts";
import type { Span } from "./spans.ts";
import type { Entity, EntityType, Redaction } from "./types.ts";

/** What makes two values equal: the digits of a number, the letters of anything else. */
function valueKey(type: EntityType, value: string): string {
  if (type === "PHONE") return digitsOf(value).slice(-9);
  if (type === "EMAIL" || type === "LINK" || type === "HANDLE")
    return value.toLowerCase().replace(/^https?:\/\/|\/$|^@/g, "");
  const folded = fold(value);
  return isOfLetters(folded) ? folded : folded.replace(/[^\p{L}\p{N}]/gu, "");
}

function isOfLetters(value: string): boolean {
  for (let i = 0; i < value.length; i++) {
    const unit = value.charCodeAt(i);
    if (!isAlphanumeric(unit) && !isCjk(unit)) return false;
  }
  return true;
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
