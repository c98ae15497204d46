import { Parser } from "htmlparser2";
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
const ACTIVE = new Set("script iframe object embed applet".split(" "));

/**
 * Lays HTML out as lines: blocks on their own lines, table cells between tabs, white space collapsed unless
 * `preserveLines`. Inline styles and simple style-sheet rules decide what is hidden.
 * @throws Unreadable `too_complex`, `too_large`
 */
export function visibleHtml(html: string, limits: ReadLimits, preserveLines: boolean): VisibleHtml {
  const rules = parseStyleSheet(
    [...html.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/gi)].map((match) => match[1]).join("\n"),
  );
  const stack: OpenElement[] = [];
  const page: Paragraph = { text: "", hidden: [] };
  const active = new Set<string>();
  const count = characterBudget(limits);
  let silent = 0;
  const around = () => stack.at(-1)?.appearance ?? INITIAL;
  const breakLine = (lines: string) => {
    if (!page.text.endsWith(lines) && page.text !== "")
      page.text = page.text.replace(/[ \t\n]*$/, "") + lines;
  };
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (ACTIVE.has(name)) active.add(name);
        for (const key of Object.keys(attributes)) if (/^on\w+$/.test(key)) active.add(key);
        const classes = (attributes.class ?? "").split(/\s+/).filter(Boolean);
        const element: OpenElement = { tag: name, id: attributes.id ?? "", classes, appearance: around() };
        stack.push(element);
        enforce(limits, "depth", stack.length);
        const style = {
          ...presentation(attributes),
          ...styleOf(rules, stack),
          ...declarations(attributes.style ?? ""),
        };
        element.appearance = appearance(style, stack.at(-2)?.appearance ?? INITIAL);
        if ("hidden" in attributes) element.appearance = { ...element.appearance, hiddenBy: "css" };
        if (SILENT.has(name)) silent++;
        if (silent > 0) return;
        if (BLOCK.has(name)) breakLine(SPACED.has(name) ? "\n\n" : "\n");
        else if (name === "br") page.text += "\n";
        else if (name === "td" || name === "th") page.text += /(^|\n)$/.test(page.text) ? "" : "\t";
        if (attributes.alt)
          page.hidden.push({ text: attributes.alt, technique: "alternative_text", page: null });
      },
      onclosetag(name) {
        const element = stack.at(-1);
        if (element?.tag === name) stack.pop();
        if (SILENT.has(name) && silent > 0) silent--;
        else if (silent === 0 && BLOCK.has(name) && !VOID.has(name))
          breakLine(SPACED.has(name) ? "\n\n" : "\n");
      },
      ontext(raw) {
        if (silent > 0) return;
        const flat = preserveLines ? raw : raw.replace(/[ \t\r\n\f]+/g, " ");
        const text = !preserveLines && /[\s]$/.test(page.text) ? flat.trimStart() : flat;
        if (text === "") return;
        count(text);
        addPiece(page, text, around().hiddenBy);
      },
      oncomment(text) {
        if (/[\p{L}\p{N}]/u.test(text)) page.hidden.push({ text, technique: "comment", page: null });
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.write(html);
  parser.end();
  return { text: page.text, hidden: page.hidden, active: [...active].sort() };
}

/** Presentational attributes of old HTML as declarations. */
function presentation(attributes: Record<string, string>): Record<string, string> {
  const style: Record<string, string> = {};
  if (attributes.color) style.color = attributes.color.toLowerCase();
  if (attributes.bgcolor) style["background-color"] = attributes.bgcolor.toLowerCase();
  return style;
}
