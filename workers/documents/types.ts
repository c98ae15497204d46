/** What reading a file gives: the text a person would see, what was hidden from them, and why a file could not be read. */

export const DOCUMENT_FORMATS = ["pdf", "docx", "doc", "rtf", "odt", "html", "text", "markdown"] as const;
export type DocumentFormat = (typeof DOCUMENT_FORMATS)[number];

export const HIDDEN_TECHNIQUES = [
  "low_contrast", // white, near-background, covered or dark on dark: no contrast when the page is drawn
  "tiny",
  "transparent",
  "render_mode", // PDF text render mode 3 (neither filled nor stroked)
  "clipped",
  "off_page",
  "hidden_layer", // optional content switched off
  "vanish", // w:vanish
  "css", // display:none and its relatives
  "invisible_unicode", // zero-width, tag and bidirectional control characters
  "metadata",
  "comment",
  "alternative_text",
  "text_mismatch", // ActualText or ToUnicode says something else than the drawn glyphs
] as const;
export type HiddenTechnique = (typeof HIDDEN_TECHNIQUES)[number];

export interface HiddenText {
  text: string;
  technique: HiddenTechnique;
  /** 1-based page, null where the format has no pages. */
  page: number | null;
}

/** Things a recruiter should know about a readable file. They never change a score. */
export const DOCUMENT_FLAGS = [
  "hidden_text",
  "invisible_unicode",
  "text_mismatch",
  "active_content", // scripts, launch actions, embedded files, forms, macros: not run, not read
  "external_reference", // remote templates and the like: never fetched
  "polyglot",
] as const;
export type DocumentFlagCode = (typeof DOCUMENT_FLAGS)[number];
export interface DocumentFlag {
  code: DocumentFlagCode;
  detail: string;
}

/** Why a file could not be read. Each has a sentence for the applicant in `web/careers`. */
export const UNREADABLE_REASONS = [
  "unsupported_type",
  "empty",
  "encrypted",
  "damaged",
  "scan", // pages without any text layer
  "too_many_pages",
  "too_large", // bytes after decompression, or characters of text
  "too_many_parts", // entries of a zip container
  "too_complex", // memory, nesting or glyph budget used up
  "forbidden_markup", // a DTD or entity declaration in XML
] as const;
export type UnreadableReason = (typeof UNREADABLE_REASONS)[number];

export interface ReadDocument {
  format: DocumentFormat;
  /** Pages of a paged format, 1 otherwise. */
  pages: number;
  /** Visible text in reading order; lines end in `\n`, NFC except where that would change what is seen. */
  text: string;
  hidden: HiddenText[];
  flags: DocumentFlag[];
}

export type ReadResult =
  | { ok: true; document: ReadDocument }
  | { ok: false; reason: UnreadableReason; detail: string };
