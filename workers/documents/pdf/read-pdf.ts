import type { RawDocument } from "../assemble.ts";
import { ALL_DETECTORS, type Detectors } from "../detectors.ts";
import type { ReadLimits } from "../limits.ts";
import type { HiddenTechnique, HiddenText } from "../types.ts";
import { Unreadable } from "../unreadable.ts";
import { flatten, readAnnotations } from "./annotations.ts";
import { type Pdfium, withPdfium } from "./engine.ts";
import { joinDividedWords } from "./hyphenation.ts";
import { type PageReader, type PageReading, readPage } from "./page.ts";
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

/** How many pages there are, and the first of them, opened. */
function countPages(pdfium: Pdfium, document: number, limits: ReadLimits): { pages: number; first: number } {
  const pages = pdfium.FPDF_GetPageCount(document);
  const first = pages > 0 ? pdfium.FPDF_LoadPage(document, 0) : 0;
  if (first === 0) throw new Unreadable("damaged", "the file has no page that can be opened");
  if (pages > limits.pages)
    throw new Unreadable("too_many_pages", `${pages} pages, ${limits.pages} are read`);
  return { pages, first };
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

/** When annotations show text, they are flattened into a fresh opening of the page. Returns the page to read. */
function withAnnotations(pdfium: Pdfium, document: number, page: number, index: number): number {
  if (!flatten(pdfium, page)) return page;
  pdfium.FPDF_ClosePage(page);
  const opened = pdfium.FPDF_LoadPage(document, index);
  if (opened === 0) throw new Unreadable("damaged", `page ${index + 1} cannot be opened again`);
  return opened;
}

/**
 * Reads page by page. A page stays open until the next one is: the engine drops a font, and has to parse it again,
 * as soon as no open page uses it.
 */
function readPages(reader: PageReader, document: number, pages: number, first: number): PageReading[] {
  const { pdfium, scratch } = reader;
  const readings: PageReading[] = [];
  const spent = { glyphs: 0, paintedPixels: 0 };
  let open = first;
  for (let index = 0; index < pages; index++) {
    const loaded = index === 0 ? first : pdfium.FPDF_LoadPage(document, index);
    if (loaded === 0) continue;
    if (index > 0) pdfium.FPDF_ClosePage(open);
    const { showText, comments } = readAnnotations(pdfium, loaded, index + 1, scratch);
    open = showText ? withAnnotations(pdfium, document, loaded, index) : loaded;
    const reading = readPage(reader, open, index + 1, spent);
    reading.hidden.push(...comments);
    spent.glyphs += reading.glyphs;
    spent.paintedPixels += reading.paintedPixels;
    readings.push(reading);
  }
  pdfium.FPDF_ClosePage(open);
  const hidden = metadata(pdfium, document, scratch);
  if (hidden.length > 0) readings.push({ text: "", hidden, glyphs: 0, paintedPixels: 0, images: 0 });
  return readings;
}

function readOpened(
  pdfium: Pdfium,
  bytes: Uint8Array,
  limits: ReadLimits,
  detectors: Detectors,
): RawDocument {
  const pointer = copyIn(pdfium, bytes);
  const document = open(pdfium, pointer, bytes.length);
  const { pages, first } = countPages(pdfium, document, limits);
  const scratch = createScratch(pdfium);
  const readings = readPages({ pdfium, scratch, limits, detectors }, document, pages, first);
  const text = readings
    .map((reading) => reading.text)
    .filter((part) => part !== "")
    .join("\n\n");
  const hidden = readings.flatMap((reading) => reading.hidden);
  const images = readings.some((reading) => reading.images > 0);
  if (text.trim() === "" && images && hidden.every(({ technique }) => UNTOLD.has(technique))) {
    throw new Unreadable("scan", "pictures of pages, without a text layer that can be seen");
  }
  pdfium.free(scratch.pointer);
  pdfium.FPDF_CloseDocument(document);
  pdfium.free(pointer);
  return { format: "pdf", pages, text: joinDividedWords(text), hidden, flags: [] };
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
export async function readPdf(
  bytes: Uint8Array,
  limits: ReadLimits,
  detectors: Detectors = ALL_DETECTORS,
): Promise<RawDocument> {
  const { active } = prescan(bytes, limits);
  const raw = await withPdfium(limits.engineBytes, (pdfium) => readOpened(pdfium, bytes, limits, detectors));
  if (active.length > 0) raw.flags.push({ code: "active_content", detail: active.join(", ") });
  if (endsAsZip(bytes)) raw.flags.push({ code: "polyglot", detail: "a zip archive follows the PDF" });
  return raw;
}
