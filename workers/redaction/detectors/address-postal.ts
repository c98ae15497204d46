import { isWordUnit } from "../characters.ts";
import { trimPunctuation } from "../field-values.ts";
import { cellEnd, lineIndexAt, skipBlanks } from "../lines.ts";
import { matchesAtDigits, matchesOnLines } from "../matching.ts";
import { labelAround, type Page } from "../page.ts";
import { RANK, type Span } from "../spans.ts";
import { UK_POSTCODE } from "./address-street.ts";
import * as starts from "./postcode-starts.ts";

const TOWN =
  "\\p{Lu}[\\p{L}'’.-]{1,30}(?:[ -](?:\\p{Lu}[\\p{L}'’.-]{0,30}|am|an der|im|bei|della|del|des|de|do|da|du|les|la|le|sur|sous|en|di|in|a\\.\\s?M\\.)){0,4}(?:\\s?\\([\\p{L} ]{2,16}\\)|\\s\\d{1,2}(?=\\s|$|,))?";
const COUNTRY =
  "(?:[ ,-]{1,3}(?:Deutschland|Germany|Österreich|Austria|Schweiz|Switzerland|Suisse|France|España|Spain|Italia|Italy|Portugal|Brasil|Brazil|México|Mexico|Nederland|Netherlands|België|Belgique|Polska))?";
/** ISO 3166 or licence-plate letters before a postcode: `D-10178`. */
const COUNTRY_LETTERS = /(?<![\p{L}\d])(?:DE?|AT?|CH|FR?|ES?|IT?|L|B|NL|PL|CZ|PT?)-\s?$/u;
/** A postcode and a town behind it: DE, FR, ES, IT, AT, CH, NL, PT, MX. */
const POSTCODE_TOWN = new RegExp(
  `(?<![\\d\\p{L}.,/])(?:\\d{5}|\\d{4}-\\d{3}|\\d{4} ?[A-Z]{2}|\\d{2}-\\d{3}|\\d{4})[ ]{1,2}(?:${TOWN})${COUNTRY}`,
  "uy",
);
const CEP = /(?:CEP:?\s?)?(?<![\d-])\d{5}-\d{3}(?![\d-])/y;
const US_CODE = /, [A-Z]{2} \d{5}(?:-\d{4})?(?!\d)/y;
const TOWN_BEFORE = /(?:P\.? ?O\.? Box \d{1,6},? )?\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){0,3}$/u;
const UK_CODE = new RegExp(`(?<![A-Za-z\\d])${UK_POSTCODE}(?![A-Za-z\\d])`, "y");
/** Six digits of India Post. */
const INDIAN_PIN = /(?<![\d\w+/])[1-9]\d{2} ?\d{3}(?![\d\w]|[.,-]\d)/y;
const INDIAN_PLACE =
  /\b(?:road|rd|nagar|colony|street|st|flat|plot|h\.?\s?no|house|sector|apartments?|society|village|vill|dist|district|post|p\.?o|near|opp|layout|block|phase|floor|marg|enclave|vihar|cross|main|taluk|tehsil|lane|bazar|bazaar|chowk|puram|india|karnataka|maharashtra|tamil nadu|telangana|kerala|delhi|gujarat|punjab|haryana|rajasthan|bengal|pradesh|bihar|odisha|assam|bangalore|bengaluru|mumbai|hyderabad|chennai|pune|kolkata|s\/o|d\/o|c\/o)\b/i;

/** A way's word before its name (Romance), at the end of its name (German), or a number before or behind. */
const STREET_BEFORE =
  /(?:(?:\d{1,4}(?:\s?(?:bis|ter|quater|[a-d]))?,?\s)?(?<![\p{L}])(?:postfach|bo[iî]te postale|b\.?p\.?|apartado(?: de correos)?|casella postale|caixa postal|col\.|colonia|fracc\.|rue|avenue|av\.?|boulevard|bd\.?|blvd|place|impasse|all[ée]e|chemin|route|quai|cours|square|passage|r[ée]sidence|lotissement|villa|hameau|faubourg|calle|c\/|cl\.|avda\.?|avenida|paseo|p[º°]\.?|plaza|pza\.?|pl\.|camino|carretera|ctra\.?|ronda|traves[ií]a|urbanizaci[oó]n|urb\.?|via|v\.le|viale|piazza|p\.za|corso|c\.so|largo|vicolo|strada|contrada|localit[àa]|loc\.|rua|r\.|travessa|tv\.|pra[çc]a|alameda|al\.|estrada|rodovia|cal[çc]ada|beco|quinta|bairro|edif[ií]cio|ul\.|b[âa]t\.?|appt\.?|apt\.?)\s?[\p{L}\d])/iu;
const STREET_WITHIN =
  /(?:(?:\p{Lu}[\p{L}.'’-]*|[Aa]m|[Aa]n|[Ii]m|[Aa]uf|[Uu]nter|[Zz]um|[Zz]ur|der|den|dem|[Aa]lte[nr]?|[Nn]eue[nr]?|[Gg]roße[nr]?)\s){0,4}[\p{L}.'’-]{0,30}(?:[Ss]tra(?:ß|ss)e|STRASSE|STRAßE|[Ss]tr\.?|STR\.?|[Ww]eg|[Aa]llee|[Pp]latz|[Gg]asse|[Rr]ing|[Dd]amm|[Uu]fer|[Ss]teig|[Ss]tieg|[Pp]fad|[Cc]haussee|[Mm]arkt|[Gg]raben|[Ww]all|[Bb]erg|[Hh]of|[Pp]ark|[Ff]eld|[Bb]rücke|[Tt]or|[Ss]tra[ae]t|[Ll]aan|[Pp]lein|[Gg]racht|[Kk]ade|[Dd]ijk|[Ss]ingel)\s\d{1,4}/u;
const NAME_AND_NUMBER =
  /(?:\p{Lu}[\p{L}.'’-]*(?:\s\p{L}[\p{L}.'’-]*){0,4})\s\d{1,4}\s?[a-z]?(?:[-/]\d{1,4}[a-z]?){0,3}[\s,;–-]*$/u;
const STREETS = [STREET_BEFORE, STREET_WITHIN, NAME_AND_NUMBER];
const HOUSE_NUMBER = /\d|s\/n/i;
const MAX_LEFT = 110;
/** A state and a country behind a PIN code. */
const MAX_STATE = 48;

/** Addresses by their postcode: what stands before it on its line, or on the line above, is the street. */
export function findPostalAddresses(page: Page): Span[] {
  const spans: Span[] = [];
  collect(page, POSTCODE_TOWN, { fewestDigits: 4, startOf: starts.european }, spans, readEuropean);
  collect(page, CEP, { fewestDigits: 8, startOf: starts.brazilian }, spans, readBrazilian);
  collect(page, US_CODE, { fewestDigits: 5, startOf: starts.american }, spans, readAmerican);
  collect(page, UK_CODE, { fewestDigits: 2, startOf: starts.british }, spans, readBritish);
  collect(page, INDIAN_PIN, { fewestDigits: 6, startOf: starts.indian }, spans, readIndian);
  return spans;
}

type Reader = (page: Page, start: number, end: number) => { start: number; end: number } | undefined;

interface Opening {
  fewestDigits: number;
  startOf: starts.StartOf;
}

function collect(
  page: Page,
  pattern: RegExp,
  { fewestDigits, startOf }: Opening,
  spans: Span[],
  read: Reader,
): void {
  for (const { start, end } of matchesAtDigits(page.lines, pattern, fewestDigits, page.view.text, startOf)) {
    const place = read(page, start, end);
    if (place) spans.push({ type: "ADDRESS", ...place, rank: RANK.address });
  }
}

const MARKS = new Set("|\t•·;:");

/** The start of the cell's text before `at`, or of the line above when `at` opens its own. */
function textBefore(page: Page, at: number): { from: number; text: string } {
  const { text } = page.view;
  const index = lineIndexAt(page.lines, at);
  const line = page.lines[index]!;
  const opens = at - line.start < MAX_LEFT && skipBlanks(text, line.start, at) === at;
  const above = opens ? page.lines[index - 1] : undefined;
  const lineStart = above ? above.start : line.start;
  const floor = Math.max(lineStart, at - MAX_LEFT);
  let mark = at - (/(?:\s?[·•]\s?)?$/.exec(text.slice(Math.max(floor, at - 3), at))?.[0].length ?? 0);
  while (mark > floor && !MARKS.has(text[mark - 1]!)) mark--;
  // A limit that falls into a word leaves no word of its rest: the `st` of `Rust` is no street.
  const cut = mark === floor && floor > lineStart;
  while (cut && mark < at && isWordUnit(text.charCodeAt(mark - 1)) && isWordUnit(text.charCodeAt(mark)))
    mark++;
  const from = skipBlanks(text, mark, at);
  return { from, text: text.slice(from, at) };
}

function readEuropean(
  page: Page,
  codeStart: number,
  end: number,
): { start: number; end: number } | undefined {
  const letters = COUNTRY_LETTERS.exec(page.view.text.slice(Math.max(0, codeStart - 5), codeStart));
  if (!letters && page.view.text[codeStart - 1] === "-") return undefined;
  const start = codeStart - (letters?.[0].length ?? 0);
  const before = textBefore(page, start);
  // Every street has a number or says that it has none, so nothing else is looked for one.
  for (const pattern of HOUSE_NUMBER.test(before.text) ? STREETS : []) {
    const street = pattern.exec(before.text.replace(/\n/g, " "));
    if (!street || !HOUSE_NUMBER.test(before.text.slice(street.index))) continue;
    if (/^(?:19|20)\d{2}\b/.test(before.text.slice(street.index))) continue;
    return { start: before.from + street.index, end };
  }
  const whole = wholeCell(page, before, start);
  if (whole !== undefined) return { start: whole, end };
  const label = labelAround(page, start);
  const fiveDigits = /^\D{0,3}\d{5}\s/.test(page.view.text.slice(start, end));
  const alone = fiveDigits && start < page.personalEnd && /(?:^|[|·•,]\s?)$/.test(before.text.trim());
  if (alone || label?.fields.includes("ADDRESS")) return { start, end };
  const opens = fiveDigits && start < page.personalEnd && before.text.includes("\n");
  return opens && cellEnd(page.view.text, start, Math.min(page.view.text.length, end + 24)) <= end + 1
    ? { start, end }
    : undefined;
}

const CELL_OF_ADDRESS =
  /^[\p{Lu}\d][\p{L}\d .'’°º#/&-]{1,40}(?:(?:,| -)\s?[\p{L}\d .'’°º#/&-]{1,40}){0,4}[,\s-]{0,3}$/u;

/** In the personal block the parts before a postcode that fill its cell are the address, whatever their grammar. */
function wholeCell(page: Page, before: { from: number; text: string }, at: number): number | undefined {
  const year = /^(?:19|20)\d{2}\s/.test(page.view.text.slice(at, at + 5));
  if (year || at >= page.personalEnd || before.text.includes("\n")) return undefined;
  const plain =
    /[,-]/.test(before.text) && /\d/.test(before.text) && !/(?:19|20)\d{2}|@|\d{6}/.test(before.text);
  return plain && CELL_OF_ADDRESS.test(before.text) ? before.from : undefined;
}

function readAmerican(page: Page, start: number, end: number): { start: number; end: number } | undefined {
  const whole = wholeCell(page, textBefore(page, start), start);
  if (whole !== undefined) return { start: whole, end };
  const town = TOWN_BEFORE.exec(page.view.text.slice(Math.max(0, start - 48), start));
  return town ? { start: start - town[0].length, end } : undefined;
}

function readBrazilian(page: Page, start: number, end: number): { start: number; end: number } | undefined {
  const before = textBefore(page, start);
  const street = STREET_BEFORE.exec(before.text);
  if (street) return { start: before.from + street.index, end };
  const whole = wholeCell(page, before, start);
  if (whole !== undefined) return { start: whole, end };
  return /cep/i.test(page.view.text.slice(Math.max(0, start - 6), end)) || start < page.personalEnd
    ? { start, end }
    : undefined;
}

/** Sizes and speeds look like the second half of a postcode: `S3 2GB`. */
const UNIT_CODE = /\d(?:GB|TB|PB|HZ|BN|ND|RD|TH|ST)$/;

function readBritish(page: Page, start: number, end: number): { start: number; end: number } | undefined {
  const { text } = page.view;
  const code = text.slice(start, end);
  if (UNIT_CODE.test(code)) return undefined;
  if (
    !code.includes(" ") &&
    !(start < page.personalEnd && cellEnd(text, start, Math.min(text.length, end + 8)) <= end + 1)
  )
    return undefined;
  const before = textBefore(page, start);
  const chunks = before.text.split(",");
  if (
    chunks.length >= 2 &&
    (/\d|house|flat|court|road|street/i.test(before.text) || start < page.personalEnd) &&
    chunks.every((chunk) => chunk.trim().length < 40)
  ) {
    const lead = /^(?:i (?:live|am) (?:at|in)|lives? (?:at|in)|address)\s/i.exec(before.text);
    return { start: before.from + (lead?.[0].length ?? 0), end };
  }
  const town = /(?:\p{Lu}[\p{L}'’-]+[ ,]{1,2}){1,3}$/u.exec(before.text);
  return { start: town && start < page.personalEnd ? start - town[0].length : start, end };
}

function readIndian(page: Page, start: number, end: number): { start: number; end: number } | undefined {
  const { text } = page.view;
  const before = textBefore(page, start);
  const commas = before.text.split(",").length - 1;
  const line = page.lines[lineIndexAt(page.lines, start)]!;
  const labelled = labelAround(page, start)?.fields.includes("ADDRESS") ?? false;
  const worded =
    INDIAN_PLACE.test(text.slice(before.from, Math.min(line.end, end + MAX_STATE))) && commas >= 1;
  if (!labelled && !worded) return undefined;
  if (/[%₹$€]|rs\.?\s?$/i.test(before.text.slice(-6)) || PHONE_BEFORE.test(before.text.slice(-12)))
    return undefined;
  const state = /^[,.\s]{1,3}(?:\p{Lu}[\p{L}]+)(?:\s\p{Lu}[\p{L}]+)?(?:,\s?India)?\.?(?=\s*(?:$|\n))/u.exec(
    text.slice(end, Math.min(line.end, end + MAX_STATE) + 1),
  );
  return { start: before.from, end: trimPunctuation(text, before.from, end + (state?.[0].length ?? 0)) };
}

/** Six digits behind these are the end of a telephone number: `+44 7700 900944`. */
const PHONE_BEFORE = /\+[\d ()-]{1,10}[ -]$|\d{3,}[ -]$|\d\)[ -]?$|tel\.?:?\s$/i;

const HEADING_STREET =
  /(?:^|(?<=[|·•\n/]\s?))(?:c\/o\s[\p{L} .'’-]{2,30},\s)?(?:\d{1,4}(?:\s?(?:bis|ter|[a-d]))?,?\s)?(?:estrada|rodovia|strada|largo|pza\.?|ctra\.?|carretera|camino|ronda|route|cours|square|rue|avenue|boulevard|impasse|all[ée]e|chemin|quai|calle|c\/|avda\.?|avenida|av\.|paseo|plaza|via|viale|piazza|corso|vicolo|rua|travessa|pra[çc]a|alameda)\s[\p{L}'’. -]{2,40}(?:,?\s?(?:n\.?[º°o]?\s?)?\d{1,5}[a-z]?)?(?:,\s?[\p{L}\d .º°ª/-]{1,30}){0,4}(?=\s*(?:$|[|·•\n]))/gimu;

/** `Door No. 25-4-5, Opp. Bus Stand, MG Road, Pune`: a door, and three parts or more that fill the cell. */
const DOOR_FIRST =
  /(?:^|(?<=[|·•\n/]\s?))(?:door|d|h|house|flat|plot|shop|room|qtr|quarter)s?\.?\s?no\.?\s?[\w/#-]{1,12}(?:,\s?[^,|·•\n@:]{2,32}){3,7}(?=\s*(?:$|[|·•\n]))/gimu;

/** A part of it that few texts have. */
const DOOR_NUMBER = /no\.?\s?[\w/#-]{1,12},/iu;

/** Streets without a postcode, where they fill a cell of the personal block. */
export function findHeadingStreets(page: Page): Span[] {
  const spans: Span[] = [];
  const block = page.view.text.slice(0, page.personalEnd);
  for (const { start, end, match } of matchesOnLines(page.lines, HEADING_STREET, 1, block)) {
    if (/\d/.test(match[0])) spans.push({ type: "ADDRESS", start, end, rank: RANK.address });
  }
  if (!DOOR_NUMBER.test(block)) return spans;
  for (const { start, end } of matchesOnLines(page.lines, DOOR_FIRST, 1, block))
    spans.push({ type: "ADDRESS", start, end, rank: RANK.address });
  return spans;
}
