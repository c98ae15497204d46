import { describe, expect, it } from "vitest";
import { numberLines } from "../../../workers/evaluation/lines.ts";
import { judgeByRules } from "../../../workers/evaluation/rules/index.ts";
import type { Criterion } from "../../../workers/evaluation/types.ts";
import { criterion, rubric } from "../samples.ts";

const judge = (text: string, wanted: Partial<Criterion> = {}, year = 2026) => {
  const asked = criterion("asked", { terms: ["Java"], ...wanted });
  const { judgements, flags } = judgeByRules(numberLines(text), rubric(asked), { year, month: 11 });
  return { level: judgements[0]!.level, lines: judgements[0]!.lines, flags: flags.get("asked") };
};

describe("a skill", () => {
  it.each<[string, string, number, string[]]>([
    ["that is nowhere is none", "Experience\n2015 - 2020 Acme Ltd\nBuilt it in Rust.", 0, []],
    ["that is only denied is none, and says so", "Summary\nNo experience with Java.", 0, ["negated"]],
    ["that is only hoped for is none, and says so", "Summary\nLooking to learn Java.", 0, ["negated"]],
    ["among interests is weak", "Interests\nJava, chess, hiking", 1, []],
    ["known in its basics is weak", "Summary\nBasic knowledge of Java.", 1, []],
    ["in a list of skills is partial", "Skills\nGo, Java, Python", 2, ["keywords_only"]],
    ["in a list of skills under any heading is partial", "专业技能\nGo、Java、Python", 2, ["keywords_only"]],
    ["said in a summary is partial", "Summary\nI write Java for a living.", 2, []],
    ["used in a job is met", "Experience\n2019 - 2021 Acme Ltd\nBuilt the ledger in Java.", 3, []],
    ["used in a job without dates is met", "Work experience\nAcme Ltd\nBuilt the ledger in Java.", 3, []],
    [
      "used long and in several jobs is more than met",
      "Experience\n2015 - 2018 Acme Ltd\nBuilt it in Java.\n2018 - 2021 Other Ltd\nRan the Java platform.",
      4,
      [],
    ],
    [
      "in the tools of a long job is met",
      "Experience\n2015 - 2018 Acme Ltd\nBuilt the ledger.\nTech stack: Java, Kafka, Redis, MySQL",
      3,
      [],
    ],
    [
      "in a stuffed row of a job is only a keyword",
      "Experience\n2015 - 2018 Acme Ltd\nJava, Go, Rust, C, C++, C#, PHP, Ruby, Perl, Lua, Scala, Kotlin, Swift, Dart, R, Julia, Haskell",
      2,
      ["keywords_only"],
    ],
    [
      "that a job advertisement in the résumé asks for is weak",
      "Requirements\n5 years of Java in production.",
      1,
      [],
    ],
    [
      "used in one line and denied in another is what is used",
      "Experience\n2019 - 2021 Acme Ltd\nBuilt the ledger in Java.\nNo experience with Java EE.",
      3,
      [],
    ],
  ])("%s", (_name, text, level, flags) => {
    const judged = judge(text);
    expect(judged.level).toBe(level);
    expect(judged.flags).toEqual(flags);
    expect(judged.lines.length > 0).toBe(level > 0 || flags.length > 0);
  });

  it("cites the newest job first and the keywords last", () => {
    const text =
      "Skills\nJava, Go, Rust\nExperience\n2019 - 2021 New Ltd\nBuilt the new ledger in Java.\n2015 - 2018 Old Ltd\nRan the old Java one.";
    expect(judge(text).lines).toEqual([5, 7, 2]);
  });

  it("falls back to its label where it has no terms", () => {
    expect(
      judge("Experience\n2019 - 2021 Acme Ltd\nBuilt it in COBOL.", { terms: [], label: "COBOL" }).level,
    ).toBe(3);
  });
});

describe("years of a skill", () => {
  const job = (range: string, sentence = "Built it in Java.") => `Experience\n${range} Acme Ltd\n${sentence}`;

  it.each<[string, string, number]>([
    ["all that is asked", job("2015.01 - 2018.12"), 3],
    ["half as many again and two more", job("2015.01 - 2020.12"), 4],
    ["half of it", job("2015.01 - 2016.12"), 2],
    ["less than half of it", job("2018.01 - 2018.12"), 1],
    [
      "overlapping jobs, counted once",
      "Experience\n2017.01 - 2018.12 Acme Ltd\nJava here.\n2017.01 - 2018.12 Other Ltd\nJava there.",
      2,
    ],
    [
      "jobs that do not mention it, not counted",
      `${job("2018.01 - 2018.12")}\n2008.01 - 2017.12 Other Ltd\nBuilt it in Rust.`,
      1,
    ],
    [
      "studies, not counted",
      `${job("2018.01 - 2018.12")}\nEducation\n2010 - 2017 University of Leeds, BSc with Java`,
      1,
    ],
    ["dates of the future, not counted", job("2026.01 - 2040.12"), 1],
    ["dates that run backwards, not counted", job("2024.05 - 2019.04"), 1],
    ["a stated number", "Summary\n4 years of Java.", 3],
    ["a stated number, in Chinese", "个人优势\n5年Java经验。", 3],
    ["a stated number, in Japanese", "スキル\nJava 5年、Go 1年", 3],
    ["a stated number, in German", "Kenntnisse\nJava: 5 Jahre", 3],
    ["a large stated number, for no more than met", "Summary\n20 years of Java.", 3],
    [
      "a stated number that the jobs leave no room for",
      `${job("2024.01 - 2024.12")}\nSummary\n20 years of Java.`,
      2,
    ],
    ["a bare keyword", "Skills\nJava, Go, Rust", 1],
    [
      "projects inside of jobs",
      "Experience\n2015.01 - 2018.12 Acme Ltd\nLed it.\nProjects\n2015.01 - 2018.12 Ledger\nBuilt in Java.",
      3,
    ],
    ["projects beside any job, not as time", "Projects\n2005.01 - 2024.12 Hobby\nBuilt in Java.", 1],
  ])("are judged by %s", (_name, text, level) => {
    expect(judge(text, { min_years: 4 }).level).toBe(level);
  });

  it("grow with the month of reading in a job that goes on", () => {
    const text = "Experience\nJan 2020 – Present Acme Ltd\nBuilt it in Java.";
    expect([2020, 2022, 2024, 2030].map((year) => judge(text, { min_years: 4 }, year).level)).toEqual([
      1, 2, 3, 4,
    ]);
  });
});

describe("experience without terms", () => {
  const work = (text: string, min_years: number | null) =>
    judge(text, { kind: "experience", terms: [], min_years });

  it("counts all work, studies left out", () => {
    const text =
      "Education\n2010 - 2014 University of Leeds\nExperience\n2014.01 - 2015.12 Acme Ltd\nA.\n2016.01 - 2018.12 Other Ltd\nB.";
    expect(work(text, 5)).toEqual({ level: 3, lines: [5, 4], flags: [] });
    expect(work(text, 6).level).toBe(2);
    expect(work(text, null).level).toBe(3);
  });

  it("takes a stated number where no job is dated", () => {
    expect(work("Summary\n12 years of professional experience.", 5)).toEqual({
      level: 3,
      lines: [2],
      flags: [],
    });
    expect(work("Summary\nMarried for 12 years.", 5).level).toBe(0);
  });

  it("holds a stated number against the dated jobs", () => {
    expect(
      work("Summary\n12 years of professional experience.\nExperience\n2022.01 - 2022.12 Acme Ltd\nA.", 5)
        .level,
    ).toBe(1);
  });
});

describe("a certificate", () => {
  it.each<[string, string, number, string[]]>([
    ["held, in English", "Certifications\nAWS Certified Solutions Architect, 2022", 3, []],
    ["held, in Japanese", "資格\n2018年6月 AWS認定 合格", 3, []],
    ["passed, outside of its section", "Summary\nPassed the AWS exam in 2022.", 3, []],
    ["being prepared", "Certifications\nAWS Solutions Architect (in preparation)", 1, []],
    ["being prepared, in Japanese", "資格\nAWS認定 勉強中", 1, []],
    ["only named", "Summary\nI worked with AWS a lot.", 2, []],
    ["denied", "Summary\nNo experience with AWS.", 0, ["negated"]],
    ["nowhere", "Summary\nI like cats.", 0, []],
  ])("%s", (_name, text, level, flags) => {
    const judged = judge(text, { kind: "certificate", terms: ["AWS"] });
    expect(judged.level).toBe(level);
    expect(judged.flags).toEqual(flags);
  });
});
