import { RANK, type Span } from "../spans.ts";
import type { EntityType } from "../types.ts";

/** A value behind its label; nothing where no value was read. */
export function labelledSpan(type: EntityType, start: number, end: number): Span[] {
  return end > start ? [{ type, start, end, rank: RANK.labelled }] : [];
}
