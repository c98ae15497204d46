import { type CharacterClass, COSTED, type Costed, classOf } from "./characters.ts";

/** What a text is made of, for counting tokens. */
export interface TextParts {
  /** How often each costed thing occurs. */
  counts: Record<Costed, number>;
  /** Its words, in lower case. */
  words: string[];
  /** Its runs of ideographs. */
  ideographs: string[];
}

/**
 * Takes a text apart in one pass. What belongs together follows the tokenizer's own first split: a word takes in the
 * blank before it, digits stand alone, and punctuation takes in the line breaks after it.
 */
export function partsOf(text: string): TextParts {
  const counts = Object.fromEntries(COSTED.map((name) => [name, 0])) as Record<Costed, number>;
  const words: string[] = [];
  const ideographs: string[] = [];
  // Composed letters, as the tokenizer makes them first of all.
  const composed = text.normalize("NFC");
  let before: CharacterClass = "newline";
  let blanks = 0;
  for (let at = 0; at < composed.length; ) {
    const code = composed.codePointAt(at)!;
    const kind = classOf(code);
    const start = at;
    at += code > 0xffff ? 2 : 1;
    if (kind === "blank") {
      blanks++;
      continue;
    }
    if (kind === "newline") {
      if (before !== "newline" && !isMark(before)) counts.newlines++;
    } else if (blanks > 1 || (blanks === 1 && kind === "digit")) counts.blanks++;
    if (kind === "word" || kind === "han") {
      while (at < composed.length && classOf(composed.codePointAt(at)!) === kind) at += widthAt(composed, at);
      const run = composed.slice(start, at);
      if (kind === "han") ideographs.push(run);
      else {
        const lower = run.toLowerCase();
        if (run.length > 1 && run === run.toUpperCase() && run !== lower) counts.capital += run.length - 1;
        words.push(lower);
      }
    } else if (kind === "further_mark" && (blanks > 0 || !isMark(before))) counts.marks++;
    else if (kind !== "newline") counts[kind]++;
    before = kind;
    blanks = 0;
  }
  return { counts, words, ideographs };
}

const widthAt = (text: string, at: number): number => (text.codePointAt(at)! > 0xffff ? 2 : 1);
const isMark = (kind: CharacterClass): boolean => kind === "further_mark" || kind === "wide_mark";
