import { BLACK, type Colour, isUnseen, parseHex, WHITE } from "../colour.ts";
import type { HiddenTechnique } from "../types.ts";

/** Property to value, lower case, later ones over earlier ones. */
export type Declarations = Readonly<Record<string, string>>;

/** What an element passes on to those inside it. */
export interface Appearance {
  hiddenBy: HiddenTechnique | null;
  colour: Colour;
  /** Null when an image or a gradient lies behind. */
  background: Colour | null;
  pixels: number;
}

export const INITIAL: Appearance = { hiddenBy: null, colour: BLACK, background: WHITE, pixels: 16 };

const NAMED: Readonly<Record<string, string>> = {
  white: "ffffff",
  black: "000000",
  red: "ff0000",
  green: "008000",
  blue: "0000ff",
  yellow: "ffff00",
  gray: "808080",
  grey: "808080",
  silver: "c0c0c0",
  navy: "000080",
  snow: "fffafa",
  ivory: "fffff0",
  whitesmoke: "f5f5f5",
  ghostwhite: "f8f8ff",
  floralwhite: "fffaf0",
  teal: "008080",
  maroon: "800000",
};
const TINY_PIXELS = 3;
const OFF_PAGE_PIXELS = 900;
const NEARLY_TRANSPARENT = 0.08;

/** Characters of one style attribute that are looked at. */
const MAX_STYLE = 2000;

/** Parses `a: b; c: d`. Custom properties and `!important` carry no weight here. */
export function declarations(style: string): Declarations {
  const result: Record<string, string> = {};
  for (const part of style.slice(0, MAX_STYLE).toLowerCase().split(";")) {
    const colon = part.indexOf(":");
    if (colon > 0)
      result[part.slice(0, colon).trim()] = part
        .slice(colon + 1)
        .replace("!important", "")
        .trim();
  }
  return result;
}

interface PaintedColour {
  colour: Colour;
  alpha: number;
}

function parseColour(value: string | undefined): PaintedColour | null {
  if (value === undefined) return null;
  const word = value.split(/\s(?![^(]*\))/)[0] ?? "";
  if (word === "transparent") return { colour: WHITE, alpha: 0 };
  const hex = parseHex(word) ?? parseHex(NAMED[word]);
  if (hex) return { colour: hex, alpha: 1 };
  const numbers = /^rgba?\(([^)]*)\)/
    .exec(value)?.[1]
    ?.split(/[\s,/]+/)
    .filter(Boolean)
    .map(Number.parseFloat);
  if (!numbers || numbers.length < 3 || numbers.some(Number.isNaN)) return null;
  return { colour: [numbers[0]!, numbers[1]!, numbers[2]!], alpha: numbers[3] ?? 1 };
}

function pixels(value: string | undefined, em: number): number | null {
  const match = /^(-?[\d.]+)(px|pt|r?em|%|in|cm|mm|vw|vh)?\b/.exec(value ?? "");
  if (!match) return null;
  const number = Number(match[1]);
  const unit = { px: 1, pt: 4 / 3, em, rem: 16, "%": em / 100, in: 96, cm: 37.8, mm: 3.78, vw: 10, vh: 10 };
  return number * (unit[(match[2] ?? "px") as keyof typeof unit] ?? 1);
}

function isMovedAway(style: Declarations): boolean {
  const positioned = /absolute|fixed|relative/.test(style.position ?? "");
  const offsets = ["left", "top", "right", "bottom"].map((side) => pixels(style[side], 16) ?? 0);
  const shifts = ["text-indent", "margin-left", "margin-top"].map((key) => pixels(style[key], 16) ?? 0);
  const moved = /translate\w*\(\s*-?\d{4,}|translate\w*\(\s*-[1-9]\d{2,}%/.test(style.transform ?? "");
  return (
    moved ||
    (positioned && offsets.some((by) => Math.abs(by) > OFF_PAGE_PIXELS)) ||
    shifts.some((by) => by < -OFF_PAGE_PIXELS)
  );
}

function isClipped(style: Declarations): boolean {
  const clips = /hidden|clip/.test(style.overflow ?? "");
  const flat = ["width", "height", "max-height", "max-width"].some(
    (key) => (pixels(style[key], 16) ?? 99) <= 1,
  );
  return (
    (clips && flat) ||
    /rect\(\s*(0|1px)[\s,]/.test(style.clip ?? "") ||
    /inset\(\s*(50|100)%|circle\(\s*0/.test(style["clip-path"] ?? "") ||
    /scale\w*\(\s*0?(\.0\d*)?\s*[),]/.test(style.transform ?? "")
  );
}

/** The appearance of an element with these declarations inside one of that appearance. */
export function appearance(style: Declarations, outer: Appearance): Appearance {
  const size = pixels(style["font-size"], outer.pixels) ?? outer.pixels;
  const text = parseColour(style.color);
  const painted = style.background ?? style["background-color"];
  const fill = parseColour(style["background-color"] ?? style.background);
  const pictured = /url\(|gradient\(/.test(`${painted ?? ""} ${style["background-image"] ?? ""}`);
  const background = pictured ? null : fill && fill.alpha > 0.5 ? fill.colour : outer.background;
  const colour = text?.colour ?? outer.colour;
  const opacity = Number.parseFloat(style.opacity ?? "1");
  let hiddenBy = outer.hiddenBy;
  if (style.display === "none" || /hidden|collapse/.test(style.visibility ?? "")) hiddenBy ??= "css";
  else if (opacity < NEARLY_TRANSPARENT || (text && text.alpha < NEARLY_TRANSPARENT))
    hiddenBy ??= "transparent";
  else if (isMovedAway(style)) hiddenBy ??= "off_page";
  else if (isClipped(style)) hiddenBy ??= "clipped";
  else if (size < TINY_PIXELS) hiddenBy ??= "tiny";
  else if (background && isUnseen(colour, background)) hiddenBy ??= "low_contrast";
  else if (hiddenBy === "low_contrast" || hiddenBy === "tiny") hiddenBy = null;
  return { hiddenBy, colour, background, pixels: size };
}
