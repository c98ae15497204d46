import type { Colour } from "../colour.ts";
import type { ReadLimits } from "../limits.ts";
import { inherit, type RunAppearance } from "../run-appearance.ts";
import { xmlReader } from "../xml.ts";
import type { Package } from "../zip/package.ts";
import { readRunProperty, shading } from "./run-properties.ts";
import { WORD_NAMESPACES } from "./wordprocessing.ts";

interface Style {
  basedOn: string | null;
  run: RunAppearance;
  /** Paragraph shading, undefined where the style says nothing. */
  shade?: Colour | null;
  /** A table style that paints cells: what lies behind its text depends on the cell. */
  paints: boolean;
  /** Stands in the outline, as headings do. */
  heading: boolean;
}

/** Run and paragraph properties by style, inheritance resolved. */
export interface Styles {
  /** A paragraph's runs; null is the default style. */
  paragraphRun(styleId: string | null): RunAppearance;
  /** What a character style adds. */
  characterRun(styleId: string | null): RunAppearance;
  heading(styleId: string | null): boolean;
  shade(styleId: string | null): Colour | null;
  paints(styleId: string | null): boolean;
}

/** Word follows at most ten; a cycle ends here too. */
const MAX_ANCESTORS = 20;

function chain(styles: ReadonlyMap<string, Style>, id: string | null): Style[] {
  const found: Style[] = [];
  for (let next = id; next !== null && found.length < MAX_ANCESTORS; ) {
    const style = styles.get(next);
    if (!style) break;
    found.unshift(style);
    next = style.basedOn;
  }
  return found;
}

/** Reads `word/styles.xml`; a document without one has Word's defaults. @throws Unreadable */
export function readStyles(container: Package, part: string, limits: ReadLimits): Styles {
  const styles = new Map<string, Style>();
  const defaults: RunAppearance = {};
  let defaultParagraph: string | null = null;
  let current: Style | null = null;
  const path: string[] = [];
  const reader = xmlReader(
    {
      open(name, attributes) {
        path.push(name);
        const parent = path.at(-2);
        if (name === "w:style") {
          current = { basedOn: null, run: {}, paints: false, heading: false };
          const id = attributes["w:styleId"] ?? "";
          styles.set(id, current);
          if (attributes["w:type"] === "paragraph" && attributes["w:default"] === "1") defaultParagraph = id;
        } else if (name === "w:basedOn" && current) current.basedOn = attributes["w:val"] ?? null;
        else if (name === "w:outlineLvl" && current) current.heading = Number(attributes["w:val"]) < 9;
        else if (name === "w:shd" && current && parent === "w:pPr") current.shade = shading(attributes);
        else if (name === "w:shd" && current && parent !== "w:rPr")
          current.paints ||= shading(attributes) !== null;
        else if (path.includes("w:rPr") && !path.includes("w:tblStylePr")) {
          readRunProperty(current?.run ?? defaults, name, attributes);
        }
      },
      close(name) {
        path.pop();
        if (name === "w:style") current = null;
      },
      text() {},
    },
    WORD_NAMESPACES,
    limits,
  );
  if (container.has(part)) {
    container.stream(part, (chunk) => reader.write(chunk));
    reader.end();
  }
  const own = (id: string | null) => chain(styles, id);
  const of = (id: string | null) => chain(styles, id ?? defaultParagraph);
  return {
    paragraphRun: (id) => of(id).reduce((sum, style) => inherit(sum, style.run), defaults),
    characterRun: (id) => own(id).reduce<RunAppearance>((sum, style) => inherit(sum, style.run), {}),
    heading: (id) => of(id).some((style) => style.heading),
    shade: (id) => of(id).reduce<Colour | null>((sum, style) => style.shade ?? sum, null),
    paints: (id) => own(id).some((style) => style.paints),
  };
}
