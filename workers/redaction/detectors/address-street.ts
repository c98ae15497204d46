import { isUpperCase } from "../characters.ts";
import { scanOpened } from "../lexicon.ts";
import { STREET_WORDS } from "../lexicons/places.ts";
import { startsCell } from "../lines.ts";
import { labelAround, lineAt, type Page } from "../page.ts";
import { OPENS } from "../page-vocabulary.ts";
import { RANK, type Span } from "../spans.ts";

const STATES =
  "A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|P[AR]|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]";
const CA_PROVINCES = "AB|BC|MB|NB|NL|NS|NT|NU|ON|PE|QC|SK|YT";
/** Letters that Royal Mail uses in each place of a postcode. */
export const UK_POSTCODE =
  "(?:GIR\\s?0AA|[A-PR-UWYZ](?:\\d{1,2}|[A-HK-Y]\\d(?:\\d|[ABEHMNPRV-Y])?|\\d[A-HJKPS-UW])\\s?\\d[ABD-HJLNP-UW-Z]{2})";
const CHUNK = "\\p{Lu}[\\p{L}\\d.'’-]*(?:\\s(?:\\p{Lu}[\\p{L}\\d.'’-]*|of|on|upon|the|de|la)){0,4}";
const UNIT =
  "(?:apt|apartment|unit|suite|ste|flat|floor|fl|room|rm|bldg|building|block|tower|no)\\.?\\s?#?[\\w-]{1,8}|#\\s?[\\w-]{1,8}|\\d{1,3}(?:st|nd|rd|th)\\s(?:floor|fl|cross|main|block|stage|phase)\\b";
const CODE = `(?:(?:${STATES})\\.?,?\\s\\d{5}(?:-\\d{4})?|\\p{Lu}[\\p{L}]{3,14}\\s\\d{5}(?:-\\d{4})?|(?:${CA_PROVINCES}),?\\s[A-Z]\\d[A-Z]\\s?\\d[A-Z]\\d|${UK_POSTCODE}|[-–]?\\s?[1-9]\\d{2}\\s?\\d{3}|(?:NSW|VIC|QLD|WA|SA|TAS|ACT|NT)\\s\\d{4}|(?:${STATES})\\b|\\d{5}\\b|Kowloon|Hong Kong|New Territories|N\\.T\\.|Singapore(?:\\s\\d{6})?)`;
const COUNTRY =
  "(?:,?\\s(?:USA|U\\.S\\.A\\.|United States|UK|United Kingdom|England|Scotland|Wales|Ireland|India|Canada|Australia|Hong Kong|Singapore|Nigeria|Kenya|South Africa|Philippines|Karnataka|Maharashtra|Tamil Nadu|Telangana|Kerala|Delhi|Gujarat|Punjab|Haryana|Rajasthan|West Bengal|Uttar Pradesh|Andhra Pradesh|Madhya Pradesh|Bihar|Odisha|Assam))?";

const SEP = "[,\\s]{1,3}";
const UNIT_TAIL = new RegExp(`^\\.?(?:${SEP}(?:${UNIT})){0,2}`, "iu");
const TOWN_TAIL = new RegExp(`^(?:,?[\\s]{1,3}(?:${CHUNK})){0,4}?${SEP}(?:${CODE})${COUNTRY}`, "u");
/** Town and county without a code, where nothing else stands in the cell. */
const TOWNS_TO_CELL_END =
  /^(?:,\s?\p{Lu}[\p{L}'’-]{1,20}(?: \p{Lu}[\p{L}'’-]{1,20}){0,2}){1,3}(?=\s*(?:$|[\n|·•]))/u;
const MAX_LEFT = 64;
const MAX_TAIL = 120;

const NUMBER_AND_NAME =
  /(?:^|(?<=[\s,;:(|]))(?:(?:No\.?|#)\s?)?(?:\d{1,6}[A-Za-z]?(?:[-/]\d{1,5}[A-Za-z]?)?|One|Two)[,]?\s(?:[NSEW]{1,2}\.?\s|(?:North|South|East|West|Old|New|Upper|Lower)\s)?(?:(?:\p{Lu}[\p{L}.'’-]*|\d{1,3}(?:st|nd|rd|th))\s){0,4}$/u;
const LEADING_UNITS =
  /(?:(?:flat|apt|apartment|unit|suite|room|rm|block|blk|tower|level|house|plot|shop|door|h\.?\s?no|floor|villa|c\/o|p\.?o\.?\sbox)\.?\s?(?:no\.?\s?)?#?[\w/-]{0,8}|\d{1,3}\/f|[\p{Lu}][\p{L}\d .'’-]{2,30}(?:house|apartments?|court|building|tower|residency|residences?|heights|mansions?|view|villas?|society|complex|lodge|hall|estate))(?:,\s?)$/iu;

/** Addresses in the English way: number, name, street word; then unit, town and code. */
export function findStreetAddresses(page: Page): Span[] {
  const { text, folded } = page.view;
  const spans: Span[] = [];
  for (const hit of scanOpened(STREET_WORDS, OPENS.street, folded, page)) {
    if (hit.start < (spans.at(-1)?.end ?? 0) || !isUpperCase(text[hit.start]!)) continue;
    const lineStart = page.lines[lineAt(page, hit.start)]!.start;
    const from = Math.max(lineStart, hit.start - MAX_LEFT, spans.at(-1)?.end ?? 0);
    const named = NUMBER_AND_NAME.exec(text.slice(from, hit.start));
    if (!named || /^(?:19|20)\d{2}\s/.test(named[0])) continue;
    const start = withLeadingUnits(page, from + named.index + (/^[\s]/.test(named[0]) ? 1 : 0), lineStart);
    const end = streetEnd(text, hit.end);
    const bare = end.towns === 0;
    if (bare && !(start < page.personalEnd || labelAround(page, start)?.fields.includes("ADDRESS"))) continue;
    if (bare && named[0].trim().split(/\s/).length < 2) continue;
    if (
      bare &&
      !startsCell(text, start) &&
      !/[,.]\s?$/.test(text.slice(Math.max(0, start - 3), start)) &&
      start > page.personalEnd
    )
      continue;
    const towns = bare ? TOWNS_TO_CELL_END.exec(text.slice(end.at, end.at + MAX_TAIL)) : null;
    spans.push({ type: "ADDRESS", start, end: end.at + (towns?.[0].length ?? 0), rank: RANK.address });
  }
  return spans;
}

function streetEnd(text: string, at: number): { at: number; towns: number } {
  const unit = UNIT_TAIL.exec(text.slice(at, at + 48));
  let end = at + (unit?.[0].length ?? 0);
  if (
    text[end - 1] === "." &&
    /\s[A-Z]/.test(text.slice(end, end + 2)) &&
    unit?.[0] === "." &&
    !/,/.test(text.slice(end, end + 30))
  )
    end--;
  const town = TOWN_TAIL.exec(text.slice(end, end + MAX_TAIL));
  if (town && !/\n.*\n/.test(town[0])) return { at: end + town[0].length, towns: 1 };
  return { at: end, towns: 0 };
}

/** `Flat B, 12/F, Tower 3, Harbour View, ` before the number. */
function withLeadingUnits(page: Page, at: number, lineStart: number): number {
  const { text } = page.view;
  let start = at;
  for (let count = 0; count < 5; count++) {
    const before = LEADING_UNITS.exec(text.slice(Math.max(lineStart, start - 48), start));
    if (!before) break;
    start -= before[0].length;
  }
  return start;
}
