import { describe, expect, it } from "vitest";
import { inventCorpus } from "../../bench/corpus/corpus.ts";
import { wrapped } from "../../bench/corpus/layouts/row-stream.ts";
import { mark, plain, unmark, upperCased } from "../../bench/corpus/marked.ts";
import { ENTITY_TYPES } from "../../workers/redaction/types.ts";

describe("the corpus", () => {
  const files = inventCorpus(72, "test");

  it("is the same for the same seed, begins like a longer one, and is another for another seed", () => {
    expect(inventCorpus(24, "test")).toEqual(files.slice(0, 24));
    expect(inventCorpus(1, "other")[0]?.gold).not.toBe(files[0]?.gold);
  });

  it("has no mark and no template left in gold or page", () => {
    for (const { gold, html, otherGold } of files) {
      expect(gold + (otherGold ?? "")).not.toMatch(/[⟦⟧{}]|undefined|\bNaN\b/);
      expect(html.slice(html.indexOf("<body>"))).not.toMatch(/[⟦⟧{}]|undefined|\bNaN\b/);
    }
  });

  it("has spans that lie in the text, do not overlap and are trimmed", () => {
    for (const { gold, spans } of files) {
      let from = 0;
      for (const { type, start, end } of spans) {
        expect(ENTITY_TYPES).toContain(type);
        expect(start).toBeGreaterThanOrEqual(from);
        const value = gold.slice(start, end);
        expect(value).toBe(value.trim());
        expect(value).not.toBe("");
        from = end;
      }
    }
  });

  it("gives both halves, all languages, several formats, and hidden sentences that the gold does not hold", () => {
    expect(new Set(files.map(({ half }) => half))).toEqual(new Set(["seen", "unseen"]));
    expect(new Set(files.map(({ locale }) => locale)).size).toBe(12);
    expect(new Set(files.map(({ format }) => format)).size).toBe(5);
    const planted = files.filter(({ plant }) => plant !== null);
    expect(planted.length).toBeGreaterThan(20);
    for (const { gold, html, plant } of planted) {
      expect(gold).not.toContain(plant?.text);
      expect(html).toContain(plant?.text);
    }
  });

  it("says the same lines in its other order", () => {
    for (const { gold, otherGold } of files)
      if (otherGold !== null) expect(otherGold.split("\n").sort()).toEqual(gold.split("\n").sort());
  });
});

describe("marked text", () => {
  it("gives the text and where the marked values stand in it", () => {
    const { text, spans } = unmark([`Name: ${mark("NAME", "Ann")}`, `${mark("PHONE", "07700 900123")}.`]);
    expect(text).toBe("Name: Ann\n07700 900123.");
    expect(spans.map(({ type, start, end }) => [type, text.slice(start, end)])).toEqual([
      ["NAME", "Ann"],
      ["PHONE", "07700 900123"],
    ]);
  });

  it("keeps the types of its marks when set in capitals", () => {
    expect(upperCased(`über ${mark("NAME", "Ann")}`, "de")).toBe(`ÜBER ${mark("NAME", "ANN")}`);
    expect(plain(upperCased(mark("NAME", "Ann"), "en"))).toBe("ANN");
  });

  it("breaks lines without losing a letter", () => {
    const text = "負責 TypeScript 的開發 and a good deal more of it";
    expect(wrapped(text, 8).join("").replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
  });
});
