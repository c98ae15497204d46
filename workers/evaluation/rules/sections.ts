import { HEADINGS, SECTIONS, type Section } from "./tables/headings.ts";

export type { Section } from "./tables/headings.ts";

/** What a line says about the section it stands in. */
export interface Heading {
  section: Section;
  /** What follows the heading on its own line (`Skills: Go, Java` has `Go, Java`), "" where nothing does. */
  rest: string;
}

const LONGEST_HEADING = 48;
const SECTION_OF = new Map<string, Section>(
  SECTIONS.flatMap((section) => HEADINGS[section].map((heading) => [headingKey(heading), section] as const)),
);

/**
 * The section that a line opens, or null where the line is no heading. Understands decoration
 * (`■ 職歴`, `== Skills ==`, `3. Education`), spaced letters (`S K I L L S`), two languages side by side
 * (`工作经历 Work Experience`) and a value on the same line (`Skills: Go`).
 */
export function headingOf(text: string): Heading | null {
  const whole = text.length <= LONGEST_HEADING ? sectionNamed(text) : null;
  if (whole) return { section: whole, rest: "" };
  const label =
    /^([^:：\t|]{2,48})[:：\t|]\s*(?=\S)/u.exec(text) ??
    /^[【[〈《]([^】\]〉》]{2,24})[】\]〉》]\s*(?=\S)/u.exec(text);
  const section = label ? sectionNamed(label[1]!) : null;
  return section && label ? { section, rest: text.slice(label[0].length) } : null;
}

function sectionNamed(text: string): Section | null {
  const exact = SECTION_OF.get(headingKey(text));
  if (exact) return exact;
  const halves = /^([^\x00-\x7F][^A-Za-z]*?)[\s/|｜·（(]+([A-Za-z][A-Za-z &]+?)[)）]?$/u.exec(text.trim());
  if (halves) return SECTION_OF.get(headingKey(halves[1]!)) ?? null;
  const reversed = /^([A-Za-z][A-Za-z &]+?)[\s/|｜·（(]+([^\x00-\x7F]+?)[)）]?$/u.exec(text.trim());
  return reversed ? (SECTION_OF.get(headingKey(reversed[2]!)) ?? null) : null;
}

/** Case, spaces, numbering and decoration do not make another heading. */
function headingKey(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/^\s*(?:\d{1,2}|[ivx]{1,4}|[一二三四五六七八九十]{1,2})\s*[.)、．]\s*/u, "")
    .replace(/&|\+/g, "and")
    .replace(/[^\p{L}\p{N}]+/gu, "");
}
