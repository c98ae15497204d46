import { paragraphs } from "../../evaluation/line-breaks.ts";
import { LONGEST_LINE } from "../../evaluation/lines.ts";
import { type WrittenRange, writtenRanges } from "../../evaluation/rules/dates.ts";
import type { PlacedLine } from "../../evaluation/rules/history.ts";
import { headingOf, type Section } from "../../evaluation/rules/sections.ts";
import { type FoldedSpan, foldSpan } from "./folded-span.ts";
import type { Span } from "./types.ts";

/** A bullet, a paragraph, a table row or a heading: what an author set as one. */
export interface Unit extends FoldedSpan {
  /** The section that it stands in; null above the first heading. */
  section: Section | null;
  /** Names a section: the whole unit, or its label (`Skills: Go`). */
  names: Section | null;
  /** Where the label ends in the text; the start of the unit for one without. */
  contentStart: number;
  /** A heading and nothing else. */
  heading: boolean;
  /** Stands after an empty line. */
  afterBlank: boolean;
  /** A list mark opens it. */
  item: boolean;
  /** A list of names rather than a sentence. */
  listing: boolean;
  /** Spans of time in `lower`, backward ones left out. */
  ranges: WrittenRange[];
}

/** The placed lines of a history as units: the sentences of one paragraph together again, up to 400 UTF-16 units. */
export function unitsOf(text: string, places: readonly PlacedLine[]): Unit[] {
  const openings = new Map(paragraphs(text).map(([first]) => [first!.start, first!] as const));
  const units: Unit[] = [];
  let run: PlacedLine[] = [];
  const close = () => {
    if (run.length > 0) units.push(unitOf(text, run, openings));
    run = [];
  };
  for (const place of places) {
    const first = run[0];
    const joins =
      first !== undefined &&
      !openings.has(place.line.start) &&
      !first.heading &&
      !place.heading &&
      first.section === place.section &&
      place.section !== "certificate" && // each sentence there names one
      place.line.end - first.line.start <= LONGEST_LINE;
    if (!joins) close();
    run.push(place);
  }
  close();
  return units;
}

function unitOf(
  text: string,
  run: readonly PlacedLine[],
  openings: ReadonlyMap<number, { afterBlank: boolean; item: boolean }>,
): Unit {
  const first = run[0]!;
  const span: Span = { start: first.line.start, end: run.at(-1)!.line.end };
  const opening = openings.get(span.start);
  const folded = foldSpan(text, span);
  const label = headingOf(folded.source);
  return {
    ...folded,
    section: first.section,
    names: label?.section ?? null,
    contentStart: label && label.rest !== "" ? span.end - label.rest.length : span.start,
    heading: first.heading,
    afterBlank: opening?.afterBlank ?? false,
    item: opening?.item ?? false,
    listing: first.listing,
    ranges: writtenRanges(folded.lower).filter(runsForward),
  };
}

/** Ends no earlier than it starts, and is no longer than a life. */
function runsForward({ from, to }: WrittenRange): boolean {
  return to === "present" || (from.month <= to.month && to.month - from.month <= LONGEST_LIFE);
}
/** As in the rules: a longer span is a slip or a span of something else. */
const LONGEST_LIFE = 55 * 12;
