/**
 * Text that carries its own gold: personal data stands between marks, `⟦TYPE|value⟧` or `⟦TYPE:variant|value⟧`. Two
 * more types are no personal data: `ALLOWED` may be taken out or left, and `NOT` looks personal and has to stay.
 */
import type { EntityType } from "../../workers/redaction/types.ts";

export interface GoldSpan {
  type: EntityType;
  /** UTF-16 offsets. */
  start: number;
  end: number;
  /** How it is written or where it stands, where that matters to a redactor. */
  variant?: string;
}

export interface Unmarked {
  text: string;
  spans: GoldSpan[];
  allowed: { start: number; end: number }[];
  negatives: { kind: string; start: number; end: number }[];
}

const MARK = /⟦([A-Z_]+)(?::([\w ]+))?\|([^⟧]*)⟧/gu;

export const mark = (type: EntityType, value: string, variant?: string): string =>
  variant === undefined ? `⟦${type}|${value}⟧` : `⟦${type}:${variant}|${value}⟧`;

/** The text as a person sees it. */
export const plain = (marked: string): string => marked.replace(MARK, "$3");

/** Capitals as a heading is set in; the types inside the marks stay. */
export const upperCased = (marked: string, locale: string): string =>
  marked.replace(/⟦[A-Z_]+(?::[\w ]+)?\||[^⟦]+/gu, (part) =>
    part.startsWith("⟦") ? part : part.toLocaleUpperCase(locale),
  );

/** Lines to one text with the places of what was marked in it. */
export function unmark(lines: readonly string[]): Unmarked {
  const marked: Unmarked = { text: "", spans: [], allowed: [], negatives: [] };
  let text = "";
  for (const [index, line] of lines.entries()) {
    if (index > 0) text += "\n";
    let from = 0;
    for (const match of line.matchAll(MARK)) {
      text += line.slice(from, match.index);
      const [whole, type, variant, value = ""] = match;
      const place = { start: text.length, end: text.length + value.length };
      if (type === "ALLOWED") marked.allowed.push(place);
      else if (type === "NOT") marked.negatives.push({ kind: variant ?? "", ...place });
      else
        marked.spans.push({
          type: type as EntityType,
          ...place,
          ...(variant === undefined ? {} : { variant }),
        });
      text += value;
      from = match.index + whole.length;
    }
    text += line.slice(from);
  }
  return { ...marked, text };
}
