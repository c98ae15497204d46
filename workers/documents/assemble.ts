import type { Detectors } from "./detectors.ts";
import { stripInvisible } from "./invisible.ts";
import type { ReadLimits } from "./limits.ts";
import { normaliseCharacters, tidyLines } from "./normalise.ts";
import type { DocumentFlag, DocumentFormat, HiddenText, ReadDocument } from "./types.ts";
import { enforce, Unreadable } from "./unreadable.ts";

/** What a reader of one format hands over, before characters are cleaned. */
export interface RawDocument {
  format: DocumentFormat;
  pages: number;
  text: string;
  hidden: HiddenText[];
  flags: DocumentFlag[];
}

/** Techniques that hide nothing from a person who looks at the page; they are kept apart but are no sign. */
const BENIGN = new Set(["metadata", "comment", "alternative_text", "invisible_unicode", "text_mismatch"]);

function clean(text: string): string {
  return tidyLines(normaliseCharacters(stripInvisible(text).text)).trim();
}

function hiddenFlags(hidden: readonly HiddenText[]): DocumentFlag[] {
  const flags: DocumentFlag[] = [];
  const covert = hidden.filter((entry) => !BENIGN.has(entry.technique));
  const detail = (entries: readonly HiddenText[]) =>
    [...new Set(entries.map((entry) => entry.technique))].join(", ");
  if (covert.length > 0) flags.push({ code: "hidden_text", detail: detail(covert) });
  const mismatch = hidden.find((entry) => entry.technique === "text_mismatch");
  if (mismatch)
    flags.push({ code: "text_mismatch", detail: "the text layer says something else than the page shows" });
  return flags;
}

/**
 * Cleans the characters of what a reader found, adds the flags that follow from it, and checks its size.
 * @throws Unreadable `empty` when nothing visible is left, `too_large` over `limits.characters`
 */
export function assemble(raw: RawDocument, limits: ReadLimits, detectors: Detectors): ReadDocument {
  const size = raw.hidden.reduce((sum, entry) => sum + entry.text.length, raw.text.length);
  enforce(limits, "characters", size);
  const stripped = detectors.has("invisible_unicode")
    ? stripInvisible(raw.text)
    : { text: raw.text, removed: "" };
  const text = tidyLines(normaliseCharacters(stripped.text));
  const hidden = raw.hidden
    .map((entry) => ({ ...entry, text: clean(entry.text) }))
    .filter((entry) => entry.text !== "");
  const flags = [...raw.flags, ...hiddenFlags(hidden)];
  if (stripped.removed !== "") {
    hidden.push({ text: stripped.removed, technique: "invisible_unicode", page: null });
    flags.push({ code: "invisible_unicode", detail: stripped.removed.slice(0, 200) });
  }
  if (text === "") throw new Unreadable("empty", "nothing on it can be seen as text");
  return { format: raw.format, pages: raw.pages, text, hidden, flags };
}
