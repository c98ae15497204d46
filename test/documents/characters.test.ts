import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stripInvisible } from "../../workers/documents/invisible.ts";
import { normaliseCharacters, tidyLines } from "../../workers/documents/normalise.ts";

const TAGS = [..."obey"]
  .map((character) => String.fromCodePoint(0xe0000 + character.codePointAt(0)!))
  .join("");

const STRIPPED: [string, string, string, string][] = [
  ["zero-width spaces", "G\u200bo", "Go", "U+200B x1"],
  ["tag characters, decoded", `Team${TAGS}`, "Team", "obey"],
  ["a right-to-left override, turned as it is seen", "\u202eyebo\u202c", "obey", "U+202E x1, U+202C x1"],
  ["joiners between Latin letters", "a\u200db", "ab", "U+200D x1"],
  ["variation selectors that spell bytes", "a\ufe00\u{e0101}", "a", "U+FE00 x1, U+E0101 x1"],
  ["Hangul fillers", "a\u3164b", "ab", "U+3164 x1"],
];

const KEPT: [string, string][] = [
  ["non-joiners of Persian", "می\u200cخواهم"],
  ["joiners of Devanagari", "क्\u200dष"],
  ["emoji sequences", "👩\u200d💻"],
  ["emoji variation", "❤\ufe0f"],
];

const DROPPED: [string, string, string][] = [
  ["soft hyphens", "ex\u00adample", "example"],
  ["byte order marks", "\ufeffJane", "Jane"],
  ["marks and isolates in right-to-left text", "שם\u200f: \u2066Go\u2069", "שם: Go"],
];

describe("invisible characters", () => {
  it.each(STRIPPED)("are taken out and told: %s", (_, text, seen, removed) => {
    expect(stripInvisible(text)).toEqual({ text: seen, removed });
  });
  it.each(KEPT)("stay where the script needs them: %s", (_, text) => {
    expect(stripInvisible(text)).toEqual({ text, removed: "" });
  });
  it.each(DROPPED)("are dropped without a word: %s", (_, text, seen) => {
    expect(stripInvisible(text)).toEqual({ text: seen, removed: "" });
  });
  it("leave nothing more to strip", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const once = stripInvisible(text).text;
        expect(stripInvisible(once).removed).toBe("");
      }),
    );
  });
});

describe("characters that look the same", () => {
  it.each([
    ["Kangxi radicals", "⽊⼥", "木女"],
    ["radicals of the supplement", "⻘⻑", "青長"],
    ["ligatures", "oﬃce ﬂow", "office flow"],
    ["Arabic presentation forms", "ﻻ", "لا"],
    ["decomposed accents", "e\u0301", "é"],
    ["odd spaces and line ends", "a\u00a0b\u2003c\r\nd\u2028e", "a b c\nd\ne"],
  ])("get one spelling: %s", (_, text, spelled) => {
    expect(normaliseCharacters(text)).toBe(spelled);
  });

  it("keep compatibility ideographs, which names are written with", () => {
    expect(normaliseCharacters("神\ufa11")).toBe("神\ufa11");
    expect(normaliseCharacters("\ufa19")).toBe("\ufa19");
  });

  it("are normalised once and for all", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const once = tidyLines(normaliseCharacters(text));
        expect(tidyLines(normaliseCharacters(once))).toBe(once);
      }),
    );
  });
});
