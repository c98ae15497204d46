import { headingOf } from "./rules/sections.ts";
import { columnsOf } from "./writing.ts";

/** A line as the page breaks it, without its margins and its list marker. */
export interface PageLine {
  text: string;
  /** UTF-16 offsets of `text` in the whole. */
  start: number;
  end: number;
  columns: number;
  /** Stands after an empty line or at the start. */
  afterBlank: boolean;
  /** A bullet or a number opens it. */
  item: boolean;
}

const LINE = /[^\n\r\f\v\u2028\u2029]+/g;
/** Marks of list items; a dash or an asterisk needs a space behind it, a round mark does not. */
const MARKER = /^(?:[•‣◦▪▫■□●○◆◇▶►▸➢➤✓✔★☆∙·・\uF0A7\uF0B7\uF0D8]+\s*|[*⁃–—-]\s+)/u;
const NUMBERED = /^(?:\d{1,2}[.)、]\s|[(（]\d{1,2}[)）]|[①-⑳])/u;
const DATE_START =
  /^[([（【]?(?:(?:19|20)\d\d\b|(?:19|20)\d\d\s*年|(?:0?[1-9]|1[0-2])[./](?:19|20)\d\d|(?:平成|令和|昭和)\s*[\d元])/u;
const DATED = /(?:19|20)\d\d(?!\d)/u;
const LABEL = /^(?!https?:|mailto:)[\p{Lu}\p{Lo}][^:：。,;]{0,24}(?:[:：]\s|：)/u;
const TERMINAL = /[.!?。！？…:：;；][)）」』”"']?$/u;
const UNFINISHED =
  /(?:[,，、&/＋+(（–—-]|\s(?:and|or|of|the|with|for|in|to|und|oder|mit|für|et|ou|de|y|o|con))$/u;
const ROW = /\t|\s\|\s|｜|\S {3,}\S/u;
/** Above this a line was not broken by a page: an A4 page at a readable size holds about 120 columns. */
const WIDEST_PAGE = 140;
const NARROWEST_PAGE = 30;
/** A shorter line was not filled even in a side column: what follows it in lower case is the next item of a list. */
const NARROWEST_COLUMN = 18;

/** Non-blank lines of the page, in order. A line without a letter or digit (a rule, a lone bullet) is decoration and left out. */
export function pageLines(text: string): PageLine[] {
  const lines: PageLine[] = [];
  let blank = true;
  let previousEnd = 0;
  for (const match of text.matchAll(LINE)) {
    const gap = text.slice(previousEnd, match.index);
    previousEnd = match.index + match[0].length;
    if ((gap.match(/\r\n|[\n\r\u2028\u2029]/g)?.length ?? 0) > 1) blank = true;
    if (!/[\p{L}\p{N}]/u.test(match[0])) {
      blank = true;
      continue;
    }
    lines.push(pageLine(match[0], match.index, blank, lines.at(-1)));
    blank = false;
  }
  return lines;
}

function pageLine(
  raw: string,
  offset: number,
  afterBlank: boolean,
  previous: PageLine | undefined,
): PageLine {
  const trimmed = raw.trim();
  const marker = MARKER.exec(trimmed)?.[0] ?? "";
  const rest = trimmed.slice(marker.length);
  const continuesRange = /^[–—-]/.test(marker) && DATE_START.test(rest) && /\d$/.test(previous?.text ?? "");
  const content = continuesRange ? trimmed : rest;
  const start = offset + raw.indexOf(trimmed) + (trimmed.length - content.length);
  return {
    text: content,
    start,
    end: start + content.length,
    columns: columnsOf(content),
    afterBlank,
    item: !continuesRange && (marker !== "" || NUMBERED.test(content)),
  };
}

/**
 * Groups of page lines that are one paragraph, bullet or row: the page's own wraps are undone, what an
 * author broke stays broken. Rules in order of trust: blank lines, list marks, headings, table rows, labels and dates
 * separate; an unfinished ending or a lower-case start joins; otherwise a line joins the next only when it is so full
 * that the next word would not have fitted and the document is known to be wrapped.
 */
export function paragraphs(text: string): PageLine[][] {
  const lines = pageLines(text);
  const wrapped = isWrapped(lines);
  const groups: PageLine[][] = [];
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    const group = groups.at(-1);
    if (before && group && continues(before, line, wrapped ? blockWidth(lines, index - 1) : 0))
      group.push(line);
    else groups.push([line]);
  });
  return groups;
}

function continues(before: PageLine, line: PageLine, width: number): boolean {
  if (line.afterBlank || line.item) return false;
  if (headingOf(before.text)?.rest === "" || headingOf(line.text)) return false;
  if (isRow(before.text) || isRow(line.text)) return false;
  if (UNFINISHED.test(before.text)) return true;
  if (DATE_START.test(line.text) || LABEL.test(line.text)) return false;
  if (TERMINAL.test(before.text)) return false;
  if (/^\p{Ll}/u.test(line.text)) return before.columns >= NARROWEST_COLUMN;
  if (DATED.test(before.text) && before.columns < 60) return false;
  return width > 0 && isFull(before, line, width);
}

/** Cells of a table or of two columns stand side by side. */
export function isRow(text: string): boolean {
  return ROW.test(text);
}

/** Greedy line breaking: a line is full when the first word of the next would have overrun the measure (one column of slack in ten for proportional type). */
function isFull(line: PageLine, next: PageLine, width: number): boolean {
  const word = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(next.text)
    ? 2
    : columnsOf(/^\S+/u.exec(next.text)?.[0] ?? "") + 1;
  return line.columns + word > width * 0.92;
}

/** A document is wrapped when a line of one measure runs on, in lower case or in an unspaced script, at least twice. */
function isWrapped(lines: readonly PageLine[]): boolean {
  let runsOn = 0;
  lines.forEach((line, index) => {
    const next = lines[index + 1];
    if (!next || next.afterBlank || next.item || TERMINAL.test(line.text)) return;
    if (line.columns < NARROWEST_PAGE || line.columns > WIDEST_PAGE) return;
    const lower = /^\p{Ll}/u.test(next.text);
    const unspaced =
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}、，]$/u.test(line.text) && line.columns >= 48;
    if (lower || (unspaced && isFull(line, next, blockWidth(lines, index)))) runsOn += 1;
  });
  return runsOn >= 2;
}

/** The widest line around `at` that a page can have broken, in columns; 0 where lines are too short or too long to tell. */
function blockWidth(lines: readonly PageLine[], at: number): number {
  let widest = 0;
  for (const line of lines.slice(Math.max(0, at - 12), at + 13)) {
    if (line.columns <= WIDEST_PAGE) widest = Math.max(widest, line.columns);
  }
  return widest >= NARROWEST_PAGE ? widest : 0;
}
