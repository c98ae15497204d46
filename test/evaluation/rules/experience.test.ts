import { describe, expect, it } from "vitest";
import { numberLines } from "../../../workers/evaluation/lines.ts";
import { judgeByRules } from "../../../workers/evaluation/rules/index.ts";
import { criterion, rubric } from "../samples.ts";

const backend = criterion("backend", {
  kind: "experience",
  terms: ["backend", "バックエンド"],
  min_years: 4,
});
const judged = (text: string, asked = backend) =>
  judgeByRules(numberLines(text), rubric(asked), { year: 2026, month: 11 }).judgements[0]!;

describe("experience in what the terms name", () => {
  it("counts jobs in which a compound names it", () => {
    const text =
      "職歴\n2016年4月 株式会社架空 入社 バックエンドエンジニア\n2021年10月 株式会社青空 入社 テックリード";
    expect(judged(text)).toMatchObject({ level: 3, lines: [2] });
  });

  it("takes jobs that say nothing of it for weak, and shows them", () => {
    const text = "Experience\nStaff Engineer, Northwind Grid, 2014 – 2024\nReviewed designs.";
    expect(judged(text)).toMatchObject({ level: 1, lines: [2] });
  });

  it("gives nothing where there is no work at all, or where it is denied", () => {
    expect(judged("Education\nBSc, 2014 – 2018")).toMatchObject({ level: 0, lines: [] });
    expect(judged("Experience\nNurse, City Hospital, 2014 – 2024\nNo backend experience.")).toMatchObject({
      level: 0,
    });
  });
});

it.each([
  ["バックエンド", "バックエンドエンジニア", true],
  ["バックエンド", "フロントバックエンド", false],
  ["ジャバ", "ジャバスクリプト", false],
  ["コンサル", "コンサルタント", false],
])("%s in %s: %s", (term, text, found) => {
  expect(judgeTerm(term, text)).toBe(found);
});

function judgeTerm(term: string, text: string): boolean {
  const asked = criterion("x", { kind: "skill", terms: [term] });
  return judged(`職歴\n2016年4月 - 2024年3月 架空社 ${text}`, asked).level > 0;
}
