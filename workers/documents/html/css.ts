import { BLACK, type Colour, isUnseen, parseHex, WHITE } from "../colour.ts";
import { type Check, type Detectors, firstHiding } from "../detectors.ts";
import type { HiddenTechnique } from "../types.ts";

/** Property to value, lower case, later ones over earlier ones. */
export type Declarations = Readonly<Record<string, string>>;

/** What an element passes on to those inside it. */
export interface Appearance {
  hiddenBy: HiddenTechnique | null;
  /** What hides it and all that it can hold. */
  lastingly: HiddenTechnique | null;
  colour: Colour;
  /** Null when an image or a gradient lies behind. */
  background: Colour | null;
  pixels: number;
  /** It is inherited, and may be switched back on. */
  visibility: string;
}

export const INITIAL: Appearance = {
  hiddenBy: null,
  lastingly: null,
  colour: BLACK,
  background: WHITE,
  pixels: 16,
  visibility: "visible",
};

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

function opacityOf(value = "1"): number {
  return Number.parseFloat(value) / (value.endsWith("%") ? 100 : 1);
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

/** An element's style with what it comes to on the page. */
interface Styled {
  style: Declarations;
  /** Alpha of the text's own colour, 1 where it has none. */
  alpha: number;
  colour: Colour;
  background: Colour | null;
  pixels: number;
  visibility: string;
}

/** Nothing inside can undo these. */
const LASTING_CHECKS: readonly Check<Styled>[] = [
  { name: "css_display", technique: "css", hides: ({ style }) => style.display === "none" },
  {
    name: "css_transparent",
    technique: "transparent",
    hides: ({ style, alpha }) => Math.min(opacityOf(style.opacity), alpha) < NEARLY_TRANSPARENT,
  },
  { name: "css_moved", technique: "off_page", hides: ({ style }) => isMovedAway(style) },
  { name: "css_clipped", technique: "clipped", hides: ({ style }) => isClipped(style) },
];

/** An element inside with another visibility, size or colour is seen again. */
const PASSING_CHECKS: readonly Check<Styled>[] = [
  { name: "css_visibility", technique: "css", hides: ({ visibility }) => /hidden|collapse/.test(visibility) },
  { name: "css_tiny", technique: "tiny", hides: ({ pixels }) => pixels < TINY_PIXELS },
  {
    name: "css_low_contrast",
    technique: "low_contrast",
    hides: ({ colour, background }) => background !== null && isUnseen(colour, background),
  },
];
/** The appearance of an element with these declarations inside one of that appearance. */
export function appearance(style: Declarations, outer: Appearance, detectors: Detectors): Appearance {
  const size = pixels(style["font-size"], outer.pixels) ?? outer.pixels;
  const text = parseColour(style.color);
  const painted = style.background ?? style["background-color"];
  const fill = parseColour(style["background-color"] ?? style.background);
  const pictured = /url\(|gradient\(/.test(`${painted ?? ""} ${style["background-image"] ?? ""}`);
  const background = pictured ? null : fill && fill.alpha > 0.5 ? fill.colour : outer.background;
  const colour = text?.colour ?? outer.colour;
  const visibility = style.visibility ?? outer.visibility;
  const styled = { style, alpha: text?.alpha ?? 1, colour, background, pixels: size, visibility };
  const lastingly = outer.lastingly ?? firstHiding(LASTING_CHECKS, detectors, styled);
  const hiddenBy = lastingly ?? firstHiding(PASSING_CHECKS, detectors, styled);
  return { hiddenBy, lastingly, colour, background, pixels: size, visibility };
}
