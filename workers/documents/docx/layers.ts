import { type Colour, parseHex, WHITE } from "../colour.ts";
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

/** Takes a child of `w:pPr` that can hide a whole paragraph. */
export function readParagraphProperty(paragraph: OpenParagraph, name: string, attributes: Attributes): void {
  if (name === "w:pStyle") paragraph.style = attributes["w:val"] ?? null;
  else if (name === "w:spacing" && attributes["w:lineRule"] === "exact") {
    if (Number(attributes["w:line"]) < SQUASHED_TWIPS) paragraph.hiddenBy = "clipped";
  } else if (name === "w:ind" || name === "w:framePr") {
    const offsets = ["w:left", "w:start", "w:firstLine", "w:x"].map((key) => Number(attributes[key] ?? 0));
    if (offsets.some((offset) => Math.abs(offset) >= OFF_PAGE_TWIPS)) paragraph.hiddenBy = "off_page";
  }
}

/** Takes a child of `w:trPr` that can hide a table row. */
export function readRowProperty(table: OpenTable, name: string, attributes: Attributes): void {
  if (name === "w:hidden") table.rowHidden = "vanish";
  if (
    name === "w:trHeight" &&
    attributes["w:hRule"] === "exact" &&
    Number(attributes["w:val"]) < SQUASHED_TWIPS
  ) {
    table.rowHidden = "clipped";
  }
}

/** Takes what tells whether a drawing is seen and what its shape is filled with. `parent` is the element around. */
export function readDrawingProperty(
  drawing: OpenDrawing,
  name: string,
  parent: string,
  attributes: Attributes,
): void {
  if (name === "wp:docPr" && attributes.hidden === "1") drawing.hiddenBy = "vanish";
  else if (name === "wp:extent") {
    if (Number(attributes.cx) < POINT_EMU || Number(attributes.cy) < POINT_EMU) drawing.hiddenBy = "clipped";
  } else if (parent === "wps:spPr") {
    if (name === "a:gradFill" || name === "a:blipFill" || name === "a:pattFill") drawing.fill = "unknown";
    else if (name === "a:solidFill") drawing.fill = "unknown";
  } else if (parent === "a:solidFill" && drawing.fill === "unknown") {
    if (name === "a:srgbClr") drawing.fill = parseHex(attributes.val) ?? "unknown";
    else if (name === "a:schemeClr" && /^(bg1|lt1)$/.test(attributes.val ?? "")) drawing.fill = WHITE;
  }
}

/** Takes a drawing's offset, in English Metric Units. */
export function readDrawingOffset(drawing: OpenDrawing, text: string): void {
  if (Math.abs(Number(text)) >= OFF_PAGE_EMU) drawing.hiddenBy = "off_page";
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
