import { describe, expect, it } from "vitest";
import { redact } from "../../workers/redaction/redact.ts";
import { CHINESE_CASES } from "./cases/chinese.ts";
import { ENGLISH_CASES } from "./cases/english.ts";
import { GERMAN_CASES } from "./cases/german-french.ts";
import { JAPANESE_CASES } from "./cases/japanese.ts";
import { KOREAN_CASES } from "./cases/korean.ts";
import { readMarked } from "./marked.ts";
import { countSteps, isUnbounded, nestsUnbounded } from "./step-counter.ts";

const plain = (cases: readonly string[]): string => cases.map((marked) => readMarked(marked).text).join("\n");

/** Texts whose repetition has tempted a scanner to look back or ahead over all of it. */
const REPEATED: Record<string, string> = {
  "a Chinese résumé": plain(CHINESE_CASES.slice(0, 12)),
  "a Japanese résumé": plain(JAPANESE_CASES.slice(0, 12)),
  "a Korean résumé": plain(KOREAN_CASES.slice(0, 12)),
  "an English résumé": plain(ENGLISH_CASES.slice(0, 12)),
  "a German résumé": plain(GERMAN_CASES.slice(0, 12)),
  "one letter": "a",
  "one long line of labels": "Name: Jane Doe Phone: ",
  "labels without values": "姓名：",
  "labels of numbers without numbers": "Passport none NI number none Steuer-ID keine ",
  "labels of persons": "Referees: Jane Roe, John Doe, ",
  "labels of a form": "Religion Hindu Caste OBC ",
  companions: "with Jane Doe and John Roe ",
  "lists of authors": "Jane Doe, John Roe and Ann Poe\n",
  "one endless list of authors": "Jane Doe, ",
  "companions in Han": "与王小明、李小红",
  "facts in pieces": "57 years | Single, and a Canadian | ",
  "places in Korean": "전라남도 순천시 ",
  "titles in Han": "张伟教授，",
  "titles in Hangul": "김철수 부장 ",
  "masked numbers": "138****8000 xx-xx ",
  hosts: "a.b.com/",
  digits: "1",
  "single digits": "1 ",
  "plus signs": "+1 (2) ",
  "at signs": "@",
  "local parts": "a.b+c@",
  "dotted words": "a.",
  slashes: "http://",
  blanks: " ",
  newlines: "\n",
  tabs: "\t",
  brackets: "((",
  titles: "Dr. ",
  "capitalised words": "Jane ",
  "headings of referees": "References\nJane Doe\n",
  "PIN codes": "560034, ",
  "house numbers": "12 Main St ",
  "Chinese roads": "中山路1号",
  "Japanese blocks": "港区1-2-3",
  "Korean roads": "테헤란로 1 ",
  asterisks: "1**",
  "invisible marks": "a\u200b",
};

const grown = (unit: string, length: number): string => unit.repeat(Math.ceil(length / unit.length));

describe("the cost of redaction", () => {
  it.each(Object.entries(REPEATED))("grows no faster than the text made of %s", (_name, unit) => {
    const small = countSteps(() => redact(grown(unit, 6_000))).total;
    const large = countSteps(() => redact(grown(unit, 48_000))).total;
    expect(large / small).toBeLessThan(8 * 1.5);
  });

  it("grows no faster than a text that names ever other persons", () => {
    const referees = (count: number): string =>
      Array.from({ length: count }, (_, i) => {
        const given = String.fromCharCode(0x4e00 + (i % 97), 0x5000 + Math.floor(i / 97));
        return `证明人：王${given}（部门经理）`;
      }).join("\n");
    const small = countSteps(() => redact(referees(300))).total;
    const large = countSteps(() => redact(referees(2_400))).total;
    expect(redact(referees(300)).redaction.entities.length).toBeGreaterThan(200);
    expect(large / small).toBeLessThan(8 * 1.5);
  });

  it("uses no pattern that repeats something unbounded without bound", () => {
    const { patterns } = countSteps(() => redact(Object.values(REPEATED).join("\n")));
    expect([...patterns.keys()].filter(nestsUnbounded)).toEqual([]);
  });

  it("gives only patterns of bounded length the whole text", () => {
    const { patterns } = countSteps(() => redact(Object.values(REPEATED).join("\n").repeat(3)));
    const onLongInputs = [...patterns].filter(([, use]) => use.longest > 1_000).map(([source]) => source);
    expect(onLongInputs.length).toBeGreaterThan(10);
    expect(onLongInputs.filter(isUnbounded)).toEqual([]);
  });
});

describe("the counter itself", () => {
  it("notices a scan that starts over at every place", () => {
    const quadratic = (text: string): void => {
      for (let i = 0; i < text.length; i++) text.slice(i);
    };
    const small = countSteps(() => quadratic("a".repeat(500))).total;
    const large = countSteps(() => quadratic("a".repeat(4_000))).total;
    expect(large / small).toBeGreaterThan(40);
  });

  it.each(["(a+)+$", "(?:\\d+,?)*x", "([ab]*c)*"])("notices the nested repetition of %s", (source) => {
    expect(nestsUnbounded(source)).toBe(true);
  });

  it.each(["(?:ab){1,8}", "[a+]{1,3}", "\\+\\d{2}"])("takes %s for bounded", (source) => {
    expect(isUnbounded(source)).toBe(false);
  });
});
