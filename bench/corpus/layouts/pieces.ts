/** Pieces of a page: their HTML and what a person reads in them, made together so that they cannot part. */
import type { Field } from "../fields.ts";
import { plain, upperCased } from "../marked.ts";
import type { Entry, Resume, Section } from "../resume.ts";
import type { Style } from "./style.ts";

export interface Piece {
  html: string;
  /** Marked lines in reading order. */
  lines: string[];
}

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
export const escaped = (text: string): string => text.replace(/[&<>"]/g, (one) => ESCAPES[one] ?? one);

/** An element with its children one after the other. */
export function box(open: string, ...children: readonly (Piece | string)[]): Piece {
  const tag = /^\w+/.exec(open)?.[0] ?? "div";
  const pieces = children.map((child) =>
    typeof child === "string" ? { html: escaped(plain(child)), lines: child ? [child] : [] } : child,
  );
  return {
    html: `<${open}>${pieces.map(({ html }) => html).join("")}</${tag}>`,
    lines: pieces.flatMap(({ lines }) => lines),
  };
}

/** What is drawn and not read: rules, pictures, hidden text. */
export const silent = (html: string): Piece => ({ html, lines: [] });

/** Children that a person reads as one line. */
export const asLine = ({ html, lines }: Piece): Piece => ({ html, lines: [lines.join(" ")] });

export function pageHeading(resume: Resume, style: Style): Piece {
  return box(
    `div class="top" style="text-align:${style.centred ? "center" : "left"}"`,
    ...(resume.pageTitle ? [box(`div class="pagetitle"`, resume.pageTitle)] : []),
    box("h1", resume.name),
    box(`div class="role"`, resume.role),
  );
}

export const sectionTitle = ({ title }: Section, style: Style, locale: string): Piece =>
  box(`h2 class="${style.spacedTitles ? "spaced" : ""}"`, style.capitals ? upperCased(title, locale) : title);

const withoutName = (fields: readonly Field[]) => fields.filter(({ kind }) => kind !== "name");
const ICONS: Partial<Record<Field["kind"], string>> = { phone: "☎", email: "✉", address: "⌂" };

/** One field a line, with its label. */
export function fieldList(resume: Resume, style: Style): Piece {
  return box(
    `div class="fields"`,
    ...withoutName(resume.fields).map(({ label, value }) => box("div", `${label}${style.colon}${value}`)),
  );
}

/** All fields in one running line, values alone where their kind shows. */
export function fieldRow(resume: Resume, style: Style): Piece {
  const parts = withoutName(resume.fields).flatMap(({ kind, label, value }, index) => {
    const bare = kind === "email" || kind === "phone" || kind === "link";
    const icon = style.icons && ICONS[kind] ? [silent(`<span>${ICONS[kind]} </span>`)] : [];
    const rule = index > 0 ? [silent(style.separator)] : [];
    return [...rule, ...icon, box("span", bare ? value : `${label}${style.colon}${value}`)];
  });
  return asLine(box(`div class="contact" style="text-align:${style.centred ? "center" : "left"}"`, ...parts));
}

export const bulletList = (bullets: readonly string[], style: Style): Piece =>
  bullets.length === 0
    ? silent("")
    : style.typedBullets
      ? box(
          `div class="typed"`,
          ...bullets.map((one) => box("div", silent(style.typedBullets), box("span", one))),
        )
      : box("ul", ...bullets.map((one) => box("li", one)));

function entryOf(entry: Entry, style: Style): Piece {
  const { what, where, when } = entry;
  const bullets = bulletList(entry.bullets, style);
  switch (style.dates) {
    case "float":
      return box(
        `div class="entry"`,
        // The date stands right of the line and comes first in the markup, as floats do.
        {
          html: `<div><span class="right">${escaped(plain(when))}</span><b>${escaped(`${what}, ${where}`)}</b></div>`,
          lines: [`${what}, ${where} ${when}`],
        },
        bullets,
      );
    case "left":
      return box(
        `div class="entry dated"`,
        box(`div class="when"`, when),
        box("div", box("b", what), box("div", where), bullets),
      );
    case "row":
      return box(
        `div class="entry"`,
        asLine(box(`div class="spread"`, box("b", where), box("span", what), box("span", when))),
        bullets,
      );
    case "stacked":
      return box(`div class="entry"`, box("div", box("b", what)), box("div", where), box("i", when), bullets);
  }
}

function itemsOf(section: Section, style: Style): Piece {
  const { items } = section;
  if (items.length === 0) return silent("");
  if (section.kind === "summary") return box("div", ...items.map((one) => box("p", one)));
  if (section.kind !== "skills") return bulletList(items, style);
  switch (style.skills) {
    case "chips":
      return asLine(box("div", ...items.map((one) => box(`span class="chip"`, one))));
    case "list":
      return bulletList(items, style);
    case "line":
      return box("p", items.join(style.spacedLanguage ? ", " : "、"));
  }
}

export function sectionOf(section: Section, style: Style, locale: string): Piece {
  return box(
    "section",
    sectionTitle(section, style, locale),
    ...section.entries.map((entry) => entryOf(entry, style)),
    itemsOf(section, style),
  );
}
