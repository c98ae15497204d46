import { isAsciiLetter, isCjk, isDigit } from "./characters.ts";

/** Dates as birth-date fields write them, read at a place of folded text. All patterns are bounded and sticky. */

const MONTH =
  "(?:jan|ene|gen|feb|fev|mar|maerz|apr|abr|avr|may|mai|mag|maj|mei|jun|juin|giu|jul|juil|lug|aug|ago|aou|aoû|sep|set|sett|okt|oct|out|ott|nov|dez|dec|dic)[a-z]{0,8}\\.?";
const DAY = "(?:[12]\\d|3[01]|0?[1-9])";
const MONTH_NUMBER = "(?:1[0-2]|0?[1-9])";
const YEAR = "(?:19|20)\\d{2}";
const SHORT_YEAR = `(?:${YEAR}|'?\\d{2})`;
const HAN_NUMBER = "[〇○零一二三四五六七八九十廿卅]";

/**
 * What a form may open with, so that each place is tried against few forms: one or two digits, four, or eight, as no form
 * reads on from the midst of a number; or a letter.
 */
type Opening = "pair" | "year" | "compact" | "letter" | "cjk";

interface DateForm {
  opens: readonly Opening[];
  pattern: RegExp;
}

const form = (opens: readonly Opening[], source: string): DateForm => ({
  opens,
  pattern: new RegExp(`${source}(?!\\d)(?: ?(?:生まれ|出生(?!地)|生|출생|생)(?![\\p{L}]))?`, "uy"),
});

const FULL_FORMS: readonly DateForm[] = [
  // 1994年3月17日, 1994. 3. 17., 1994/03/17, 1992년 7월 4일, 94年3月
  form(
    ["pair", "year"],
    `(?:${YEAR}|\\d{2}(?= ?[年년])) ?[年년.\\-/] ?${MONTH_NUMBER}(?: ?[月월.\\-/] ?${DAY} ?[日일号]?| ?[月월])?`,
  ),
  // eras: 平成5年8月21日, 昭和60.4.1, H5.8.21, 民國79年3月4日
  form(
    ["letter", "cjk"],
    `(?:明治|大正|昭和|平成|令和|民[国國](?:前)?|[mtshr](?=\\.?\\d{1,2} ?[年./-]))\\.? ?(?:\\d{1,3}|元) ?[年./-](?: ?${MONTH_NUMBER} ?(?:[月./-] ?${DAY} ?日?|月))?`,
  ),
  // 一九九四年三月十七日
  form(["cjk"], `${HAN_NUMBER}{4}年${HAN_NUMBER}{1,3}月(?:${HAN_NUMBER}{1,3}[日号])?`),
  // 17 March 1994, 17th of March, 1994, 2 juillet 1990, 21 de noviembre de 1993, 14. Februar 1989
  form(
    ["pair"],
    `${DAY}(?:st|nd|rd|th|er|º|°|ª|\\.)?[ ./-]{0,2}(?:of |de |d')?${MONTH}[ .,/'-]{0,2}(?:de |del |do )?${SHORT_YEAR}`,
  ),
  // March 17, 1994; Mar-17-1994; March 1994
  form(["letter"], `${MONTH}[ .,-]{0,2}(?:${DAY}(?:st|nd|rd|th)?[ ,.-]{1,3})?(?:de |del )?${YEAR}`),
  // 14.02.1989, 3/17/94, 14-2-1989, 14. 02. 1989
  form(["pair"], `${DAY} ?[./-] ?${DAY} ?[./-] ?${SHORT_YEAR}`),
  // 19940317, 03/1994
  form(["compact"], `${YEAR}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])`),
];

const SHORT_FORMS: readonly DateForm[] = [
  form(["pair"], `${MONTH_NUMBER}[./-]${YEAR}`),
  form(["year"], `${YEAR} ?(?:年生?|년생?|г\\.?(?:р\\.?)?)?`),
  form(["pair"], `\\d{2} ?(?:年生?|년생?)`),
];

/** The forms by what they open with. */
const opening = (forms: readonly DateForm[]): Record<Opening, readonly RegExp[]> => {
  const of = (kind: Opening) =>
    forms.filter(({ opens }) => opens.includes(kind)).map(({ pattern }) => pattern);
  return { pair: of("pair"), year: of("year"), compact: of("compact"), letter: of("letter"), cjk: of("cjk") };
};
const ANY_FORM = opening([...FULL_FORMS, ...SHORT_FORMS]);
const FULL_FORM = opening(FULL_FORMS);

/** The white circle that stands for a zero is the one opening of a Han number that is no letter. */
const CIRCLE = 0x25cb;

const NO_FORMS: readonly RegExp[] = [];
const PAIR = 2;
const YEAR_DIGITS = 4;
const COMPACT_DIGITS = 8;

function formsOfNumber(
  forms: Record<Opening, readonly RegExp[]>,
  folded: string,
  at: number,
): readonly RegExp[] {
  let digits = 1;
  while (digits <= COMPACT_DIGITS && isDigit(folded.charCodeAt(at + digits))) digits++;
  if (digits <= PAIR) return forms.pair;
  if (digits === YEAR_DIGITS) return forms.year;
  return digits === COMPACT_DIGITS ? forms.compact : NO_FORMS;
}

function formsAt(forms: Record<Opening, readonly RegExp[]>, folded: string, at: number): readonly RegExp[] {
  const unit = folded.charCodeAt(at);
  if (isDigit(unit)) return formsOfNumber(forms, folded, at);
  if (isAsciiLetter(unit)) return forms.letter;
  return isCjk(unit) || unit === CIRCLE ? forms.cjk : NO_FORMS;
}

/** Where the date that starts at `at` ends, or -1. The longest reading of the forms wins. */
export function readDate(folded: string, at: number, limit: number): number {
  let best = -1;
  for (const pattern of formsAt(ANY_FORM, folded, at)) {
    pattern.lastIndex = at;
    const match = pattern.exec(folded);
    const end = match ? at + match[0].trimEnd().length : -1;
    if (end <= limit) best = Math.max(best, end);
  }
  return best;
}

/** Full dates with a day, as they open at `at`; -1 where there is only a year or a month. */
export function readFullDate(folded: string, at: number, limit: number): number {
  let best = -1;
  for (const pattern of formsAt(FULL_FORM, folded, at)) {
    pattern.lastIndex = at;
    const match = pattern.exec(folded);
    if (!match || at + match[0].trimEnd().length > limit) continue;
    const numbers = match[0].match(/\d+|[〇零一二三四五六七八九十]+/g) ?? [];
    const parts = numbers.length + (/[a-z]{3}/.test(match[0]) ? 1 : 0);
    if (parts >= 3 || (numbers.length === 1 && numbers[0]!.length === 8)) {
      best = Math.max(best, at + match[0].trimEnd().length);
    }
  }
  return best;
}
