import { describe, expect, it } from "vitest";
import { CASES, type Outline } from "./cases.ts";
import { AT, outline, structureOf } from "./outline.ts";

describe("readStructure reads", () => {
  it.each(CASES)("%s", (_name, text, expected) => {
    expect(outline(text)).toMatchObject(expected);
  });

  it.each<[string, string]>([
    ["Acme Ltd, Developer, 2019 – 2020", "Acme Ltd | Developer"],
    ["Developer at Acme, 2019 – 2020", "Acme | Developer"],
    ["Developer, Acme, Inc., Leeds, UK, 2019 – 2020", "Acme, Inc. | Developer"],
    ["Acme | Developer | 2019 – 2020", "Acme | Developer"],
    ["2019 – 2020: Developer – Acme", "Acme | Developer"],
    ["Acme (2019 – 2020)", "Acme | ?"],
    ["Baker, Golden Crumb, 2019 – 2020", "Golden Crumb | Baker"],
    ["Example Stationery Ltd, Leeds, 2019 – 2020", "Example Stationery Ltd | ?"],
    ["Developer, Acme, full-time, 2019 – 2020", "Acme | Developer"],
    ["[PERSON_1], Developer, 2019 – 2020", "? | Developer"],
    ["㈱サンプル ﾌﾟﾛｸﾞﾗﾏ 2019年4月～2020年3月", "㈱サンプル | ﾌﾟﾛｸﾞﾗﾏ"],
  ])("the names in %s", (line, expected) => {
    const [entry] = outline(`Experience\n${line}`).work;
    expect(entry?.replace(/^[^|]*\| /, "")).toBe(expected);
  });

  it("a date as the text writes it, months and bare years", () => {
    const text = "Experience\n2019 – 2020 Acme Ltd\nSep 2020 – Mar 2021 Other Ltd";
    expect(structureOf(text).dates.map(({ from, to }) => [from, to])).toEqual([
      [
        { year: 2019, month: null },
        { year: 2020, month: null },
      ],
      [
        { year: 2020, month: 9 },
        { year: 2021, month: 3 },
      ],
    ]);
  });

  it("dates behind characters that folding makes longer or shorter", () => {
    const text = "職歴\n㈱ｶﾞﾗｽ　２０１９年４月～２０２０年３月";
    expect(structureOf(text).dates.map(({ start, end }) => text.slice(start, end))).toEqual([
      "２０１９年４月～２０２０年３月",
    ]);
  });

  it("studies told in a sentence, and certificates one sentence each", () => {
    const { education, certificates } = outline(
      "Education\nMSc in Physics, Leeds University, 2013 to 2015. Thesis: On heat.\nCertificates\nCluster Administrator, 2022. Cloud Architect, 2020.",
    );
    expect(education).toEqual(["2013..2015 | Leeds University | MSc | Physics"]);
    expect(certificates).toEqual(["Cluster Administrator | 2022 | ?", "Cloud Architect | 2020 | ?"]);
  });

  it("jobs without dates, by their empty lines", () => {
    const text =
      "Experience\n\nAcme Ltd, Developer\n- Built it\nand ran it\n\nOther Ltd, Designer\n- Drew it";
    expect(outline(text).work).toEqual(["- | Acme Ltd | Developer", "- | Other Ltd | Designer"]);
  });

  it("jobs that go on behind a heading inside a job as one section", () => {
    const text =
      "Experience\n2019.01 - 2020.12 Acme Ltd\nTechnologies\nGo, Java\n2017.01 - 2018.12 Other Ltd\nEducation\nBSc";
    expect(outline(text).sections).toEqual(["experience: Experience", "education: Education"]);
    expect(outline(text).work.length).toBe(2);
  });
});

describe("readStructure says nothing of", () => {
  it.each<[string, string, (seen: Outline) => unknown]>([
    ["two names that nothing tells apart", "Experience\nPlum, Heron, 2019 – 2020", ({ work }) => work],
    ["a range that runs backwards", "Experience\nPlum 2020 – 2015", () => ["2019..2020 | ? | ?"]],
  ])("%s", (_name, text, seen) => {
    expect(outline(text).work.every((entry) => entry.endsWith("| ? | ?"))).toBe(true);
    expect(seen(outline(text))).toEqual(["2019..2020 | ? | ?"]);
  });

  it.each<[string, string]>([
    ["a denied language", "Languages\nNo German"],
    ["a sentence among skills", "Skills\nI led the team and presented it."],
    ["a placeholder among skills", "Skills\n[PERSON_1], [LINK_2]"],
  ])("%s", (_name, text) => {
    const { skills, languages } = outline(text);
    expect([...skills, ...languages]).toEqual([]);
  });

  it("an empty text", () => {
    expect(structureOf("")).toMatchObject({ sections: [], dates: [], work: [], skills: [], workMonths: 0 });
  });
});

describe("the months of work", () => {
  it("count an overlap once, and control: a plain sum does not", () => {
    const text = "Experience\n2015.01 - 2018.12 Acme Ltd\n2017.01 - 2019.12 Other Ltd";
    expect(structureOf(text).workMonths).toBe(60);
    expect(48 + 36).toBeGreaterThan(60);
  });

  it("end with the month of reading", () => {
    expect(structureOf("Experience\n2026.01 - present Acme Ltd").workMonths).toBe(AT.month);
    expect(structureOf("Experience\n2030 - 2032 Acme Ltd").workMonths).toBe(0);
  });

  it("leave studies out, and control: as jobs the same dates count", () => {
    const text = "2010 - 2014 University of Leeds, BSc";
    expect(structureOf(text).workMonths).toBe(0);
    expect(structureOf(text.replace("University of Leeds, BSc", "Leeds Ltd")).workMonths).toBe(48);
  });
});
