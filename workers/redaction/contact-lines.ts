import { lineAt, type Page } from "./page.ts";
import type { Span } from "./spans.ts";

/** A list of referees is short; a heading that is never closed must not make a whole text one. */
const MAX_REFERENCE_LINES = 40;
/** A person's name, post and number stand on so many lines behind a label that has its own. */
const LINES_BELOW = 3;
/** A single line has no heading to stand above anything. */
const FEWEST_LINES = 4;

/**
 * Tells of a line whether contact details stand on it or beside it: e-mail addresses, labelled phones, links of the
 * personal block, persons' labels, lists of referees, and the personal block itself.
 */
export function contactLines(page: Page, spans: readonly Span[]): (line: number) => boolean {
  const near = new Uint8Array(page.lines.length);
  for (const span of spans) {
    if (span.type !== "EMAIL" && span.type !== "PHONE" && span.type !== "LINK" && span.type !== "HANDLE")
      continue;
    if (span.type === "LINK" && span.start > page.personalEnd) continue;
    const line = lineAt(page, span.start);
    near.fill(1, Math.max(0, line - 1), line + 2);
  }
  for (const label of page.labels) {
    const announces = label.fields.includes("PERSON") || label.fields.includes("REFERENCES");
    if (!announces || label.mode === "loose") continue;
    const first = lineAt(page, label.start);
    near.fill(1, first, first + 1 + (label.below ? LINES_BELOW : 0));
  }
  for (const section of page.sections) {
    if (section.kind !== "REFERENCES") continue;
    const first = lineAt(page, section.start);
    const last = Math.min(lineAt(page, section.end), first + MAX_REFERENCE_LINES);
    near.fill(1, first, last + 1);
  }
  const hasBlock = page.personalEnd < page.view.text.length || page.lines.length >= FEWEST_LINES;
  const headingLines = hasBlock ? lineAt(page, page.personalEnd) : 0;
  return (line) => near[line] === 1 || line < headingLines;
}
