import { fold } from "../../evaluation/rules/fold.ts";
import type { Span } from "./types.ts";

/** A span of the text, folded as the rules look at it, with the way back. */
export interface FoldedSpan extends Span {
  /** As it stands in the text. */
  source: string;
  lower: string;
  /** The span of the text that `lower.slice(start, end)` was folded from. */
  spanOf(start: number, end: number): Span;
}

/** A character with the marks that compose with it: accents, halfwidth voicing marks, Hangul vowels and finals. */
const CLUSTER = /[\s\S][\p{M}\uFF9E\uFF9F\u1160-\u11FF]*/gu;
const PLACEHOLDER = /\[[A-Z][A-Z_]*(?:_\d+)?\]/g;

/** Folds `text.slice(start, end)`; folding lengthens some characters (㈱) and composes others (ｶﾞ). */
export function foldSpan(text: string, { start, end }: Span): FoldedSpan {
  const source = text.slice(start, end);
  const { lower } = fold(source);
  let origins: number[] | null | undefined = /^[\x00-\x7F]*$/.test(source) ? null : undefined;
  const origin = (index: number) => {
    if (origins === undefined) origins = originsOf(source, lower.length); // few spans are asked for
    return start + Math.min(source.length, origins?.[index] ?? index);
  };
  return {
    start,
    end,
    source,
    lower,
    spanOf: (from, to) => ({ start: origin(from), end: Math.max(origin(from), origin(to)) }),
  };
}

/** For each index of the folded text, and its end, the offset in `source` that it came from; null where nothing moved. */
function originsOf(source: string, length: number): number[] | null {
  const origins: number[] = [];
  for (const cluster of source.replace(PLACEHOLDER, (found) => " ".repeat(found.length)).matchAll(CLUSTER)) {
    const width = fold(cluster[0]).cased.length;
    for (let unit = 0; unit < width; unit += 1)
      origins.push(cluster.index + (width === cluster[0].length ? unit : 0));
  }
  origins.push(source.length);
  return origins.length === length + 1 ? origins : null;
}

/** `span` without white space at its ends, and without what `edge` takes there. */
export function trimSpan(text: string, span: Span, edge = /^$/): Span {
  let { start, end } = span;
  const blank = (at: number) => /\s/u.test(text[at] ?? "") || edge.test(text[at] ?? "");
  while (start < end && blank(start)) start += 1;
  while (end > start && blank(end - 1)) end -= 1;
  return { start, end };
}
