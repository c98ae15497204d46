import { type Colour, WHITE } from "../colour.ts";
import type { Detectors } from "../detectors.ts";
import type { ReadLimits } from "../limits.ts";
import { hiddenBy, inherit } from "../run-appearance.ts";
import type { HiddenTechnique, HiddenText } from "../types.ts";
import { rowLines } from "../visible-lines.ts";
import { type Attributes, xmlReader } from "../xml.ts";
import type { Package } from "../zip/package.ts";
import {
  type Fill,
  type Holder,
  type OpenDrawing,
  type OpenParagraph,
  type OpenRun,
  type OpenTable,
  readDrawingOffset,
  readDrawingProperty,
  readParagraphProperty,
  readRowProperty,
  settle,
  vmlFill,
  write,
} from "./layers.ts";
import { readRunProperty, shading } from "./run-properties.ts";
import type { Styles } from "./styles.ts";
import { UnseenMarkup } from "./unseen-markup.ts";
import { isOn, WORD_NAMESPACES } from "./wordprocessing.ts";

/** What reading one part (body, header, notes …) needs to know and where it puts what it finds. */
export interface StoryContext {
  container: Package;
  styles: Styles;
  limits: ReadLimits;
  detectors: Detectors;
  /** Something other than the page may lie behind text boxes. */
  painted: boolean;
  hidden: HiddenText[];
  /** Called with every piece of text, to stop at the limit. */
  count: (text: string) => void;
}

/** Reads one part of the package into lines. @throws Unreadable */
export function readStory(part: string, context: StoryContext): string[] {
  const story = new Story(context);
  const reader = xmlReader(story, WORD_NAMESPACES, context.limits);
  context.container.stream(part, (chunk) => reader.write(chunk));
  reader.end();
  return story.lines();
}

class Story {
  private readonly path: string[] = [];
  private readonly holders: Holder[] = [{ lines: [], fill: "none" }];
  private readonly tables: OpenTable[] = [];
  private readonly paragraphs: OpenParagraph[] = [];
  private readonly runs: OpenRun[] = [];
  private readonly drawings: OpenDrawing[] = [];
  private readonly unseen = new UnseenMarkup();
  private skipped = 0;
  private page: Colour = WHITE;
  private readonly context: StoryContext;

  constructor(context: StoryContext) {
    this.context = context;
  }

  lines(): string[] {
    return this.holders[0]!.lines;
  }

  open(name: string, attributes: Attributes): void {
    if (this.skipped > 0 || this.unseen.starts(name, this.path.at(-1), attributes)) {
      this.skipped++;
      return;
    }
    const parent = this.path.at(-1) ?? "";
    this.path.push(name);
    if (name === "w:p" || name === "a:p") this.openParagraph();
    else if (name === "w:r" || name === "a:r") this.runs.push({ properties: {}, style: null });
    else if (name.startsWith("w:tbl") || name === "w:tr" || name === "w:tc") this.openTablePart(name);
    else if (name === "w:txbxContent") this.holders.push({ lines: [], fill: this.boxFill() });
    else if (name === "wp:anchor" || name === "wp:inline")
      this.drawings.push({ hiddenBy: null, fill: "none" });
    else if (name.startsWith("v:") && "fillcolor" in attributes) this.setDrawingFill(vmlFill(attributes));
    else if (name === "w:background") this.page = shading({ "w:fill": attributes["w:color"] ?? "" }) ?? WHITE;
    else if (parent === "w:r") this.openRunChild(name, attributes);
    else if (name === "w:rt") this.write("(");
    else if (name === "v:textpath") this.write(attributes.string ?? "");
    this.readProperty(name, parent, attributes);
  }

  close(name: string): void {
    if (this.skipped > 0) {
      this.skipped--;
      return;
    }
    this.path.pop();
    if (name === "w:p" || name === "a:p") this.closeParagraph();
    else if (name === "w:r" || name === "a:r") this.runs.pop();
    else if (name === "w:tc") this.tables.at(-1)?.cells.push(this.holders.pop()!.lines);
    else if (name === "w:tr") this.closeRow();
    else if (name === "w:tbl") this.tables.pop();
    else if (name === "w:txbxContent") this.closeBox();
    else if (name === "wp:anchor" || name === "wp:inline") this.drawings.pop();
    else if (name === "mc:AlternateContent") this.unseen.closeAlternatives();
    else if (name === "w:rt") this.write(")");
  }

  text(text: string): void {
    if (this.skipped > 0) return;
    const name = this.path.at(-1);
    if (name === "w:t" || name === "a:t" || name === "m:t") this.write(text);
    else if (name === "wp:posOffset" && this.drawings.length > 0)
      readDrawingOffset(this.drawings.at(-1)!, text, this.context.detectors);
  }

  private openParagraph(): void {
    const empty = { text: "", hidden: [] };
    this.paragraphs.push({ content: empty, style: null, shade: null, hiddenBy: null, boxes: [] });
  }

  private closeParagraph(): void {
    const paragraph = this.paragraphs.pop();
    if (!paragraph) return;
    this.context.hidden.push(...paragraph.content.hidden);
    settle(this.holders.at(-1)!, paragraph, this.context.styles.heading(paragraph.style));
  }

  private openTablePart(name: string): void {
    if (name === "w:tbl") this.tables.push({ fill: "none", cells: [], rowHidden: null });
    else if (name === "w:tr" && this.tables.length > 0)
      Object.assign(this.tables.at(-1)!, { cells: [], rowHidden: null });
    else if (name === "w:tc") this.holders.push({ lines: [], fill: this.tables.at(-1)?.fill ?? "none" });
  }

  private closeRow(): void {
    const table = this.tables.at(-1);
    if (table) this.holders.at(-1)!.lines.push(...rowLines(table.cells));
  }

  private boxFill(): Fill {
    const fill = this.drawings.at(-1)?.fill ?? "none";
    return fill === "none" && this.context.painted ? "unknown" : fill;
  }

  private closeBox(): void {
    const box = this.holders.pop()!;
    const paragraph = this.paragraphs.at(-1);
    (paragraph?.boxes ?? this.holders.at(-1)!.lines).push(...box.lines);
  }

  private setDrawingFill(fill: Fill): void {
    const drawing = this.drawings.at(-1);
    if (drawing) drawing.fill = fill;
    else this.drawings.push({ hiddenBy: null, fill });
  }

  private openRunChild(name: string, attributes: Attributes): void {
    if (name === "w:tab" || name === "w:ptab") this.write("\t");
    else if (name === "w:br" || name === "w:cr") this.write("\n");
    else if (name === "w:noBreakHyphen") this.write("-");
    else if (name === "w:sym") this.write(symbol(attributes["w:char"]));
  }

  private readProperty(name: string, parent: string, attributes: Attributes): void {
    const run = this.runs.at(-1);
    const paragraph = this.paragraphs.at(-1);
    const table = this.tables.at(-1);
    const drawing = this.drawings.at(-1);
    const { detectors } = this.context;
    if (run && parent === "w:rPr" && name === "w:rStyle") run.style = attributes["w:val"] ?? null;
    else if (run && this.path.at(-1) === name && this.path.includes("w:rPr")) {
      readRunProperty(run.properties, name, attributes);
    } else if (name === "w:shd") this.readShading(parent, attributes);
    else if (paragraph && parent === "w:pPr")
      readParagraphProperty(paragraph, { name, attributes }, detectors);
    else if (table && parent === "w:trPr" && isOn(attributes["w:val"]))
      readRowProperty(table, { name, attributes }, detectors);
    else if (table && name === "w:tblStyle" && this.context.styles.paints(attributes["w:val"] ?? null)) {
      table.fill = "unknown";
    } else if (drawing) readDrawingProperty(drawing, { name, attributes }, parent, detectors);
    if (name === "wp:docPr" && attributes.descr) {
      this.context.hidden.push({ text: attributes.descr, technique: "alternative_text", page: null });
    }
  }

  private readShading(parent: string, attributes: Attributes): void {
    const fill = shading(attributes);
    if (fill === null) return;
    const paragraph = this.paragraphs.at(-1);
    if (parent === "w:pPr" && paragraph) paragraph.shade = fill;
    else if (parent === "w:tcPr") this.holders.at(-1)!.fill = fill;
    else if (parent === "w:tblPr" && this.tables.length > 0) this.tables.at(-1)!.fill = fill;
  }

  private background(paragraph: OpenParagraph): Colour | null {
    const own = paragraph.shade ?? this.context.styles.shade(paragraph.style);
    if (own) return own;
    for (const { fill } of this.holders.toReversed()) {
      if (fill === "unknown") return null;
      if (fill !== "none") return fill;
    }
    return this.page;
  }

  private write(text: string): void {
    this.context.count(text);
    const paragraph = this.paragraphs.at(-1);
    if (paragraph) write(paragraph, text, this.technique(paragraph));
  }

  private technique(paragraph: OpenParagraph): HiddenTechnique | null {
    const around =
      paragraph.hiddenBy ?? this.tables.at(-1)?.rowHidden ?? this.drawings.at(-1)?.hiddenBy ?? null;
    if (around) return around;
    const { styles } = this.context;
    const run = this.runs.at(-1);
    const named = inherit(styles.paragraphRun(paragraph.style), styles.characterRun(run?.style ?? null));
    return hiddenBy(
      inherit(named, run?.properties ?? {}),
      this.background(paragraph),
      this.context.detectors,
    );
  }
}

/** A character of a symbol font: letters of ordinary fonts stay, pictures become a bullet. */
function symbol(code: string | undefined): string {
  const value = Number.parseInt(code ?? "", 16);
  if (!(value > 0x20)) return "";
  return value >= 0xe000 && value <= 0xf8ff ? "•" : String.fromCodePoint(value);
}
