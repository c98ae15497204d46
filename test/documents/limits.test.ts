import { zipSync, zlibSync } from "fflate";
import { describe, expect, it } from "vitest";
import { LIMIT_REASON, READ_LIMITS, type ReadLimits } from "../../workers/documents/limits.ts";
import { withPdfium } from "../../workers/documents/pdf/engine.ts";
import { readDocument } from "../../workers/documents/read.ts";
import { Unreadable } from "../../workers/documents/unreadable.ts";
import { buildDocx, paragraph } from "./build-docx.ts";
import { buildPdf, line } from "./build-pdf.ts";

const MEGABYTE = 1024 * 1024;
const latin1 = new TextDecoder("latin1");

/** A one-page PDF whose content stream inflates to `bytes` spaces. */
function flateBomb(bytes: number, filters = "/FlateDecode"): Uint8Array {
  const packed = zlibSync(new Uint8Array(bytes).fill(32), { level: 9 });
  const marker = "PACKED";
  const whole = latin1.decode(buildPdf({ pages: [marker] }));
  const [head, tail] = whole
    .replace(`<</Length ${marker.length}>>`, `<</Length ${packed.length}/Filter${filters}>>`)
    .split(marker) as [string, string];
  const encoder = new TextEncoder();
  return new Uint8Array([...encoder.encode(head), ...packed, ...encoder.encode(tail)]);
}

describe("a limit holds whatever the file claims", () => {
  const page = line("Jane", 60, 700);
  const cases: [string, Partial<ReadLimits>, () => Uint8Array, string][] = [
    ["file bytes", { fileBytes: 100 }, () => buildPdf({ pages: [page] }), "too_large"],
    ["pages", { pages: 2 }, () => buildPdf({ pages: [page, page, page] }), "too_many_pages"],
    ["glyphs", { glyphs: 3 }, () => buildPdf({ pages: [page] }), "too_complex"],
    ["glyphs over all pages", { glyphs: 7 }, () => buildPdf({ pages: [page, page] }), "too_complex"],
    ["page objects", { objects: 2 }, () => buildPdf({ pages: [page + page + page] }), "too_complex"],
    ["a PDF stream's bytes", { inflatedBytes: MEGABYTE }, () => flateBomb(3 * MEGABYTE), "too_large"],
    ["entries", { entries: 1 }, () => buildDocx(paragraph("x")), "too_many_parts"],
    ["declared bytes", { declaredBytes: 100 }, () => buildDocx(paragraph("x")), "too_large"],
    ["markup bytes", { markupBytes: 2000 }, () => buildDocx(paragraph("x".repeat(5000))), "too_large"],
    ["depth of XML", { depth: 10 }, () => buildDocx("<w:sdt>".repeat(20)), "too_complex"],
    [
      "depth of RTF",
      { depth: 10 },
      () => new TextEncoder().encode(`{\\rtf1 ${"{".repeat(20)}x`),
      "too_complex",
    ],
    [
      "depth of HTML",
      { depth: 10 },
      () => new TextEncoder().encode(`<html>${"<b>".repeat(20)}x`),
      "too_complex",
    ],
    ["characters", { characters: 10 }, () => buildDocx(paragraph("more than ten characters")), "too_large"],
    [
      "characters of plain text",
      { characters: 10 },
      () => new TextEncoder().encode("more than ten characters"),
      "too_large",
    ],
  ];
  it.each(cases)("%s", async (_, limits, file, reason) => {
    const bytes = file();
    expect(await readDocument(bytes, { limits })).toMatchObject({ ok: false, reason });
    const generous = await readDocument(bytes);
    if (!/bytes|depth of (XML|RTF)/.test(_)) expect(generous.ok).toBe(true);
  });

  it("gives every limit a reason", () => {
    expect(Object.keys(LIMIT_REASON).sort()).toEqual(Object.keys(READ_LIMITS).sort());
  });
});

describe("bombs", () => {
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
