import { describe, expect, it } from "vitest";
import { joinNeighbours, leftEdges, partAtEdges } from "../../workers/documents/pdf/cell-edges.ts";
import { fragmentText } from "../../workers/documents/pdf/line-breaks.ts";
import { fragmentsOf, type Line } from "./typeset.ts";

const joined = (lines: readonly Line[]) => {
  const drawn = fragmentsOf(lines);
  return joinNeighbours(drawn, leftEdges(drawn)).map(fragmentText);
};

/** Lines that begin at one x, as the cells of a column do. */
const cells = (x: number): Line[] => [1, 2, 3, 4].map((at) => ({ text: "cell", x, y: 200 + at * 14 }));

describe("fragments of one line", () => {
  const pieces = [
    { text: "Born 1990", x: 30, y: 100 },
    { text: "elsewhere", x: 300, y: 300 },
    { text: "Oslo", x: 83, y: 100 },
  ];

  it("are joined though the stream wrote something else between them", () => {
    expect(joined(pieces)).toEqual(["Born1990Oslo", "elsewhere"]);
  });

  it("stay apart where cells begin behind a wide gap", () => {
    expect(joined([...pieces, ...cells(83)])).toContain("Born1990");
  });

  it("stay apart on other baselines and over wider gaps", () => {
    expect(joined([pieces[0]!, { text: "Oslo", x: 83, y: 104 }])).toHaveLength(2);
    expect(joined([pieces[0]!, { text: "Oslo", x: 90, y: 100 }])).toHaveLength(2);
  });

  it("stay apart over a gutter, whichever was drawn a little higher", () => {
    const headings = [
      { text: "Experience", x: 30, y: 100.01 },
      { text: "Philosophy", x: 300, y: 100 },
    ];
    expect(joined(headings)).toEqual(["Experience", "Philosophy"]);
    const fields = [
      { text: "Oslo", x: 83, y: 100 },
      { text: "elsewhere", x: 300, y: 300 },
      { text: "Born 1990", x: 30, y: 100.01 },
    ];
    expect(joined(fields)).toEqual(["Born1990Oslo", "elsewhere"]);
  });

  it("take in separators that were drawn into their gaps, and nothing that lies over them", () => {
    const fields = { text: "Jane Oslo", x: 30, y: 100 };
    const later = { text: "below", x: 30, y: 140 };
    expect(joined([fields, later, { text: "|", x: 50, y: 100 }])).toContain("Jane|Oslo");
    expect(joined([fields, later, { text: "|", x: 40, y: 100 }])).toContain("|");
  });
});

describe("a fragment over two cells", () => {
  const line = (blank: string): Line[] => [
    { text: "2022 to May", x: 30, y: 100 },
    { text: `${blank}Engineer`, x: 93 - blank.length * 5, y: 100 },
  ];
  const parted = (lines: readonly Line[]) => {
    const drawn = fragmentsOf(lines);
    return partAtEdges(drawn, leftEdges(drawn)).map(fragmentText);
  };

  it("is parted where other cells begin", () => {
    expect(parted([...line(""), ...cells(93)])).toContain("Engineer");
    expect(parted(line(""))).toContain("2022toMayEngineer");
  });

  it("is left whole where a blank was typed", () => {
    expect(parted([...line(" "), ...cells(93)])).toContain("2022toMayEngineer");
  });
});
