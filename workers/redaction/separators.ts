import { isSpace } from "./characters.ts";
import type { NormalisedText } from "./normalise.ts";

export interface Separator {
  /** The label's end with its gloss: `姓名（Name）`, `Phone No.`. */
  labelEnd: number;
  valueStart: number;
  /** A colon, a column or another mark that says "here comes the value". */
  explicit: boolean;
}

/** `No.`, `#`, `(dd/mm/yyyy)`, `【】` and `*` may stand between a label's word and its colon. */
const NUMBER_SUFFIX =
  /\s?(?:(?:no|nos|nr|num|number|numero|nummer|id)\b\.?|#|№|n\.?[º°o]\b\.?|号码|號碼|番号|번호|号|號|[①-⑨]|\d(?=\s?[.:)](?!\d)))/y;
const GLOSS = /\s{0,2}\([^()\n]{1,32}\)/y;
const CLOSING = /[\]}】」』〕〉>*"'_.)]{1,3}/y;
const OPTIONAL = /\s?(?:\*|\(?(?:required|optional|必填|必須|任意|필수|선택)\)?)/y;

function skip(pattern: RegExp, text: string, at: number, limit: number): number {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  return match && at + match[0].length <= limit ? at + match[0].length : at;
}

/**
 * Reads what stands between a label and its value. Marks are `:` `=` `|` tab, `:-`, an arrow, a dash between
 * blanks, a closing bracket, or a gap of two blanks.
 */
export function readSeparator(view: NormalisedText, end: number, limit: number): Separator {
  const { text, folded } = view;
  let labelEnd = skip(NUMBER_SUFFIX, folded, end, limit);
  labelEnd = skip(OPTIONAL, folded, labelEnd, limit);
  const glossEnd = skip(GLOSS, text, labelEnd, limit);
  if (glossEnd > labelEnd && (glossEnd >= limit || /[\s:=|\t-]/.test(text[glossEnd]!))) {
    if (!/\d{5}|@/.test(text.slice(labelEnd, glossEnd))) labelEnd = glossEnd;
  }
  const closed = skip(CLOSING, text, labelEnd, limit);
  let explicit = closed > labelEnd && /[\]】」』〕〉*]/.test(text.slice(labelEnd, closed));
  let at = closed;
  const from = at;
  while (at < limit) {
    const char = text[at]!;
    if (isSpace(char.charCodeAt(0))) {
      if (char === "\t") explicit = true;
      at++;
      continue;
    }
    const dash =
      char === "-" && (text[at - 1] === " " || text[at - 1] === ":") && /[\s>]/.test(text[at + 1] ?? " ");
    if (":=|>→⇒│┃¦".includes(char) || dash || (char === "*" && explicit)) {
      if (char === ">" && at === from) break;
      explicit = true;
      at++;
      continue;
    }
    break;
  }
  if (at - from >= 2 && text.slice(from, at).trim() === "") explicit = true;
  return { labelEnd, valueStart: at, explicit };
}
