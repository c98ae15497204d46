import { describe, expect, it } from "vitest";
import css from "../../../web/careers/careers.css?raw";

type Palette = Record<string, string>;

/** The custom properties of the first `:root` rule in a piece of the stylesheet. */
function palette(source: string): Palette {
  const block = /:root\s*\{([^}]*)\}/.exec(source)?.[1] ?? "";
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map(([, name, hex]) => [name, hex]),
  );
}
const light = palette(css);
const dark = { ...light, ...palette(css.slice(css.indexOf("(prefers-color-scheme: dark)"))) };

/** Relative luminance and contrast ratio as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

const TEXT = 4.5; // WCAG 2.2, 1.4.3
const CONTROL = 3; // WCAG 2.2, 1.4.11
const PAIRS: [string, string, number][] = [
  ["ink", "paper", TEXT],
  ["ink", "card", TEXT],
  ["ink", "tint", TEXT],
  ["ink", "wrong-tint", TEXT],
  ["soft", "paper", TEXT],
  ["soft", "card", TEXT],
  ["accent", "paper", TEXT],
  ["accent", "card", TEXT],
  ["accent", "tint", TEXT],
  ["accent-strong", "paper", TEXT],
  ["on-accent", "accent", TEXT],
  ["on-accent", "accent-strong", TEXT],
  ["wrong", "paper", TEXT],
  ["paper", "wrong", TEXT],
  ["wrong", "wrong-tint", TEXT],
  ["edge", "paper", CONTROL],
  ["edge", "card", CONTROL],
  ["accent", "paper", CONTROL],
];

describe.each([
  ["light", light],
  ["dark", dark],
])("the %s colours", (_, colours) => {
  it.each(PAIRS)("set %s on %s at %d to 1 or more", (front, back, least) => {
    const [a, b] = [colours[front], colours[back]];
    if (!a || !b) throw new Error(`no colour ${front} or ${back}`);
    expect(contrast(a, b)).toBeGreaterThanOrEqual(least);
  });
});

it("measures contrast as the standard's own examples have it", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
  expect(contrast("#777777", "#ffffff")).toBeLessThan(TEXT);
  expect(contrast("#767676", "#ffffff")).toBeGreaterThan(TEXT);
  expect(Object.keys(light).length).toBeGreaterThan(10);
  expect(dark.paper).not.toBe(light.paper);
});

it("holds no address of another host and moves nothing unless motion is welcome", () => {
  expect(css).not.toMatch(/url\(|@import|https?:/);
  const [before = ""] = css.split("(prefers-reduced-motion: no-preference)");
  expect(before).not.toMatch(/transition|animation/);
});
