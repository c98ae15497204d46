/** An sRGB colour, each channel 0 to 255. */
export type Colour = readonly [number, number, number];

export const WHITE: Colour = [255, 255, 255];
export const BLACK: Colour = [0, 0, 0];

/** Below this contrast nobody reads a word; WCAG 2.2 asks for 4.5, light grey rules and hints have 1.3 and more. */
export const UNSEEN_CONTRAST = 1.2;

function linear(channel: number): number {
  const value = channel / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

function luminance([red, green, blue]: Colour): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** Contrast ratio of two colours, 1 to 21 (WCAG 2.2, relative luminance). */
export function contrast(a: Colour, b: Colour): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light! + 0.05) / (dark! + 0.05);
}

/** True when text of one colour cannot be told from its background. Hues that differ in a channel can. */
export function isUnseen(text: Colour, background: Colour): boolean {
  const apart = Math.max(...text.map((channel, index) => Math.abs(channel - background[index]!)));
  return apart < 64 && contrast(text, background) < UNSEEN_CONTRAST;
}

/** Reads `RRGGBB`, `#RRGGBB` or `#RGB`; null for anything else, `auto` included. */
export function parseHex(value: string | undefined): Colour | null {
  const digits = /^#?([0-9a-f]{6}|[0-9a-f]{3})$/i.exec(value ?? "")?.[1];
  if (digits === undefined) return null;
  const wide = digits.length === 3 ? [...digits].map((digit) => digit + digit).join("") : digits;
  return [0, 2, 4].map((at) => Number.parseInt(wide.slice(at, at + 2), 16)) as unknown as Colour;
}
