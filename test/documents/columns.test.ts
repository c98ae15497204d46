import { describe, expect, it } from "vitest";
import { COLUMN_CLUES } from "../../workers/documents/pdf/column-clues.ts";
import { columnWeight } from "../../workers/documents/pdf/columns.ts";
import { CONTENT_CLUES } from "../../workers/documents/pdf/content-clues.ts";
import { neighbours } from "../../workers/documents/pdf/neighbours.ts";
import { NO_RULES, type Rules } from "../../workers/documents/pdf/rules.ts";
import { side } from "../../workers/documents/pdf/side.ts";
import { column, fragmentsOf, type Line, rule, widthOf } from "./typeset.ts";

const CLUES = [...COLUMN_CLUES, ...CONTENT_CLUES];
const EDGE = 560;

interface Case {
  clue: string;
  because: string;
  left: Line[];
  right: Line[];
  /** The stream goes from one side to the other with every row; otherwise it writes one side after the other. */
  across?: boolean;
  rules?: Partial<Rules>;
}

/** What the clues say of two sides, each by itself. */
function weigh({ left, right, across = true, rules = {} }: Case): Map<string, number> {
  const key = ({ x, y }: Line) => y * 1000 + x;
  const all = across ? [...left, ...right].sort((a, b) => key(a) - key(b)) : [...left, ...right];
  const middle = Math.min(...right.map(({ x }) => x)) - 1;
  const fragments = fragmentsOf(all);
  const [a, b] = [fragments.filter(({ x0 }) => x0 < middle), fragments.filter(({ x0 }) => x0 >= middle)];
  const valley = { x0: Math.max(...a.map(({ x1 }) => x1)), x1: Math.min(...b.map(({ x0 }) => x0)) };
  const sides = neighbours(side(a, valley.x0), side(b, EDGE), valley, { ...NO_RULES, ...rules });
  return new Map(sides ? CLUES.map((clue) => [clue.name, clue.weigh(sides)]) : []);
}

const sum = (weights: ReadonlyMap<string, number>) => [...weights.values()].reduce((a, b) => a + b, 0);
const without = (weights: ReadonlyMap<string, number>, name: string) =>
  sum(weights) - (weights.get(name) ?? 0);
const flushRight = (texts: readonly string[], x: number, y: number, step: number): Line[] =>
  column(texts, 0, y, step).map((line) => ({ ...line, x: x - widthOf(line.text) }));

const NAMES = ["Anna Lind", "Bo Ek", "Cleo Dahl", "Dag Alm"];
const CITIES = ["Oslo", "Bergen", "Narvik", "Tromso"];

const MORE_NAMES = ["Even Moe", "Frida Bakke", "Gro Lie"];
const items = (texts: readonly string[]) => texts.map((text) => `- ${text}`);

const COLUMNS: Case[] = [
  {
    clue: "baselines",
    because: "their baselines drift apart",
    left: column(NAMES, 30, 100, 14),
    right: column(CITIES, 300, 105, 16),
  },
  {
    clue: "paragraphs",
    because: "text goes on at the left where a new line begins at the right",
    left: column(
      [
        "Led the team that built the new",
        "billing platform and its tests",
        "for customers in three countries",
        "Ran the support desk at night.",
      ],
      30,
      100,
      14,
    ),
    right: column(["Kafka", "Go", "Rust", "Vue"], 300, 100, 14),
  },
  {
    clue: "ending",
    because: "the right one just ends while the left one goes on",
    left: column(items([...NAMES, ...MORE_NAMES]), 30, 100, 14),
    right: column(items(CITIES), 300, 100, 14),
  },
  {
    clue: "heading lines",
    because: "each has a line under its heading that stops at the gutter",
    left: column(["Widgets", "Kafka", "Rust"], 30, 100, 14),
    right: column(["Gadgets", "Chess", "Choir"], 300, 100, 14),
    rules: { horizontal: [rule(30, 270, 104), rule(300, 540, 104)] },
  },
  {
    clue: "stream",
    because: "one was written after the other",
    left: column(NAMES, 30, 100, 14),
    right: column(CITIES, 300, 100, 14),
    across: false,
  },
  {
    clue: "lists",
    because: "both are lists of items",
    left: column(items(NAMES), 30, 100, 14),
    right: [...column(items(CITIES.slice(0, 2)), 300, 100, 14), { text: "- Narvik", x: 300, y: 131 }],
  },
  {
    clue: "headings",
    because: "sections begin in both",
    left: column(["Skills", "Kafka", "Rust"], 30, 100, 14),
    right: column(["Languages", "English", "Spanish"], 300, 100, 14),
  },
  {
    clue: "whole pairs",
    because: "labels at the left have their values already",
    left: column(["Phone: 0123 456", "City: Oslo", "Born: 1990", "Visa: none"], 30, 100, 14),
    right: column(["Staff engineer", "Northwind", "Led six people", "Built tools"], 300, 100, 14),
  },
];

const ROWS: Case[] = [
  {
    clue: "interleaved",
    because: "one stands above and below the lines of the other",
    left: column(NAMES, 30, 100, 28),
    right: column(CITIES, 300, 114, 28),
  },
  {
    clue: "baselines",
    because: "all share their baselines",
    left: column([...NAMES, ...MORE_NAMES], 30, 100, 14),
    right: column(CITIES, 300, 100, 14),
  },
  {
    clue: "room",
    because: "the left one leaves room for what stands beside each of its lines",
    left: column(["Lund", "", "", "Umea", "", "", "Visby"], 30, 100, 14),
    right: column(["Anna", "Bo", "Cleo", "Dag", "Even", "Frida", "Gro"], 300, 100, 14),
    across: false,
  },
  {
    clue: "flush right",
    because: "the right one ends flush and begins anywhere",
    left: column(["Skills", ...NAMES], 30, 100, 14),
    right: flushRight(["Languages", "Oslo", "Bergen city", "Narvik", "To"], EDGE, 100, 14),
  },
  {
    clue: "edges",
    because: "lines of the right one begin here and there",
    left: column([...NAMES, ...MORE_NAMES], 30, 100, 10),
    right: column(CITIES, 300, 103, 15).map((line, at) => ({ ...line, x: line.x + [0, 70, 150, 40][at]! })),
  },
  {
    clue: "dates",
    because: "the left one is nothing but dates",
    left: column(["2019 - 2024", "2015 - 2019", "May 2012", "2009"], 30, 100, 14),
    right: column(["Lead", "Engineer", "Intern", "Pupil"], 300, 100, 14),
    across: false,
  },
  {
    clue: "labels",
    because: "labels with a colon want what stands beside them",
    left: column(["Name:", "City:", "Phone:", "Visa:"], 30, 100, 14),
    right: column(["Jane Sample", "Oslo", "0123 456", "none"], 300, 102, 14),
  },
];

describe("two sides of a valley are columns", () => {
  it.each(COLUMNS.map((one) => [one.because, one] as const))("when %s", (_, one) => {
    expect(sum(weigh(one))).toBeGreaterThan(0);
  });

  it.each(COLUMNS.map((one) => [one.clue, one] as const))("for which %s is decisive", (clue, one) => {
    expect(without(weigh(one), clue)).toBeLessThanOrEqual(0);
  });

  it("when a panel lies behind one of them", () => {
    const left = fragmentsOf(column(NAMES, 30, 100, 14));
    const right = fragmentsOf(column(CITIES, 300, 100, 14));
    const valley = { x0: 80, x1: 300 };
    const panels = [{ x0: 290, y0: 80, x1: EDGE, y1: 300 }];
    const weight = (rules: Rules) => columnWeight(left, right, valley, { x0: 30, x1: EDGE }, rules);
    expect(weight({ ...NO_RULES, panels })).toBe(Infinity);
    const both = [{ x0: 20, y0: 80, x1: EDGE, y1: 300 }];
    expect(weight({ ...NO_RULES, panels: both })).toBe(weight(NO_RULES));
  });
});

describe("two sides of a valley are rows", () => {
  it.each(ROWS.map((one) => [one.because, one] as const))("when %s", (_, one) => {
    expect(sum(weigh(one))).toBeLessThanOrEqual(0);
  });

  it.each(ROWS.map((one) => [one.clue, one] as const))("for which %s is decisive", (clue, one) => {
    expect(without(weigh(one), clue)).toBeGreaterThan(0);
  });

  it("when fewer than two lines stand beside two others", () => {
    expect(
      weigh({ clue: "", because: "", left: column(["A"], 30, 100, 14), right: column(CITIES, 300, 100, 14) }),
    ).toEqual(new Map());
  });
});

it("every clue decides a case above", () => {
  expect(new Set([...COLUMNS, ...ROWS].map(({ clue }) => clue))).toEqual(
    new Set(CLUES.map(({ name }) => name)),
  );
});
