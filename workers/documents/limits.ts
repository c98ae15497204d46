import type { UnreadableReason } from "./types.ts";

/** What one file may cost. Every number bounds work that the file's author, not we, would otherwise decide. */
export interface ReadLimits {
  /** Bytes of the file as it was sent. */
  fileBytes: number;
  pages: number;
  /** Entries of a zip container's central directory. */
  entries: number;
  /** Bytes that all parts of a container say they inflate to, read or not. */
  declaredBytes: number;
  /** Bytes that one stream of a PDF really inflates to; an A4 scan at 300 dpi is 26 MB. */
  inflatedBytes: number;
  /** Bytes of markup that all XML parts of one file inflate to. */
  markupBytes: number;
  /** Open elements, groups or arrays inside one another. */
  depth: number;
  /** Elements and attributes of markup; groups and control words of RTF. */
  nodes: number;
  /** Comparisons of a style sheet's selectors with the elements of a page. */
  matches: number;
  /** Characters drawn on all pages of a paged file. */
  glyphs: number;
  /** Page objects (paths, images, text runs) of one page, those inside forms included. */
  objects: number;
  /** Pixels that drawing all pages once fills, masks, clips and pictures as they are unpacked included; a plain page has 1.1 million. */
  paintedPixels: number;
  /**
   * Pixels, as drawn, that a letter is stretched to across its writing direction. For a letter that is narrow along it
   * the engine fills a bitmap of that length cell by cell, which takes a time that grows with its square.
   */
  letterPixels: number;
  /** UTF-16 code units of visible plus hidden text. */
  characters: number;
  /** Bytes that the PDF engine's memory may grow to; it starts at 18.6 MB. */
  engineBytes: number;
  /** Pixels of one page drawn for the visibility check. */
  pixels: number;
}

const MEGABYTE = 1024 * 1024;

/** Defaults. A Worker has 128 MB for everything it does at once, so one file gets less than half. */
export const READ_LIMITS: ReadLimits = {
  fileBytes: 10 * MEGABYTE,
  pages: 50,
  entries: 2_000,
  declaredBytes: 100 * MEGABYTE,
  inflatedBytes: 32 * MEGABYTE,
  markupBytes: 16 * MEGABYTE,
  depth: 200,
  nodes: 1_000_000,
  matches: 10_000_000,
  glyphs: 400_000,
  objects: 200_000,
  paintedPixels: 1_000_000_000,
  letterPixels: 1_024,
  characters: 1_000_000,
  engineBytes: 44 * MEGABYTE,
  pixels: 2_000_000,
};

/** The reason that a reader gives when a limit is passed. */
export const LIMIT_REASON: { readonly [Limit in keyof ReadLimits]: UnreadableReason } = {
  fileBytes: "too_large",
  pages: "too_many_pages",
  entries: "too_many_parts",
  declaredBytes: "too_large",
  inflatedBytes: "too_large",
  markupBytes: "too_large",
  depth: "too_complex",
  nodes: "too_complex",
  matches: "too_complex",
  glyphs: "too_complex",
  objects: "too_complex",
  paintedPixels: "too_complex",
  letterPixels: "too_complex",
  characters: "too_large",
  engineBytes: "too_complex",
  pixels: "too_complex",
};
