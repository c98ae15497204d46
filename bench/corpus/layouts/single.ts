/** Pages of one column, as text or as a table. */
import type { Field } from "../fields.ts";
import {
  asLine,
  box,
  bulletList,
  fieldList,
  fieldRow,
  type Piece,
  pageHeading,
  sectionOf,
  sectionTitle,
  silent,
} from "./pieces.ts";
import type { LayoutInput, Page } from "./types.ts";

export function oneColumn({ resume, style, plant, random }: LayoutInput): Page {
  const fields = random() < 0.5 ? fieldRow(resume, style) : fieldList(resume, style);
  const sections = resume.sections.map((section) => sectionOf(section, style, resume.vocabulary.locale));
  return { body: [pageHeading(resume, style), fields, silent(plant), ...sections], css: "", onePage: false };
}

/** Dates and section titles in a column of their own, as Europass has them; no rules. */
export function europass({ resume, style, plant }: LayoutInput): Page {
  const { locale } = resume.vocabulary;
  const row = (label: Piece | string, content: Piece | string) =>
    box(`div class="pass"`, box(`div class="key"`, label), box("div", content));
  const fields = resume.fields.map(({ label, value }) => row(label, value));
  const sections = resume.sections.flatMap((section) => [
    row(sectionTitle(section, style, locale), silent("<hr>")),
    ...section.entries.map((entry) =>
      row(
        entry.when,
        box("div", box("b", entry.what), box("div", entry.where), bulletList(entry.bullets, style)),
      ),
    ),
    ...(section.items.length > 0
      ? [row(silent(""), box("div", ...section.items.map((one) => box("p", one))))]
      : []),
  ]);
  const title = resume.pageTitle ? [box(`div class="pagetitle"`, resume.pageTitle)] : [];
  return {
    body: [...title, ...fields, silent(plant), ...sections],
    css: ".pass{display:grid;grid-template-columns:29% 1fr;gap:1.2rem;margin:.25rem 0}.key{text-align:right;color:#333}.pass h2{border:0;margin:.4rem 0 0}",
    onePage: false,
  };
}

/** A ruled form with two fields to a row and a picture, then dated rows. */
export function form({ resume, style, plant, random }: LayoutInput): Page {
  const wide = ({ kind }: Field) => kind === "address" || kind === "link";
  const cells = (field: Field, span: number): Piece[] => [
    box("th", field.label),
    box(`td colspan="${span}"`, field.value),
  ];
  const short = resume.fields.filter((field) => !wide(field));
  const picture = silent(`<td rowspan="3" class="photo"><div></div></td>`);
  const rows: Piece[] = [];
  for (let at = 0; at < short.length; at += 2) {
    const pair = short.slice(at, at + 2);
    // The picture takes the place of the last column beside the first three rows.
    const span = at < 6 ? 1 : 2;
    const parts =
      pair.length === 2 ? [...cells(pair[0]!, 1), ...cells(pair[1]!, span)] : cells(pair[0]!, span + 2);
    rows.push(asLine(box("tr", ...parts, ...(at === 0 ? [picture] : []))));
  }
  rows.push(...resume.fields.filter(wide).map((field) => asLine(box("tr", ...cells(field, 4)))));
  const history = resume.sections.flatMap((section) => [
    box("tr", box(`th colspan="5" class="part"`, section.title)),
    ...section.entries.map((entry) =>
      box(
        "tr",
        box("td", entry.when),
        box(`td colspan="4"`, box("div", `${entry.where}　${entry.what}`), bulletList(entry.bullets, style)),
      ),
    ),
    ...(section.items.length > 0
      ? [box("tr", box(`td colspan="5"`, ...section.items.map((one) => box("p", one))))]
      : []),
  ]);
  const ruled = random() < 0.75;
  return {
    body: [
      box(`div class="pagetitle"`, resume.pageTitle ?? resume.role),
      box("table", ...rows, ...history),
      silent(plant),
    ],
    css: `th,td{${ruled ? "border:1px solid #333;" : ""}padding:.25rem .5rem;text-align:left;vertical-align:top;font-weight:400}th{${ruled ? "background:#f1f1f1;" : ""}white-space:nowrap}.part{text-align:center}.photo{width:7.5rem}.photo div{width:6.5rem;height:8rem;background:#cfd6dd}`,
    onePage: false,
  };
}
