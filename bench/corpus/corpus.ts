/** The corpus as values: what is in each file and how it is laid out follow from one seed. */
import { createHash } from "node:crypto";
import { seeded } from "../../test/chaos/random.ts";
import { LAYOUTS, type LayoutName, OFFICE_LAYOUTS } from "./layouts/index.ts";
import { inventStyle, styleSheet } from "./layouts/style.ts";
import { type GoldSpan, unmark } from "./marked.ts";
import { inventPlant, type Plant } from "./plants.ts";
import { inventResume } from "./resume.ts";
import { VOCABULARIES } from "./vocabulary/index.ts";

export const OFFICE_FORMATS = ["docx", "odt", "rtf", "doc"] as const;
export type CorpusFormat = "pdf" | (typeof OFFICE_FORMATS)[number];
/** Whoever tunes a reader or a redactor looks into `seen` alone. */
export type Half = "seen" | "unseen";

export interface CorpusFile {
  /** Also the name of its files. */
  id: string;
  half: Half;
  locale: string;
  layout: LayoutName;
  format: CorpusFormat;
  html: string;
  /** The content stream does not follow the reading order. */
  scrambled: boolean;
  onePage: boolean;
  /** CSS pixels of the running text, before it is made to fit. */
  fontPx: number;
  /** Visible text in reading order, and the personal data in it. */
  gold: string;
  spans: GoldSpan[];
  /** The same lines in another order that a person may read them in, or null. */
  otherGold: string | null;
  plant: Plant | null;
}

/**
 * Chromium writes a page's text in the order of its markup, which is the reading order: no reader would have to do
 * anything. Where this is added, what stands side by side or one below the other is painted in another order instead,
 * and looks the same.
 */
const SCRAMBLED_CSS = `body *:nth-child(3n){position:relative;z-index:1}body *:nth-child(3n+1){position:relative;z-index:3}body *:nth-child(3n+2){position:relative;z-index:2}`;
const SCRAMBLED = 0.5;

/** A share of the files is for word processors, and half of all carry a hidden sentence. */
const OFFICE_EVERY = 6;
const PLANTED = 0.5;

const hash = (text: string): number => createHash("sha256").update(text).digest().readUInt32LE(0);

/** @param seed any text; equal seeds give equal corpora, and a longer one begins with the shorter */
export function inventCorpus(count: number, seed: string): CorpusFile[] {
  return Array.from({ length: count }, (_, index) => inventFile(index, seed));
}

function inventFile(index: number, seed: string): CorpusFile {
  const own = `${seed}/${index}`;
  const random = seeded(hash(own));
  const vocabulary = VOCABULARIES[index % VOCABULARIES.length] ?? VOCABULARIES[0];
  // One step further with every round of the languages, so that each meets each layout and format.
  const turn = index + Math.floor(index / VOCABULARIES.length);
  const office = turn % OFFICE_EVERY === OFFICE_EVERY - 1;
  const layouts = Object.keys(office ? OFFICE_LAYOUTS : LAYOUTS) as LayoutName[];
  const nth = Math.floor(turn / OFFICE_EVERY);
  const layout = layouts[(office ? nth : turn) % layouts.length] ?? "one_column";
  const format = office ? (OFFICE_FORMATS[(nth >> 1) % OFFICE_FORMATS.length] ?? "docx") : "pdf";
  const long = layout === "one_column" || layout === "europass" || layout === "form";
  const resume = inventResume(random, vocabulary, long ? 1 : 0.6);
  const style = inventStyle(random, vocabulary);
  if (office) Object.assign(style, { dates: "stacked", skills: "line", typedBullets: "", icons: false });
  const plant = random() < PLANTED ? inventPlant(random, office) : null;
  const scrambled = !office && random() < SCRAMBLED;
  const page = LAYOUTS[layout]({ resume, style, random, plant: plant?.html ?? "" });
  if (page.fixedSize) style.size = Math.min(style.size, page.fixedSize);
  const gold = unmark(page.body.flatMap(({ lines }) => lines));
  const sheet = styleSheet(style, page.margin ?? "13mm") + page.css + (scrambled ? SCRAMBLED_CSS : "");
  const body = page.body.map(({ html }) => html).join("\n");
  return {
    id: `${String(index).padStart(4, "0")}-${vocabulary.locale}-${layout}-${format}`,
    half: hash(`${own}/half`) % 2 === 0 ? "seen" : "unseen",
    locale: vocabulary.locale,
    layout,
    format,
    html: `<!doctype html><html lang="${vocabulary.locale}"><head><meta charset="utf-8"><style>${sheet}</style></head><body>\n${body}\n</body></html>`,
    scrambled: scrambled || layout === "two_columns_by_rows",
    onePage: page.onePage,
    fontPx: style.size,
    gold: gold.text,
    spans: gold.spans,
    otherGold: page.otherOrder ? unmark(page.otherOrder).text : null,
    plant,
  };
}
