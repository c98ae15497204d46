import { describe, expect, it } from "vitest";
import { unwrapCells } from "../../workers/documents/pdf/wrapped-cells.ts";
import { type Line, rowsOf, textsOf } from "./typeset.ts";

const COLUMN = { x0: 30, x1: 380 };
const unwrapped = (lines: readonly Line[]) => textsOf(unwrapCells(rowsOf(lines), COLUMN));
const asTheyStand = (lines: readonly Line[]) => textsOf(rowsOf(lines));

/** Letters are 5 points wide. */
const TITLE = "Senior engineer for rail billing systems";
const DATE = { text: "March 2019 - May 2024", x: 275, y: 100 };

describe("cells whose text goes on below", () => {
  it("a title of two lines comes whole before the date at its right", () => {
    const lines = [{ text: TITLE, x: 30, y: 100 }, DATE, { text: "internationally too", x: 30, y: 113 }];
    expect(unwrapped(lines)).toEqual([TITLE, "internationally too March 2019 - May 2024"]);
    expect(asTheyStand(lines)).toEqual([`${TITLE} ${DATE.text}`, "internationally too"]);
  });

  it.each([
    ["its first word had room in the title's line", { text: "in York", x: 30, y: 113 }, "Engineer"],
    ["it is an item of a list", { text: "- built it", x: 30, y: 113 }, TITLE],
    ["it stands as far below as a new entry", { text: "internationally too", x: 30, y: 120 }, TITLE],
    ["it is indented", { text: "internationally too", x: 42, y: 113 }, TITLE],
    ["it is of another size", { text: "internationally too", x: 30, y: 113, size: 9 }, TITLE],
    [
      "the title ended with a full stop",
      { text: "internationally too", x: 30, y: 113 },
      `${TITLE.slice(0, -1)}.`,
    ],
  ])("the next line is none of the title's when %s", (_, line, title) => {
    const lines = [{ text: title, x: 30, y: 100 }, DATE, line];
    expect(unwrapped(lines)).toEqual(asTheyStand(lines));
  });

  it("narrow cells of one row come one after the other", () => {
    const lines = [
      { text: "Tallow Lane", x: 30, y: 100 },
      { text: "Customer success", x: 105, y: 100 },
      { text: "September 2025 - since then", x: 245, y: 100 },
      { text: "Studios", x: 30, y: 113 },
      { text: "representative and lead", x: 105, y: 113 },
      { text: "unlimited", x: 245, y: 113 },
    ];
    expect(unwrapped(lines)).toEqual([
      "Tallow Lane",
      "Studios Customer success",
      "representative and lead September 2025 - since then",
      "unlimited",
    ]);
  });

  const dated = (...dates: string[]): Line[] => [
    { text: "October 2015 -", x: 30, y: 60 },
    { text: "Clerk", x: 120, y: 60 },
    { text: dates[0]!, x: 30, y: 100 },
    { text: "Project lead", x: 120, y: 100 },
    { text: dates[1]!, x: 30, y: 113 },
    { text: "Northwind Transport", x: 120, y: 113 },
  ];

  it("a date of two lines comes whole before what stands beside it", () => {
    expect(unwrapped(dated("October 2015 -", "June 2017")).slice(1)).toEqual([
      "October 2015 -",
      "June 2017 Project lead",
      "Northwind Transport",
    ]);
    expect(unwrapped(dated("octobre 2015 a", "juin 2017"))).toContain("juin 2017 Project lead");
  });

  it("two dates below each other stay apart", () => {
    expect(unwrapped(dated("2015 to 2017", "2018 to 2019"))).toContain("2018 to 2019 Northwind Transport");
  });

  it("labels at one distance stay apart", () => {
    const labels = ["date of birth x", "nationality xyz", "marital status"];
    const lines = labels.flatMap((text, at) => [
      { text, x: 30, y: 100 + at * 13 },
      { text: ["1990", "French", "single"][at]!, x: 120, y: 100 + at * 13 },
    ]);
    expect(unwrapped(lines)).toEqual(asTheyStand(lines));
  });

  it("rows of a table stay apart though no cell had room for the one below it", () => {
    const names = ["Annegret von Hohen", "Friederike Petersen", "Leonie Lindenhofer"];
    const lines = names.flatMap((text, at) => [
      { text, x: 30, y: 100 + at * 13 },
      { text: ["Nuremberg city", "Kopenhagen bay", "Mecklenburg-V."][at]!, x: 140, y: 100 + at * 13 },
      {
        text: [
          "Bilanzbuchhalterin, Nuremberg",
          "Sachbearbeiterin, Kopenhagen",
          "Gesundheitspflegerin, Berlin",
        ][at]!,
        x: 225,
        y: 100 + at * 13,
      },
    ]);
    expect(unwrapped(lines)).toEqual(asTheyStand(lines));
    expect(unwrapped(lines.slice(0, 6))).not.toEqual(asTheyStand(lines.slice(0, 6)));
  });

  it("a justified line with wide gaps is no row of cells", () => {
    const lines = [
      { text: "Kafka,", x: 30, y: 100 },
      { text: "TensorFlow,", x: 120, y: 100 },
      { text: "Kubernetes,", x: 235, y: 100 },
      { text: "PostgreSQL,", x: 325, y: 100 },
      { text: "gRPC and Terraform", x: 30, y: 113 },
    ].map((line, at) => (at < 4 ? { ...line, x: 30 + [0, 90, 205, 320][at]! } : line));
    expect(unwrapped(lines)).toEqual(asTheyStand(lines));
  });
});
