import { pick, type Random } from "../../../test/chaos/random.ts";
import type { Vocabulary } from "../vocabulary/types.ts";

/** What a page's author chose besides its layout. */
export interface Style {
  font: string;
  /** CSS pixels. */
  size: number;
  colon: string;
  separator: string;
  centred: boolean;
  capitals: boolean;
  spacedTitles: boolean;
  icons: boolean;
  /** Bullets typed as characters, or "" for those of the list. */
  typedBullets: string;
  dates: "float" | "left" | "row" | "stacked";
  skills: "chips" | "list" | "line";
  justified: boolean;
  accent: string;
  spacedLanguage: boolean;
}

export function inventStyle(random: Random, vocabulary: Vocabulary): Style {
  const often = (share: number) => random() < share;
  return {
    font: pick(random, vocabulary.fonts),
    size: pick(random, [11.5, 12.5, 13.5, 14.5]),
    colon: pick(random, vocabulary.colon),
    separator: pick(random, [" | ", " · ", " • ", "&emsp;", " / "]),
    centred: often(0.35),
    capitals: often(0.3),
    spacedTitles: often(0.2),
    icons: often(0.3),
    typedBullets: pick(random, ["", "", "", "• ", "- ", "■ ", "◆ "]),
    dates: pick(random, ["float", "left", "row", "stacked"]),
    skills: pick(random, ["chips", "list", "line"]),
    justified: often(0.3),
    accent: pick(random, ["#1f4e79", "#7a1f3d", "#222222", "#2b5d34", "#5b4a9a"]),
    spacedLanguage: vocabulary.spaced,
  };
}

/** The style sheet that all layouts share; lengths in em follow the size. */
export function styleSheet(style: Style, margin: string): string {
  return `@page{size:A4;margin:${margin}}
*{box-sizing:border-box}
html{font-size:${style.size}px;-webkit-print-color-adjust:exact;print-color-adjust:exact}
body{margin:0;font-family:"${style.font}","Noto Sans CJK SC",sans-serif;line-height:1.4;color:#1b1b1b}
h1{font-size:1.9rem;margin:0 0 .2rem;color:${style.accent}}
h2{font-size:1.15rem;margin:.9rem 0 .35rem;color:${style.accent};border-bottom:1px solid ${style.accent}}
h2.spaced{letter-spacing:.22em}
p{margin:.2rem 0}ul{margin:.2rem 0;padding-left:1.3rem}
section p,li{${style.justified ? "text-align:justify;hyphens:auto" : "text-align:left"}}
.pagetitle{font-size:1.5rem;text-align:center;margin-bottom:.5rem}
.role{font-size:1.15rem;color:#444}.right{float:right;margin-left:1rem}
.entry{margin:.4rem 0}.dated{display:grid;grid-template-columns:11.5rem 1fr;gap:1rem}
.spread{display:flex;justify-content:space-between;gap:1rem}
.chip{display:inline-block;border:1px solid #999;border-radius:.6rem;padding:0 .5rem;margin:.12rem .3rem .12rem 0}
table{border-collapse:collapse;width:100%}`;
}
