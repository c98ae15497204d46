import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dateRanges, monthsCovered } from "../../../workers/evaluation/rules/dates.ts";
import { fold } from "../../../workers/evaluation/rules/fold.ts";

const NOW = 2026 * 12 + 10; // November 2026
const month = (index: number) => `${Math.trunc(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`;
/** First and last month of each range. */
const ranges = (text: string) =>
  dateRanges(fold(text).lower, NOW).map(({ from, to }) => `${month(from)}..${month(to - 1)}`);

describe("dateRanges reads", () => {
  it.each<[string, string]>([
    ["2012.09 - 2016.06", "2012-09..2016-06"],
    ["2012-09-2016-06", "2012-09..2016-06"],
    ["2019. 4. ~ 2021. 3.", "2019-04..2021-03"],
    ["04.2015 - 08.2019 Beispiel GmbH", "2015-04..2019-08"],
    ["04.2015 – heute", "2015-04..2026-11"],
    ["seit 03/2018", "2018-03..2026-11"],
    ["since 2019-04", "2019-04..2026-11"],
    ["depuis mars 2019", "2019-03..2026-11"],
    ["Jan 2020–Present", "2020-01..2026-11"],
    ["Sept 2019 — now", "2019-09..2026-11"],
    ["Oct. 2018 to date", "2018-10..2026-11"],
    ["March 15, 2019 - Apr. 2020", "2019-03..2020-04"],
    ["Jan – Mar 2020", "2020-01..2020-03"],
    ["Sep '15 – Mar '19", "2015-09..2019-03"],
    ["(03/2019 – 05/2021)", "2019-03..2021-05"],
    ["03.05.1987 bis 07.06.2015", "1987-05..2015-06"],
    ["2021-11-30 to 2022-02-14", "2021-11..2022-02"],
    ["2016年4月〜2021年10月", "2016-04..2021-10"],
    ["2016年4月から2018年3月まで", "2016-04..2018-03"],
    ["２０１６年４月～２０１８年３月", "2016-04..2018-03"],
    ["2019年4月至今", "2019-04..2026-11"],
    ["2022.09 - 至今", "2022-09..2026-11"],
    ["2019年4月～現在", "2019-04..2026-11"],
    ["2019年4月〜", "2019-04..2026-11"],
    ["2019年4月-8月", "2019-04..2019-08"],
    ["平成28年4月～令和3年9月", "2016-04..2021-09"],
    ["令和元年5月 - 令和2年3月", "2019-05..2020-03"],
    ["H28.4～R3.9", "2016-04..2021-09"],
    ["民國104年3月 - 民國108年5月", "2015-03..2019-05"],
    ["2016년 4월 ~ 2018년 3월", "2016-04..2018-03"],
    ["2019.09 - 현재", "2019-09..2026-11"],
    ["2019 – aujourd’hui", "2019-07..2026-11"],
    ["enero de 2019 - actualidad", "2019-01..2026-11"],
    ["2019 – 2024", "2019-07..2024-06"],
    ["2015/16", "2015-07..2016-06"],
    ["2009–12", "2009-07..2012-06"],
    ["2019 – 2019", "2019-07..2019-12"],
    ["2025.01 - 2031.12", "2025-01..2026-11"],
  ])("%s", (text, expected) => {
    expect(ranges(text)).toEqual([expected]);
  });

  it.each([
    ["a range that starts in the future", "2030 – 2034"],
    ["a range that runs backwards", "2024.05 - 2019.04"],
    ["a range longer than a working life", "1955 - 2024"],
    ["a version", "Postgres 12.3.4 to 16.2.1"],
    ["a network", "10.0.12.4/24"],
    ["money", "1.380.000 - 2.019.000 EUR"],
    ["a single year", "in 2019"],
    ["a phone number", "+49 2019 2024 111"],
  ])("nothing in %s", (_name, text) => {
    expect(ranges(text)).toEqual([]);
  });

  it("two ranges of one line", () => {
    expect(ranges("2015.01-2016.12 A, 2017.01-2017.06 B")).toEqual(["2015-01..2016-12", "2017-01..2017-06"]);
  });

  it("whether a range is unfinished", () => {
    expect(dateRanges("2024 - 2028", NOW)[0]!.unfinished).toBe(true);
    expect(dateRanges("2024.01 - 2026.10", NOW)[0]!.unfinished).toBe(false);
  });

  it("any two months, as the months between them with both ends", () => {
    const any = fc.integer({ min: 1975 * 12, max: NOW });
    const written = (index: number) =>
      `${String((index % 12) + 1).padStart(2, "0")}.${Math.trunc(index / 12)}`;
    fc.assert(
      fc.property(any, any, (a, b) => {
        const [from, to] = a < b ? [a, b] : [b, a];
        const read = dateRanges(`${written(from)} - ${written(to)}`, NOW);
        expect(read.map((range) => range.to - range.from)).toEqual([to - from + 1]);
      }),
    );
  });
});

describe("monthsCovered", () => {
  it("counts an overlap once", () => {
    expect(
      monthsCovered([
        { from: 0, to: 24 },
        { from: 12, to: 36 },
      ]),
    ).toBe(36);
    expect(
      monthsCovered([
        { from: 0, to: 60 },
        { from: 12, to: 24 },
      ]),
    ).toBe(60);
    expect(
      monthsCovered([
        { from: 0, to: 12 },
        { from: 24, to: 36 },
      ]),
    ).toBe(24);
    expect(monthsCovered([])).toBe(0);
  });

  it("agrees with counting months one by one, and control: a plain sum does not", () => {
    const span = fc.tuple(fc.nat(200), fc.nat(60)).map(([from, length]) => ({ from, to: from + length }));
    let differs = 0;
    fc.assert(
      fc.property(fc.array(span, { maxLength: 8 }), (spans) => {
        const months = new Set(
          spans.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, index) => from + index)),
        );
        expect(monthsCovered(spans)).toBe(months.size);
        if (spans.reduce((sum, { from, to }) => sum + to - from, 0) !== months.size) differs += 1;
      }),
    );
    expect(differs).toBeGreaterThan(0);
  });
});
