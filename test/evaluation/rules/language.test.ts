import { describe, expect, it } from "vitest";
import { numberLines } from "../../../workers/evaluation/lines.ts";
import { fold } from "../../../workers/evaluation/rules/fold.ts";
import { readHistory } from "../../../workers/evaluation/rules/history.ts";
import { judgeLanguage } from "../../../workers/evaluation/rules/language.ts";
import { languageClaims } from "../../../workers/evaluation/rules/language-claims.ts";
import type { Criterion } from "../../../workers/evaluation/types.ts";
import { criterion } from "../samples.ts";

const RANKS = ["-", "A1", "A2", "B1", "B2", "C1", "C2", "native"];
const claims = (text: string) =>
  languageClaims(fold(text).lower).map(
    ({ language, rank }) => `${language} ${rank === null ? "?" : RANKS[rank]}`,
  );
const judge = (text: string, language: string, min: Criterion["min_language_level"]) =>
  judgeLanguage(
    criterion("language", { kind: "language", terms: [language], min_language_level: min }),
    readHistory(numberLines(text), 2026 * 12 + 10),
  );

describe("languageClaims", () => {
  it.each<[string, string[]]>([
    ["English C1, German B2", ["en C1", "de B2"]],
    ["German B2 English C1", ["de B2", "en C1"]],
    ["English (C1/C2)", ["en C1"]],
    ["Native Chinese, fluent English", ["zh native", "en C1"]],
    ["Native Dutch, fluent English (C1).", ["nl native", "en C1"]],
    ["Deutsch (Muttersprache), Englisch (verhandlungssicher, C1)", ["de native", "en C1"]],
    ["Englisch und Französisch fließend", ["en C1", "fr C1"]],
    ["Englisch: sehr gute Kenntnisse", ["en B2"]],
    ["Spanisch: Grundkenntnisse", ["es A2"]],
    ["英语：流利；日语：N2", ["en C1", "ja ?", "ja B2"]],
    ["英语CET-6", ["en ?", "en B2"]],
    ["英语六级", ["en ?", "en B2"]],
    ["中文（母语）、英文（熟练）", ["zh native", "en B2"]],
    ["普通话：母语", ["zh native"]],
    ["英語：日常会話レベル", ["en B1"]],
    ["英語：ビジネスレベル", ["en B2"]],
    ["日本語：ネイティブ", ["ja native"]],
    ["TOEIC 860点", ["en B2"]],
    ["TOEIC L&R: 950", ["en C1"]],
    ["IELTS 7.5", ["en C1"]],
    ["TOEFL iBT 100", ["en C1"]],
    ["TOEFL 5.5", ["en C1"]],
    ["JLPT N1", ["ja C1"]],
    ["HSK 5", ["zh B2"]],
    ["英検準1級", ["en B2"]],
    ["TOPIK 6급", ["ko C2"]],
    ["영어: 비즈니스 회화", ["en B2"]],
    ["français langue maternelle, anglais courant", ["fr native", "en C1"]],
    ["Español nativo, inglés B2", ["es native", "en B2"]],
    ["English", ["en ?"]],
    ["Deutsche Bank", []],
    ["Englischsprachig", []],
    ["A1 motorway, Java 8", []],
  ])("reads %s", (text, expected) => {
    expect(claims(text)).toEqual(expected);
  });
});

describe("judgeLanguage", () => {
  it.each<[string, string, string, Criterion["min_language_level"], number]>([
    ["the asked level", "Languages\nEnglish: B2", "English", "B2", 3],
    ["a higher level", "Languages\nEnglish: C2", "English", "B2", 4],
    ["one level less", "Languages\nEnglish: B1", "English", "B2", 2],
    ["far less", "Languages\nEnglish: A2", "English", "C1", 1],
    ["a native speaker", "Sprachen\nDeutsch: Muttersprache", "German", "native", 3],
    ["a test instead of a level", "資格\nTOEIC 800点", "English", "B2", 3],
    ["another language's level", "Languages\nGerman: C2", "English", "B2", 0],
    ["a bare name", "Languages\nEnglish, German", "English", "B1", 2],
    ["a bare name where much is asked", "Languages\nEnglish, German", "English", "C1", 1],
    ["the level in the line below", "Languages\nEnglish\nFluent\nGerman\nBasic", "English", "C1", 3],
    ["work in the language", "Experience\n2019 - 2024 Acme\nLed meetings in English.", "English", "C1", 2],
    ["a market of that name", "Experience\n2019 - 2024 Acme\nSold to the German market.", "German", "B2", 0],
    ["a criterion named in another language", "语言能力\n英语：流利", "Englisch", "C1", 3],
    ["a wish", "Objective\nEnglish C2", "English", "B2", 0],
  ])("judges %s", (_name, text, language, min, expected) => {
    expect(judge(text, language, min)?.level).toBe(expected);
  });

  it("says when the only mention denies the language", () => {
    expect(judge("Languages\nNo knowledge of German.", "German", "B1")).toEqual({
      level: 0,
      lines: [2],
      flags: ["negated"],
    });
  });

  it("takes any of two languages that are asked for", () => {
    expect(judge("Languages\nFrench: C1", "English or French", "B2")?.level).toBe(4);
  });

  it("takes a résumé that is written in the language for partial, with lines that show it", () => {
    const text =
      "工作经历\n负责订单系统的设计与开发工作。\n优化数据库慢查询并且降低延迟。\n带领团队完成支付平台的迁移。";
    expect(judge(text, "中文", "C1")).toEqual({ level: 2, lines: [2, 3], flags: [] });
    expect(judge(text, "日本語", "C1")?.level).toBe(0);
  });

  it("leaves a language it does not know to the terms", () => {
    expect(judge("Languages\nKlingon: fluent", "Klingon", "C1")).toBeNull();
  });

  it("control: read without regard to which language a level belongs to, B2 would pass for C1", () => {
    expect(judge("Languages\nEnglish B1, German C1", "English", "C1")?.level).toBe(1);
    expect(judge("Languages\nEnglish C1, German B1", "English", "C1")?.level).toBe(3);
  });
});
