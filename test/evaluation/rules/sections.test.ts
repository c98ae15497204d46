import { describe, expect, it } from "vitest";
import { headingOf, type Section } from "../../../workers/evaluation/rules/sections.ts";
import { HEADINGS, SECTIONS } from "../../../workers/evaluation/rules/tables/headings.ts";

describe("the section that a line opens", () => {
  it.each<[string, Section]>([
    ["Work Experience", "work"],
    ["■ 職歴", "work"],
    ["S K I L L S", "skill"],
    ["工作经历 Work Experience", "work"],
    ["3. Education", "education"],
    ["Esperienza professionale", "work"],
    ["Escolaridade", "education"],
    ["Competenze linguistiche", "language"],
    ["Tempo libero", "interest"],
    ["擅長工具", "skill"],
    ["語文能力", "language"],
    ["Dados pessoais", "personal"],
    ["Prêmios", "certificate"],
  ])("%s is %s", (line, section) => {
    expect(headingOf(line)).toEqual({ section, rest: "" });
  });

  it("takes what follows a heading on its own line, and no sentence for one", () => {
    expect(headingOf("Skills: Go, Java")).toEqual({ section: "skill", rest: "Go, Java" });
    expect(headingOf("My experience with payments began in 2014")).toBeNull();
    expect(headingOf("Formazione continua del personale di vendita")).toBeNull();
  });

  it("has each heading in one section alone", () => {
    const seen = new Map<string, Section>();
    for (const section of SECTIONS)
      for (const heading of HEADINGS[section]) {
        expect([heading, seen.get(heading)]).toEqual([heading, undefined]);
        seen.set(heading, section);
      }
  });
});
