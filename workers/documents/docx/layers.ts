import { type Colour, parseHex, WHITE } from "../colour.ts";
import { type Check, type Detectors, firstHiding } from "../detectors.ts";
import type { RunAppearance } from "../run-appearance.ts";
import type { HiddenTechnique } from "../types.ts";
import { addPiece, type Paragraph } from "../visible-lines.ts";
import type { Attributes } from "../xml.ts";

/** What lies behind text: a colour, nothing of its own (look further back), or something that cannot be known here. */
export type Fill = Colour | "none" | "unknown";

/** Anything that holds paragraphs: the story itself, a table cell, a text box. */
export interface Holder {
  lines: string[];
  fill: Fill;
}

export interface OpenTable {
  fill: Fill;
  cells: string[][];
  rowHidden: HiddenTechnique | null;
}

export interface OpenParagraph {
  content: Paragraph;
  style: string | null;
  shade: Colour | null;
  hiddenBy: HiddenTechnique | null;
  /** Lines of the text boxes anchored in it; they follow it. */
  boxes: string[];
}

export interface OpenRun {
  properties: RunAppearance;
  style: string | null;
}

/** An anchored or inline drawing and the shape inside it. */
export interface OpenDrawing {
  hiddenBy: HiddenTechnique | null;
  fill: Fill;
}

/** 20 twips are a point: lines and rows held to less than 2 points show nothing of their text. */
const SQUASHED_TWIPS = 40;
/** Word's own largest page is 22 inches. */
const OFF_PAGE_TWIPS = 31_680;
const OFF_PAGE_EMU = 22 * 914_400;
const POINT_EMU = 12_700;

/** An element that says how what is around it looks. */
interface Property {
  name: string;
  attributes: Attributes;
}

/** Children of `w:pPr` that hide a whole paragraph. */
const PARAGRAPH_CHECKS: readonly Check<Property>[] = [
  {
    name: "docx_flat_line",
    technique: "clipped",
    hides: ({ name, attributes }) =>
      name === "w:spacing" &&
      attributes["w:lineRule"] === "exact" &&
      Number(attributes["w:line"]) < SQUASHED_TWIPS,
  },
  {
    name: "docx_paragraph_off_page",
    technique: "off_page",
    hides: ({ name, attributes }) =>
      (name === "w:ind" || name === "w:framePr") &&
      ["w:left", "w:start", "w:firstLine", "w:x"].some(
        (key) => Math.abs(Number(attributes[key] ?? 0)) >= OFF_PAGE_TWIPS,
      ),
  },
];

/** Children of `w:trPr` that hide a table row. */
const ROW_CHECKS: readonly Check<Property>[] = [
  { name: "docx_hidden_row", technique: "vanish", hides: ({ name }) => name === "w:hidden" },
  {
    name: "docx_flat_row",
    technique: "clipped",
    hides: ({ name, attributes }) =>
      name === "w:trHeight" &&
      attributes["w:hRule"] === "exact" &&
      Number(attributes["w:val"]) < SQUASHED_TWIPS,
  },
];

const DRAWING_CHECKS: readonly Check<Property>[] = [
  {
    name: "docx_hidden_drawing",
    technique: "vanish",
    hides: ({ name, attributes }) => name === "wp:docPr" && attributes.hidden === "1",
  },
  {
    name: "docx_flat_drawing",
    technique: "clipped",
    hides: ({ name, attributes }) =>
      name === "wp:extent" && (Number(attributes.cx) < POINT_EMU || Number(attributes.cy) < POINT_EMU),
  },
];

/** Text of `wp:posOffset`, in English Metric Units. */
const OFFSET_CHECKS: readonly Check<string>[] = [
  {
    name: "docx_drawing_off_page",
    technique: "off_page",
    hides: (offset) => Math.abs(Number(offset)) >= OFF_PAGE_EMU,
  },
];

/** Takes a child of `w:pPr`. */
export function readParagraphProperty(
  paragraph: OpenParagraph,
  property: Property,
  detectors: Detectors,
): void {
  if (property.name === "w:pStyle") paragraph.style = property.attributes["w:val"] ?? null;
  paragraph.hiddenBy = firstHiding(PARAGRAPH_CHECKS, detectors, property) ?? paragraph.hiddenBy;
}

/** Takes a child of `w:trPr`. */
export function readRowProperty(table: OpenTable, property: Property, detectors: Detectors): void {
  table.rowHidden = firstHiding(ROW_CHECKS, detectors, property) ?? table.rowHidden;
}

/** Takes what tells whether a drawing is seen and what its shape is filled with. `parent` is the element around. */
export function readDrawingProperty(
  drawing: OpenDrawing,
  property: Property,
  parent: string,
  detectors: Detectors,
): void {
  const { name, attributes } = property;
  drawing.hiddenBy = firstHiding(DRAWING_CHECKS, detectors, property) ?? drawing.hiddenBy;
  if (parent === "wps:spPr") {
    if (/^a:(grad|blip|patt|solid)Fill$/.test(name)) drawing.fill = "unknown";
  } else if (parent === "a:solidFill" && drawing.fill === "unknown") {
    if (name === "a:srgbClr") drawing.fill = parseHex(attributes.val) ?? "unknown";
    else if (name === "a:schemeClr" && /^(bg1|lt1)$/.test(attributes.val ?? "")) drawing.fill = WHITE;
  }
}

/** Takes a drawing's offset from the page or the paragraph. */
export function readDrawingOffset(drawing: OpenDrawing, text: string, detectors: Detectors): void {
  drawing.hiddenBy = firstHiding(OFFSET_CHECKS, detectors, text) ?? drawing.hiddenBy;
}

/** The fill of a VML shape (`v:rect`, `v:shape` …). */
export function vmlFill(attributes: Attributes): Fill {
  if (/^(f|false)$/.test(attributes.filled ?? "")) return "none";
  const colour = attributes.fillcolor?.split(" ")[0];
  if (colour === undefined) return "none";
  return colour === "white" ? WHITE : (parseHex(colour) ?? "unknown");
}

/** Puts a finished paragraph and its boxes into its holder; blank paragraphs never pile up. */
export function settle(holder: Holder, paragraph: OpenParagraph, heading: boolean): void {
  const text = paragraph.content.text;
  if (heading && holder.lines.length > 0 && text.trim() !== "") blank(holder);
  if (text.trim() === "") blank(holder);
  else holder.lines.push(...text.split("\n"));
  holder.lines.push(...paragraph.boxes);
}

function blank(holder: Holder): void {
  if (holder.lines.length > 0 && holder.lines.at(-1) !== "") holder.lines.push("");
}

/** Writes into the paragraph, hidden when anything around it hides it. */
export function write(paragraph: OpenParagraph, text: string, technique: HiddenTechnique | null): void {
  addPiece(paragraph.content, text, technique);
}
