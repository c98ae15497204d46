/** What of a fixture résumé's person must not be found where models, search and logs look. */
import { readFileSync } from "node:fs";
import path from "node:path";

interface Marked {
  lang: string;
  spans: { type: string; value: string }[];
}

/** Something to look for, and how a text is made comparable first. */
export interface Trace {
  person: string;
  what: string;
  value: string;
  in: "text" | "digits";
}

const NAMES = ["NAME"];
const NUMBERS = ["PHONE", "CN_ID", "US_SSN", "JP_MYNUMBER", "DE_TAX_ID", "BANK"];
const WORDS = ["EMAIL", "IM"];
const TITLES = /^(Dr|Prof|Mr|Ms)\.?$/;

/** Every part of the names, the digits of phones and ids, the mail and messenger addresses of all people. */
export function tracesOf(folder: string): Trace[] {
  const lines = readFileSync(path.join(folder, "personal-data.jsonl"), "utf8").trim().split("\n");
  return lines.flatMap((line) => {
    const { lang: person, spans } = JSON.parse(line) as Marked;
    return spans.flatMap(({ type, value }): Trace[] => {
      if (NAMES.includes(type)) {
        const parts = value.split(/[\s-]+/).filter((part) => part.length > 1 && !TITLES.test(part));
        return parts.map((part) => ({ person, what: type, value: part, in: "text" }));
      }
      if (NUMBERS.includes(type)) return [{ person, what: type, value: digitsOf(value), in: "digits" }];
      return WORDS.includes(type) ? [{ person, what: type, value, in: "text" }] : [];
    });
  });
}

/** The traces that stand in a text, whatever its case, and whatever separates the digits of its numbers. */
export function tracesIn(text: string, traces: readonly Trace[]): Trace[] {
  const folded = text.normalize("NFKC").toLowerCase();
  // Digits of one line, however grouped; those of two lines never make one number.
  const digits = folded.split("\n").map(digitsOf).join("\n");
  return traces.filter((trace) =>
    trace.in === "digits" ? digits.includes(trace.value) : hasWord(folded, trace.value.toLowerCase()),
  );
}

/** Latin names as whole words; scripts without blanks anywhere. */
const hasWord = (text: string, word: string): boolean =>
  /^\p{Script=Latin}+$/u.test(word)
    ? new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, "u").test(text)
    : text.includes(word);

const digitsOf = (text: string): string => text.normalize("NFKC").replace(/\D/g, "");
