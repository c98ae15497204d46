import { isCjk, isWordUnit } from "./characters.ts";
import type { EntityType } from "./types.ts";

/** A place in the normalised text that a detector takes for personal data. */
export interface Span {
  type: EntityType;
  start: number;
  end: number;
  /** Who wins where two detectors overlap: higher first. */
  rank: number;
}

/** Ranks by how sure a kind of evidence is: arithmetic, then grammar, then a label, then shape. */
export const RANK = {
  checksum: 90,
  email: 85,
  link: 80,
  handle: 70,
  labelled: 60,
  address: 55,
  phone: 50,
  bare: 40,
  person: 30,
  name: 20,
  named: 10,
} as const;

const HAS_CONTENT = /[\p{L}\p{N}]/u;

function hasContent(text: string, { start, end }: Span): boolean {
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (isWordUnit(unit) || isCjk(unit)) return true;
  }
  return HAS_CONTENT.test(text.slice(start, end));
}

const outranks = (a: Span, b: Span): boolean => {
  if (a.rank !== b.rank) return a.rank > b.rank;
  const longer = a.end - a.start - (b.end - b.start);
  return longer !== 0 ? longer > 0 : a.start < b.start;
};

/**
 * Makes spans disjoint without ever uncovering a character: where two overlap, the higher rank (then the
 * longer, then the earlier) owns the place and the other keeps what is left of it. O(n log n) for a bounded
 * depth of overlap, which is the number of detectors.
 */
export function resolveOverlaps(spans: readonly Span[], text: string): Span[] {
  const byStart = spans.filter((span) => span.end > span.start).sort((a, b) => a.start - b.start);
  const owned: Span[] = [];
  let active: Span[] = [];
  let next = 0;
  let at = 0;
  while (next < byStart.length || active.length > 0) {
    if (active.length === 0) {
      const span = byStart[next]!;
      if ((byStart[next + 1]?.start ?? Number.POSITIVE_INFINITY) >= span.end) {
        owned.push(span);
        next++;
        continue;
      }
      at = span.start;
    }
    while (next < byStart.length && byStart[next]!.start <= at) active.push(byStart[next++]!);
    let owner = active[0]!;
    for (const span of active) if (outranks(span, owner)) owner = span;
    let until = byStart[next]?.start ?? owner.end;
    for (const span of active) until = Math.min(until, span.end);
    const last = owned.at(-1);
    if (last && last.end === at && last.type === owner.type && last.rank === owner.rank && at > owner.start) {
      last.end = until;
    } else {
      owned.push({ ...owner, start: at, end: until });
    }
    at = until;
    active = active.filter((span) => span.end > at);
  }
  return owned.filter((span) => hasContent(text, span));
}
