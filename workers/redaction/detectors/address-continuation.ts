import { trimPunctuation } from "../field-values.ts";
import { lineIndexAt, skipBlanks, trimEnd } from "../lines.ts";
import { labelFrom, type Page } from "../page.ts";

const MAX_LINE = 70;
const MAX_LINES = 3;

const POSTCODE_FIRST =
  /^(?:〒\s?)?(?:[A-Z]{1,3}-)?(?:\d{3}-\d{4}|\d{4,6}(?:-\d{3,4})?|\d{4}\s?[A-Z]{2})[ ,]+\p{L}/u;
const POSTCODE_LAST =
  /(?:\b[A-Z]{2}\s\d{5}(?:-\d{4})?|\b[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}|[-–,\s]\s?[1-9]\d{2}\s?\d{3}|\b[A-Z]\d[A-Z]\s\d[A-Z]\d|\b\d{4,5}|\d{5}-\d{3})\.?(?:,?\s\p{Lu}[\p{L} .]{1,24})?$/u;
const COUNTRY =
  /^(?:usa|u\.s\.a\.?|united states(?: of america)?|uk|united kingdom|england|scotland|wales|ireland|germany|deutschland|france|spain|españa|italy|italia|portugal|brasil|brazil|india|china|p\.?r\.? china|hong kong|singapore|canada|australia|austria|österreich|switzerland|schweiz|suisse|méxico|mexico|japan|korea|taiwan|nigeria|kenya|south africa|pakistan|philippines|malaysia|vietnam)\.?$/i;
const CJK_PART =
  /(?:号|號|室|楼|樓|栋|座|階|丁目|番地?|号室|マンション|ハイツ|コーポ|ビル|荘|アパート|동|호|층|아파트|빌딩)[)\s\d]*$/;
const BUILDING =
  /^(?:apt|apartment|unit|suite|ste|flat|floor|block|building|bldg|p\.?\s?o\.?\s?box|c\/o|near|opp|dist|district|taluk|tehsil|village|post|via|pin|bât|appt|apto|piso|piano|interno|edif|bloco)\b/i;

/**
 * Follows an address over line breaks: the next line counts when it starts or ends with a postcode, names a
 * country, or goes on with a building, or when the line before ended in a comma.
 */
export function continuationEnd(page: Page, start: number, end: number): number {
  const { text } = page.view;
  let last = end;
  for (let count = 0; count < MAX_LINES; count++) {
    const line = page.lines[lineIndexAt(page.lines, last) + 1];
    if (!line || line.end - line.start > MAX_LINE) break;
    const from = skipBlanks(text, line.start, line.end);
    const to = trimEnd(text, from, line.end);
    const value = text.slice(from, to);
    if (
      to === from ||
      startsLabel(page, from, to) ||
      startsSection(page, line.start) ||
      /@|https?:|\+\d/.test(value)
    )
      break;
    const open =
      /[,，、-]$/.test(text.slice(start, last).trimEnd()) || /^,/.test(text.slice(last, last + 2).trim());
    const goesOn =
      POSTCODE_FIRST.test(value) ||
      POSTCODE_LAST.test(value) ||
      COUNTRY.test(value) ||
      BUILDING.test(value) ||
      (CJK_PART.test(value) && !/[。；]/.test(value)) ||
      (open && value.length <= 50);
    if (!goesOn || /^(?:19|20)\d{2}\s?[-–.]/.test(value)) break;
    last = trimPunctuation(text, start, to);
  }
  return last;
}

function startsLabel(page: Page, from: number, to: number): boolean {
  const label = labelFrom(page, from);
  return label !== undefined && label.start < to && label.mode !== "loose";
}

const startsSection = (page: Page, start: number): boolean =>
  page.sections.some((section) => section.start === start);
