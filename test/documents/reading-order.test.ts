import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fragments, type Placed } from "../../workers/documents/pdf/fragments.ts";
import { rowText } from "../../workers/documents/pdf/line-text.ts";
import { readingOrder } from "../../workers/documents/pdf/reading-order.ts";
import { NO_RULES, type Rules } from "../../workers/documents/pdf/rules.ts";

interface Line {
  text: string;
  x: number;
  y: number;
}

const SIZE = 10;
const WIDTH = 5;

/** Lines as glyphs in the order in which they are given, which is the order of the content stream. */
function place(lines: readonly Line[]): Placed[] {
  let order = 0;
  return lines.flatMap(({ text, x, y }) => {
    let spaceAfter = -1;
    return [...text].flatMap((character, at) => {
      order++;
      if (character === " ") {
        spaceAfter = order - 1;
        return [];
      }
      const glyph = {
        text: character,
        x0: x + at * WIDTH,
        x1: x + (at + 1) * WIDTH,
        baseline: y,
        size: SIZE,
        order,
        spaceAfter,
      };
      spaceAfter = -1;
      return [glyph];
    });
  });
}

function read(lines: readonly Line[], rules: Rules = NO_RULES): string[] {
  const blocks = readingOrder(fragments(place(lines)), { rightToLeft: false, rules });
  return blocks.flatMap((block) => block.rows.map((row) => rowText(row, false)));
}

const column = (texts: readonly string[], x: number, y: number, step: number): Line[] =>
  texts.map((text, index) => ({ text, x, y: y + index * step }));
const byRows = (lines: readonly Line[]) => [...lines].sort((a, b) => a.y - b.y || a.x - b.x);

const LEFT = ["Contact", "jane@example.org", "Leeds", "Skills", "Go and Kafka", "Postgres", "Languages"];
const RIGHT = [
  "Experience",
  "Staff Engineer at Northwind",
  "Led a team of six engineers",
  "Education",
  "Computing in Lagos",
];

describe("reading order", () => {
  it("reads columns one after the other though the stream runs across them", () => {
    const lines = byRows([...column(LEFT, 30, 100, 14), ...column(RIGHT, 250, 104, 17)]);
    expect(read(lines)).toEqual([...LEFT, ...RIGHT]);
  });

  it("would mix those columns if it only went down the page", () => {
    const lines = byRows([...column(LEFT, 30, 100, 14), ...column(RIGHT, 250, 104, 17)]);
    expect(lines.map(({ text }) => text)).not.toEqual([...LEFT, ...RIGHT]);
  });

  it("reads columns on one grid apart when the stream does", () => {
    const lines = [...column(LEFT, 30, 100, 14), ...column(RIGHT, 250, 100, 14)];
    expect(read(lines)).toEqual([...LEFT, ...RIGHT]);
  });

  it("reads aligned cells across", () => {
    const labels = ["Name", "Phone", "Address", "Nationality"];
    const values = ["Jane Sample", "0123 456", "Leeds", "British"];
    const lines = byRows([...column(labels, 30, 100, 14), ...column(values, 250, 100, 14)]);
    expect(read(lines)).toEqual(labels.map((label, index) => `${label} ${values[index]}`));
  });

  it("reads a heading over both columns first and a line under both last", () => {
    const wide = "x".repeat(90);
    const body = byRows([...column(LEFT, 30, 140, 14), ...column(RIGHT, 250, 143, 17)]);
    const lines = [{ text: wide, x: 30, y: 100 }, ...body, { text: wide.toUpperCase(), x: 30, y: 300 }];
    expect(read(lines)).toEqual([wide, ...LEFT, ...RIGHT, wide.toUpperCase()]);
  });

  it("reads cells apart where a line runs between them", () => {
    const lines = byRows([
      ...column(["a1", "a2", "a3"], 30, 100, 14),
      ...column(["b1", "b2", "b3"], 250, 100, 14),
    ]);
    const vertical = [{ x0: 200, x1: 201, y0: 90, y1: 140 }];
    expect(read(lines)).toEqual(["a1 b1", "a2 b2", "a3 b3"]);
    expect(read(lines, { ...NO_RULES, vertical })).toEqual(["a1", "a2", "a3", "b1", "b2", "b3"]);
  });

  it("joins letter-spaced headings and keeps their words apart", () => {
    const spaced = [..."WORKHISTORY"].map((text, index) => ({
      text,
      x: 30 + index * 8 + (index > 3 ? 9 : 0),
      y: 100,
    }));
    expect(read(spaced)).toEqual(["WORK HISTORY"]);
  });

  it("never loses or doubles a letter", () => {
    const line = fc.record({
      text: fc.stringMatching(/^[a-z]{1,12}$/),
      x: fc.integer({ min: 0, max: 500 }),
      y: fc.integer({ min: 0, max: 800 }),
    });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
        const letters = (text: string) => [...text.replace(/\s/g, "")].sort().join("");
        expect(letters(read(lines).join(""))).toBe(letters(lines.map(({ text }) => text).join("")));
      }),
    );
  });
});
