import type { EntityType } from "../../workers/redaction/types.ts";

export interface MarkedSpan {
  type: EntityType;
  start: number;
  end: number;
}

/** Reads `⟦TYPE:value⟧` marks out of a text and gives the plain text with the places that they marked. */
export function readMarked(marked: string): { text: string; spans: MarkedSpan[] } {
  const spans: MarkedSpan[] = [];
  let text = "";
  let at = 0;
  for (const match of marked.matchAll(/⟦([A-Z_]+):([\s\S]*?)⟧/g)) {
    text += marked.slice(at, match.index);
    spans.push({ type: match[1] as EntityType, start: text.length, end: text.length + match[2]!.length });
    text += match[2];
    at = match.index + match[0].length;
  }
  return { text: text + marked.slice(at), spans };
}

const isContent = (char: string): boolean => /[\p{L}\p{N}]/u.test(char);

export interface Shortfall {
  missed: string[];
  overreached: string[];
}

/** Compares places by their letters and digits: what was not covered, and what was covered beyond the marks. */
export function compare(
  text: string,
  wanted: readonly MarkedSpan[],
  found: readonly MarkedSpan[],
): Shortfall {
  const cover = (spans: readonly MarkedSpan[]): Uint8Array => {
    const cells = new Uint8Array(text.length);
    for (const span of spans) cells.fill(1, span.start, span.end);
    return cells;
  };
  const covered = cover(found);
  const marked = cover(wanted);
  const lacks = (span: MarkedSpan, cells: Uint8Array): boolean => {
    for (let i = span.start; i < span.end; i++) if (!cells[i] && isContent(text[i]!)) return true;
    return false;
  };
  return {
    missed: wanted
      .filter((span) => lacks(span, covered))
      .map((span) => `${span.type} ${text.slice(span.start, span.end)}`),
    overreached: found
      .filter((span) => lacks(span, marked))
      .map((span) => `${span.type} ${text.slice(span.start, span.end)}`),
  };
}
