import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DescriptionBlock, parseDescription } from "../../../web/careers/description-blocks.ts";
import { countryName, formatAmount, formatDate, placeOf } from "../../../web/careers/format.ts";
import {
  applyPath,
  careersPath,
  type Locale,
  localeOf,
  statusPath,
  withLocale,
} from "../../../web/careers/index.ts";
import { problemKind } from "../../../web/careers/problem-page.tsx";

describe("dates", () => {
  it.each([
    ["2026-11-03T23:30:00Z", "en", "3 November 2026"],
    ["2026-11-03T23:30:00Z", "zh-CN", "2026年11月3日"],
    ["2026-11-03T23:30:00-05:00", "en", "4 November 2026"],
    ["2026-01-01", "en", "1 January 2026"],
  ] as const)("%s in %s is %s, whatever the machine's time zone", (iso, locale, text) => {
    expect(formatDate(iso, locale)).toBe(text);
  });
});

describe("money", () => {
  it.each<[number, number, string, Locale, string]>([
    [72_000, 88_000, "EUR", "en", "€72,000 – €88,000"],
    [60_000, 60_000, "USD", "en", "$60,000"],
    [60_000, 60_000, "USD", "zh-CN", "US$60,000"],
    [24.5, 31, "EUR", "en", "€24.50 – €31.00"],
    [20_000, 32_000, "CNY", "zh-CN", "¥20,000 – ¥32,000"],
    [20_000, 32_000, "CNY", "en", "CN¥20,000 – CN¥32,000"],
    [5_000_000, 6_000_000, "JPY", "en", "¥5,000,000 – ¥6,000,000"],
    [1, 2, "points", "en", "1 points – 2 points"],
  ])("%d to %d %s in %s", (min, max, currency, locale, text) => {
    expect(formatAmount({ min, max, currency, period: "year" }, locale)).toBe(text);
  });
});

describe("places", () => {
  const words = { remote: "Remote", orRemote: (place: string) => `${place} or remote`, comma: ", " };
  it.each([
    ["Hamburg", "DE", false, "Hamburg, Germany"],
    ["Hamburg", "DE", true, "Hamburg, Germany or remote"],
    [null, "DE", true, "Remote, Germany"],
    [null, null, true, "Remote"],
    [null, "DE", false, "Germany"],
    ["Singapore", "SG", false, "Singapore"],
    ["Hamburg", null, false, "Hamburg"],
    [null, null, false, null],
  ])("%s, %s, remote %s", (location, country, remote, text) => {
    expect(placeOf({ location, country, remote }, "en", words)).toBe(text);
  });

  it.each([
    ["DE", "zh-CN", "德国"],
    ["Deutschland", "en", "Deutschland"],
    ["XX", "en", "XX"],
    ["", "en", ""],
  ] as const)("%s in %s is %s", (country, locale, name) => {
    expect(countryName(country, locale)).toBe(name);
  });
});

describe("a description", () => {
  it.each<[string, string, DescriptionBlock[]]>([
    ["nothing", "", []],
    ["lines of one paragraph", "a\nb", [{ kind: "paragraph", lines: ["a", "b"] }]],
    [
      "two paragraphs",
      "a\r\n\r\nb",
      [
        { kind: "paragraph", lines: ["a"] },
        { kind: "paragraph", lines: ["b"] },
      ],
    ],
    [
      "bullets below prose",
      "a\n- b\n- c",
      [
        { kind: "paragraph", lines: ["a"] },
        { kind: "bullets", items: ["b", "c"] },
      ],
    ],
    ["bullets with air between", "- a\n\n- b", [{ kind: "bullets", items: ["a", "b"] }]],
    ["a bullet that goes on", "- a\n  b", [{ kind: "bullets", items: ["a b"] }]],
    [
      "prose below bullets",
      "- a\nb",
      [
        { kind: "bullets", items: ["a"] },
        { kind: "paragraph", lines: ["b"] },
      ],
    ],
    [
      "a named list",
      "Duties:\n- a",
      [
        { kind: "lead", text: "Duties" },
        { kind: "bullets", items: ["a"] },
      ],
    ],
    [
      "a list named in Chinese",
      "职责：\n\n- a",
      [
        { kind: "lead", text: "职责" },
        { kind: "bullets", items: ["a"] },
      ],
    ],
    [
      "a colon without a list",
      "Note:\n\nx",
      [
        { kind: "paragraph", lines: ["Note:"] },
        { kind: "paragraph", lines: ["x"] },
      ],
    ],
    ["a minus without a space", "-5 degrees", [{ kind: "paragraph", lines: ["-5 degrees"] }]],
  ])("of %s", (_, text, blocks) => {
    expect(parseDescription(text)).toEqual(blocks);
  });

  it("loses no word", () => {
    const line = fc.constantFrom("", "a b", "- c", "  d", "e:", "f：", "- ", "g");
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const words = (text: string) => text.replace(/[-:：\s]+/g, " ").trim();
        const kept = parseDescription(lines.join("\n")).flatMap((block) =>
          block.kind === "paragraph" ? block.lines : block.kind === "bullets" ? block.items : [block.text],
        );
        expect(words(kept.join(" "))).toBe(words(lines.join(" ")));
      }),
    );
  });
});

describe("the page's language", () => {
  it.each([
    ["zh-CN", "en", "zh-CN"],
    ["en", "zh-CN", "en"],
    ["fr", "zh-TW,zh;q=0.9", "zh-CN"],
    [null, "de-DE,de;q=0.9,en;q=0.8,zh;q=0.7", "en"],
    [null, "en;q=0.5, zh-Hans-CN", "zh-CN"],
    [null, "zh;q=0, fr", "en"],
    [null, "*", "en"],
    [null, ";;q=,,", "en"],
    [null, null, "en"],
  ])("for ?lang=%s and %s is %s", (chosen, header, locale) => {
    expect(localeOf(chosen, header)).toBe(locale);
  });
});

describe("addresses", () => {
  it("keep foreign text inside its segment", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1 }), (text) => {
        for (const path of [careersPath(text), applyPath("w", text), statusPath(text)])
          expect(path.split("/").length).toBe(
            path.startsWith("/careers/w/") ? 6 : path.includes("/applications/") ? 4 : 3,
          );
      }),
    );
  });
  it("take the language as one more parameter", () => {
    expect(withLocale("/a", "en")).toBe("/a?lang=en");
    expect(withLocale("?q=1", "zh-CN")).toBe("?q=1&lang=zh-CN");
  });
});

describe("problems", () => {
  it.each([
    [404, "not_found", "not_found"],
    [409, "job_closed", "job_closed"],
    [409, "conflict", "conflict"],
    [410, "erased", "gone"],
    [413, "document_too_large", "too_large"],
    [429, "rate_limited", "rate_limited"],
    [500, "internal", "internal"],
    [502, "x", "internal"],
    [503, "storage_unavailable", "unavailable"],
    [418, "x", "other"],
  ])("%d %s is told as %s", (status, code, kind) => {
    expect(problemKind(status, code)).toBe(kind);
  });
});
