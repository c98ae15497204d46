import { isCjk } from "../characters.ts";
import { trimPunctuation } from "../field-values.ts";
import type { Label } from "../labels.ts";
import { cellEnd, lineIndexAt, skipBlanks } from "../lines.ts";
import type { Page } from "../page.ts";
import { RANK, type Span } from "../spans.ts";
import { readsAddress } from "../subject-name.ts";
import { continuationEnd } from "./address-continuation.ts";

const MAX_ADDRESS = 200;
const HAN_PLACE = /[省市区區县縣镇鎮乡鄉村路街道巷弄号號府郡町丁目都]|[시도군구읍면동로길]/;
/** Words after an address label that show prose, not an address. */
const PROSE =
  /^(?:is|was|are|the|by|and|or|of|issues?|concerns?|to|space|bar|book|range|resolution|translation|verification|validation|management|standardi[sz]ation|upon|available|provided|same as|as above|on request)\b/i;
/** A small letter opens running text (`Dirección de un equipo`), but for the few words that open addresses. */
const RUNNING_TEXT =
  /^(?!(?:c\/|av|rua|rue|r\.|via|v\.|calle|cl|pl|piazza|corso|am|an|im|in|zum|zur|auf|unter|flat|apt|no|n\.?[º°o]|house|plot|near|[sdwhc]\/o|h\.|village|vill|at\b))\p{Ll}/u;
const NOT_A_PLACE = /^(?:https?:|www\.|\S+@\S+|\d{1,3}(?:\.\d{1,3}){3}|0x)/i;

/** Values of address labels, with the lines that they go on to. */
export function findLabelledAddresses(page: Page): Span[] {
  const spans: Span[] = [];
  const add = (start: number, end: number): void => {
    if (end > start) spans.push({ type: "ADDRESS", start, end, rank: RANK.address });
  };
  for (let index = 0; index < page.labels.length; index++) {
    const label = page.labels[index]!;
    if (label.fields.includes("NAME") && readsAddress(page, index)) {
      add(label.valueStart, cellEnd(page.view.text, label.valueStart, label.limit));
    } else if (label.fields.includes("ADDRESS") && label.mode !== "loose") {
      const start = skipBlanks(page.view.text, label.valueStart, label.limit);
      add(start, labelledEnd(page, label, start));
    }
  }
  return spans;
}

function labelledEnd(page: Page, label: Label, start: number): number {
  const { text } = page.view;
  const limit = Math.min(label.limit, start + MAX_ADDRESS);
  const cell = columnEnd(text, start, limit);
  const end = trimPunctuation(text, start, cell);
  const value = text.slice(start, end);
  if (value.length < 2 || NOT_A_PLACE.test(value)) return -1;
  if (label.mode !== "explicit" || label.below) {
    const cjk = isCjk(text.charCodeAt(start));
    const looks = cjk
      ? HAN_PLACE.test(value) || value.length <= 12
      : /\d/.test(value) || /^\p{Lu}[\p{L} ,.'-]{2,50}$/u.test(value);
    if (!looks || PROSE.test(value) || (!cjk && RUNNING_TEXT.test(value))) return -1;
  }
  const line = page.lines[lineIndexAt(page.lines, start)]!;
  return cell >= line.end - 2 ? continuationEnd(page, start, end) : end;
}

/** An address may hold dots and semicolons; a wide gap ends it only where no further part of it follows. */
function columnEnd(text: string, start: number, limit: number): number {
  let end = cellEnd(text, start, limit);
  while (end < limit && /^\s{0,2}[;•·]\s?\d{4,6}\b/.test(text.slice(end, end + 12))) {
    end = cellEnd(text, skipBlanks(text, end, limit) + 1, limit);
  }
  return end;
}
