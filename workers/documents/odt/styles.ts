import { type Colour, parseHex } from "../colour.ts";
import { inherit, type RunAppearance } from "../run-appearance.ts";
import type { Attributes } from "../xml.ts";
import { points } from "./open-document.ts";

interface Style {
  parent: string | null;
  run: RunAppearance;
  fill?: Colour | null;
}

/** Collects the styles of `styles.xml` and `content.xml` as they are read, and answers by family and name. */
export interface Styles {
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
  run(family: string, name: string | null): RunAppearance;
  fill(family: string, name: string | null): Colour | null;
}

const MAX_ANCESTORS = 20;

function textProperties(run: RunAppearance, attributes: Attributes): void {
  if (attributes["text:display"]) run.vanish = attributes["text:display"] === "none";
  const colour = parseHex(attributes["fo:color"]);
  if (colour) run.colour = attributes["style:use-window-font-color"] === "true" ? "auto" : colour;
  const size = points(attributes["fo:font-size"]);
  if (!Number.isNaN(size)) run.halfPoints = 2 * size;
  const scale = Number.parseFloat(attributes["style:text-scale"] ?? "");
  if (!Number.isNaN(scale)) run.scale = scale;
  if (attributes["fo:background-color"]) run.fill = parseHex(attributes["fo:background-color"]);
  // LibreOffice writes opacity="0%" beside the automatic colour, where it means nothing.
  const automatic = attributes["style:use-window-font-color"] === "true";
  const opacity = attributes["loext:opacity"];
  if (automatic || opacity !== undefined) {
    run.transparent = !automatic && Number.parseFloat(opacity ?? "100") < 10;
  }
}

/** Creates an empty collection. */
export function createStyles(): Styles {
  const styles = new Map<string, Style>();
  let current: Style | null = null;
  const chain = (family: string, name: string | null): Style[] => {
    const found: Style[] = [];
    const base = styles.get(`${family}/`);
    for (let next = name; next && found.length < MAX_ANCESTORS; ) {
      const style = styles.get(`${family}/${next}`);
      if (!style) break;
      found.unshift(style);
      next = style.parent;
    }
    return base ? [base, ...found] : found;
  };
  return {
    open(name, attributes) {
      if (name === "style:style" || name === "style:default-style") {
        current = { parent: attributes["style:parent-style-name"] ?? null, run: {} };
        styles.set(`${attributes["style:family"]}/${attributes["style:name"] ?? ""}`, current);
      } else if (current && name === "style:text-properties") textProperties(current.run, attributes);
      else if (current && /^style:(paragraph|table-cell|table-row|table|graphic)-properties$/.test(name)) {
        const fill =
          attributes["fo:background-color"] ??
          (attributes["draw:fill"] === "solid" ? attributes["draw:fill-color"] : undefined);
        if (fill !== undefined) current.fill = parseHex(fill);
      }
    },
    close(name) {
      if (name === "style:style" || name === "style:default-style") current = null;
    },
    run: (family, name) =>
      chain(family, name).reduce<RunAppearance>((sum, style) => inherit(sum, style.run), {}),
    fill: (family, name) =>
      chain(family, name).reduce<Colour | null>((sum, style) => style.fill ?? sum, null),
  };
}
