import type { HiddenTechnique } from "./types.ts";

/** The checks for which a PDF's pages have to be drawn. */
const DRAWN = [
  // Told from the drawn page
  "pdf_unchanged",
  "pdf_sliver",
  "pdf_crossing",
  "pdf_part_of_word",
  "pdf_overlap",
  // Text without a font, which the engine cannot draw
  "pdf_fontless_transparent",
  "pdf_fontless_covered",
  "pdf_fontless_low_contrast",
] as const;

/**
 * Every single check that tells text which a person does not see, by the reader that makes it. A reader looks for
 * those that it is given, all of them unless told otherwise; leaving one out shows what it is there for.
 */
export const DETECTORS = [
  // PDF: stated by the page's description
  "pdf_render_mode",
  "pdf_off_page",
  "pdf_clipped",
  "pdf_tiny",
  "pdf_squeezed",
  ...DRAWN,
  // PDF: the text layer says something else than the glyphs
  "pdf_cluster_map",
  "pdf_letter_map",
  "pdf_actual_text",
  // Runs of DOCX, DOC, RTF and ODT
  "run_vanish",
  "run_transparent",
  "run_tiny",
  "run_squeezed",
  "run_low_contrast",
  // DOCX: what stands around the runs
  "docx_flat_line",
  "docx_paragraph_off_page",
  "docx_hidden_row",
  "docx_flat_row",
  "docx_hidden_drawing",
  "docx_flat_drawing",
  "docx_drawing_off_page",
  // ODT
  "odt_hidden_section",
  "odt_hidden_field",
  "odt_hidden_row",
  "odt_frame_off_page",
  // HTML, and HTML inside Markdown
  "html_hidden_attribute",
  "css_display",
  "css_visibility",
  "css_transparent",
  "css_moved",
  "css_clipped",
  "css_tiny",
  "css_low_contrast",
  // Characters of any format
  "invisible_unicode",
] as const;
export type Detector = (typeof DETECTORS)[number];
export type Detectors = ReadonlySet<Detector>;

export const ALL_DETECTORS: Detectors = new Set(DETECTORS);

/** Those whose drawing is most of what reading a page costs. */
export const DRAWING_DETECTORS: Detectors = new Set(DRAWN);

/** One check of a table: its name, and what it calls the text that it finds in `Subject`. */
export interface Check<Subject> {
  readonly name: Detector;
  readonly technique: HiddenTechnique;
  hides(subject: Subject): boolean;
}

/** What hides `subject` by the first of `checks` that is looked for and finds something, or null. */
export function firstHiding<Subject>(
  checks: readonly Check<Subject>[],
  detectors: Detectors,
  subject: Subject,
): HiddenTechnique | null {
  return checks.find(({ name, hides }) => detectors.has(name) && hides(subject))?.technique ?? null;
}
