import { type Colour, parseHex, WHITE } from "../colour.ts";
import type { RunAppearance } from "../run-appearance.ts";
import type { Attributes } from "../xml.ts";
import { isOn } from "./wordprocessing.ts";

/** w14:alpha states transparency in thousandths of a percent. */
const NEARLY_TRANSPARENT = 90_000;

const HIGHLIGHTS: Readonly<Record<string, string>> = {
  black: "000000",
  blue: "0000ff",
  cyan: "00ffff",
  green: "00ff00",
  magenta: "ff00ff",
  red: "ff0000",
  yellow: "ffff00",
  white: "ffffff",
  darkBlue: "000080",
  darkCyan: "008080",
  darkGreen: "008000",
  darkMagenta: "800080",
  darkRed: "800000",
  darkYellow: "808000",
  darkGray: "808080",
  lightGray: "c0c0c0",
};

/** The fill of a `w:shd`: null when it shows what is behind. */
export function shading(attributes: Attributes): Colour | null {
  return (
    parseHex(attributes["w:fill"]) ??
    (attributes["w:val"] === "solid" ? parseHex(attributes["w:color"]) : null)
  );
}

/** Takes one child of `w:rPr` into `properties`; elements that do not bear on visibility change nothing. */
export function readRunProperty(properties: RunAppearance, name: string, attributes: Attributes): void {
  const value = attributes["w:val"];
  if (name === "w:vanish" || name === "w:specVanish") properties.vanish = isOn(value);
  else if (name === "w:color")
    properties.colour = parseHex(value) ?? (isThemeWhite(attributes) ? WHITE : "auto");
  else if (name === "w:sz") properties.halfPoints = Number(value);
  else if (name === "w:w") properties.scale = Number.parseFloat(value ?? "100");
  else if (name === "w:shd") properties.fill = shading(attributes);
  else if (name === "w:highlight") properties.fill = parseHex(HIGHLIGHTS[value ?? ""]);
  else if (name === "w14:noFill") properties.transparent = true;
  else if (name === "w14:alpha" && Number(attributes["w14:val"]) >= NEARLY_TRANSPARENT)
    properties.transparent = true;
}

const isThemeWhite = (attributes: Attributes) =>
  /^(background1|light1)$/.test(attributes["w:themeColor"] ?? "");
