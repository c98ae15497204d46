import type { DigitGroup, Line } from "./lines.ts";

/**
 * Every match of a global pattern, left to right. Unlike `matchAll` it makes no copy of the pattern, which costs more
 * than looking through a short line.
 */
export function matchesOf(pattern: RegExp, text: string): RegExpExecArray[] {
  const matches: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    matches.push(match);
    if (match[0] === "") pattern.lastIndex++;
  }
  return matches;
}

export interface Found {
  start: number;
  end: number;
  /** What the pattern matched, and its groups. */
  match: RegExpExecArray;
}

/**
 * The matches of a pattern that needs so many digits, on the lines that have them. Lines beside each other are looked
 * through as one, so a pattern may run over a line's end between two of them.
 */
export function matchesOnLines(
  lines: readonly Line[],
  pattern: RegExp,
  fewestDigits: number,
  text: string,
): Found[] {
  const found: Found[] = [];
  for (let first = 0; first < lines.length; first++) {
    if (lines[first]!.digits < fewestDigits) continue;
    let last = first;
    while (last + 1 < lines.length && lines[last + 1]!.digits >= fewestDigits) last++;
    const from = lines[first]!.start;
    for (const match of matchesOf(pattern, text.slice(from, lines[last]!.end)))
      found.push({ start: from + match.index, end: from + match.index + match[0].length, match });
    first = last;
  }
  return found;
}

/**
 * The matches of a sticky pattern around blocks of digits, left to right without overlaps. Where a number is what a
 * pattern needs, this costs next to nothing: blocks of other lengths or with other neighbours are left at once.
 *
 * @param fewestDigits of a line; one with fewer is not looked at
 * @param startOf where the pattern may begin for a block, or -1
 */
export function matchesAtDigits(
  lines: readonly Line[],
  pattern: RegExp,
  fewestDigits: number,
  text: string,
  startOf: (text: string, group: DigitGroup) => number,
): Found[] {
  const found: Found[] = [];
  let behind = 0;
  for (const { digits, groups } of lines) {
    if (digits < fewestDigits) continue;
    for (const group of groups) {
      const start = startOf(text, group);
      if (start < behind) continue;
      pattern.lastIndex = start;
      const match = pattern.exec(text);
      if (!match) continue;
      behind = start + match[0].length;
      found.push({ start, end: behind, match });
    }
  }
  return found;
}
