import { isCjk } from "./characters.ts";
import { matchesOnLines } from "./matching.ts";
import type { Page } from "./page.ts";

/** A half-open range of the normalised text. */
export interface Range {
  start: number;
  end: number;
}

/** Numbers that are not personal: dates and periods, addresses of machines, ISBN, DOI, patents, registers, amounts. */
export interface Vetoes {
  /** True where `[start, end)` touches a vetoed number. */
  touches(start: number, end: number): boolean;
  /** True where what stands beside `[start, end)` makes it an amount: money, a count or a measure. */
  isQuantity(start: number, end: number): boolean;
}

/** A kind of numbers that name nobody: by their own shape, by a label, or by what stands on one side. */
export interface Veto {
  name: string;
  /** Bounded, over folded text, so that a search for it is linear. */
  pattern?: string;
  find?: (page: Page) => Range[];
  before?: RegExp;
  after?: RegExp;
}

const MONTH = "(?:1[0-2]|0?[1-9])";
const DAY = "(?:3[01]|[12]\\d|0?[1-9])";
const YEAR = "(?:19|20)\\d{2}";

const veto = (name: string, pattern: string): Veto => ({ name, pattern });

const CURRENCY_BEFORE =
  /(?:[$€£¥₩₹]|\b(?:usd|eur|gbp|rmb|cny|jpy|krw|inr|brl|hkd|twd|ntd|chf|cad|aud|sgd|rs\.?|r\$|nt\$|us\$|hk\$)) ?$/;
const UNIT_AFTER =
  /^ ?(?:[€£$¥₩₹%‰]|元|円|원|만|万|萬|亿|億|千|百|件|笔|次|个|個|名|人|条|條|台|家|户|戶|건|명|개|회|대|ms\b|kb\b|mb\b|gb\b|tb\b|kwh\b|req|qps|tps|rps|usd\b|eur\b|gbp\b|rmb\b|cny\b|jpy\b|krw\b|inr\b|chf\b|users?\b|customers?\b|records?\b|rows?\b|lines?\b|transactions?\b|events?\b|items?\b|units?\b|downloads?\b|hours?\b|days?\b|euros?\b|dollars?\b|nutzer|kunden|anfragen|datens|transaktion|requ[eê]te|utilisateur|client|lignes?\b|peticion|usuario|registro|transaccion|usu[aá]rio|requisi|transa|utenti|richieste|righe|clienti|reais|pesos|millones|million|mio\b)/;

export const VETOES: readonly Veto[] = [
  // 2015-03-01, 2015.03, 2015/3/1, 2015년 3월
  veto(
    "year first",
    `(?<![\\d+(]|\\d[.\\-/ ])${YEAR}\\s?[.\\-/年년]\\s?${MONTH}(?:\\s?[.\\-/月월]\\s?${DAY})?(?!\\d)`,
  ),
  // 03.05.1987, 3/5/2015
  veto("day first", `(?<![\\d+(]|\\d[.\\-/])${DAY}[.\\-/]\\s?${DAY}[.\\-/]\\s?${YEAR}(?!\\d)`),
  // 04.2015, 08/2019
  veto("month first", `(?<![\\d+(]|\\d[.\\-/])${MONTH}[.\\-/]${YEAR}(?!\\d)`),
  // 2015-2019, 2015 2019, 2019/20
  veto("years", `(?<![\\d+(]|\\d[.\\-/])${YEAR}\\s?[-~/]\\s?(?:${YEAR}|\\d{2})(?![\\d])(?!-\\d)`),
  // 201209-201606, 20120901-20160630
  veto(
    "compact period",
    `(?<![\\d+(])${YEAR}(?:0[1-9]|1[0-2])(?:[0-3]\\d)?\\s?[-~至到]\\s?${YEAR}(?:0[1-9]|1[0-2])(?:[0-3]\\d)?(?!\\d)`,
  ),
  // IPv4 with port or prefix
  veto(
    "network",
    "(?<![\\d.])(?:25[0-5]|2[0-4]\\d|1?\\d{1,2})(?:\\.(?:25[0-5]|2[0-4]\\d|1?\\d{1,2})){3}(?:/\\d{1,2}|:\\d{1,5})?(?!\\d|\\.\\d)",
  ),
  veto("DOI", "(?<![\\d.])10\\.\\d{4,9}/[^\\s]{1,80}"), // ISO 26324
  veto("ISBN", "(?<!\\d)97[89][- ]?(?:\\d[- ]?){9}\\d(?!\\d)"), // ISBN-13 by its shape
  // US 10,123,456 B2; EP 1234567 A1; WO2019/123456; CN 201910123456.7; ZL202110123456.7
  veto(
    "patent",
    "(?<![a-z])(?:us|ep|wo|cn|jp|kr|de|gb|fr|tw|zl|ca|au|pct/[a-z]{2})\\s?(?:patent\\s)?(?:no\\.?\\s)?\\d[\\d,/.]{6,16}\\s?[abcuys]?\\d?(?![\\d])",
  ),
  veto("patent of Japan or Korea", "特[許願開][\\s第-]{0,3}[\\d-]{4,14}|10-\\d{4}-\\d{7}(?!\\d)"),
  // ISO/IEC 27001:2013, DIN EN 9001, RFC 2616, GB/T 7714
  veto(
    "standard",
    "(?<![a-z])(?:iso|iec|ieee|din|en|rfc|gb/?t?|jis|ks|ansi|nist|cve)(?:[/ -](?:iec|en|iso|ts|tr))?[ -]?\\d{2,6}(?:[-:.]\\d{1,5}){0,3}(?!\\d)",
  ),
  { name: "number of a thing or a firm", find: findImpersonal },
  { name: "money", before: CURRENCY_BEFORE },
  { name: "measure", after: UNIT_AFTER },
];

/** `GB/T 22` is the shortest of the patterns. */
const FEWEST_DIGITS = 2;

const joined = (vetoes: readonly Veto[]): RegExp | undefined => {
  const patterns = vetoes.flatMap(({ pattern }) => pattern ?? []);
  return patterns.length > 0 ? new RegExp(patterns.join("|"), "g") : undefined;
};
const ALL = joined(VETOES);

/** What may stand between a label of an impersonal number and the number. */
const LABELLED_NUMBER = /[a-z]{0,3}[\s:#.\-第]{0,4}[a-z]{0,4}\d[\da-z ./\-,]{0,34}/y;

/** The same in running text without blanks: `統一編號檢核模組（如 04595257）`. */
const CJK_LABELLED_NUMBER = /[^\d\n,，。;；:：]{0,12}[a-z]{0,3}\d[\da-z ./-]{2,34}/y;

/** Values of labels like `ISBN`, `Order no.`, `統一編號`. */
function findImpersonal(page: Page): Range[] {
  const { folded } = page.view;
  return page.labels.flatMap((label) => {
    if (label.fields[0] !== "IMPERSONAL_NUMBER" || label.below) return [];
    const pattern = isCjk(folded.charCodeAt(label.start)) ? CJK_LABELLED_NUMBER : LABELLED_NUMBER;
    pattern.lastIndex = label.valueStart;
    const match = pattern.exec(folded);
    const glued = label.valueStart - label.end <= 4;
    if (!match || !glued) return [];
    return [{ start: label.valueStart, end: Math.min(label.limit, label.valueStart + match[0].length) }];
  });
}

/** Finds the numbers that name nobody. @param vetoes a parameter, so that tests can show what each of them is needed for */
export function findVetoes(page: Page, vetoes: readonly Veto[] = VETOES): Vetoes {
  const { folded } = page.view;
  const pattern = vetoes === VETOES ? ALL : joined(vetoes);
  const ranges: Range[] = [
    ...(pattern ? matchesOnLines(page.lines, pattern, FEWEST_DIGITS, folded) : []),
    ...vetoes.flatMap(({ find }) => find?.(page) ?? []),
  ].sort((a, b) => a.start - b.start);
  return {
    touches: (start, end) => touches(ranges, start, end),
    isQuantity: (start, end) =>
      vetoes.some(
        ({ before, after }) =>
          after?.test(folded.slice(end, end + 16)) ||
          before?.test(folded.slice(Math.max(0, start - 6), start)),
      ),
  };
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
