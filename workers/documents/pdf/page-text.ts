import { type Fragment, fragments, place, runsDownwards } from "./fragments.ts";
import type { Glyph } from "./glyphs.ts";
import { isRightToLeft, rowText } from "./line-text.ts";
import { type Block, readingOrder } from "./reading-order.ts";
import { median } from "./rows.ts";

/** A step between baselines this much larger than the block's own leading starts a new paragraph. */
const PARAGRAPH_STEP = 1.45;

function blockText(block: Block): string {
  const steps: number[] = [];
  for (let i = 1; i < block.length; i++) steps.push(block[i]!.baseline - block[i - 1]!.baseline);
  const leading = median(steps);
  let text = "";
  for (const [index, row] of block.entries()) {
    if (index > 0) text += steps[index - 1]! > leading * PARAGRAPH_STEP ? "\n\n" : "\n";
    text += rowText(row);
  }
  return text;
}

function orderedText(all: readonly Fragment[], rightToLeft: boolean): string {
  return readingOrder(all, rightToLeft).map(blockText).join("\n\n");
}

/**
 * The text of one page in the order in which a person reads it. Each writing direction is laid out by itself,
 * the commonest first; text at a slant comes last, as it was drawn.
 */
export function pageText(glyphs: readonly Glyph[]): string {
  const directions = new Map<number | null, Glyph[]>();
  for (const glyph of glyphs) {
    const group = directions.get(glyph.turns);
    if (group) group.push(glyph);
    else directions.set(glyph.turns, [glyph]);
  }
  const rightToLeft = isRightToLeft(glyphs.map((glyph) => glyph.text));
  const groups = [...directions].sort(([, a], [, b]) => b.length - a.length);
  const parts: string[] = [];
  for (const [turns, group] of groups) {
    if (turns === null) {
      parts.push(group.map((glyph) => glyph.text).join(""));
      continue;
    }
    const vertical = turns === 0 && runsDownwards(group);
    const placed = place(group, turns, vertical);
    parts.push(orderedText(fragments(placed), rightToLeft && !vertical));
  }
  return parts.filter((part) => part.trim() !== "").join("\n\n");
}
