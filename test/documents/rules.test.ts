import { describe, expect, it } from "vitest";
import type { Box } from "../../workers/documents/pdf/page-space.ts";
import {
  dividerEnds,
  findRules,
  hasVerticalRule,
  isUnderlined,
  NO_RULES,
  ownLines,
  partings,
} from "../../workers/documents/pdf/rules.ts";
import { divider, rowsOf, rule } from "./typeset.ts";

const PAGE: Box = { x0: 30, y0: 50, x1: 560, y1: 800 };
const texts: Box[] = [PAGE];
const path = (box: Box, stroked = false) => ({ kind: "path" as const, order: 0, box, stroked });

describe("lines that part a region", () => {
  it.each([
    ["one from side to side", [rule(30, 560, 200)], [200]],
    ["pieces of one line, as cells have them", [rule(30, 200, 200), rule(201, 560, 200)], [200]],
    ["one under a heading of one column", [rule(30, 280, 200)], []],
    ["two under headings of two columns, of one height", [rule(30, 280, 200), rule(310, 560, 200)], []],
    ["one at the region's edge", [rule(30, 560, 50)], []],
  ])("%s", (_, horizontal, levels) => {
    expect(partings({ ...NO_RULES, horizontal }, PAGE, texts)).toEqual(levels);
  });

  it("where they end before a picture, but span the rows of a table beside it", () => {
    const horizontal = [rule(30, 460, 200)];
    const cells = [
      { x0: 40, y0: 180, x1: 150, y1: 190 },
      { x0: 240, y0: 210, x1: 440, y1: 220 },
    ];
    const vertical = [divider(200, 170, 200)];
    expect(partings({ ...NO_RULES, horizontal, vertical }, PAGE, cells)).toEqual([200]);
    expect(partings({ ...NO_RULES, horizontal }, PAGE, cells)).toEqual([]);
  });
});

describe("lines of a column's own", () => {
  const valley = { x0: 280, x1: 310 };
  const rows = rowsOf([
    { text: "heading", x: 30, y: 100 },
    { text: "x".repeat(50), x: 30, y: 120 },
  ]);
  const side = { x0: 30, x1: 280, rows };

  it.each([
    ["run along most of it", [rule(30, 280, 104)], true],
    ["stand in pieces at one height", [rule(30, 120, 104), rule(150, 280, 104)], true],
    ["are no short ones, as links have them", [rule(30, 90, 104)], false],
    ["are none that cross the gutter", [rule(30, 560, 104)], false],
    ["are none of the other column", [rule(310, 560, 104)], false],
  ])("%s", (_, horizontal, own) => {
    expect(ownLines({ ...NO_RULES, horizontal }, side, valley)).toBe(own);
  });

  it("underline a heading where they reach its ends and stop before the next one", () => {
    const [heading] = rows[0]!.fragments;
    const under = (...horizontal: Box[]) => isUnderlined({ ...NO_RULES, horizontal }, heading!, 310);
    expect(under(rule(30, 280, 104))).toBe(true);
    expect(under(rule(30, 560, 104))).toBe(false);
    expect(under(rule(30, 50, 104))).toBe(false);
    expect(under(rule(30, 280, 130))).toBe(false);
  });
});

describe("lines between two sides", () => {
  it("count together when they stand one below the other", () => {
    const vertical = [divider(293, 60, 300), divider(303, 310, 560), divider(293, 570, 790)];
    expect(hasVerticalRule({ ...NO_RULES, vertical }, 280, 310, PAGE)).toBe(true);
    expect(hasVerticalRule({ ...NO_RULES, vertical: vertical.slice(0, 2) }, 280, 310, PAGE)).toBe(false);
    expect(hasVerticalRule({ ...NO_RULES, vertical }, 100, 130, PAGE)).toBe(false);
  });

  it("begin and end a part of the page where they are one line", () => {
    const vertical = [divider(295, 200, 240), divider(295, 241, 300)];
    expect(dividerEnds({ ...NO_RULES, vertical }, 280, 310)).toEqual([200, 300]);
    expect(dividerEnds({ ...NO_RULES, vertical: [...vertical, divider(305, 200, 300)] }, 280, 310)).toEqual(
      [],
    );
  });
});

it("thin paths and the sides of stroked boxes are lines, filled areas are panels", () => {
  const found = findRules([
    path({ x0: 30, y0: 100, x1: 560, y1: 101 }),
    path({ x0: 30, y0: 200, x1: 280, y1: 300 }, true),
    path({ x0: 300, y0: 0, x1: 560, y1: 800 }),
  ]);
  expect(found.horizontal.map(({ y0 }) => y0)).toEqual([100, 200, 300]);
  expect(found.vertical.map(({ x0 }) => x0)).toEqual([30, 280]);
  expect(found.panels).toHaveLength(1);
});
