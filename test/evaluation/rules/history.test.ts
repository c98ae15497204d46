import { describe, expect, it } from "vitest";
import { numberLines } from "../../../workers/evaluation/lines.ts";
import { readHistory } from "../../../workers/evaluation/rules/history.ts";
import { headingOf } from "../../../workers/evaluation/rules/sections.ts";

const NOW = 2026 * 12 + 10;
const month = (index: number) => `${Math.trunc(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`;
const history = (text: string) => readHistory(numberLines(text), NOW);
const jobs = (text: string) =>
  history(text)
    .spells.filter(({ kind }) => kind === "work")
    .map(({ from, to }) => `${month(from)}..${month(to - 1)}`);

describe("headingOf", () => {
  it.each<[string, string]>([
    ["WORK EXPERIENCE", "work"],
    ["Work experience:", "work"],
    ["3. Education", "education"],
    ["== Skills ==", "skill"],
    ["S K I L L S", "skill"],
    ["Licenses & Certifications", "certificate"],
    ["工作经历", "work"],
    ["【教育背景】", "education"],
    ["一、专业技能", "skill"],
    ["工 作 经 历", "work"],
    ["工作经历 Work Experience", "work"],
    ["Education 教育背景", "education"],
    ["■職歴", "work"],
    ["免許・資格", "certificate"],
    ["自己ＰＲ", "summary"],
    ["Berufserfahrung", "work"],
    ["Aus- und Weiterbildung", "education"],
    ["경력 사항", "work"],
    ["Expérience professionnelle", "work"],
    ["Formación académica", "education"],
    ["本人希望記入欄", "wanted"],
  ])("knows %s", (text, section) => {
    expect(headingOf(text)).toEqual({ section, rest: "" });
  });

  it("knows a heading with its value on the same line", () => {
    expect(headingOf("Skills: Go, Java")).toEqual({ section: "skill", rest: "Go, Java" });
    expect(headingOf("求职意向：后端开发工程师")).toEqual({ section: "wanted", rest: "后端开发工程师" });
  });

  it.each([
    "Experience with Java",
    "Go, Java",
    "Managed the skills programme",
    "教育行业经验丰富",
    "Phone: [PHONE_1]",
    "",
  ])("takes %s for no heading", (text) => {
    expect(headingOf(text)).toBeNull();
  });
});

describe("readHistory finds the jobs", () => {
  it.each<[string, string, string[]]>([
    [
      "with dates in front",
      "Experience\n2015.03 - 2019.08 Acme GmbH\nBuilt it.\n2019.09 - 2020.01 Other AG",
      ["2015-03..2019-08", "2019-09..2020-01"],
    ],
    [
      "with dates at the end",
      "Experience\nStaff Engineer, Acme, 2015 – 2019\nBuilt it.",
      ["2015-07..2019-06"],
    ],
    ["with dates in a cell", "Work experience\nAcme Rail | 03/2019 – 05/2021 | Leeds", ["2019-03..2021-05"]],
    ["with dates in brackets", "Experience\nAcme Rail (2019 – 2021)", ["2019-07..2021-06"]],
    ["that go on", "Berufserfahrung\n09.2019 - heute Muster AG", ["2019-09..2026-11"]],
    [
      "of a Japanese table, each with its end",
      "職歴\n2016年4月 株式会社甲 入社\n2019年3月 株式会社甲 退社\n2019年5月 株式会社乙 入社\n2021年6月 同社 退職",
      ["2016-04..2019-03", "2019-05..2021-06"],
    ],
    [
      "of a Japanese table that only enters",
      "職歴\n2016年4月 株式会社甲 入社\n2021年10月 株式会社乙 入社",
      ["2016-04..2021-09", "2021-10..2026-11"],
    ],
    [
      "of a Japanese table in cells",
      "職歴\n2016 4 株式会社甲 入社\n2019 3 株式会社甲 退社",
      ["2016-04..2019-03"],
    ],
    ["of Chinese entry rows", "工作经历\n2019年4月 入职某科技有限公司\n2022年8月 离职", ["2019-04..2022-08"]],
    [
      "without any heading, studies left out",
      "2010 - 2014 University of Leeds, BSc\n2014 - 2018 Acme Ltd, Engineer",
      ["2014-07..2018-06"],
    ],
    [
      "under education that are jobs",
      "Education\n2010 - 2014 University of Leeds\n2014.01 - 2016.12 Software Engineer, Acme Ltd",
      ["2014-01..2016-12"],
    ],
    [
      "behind an inner heading",
      "Experience\n2019.01 - 2020.12 Acme Ltd\nTechnologies\nGo, Java, Kafka\n2017.01 - 2018.12 Other Ltd",
      ["2019-01..2020-12", "2017-01..2018-12"],
    ],
  ])("%s", (_name, text, expected) => {
    expect(jobs(text)).toEqual(expected);
  });

  it.each<[string, string]>([
    ["times of study", "Education\n2012.09 - 2016.06 Leeds University, BSc Computer Science"],
    ["school rows of a Japanese table", "学歴\n2012年4月 某大学 入学\n2016年3月 某大学 卒業"],
    ["dates amid a sentence", "Experience\nMigrated records from 1987 to 2015 for the archive."],
    ["dates of the future", "Experience\n2030 - 2032 Acme Ltd"],
    ["dates that run backwards", "Experience\n2024.05 - 2019.04 Acme Ltd"],
    ["dates of certificates", "Certifications\nAWS Certified, 2019 - 2022"],
    ["dates of what is wanted", "Objective\n2019 - 2022 Java Developer"],
  ])("but no job in %s", (_name, text) => {
    expect(jobs(text)).toEqual([]);
  });

  it("counts overlapping jobs once", () => {
    expect(
      history("Experience\n2015.01 - 2018.12 Acme Ltd\nA.\n2017.01 - 2019.12 Other Ltd\nB.").workMonths,
    ).toBe(60);
  });

  it("gives lines to the job they tell of, the title above the dates included", () => {
    const { lines } = history(
      "Experience\nJava Developer\nAcme Ltd\n2015 – 2018\nBuilt it.\nGo Developer\nOther Ltd\n2018 – 2020\nRan it.",
    );
    const own = lines.map(({ spells }) => (spells[0] ? Math.trunc(spells[0].from / 12) : null));
    expect(own).toEqual([null, 2015, 2015, 2015, 2015, 2018, 2018, 2018, 2018]);
  });

  it("ends a job where studies begin, in a résumé without headings", () => {
    const { lines } = history(
      "2014 - 2018 Acme Ltd, Engineer\nBuilt it.\n2010 - 2014 University of Leeds, BSc\nWrote a thesis.",
    );
    expect(lines.map(({ spells }) => spells.length)).toEqual([1, 1, 0, 0]);
  });

  it("reads the blocks of a skill sheet as work", () => {
    const sheet =
      "スキルシート\nJava 6年\n期間: 2018年4月～2020年3月\n案件: ECサイト構築\n使用技術: Java, MySQL, AWS";
    expect(jobs(sheet)).toEqual(["2018-04..2020-03"]);
    expect(history(sheet).lines.at(-1)!.spells.length).toBe(1);
  });

  it("gives lines to the date below them where a column of dates was read after the text", () => {
    const job = (title: string) =>
      `${title}\nDesigned the ledger of the company.\nMoved it to another platform.\nLeeds, UK`;
    const { lines } = history(
      `Experience\n${job("Acme, Developer")}\n2015 – 2018\n${job("Other, Developer")}\n2018 – 2020\nPage 1`,
    );
    const own = lines.map(({ spells }) => (spells[0] ? Math.trunc(spells[0].from / 12) : null));
    expect(own).toEqual([null, 2015, 2015, 2015, 2015, 2015, 2018, 2018, 2018, 2018, 2018, null]);
  });

  it("control: were studies counted, the months would be more", () => {
    const text = "2010 - 2014 University of Leeds, BSc\n2014 - 2018 Acme Ltd, Engineer";
    expect(history(text).workMonths).toBe(48);
    expect(history(text.replace("University of Leeds, BSc", "Leeds Ltd, Engineer")).workMonths).toBe(96);
  });
});
