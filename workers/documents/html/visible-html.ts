import { Parser } from "htmlparser2";
import type { Detectors } from "../detectors.ts";
import type { ReadLimits } from "../limits.ts";
import type { HiddenText } from "../types.ts";
import { enforce } from "../unreadable.ts";
import { addPiece, characterBudget, type Paragraph } from "../visible-lines.ts";
import { type Appearance, appearance, declarations, INITIAL } from "./css.ts";
import { type Matchable, parseStyleSheet, styleOf } from "./style-sheet.ts";

/** What a page of HTML shows and what it does not. */
export interface VisibleHtml {
  text: string;
  hidden: HiddenText[];
  /** Elements and attributes that would run or load something. */
  active: string[];
}

/** How a page is laid out. */
interface Layout {
  limits: ReadLimits;
  detectors: Detectors;
  /** White space stands as it is written. */
  preserveLines: boolean;
}

interface OpenElement extends Matchable {
  appearance: Appearance;
}

const BLOCK = new Set(
  "address article aside blockquote body dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody tfoot thead tr ul".split(
    " ",
  ),
);
const SPACED = new Set(
  "h1 h2 h3 h4 h5 h6 p ul ol table section article header footer blockquote pre dl".split(" "),
);
/** Their content is never shown as text. */
const SILENT = new Set(
  "script style template noscript head title iframe object embed audio video canvas datalist select textarea noembed noframes".split(
    " ",
  ),
);
const VOID = new Set("area base br col embed hr img input link meta param source track wbr".split(" "));
/** Characters of style sheets that are looked at. */
const MAX_CSS = 100_000;
const ACTIVE = new Set("script iframe object embed applet".split(" "));

/**
 * Lays HTML out as lines: blocks on their own lines, table cells between tabs, white space collapsed unless
 * `preserveLines`. Inline styles and simple style-sheet rules decide what is hidden.
 * @throws Unreadable `too_complex`, `too_large`
 */
export function visibleHtml(html: string, layout: Layout): VisibleHtml {
  const page = new Page(styleText(html), layout);
  const parser = new Parser(
    {
      onopentag: (name, attributes) => page.open(name, attributes),
      onattribute: () => page.countNode(),
      onclosetag: (name) => page.close(name),
      ontext: (text) => page.write(text),
      oncomment: (text) => page.comment(text),
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.write(html);
  parser.end();
  return { text: page.text(), hidden: page.content.hidden, active: [...page.active].sort() };
}

/** The text of all style elements, wherever they stand: a late sheet changes what came before it. */
function styleText(html: string): string {
  let inside = false;
  let css = "";
  const parser = new Parser({
    onopentag: (name) => {
      inside = name === "style";
    },
    ontext: (text) => {
      if (inside && css.length < MAX_CSS) css += text;
    },
    onclosetag: () => {
      inside = false;
    },
  });
  parser.write(html);
  parser.end();
  return css.slice(0, MAX_CSS);
}

class Page {
  readonly content: Paragraph = { text: "", hidden: [] };
  readonly active = new Set<string>();
  private readonly stack: OpenElement[] = [];
  /** Finished lines; `content.text` is the one being written, so that long pages are not copied again and again. */
  private readonly lines: string[] = [];
  private gap = 0;
  private last = "";
  private readonly rules: ReturnType<typeof parseStyleSheet>;
  private readonly layout: Layout;
  private readonly count: (text: string) => void;
  private silent = 0;
  private nodes = 0;
  private readonly matched: (comparisons: number) => void;

  constructor(css: string, layout: Layout) {
    this.rules = parseStyleSheet(css);
    this.layout = layout;
    this.count = characterBudget(layout.limits);
    let matches = 0;
    this.matched = (comparisons) => {
      matches += comparisons;
      enforce(layout.limits, "matches", matches);
    };
  }

  text(): string {
    this.breakLine(1);
    return this.lines.join("");
  }

  countNode(): void {
    enforce(this.layout.limits, "nodes", ++this.nodes);
  }

  open(name: string, attributes: Record<string, string>): void {
    this.countNode();
    if (ACTIVE.has(name)) this.active.add(name);
    for (const key of Object.keys(attributes)) if (/^on\w+$/.test(key)) this.active.add(key);
    this.push(name, attributes);
    if (SILENT.has(name)) this.silent++;
    if (this.silent > 0) return;
    if (BLOCK.has(name)) this.breakLine(SPACED.has(name) ? 2 : 1);
    else if (name === "br") this.put("\n");
    else if ((name === "td" || name === "th") && this.last !== "" && this.last !== "\n") this.put("\t");
    if (attributes.alt)
      this.content.hidden.push({ text: attributes.alt, technique: "alternative_text", page: null });
  }

  close(name: string): void {
    if (this.stack.at(-1)?.tag === name) this.stack.pop();
    if (SILENT.has(name) && this.silent > 0) this.silent--;
    else if (this.silent === 0 && BLOCK.has(name) && !VOID.has(name))
      this.breakLine(SPACED.has(name) ? 2 : 1);
  }

  write(raw: string): void {
    if (this.silent > 0) return;
    const { preserveLines } = this.layout;
    const flat = preserveLines ? raw : raw.replace(/[ \t\r\n\f]+/g, " ");
    const text = !preserveLines && /^\s?$/.test(this.last) ? flat.trimStart() : flat;
    if (text === "") return;
    this.count(text);
    const technique = this.appearance().hiddenBy;
    if (technique === null) this.put(text);
    else addPiece(this.content, text, technique);
  }

  private put(text: string): void {
    addPiece(this.content, text, null);
    this.last = text.at(-1) ?? this.last;
  }

  comment(text: string): void {
    this.count(text);
    if (/[\p{L}\p{N}]/u.test(text)) this.content.hidden.push({ text, technique: "comment", page: null });
  }

  private appearance(): Appearance {
    return this.stack.at(-1)?.appearance ?? INITIAL;
  }

  private push(name: string, attributes: Record<string, string>): void {
    const outer = this.appearance();
    const plain = this.rules.length === 0 && Object.keys(attributes).length === 0;
    const classes = (attributes.class ?? "").split(/\s+/).filter(Boolean);
    const element: OpenElement = { tag: name, id: attributes.id ?? "", classes, appearance: outer };
    this.stack.push(element);
    enforce(this.layout.limits, "depth", this.stack.length);
    if (plain) return;
    const ruled = styleOf(this.rules, this.stack, this.matched);
    const style = { ...presentation(attributes), ...ruled, ...declarations(attributes.style ?? "") };
    const { detectors } = this.layout;
    element.appearance = appearance(style, outer, detectors);
    if ("hidden" in attributes && detectors.has("html_hidden_attribute"))
      element.appearance = { ...element.appearance, hiddenBy: "css", lastingly: "css" };
  }

  /** Ends the line that is being written; `gap` line ends follow it, the larger of several counting. */
  private breakLine(gap: number): void {
    const line = this.layout.preserveLines ? this.content.text : this.content.text.trim();
    if (line !== "") {
      this.lines.push("\n".repeat(this.lines.length > 0 ? this.gap : 0), line);
      this.gap = gap;
    }
    this.gap = Math.max(this.gap, gap);
    this.content.text = "";
    this.last = "";
  }
}

/** Presentational attributes of old HTML as declarations. */
function presentation(attributes: Record<string, string>): Record<string, string> {
  const style: Record<string, string> = {};
  if (attributes.color) style.color = attributes.color.toLowerCase();
  if (attributes.bgcolor) style["background-color"] = attributes.bgcolor.toLowerCase();
  return style;
}
