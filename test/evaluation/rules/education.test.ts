import { describe, expect, it } from "vitest";
import { numberLines } from "../../../workers/evaluation/lines.ts";
import { judgeEducation } from "../../../workers/evaluation/rules/education.ts";
import { readHistory } from "../../../workers/evaluation/rules/history.ts";
import type { Criterion } from "../../../workers/evaluation/types.ts";
import { criterion } from "../samples.ts";

const NOW = 2026 * 12 + 10;
const level = (text: string, min_degree: Criterion["min_degree"], terms: string[] = []) =>
  judgeEducation(
    criterion("degree", { kind: "education", min_degree, terms }),
    readHistory(numberLines(text), NOW),
    NOW,
  ).level;

describe("judgeEducation takes for a bachelor", () => {
  it.each([
    "Education\nBSc Computer Science, University of Lagos, 2009 – 2013",
    "Education\nBachelor of Arts, Leeds",
    "Education\nB.A. History, 2015",
    "教育背景\n2012.09 - 2016.06 某理工大学 计算机 本科",
    "学历：本科",
    "学歴\n2016年3月 某大学 工学部 情報工学科 卒業",
    "最終学歴\n学士（工学）",
    "Ausbildung\nBachelor Wirtschaftsinformatik, Hochschule Musterstadt, 2018",
    "학력\n2011.03 - 2015.02 가상대학교 컴퓨터공학과 학사",
    "Formación\nGrado en Ingeniería Informática, 2015",
    "Formation\nLicence de droit, 2012",
  ])("%s", (text) => {
    expect(level(text, "bachelor")).toBe(3);
  });
});

describe("judgeEducation takes for more than a bachelor", () => {
  it.each([
    "Education\nMSc Data Science, 2019",
    "Education\nMaster of Science Informatik",
    "Education\nPh.D. in Physics, 2015",
    "教育背景\n2016.09 - 2019.03 某大学 软件工程 硕士",
    "学歴\n2018年3月 某大学大学院 工学研究科 修士課程 修了",
    "Ausbildung\nPromotion Informatik, Technische Universität Musterstadt, 2015",
    "Ausbildung\nDiplom-Informatiker, 2008",
    "학력\n어느대학교 석사",
    "Formation\nMaster informatique, Université Imaginaire, 2014",
    "Dr. rer. nat. Chemie, 2012",
  ])("%s", (text) => {
    expect(level(text, "bachelor")).toBe(4);
  });
});

describe("judgeEducation takes for less than a bachelor", () => {
  it.each<[string, number]>([
    ["学歴\n2014年3月 某専門学校 卒業", 2],
    ["教育背景\n2012 - 2015 某职业学院 大专", 2],
    ["Ausbildung\nAbitur, Gymnasium Musterstadt, 2010", 1],
    ["学歴\n2012年3月 某大学附属高等学校 卒業", 1],
    ["Education\nBSc Physics, expected 2028", 1],
    ["Education\nBSc Physics, University of Leeds, 2024 – 2028", 1],
    ["教育背景\n2024.09 - 至今 某大学 本科 在读", 1],
    ["学歴\n2014年3月 某大学 工学部 中退", 0],
    ["Education\nBSc Physics (not completed)", 1],
    ["学歴\n2012年4月 某大学 工学部 入学", 0],
    ["Summary\nTwenty years of experience.", 0],
  ])("%s", (text, expected) => {
    expect(level(text, "bachelor")).toBe(expected);
  });
});

describe("judgeEducation", () => {
  it.each([
    "Experience\n2015 - 2019 Acme, Scrum Master\nSupervised PhD students and mentored master's students.",
    "Experience\n2015 - 2019 Acme\nHandled master data and sales promotion in Asia.",
    "工作经历\n2015 - 2019 日本科学出版社",
    "Education\n2010 - 2014 Scrum training\nSkills\nMS Office, BA tools",
  ])("finds no degree in %s", (text) => {
    expect(level(text, "bachelor")).toBe(0);
  });

  it("asks for the subject, in the line or beside it", () => {
    const subjects = ["Computer Science", "计算机", "Informatik", "情報工学"];
    expect(level("Education\nBSc Computer Science, 2013", "bachelor", subjects)).toBe(3);
    expect(level("Education\nUniversity of Leeds, BSc\nComputer Science", "bachelor", subjects)).toBe(3);
    expect(level("Education\nBA History, 2013", "bachelor", subjects)).toBe(2);
    expect(level("教育背景\n2012 - 2016 某大学 计算机科学与技术 本科", "bachelor", subjects)).toBe(3);
  });

  it("does not take degree names among the terms for subjects", () => {
    expect(level("Education\nBA History, 2013", "bachelor", ["Bachelor", "本科", "学士"])).toBe(3);
  });

  it("takes finished studies before unfinished ones for what they are", () => {
    expect(level("Education\nMSc Physics, in progress\nBSc Physics, 2020", "bachelor")).toBe(3);
    expect(level("Education\nMSc Physics, in progress", "bachelor")).toBe(3);
    expect(level("Education\nMSc Physics, in progress", "master")).toBe(2);
  });

  it("takes a university without a named degree for partial at most", () => {
    expect(level("Education\n2009 – 2013 University of Lagos", "bachelor")).toBe(2);
    expect(level("Education\n2009 – 2013 University of Lagos", "secondary")).toBe(2);
  });

  it("control: the section decides whether a bare Master is a degree", () => {
    expect(level("Education\nMaster, 2015", "master")).toBe(3);
    expect(level("Experience\n2015 - 2019 Acme\nMaster of the release train", "master")).toBe(0);
  });
});
