import type { RawDocument } from "../assemble.ts";
import type { ReadLimits } from "../limits.ts";
import type { HiddenTechnique, HiddenText } from "../types.ts";
import { Unreadable } from "../unreadable.ts";
import { flatten, readAnnotations } from "./annotations.ts";
import { type Pdfium, withPdfium } from "./engine.ts";
import { joinDividedWords } from "./hyphenation.ts";
import { type PageReading, readPage } from "./page.ts";
import { prescan } from "./prescan.ts";
import { createScratch, type Scratch } from "./scratch.ts";

/** FPDF_GetLastError. */
const ERROR_PASSWORD = 4;
const ERROR_SECURITY = 5;

/** What may be hidden in a scan: its metadata and the invisible layer of a text recogniser. */
const UNTOLD = new Set<HiddenTechnique>(["metadata", "comment", "render_mode"]);

const copyIn = (pdfium: Pdfium, bytes: Uint8Array): number => {
  const pointer = pdfium.malloc(bytes.length);
  if (pointer === 0) throw new Unreadable("too_complex", "no memory for the file");
  new Uint8Array(pdfium.memory.buffer).set(bytes, pointer);
  return pointer;
};

function open(pdfium: Pdfium, pointer: number, length: number): number {
  const document = pdfium.FPDF_LoadMemDocument(pointer, length, 0);
  if (document !== 0) return document;
  const error = pdfium.FPDF_GetLastError();
  if (error === ERROR_PASSWORD || error === ERROR_SECURITY) {
    throw new Unreadable("encrypted", "the file needs a password");
  }
  throw new Unreadable("damaged", "the file is not a whole PDF");
}

function countPages(pdfium: Pdfium, document: number, limits: ReadLimits): number {
  const pages = pdfium.FPDF_GetPageCount(document);
  const first = pages > 0 ? pdfium.FPDF_LoadPage(document, 0) : 0;
  if (first === 0) throw new Unreadable("damaged", "the file has no page that can be opened");
  pdfium.FPDF_ClosePage(first);
  if (pages > limits.pages)
    throw new Unreadable("too_many_pages", `${pages} pages, ${limits.pages} are read`);
  return pages;
}

/** Shorter entries are what programs fill in by themselves. */
const MIN_METADATA = 20;

/** Subject and keywords are never part of the text; they are kept because people stuff them. */
function metadata(pdfium: Pdfium, document: number, scratch: Scratch): HiddenText[] {
  const key = pdfium.malloc(16);
  const found: HiddenText[] = [];
  for (const name of ["Subject", "Keywords"]) {
    new Uint8Array(pdfium.memory.buffer).set(new TextEncoder().encode(`${name}\0`), key);
    const bytes = pdfium.FPDF_GetMetaText(document, key, scratch.pointer, scratch.bytes);
    const text = bytes <= scratch.bytes ? scratch.utf16(bytes).trim() : "";
    if (text.length >= MIN_METADATA) found.push({ text, technique: "metadata", page: null });
  }
  pdfium.free(key);
  return found;
}

/** Reads a page; when annotations show text, they are flattened into a fresh opening of it first. */
function readWithAnnotations(
  pdfium: Pdfium,
  document: number,
  page: number,
  index: number,
  scratch: Scratch,
  read: (page: number) => PageReading,
): PageReading {
  const { showText, comments } = readAnnotations(pdfium, page, index + 1, scratch);
  let opened = page;
  if (showText && flatten(pdfium, page)) {
    pdfium.FPDF_ClosePage(page);
    opened = pdfium.FPDF_LoadPage(document, index);
    if (opened === 0) throw new Unreadable("damaged", `page ${index + 1} cannot be opened again`);
  }
  const reading = read(opened);
  pdfium.FPDF_ClosePage(opened);
  reading.hidden.push(...comments);
  return reading;
}

function readPages(pdfium: Pdfium, document: number, pages: number, limits: ReadLimits): PageReading[] {
  const scratch = createScratch(pdfium);
  const readings: PageReading[] = [];
  let glyphs = 0;
  for (let index = 0; index < pages; index++) {
    const page = pdfium.FPDF_LoadPage(document, index);
    if (page === 0) continue;
    const reading = readWithAnnotations(pdfium, document, page, index, scratch, (opened) =>
      readPage(pdfium, opened, index + 1, scratch, limits, glyphs),
    );
    glyphs += reading.glyphs;
    readings.push(reading);
  }
  const hidden = metadata(pdfium, document, scratch);
  if (hidden.length > 0) readings.push({ text: "", hidden, glyphs: 0, images: 0 });
  pdfium.free(scratch.pointer);
  return readings;
}

function readOpened(pdfium: Pdfium, bytes: Uint8Array, limits: ReadLimits): RawDocument {
  const pointer = copyIn(pdfium, bytes);
  let document = 0;
  try {
    document = open(pdfium, pointer, bytes.length);
    const pages = countPages(pdfium, document, limits);
    const readings = readPages(pdfium, document, pages, limits);
    const text = readings
      .map((reading) => reading.text)
      .filter((part) => part !== "")
      .join("\n\n");
    const hidden = readings.flatMap((reading) => reading.hidden);
    const images = readings.some((reading) => reading.images > 0);
    if (text.trim() === "" && images && hidden.every(({ technique }) => UNTOLD.has(technique))) {
      throw new Unreadable("scan", "pictures of pages, without a text layer that can be seen");
    }
    pdfium.FPDF_CloseDocument(document);
    pdfium.free(pointer);
    return { format: "pdf", pages, text: joinDividedWords(text), hidden, flags: [] };
  } catch (error) {
    if (error instanceof Unreadable) {
      if (document !== 0) pdfium.FPDF_CloseDocument(document);
      pdfium.free(pointer);
    }
    throw error;
  }
}

/** True when a zip's end record closes the file, so that zip tools would open it too. */
function endsAsZip(bytes: Uint8Array): boolean {
  const from = Math.max(0, bytes.length - 22 - 0xffff);
  for (let at = bytes.length - 22; at >= from; at--) {
    if (bytes[at] !== 0x50 || bytes[at + 1] !== 0x4b || bytes[at + 2] !== 5 || bytes[at + 3] !== 6) continue;
    if (at + 22 + bytes[at + 20]! + 256 * bytes[at + 21]! === bytes.length) return true;
  }
  return false;
}

/**
 * Reads a PDF as it is seen: characters from PDFium, order from their boxes, visibility from the drawn page.
 * @throws Unreadable
 */
export async function readPdf(bytes: Uint8Array, limits: ReadLimits): Promise<RawDocument> {
  const { active } = prescan(bytes, limits);
  const raw = await withPdfium(limits.engineBytes, (pdfium) => readOpened(pdfium, bytes, limits));
  if (active.length > 0) raw.flags.push({ code: "active_content", detail: active.join(", ") });
  if (endsAsZip(bytes)) raw.flags.push({ code: "polyglot", detail: "a zip archive follows the PDF" });
  return raw;
}
