import type { RawDocument } from "./assemble.ts";
import { decodeText } from "./charset.ts";
import type { Detectors } from "./detectors.ts";
import { visibleHtml } from "./html/visible-html.ts";
import type { ReadLimits } from "./limits.ts";
import { enforce, Unreadable } from "./unreadable.ts";

const MARKDOWN_SIGNS = [
  /^#{1,6} \S/m,
  /^[ \t]{0,8}[-*+] .*\n[ \t]{0,8}[-*+] /m,
  /\*\*\S[^*\n]{0,200}\*\*/,
  /\[[^\]\n]{1,200}\]\([^)\n]{1,500}\)/,
  /^```/m,
  /^\|[^\n]*\|\n\|[ :|-]{1,500}\|/m,
  /^[^\n]+\n(={3,}|-{3,})\n/m,
];

/** Characters that are asked for signs. */
const SAMPLE = 50_000;

/** Two signs of Markdown, or a heading mark alone: plain text has neither by chance. */
function isMarkdown(whole: string): boolean {
  const text = whole.slice(0, SAMPLE);
  return MARKDOWN_SIGNS.filter((sign) => sign.test(text)).length >= 2 || /^#{1,6} \S/m.test(text);
}

/** Takes off the marks that a renderer turns into looks; words, links' texts and bullets stay. */
function withoutMarks(text: string): string {
  return text
    .replace(/^\[\/\/\]:\s*#.*$/gm, "")
    .replace(/^#{1,6} +/gm, "")
    .replace(/^([^\n]+)\n(?:={3,}|-{3,})$/gm, "$1")
    .replace(/\*\*(\S(?:[^*\n]{0,500}\S)?)\*\*/g, "$1")
    .replace(/^\|[ :|-]+\n/gm, "")
    .replace(/^\|[^\n]*$/gm, (row) =>
      row
        .replace(/^\| ?|\|$/g, "")
        .split("|")
        .map((cell) => cell.trim())
        .join("\t"),
    )
    .replace(/!\[([^[\]\n]{0,300})\]\([^)\n]{0,600}\)/g, "")
    .replace(/\[([^[\]\n]{1,300})\]\(([^)\s\n][^)\n]{0,600})\)/g, (_, label: string, inside: string) => {
      const [target = ""] = inside.split(/\s/, 1);
      return target.includes(label) || target.startsWith("#") ? label : `${label} (${target})`;
    })
    .replace(/^( *)[*+] /gm, "$1- ")
    .replace(/^```.*$/gm, "")
    .replace(/[ \t]{2}$|\\$/gm, "");
}

/** Reads plain text or Markdown in any common encoding. @throws Unreadable */
export function readPlainText(bytes: Uint8Array, limits: ReadLimits, detectors: Detectors): RawDocument {
  enforce(limits, "characters", bytes.length / 4);
  const text = decodeText(bytes)
    .replace(/^\ufeff/, "")
    .replace(/\r\n?/g, "\n");
  enforce(limits, "characters", text.length);
  if (isBinary(text)) throw new Unreadable("unsupported_type", "not text");
  if (!isMarkdown(text)) return { format: "text", pages: 1, text, hidden: [], flags: [] };
  if (!/<[a-z!/]/i.test(text)) {
    return { format: "markdown", pages: 1, text: withoutMarks(text), hidden: [], flags: [] };
  }
  const seen = visibleHtml(text, { limits, detectors, preserveLines: true });
  const flags =
    seen.active.length > 0 ? [{ code: "active_content" as const, detail: seen.active.join(", ") }] : [];
  return { format: "markdown", pages: 1, text: withoutMarks(seen.text), hidden: seen.hidden, flags };
}

/** Many replacement and control characters: a binary format that the first bytes did not give away. */
function isBinary(text: string): boolean {
  const bad = text.slice(0, 20_000).match(/[\ufffd\u0000-\u0008\u000e-\u001a\u001c-\u001f]/g)?.length ?? 0;
  return bad > 8 && bad > Math.min(text.length, 20_000) / 50;
}
