import { unzipSync, zipSync, zlibSync } from "fflate";
import { describe, expect, it } from "vitest";
import { LIMIT_REASON, READ_LIMITS, type ReadLimits } from "../../workers/documents/limits.ts";
import { withPdfium } from "../../workers/documents/pdf/engine.ts";
import { readDocument } from "../../workers/documents/read.ts";
import { Unreadable } from "../../workers/documents/unreadable.ts";
import { buildDocx, paragraph } from "./build-docx.ts";
import { buildPdf, line } from "./build-pdf.ts";

const MEGABYTE = 1024 * 1024;
const latin1 = new TextDecoder("latin1");
const encode = (text: string) => new TextEncoder().encode(text);
const page = line("Jane", 60, 700);

/** A one-page PDF whose content stream inflates to `bytes` spaces, packed as often as there are `layers`. */
function flateBomb(bytes: number, filters = "/FlateDecode", layers = 1): Uint8Array {
  let packed: Uint8Array = new Uint8Array(bytes).fill(32);
  packed.set(encode(page));
  for (let layer = 0; layer < layers; layer++) packed = zlibSync(packed, { level: 9 });
  const marker = "PACKED";
  const whole = latin1.decode(buildPdf({ pages: [marker] }));
  const [head, tail] = whole
    .replace(`<</Length ${marker.length}>>`, `<</Length ${packed.length}/Filter${filters}>>`)
    .split(marker) as [string, string];
  return new Uint8Array([...encode(head), ...packed, ...encode(tail)]);
}

/** Sizes of a zip's parts once they are inflated. */
function readZip(bytes: Uint8Array): Map<string, number> {
  return new Map(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, part.length]));
}

/** A page whose dictionary holds a string of `bytes` bytes, of which the engine makes copies. */
const bulkyPage = (bytes: number) => buildPdf({ pages: [page], page: `/X(${"x".repeat(bytes)})` });

/** A tiling pattern. */
const tiling = (box: string, step: number) =>
  `<</PatternType 1/PaintType 1/TilingType 1/BBox${box}/XStep ${step}/YStep ${step}/Resources<<>>/Length 1>>stream\nn\nendstream`;

/** A letter under a matrix. */
const stretched = (matrix: string) => `q ${matrix} 60 300 cm ${line("p", 0, 0)} Q`;

/** A form with its own matrix. */
const formOf = (content: string, matrix: string) =>
  `<</Type/XObject/Subtype/Form/BBox[0 0 595 842]/Matrix${matrix}/Resources<</Font<</F1 3 0 R>>>>/Length ${content.length}>>stream\n${content}\nendstream`;

interface LimitCase {
  name: string;
  /** What `file` comes to: the least limit under which it is read. */
  measure: number;
  file: () => Uint8Array;
}

const DOCX = buildDocx(paragraph("Jane"));
const PARTS = readZip(DOCX);
const INFLATED = [...PARTS.values()].reduce((sum, bytes) => sum + bytes, 0);
const DOCUMENT = PARTS.get("word/document.xml") ?? 0;

/** For every limit, files that come to a known measure. */
const CASES: { readonly [Limit in keyof ReadLimits]: readonly LimitCase[] } = {
  fileBytes: [{ name: "of a text", measure: 4, file: () => encode("Jane") }],
  pages: [{ name: "of a PDF", measure: 3, file: () => buildPdf({ pages: [page, page, page] }) }],
  entries: [{ name: "of a DOCX", measure: 2, file: () => DOCX }],
  declaredBytes: [{ name: "of a DOCX", measure: INFLATED, file: () => DOCX }],
  inflatedBytes: [
    { name: "of a page's stream", measure: 3 * MEGABYTE, file: () => flateBomb(3 * MEGABYTE) },
    {
      name: "of a stream in two layers",
      measure: 3 * MEGABYTE,
      file: () => flateBomb(3 * MEGABYTE, "[/FlateDecode/FlateDecode]", 2),
    },
  ],
  // The document's own part is gone through twice.
  markupBytes: [{ name: "of a DOCX", measure: INFLATED + DOCUMENT, file: () => DOCX }],
  depth: [
    // The document, its body, twenty of these, a paragraph, its run and the text in it.
    {
      name: "of XML",
      measure: 25,
      file: () => buildDocx(`${"<w:sdt>".repeat(20)}${paragraph("x")}${"</w:sdt>".repeat(20)}`),
    },
    { name: "of RTF", measure: 21, file: () => encode(`{\\rtf1 ${"{".repeat(20)}x${"}".repeat(21)}`) },
    { name: "of HTML", measure: 21, file: () => encode(`<html>${"<b>".repeat(20)}x`) },
  ],
  nodes: [
    // The document and its body, five name spaces, two empty paragraphs with two attributes, one paragraph whole.
    { name: "of XML", measure: 17, file: () => buildDocx(`<w:p a='1' b='2'/><w:p/>${paragraph("x")}`) },
    { name: "of HTML", measure: 7, file: () => encode("<html><p a=1 b=2>x<b>y</b><i c=3>z</i>") },
    { name: "of RTF", measure: 6, file: () => encode("{\\rtf1 {\\b x}}") },
  ],
  matches: [
    {
      name: "of a style sheet",
      measure: 10,
      file: () => encode("<html><style>i b{color:red}u{color:red}</style><p><b>x</b>"),
    },
  ],
  glyphs: [
    { name: "of a page", measure: 4, file: () => buildPdf({ pages: [page] }) },
    { name: "of all pages", measure: 8, file: () => buildPdf({ pages: [page, page] }) },
  ],
  objects: [{ name: "of a page", measure: 3, file: () => buildPdf({ pages: [page + page + page] }) }],
  paintedPixels: [
    // The page is 595 by 842 points, 2.25 pixels a square point; a mixed fill counts ten times.
    {
      name: "of fills",
      measure: 3_382_033,
      file: () => buildPdf({ pages: [`${"1 g 0 0 595 842 re f ".repeat(3)} 0 g ${page}`] }),
    },
    {
      name: "of a tiling pattern",
      measure: 1_127_228,
      file: () => buildPdf({ pages: [page], extra: [tiling("[0 0 4 4]", 4)] }),
    },
  ],
  // One letter of ten points, drawn with 1.5 pixels a point, leaning or tall; a form around it stretches it as well.
  letterPixels: [
    {
      name: "of leaning letters",
      measure: 751,
      file: () => buildPdf({ pages: [page + stretched("1 0 50 1")] }),
    },
    {
      name: "of tall letters",
      measure: 750,
      file: () => buildPdf({ pages: [page + stretched("1 0 0 50")] }),
    },
    {
      name: "of letters in a form",
      measure: 750,
      file: () =>
        buildPdf({
          pages: [`${page}/X0 Do`],
          resources: "/XObject<</X0 100 0 R>>",
          extra: [formOf(stretched("1 0 0 25"), "[1 0 0 2 0 0]")],
        }),
    },
  ],
  characters: [
    { name: "of a text", measure: 20, file: () => encode("Jane Sample, Leeds\n!") },
    { name: "of a DOCX", measure: 20, file: () => buildDocx(paragraph("Jane Sample, Leeds !")) },
    { name: "of HTML", measure: 20, file: () => encode("<html>Jane Sample, Leeds !") },
    { name: "of RTF", measure: 20, file: () => encode("{\\rtf1 Jane Sample, Leeds !}") },
    { name: "of a PDF", measure: 4, file: () => buildPdf({ pages: [page] }) },
  ],
  engineBytes: [{ name: "of a file", measure: 40 * MEGABYTE, file: () => bulkyPage(8 * MEGABYTE) }],
  pixels: [],
};

const cases = Object.entries(CASES).flatMap(([limit, files]) =>
  files.map((one) => [`${limit} ${one.name}`, limit as keyof ReadLimits, one] as const),
);

describe("a limit holds whatever the file claims", () => {
  it.each(cases)("%s", async (_, limit, { measure, file }) => {
    const at = await readDocument(file(), { limits: { [limit]: measure } });
    expect(at.ok ? at : `${at.reason}: ${at.detail}`).toMatchObject({ ok: true });
    // The engine grows in steps.
    const under = limit === "engineBytes" ? measure / 2 : measure - 1;
    const reason = LIMIT_REASON[limit];
    expect(await readDocument(file(), { limits: { [limit]: under } })).toMatchObject({ ok: false, reason });
  });

  it("gives every limit a reason, and a case", () => {
    expect(Object.keys(LIMIT_REASON).sort()).toEqual(Object.keys(READ_LIMITS).sort());
    const without = Object.entries(CASES).filter(([, files]) => files.length === 0);
    expect(without.map(([limit]) => limit)).toEqual(["pixels"]);
  });

  it("draws a page of more pixels smaller, and still sees what is hidden on it", async () => {
    const white = ` q ${line("Unseen", 60, 400, 10, "1 1 1 rg")} Q `;
    const file = buildPdf({ pages: [page + white] });
    const result = await readDocument(file, { limits: { pixels: 20_000 } });
    expect(result).toMatchObject({ ok: true, document: { text: "Jane" } });
  });
});

describe("bombs", () => {
  it.each([
    ["a pattern of tiny steps", [tiling("[0 0 1 1]", 0.01)]],
    ["a pattern of large cells and small steps", [tiling("[0 0 1000 1000]", 0.5)]],
    ["a pattern whose steps stand elsewhere", [tiling("[0 0 4 4]", 4).replace("/XStep 4", "/XStep 9 0 R")]],
    [
      "a pattern that its matrix makes tiny",
      [`<</Matrix[.001 0 0 .001 0 0]${tiling("[0 0 4 4]", 4).slice(2)}`],
    ],
    ["a pattern under escaped names", [tiling("[0 0 1 1]", 0.01).replace("/PatternType", "/Pattern#54ype")]],
  ])("refuses %s before it is drawn", async (_, extra) => {
    const file = buildPdf({ pages: [page], extra });
    expect(await readDocument(file)).toMatchObject({ ok: false, reason: "too_complex" });
  });

  it("refuses a page that is painted over and over", async () => {
    const masked = buildPdf({
      pages: [`${"/G0 gs 0 0 595 842 re f ".repeat(500)}${page}`],
      resources: "/ExtGState<</G0<</ca 0.5/BM/Multiply>>>>",
    });
    expect(await readDocument(masked)).toMatchObject({ ok: false, reason: "too_complex" });
  });

  /** Shapes or runs of text, each of which all objects behind it are clipped to as well. */
  const corner = (at: number) => `0 0 m ${500 + at} 0 l 0 ${700 + at} l h W n `;
  const clipped = (count: number, clip: (at: number) => string) =>
    buildPdf({
      pages: [Array.from({ length: count }, (_, at) => clip(at) + line("Jane", 20, 20 + at)).join("")],
    });

  it.each([
    ["to shapes that are no rectangles", clipped(80, corner)],
    [
      "to one shape that each sets anew",
      buildPdf({ pages: [`q ${corner(0)}${line("Jane", 20, 20)}Q `.repeat(2000)] }),
    ],
    ["to text", clipped(200, () => "7 Tr ")],
    ["to more shapes than are looked at", clipped(20, (at) => corner(at).repeat(90))],
    [
      "to text that is mixed in",
      buildPdf({
        pages: [line("Jane", 20, 20, 10, "/G0 gs 7 Tr").repeat(60)],
        resources: "/ExtGState<</G0<</ca 0>>>>",
      }),
    ],
  ])("refuses objects that are clipped %s, one within the other", async (_, file) => {
    expect(await readDocument(file)).toMatchObject({ ok: false, reason: "too_complex" });
  });

  it.each([
    ["a few shapes", clipped(20, corner)],
    [
      "one shape, as a page with rounded corners",
      buildPdf({ pages: [corner(0) + line("Jane", 20, 20).repeat(2000)] }),
    ],
    ["rectangles, one within the other", clipped(200, (at) => `0 0 595 ${842 - at} re W n `)],
    ["text each of its own", clipped(300, () => "Q q 7 Tr 10 10 Td (a) Tj 0 Tr ")],
  ])("reads what is clipped to %s", async (_, file) => {
    const result = await readDocument(file);
    expect(result.ok ? "" : `${result.reason}: ${result.detail}`).not.toContain("paintedPixels");
  });

  it("stops a stream of 64 MB before the engine inflates it", async () => {
    expect(await readDocument(flateBomb(64 * MEGABYTE))).toMatchObject({ ok: false, reason: "too_large" });
  });

  it("is not fooled by a Length that ends before the data", async () => {
    const bomb = flateBomb(64 * MEGABYTE);
    const text = latin1.decode(bomb);
    const length = /\/Length \d+\/Filter/.exec(text)![0];
    const at = text.indexOf(length);
    const short = new TextEncoder().encode(`${"/Length 1".padEnd(length.length - 7, " ")}/Filter`);
    bomb.set(short, at);
    expect((await readDocument(bomb)).ok).toBe(false);
  });

  it("counts a zip part that inflates past what it declares", async () => {
    const bytes = zipSync({ "[Content_Types].xml": new Uint8Array(3 * MEGABYTE).fill(32) });
    const view = new DataView(bytes.buffer);
    for (let at = 0; at + 4 < bytes.length; at++) {
      if (view.getUint32(at, true) === 3 * MEGABYTE) view.setUint32(at, 10, true);
    }
    const result = await readDocument(bytes, { limits: { markupBytes: MEGABYTE } });
    expect(result).toMatchObject({ ok: false, reason: "too_large" });
  });

  it("reads the next file after the engine ran out of memory", async () => {
    const overrun = withPdfium(20 * MEGABYTE, (pdfium) => {
      if (pdfium.malloc(64 * MEGABYTE) === 0) throw new Unreadable("too_complex", "refused");
    });
    await expect(overrun).rejects.toThrow("refused");
    const memory = await withPdfium(READ_LIMITS.engineBytes, (pdfium) => pdfium.memory.buffer.byteLength);
    expect(memory).toBeLessThanOrEqual(24 * MEGABYTE);
    expect((await readDocument(buildPdf({ pages: [line("Jane", 60, 700)] }))).ok).toBe(true);
  });

  it("throws the instance away when a file traps it", async () => {
    const trap = withPdfium(READ_LIMITS.engineBytes, () => {
      throw new WebAssembly.RuntimeError("unreachable");
    });
    await expect(trap).rejects.toMatchObject({ reason: "too_complex" });
    expect((await readDocument(buildPdf({ pages: [line("Jane", 60, 700)] }))).ok).toBe(true);
  });
});
