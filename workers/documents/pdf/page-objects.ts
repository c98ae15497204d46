import type { ReadLimits } from "../limits.ts";
import { enforce, Unreadable } from "../unreadable.ts";
import { type Clip, type ClipPlace, readClipping } from "./clip.ts";
import { drawnScale } from "./drawing.ts";
import type { Pdfium } from "./engine.ts";
import { concatenate, enlargement, IDENTITY, matrixOf } from "./matrix.ts";
import type { Box, PageSpace } from "./page-space.ts";
import { clippingPixels, letterPixels, paintedPixels } from "./painting.ts";
import type { Scratch } from "./scratch.ts";

/** One text object (a show-text operator's run) of the page, in drawing order. */
export interface TextRun {
  handle: number;
  /** Place in the drawing order of the whole page. */
  order: number;
  /** Text render mode (ISO 32000-1, table 106). */
  mode: number;
  /** It belongs to an optional content group. */
  layered: boolean;
  /** Outside of it nothing of the run is drawn; null where it is not clipped. */
  clip: Clip | null;
  /** `ActualText` of the marked content around it, and the mark that carries it. */
  actual: { text: string; mark: number } | null;
}

/** A filled path or an image: it may be a panel behind text or cover what was drawn before it. */
export interface Painted {
  order: number;
  box: Box;
  kind: "path" | "image";
  stroked: boolean;
}

export interface PageObjects {
  runs: Map<number, TextRun>;
  painted: Painted[];
  /** Nothing but text is on the page: no paths, pictures or shadings, at any depth. */
  onlyText: boolean;
  /** About how many pixels drawing the page fills. */
  paintedPixels: number;
}

const TEXT = 1;
const PATH = 2;
const IMAGE = 3;
const FORM = 5;
/** Render modes from here on add text to the clip of what follows. */
const FIRST_CLIP_MODE = 4;
/** Forms inside forms deeper than this draw nothing that a résumé needs. */
const MAX_FORM_DEPTH = 12;

function markName(pdfium: Pdfium, mark: number, scratch: Scratch): string {
  const length = scratch.pointer + scratch.bytes - 8;
  if (pdfium.FPDFPageObjMark_GetName(mark, scratch.pointer, scratch.bytes - 8, length) === 0) return "";
  return scratch.utf16(scratch.int((scratch.bytes - 8) / 4));
}

/** A PDF text string (ISO 32000-1, 7.9.2.2; UTF-8 since PDF 2.0). PDFDocEncoding is read as Latin-1. */
function decodeTextString(bytes: Uint8Array): string {
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return new TextDecoder("utf-16be").decode(bytes.subarray(0, bytes.length & ~1));
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return new TextDecoder().decode(bytes);
  return new TextDecoder("latin1").decode(bytes);
}

/** The raw bytes are asked for: the engine's own decoding of a mark's UTF-16 strings is wrong. */
function actualText(pdfium: Pdfium, mark: number, key: number, scratch: Scratch): string | null {
  const room = scratch.bytes - 8;
  const length = scratch.pointer + room;
  if (pdfium.FPDFPageObjMark_GetParamBlobValue(mark, key, 0, 0, length) === 0) return null;
  const bytes = scratch.int(room / 4);
  if (bytes > room) return "\u2026".repeat(room);
  pdfium.FPDFPageObjMark_GetParamBlobValue(mark, key, scratch.pointer, room, length);
  return decodeTextString(new Uint8Array(pdfium.memory.buffer, scratch.pointer, bytes).slice());
}

interface Walk {
  pdfium: Pdfium;
  space: PageSpace;
  scratch: Scratch;
  limits: ReadLimits;
  /** Address of the C string "ActualText". */
  key: number;
  found: PageObjects;
  count: number;
  /** Pixels that the pages before it have filled. */
  paintedBefore: number;
  /** Pixels a point that the page is drawn with. */
  scale: number;
  /** Runs of text that the objects from here on may be clipped to, in the page or form that is being walked. */
  clippingTexts: number;
  /** The clip of the object before. */
  sharedClip: number;
}

function readRun(walk: Walk, handle: number, { layered }: Place, clip: Clip | null): TextRun {
  const { pdfium, scratch } = walk;
  const run: TextRun = {
    handle,
    order: walk.count,
    mode: pdfium.FPDFTextObj_GetTextRenderMode(handle),
    layered,
    clip,
    actual: null,
  };
  for (let index = pdfium.FPDFPageObj_CountMarks(handle) - 1; index >= 0; index--) {
    const mark = pdfium.FPDFPageObj_GetMark(handle, index);
    const text = actualText(pdfium, mark, walk.key, scratch);
    if (text !== null) {
      run.actual = { text, mark };
      pdfium.FPDFPageObj_RemoveMark(handle, mark);
    } else if (markName(pdfium, mark, scratch) === "OC") run.layered = true;
  }
  return run;
}

function isLayered(walk: Walk, handle: number): boolean {
  const { pdfium, scratch } = walk;
  for (let index = pdfium.FPDFPageObj_CountMarks(handle) - 1; index >= 0; index--) {
    if (markName(pdfium, pdfium.FPDFPageObj_GetMark(handle, index), scratch) === "OC") return true;
  }
  return false;
}

function readPainted(walk: Walk, handle: number, kind: Painted["kind"]): void {
  const { pdfium, scratch, space } = walk;
  const at = (float: number) => scratch.pointer + float * 4;
  let stroked = false;
  if (kind === "path") {
    pdfium.FPDFPath_GetDrawMode(handle, at(0), at(1));
    const filled = scratch.int(0) !== 0;
    stroked = scratch.int(1) !== 0;
    if (!filled && !stroked) return;
  }
  if (pdfium.FPDFPageObj_GetBounds(handle, at(0), at(1), at(2), at(3)) === 0) return;
  const box = space.box(scratch.float(0), scratch.float(1), scratch.float(2), scratch.float(3));
  walk.found.painted.push({ order: walk.count, box, kind, stroked });
}

/** Where an object stands: forms around it, a layer that may be off, what is clipped and its coordinates come to. */
interface Place extends ClipPlace {
  depth: number;
  layered: boolean;
}

function visit(walk: Walk, handle: number, place: Place): void {
  const { pdfium, limits, found, scratch, space } = walk;
  const { depth, layered, matrix } = place;
  if (++walk.count > limits.objects)
    throw new Unreadable("too_complex", `more than ${limits.objects} page objects`);
  const type = pdfium.FPDFPageObj_GetType(handle);
  const { clip, looked, area, shared, free } = readClipping(pdfium, handle, scratch, space, place);
  if (free) walk.clippingTexts = 0;
  // What is mixed in is drawn apart, and clipped there once more.
  const anew = shared !== walk.sharedClip || pdfium.FPDFPageObj_HasTransparency(handle) === 1;
  walk.sharedClip = shared;
  const clippingArea = anew ? looked + area : looked;
  found.paintedPixels += clippingPixels(pdfium, handle, clippingArea, walk.clippingTexts, space);
  found.paintedPixels += paintedPixels(pdfium, handle, type, scratch, enlargement(matrix), space);
  enforce(limits, "paintedPixels", walk.paintedBefore + found.paintedPixels);
  if (type === TEXT) {
    enforce(limits, "letterPixels", letterPixels(pdfium, handle, scratch, matrix, walk.scale));
    const run = readRun(walk, handle, place, clip);
    if (run.mode >= FIRST_CLIP_MODE) walk.clippingTexts++;
    found.runs.set(handle, run);
  } else if (type !== FORM) {
    found.onlyText = false;
    if ((type === PATH || type === IMAGE) && depth === 0)
      readPainted(walk, handle, type === PATH ? "path" : "image");
  } else if (depth >= MAX_FORM_DEPTH) found.onlyText = false;
  else {
    const inside = {
      depth: depth + 1,
      layered: layered || isLayered(walk, handle),
      matrix: concatenate(matrixOf(pdfium, handle, scratch), matrix),
      clip,
    };
    const { clippingTexts } = walk;
    walk.clippingTexts = 0;
    walk.sharedClip = 0;
    const children = pdfium.FPDFFormObj_CountObjects(handle);
    for (let i = 0; i < children; i++) visit(walk, pdfium.FPDFFormObj_GetObject(handle, i), inside);
    walk.clippingTexts = clippingTexts;
    walk.sharedClip = 0;
  }
}

/**
 * Walks the page's objects in drawing order, those inside forms included. Takes `ActualText` off the runs, so
 * that the text page loaded afterwards says what the glyphs say.
 * @param paintedBefore pixels that the pages before it have filled
 * @throws Unreadable `too_complex`
 */
export function readPageObjects(
  pdfium: Pdfium,
  page: number,
  space: PageSpace,
  scratch: Scratch,
  limits: ReadLimits,
  paintedBefore: number,
): PageObjects {
  const key = pdfium.malloc(16);
  new Uint8Array(pdfium.memory.buffer).set(new TextEncoder().encode("ActualText\0"), key);
  const found: PageObjects = { runs: new Map(), painted: [], onlyText: true, paintedPixels: 0 };
  const scale = drawnScale(space, limits);
  const walk: Walk = {
    pdfium,
    space,
    scratch,
    limits,
    key,
    found,
    count: 0,
    paintedBefore,
    scale,
    clippingTexts: 0,
    sharedClip: 0,
  };
  const count = pdfium.FPDFPage_CountObjects(page);
  const top = { depth: 0, layered: false, matrix: IDENTITY, clip: null };
  for (let i = 0; i < count; i++) visit(walk, pdfium.FPDFPage_GetObject(page, i), top);
  pdfium.free(key);
  return found;
}
