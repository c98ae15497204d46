import { isCjk } from "./characters.ts";
import type { Page } from "./page.ts";
import {
  findPatterns,
  NORM_PARTS,
  NORMS,
  OFFICES,
  type Patterns,
  patternsOf,
  type Range,
  type VetoPattern,
} from "./veto-patterns.ts";

/** Numbers that are not personal: dates and periods, addresses of machines, ISBN, DOI, patents, registers, amounts. */
export interface Vetoes {
  /** True where `[start, end)` touches a vetoed number. */
  touches(start: number, end: number): boolean;
  /** True where what stands beside `[start, end)` makes it an amount: money, a count or a measure. */
  isQuantity(start: number, end: number): boolean;
}

/** A kind of numbers that name nobody: by their own shape, by a label, or by what stands on one side. */
export interface Veto extends VetoPattern {
  name: string;
  find?: (page: Page) => Range[];
  before?: RegExp;
  after?: RegExp;
}

const MONTH = "(?:1[0-2]|0?[1-9])";
const DAY = "(?:3[01]|[12]\\d|0?[1-9])";
const YEAR = "(?:19|20)\\d{2}";

const numeric = (name: string, digits: readonly [number, number], pattern: string): Veto => ({
  name,
  digits,
  pattern,
});
const worded = (name: string, pattern: string): Veto => ({ name, worded: pattern });

const CURRENCY_BEFORE =
  /(?:[$€£¥₩₹]|\b(?:usd|eur|gbp|rmb|cny|jpy|krw|inr|brl|hkd|twd|ntd|chf|cad|aud|sgd|rs\.?|r\$|nt\$|us\$|hk\$)) ?$/;
const UNIT_AFTER =
  /^ ?(?:[€£$¥₩₹%‰]|元|円|원|만|万|萬|亿|億|千|百|件|笔|次|个|個|名|人|条|條|台|家|户|戶|건|명|개|회|대|ms\b|kb\b|mb\b|gb\b|tb\b|kwh\b|req|qps|tps|rps|usd\b|eur\b|gbp\b|rmb\b|cny\b|jpy\b|krw\b|inr\b|chf\b|users?\b|customers?\b|records?\b|rows?\b|lines?\b|transactions?\b|events?\b|items?\b|units?\b|downloads?\b|hours?\b|days?\b|euros?\b|dollars?\b|nutzer|kunden|anfragen|datens|transaktion|requ[eê]te|utilisateur|client|lignes?\b|peticion|usuario|registro|transaccion|usu[aá]rio|requisi|transa|utenti|richieste|righe|clienti|reais|pesos|millones|million|mio\b)/;

export const VETOES: readonly Veto[] = [
  // 2015-03-01, 2015.03, 2015/3/1, 2015년 3월
  numeric(
    "year first",
    [4, 4],
    `(?<![\\d+(]|\\d[.\\-/ ])${YEAR}\\s?[.\\-/年년]\\s?${MONTH}(?:\\s?[.\\-/月월]\\s?${DAY})?(?!\\d)`,
  ),
  // 03.05.1987, 3/5/2015
  numeric("day first", [1, 2], `(?<![\\d+(]|\\d[.\\-/])${DAY}[.\\-/]\\s?${DAY}[.\\-/]\\s?${YEAR}(?!\\d)`),
  // 04.2015, 08/2019
  numeric("month first", [1, 2], `(?<![\\d+(]|\\d[.\\-/])${MONTH}[.\\-/]${YEAR}(?!\\d)`),
  // 2015-2019, 2015 2019, 2019/20
  numeric("years", [4, 4], `(?<![\\d+(]|\\d[.\\-/])${YEAR}\\s?[-~/]\\s?(?:${YEAR}|\\d{2})(?![\\d])(?!-\\d)`),
  // 201209-201606, 20120901-20160630
  numeric(
    "compact period",
    [6, 8],
    `(?<![\\d+(])${YEAR}(?:0[1-9]|1[0-2])(?:[0-3]\\d)?\\s?[-~至到]\\s?${YEAR}(?:0[1-9]|1[0-2])(?:[0-3]\\d)?(?!\\d)`,
  ),
  // IPv4 with port or prefix
  numeric(
    "network",
    [1, 3],
    "(?<![\\d.])(?:25[0-5]|2[0-4]\\d|1?\\d{1,2})(?:\\.(?:25[0-5]|2[0-4]\\d|1?\\d{1,2})){3}(?:/\\d{1,2}|:\\d{1,5})?(?!\\d|\\.\\d)",
  ),
  numeric("DOI", [2, 2], "(?<![\\d.])10\\.\\d{4,9}/[^\\s]{1,80}"), // ISO 26324
  numeric("ISBN", [3, 13], "(?<!\\d)97[89][- ]?(?:\\d[- ]?){9}\\d(?!\\d)"), // ISBN-13 by its shape
  // US 10,123,456 B2; EP 1234567 A1; WO2019/123456; CN 201910123456.7; ZL202110123456.7
  worded(
    "patent",
    `(?<![a-z])(?:${OFFICES}|pct/[a-z]{2})\\s?(?:patent\\s)?(?:no\\.?\\s)?\\d[\\d,/.]{6,16}\\s?[abcuys]?\\d?(?![\\d])`,
  ),
  {
    name: "patent of Japan or Korea",
    worded: "特[許願開][\\s第-]{0,3}[\\d-]{4,14}",
    digits: [2, 2],
    pattern: "10-\\d{4}-\\d{7}(?!\\d)",
  },
  // ISO/IEC 27001:2013, DIN EN 9001, RFC 2616, GB/T 7714
  worded(
    "standard",
    `(?<![a-z])(?:${NORMS}|gb/?t?)(?:[/ -](?:${NORM_PARTS}))?[ -]?\\d{2,6}(?:[-:.]\\d{1,5}){0,3}(?!\\d)`,
  ),
  { name: "number of a thing or a firm", find: findImpersonal },
  { name: "money", before: CURRENCY_BEFORE },
  { name: "measure", after: UNIT_AFTER },
];

/** What may stand between a label of an impersonal number and the number. */
const LABELLED_NUMBER = /[a-z]{0,3}[\s:#.\-第]{0,4}[a-z]{0,4}\d[\da-z ./\-,]{0,34}/y;

/** The same in running text without blanks: `統一編號檢核模組（如 04595257）`. */
const CJK_LABELLED_NUMBER = /[^\d\n,，。;；:：]{0,12}[a-z]{0,3}\d[\da-z ./-]{2,34}/y;

/** Values of labels like `ISBN`, `Order no.`, `統一編號`. */
function findImpersonal(page: Page): Range[] {
  const { folded } = page.view;
  const ranges: Range[] = [];
  for (const label of page.labels) {
    if (label.fields[0] !== "IMPERSONAL_NUMBER" || label.below) continue;
    const pattern = isCjk(folded.charCodeAt(label.start)) ? CJK_LABELLED_NUMBER : LABELLED_NUMBER;
    pattern.lastIndex = label.valueStart;
    const match = pattern.exec(folded);
    const glued = label.valueStart - label.end <= 4;
    if (match && glued)
      ranges.push({
        start: label.valueStart,
        end: Math.min(label.limit, label.valueStart + match[0].length),
      });
  }
  return ranges;
}

/** What is looked for, sorted by where: at blocks of digits, at labels, and on the sides of a number. */
interface Looks {
  patterns: Patterns;
  finders: readonly ((page: Page) => Range[])[];
  before: readonly RegExp[];
  after: readonly RegExp[];
}

const looksOf = (vetoes: readonly Veto[]): Looks => ({
  patterns: patternsOf(vetoes),
  finders: vetoes.flatMap(({ find }) => find ?? []),
  before: vetoes.flatMap(({ before }) => before ?? []),
  after: vetoes.flatMap(({ after }) => after ?? []),
});
const ALL = looksOf(VETOES);

/** Finds the numbers that name nobody. @param vetoes a parameter, so that tests can show what each of them is needed for */
export function findVetoes(page: Page, vetoes: readonly Veto[] = VETOES): Vetoes {
  const { folded } = page.view;
  const looks = vetoes === VETOES ? ALL : looksOf(vetoes);
  const ranges = findPatterns(page, looks.patterns);
  for (const find of looks.finders) ranges.push(...find(page));
  if (ranges.length > 1) ranges.sort((a, b) => a.start - b.start);
  return {
    touches: (start, end) => touches(ranges, start, end),
    isQuantity: (start, end) => isQuantity(folded, start, end, looks),
  };
}

function isQuantity(folded: string, start: number, end: number, { before, after }: Looks): boolean {
  const behind = folded.slice(end, end + 16);
  for (const pattern of after) if (pattern.test(behind)) return true;
  const inFront = folded.slice(Math.max(0, start - 6), start);
  for (const pattern of before) if (pattern.test(inFront)) return true;
  return false;
}

function touches(ranges: readonly Range[], start: number, end: number): boolean {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ranges[middle]!.start < end) low = middle + 1;
    else high = middle;
  }
  for (let i = low - 1; i >= 0 && i >= low - 3; i--) if (ranges[i]!.end > start) return true;
  return false;
}
