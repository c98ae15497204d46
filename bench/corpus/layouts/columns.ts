/** Pages whose text stands in columns. */
import { pick } from "../../../test/chaos/random.ts";
import type { Resume, Section } from "../resume.ts";
import { box, fieldList, fieldRow, type Piece, pageHeading, sectionOf, silent } from "./pieces.ts";
import type { Style } from "./style.ts";
import type { LayoutInput, Page } from "./types.ts";

const ASIDE_KINDS: readonly string[] = ["skills", "languages", "certificates", "interests"];
const narrow = (style: Style): Style => ({
  ...style,
  dates: "stacked",
  skills: style.skills === "chips" ? "list" : style.skills,
});
const drawn = (sections: readonly Section[], style: Style, resume: Resume): Piece[] =>
  sections.map((section) => sectionOf(section, style, resume.vocabulary.locale));
const split = (resume: Resume): [aside: Section[], main: Section[]] => [
  resume.sections.filter(({ kind }) => ASIDE_KINDS.includes(kind)),
  resume.sections.filter(({ kind }) => !ASIDE_KINDS.includes(kind)),
];

/** One text that flows through two columns. */
export function flowingColumns({ resume, style, plant }: LayoutInput): Page {
  const head = [pageHeading(resume, style), fieldRow(resume, style), silent(plant)];
  const flow = box(
    `div style="column-count:2;column-gap:2.2rem"`,
    ...drawn(resume.sections, narrow(style), resume),
  );
  return { body: [...head, flow], css: "", onePage: true };
}

/** Two stacks beside each other, each read from top to bottom. */
export function stackedColumns({ resume, style, plant }: LayoutInput): Page {
  const [aside, main] = split(resume);
  const left = box("div", silent(plant), ...drawn(main.slice(0, 2), narrow(style), resume));
  const right = box("div", ...drawn([...main.slice(2), ...aside], narrow(style), resume));
  return {
    body: [pageHeading(resume, style), fieldRow(resume, style), box(`div class="two"`, left, right)],
    css: ".two{display:grid;grid-template-columns:1fr 1fr;gap:2rem}",
    onePage: true,
  };
}

/** A narrow column of facts beside the story; either may be read first. */
function sidebarPage(input: LayoutInput, side: "left" | "right", css: string, mainFirst: boolean): Page {
  const { resume, style, plant } = input;
  const [asideSections, mainSections] = split(resume);
  const aside = box(
    `div class="aside" style="grid-column:${side === "left" ? 1 : 2};grid-row:1"`,
    fieldList(resume, style),
    ...drawn(asideSections, narrow(style), resume),
  );
  const main = box(
    `div class="main" style="grid-column:${side === "left" ? 2 : 1};grid-row:1"`,
    pageHeading(resume, { ...style, centred: false }),
    silent(plant),
    ...drawn(mainSections, style.dates === "left" ? narrow(style) : style, resume),
  );
  const inMarkup = mainFirst ? [main, aside] : [aside, main];
  const inOrder = side === "left" ? [aside, main] : [main, aside];
  const grid: Piece = {
    html: `<div class="page">${inMarkup.map(({ html }) => html).join("")}</div>`,
    lines: inOrder.flatMap(({ lines }) => lines),
  };
  return {
    body: [grid],
    otherOrder: inOrder.toReversed().flatMap(({ lines }) => lines),
    css: `.page{display:grid;grid-template-columns:${side === "left" ? "31% 1fr" : "1fr 31%"};gap:1.6rem}.aside{overflow-wrap:anywhere}${css}`,
    onePage: true,
  };
}

export const sidebar = (input: LayoutInput): Page =>
  sidebarPage(
    input,
    pick(input.random, ["left", "right"]),
    input.random() < 0.5 ? ".aside{background:#eef1f5;padding:.8rem}" : "",
    input.random() < 0.5,
  );

/** White on a dark panel that fills the page's height. */
export function darkPanel(input: LayoutInput): Page {
  const ground = pick(input.random, ["#20303f", "#3a1f2e", "#111111", "#1d3b2a"]);
  const css = `.page{min-height:296mm;gap:0}.aside{background:${ground};color:#fff;padding:1.4rem}
.aside h2{color:#fff;border-color:#fff}.aside .chip{border-color:#fff}.main{padding:1.4rem}`;
  const page = sidebarPage(input, pick(input.random, ["left", "right"]), css, input.random() < 0.5);
  return { ...page, margin: "0" };
}

/** Skills, languages and the like in three columns under the story. */
export function threeColumns({ resume, style, plant }: LayoutInput): Page {
  const [aside, main] = split(resume);
  const inner = narrow(style);
  const column = (sections: readonly Section[]) => box("div", ...drawn(sections, inner, resume));
  const count = 3;
  const columns = Array.from({ length: count }, (_, at) =>
    column(aside.filter((_one, i) => i % count === at)),
  );
  return {
    body: [
      pageHeading(resume, style),
      fieldRow(resume, style),
      silent(plant),
      ...drawn(main, style, resume),
      box(`div class="three"`, ...columns.filter(({ lines }) => lines.length > 0)),
    ],
    css: ".three{display:grid;grid-template-columns:repeat(3,1fr);gap:1.4rem}",
    onePage: true,
  };
}

/** Jobs as framed cards, two in a row; a person may go across or down. */
export function cards({ resume, style, plant }: LayoutInput): Page {
  const inner = narrow(style);
  const all = drawn(resume.sections, inner, resume).map((piece) => box(`div class="card"`, piece));
  const column = (at: number) => all.filter((_, i) => i % 2 === at).flatMap(({ lines }) => lines);
  const head = box("div", pageHeading(resume, style), fieldRow(resume, style), silent(plant));
  return {
    body: [head, box(`div class="cards"`, ...all)],
    otherOrder: [...head.lines, ...column(0), ...column(1)],
    css: ".cards{display:grid;grid-template-columns:1fr 1fr;gap:1rem}.card{border:1px solid #888;padding:.5rem .8rem}",
    onePage: true,
  };
}
