import Ajv from "ajv";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jsonResume } from "../../../workers/documents/structure.ts";
import { foldLine } from "../../../workers/evaluation/lines.ts";
import official from "../../fixtures/json-resume/schema-1.0.0.json";
import { structureOf } from "./outline.ts";
import { ALL, CHINESE, ENGLISH_RIGHT_DATES } from "./resumes.ts";

const resumeOf = (text: string) => jsonResume(structureOf(text), text);
/** The schema is written for draft 4, and uses nothing that draft 7 reads in another way. */
const { $schema: _draft, ...schema } = official;
const validate = new Ajv({ strict: false, validateFormats: false }).compile(schema);

describe("jsonResume", () => {
  it.each(Object.entries(ALL))("of %s is valid under schema v1.0.0", (_name, text) => {
    expect([validate(resumeOf(text)), validate.errors]).toEqual([true, null]);
  });

  it("control: null for what is absent would not be valid, nor would a field of our own at the top", () => {
    const resume = resumeOf(CHINESE);
    expect(validate({ ...resume, work: [{ name: null }] })).toBe(false);
    expect(validate({ ...resume, x_ours: 1 })).toBe(false);
  });

  it("has the text's own words, dates as far as they go, and what goes on", () => {
    const { basics, work, education, skills, certificates } = resumeOf(ENGLISH_RIGHT_DATES);
    expect(basics).toMatchObject({ label: "Backend Engineer" });
    expect(work[0]).toMatchObject({
      name: "Acme Rail",
      position: "Senior Developer",
      startDate: "2019-01",
      x_current: true,
      highlights: ["Built the booking service", "Led a team of five"],
    });
    expect(work[0]).not.toHaveProperty("endDate");
    expect(work[1]).toMatchObject({ startDate: "2016-06", endDate: "2018-12" });
    expect(education[1]).toMatchObject({ institution: "Leeds Grammar School", endDate: "2013" });
    expect(education[1]).not.toHaveProperty("startDate");
    expect(skills[0]).toMatchObject({ name: "Languages", keywords: ["Go", "Rust", "Python 3"] });
    expect(certificates[0]).toMatchObject({ issuer: "Example Cloud", date: "2021-03" });
  });

  it("names a language by its code where only a test tells of it", () => {
    const [english] = resumeOf("語学\nTOEIC 860点").languages;
    expect(english).toMatchObject({ fluency: "TOEIC 860", x_code: "en" });
    expect(english).not.toHaveProperty("language");
  });

  it("holds no name, and no placeholder of one, among the basics", () => {
    for (const text of Object.values(ALL)) {
      expect(JSON.stringify(resumeOf(text).basics)).not.toMatch(/\[(?:NAME|EMAIL|PHONE)/);
    }
  });

  it.each(Object.entries(ALL))("of %s points at the very words that it gives", (_name, text) => {
    const resume = resumeOf(text);
    const { work, education, projects, skills, languages, certificates, awards, publications } = resume;
    const items = [work, education, projects, skills, languages, certificates, awards, publications].flat();
    for (const item of items as (Record<string, unknown> & {
      x_spans: Record<string, { start: number; end: number }[]>;
    })[]) {
      for (const [field, value] of Object.entries(item)) {
        if (typeof value !== "string" || /Date$|^date$|^x_/.test(field)) continue;
        const words = item.x_spans[field]!.map(({ start, end }) => foldLine(text.slice(start, end)));
        expect(words.join(", ")).toBe(value);
      }
    }
  });

  it("of any text is valid", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...Object.values(ALL).flatMap((text) => text.split("\n"))), {
          maxLength: 30,
        }),
        (lines) => {
          expect([validate(resumeOf(lines.join("\n"))), validate.errors]).toEqual([true, null]);
        },
      ),
    );
  });
});
