import type { ReadLimits } from "../limits.ts";
import { Unreadable } from "../unreadable.ts";
import type { Pdfium } from "./engine.ts";
import type { Box, PageSpace } from "./page-space.ts";
import type { Scratch } from "./scratch.ts";

/** One drawn character of a page, in display space (points, y downwards). */
export interface Glyph {
  text: string;
  /** Box of the ink, empty for a space. */
  ink: Box;
  /** Box of the advance width and the font's ascent and descent. */
  cell: Box;
  /** Where the pen stood: the left end of the baseline for upright horizontal text. */
  x: number;
  y: number;
  /** Height of the em in points as shown. */
  size: number;
  /** Quarter turns clockwise of the writing direction, or null at any other angle. */
  turns: number | null;
  /** The engine's handle of the text run it belongs to; 0 when there is none. */
  run: number;
  /** True for U+0020 and its relatives. */
  space: boolean;
}

/** Adobe's and PDFium's marker for a hyphen at the end of a line. */
const LINE_END_HYPHEN = 2;
const isSpace = (code: number) =>
  code === 32 || code === 160 || code === 9 || (code >= 0x2000 && code <= 0x200a) || code === 0x3000;

function quarterTurns(a: number, b: number): number | null {
  const turns = Math.atan2(-b, a) / (Math.PI / 2);
  const rounded = Math.round(turns);
  return Math.abs(turns - rounded) < 0.06 ? ((rounded % 4) + 4) % 4 : null;
}

/** True when a surrogate pair continues at the next character. */
const isHighSurrogate = (code: number) => code >= 0xd800 && code <= 0xdbff;

/** What all characters of a text run share. */
interface RunType {
  run: number;
  size: number;
  /** Before the page's own rotation. */
  turns: number | null;
}

function typeOf(pdfium: Pdfium, textPage: number, index: number, scratch: Scratch, run: number): RunType {
  pdfium.FPDFText_GetMatrix(textPage, index, scratch.pointer);
  const turns = quarterTurns(scratch.float(0), scratch.float(1));
  const scale = Math.hypot(scratch.float(2), scratch.float(3));
  return { run, turns, size: Math.abs(pdfium.FPDFText_GetFontSize(textPage, index) * scale) };
}

/**
 * Reads the characters of a page in content-stream order. Spaces and line breaks that the engine made up
 * are left out: the layout makes its own.
 * @throws Unreadable `too_complex` over `limits.glyphs` (of which `used` are spent already)
 */
export function readGlyphs(
  pdfium: Pdfium,
  textPage: number,
  space: PageSpace,
  scratch: Scratch,
  limits: ReadLimits,
  used: number,
): Glyph[] {
  const count = pdfium.FPDFText_CountChars(textPage);
  if (used + count > limits.glyphs)
    throw new Unreadable("too_complex", `more than ${limits.glyphs} characters`);
  const glyphs: Glyph[] = [];
  const at = (double: number) => scratch.pointer + double * 8;
  let pending = 0;
  let type: RunType | null = null;
  for (let index = 0; index < count; index++) {
    if (pdfium.FPDFText_IsGenerated(textPage, index) === 1) continue;
    let code = pdfium.FPDFText_GetUnicode(textPage, index);
    if (isHighSurrogate(code)) {
      pending = code;
      continue;
    }
    if (code >= 0xdc00 && code <= 0xdfff) {
      if (pending === 0) continue;
      code = (pending - 0xd800) * 0x400 + (code - 0xdc00) + 0x10000;
    }
    pending = 0;
    if (code === LINE_END_HYPHEN || code === 0xfffe) code = 0x2d;
    if (code < 9 || (code > 13 && code < 32) || code === 10 || code === 13) continue;
    const run = pdfium.FPDFText_GetTextObject(textPage, index);
    if (run === 0 || run !== type?.run) type = typeOf(pdfium, textPage, index, scratch, run);
    pdfium.FPDFText_GetCharBox(textPage, index, at(0), at(1), at(2), at(3));
    const ink = space.box(scratch.double(0), scratch.double(2), scratch.double(1), scratch.double(3));
    pdfium.FPDFText_GetLooseCharBox(textPage, index, scratch.pointer);
    const cell = space.box(scratch.float(0), scratch.float(3), scratch.float(2), scratch.float(1));
    pdfium.FPDFText_GetCharOrigin(textPage, index, at(0), at(1));
    const [x, y] = space.point(scratch.double(0), scratch.double(1));
    glyphs.push({
      text: String.fromCodePoint(code),
      ink,
      cell,
      x,
      y,
      size: type.size,
      turns: type.turns === null ? null : (type.turns + space.turns) % 4,
      run,
      space: isSpace(code),
    });
  }
  return glyphs;
}
