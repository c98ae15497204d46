import type { Glyph } from "./glyphs.ts";
import type { TextRun } from "./page-objects.ts";

export interface ActualTextReading {
  glyphs: Glyph[];
  /** What the text layer claims and the page does not show. */
  mismatches: string[];
}

/** Scripts whose letters change shape, so that glyphs alone do not spell the word. */
const SHAPED =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Gujarati}\p{Script=Gurmukhi}\p{Script=Sinhala}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** Characters that one glyph may stand for at most, the longest Latin ligatures and conjuncts included. */
const MAX_CHARACTERS_PER_GLYPH = 4;
const SAME_SHARE = 0.6;
/** A word or two may stand for an icon ("phone:"); more, or one label right after another, is a text nobody sees. */
const ICON_LABEL = 16;

function canonical(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}

/** Share of the shorter text's characters that the other has too. */
function sharedShare(a: string, b: string): number {
  const counts = new Map<string, number>();
  for (const character of a) counts.set(character, (counts.get(character) ?? 0) + 1);
  let shared = 0;
  for (const character of b) {
    const left = counts.get(character) ?? 0;
    if (left > 0) shared++;
    counts.set(character, left - 1);
  }
  return shared / Math.max(1, Math.min([...a].length, [...b].length));
}

export type Verdict = "glyphs" | "actual" | "label" | "mismatch";

/** What to make of an `ActualText` over these glyphs. */
export function judgeActualText(drawn: readonly Glyph[], actual: string): Verdict {
  const shown = canonical(drawn.map((glyph) => glyph.text).join(""));
  const claimed = canonical(actual);
  const room = MAX_CHARACTERS_PER_GLYPH * drawn.length;
  if (claimed === shown)
    return drawn.length === 1 && /[^\s\u00ad]/.test(actual) && actual.length <= room ? "actual" : "glyphs";
  if (claimed === "") return "glyphs";
  if (shown === "" && actual.length <= room) return "actual";
  if (drawn.length === 1 && actual.trim().length <= ICON_LABEL) return "label";
  if (shown === "") return "mismatch";
  if (SHAPED.test(actual) && actual.length <= room) return "actual";
  if (claimed.length <= 3 && actual.length <= room && shown.length <= 2) return "actual";
  const similar = sharedShare(shown, claimed) >= SAME_SHARE && claimed.length <= 2 * shown.length + 12;
  return similar ? "glyphs" : "mismatch";
}

/** One glyph that says the whole replacement and has the box of all the glyphs it replaces. */
function replacement(drawn: readonly Glyph[], actual: string): Glyph[] {
  const seen = drawn.filter((glyph) => !glyph.space);
  const first = seen[0] ?? drawn[0];
  if (!first) return [];
  const cell = { ...first.cell };
  const ink = { ...first.ink };
  for (const glyph of seen) {
    for (const [box, other] of [
      [cell, glyph.cell],
      [ink, glyph.ink],
    ] as const) {
      box.x0 = Math.min(box.x0, other.x0);
      box.y0 = Math.min(box.y0, other.y0);
      box.x1 = Math.max(box.x1, other.x1);
      box.y1 = Math.max(box.y1, other.y1);
    }
  }
  return [{ ...first, cell, ink, text: actual.trim(), space: actual.trim() === "" }];
}

/** A text layer that says soft hyphen for a hyphen marks the end of a divided word. */
function withSoftHyphen(drawn: Glyph[], actual: string): Glyph[] {
  const soft = actual === "\u00ad" && drawn.length === 1 && /[-\u2010\u2011]/.test(drawn[0]!.text);
  return soft ? [{ ...drawn[0]!, text: "\u00ad" }] : drawn;
}

/**
 * Holds `ActualText` (ISO 32000-1, 14.9.4) against the glyphs. It is believed where it spells out what the
 * glyphs cannot (ligatures, shaped scripts, unmapped glyphs); where it says something else, the glyphs win.
 * @param judge tells which it is
 */
export function applyActualText(
  glyphs: readonly Glyph[],
  runs: ReadonlyMap<number, TextRun>,
  judge: (drawn: readonly Glyph[], actual: string) => Verdict = judgeActualText,
): ActualTextReading {
  if (![...runs.values()].some((run) => run.actual)) return { glyphs: [...glyphs], mismatches: [] };
  const result: Glyph[] = [];
  const mismatches: string[] = [];
  let labelled = false;
  for (let at = 0; at < glyphs.length; ) {
    const actual = runs.get(glyphs[at]!.run)?.actual ?? null;
    let end = at + 1;
    while (end < glyphs.length && runs.get(glyphs[end]!.run)?.actual?.mark === actual?.mark) end++;
    const drawn = glyphs.slice(at, end);
    at = end;
    if (!actual) {
      labelled &&= drawn.every((glyph) => glyph.space);
      result.push(...drawn);
      continue;
    }
    const judged = judge(drawn, actual.text);
    const verdict = judged === "label" && labelled ? "mismatch" : judged;
    labelled = judged === "label";
    if (verdict === "actual" || verdict === "label") result.push(...replacement(drawn, actual.text));
    else result.push(...withSoftHyphen(drawn, actual.text));
    if (verdict === "mismatch") mismatches.push(actual.text);
  }
  return { glyphs: result, mismatches };
}
