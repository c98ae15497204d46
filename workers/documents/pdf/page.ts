import type { Detectors } from "../detectors.ts";
import type { ReadLimits } from "../limits.ts";
import type { HiddenTechnique, HiddenText } from "../types.ts";
import { applyActualText, judgeActualText } from "./actual-text.ts";
import type { Pdfium } from "./engine.ts";
import { lyingRuns } from "./glyph-clusters.ts";
import { type Glyph, readGlyphs } from "./glyphs.ts";
import { lyingFonts } from "./letter-shapes.ts";
import { readPageObjects } from "./page-objects.ts";
import { pageSpace } from "./page-space.ts";
import { pageText } from "./page-text.ts";
import { findRules } from "./rules.ts";
import type { Scratch } from "./scratch.ts";
import { hiddenWords } from "./visibility.ts";
import { words } from "./words.ts";

/** What one page gave. */
export interface PageReading {
  text: string;
  hidden: HiddenText[];
  /** Characters read, against the budget of the file. */
  glyphs: number;
  /** Pixels that drawing it fills, against the budget of the file. */
  paintedPixels: number;
  /** Images on it: without text, they make it a scan. */
  images: number;
}

/** What reading any page of a file needs. */
export interface PageReader {
  pdfium: Pdfium;
  scratch: Scratch;
  limits: ReadLimits;
  detectors: Detectors;
}

/** Takes a text layer at its word. */
const believe = () => "actual" as const;
const NONE: ReadonlySet<number> = new Set();

/** What of a file's budgets the pages before have spent. */
export type Spent = Pick<PageReading, "glyphs" | "paintedPixels">;

/** Reads one opened page. @throws Unreadable when a budget is used up */
export function readPage(reader: PageReader, page: number, number: number, spent: Spent): PageReading {
  const { pdfium, scratch, limits, detectors } = reader;
  const space = pageSpace(pdfium, page, scratch);
  const objects = readPageObjects(pdfium, page, space, scratch, limits, spent.paintedPixels);
  const textPage = pdfium.FPDFText_LoadPage(page);
  const drawn = readGlyphs(pdfium, textPage, space, scratch, limits, spent.glyphs);
  pdfium.FPDFText_ClosePage(textPage);
  const lying = detectors.has("pdf_cluster_map") ? lyingRuns(drawn) : NONE;
  const fontOf = (run: number) => (objects.runs.has(run) ? pdfium.FPDFTextObj_GetFont(run) : 0);
  const fonts = detectors.has("pdf_letter_map") ? lyingFonts(drawn, fontOf) : NONE;
  const judge = detectors.has("pdf_actual_text") ? judgeActualText : believe;
  const { glyphs, mismatches } = applyActualText(drawn, objects.runs, judge);
  const hidden = hiddenWords({ ...reader, page, space, objects }, words(glyphs, objects.runs));
  const techniques = new Map<Glyph, HiddenTechnique>();
  for (const [word, technique] of hidden) for (const glyph of word.glyphs) techniques.set(glyph, technique);
  for (const glyph of glyphs)
    if (lying.has(glyph.run) || fonts.has(fontOf(glyph.run))) techniques.set(glyph, "text_mismatch");
  const visible = glyphs.filter((glyph) => !techniques.has(glyph));
  const unseen = [
    ...hiddenTexts(glyphs, techniques),
    ...mismatches.map((text) => ({ text, technique: "text_mismatch" as const })),
  ];
  return {
    text: pageText(visible, findRules(objects.painted)),
    hidden: unseen.map((entry) => ({ ...entry, page: number })),
    glyphs: drawn.length,
    paintedPixels: objects.paintedPixels,
    images: objects.painted.filter(({ kind }) => kind === "image").length,
  };
}

/** Hidden glyphs by technique, each read like a page of its own. */
function hiddenTexts(glyphs: readonly Glyph[], techniques: ReadonlyMap<Glyph, HiddenTechnique>) {
  const runs = new Map<HiddenTechnique, Set<number>>();
  for (const [glyph, technique] of techniques) {
    const set = runs.get(technique) ?? new Set();
    runs.set(technique, set.add(glyph.run));
  }
  return [...runs].map(([technique, members]) => ({
    technique,
    text: pageText(
      glyphs.filter(
        (glyph) => techniques.get(glyph) === technique || (glyph.space && members.has(glyph.run)),
      ),
    ),
  }));
}
