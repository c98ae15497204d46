import { isSpace, isWordUnit } from "./characters.ts";
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
/** `Nome .......: `: dots or lines that lead to the value. */
const LEADERS = /\s?[._…]{3,60}\s?/y;
const OPTIONAL = /\s?(?:\*|\(?(?:required|optional|必填|必須|任意|필수|선택)\)?)/y;

/** What each of these opens with. */
const SUFFIX_OPENS = "ni#№号號番번①②③④⑤⑥⑦⑧⑨0123456789";
const OPTIONAL_OPENS = "*(ro必任필선";
const CLOSING_OPENS = "]}】」』〕〉>*\"'_.)…";
const unitsOf = (chars: string): ReadonlySet<number> => new Set([...chars].map((char) => char.charCodeAt(0)));
const SUFFIX_OPENERS = unitsOf(SUFFIX_OPENS);
const OPTIONAL_OPENERS = unitsOf(OPTIONAL_OPENS);
const CLOSERS = unitsOf(CLOSING_OPENS);
const BRACKET = unitsOf("(");
/** Whatever may stand between a label and its mark. */
const OPENERS = unitsOf(SUFFIX_OPENS + OPTIONAL_OPENS + CLOSING_OPENS);

/** True where something may stand between the label that ends here and its mark; mostly the mark stands right there. */
const mayGoOn = (folded: string, end: number): boolean => opensWith(OPENERS, folded, end);

/** True where one of these units stands, right there or behind one or two blanks. Without a line feed, `\s` is a blank. */
function opensWith(openers: ReadonlySet<number>, text: string, from: number): boolean {
  let at = from;
  while (at < from + 2 && isSpace(text.charCodeAt(at))) at++;
  const unit = text.charCodeAt(at);
  return unit !== COLON && unit > LAST_BLANK && openers.has(unit);
}

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
  if (!mayGoOn(folded, end)) return readMarks(text, end, end, limit, false);
  let labelEnd = opensWith(SUFFIX_OPENERS, folded, end) ? skip(NUMBER_SUFFIX, folded, end, limit) : end;
  if (opensWith(OPTIONAL_OPENERS, folded, labelEnd)) labelEnd = skip(OPTIONAL, folded, labelEnd, limit);
  const glossEnd = opensWith(BRACKET, text, labelEnd) ? skip(GLOSS, text, labelEnd, limit) : labelEnd;
  if (glossEnd > labelEnd && (glossEnd >= limit || /[\s:=|\t-]/.test(text[glossEnd]!))) {
    if (!/\d{5}|@/.test(text.slice(labelEnd, glossEnd))) labelEnd = glossEnd;
  }
  const led =
    CLOSERS.has(text.charCodeAt(labelEnd)) || isSpace(text.charCodeAt(labelEnd))
      ? skip(LEADERS, text, labelEnd, limit)
      : labelEnd;
  if (led > labelEnd) return readMarks(text, labelEnd, led, limit, true);
  const closed = CLOSERS.has(text.charCodeAt(labelEnd)) ? skip(CLOSING, text, labelEnd, limit) : labelEnd;
  const bracketed = closed > labelEnd && /[\]】」』〕〉*]/.test(text.slice(labelEnd, closed));
  return readMarks(text, labelEnd, closed, limit, bracketed);
}

const COLON = 58;
const TAB = 9;
const BLANK = 32;
const LAST_BLANK = 32;
const HYPHEN = 45;
const ASTERISK = 42;
const ARROW_HEAD = 62;
const QUOTES: ReadonlySet<number> = new Set([34, 39, 96]);
const MARKS: ReadonlySet<number> = new Set([...":=|>→⇒│┃¦"].map((mark) => mark.charCodeAt(0)));

/** The marks and blanks from `from` on, behind which the value begins. */
function readMarks(
  text: string,
  labelEnd: number,
  from: number,
  limit: number,
  bracketed: boolean,
): Separator {
  let explicit = bracketed;
  let marked = false;
  let at = from;
  while (at < limit) {
    const unit = text.charCodeAt(at);
    if (!isSpace(unit)) {
      const isMark =
        unit === COLON ||
        (unit === HYPHEN && isDash(text, at)) ||
        (unit === ASTERISK && explicit) ||
        (!isWordUnit(unit) && MARKS.has(unit));
      if (!isMark || (unit === ARROW_HEAD && at === from)) break;
      marked = true;
    }
    if (unit === TAB || marked) explicit = true;
    at++;
  }
  if (at - from >= 2 && !marked) explicit = true;
  // In JSON and YAML a value stands between quotes.
  const quoted = marked && QUOTES.has(text.charCodeAt(at)) && at + 1 < limit;
  return { labelEnd, valueStart: quoted ? at + 1 : at, explicit };
}

/** A hyphen is a dash behind a blank or a colon, and before a blank or the head of an arrow. */
function isDash(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  return (before === BLANK || before === COLON) && /[\s>]/.test(text[at + 1] ?? " ");
}
