import { describe, expect, it } from "vitest";
import { fold } from "../../../workers/evaluation/rules/fold.ts";
import { stanceOf } from "../../../workers/evaluation/rules/stance.ts";
import { termMatcher } from "../../../workers/evaluation/rules/terms.ts";

const java = termMatcher(["Java"]);
const stances = (text: string) => {
  const line = fold(text);
  return java.find(line).map((mention) => stanceOf(line.lower, mention));
};

describe("a sentence that denies Java, or only hopes for it", () => {
  it.each([
    "No experience with Java.",
    "No prior professional experience with Go, Java or Rust.",
    "no Java experience",
    "I don't have any experience in Java",
    "I have never used Java",
    "I haven't worked with Java",
    "Not familiar with Java",
    "I do not know Java",
    "I am new to Java",
    "Without any knowledge of Java",
    "Java: none",
    "Java - none",
    "Java (none)",
    "Java: 0 years",
    "Looking to learn Java",
    "I would love to learn Java",
    "Eager to learn Go and Java",
    "Interested in learning Java",
    "没有Java经验",
    "没有 Java 开发经验",
    "沒有Java經驗",
    "未使用过Java",
    "从未使用过 Java",
    "无Java经验",
    "不会Java",
    "不熟悉 Java",
    "Java：无",
    "Java经验：无",
    "Java 没有经验",
    "希望学习Java",
    "想学Java",
    "Javaの経験はありません",
    "Javaの実務経験はありません。",
    "Java、Goの経験はありません",
    "Java未経験",
    "Java：なし",
    "Javaは使ったことがありません",
    "Javaを学びたいです",
    "Javaを習得したい",
    "Keine Erfahrung mit Java",
    "Keine Java-Kenntnisse",
    "Bisher keine Erfahrungen in Go, Rust oder Java",
    "Java habe ich nie verwendet",
    "Ich möchte Java lernen",
    "Java: keine",
    "ohne Kenntnisse in Java",
    "Java 경험 없음",
    "Java 개발 경험이 없습니다",
    "자바를 배우고 싶습니다",
    "Aucune expérience en Java",
    "Pas d’expérience avec Java",
    "Je souhaite apprendre Java",
    "Sin experiencia en Java",
    "No tengo experiencia con Java",
    "Quiero aprender Java",
  ])("%s", (text) => {
    expect(stances(text)).toEqual(["denied"]);
  });
});

describe("a sentence that knows the basics of Java", () => {
  it.each([
    "Basic knowledge of Java",
    "Java (basic)",
    "Java: beginner",
    "Currently learning Java",
    "Exposure to Java",
    "了解Java",
    "正在学习Java",
    "Grundkenntnisse in Java",
    "Java-Grundkenntnisse",
    "Javaの基礎知識",
    "Java（勉強中）",
    "Notions de Java",
    "Conocimientos básicos de Java",
  ])("%s", (text) => {
    expect(stances(text)).toEqual(["basic"]);
  });
});

describe("a sentence that says nothing against Java", () => {
  it.each([
    "Built services in Java with no downtime",
    "Not only Java but also Go",
    "No experience with Go, but five years of Java",
    "No experience with Go and five years of Java",
    "Replaced Perl with Java",
    "Never missed a release of our Java platform",
    "Reduced costs without Java licence fees",
    "Zero-downtime releases of Java services",
    "We had no outages and Java knowledge was shared",
    "Java – North America team",
    "Taught 40 students to use Java",
    "没有停机，使用Java重构",
    "使用 Java 开发无状态服务",
    "Java 无缝迁移",
    "深入了解Java",
    "用Java做没有人做过的系统",
    "Javaで障害のないシステムを構築",
    "Javaを5年、Goの経験はありません",
    "Javaのない環境から移行",
    "Keine Ausfälle dank Java",
    "nicht nur Java",
    "Java 경험 5년",
  ])("%s", (text) => {
    expect(stances(text)).toEqual(["plain"]);
  });

  it("control: the word alone does not decide, its place does", () => {
    expect(stances("Java, no downtime; no Java experience before that")).toEqual(["plain", "denied"]);
  });
});
