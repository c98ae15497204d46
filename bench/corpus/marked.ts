/** Text that carries its own gold: personal data stands between marks, `⟦TYPE|value⟧`. */
import type { EntityType } from "../../workers/redaction/types.ts";

export interface GoldSpan {
  type: EntityType;
  /** UTF-16 offsets. */
  start: number;
  end: number;
}

const MARK = /⟦([A-Z_]+)\|([^⟧]*)⟧/gu;

export const mark = (type: EntityType, value: string): string => `⟦${type}|${value}⟧`;

/** The text as a person sees it. */
export const plain = (marked: string): string => marked.replace(MARK, "$2");

/** Capitals as a heading is set in; the types inside the marks stay. */
export const upperCased = (marked: string, locale: string): string =>
  marked.replace(/⟦[A-Z_]+\||[^⟦]+/gu, (part) =>
    part.startsWith("⟦") ? part : part.toLocaleUpperCase(locale),
  );

/** Lines to one text with the spans of what was marked in it. */
export function unmark(lines: readonly string[]): { text: string; spans: GoldSpan[] } {
  const spans: GoldSpan[] = [];
  let text = "";
  for (const [index, line] of lines.entries()) {
    if (index > 0) text += "\n";
    let from = 0;
    for (const match of line.matchAll(MARK)) {
      text += line.slice(from, match.index);
      const value = match[2] ?? "";
      spans.push({ type: match[1] as EntityType, start: text.length, end: text.length + value.length });
      text += value;
      from = match.index + match[0].length;
    }
    text += line.slice(from);
  }
  return { text, spans };
}
