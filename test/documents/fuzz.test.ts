import { describe, expect, it } from "vitest";
import { fuzzInput } from "../../bench/fuzz/inputs.ts";
import { FUZZ_FORMATS } from "../../bench/fuzz/samples.ts";
import { verdictOf } from "../../bench/fuzz/verdict.ts";
import { readDocument } from "../../workers/documents/read.ts";
import { buildDocx } from "./build-docx.ts";
import { buildPdf, line } from "./build-pdf.ts";

const encode = (text: string) => new TextEncoder().encode(text);
const SEED = 20_261_123;
const INPUTS = 50;

describe("damaged files", () => {
  it.each(FUZZ_FORMATS)("end in a document or a reason: %s", async (format) => {
    const findings: string[] = [];
    for (let index = 0; index < INPUTS; index++) {
      const { untyped } = await verdictOf(fuzzInput(SEED, index, format).bytes);
      if (untyped !== null) findings.push(`--format ${format} --case ${SEED}:${index}: ${untyped}`);
    }
    expect(findings).toEqual([]);
  });

  it("are the same for the same seed", () => {
    for (const format of FUZZ_FORMATS) expect(fuzzInput(SEED, 3, format)).toEqual(fuzzInput(SEED, 3, format));
  });
});

const text = async (bytes: Uint8Array) => {
  const result = await readDocument(bytes);
  return result.ok ? result.document.text : result.reason;
};

describe("what fuzzing has found stays found", () => {
  it("takes control words that every object has for unknown ones", async () => {
    const words = "\\toString \\constructor \\valueOf \\hasOwnProperty ";
    expect(await text(encode(`{\\rtf1 Jane${words}Sample}`))).toBe("JaneSample");
  });

  it.each([
    ["a style sheet without blocks", `<style>${"h1,".repeat(30_000)}</style>`],
    ["blocks that never close", `<style>${"a{".repeat(50_000)}</style>`],
    ["media queries that never close", `<style>${"@media x{".repeat(10_000)}</style>`],
    ["comments that never close", `<style>${"/*".repeat(50_000)}</style>`],
  ])("goes through %s once", async (_, style) => {
    expect(await text(encode(`<html>${style}<p>Jane</p>`))).toBe("Jane");
  });

  it("ends where a style sheet's selectors would be held against too many elements", async () => {
    const sheet = Array.from({ length: 500 }, (_, at) => `.a .b${at} b{color:red}`).join("");
    const page = `<html><style>${sheet}</style>${"<i class=a>".repeat(150)}${"<b>x</b>".repeat(50_000)}`;
    expect(await text(encode(page))).toBe("too_complex");
  });

  it.each([
    ["links that never end", "[a](".repeat(200_000)],
    ["brackets that never close", "[".repeat(900_000)],
    ["pictures that never end", "![a](".repeat(180_000)],
  ])("goes through %s once", async (_, marks) => {
    expect(await text(encode(`# Jane\n${marks}`))).toContain("Jane");
  });

  it("reads paragraph properties that belong to no paragraph", async () => {
    const shade = '<w:pPr><w:shd w:fill="000000"/></w:pPr>';
    expect(await text(buildDocx(`${shade}<w:p><w:r><w:t>Jane</w:t></w:r></w:p>`))).toBe("Jane");
  });

  it("refuses letters that lean so far that the engine draws a word of them for minutes", async () => {
    const leaning = `q 0.001 0 128 0.001 72 300 cm ${line("g", 0, 0, 256)} Q`;
    expect(await text(buildPdf({ pages: [line("Jane", 60, 700) + leaning] }))).toBe("too_complex");
  });

  it("draws letters as wide as the page and wider", async () => {
    const wide = `q 1 0 0 1 0 0 cm 0.9 g ${line("W", 0, 100, 4_000)} Q 0 g`;
    expect(await text(buildPdf({ pages: [wide + line("Jane", 60, 700)] }))).toContain("Jane");
  });

  it("counts the attributes of one element", async () => {
    const many = Array.from({ length: 1_000_001 }, (_, at) => `${at.toString(36)}=""`).join(" ");
    expect(await text(buildDocx(`<w:p ${many}/>`))).toBe("too_complex");
  });
});
