import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyOpens, buildLexicon, longestMatch, scanLexicon } from "../../workers/redaction/lexicon.ts";
import { readLayout } from "../../workers/redaction/lines.ts";

const words = (list: readonly string[]) => buildLexicon(list.map((word) => [word, word] as const));

/** Few letters, so that phrases share their beginnings; blanks part words of letters alone. */
const unitsOf = (...units: string[]) =>
  fc.string({ unit: fc.constantFrom(...units), minLength: 1, maxLength: 7 });
const phrase = fc.oneof(unitsOf("a", "b", "c", " "), unitsOf("a", "姓", "名"));
const phrases = fc
  .array(phrase, { minLength: 1, maxLength: 12 })
  .map((list) => list.map((one) => one.trim().replace(/ +/g, " ")).filter((one) => one !== ""))
  .filter((list) => list.length > 0);

describe("a lexicon", () => {
  it("finds each of its phrases where it stands alone", () => {
    fc.assert(
      fc.property(phrases, (list) => {
        for (const one of list) expect(longestMatch(words(list), one, 0)?.end).toBe(one.length);
      }),
    );
  });

  it("says of each of its phrases that it may open there", () => {
    fc.assert(
      fc.property(phrases, phrases, (first, second) => {
        const opens = anyOpens([words(first), words(second)]);
        for (const one of [...first, ...second]) expect(opens(`- ${one} -`, 2)).toBe(true);
      }),
    );
  });

  it.each([
    ["blanks that justify a label", "姓　　名：".replaceAll("　", " "), "姓名"],
    ["several blanks for one", "date   of birth", "date of birth"],
    ["one letter", "w: 5", "w"],
  ])("reads over %s", (_name, text, wanted) => {
    expect(longestMatch(words(["姓名", "date of birth", "w"]), text, 0)?.value).toBe(wanted);
  });

  it("takes the longest of the phrases and no part of a word", () => {
    const lexicon = words(["date", "date of birth"]);
    const found = (text: string) =>
      scanLexicon(lexicon, text, readLayout(text).starts).map(({ value }) => value);
    expect(found("date of birth, dates, update, date")).toEqual(["date of birth", "date"]);
  });
});
