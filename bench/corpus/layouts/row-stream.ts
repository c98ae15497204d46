/** Two columns whose content stream runs across them, row by row, as some word processors and converters write. */
import { plain } from "../marked.ts";
import type { Resume } from "../resume.ts";
import { escaped, fieldRow, type Piece, pageHeading, silent } from "./pieces.ts";
import type { LayoutInput, Page } from "./types.ts";

/** Em that a column holds and em from one line to the next. */
const COLUMN = 25.5;
const LEADING = 1.5;

interface Line {
  text: string;
  bold: boolean;
}

/** Upper estimates of advance widths, in em: no line may run into the next column. */
function width(character: string): number {
  if (/[\u1100-\u11FF\u2E80-\uA4CF\uAC00-\uD7AF\uF900-\uFAFF\uFF00-\uFF60]/u.test(character)) return 1;
  return /[A-ZÀ-ÞMWmw%@]/u.test(character) ? 0.85 : 0.61;
}

/** Breaks at blanks, and between any two characters where a word alone is too long or the script has no blanks. */
export function wrapped(text: string, limit: number): string[] {
  const lines: string[] = [];
  let line = "";
  let used = 0;
  const close = () => {
    if (line.trim()) lines.push(line.trim());
    line = "";
    used = 0;
  };
  for (const word of text.split(
    /(?<=\s)|(?=[\u3040-\u30FF\u4E00-\u9FFF])|(?<=[\u3040-\u30FF\u4E00-\u9FFF])/u,
  )) {
    const size = [...word].reduce((sum, character) => sum + width(character), 0);
    if (used + size > limit) close();
    line += word;
    used += size;
  }
  close();
  return lines;
}

function column(sections: Resume["sections"]): { drawn: Line[]; lines: string[] } {
  const texts = sections.flatMap((section) => [
    { text: section.title, bold: true },
    ...section.entries.flatMap(({ what, where, when, bullets }) =>
      [when, what, where, ...bullets].map((text) => ({ text, bold: false })),
    ),
    ...section.items.map((text) => ({ text, bold: false })),
  ]);
  return {
    drawn: texts.flatMap(({ text, bold }) =>
      wrapped(plain(text), bold ? COLUMN / 1.3 : COLUMN).map((part) => ({ text: part, bold })),
    ),
    lines: texts.map(({ text }) => text),
  };
}

export function rowStream({ resume, style, plant }: LayoutInput): Page {
  const middle = Math.ceil(resume.sections.length / 2);
  const left = column(resume.sections.slice(0, middle));
  const right = column(resume.sections.slice(middle));
  const at = (line: Line | undefined, row: number, x: string) =>
    line
      ? `<div style="position:absolute;white-space:nowrap;left:${x};top:${(row * LEADING).toFixed(2)}em;font-weight:${line.bold ? 700 : 400}">${escaped(line.text)}</div>`
      : "";
  const count = Math.max(left.drawn.length, right.drawn.length);
  const rows = Array.from(
    { length: count },
    (_, row) => at(left.drawn[row], row, "0") + at(right.drawn[row], row, `${COLUMN + 2}em`),
  );
  const stream: Piece = {
    html: `<div style="position:relative;height:${count * LEADING}em">${rows.join("")}</div>`,
    lines: [...left.lines, ...right.lines],
  };
  return {
    body: [pageHeading(resume, style), fieldRow(resume, style), silent(plant), stream],
    css: "body{font-size:.92rem}h1{margin-bottom:.4rem}.contact{margin-bottom:.8rem}",
    onePage: true,
    fixedSize: 12.5,
  };
}
