import type { Placed } from "./fragments.ts";

const RIGHT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;
const DIGIT = /\p{N}/u;
const LETTER = /\p{L}/u;
const NUMBER_SEPARATOR = /[.,:/\-+%]/;

/** True when more letters run right to left than left to right. */
export function isRightToLeft(text: Iterable<string>): boolean {
  let right = 0;
  let left = 0;
  for (const character of text) {
    if (RIGHT.test(character)) right++;
    else if (LETTER.test(character)) left++;
  }
  return right > left;
}

export function hasRightToLeft(glyphs: readonly Placed[]): boolean {
  return glyphs.some((glyph) => RIGHT.test(glyph.text));
}

type Direction = "left" | "right" | "number" | "neutral";

function directionOf(text: string): Direction {
  if (DIGIT.test(text)) return "number";
  if (RIGHT.test(text)) return "right";
  return LETTER.test(text) ? "left" : "neutral";
}

/** A separator that touches digits on both sides is part of the number (UAX #9, W4). */
function isInNumber(glyphs: readonly Placed[], at: number): boolean {
  const before = glyphs[at - 1];
  const glyph = glyphs[at]!;
  const after = glyphs[at + 1];
  if (!before || !after || !NUMBER_SEPARATOR.test(glyph.text)) return false;
  const touches = glyph.x0 - before.x1 < 0.12 * glyph.size && after.x0 - glyph.x1 < 0.12 * glyph.size;
  return touches && DIGIT.test(before.text) && DIGIT.test(after.text);
}

/** A number that follows a left-to-right word reads on with it (UAX #9, W7). */
function numbersAfterLetters(directions: readonly Direction[]): Direction[] {
  let strong: Direction = "right";
  return directions.map((direction) => {
    if (direction === "left" || direction === "right") strong = direction;
    return direction === "number" && strong === "left" ? "left" : direction;
  });
}

/** Gives every glyph a direction: neutrals take that of both neighbours, or the line's own (UAX #9, N1 and N2). */
function resolve(glyphs: readonly Placed[], rightToLeft: boolean): ("left" | "right" | "number")[] {
  const base = rightToLeft ? "right" : "left";
  const stated = numbersAfterLetters(
    glyphs.map((glyph, at) => (isInNumber(glyphs, at) ? "number" : directionOf(glyph.text))),
  );
  const asNeighbour = (direction: Direction | undefined) =>
    direction === "number" ? base : (direction ?? base);
  const before: Direction[] = [];
  for (const direction of stated) before.push(direction === "neutral" ? (before.at(-1) ?? base) : direction);
  const after: Direction[] = [];
  for (const direction of stated.toReversed())
    after.push(direction === "neutral" ? (after.at(-1) ?? base) : direction);
  after.reverse();
  return stated.map((direction, at) => {
    if (direction !== "neutral") return direction;
    const left = asNeighbour(before[at]);
    return (left === asNeighbour(after[at]) ? left : base) === "right" ? "right" : "left";
  });
}

/** Letters of one glyph share its box and keep their order when a stretch turns round. */
function turned(glyphs: readonly Placed[]): Placed[] {
  const clusters: Placed[][] = [];
  for (const glyph of glyphs) {
    const last = clusters.at(-1);
    if (last && Math.abs(last[0]!.x0 - glyph.x0) < 0.01 && Math.abs(last[0]!.x1 - glyph.x1) < 0.01)
      last.push(glyph);
    else clusters.push([glyph]);
  }
  return clusters.reverse().flatMap((cluster) => cluster.sort((a, b) => a.order - b.order));
}

/**
 * Visual order (by x) to logical order: right-to-left stretches turn round; numbers and left-to-right words
 * inside them keep theirs.
 */
export function logicalOrder(visual: readonly Placed[], rightToLeft: boolean): Placed[] {
  const directions = resolve(visual, rightToLeft);
  const stretches: { glyphs: Placed[]; direction: "left" | "right" | "number" }[] = [];
  for (const [at, glyph] of visual.entries()) {
    const last = stretches.at(-1);
    const direction = directions[at]!;
    const joins =
      last &&
      (last.direction === direction ||
        (last.direction === "left" && direction === "number" && touches(last.glyphs.at(-1)!, glyph)));
    if (joins) last.glyphs.push(glyph);
    else stretches.push({ glyphs: [glyph], direction });
  }
  const inner = stretches.map(({ glyphs, direction }) => ({
    direction,
    glyphs: direction === "right" ? turned(glyphs) : glyphs,
  }));
  if (rightToLeft) return inner.reverse().flatMap((stretch) => stretch.glyphs);
  const result: Placed[] = [];
  for (let from = 0; from < inner.length; ) {
    let to = from;
    while (to < inner.length && inner[to]!.direction !== "left") to++;
    const rightRun = inner.slice(from, to);
    const turns = rightRun.some((stretch) => stretch.direction === "right");
    for (const stretch of turns ? rightRun.toReversed() : rightRun) result.push(...stretch.glyphs);
    if (to < inner.length) result.push(...inner[to]!.glyphs);
    from = to + 1;
  }
  return result;
}

function touches(before: Placed, after: Placed): boolean {
  return after.x0 - before.x1 < 0.3 * after.size;
}
