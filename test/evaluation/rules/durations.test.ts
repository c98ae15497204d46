import { describe, expect, it } from "vitest";
import { durations, statedExperience, statedFor } from "../../../workers/evaluation/rules/durations.ts";
import { fold } from "../../../workers/evaluation/rules/fold.ts";
import { termMatcher } from "../../../workers/evaluation/rules/terms.ts";

const months = (text: string) => durations(fold(text).lower).map((duration) => duration.months);
const claimed = (term: string, text: string) => {
  const line = fold(text);
  return Math.max(
    0,
    ...termMatcher([term])
      .find(line)
      .map((mention) => statedFor(line.lower, mention)),
  );
};

describe("durations", () => {
  it.each<[string, number[]]>([
    ["5 years of Go", [60]],
    ["5+ years", [60]],
    ["2.5 years", [30]],
    ["five years", [60]],
    ["18 months", [18]],
    ["3年6ヶ月", [42]],
    ["5年以上", [60]],
    ["十年经验", [120]],
    ["三年后端经验", [36]],
    ["5 Jahre", [60]],
    ["fünf Jahren", [60]],
    ["5 ans d'expérience", [60]],
    ["5 años", [60]],
    ["5년", [60]],
    ["2 years and 6 months", [30]],
  ])("reads %s", (text, expected) => {
    expect(months(text)).toEqual(expected);
  });

  it.each([
    "25 years old",
    "32岁",
    "满30年",
    "within 2 years",
    "5-year plan",
    "3 years ago",
    "第3年",
    "2019年4月",
    "3年生",
    "4年制",
    "2019年",
    "99 years",
    "P99",
    "every 3 years",
  ])("reads nothing in %s", (text) => {
    expect(months(text)).toEqual([]);
  });
});

describe("statedFor", () => {
  it.each<[string, string, number]>([
    ["Java", "5 years of Java", 60],
    ["Java", "Over 5 years' experience with Java", 60],
    ["Java", "5年Java经验", 60],
    ["Java", "Java 5年", 60],
    ["Java", "Java：5年", 60],
    ["Java", "Java（5年）、Go（2年）", 60],
    ["Go", "Java（5年）、Go（2年）", 24],
    ["Go", "Java 5年、Go 2年", 24],
    ["Java", "Java (5 years), Go (2 years)", 60],
    ["Go", "Java (5 years), Go (2 years)", 24],
    ["Go", "5 years of Java and 2 years of Go", 24],
    ["Java", "5 years of Java and 2 years of Go", 60],
    ["Go", "5 years of Java, Go and Rust", 60],
    ["Go", "Java, Go: 5 years", 60],
    ["Java", "5 Jahre Erfahrung mit Java", 60],
    ["Java", "Java: 5 Jahre", 60],
    ["Java", "5 ans d'expérience en Java", 60],
    ["Java", "5 años de experiencia con Java", 60],
    ["Java", "Java 경험 5년", 60],
    ["Java", "8 years in finance, knowledge of Java", 0],
    ["Java", "Java, 25 years old", 0],
  ])("%s in %s", (term, text, expected) => {
    expect(claimed(term, text)).toBe(expected);
  });
});

describe("statedExperience", () => {
  it.each<[string, number]>([
    ["8 years of professional experience", 96],
    ["十年以上工作经验", 120],
    ["約7年の実務経験", 84],
    ["Über 6 Jahre Berufserfahrung", 72],
    ["Married for 8 years", 0],
  ])("of %s", (text, expected) => {
    expect(statedExperience(fold(text).lower)).toBe(expected);
  });
});
