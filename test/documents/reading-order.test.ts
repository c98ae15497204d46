import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NO_RULES } from "../../workers/documents/pdf/rules.ts";
import { byRows, column, divider, type Line, read, rule, widthOf } from "./typeset.ts";

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

  it("reads columns apart under a line that reaches over their gap and not over one inside the right one", () => {
    const header = "jane.sample@example.org | Address: 12 Long Lane, Leeds | open to travel";
    const left = [
      "Experience",
      "Northwind",
      "Led a team of six",
      "Built the timetable",
      "Education",
      "Lagos",
    ];
    const right = [
      "Projects",
      "A planner for plots",
      "An atlas of ferries",
      "Skills",
      "Go and Kafka",
      "Rust",
    ];
    const years = [1, 2, 5].map((at) => ({ text: `${2015 + at}`, x: 500, y: 134 + 16 * at }));
    const body = byRows([...column(left, 30, 150, 16), ...column(right, 250, 134, 16), ...years]);
    const horizontal = [154, 218].map((y) => rule(30, 230, y));
    horizontal.push(...[138, 186].map((y) => rule(250, 540, y)));
    const dated = right.map((text, at) => ([1, 2, 5].includes(at) ? `${text} ${2015 + at}` : text));
    const lines = [{ text: header, x: 80, y: 112 }, ...body];
    expect(read(lines, { ...NO_RULES, horizontal })).toEqual([header, ...left, ...dated]);
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

  it("reads columns apart whose underlined headings stand at one height", () => {
    const left = ["Summary", "Builds tools for rail", "and for ferries", "Experience", "Northwind"];
    const right = ["Awards", "Prize of the year", "Second prize", "Interests", "Chess and tea"];
    const lines = byRows([...column(left, 30, 100, 20), ...column(right, 310, 100, 20)]);
    const horizontal = [104, 164].flatMap((y) => [rule(30, 280, y), rule(310, 560, y)]);
    expect(read(lines, { ...NO_RULES, horizontal })).toEqual([...left, ...right]);
    const whole = [104, 164].map((y) => rule(30, 560, y));
    expect(read(lines, { ...NO_RULES, horizontal: whole }).slice(0, 2)).not.toEqual(left.slice(0, 2));
  });

  it("reads two columns on one grid apart though the stream goes across and one is short", () => {
    const left = [
      "Summary",
      "Ten years of building tools for",
      "rail and ferries in the north",
      "Experience",
      "Staff engineer at Northwind, where",
      "she led six people and wrote the",
      "billing platform",
      "Projects",
      "A map of all ferries",
    ];
    const right = ["Skills", "Kafka", "Languages", "English"];
    const lines = byRows([...column(left, 30, 100, 14), ...column(right, 310, 100, 14)]);
    expect(read(lines)).toEqual([...left, ...right]);
  });

  it("reads dates at the right edge with the lines that they stand on", () => {
    const entries = [
      { title: "Northwind, engineer", date: "May 2020 to today" },
      { title: "Southwind, trainee in the yard", date: "2018 - 2020" },
      { title: "Ferries", date: "autumn of 2016 to May 2018" },
    ];
    const lines = entries.flatMap(({ title, date }, at) => [
      { text: title, x: 30, y: 100 + at * 60 },
      { text: date, x: 560 - widthOf(date), y: 100 + at * 60 },
      { text: "- Wrote tools: fewer faults", x: 30, y: 116 + at * 60 },
      { text: "- Led people: more trains", x: 30, y: 132 + at * 60 },
    ]);
    const painted = [...lines.filter(({ x }) => x > 200), ...lines.filter(({ x }) => x < 200)];
    expect(read(painted).filter((_, at) => at % 3 === 0)).toEqual(
      entries.map(({ title, date }) => `${title} ${date}`),
    );
  });

  it("reads three short lists apart that follow rows with dates", () => {
    const school = [
      { text: "Lagos", x: 30, y: 100 },
      { text: "Computing", x: 220, y: 100 },
      { text: "2009 - 2013", x: 505, y: 100 },
      { text: "Leeds", x: 30, y: 116 },
      { text: "Statistics", x: 220, y: 116 },
      { text: "2013 - 2014", x: 505, y: 116 },
    ];
    const lists = [
      ["Skills", "- Kafka", "- Go"],
      ["Languages", "- English", "- Yoruba"],
      ["Interests", "- Chess"],
    ].map((texts, at) => column(texts, 30 + at * 190, 150, 16));
    expect(read(byRows([...school, ...lists.flat()]))).toEqual([
      "Lagos Computing 2009 - 2013",
      "Leeds Statistics 2013 - 2014",
      ...lists.flat().map(({ text }) => text),
    ]);
  });

  it("reads centred lines above columns before them though they stand over one of the two alone", () => {
    const wide = "x".repeat(100);
    const head = [
      { text: wide, x: 30, y: 60 },
      { text: "1507 Banjara Hills", x: 290, y: 74 },
    ];
    const body = byRows([...column(LEFT, 30, 110, 14), ...column(RIGHT, 270, 110, 17)]);
    expect(read([...head, ...body])).toEqual([wide, "1507 Banjara Hills", ...LEFT, ...RIGHT]);
  });

  it("keeps columns whole where a line sticks out of one over the gutter", () => {
    const mail = "https://www.linkedin.example/in/jane-doe";
    const left = ["Contact", "0123 456", mail, "Skills", "Kafka", "Go", "Rust", "Vue"];
    const right = [
      "Jane Doe",
      "Staff engineer in Leeds",
      "",
      "Experience",
      "Led a team of six",
      "Built it",
      "Tea",
    ];
    const lines = byRows([...column(left, 30, 100, 14), ...column(right, 222, 105, 17)]);
    expect(30 + widthOf(mail)).toBeGreaterThan(222);
    expect(read(lines)).toEqual([...left, ...right.filter((text) => text !== "")]);
  });

  it("reads a ruled part of a form cell by cell and the rows above it across", () => {
    const above = [
      { text: "Name", x: 30, y: 100 },
      { text: "Jane", x: 320, y: 100 },
      { text: "Born", x: 30, y: 120 },
      { text: "1990", x: 320, y: 120 },
    ];
    const cells = byRows([
      ...column(["Home", "12 High Street"], 30, 150, 20),
      ...column(["Phone", "0123 456"], 320, 150, 20),
    ]);
    const vertical = [divider(300, 136, 176)];
    const texts = read([...above, ...cells], { ...NO_RULES, vertical });
    expect(texts).toEqual(["Name Jane", "Born 1990", "Home", "12 High Street", "Phone", "0123 456"]);
    expect(read([...above, ...cells])).not.toEqual(texts);
  });

  it("is linear in long pages of one column and of two", () => {
    const page = (count: number): Line[] =>
      Array.from({ length: count }, (_, at) => ({ text: "abc", x: 30 + (at % 2) * 300, y: 100 + at * 11 }));
    expect(read(page(5000))).toHaveLength(5000);
  });

  it("joins letter-spaced headings and keeps their words apart", () => {
    const spaced = [..."WORKHISTORY"].map((text, index) => ({
      text,
      x: 30 + index * 8 + (index > 3 ? 9 : 0),
      y: 100,
    }));
    expect(read(spaced)).toEqual(["WORK HISTORY"]);
  });

  it("joins short Korean headings set loosely, and keeps typed blanks", () => {
    const loose = [..."학력"].map((text, index) => ({ text, x: 30 + index * 8, y: 100 }));
    expect(read(loose)).toEqual(["학력"]);
    expect(read([{ text: "학 력", x: 30, y: 100 }])).toEqual(["학 력"]);
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
