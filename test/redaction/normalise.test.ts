import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold, normalise } from "../../workers/redaction/normalise.ts";

describe("normalise", () => {
  it.each([
    ["full-width digits and letters", "１３８ＡＢ", "138AB"],
    ["the ideographic and the no-break space", "姓\u3000名\u00a0x", "姓 名 x"],
    ["typographic dashes", "2015–2019 — 138‐0013", "2015-2019 - 138-0013"],
    ["typographic apostrophes", "D’Aubigny", "D'Aubigny"],
    ["decomposed accents", "E\u0301loi\u0308se", "Éloïse"],
    ["decomposed Hangul", "김하늘".normalize("NFD"), "김하늘"],
    ["half-width katakana with voicing marks", "ｶﾞｷﾞ", "ガギ"],
    ["radicals that PDF fonts give for ideographs", "\u2f25性", "女性"],
    ["ligatures", "o\ufb03ce", "office"],
    ["square eras and companies", "㍻5年 ㈱", "平成5年 (株)"],
    ["styled letters", "𝐉𝐨𝐡𝐧", "John"],
    ["invisible characters", "a\u200bb\u00ad@c\ufeff", "ab@c"],
    ["Arabic-Indic and Devanagari digits", "٠١٢ ०१२", "012 012"],
    ["carriage returns", "a\r\nb\rc", "a \nb\nc"],
  ])("reads %s", (_name, given, wanted) => {
    expect(normalise(given).text).toBe(wanted);
  });

  it("folds case and accents and keeps the length", () => {
    expect(fold("ÉLOÏSE Weißmüller Øre İ")).toBe("eloise weißmuller ore i");
  });

  it("keeps the length of any text when it folds", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => fold(text).length === text.length));
  });

  it("brings every span back to a place of the source whose normal form it is", () => {
    const unit = fc.constantFrom(
      "a",
      "é",
      "e\u0301",
      "\u200b",
      "ﬁ",
      "㈱",
      "하".normalize("NFD"),
      "ｶﾞ",
      "１",
      "😀",
      "\n",
      "𝐉",
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 30 }), fc.nat(), fc.nat(), (units, a, b) => {
        const source = units.join("");
        const view = normalise(source);
        const [start, end] = [a % (view.text.length + 1), b % (view.text.length + 1)].sort(
          (x, y) => x - y,
        ) as [number, number];
        if (start === end) return;
        const from = view.sourceStart(start);
        const to = view.sourceEnd(end);
        expect(from).toBeGreaterThanOrEqual(0);
        expect(to).toBeLessThanOrEqual(source.length);
        expect(to).toBeGreaterThan(from);
        expect(normalise(source.slice(from, to)).text).toContain(view.text.slice(start, end));
      }),
    );
  });

  it("maps a span behind an invisible character to its own characters", () => {
    const source = "x\u200b\u200bjane@example.com\u200b y";
    const view = normalise(source);
    const start = view.text.indexOf("jane");
    const end = view.text.indexOf(" y");
    expect(source.slice(view.sourceStart(start), view.sourceEnd(end))).toBe("jane@example.com");
  });
});
