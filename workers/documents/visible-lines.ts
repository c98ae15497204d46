import type { ReadLimits } from "./limits.ts";
import type { HiddenTechnique, HiddenText } from "./types.ts";
import { enforce } from "./unreadable.ts";

/** Collects the pieces of a paragraph, the seen ones apart from the hidden ones. */
export interface Paragraph {
  text: string;
  hidden: HiddenText[];
}

/** Adds a piece of text to a paragraph: visible when `technique` is null, else to what hides by that technique. */
export function addPiece(paragraph: Paragraph, text: string, technique: HiddenTechnique | null): void {
  if (technique === null) {
    paragraph.text += text;
    return;
  }
  if (text.trim() === "" && paragraph.hidden.length === 0) return;
  const last = paragraph.hidden.at(-1);
  if (last?.technique === technique) last.text += text;
  else paragraph.hidden.push({ text, technique, page: null });
}

/** Counts characters as they come, so that a reader stops at the limit instead of building the text first. */
export function characterBudget(limits: ReadLimits): (text: string) => void {
  let used = 0;
  return (text) => {
    used += text.length;
    enforce(limits, "characters", used);
  };
}

/**
 * Writes a table row: single-line cells stand on one line, tabs between them; a cell of several lines
 * starts on the line of the cells before it and runs on below.
 */
export function rowLines(cells: readonly (readonly string[])[]): string[] {
  const lines: string[] = [];
  let open: string | null = null;
  for (const cell of cells) {
    const filled = cell.filter((line) => line.trim() !== "");
    if (filled.length === 0) continue;
    const [first, ...rest] = filled as [string, ...string[]];
    const joined: string = open === null ? first : `${open}\t${first}`;
    if (rest.length === 0) {
      open = joined;
    } else {
      lines.push(joined, ...rest);
      open = null;
    }
  }
  if (open !== null) lines.push(open);
  return lines;
}
