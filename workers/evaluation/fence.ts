import { ENTITY_TYPES } from "../redaction/types.ts";
import { SCREEN_PROMPT } from "./prompt.ts";
import type { Line } from "./types.ts";

// What renders as nothing: format characters, everything that Unicode calls default-ignorable (tags, variation
// selectors, fillers: UAX #44), the braille blank and the object replacement character.
const INVISIBLE = /[\p{Cf}\p{Default_Ignorable_Code_Point}\u2800\ufffc]/gu;
/** Controls, line and paragraph separators and every kind of space: one space, so that a line stays a line. */
const BLANKS = /[\p{Cc}\p{Z}]+/gu;

// vLLM tokenises the finished prompt with special tokens switched on, so `<|im_end|>` in a résumé would end the
// turn. Every chat template in use writes its tokens as `<|…|>`, `<｜…｜>`, `<word>`, `</word>` or `[WORD]`: an
// opening bracket in front of such a thing becomes one that no tokeniser knows as special.
const TAG_OPENING = /<(?=[<|｜/!?_\p{L}])/gu;
const BRACKET_TAG = /\[(\/?[A-Za-z_]*[A-Z_]{2,})\]/g;

/** Redaction's own brackets, as in `[NAME]`, are no template's. */
const PLACEHOLDERS: ReadonlySet<string> = new Set(ENTITY_TYPES);

const FENCE = /^[a-z0-9]{8,64}$/;

/**
 * Text as it may stand in a prompt: one line, nothing invisible, nothing that a chat template reads as a boundary.
 * Only the prompt is changed; quotations come from the line itself.
 */
export function promptText(text: string): string {
  return text
    .toWellFormed()
    .replace(INVISIBLE, "")
    .normalize("NFC")
    .replace(BLANKS, " ")
    .trim()
    .replace(TAG_OPENING, "‹")
    .replace(BRACKET_TAG, (tag, word: string) => (PLACEHOLDERS.has(word) ? tag : `(${word})`));
}

/** The same for text of several lines that stays so: a job description. Blank lines go. */
export function promptParagraphs(text: string): string {
  return text
    .split(/[\n\r\u0085\u2028\u2029]+/u)
    .map(promptText)
    .filter((line) => line !== "")
    .join("\n");
}

/**
 * Numbered résumé lines between two lines that carry the fence, a value the résumé's author could not know. Inside,
 * every line starts with its number and none holds the fence, so none can be taken for the closing line.
 * @param fence 8 to 64 of `a-z0-9`, random for each evaluation
 * @throws RangeError when the fence is not of that form
 */
export function fencedLines(lines: readonly Pick<Line, "number" | "text">[], fence: string): string {
  if (!FENCE.test(fence)) throw new RangeError("a fence is 8 to 64 of a-z and 0-9");
  const anyFence = new RegExp(fence, "gi");
  const numbered = lines.map(({ number, text }) => `${number}: ${promptText(text).replace(anyFence, "…")}`);
  const { begin, end, close } = SCREEN_PROMPT.fence;
  return [`${begin}${fence}${close}`, ...numbered, `${end}${fence}${close}`].join("\n");
}
