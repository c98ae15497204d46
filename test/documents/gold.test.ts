import { describe, expect, it } from "vitest";
import { readDocument } from "../../workers/documents/read.ts";
import { goldFiles, layoutFile } from "./fixture-files.ts";
import { similarity } from "./similarity.ts";

/** pandoc left three "##" marks in the word-processor files; everything else is the gold text. */
const leastSimilarity = (name: string) => (name.endsWith(".pdf") ? 0.999 : 0.99);

const text = async (bytes: Uint8Array) => {
  const result = await readDocument(bytes);
  if (!result.ok) throw new Error(`${result.reason}: ${result.detail}`);
  expect(result.document.flags).toEqual([]);
  return result.document.text;
};

describe("a résumé is read as a person reads it", () => {
  it.each(goldFiles.map((file) => [file.name, file] as const))("%s", async (name, { bytes, gold }) => {
    expect(similarity(await text(bytes), gold)).toBeGreaterThanOrEqual(leastSimilarity(name));
  });
});

describe("layouts printed by a browser", () => {
  it("reads a ruled table cell by cell", async () => {
    const read = await text(layoutFile("bordered.pdf"));
    expect(read).toContain("Period Company Role and duties");
    expect(read).toMatch(/2019 –\n2024\s+Northwind Grid\nLimited, Leeds\s+Staff Engineer/);
  });

  it("keeps a date in the margin with what it dates", async () => {
    const read = await text(layoutFile("dateleft.pdf"));
    expect(read).toContain("2015 – 2019 Senior Engineer, Acme\nLed a team");
    expect(read).toContain("2009 – 2013 BSc Computing, Lagos");
  });

  it("keeps labels and values on one line", async () => {
    const read = await text(layoutFile("europass.pdf"));
    expect(read).toContain("Date of birth 9 March 1991");
    expect(read).toContain("Driving licence B");
  });

  it("reads a header of two parts before the heading below it", async () => {
    const read = await text(layoutFile("headcontact.pdf"));
    expect(read).toMatch(/Software engineer\s+jane@example.org[\s\S]*Leeds, United Kingdom\s+EXPERIENCE/);
  });

  it("reads a dark side panel with white text as a column of its own", async () => {
    const read = await text(layoutFile("darkside.pdf"));
    expect(read).toMatch(/JANE SAMPLE\s+Contact\s+jane@example.org[\s\S]*Spanish B2\s+Experience/);
  });

  it("puts right-to-left lines into logical order", async () => {
    const read = await text(layoutFile("arabic.pdf"));
    expect(read).toContain("الاسم: ليلى حسن");
    expect(read).toContain("البريد: laila@example.com");
    expect(read).toContain("2019 - 2024");
  });
});
