import { describe, expect, it } from "vitest";
import { ATTENTION_REASONS, LOCALES } from "../../../web/careers/index.ts";
import { MESSAGES } from "../../../web/careers/messages/index.ts";
import { reasonWords } from "../../../web/careers/reasons.ts";

/** Every text by its key; functions are called with a word that is the same in all languages. */
function texts(node: unknown, path = ""): Map<string, string> {
  if (typeof node === "string") return new Map([[path, node]]);
  if (typeof node === "function") return texts((node as (word: string) => unknown)("Acme"), path);
  return new Map(
    Object.entries(node as object).flatMap(([key, value]) => [
      ...texts(value, path ? `${path}.${key}` : key),
    ]),
  );
}

const en = texts(MESSAGES.en);
const zh = texts(MESSAGES["zh-CN"]);

describe("the words of the pages", () => {
  it("have the same keys in every language", () => {
    expect([...zh.keys()].sort()).toEqual([...en.keys()].sort());
    expect(en.size).toBeGreaterThan(150);
  });

  it("are never empty and never left in another language", () => {
    for (const [key, text] of en) {
      expect(text.trim() || key === "layout.comma", key).not.toBe("");
      expect(text, key).not.toMatch(/\p{Script=Han}/u);
    }
    for (const [key, text] of zh) if (key !== "layout.comma") expect(text, key).toMatch(/\p{Script=Han}/u);
  });

  it("would be missed if one were gone", () => {
    const { layout: _, ...rest } = MESSAGES["zh-CN"];
    expect([...texts(rest).keys()].sort()).not.toEqual([...en.keys()].sort());
  });

  it("count in English as English does", () => {
    expect([0, 1, 2].map((n) => MESSAGES.en.list.open(n))).toEqual([
      "0 open jobs",
      "1 open job",
      "2 open jobs",
    ]);
    expect([1, 3].map((n) => MESSAGES.en.list.matching(n))).toEqual(["1 job matches", "3 jobs match"]);
  });

  it.each([
    ["北辰能源", "加入北辰能源"],
    ["Acme", "加入 Acme "],
    ["Acme 中国", "加入 Acme 中国"],
  ])("set a space between Chinese and Latin only: %s", (name, title) => {
    expect(MESSAGES["zh-CN"].list.title(name)).toBe(title);
  });

  it("tell each reason apart, in each language", () => {
    for (const locale of LOCALES) {
      const told = ATTENTION_REASONS.map((reason) => reasonWords(reason, locale).happened);
      expect(new Set(told).size).toBe(told.length);
      for (const text of told) expect(/\p{Script=Han}/u.test(text)).toBe(locale === "zh-CN");
    }
  });
});
