import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jsonResume, type readStructure } from "../../../workers/documents/structure.ts";
import { AT, structureOf } from "./outline.ts";
import { ALL } from "./resumes.ts";

/** Every object with a start and an end in a value. */
function spansIn(value: unknown): { start: number; end: number }[] {
  if (typeof value !== "object" || value === null) return [];
  const inner = Object.values(value).flatMap(spansIn);
  return "start" in value && "end" in value ? [value as { start: number; end: number }, ...inner] : inner;
}

const cutsPair = (text: string, at: number) =>
  /[\uD800-\uDBFF]/.test(text[at - 1] ?? "") && /[\uDC00-\uDFFF]/.test(text[at] ?? "");

const PIECES = [
  "Experience",
  "EDUCATION",
  "Skills: Go, Java",
  "職歴",
  "【技能】",
  "■学歴",
  "2019.04 - 2020.03 Acme Ltd, Engineer",
  "2030 – 2020 Backward GmbH",
  "2016年4月 ㈱ｶﾞﾗｽ 入社",
  "2019年3月 退社",
  "- built things with Go",
  "• 𝒻ancy 👩‍💻 item\u0301",
  "BSc Physics, University of Leeds, 2014",
  "English C1, TOEIC 860",
  "Languages",
  "[NAME]",
  "",
  "\t|\t",
  "Cert (2019)",
  "한국대학교 학사 2011.03 - 2015.02",
  "since 2019",
  "A".repeat(500),
];
const pages = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: "binary", maxLength: 30 })), {
    maxLength: 40,
  })
  .map((lines) => lines.join("\n"));

describe("for any text", () => {
  it("every span lies inside it and cuts no surrogate pair", () => {
    fc.assert(
      fc.property(pages, (text) => {
        const structure = structureOf(text);
        for (const { start, end } of [...spansIn(structure), ...spansIn(jsonResume(structure, text))]) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect([start, end].some((at) => cutsPair(text, at))).toBe(false);
        }
      }),
    );
  });

  it("sections are in order, do not overlap, and begin with their heading", () => {
    fc.assert(
      fc.property(pages, (text) => {
        let reached = 0;
        for (const { start, end, heading } of structureOf(text).sections) {
          expect(start).toBeGreaterThanOrEqual(reached);
          expect(heading.start).toBe(start);
          expect(heading.end).toBeGreaterThan(heading.start);
          expect(end).toBeGreaterThanOrEqual(heading.end);
          reached = end;
        }
      }),
    );
  });

  it("dates run forward and stand in order", () => {
    fc.assert(
      fc.property(pages, (text) => {
        let reached = 0;
        for (const { start, end, from, to } of structureOf(text).dates) {
          expect(start).toBeGreaterThanOrEqual(reached);
          reached = end;
          if (to !== "present") expect(to.year).toBeGreaterThanOrEqual(from.year);
        }
      }),
    );
  });

  it("reading it again says the same", () => {
    fc.assert(
      fc.property(pages, (text) => {
        expect(structureOf(text)).toEqual(structureOf(text));
      }),
    );
  });
});

const job = fc.record({
  from: fc.integer({ min: 1980 * 12, max: 2035 * 12 }),
  length: fc.integer({ min: -30, max: 120 }),
});
const written = (index: number) => `${(index % 12) + 1}/${Math.trunc(index / 12)}`;
const pageOf = (jobs: readonly { from: number; length: number }[]) =>
  `Experience\n${jobs.map(({ from, length }) => `${written(from)} - ${written(from + length)} Acme Ltd`).join("\n")}`;

describe("the months of any jobs", () => {
  it("are those between their first and their last at most, and none of the future", () => {
    let crowded = 0;
    fc.assert(
      fc.property(fc.array(job, { minLength: 1, maxLength: 8 }), (jobs) => {
        const now = AT.year * 12 + AT.month - 1;
        const counted = jobs.filter(({ from, length }) => length >= 0 && from <= now);
        const first = Math.min(...counted.map(({ from }) => from));
        const last = Math.max(...counted.map(({ from, length }) => Math.min(from + length, now)));
        const calendar = counted.length > 0 ? last - first + 1 : 0;
        expect(structureOf(pageOf(jobs)).workMonths).toBeLessThanOrEqual(calendar);
        if (counted.reduce((sum, { length }) => sum + length + 1, 0) > calendar) crowded += 1;
      }),
    );
    expect(crowded, "control: a plain sum breaks the bound").toBeGreaterThan(0);
  });

  it("are the months that at least one job covers", () => {
    fc.assert(
      fc.property(fc.array(job, { maxLength: 8 }), (jobs) => {
        const now = AT.year * 12 + AT.month - 1;
        const months = new Set(
          jobs.flatMap(({ from, length }) =>
            Array.from({ length: Math.max(0, length + 1) }, (_, index) => from + index),
          ),
        );
        const past = [...months].filter((month) => month <= now);
        expect(structureOf(pageOf(jobs)).workMonths).toBe(past.length);
      }),
    );
  });
});

describe("hostile texts are read in one pass", () => {
  const many = 10_000;
  it.each<[string, string, (found: ReturnType<typeof readStructure>) => number, number]>([
    ["10,000 headings", "Experience\n".repeat(many), ({ sections }) => sections.length, many],
    ["10,000 labels", "Skills: Go\n\n".repeat(many), ({ skills }) => skills.length, many],
    [
      "10,000 jobs",
      `Work\nExperience\n${"2019 - 2020 Acme Ltd\n".repeat(many)}`,
      ({ work }) => work.length,
      many,
    ],
    [
      "10,000 rows of a form",
      `職歴\n${"2016年4月 ㈱甲 入社\n".repeat(many)}`,
      ({ work }) => work.length,
      many,
    ],
    [
      "10,000 dates in one line",
      `Experience\n${"2019 - 2020, ".repeat(many)}`,
      ({ dates }) => dates.length,
      9_000,
    ],
    ["100,000 brackets", `Skills\nGo ${"(".repeat(many * 10)}`, ({ skills }) => skills.length, 0],
    ["100,000 commas", `Skills\nGo${",".repeat(many * 10)}`, ({ skills }) => skills.length, 1],
    [
      "100,000 spaces",
      `Experience\nAcme Ltd${" ".repeat(many * 10)}2019 - 2020`,
      ({ work }) => work.length,
      1,
    ],
    [
      "reversed dates",
      `Experience\n${"2030 - 2020 Acme Ltd\n".repeat(100)}`,
      ({ work, dates }) => work.length + dates.length,
      0,
    ],
    [
      "dates of the future",
      `Experience\n${"2090 - 2099 Acme Ltd\n".repeat(100)}`,
      ({ workMonths }) => workMonths,
      0,
    ],
  ])("%s", (_name, text, count, least) => {
    const found = count(structureOf(text));
    expect(found).toBeGreaterThanOrEqual(least);
    if (least === 0) expect(found).toBe(0);
  });

  it("a heading inside a résumé of every language moves no span outside", () => {
    for (const text of Object.values(ALL)) {
      for (const { start, end } of spansIn(structureOf(text))) {
        expect(start <= end && end <= text.length && start >= 0).toBe(true);
      }
    }
  });
});
