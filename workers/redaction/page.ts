import { isDigit, isWordLetter } from "./characters.ts";
import { findLabels, HEADINGS, type Label } from "./labels.ts";
import { longestMatch } from "./lexicon.ts";
import { type Line, lineIndexAt, skipBlanks, splitLines, trimEnd } from "./lines.ts";
import type { NormalisedText } from "./normalise.ts";

/** A section of a résumé, from its heading's line to the next heading's. */
export interface Section {
  kind: "SECTION" | "REFERENCES";
  start: number;
  end: number;
}

/** What every detector reads: the text, its lines, labels and sections. */
export interface Page {
  view: NormalisedText;
  lines: Line[];
  labels: Label[];
  sections: Section[];
  /** The personal block at the top ends here: at the first section's heading. */
  personalEnd: number;
}

const MAX_HEADING = 60;
/** A personal block is rarely longer; where no heading is found this bounds what counts as one. */
const MAX_PERSONAL_LINES = 30;

export function readPage(view: NormalisedText): Page {
  const lines = splitLines(view.text);
  const labels = findLabels(view, lines);
  const sections = findSections(view, lines);
  const capped = lines[Math.min(MAX_PERSONAL_LINES, lines.length - 1)]!.end;
  const firstHeading = sections.find((section) => section.kind === "SECTION" && section.start > 0);
  return { view, lines, labels, sections, personalEnd: Math.min(capped, firstHeading?.start ?? capped) };
}

function findSections(view: NormalisedText, lines: readonly Line[]): Section[] {
  const sections: Section[] = [];
  for (const line of lines) {
    if (line.end - line.start > MAX_HEADING || line.end === line.start) continue;
    const kind = headingKind(view, line);
    if (!kind) continue;
    const last = sections.at(-1);
    if (last) last.end = line.start;
    sections.push({ kind, start: line.start, end: view.text.length });
  }
  return sections;
}

function headingKind(view: NormalisedText, line: Line): Section["kind"] | undefined {
  const { text, folded } = view;
  let at = line.start;
  while (at < line.end && !isWordLetter(text.charCodeAt(at)) && text.charCodeAt(at) < 0x2e80) {
    if (isDigit(text.charCodeAt(at)) && at - line.start > 3) return undefined;
    at++;
  }
  const hit = longestMatch(HEADINGS, folded, at);
  if (!hit) return undefined;
  const rest = text.slice(hit.end, line.end);
  if (!/^[\s:：.\-–—_=*#】》」)\]<>/|]*(?:[&/(|（\s][\p{L}\s&()（）/]{0,30})?$/u.test(rest)) return undefined;
  if (/[\p{L}]/u.test(rest) && !/[&/(（|]/.test(rest)) return undefined;
  return hit.value === "REFERENCES" ? "REFERENCES" : "SECTION";
}

/** The label whose value region holds `at`, by binary search. */
export function labelAround(page: Page, at: number): Label | undefined {
  let low = 0;
  let high = page.labels.length - 1;
  let found: Label | undefined;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const label = page.labels[middle]!;
    if (label.start <= at) {
      found = label;
      low = middle + 1;
    } else high = middle - 1;
  }
  return found && at < found.limit && at >= found.start ? found : undefined;
}

/** The trimmed text of the line with this index. */
export function lineText(page: Page, index: number): string {
  const line = page.lines[index];
  if (!line) return "";
  const from = skipBlanks(page.view.text, line.start, line.end);
  return page.view.text.slice(from, trimEnd(page.view.text, from, line.end));
}

export const lineAt = (page: Page, offset: number): number => lineIndexAt(page.lines, offset);
