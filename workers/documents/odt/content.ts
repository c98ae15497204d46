import { type Colour, WHITE } from "../colour.ts";
import { type Check, type Detectors, firstHiding } from "../detectors.ts";
import { hiddenBy, inherit, type RunAppearance } from "../run-appearance.ts";
import type { HiddenTechnique, HiddenText } from "../types.ts";
import { addPiece, type Paragraph, rowLines } from "../visible-lines.ts";
import type { Attributes, XmlHandler } from "../xml.ts";
import { points } from "./open-document.ts";
import type { Styles } from "./styles.ts";

interface Holder {
  lines: string[];
  fill: Colour | null;
}

interface OpenParagraph {
  content: Paragraph;
  /** Appearance of the paragraph and of the spans open in it. */
  runs: RunAppearance[];
  fill: Colour | null;
  boxes: string[];
  /** The last character written, kept apart so that the text is not copied to look at it. */
  last: string;
}

const SKIPPED = new Set([
  "text:tracked-changes",
  "text:note-citation",
  "office:scripts",
  "svg:title",
  "office:forms",
  "text:sequence-decls",
]);
/** A4 and Letter are under 900 points high; a frame beyond that is on no page. */
const OFF_PAGE_POINTS = 1600;

interface Element {
  name: string;
  attributes: Attributes;
}

/** What hides an element and all in it. */
const ELEMENT_CHECKS: readonly Check<Element>[] = [
  {
    name: "odt_hidden_section",
    technique: "vanish",
    hides: ({ name, attributes }) => name === "text:section" && attributes["text:display"] === "none",
  },
  {
    name: "odt_hidden_field",
    technique: "vanish",
    hides: ({ name, attributes }) =>
      attributes["text:is-hidden"] === "true" || /^text:hidden-(text|paragraph)$/.test(name),
  },
  {
    name: "odt_hidden_row",
    technique: "vanish",
    hides: ({ name, attributes }) =>
      name === "table:table-row" && /collapse|filter/.test(attributes["table:visibility"] ?? ""),
  },
  {
    name: "odt_frame_off_page",
    technique: "off_page",
    hides: ({ name, attributes }) =>
      name.startsWith("draw:") &&
      [attributes["svg:x"], attributes["svg:y"]].some((at) => Math.abs(points(at)) > OFF_PAGE_POINTS),
  },
];

/** Hears the body of `content.xml` (or a header in `styles.xml`) and writes down its lines. */
export class OdtContent implements XmlHandler {
  readonly headers: string[] = [];
  readonly footers: string[] = [];
  readonly notes: string[] = [];
  readonly hidden: HiddenText[] = [];
  private readonly path: string[] = [];
  private readonly holders: Holder[] = [{ lines: [], fill: null }];
  private readonly paragraphs: OpenParagraph[] = [];
  private readonly rows: string[][][] = [];
  private readonly around: (HiddenTechnique | null)[] = [];
  private skipped = 0;
  private readonly styles: Styles;
  private readonly count: (text: string) => void;
  private readonly detectors: Detectors;

  constructor(styles: Styles, count: (text: string) => void, detectors: Detectors) {
    this.styles = styles;
    this.count = count;
    this.detectors = detectors;
  }

  lines(): string[] {
    return this.holders[0]!.lines;
  }

  open(name: string, attributes: Attributes): void {
    if (this.skipped > 0 || SKIPPED.has(name)) {
      this.skipped++;
      return;
    }
    this.path.push(name);
    this.styles.open(name, attributes);
    this.around.push(
      firstHiding(ELEMENT_CHECKS, this.detectors, { name, attributes }) ?? this.around.at(-1) ?? null,
    );
    const style = attributes["text:style-name"] ?? null;
    if (name === "text:p" || name === "text:h") this.openParagraph(style);
    else if (name === "text:span") this.openSpan(style);
    else if (name === "text:tab") this.write("\t");
    else if (name === "text:line-break") this.write("\n");
    else if (name === "text:s") this.write(" ".repeat(Math.min(Number(attributes["text:c"] ?? 1) || 1, 40)));
    else if (name === "text:ruby-text") this.write("(");
    else if (name === "table:table-row") this.rows.push([]);
    else if (isHolder(name)) this.openHolder(name, attributes);
  }

  close(name: string): void {
    if (this.skipped > 0) {
      this.skipped--;
      return;
    }
    this.path.pop();
    this.around.pop();
    this.styles.close(name);
    if (name === "text:p" || name === "text:h") this.closeParagraph(name === "text:h");
    else if (name === "text:span") this.paragraphs.at(-1)?.runs.pop();
    else if (name === "text:ruby-text") this.write(")");
    else if (name === "table:table-row") this.holders.at(-1)!.lines.push(...rowLines(this.rows.pop() ?? []));
    else if (isHolder(name)) this.closeHolder(name);
  }

  text(text: string): void {
    if (this.skipped > 0 || this.paragraphs.length === 0) return;
    const flat = text.replace(/[ \t\r\n]+/g, " ");
    const { last } = this.paragraphs.at(-1)!;
    this.write(/^[ \n]?$/.test(last) ? flat.trimStart() : flat);
  }

  private openParagraph(style: string | null): void {
    const runs = [this.styles.run("paragraph", style)];
    const fill = this.styles.fill("paragraph", style);
    this.paragraphs.push({ content: { text: "", hidden: [] }, runs, fill, boxes: [], last: "" });
  }

  private openSpan(style: string | null): void {
    const runs = this.paragraphs.at(-1)?.runs;
    runs?.push(inherit(runs.at(-1) ?? {}, this.styles.run("text", style)));
  }

  private closeParagraph(heading: boolean): void {
    const paragraph = this.paragraphs.pop();
    if (!paragraph) return;
    this.hidden.push(...paragraph.content.hidden);
    const { lines } = this.holders.at(-1)!;
    const text = paragraph.content.text.trimEnd();
    if ((text === "" || heading) && lines.length > 0 && lines.at(-1) !== "") lines.push("");
    if (text !== "") lines.push(...text.split("\n"));
    lines.push(...paragraph.boxes);
  }

  private openHolder(name: string, attributes: Attributes): void {
    const family = name === "table:table-cell" ? "table-cell" : "graphic";
    const style = attributes["table:style-name"] ?? attributes["draw:style-name"] ?? null;
    this.holders.push({ lines: [], fill: this.styles.fill(family, style) });
  }

  private closeHolder(name: string): void {
    const { lines } = this.holders.pop()!;
    if (name === "table:table-cell") this.rows.at(-1)?.push(lines);
    else if (name === "text:note-body") this.notes.push(...lines);
    else if (name === "office:annotation")
      this.hidden.push({ text: lines.join("\n"), technique: "comment", page: null });
    else if (name.startsWith("style:header")) this.headers.push(...lines);
    else if (name.startsWith("style:footer")) this.footers.push(...lines);
    else (this.paragraphs.at(-1)?.boxes ?? this.holders.at(-1)!.lines).push(...lines);
  }

  private background(paragraph: OpenParagraph): Colour {
    if (paragraph.fill) return paragraph.fill;
    return this.holders.findLast((holder) => holder.fill !== null)?.fill ?? WHITE;
  }

  private write(text: string): void {
    this.count(text);
    const paragraph = this.paragraphs.at(-1);
    if (!paragraph) return;
    const technique =
      this.around.at(-1) ?? hiddenBy(paragraph.runs.at(-1) ?? {}, this.background(paragraph), this.detectors);
    addPiece(paragraph.content, text, technique);
    paragraph.last = text.at(-1) ?? paragraph.last;
  }
}

function isHolder(name: string): boolean {
  return /^(table:table-cell|draw:text-box|text:note-body|office:annotation|style:(header|footer)(-left|-first)?)$/.test(
    name,
  );
}
