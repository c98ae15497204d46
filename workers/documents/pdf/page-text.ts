import { isRightToLeft } from "./bidi.ts";
import { joinNeighbours, leftEdges, partAtEdges } from "./cell-edges.ts";
import { type Fragment, fragments, type Placed, place, runsDownwards } from "./fragments.ts";
import type { Glyph } from "./glyphs.ts";
import { joinBrokenWords } from "./line-joins.ts";
import { rowText } from "./line-text.ts";
import { type Block, readingOrder } from "./reading-order.ts";
import { median } from "./rows.ts";
import { NO_RULES, type Rules } from "./rules.ts";

/** A step between baselines this much larger than the block's own leading starts a new paragraph. */
const PARAGRAPH_STEP = 1.45;

function blockText({ rows, column }: Block, rightToLeft: boolean): string {
  const lines = joinBrokenWords(
    rows.map((row) => ({ row, text: rowText(row, rightToLeft) })),
    column,
  );
  const steps = lines.slice(1).map(({ row }, at) => row.baseline - lines[at]!.row.baseline);
  const leading = median(steps);
  return lines
    .map(({ text }, at) => {
      if (at === 0) return text;
      return (steps[at - 1]! > leading * PARAGRAPH_STEP ? "\n\n" : "\n") + text;
    })
    .join("");
}

function orderedText(all: readonly Fragment[], rightToLeft: boolean, rules: Rules): string {
  let text = "";
  for (const block of readingOrder(all, { rightToLeft, rules })) {
    if (text !== "") text += block.joined ? "\n" : "\n\n";
    text += blockText(block, rightToLeft);
  }
  return text;
}

/** Fragments as they stand on the page, whatever the stream wrote between them. */
function lineFragments(placed: readonly Placed[]): Fragment[] {
  const drawn = fragments(placed);
  const isEdge = leftEdges(drawn);
  return joinNeighbours(partAtEdges(drawn, isEdge), isEdge);
}

/**
 * The text of one page in the order in which a person reads it. Each writing direction is laid out by itself,
 * the commonest first; text at a slant comes last, as it was drawn.
 */
export function pageText(glyphs: readonly Glyph[], rules: Rules = NO_RULES): string {
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
    const upright = turns === 0 && !vertical;
    parts.push(orderedText(lineFragments(placed), rightToLeft && !vertical, upright ? rules : NO_RULES));
  }
  return parts.filter((part) => part.trim() !== "").join("\n\n");
}
