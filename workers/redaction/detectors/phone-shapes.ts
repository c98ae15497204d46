import { isDigit } from "../characters.ts";

/** National ways of writing telephone numbers, after ITU-T E.123 and the numbering plans of the countries named. */

/** How much must speak for a number of this shape: nothing more, or contact details around it. */
export type PhoneCertainty = "sure" | "in-contact";

interface PhoneShape {
  certainty: PhoneCertainty;
  pattern: RegExp;
  /** Fewest and most digits, where the groups alone do not say it. */
  digits: readonly [number, number];
}

const shape = (certainty: PhoneCertainty, source: string, digits: readonly [number, number]): PhoneShape => ({
  certainty,
  pattern: new RegExp(`^(?:${source})$`),
  digits,
});
const sure = (source: string, least = 7, most = 13): PhoneShape => shape("sure", source, [least, most]);
const inContact = (source: string, least = 7, most = 13): PhoneShape =>
  shape("in-contact", source, [least, most]);

interface PhoneShapes {
  each: readonly PhoneShape[];
  /** Matches where any of them does: one look instead of dozens. */
  any: RegExp;
}

const shapes = (...each: readonly PhoneShape[]): PhoneShapes => ({
  each,
  any: new RegExp(each.map(({ pattern }) => pattern.source).join("|")),
});

/** Keyed by how the number begins, so that each is tried against a handful of shapes. */
const BY_FIRST: Readonly<Record<string, PhoneShapes>> = {
  "0": shapes(
    sure("0[1-9](?:[ .-]\\d{2}){4}"), // FR, BE mobile in pairs
    inContact("0[67]\\d{8}"), // FR mobile
    sure("0[5789]0[- .]?\\d{4}[- .]?\\d{4}"), // JP mobile, IP
    sure("0\\d{1,4}-\\d{1,4}-\\d{3,4}|0\\d{1,4} \\d{1,4} \\d{4}", 10, 11), // JP landline
    sure("01[016789][-. ]?\\d{3,4}[-. ]?\\d{4}"), // KR mobile
    sure("0(?:2|[3-6]\\d|70|50\\d?)[-. ]\\d{3,4}[-. ]\\d{4}"), // KR landline
    sure("09\\d{2}[- .]\\d{3}[- .]?\\d{3}|09\\d{2}[ -]\\d{3}[ -]\\d{4}"), // TW, PH mobile
    sure("0\\d{1,3}[- ]\\d{3,4}[- ]\\d{4}(?:#\\d{1,5})?"), // TW landline
    sure("0\\d{2,3}-\\d{7,8}(?:-\\d{1,6})?|0\\d{2,3} \\d{8}"), // CN landline
    sure("07\\d{3}[ .-]?\\d{3}[ .-]?\\d{3}|07\\d{9}"), // UK mobile
    sure("0(?:1\\d{3}|2\\d|1\\d1|11\\d|3\\d{2}|8\\d{2}) \\d{3,4} \\d{3,4}|01\\d{3} \\d{5,6}"), // UK landline
    sure("01[567]\\d ?[-/ ] ?\\d{3,4}[- ]?\\d{2,5}(?:[- ]\\d{2,4})?|01[567]\\d \\d{2}(?: \\d{2}){2,3}"), // DE mobile
    sure("01[567]\\d{8,9}"), // DE mobile, no blanks
    sure("0[2-9]\\d{1,3} ?[/-] ?\\d{4,9}(?:-\\d{1,4})?|0[2-9]\\d{1,3} ?/ ?\\d{2,3}(?: \\d{2,3}){1,3}"), // DE landline
    sure(
      "0\\d{1,2}(?: \\d{2,3}){3}|0\\d(?: \\d{2}){4}|0 \\d{3} \\d{3} \\d{2} \\d{2}|0-\\d{3}-\\d{3}-\\d{2}-\\d{2}",
    ), // CH, AT, AU, NL, TR
    sure("06-\\d{8}"), // NL mobile
    sure("0\\d{1,2}-\\d{7}", 8, 9), // IL
    sure("0[45]\\d{2}[ -]\\d{2,3}[ -]\\d{2,3}(?:[ -]\\d{2,3})?", 10, 10), // AU, BE mobile
    sure("0\\d{4}[ -]\\d{6}|0[6-9]\\d{9}"), // IN with trunk prefix, UK
    sure("05\\d{2} ?\\d{3} ?\\d{2} ?\\d{2}"), // TR
    sure("0\\d{3} \\d{3} \\d{2} \\d{2}|0 ?\\(\\d{3}\\) ?\\d{3} ?\\d{2} ?\\d{2}", 11, 11), // TR, PH
    sure("0\\d{3} \\d{7}|0\\d{2} \\d{7}"), // NG, PK, ZA, VN
    sure("0\\d{2} \\d{3} \\d{4}"), // ZA, TH
    sure("00[1-9]\\d{0,2}[ ./-](?:\\(0\\) ?)?\\d{1,4}(?:[ ./-]?\\d{2,8}){1,4}", 10, 17), // international prefix 00
    inContact("00[1-9]\\d{8,14}", 10, 17),
    inContact("0\\d{1,4}[ /.-]?\\d{3,9}(?:[ .-]\\d{2,4}){0,3}"), // any trunk prefix
  ),
  "1": shapes(
    sure(
      "1 [3-9](?: \\d){9}|1[3-9]\\d[- .]?\\d{4}[- .]?\\d{4}|1[3-9]\\d{2}[- .]?\\d{3}[- .]?\\d{4}|1[3-9]\\d{1,2}(?:[- .]\\d{2,4}){2,4}",
    ), // CN mobile, 11 digits
    sure("1[ .-]?[2-9]\\d{2}[ .-][2-9]\\d{2}[ .-]\\d{4}"), // NANP with 1
    inContact("1[2-9]\\d{9}"),
  ),
  "8": shapes(
    sure("86[- ]?1[3-9]\\d[- ]?\\d{4}[- ]?\\d{4}"), // CN without plus
    sure("8[ -]?9\\d{2}[ -]\\d{3}[ -]\\d{2}[ -]?\\d{2}"), // RU
    sure(
      "82[- ]10[- ]\\d{4}[- ]\\d{4}|81[- ][789]0[- ]\\d{4}[- ]\\d{4}|886[- ]9\\d{2}[- ]\\d{3}[- ]\\d{3}|852[- ]\\d{4}[- ]?\\d{4}",
    ),
  ),
  "4": shapes(
    sure("400[- ]\\d{3}[- ]\\d{4}|44 7\\d{3} \\d{6}|49 1[567]\\d[- ]\\d{6,8}"),
    inContact("4[49]\\d{9,11}"),
  ),
  "9": shapes(
    sure("91[- ][6-9]\\d{4}[- ]?\\d{5}|91-\\d{3}-\\d{3}-\\d{4}"), // IN
    sure("9[1236]\\d[ .-]\\d{3}[ .-]\\d{3}"), // PT
    sure("9\\d{2}[ .]\\d{2}[ .]\\d{2}[ .]\\d{2}|9\\d[ .]\\d{3}[ .]\\d{2}[ .]\\d{2}"), // ES
    inContact("91[6-9]\\d{9}|9\\d{4}[- ]\\d{4}"), // IN, BR
  ),
  "3": shapes(
    sure("3[1-9]\\d[ .-]\\d{3}[ .-]?\\d{3,4}|3[1-9]\\d[ ./-]\\d{6,7}|3[1-9]\\d \\d{2} \\d{2} \\d{3}"),
  ), // IT mobile
  "6": shapes(sure("6\\d{2}[ .-]\\d{3}[ .-]\\d{3}|6\\d{2}(?:[ .-]\\d{2}){3}|6\\d{2}[ .-]\\d{6}")), // ES mobile
  "7": shapes(
    sure("7[1-9]\\d[ .-]\\d{3}[ .-]\\d{3}|7\\d{2}(?:[ .-]\\d{2}){3}"),
    inContact("7\\d{3} \\d{6}|7\\d{9}"),
  ), // ES, UK
};

const ANY_FIRST = shapes(
  sure("[2-9]\\d{2}[ .-][2-9]\\d{2}[ .-]\\d{4}"), // NANP
  sure("[6-9]\\d{4}[ -]\\d{5}|[6-9]\\d{4}[ -]\\d{3}[ -]\\d{2}"), // IN
  sure("5\\d{2}[ .-]\\d{3}[ .-]\\d{2}[ .-]\\d{2}"), // TR without trunk prefix
  sure("\\d{2} 9(?:\\d{4}-\\d{4}| ?\\d{4}[ .]\\d{4})"), // BR
  inContact("[1-9]\\d 9\\d{8}", 11, 11), // BR run together
  inContact("[6-9]\\d{9}|[2-9]\\d{2}[2-9]\\d{6}"), // IN, NANP run together
  inContact("[235-9]\\d{3}[ -]\\d{4}"), // HK, SG
  inContact("[6-9]\\d{8}|\\d{3}[ .-]\\d{3}[ .-]\\d{3,4}|\\d{2,4}(?:[ .-]\\d{2,4}){2,4}"), // ES, PL, others
);

const PARENTHESISED = shapes(
  sure("\\([2-9]\\d{2}\\) ?[-.]? ?[2-9]\\d{2} ?[ .-] ?\\d{4}|\\(\\d{3}\\)\\d{3}-\\d{4}"), // NANP
  sure("\\(\\d{2}\\) ?9?[ .]?\\d{4}[- .]?\\d{4}"), // BR
  sure("\\(0\\d{1,4}\\)[- /]?\\d{2,8}(?:[- ]?\\d{1,4}){0,3}"), // area codes with trunk prefix
  sure("\\((?:\\+|00)?\\d{1,3}\\)[- ]?\\d{2,5}(?:[- ./]?\\d{2,5}){1,4}"), // country code
);

const INTERNATIONAL =
  /^\(?\+ ?\d{1,3}\)?[ ./-]{0,2}(?:\(\d{1,5}\)[ ./-]{0,2})?\d{1,12}(?:(?:[ ./-]{1,3}|\)[ -]?)(?:\(?\d{1,8}\)?)){0,7}$/;

/** E.164 allows 15 digits; fewer than 7 are extensions and short codes. */
const MOST_DIGITS = 15;
export const FEWEST_DIGITS = 7;

/** Amounts and placeholders end in zeros. */
const ROUND = /(?:0[ .-]?){6}$/;

const ZERO = 48;
const isRound = (written: string): boolean => {
  const last = written.charCodeAt(written.length - 1);
  return (last === ZERO || !isDigit(last)) && ROUND.test(written);
};

/** Classifies a written number; `undefined` when no numbering plan writes its numbers so. */
export function phoneShape(written: string, digits: number): PhoneCertainty | undefined {
  if (digits < FEWEST_DIGITS || digits > MOST_DIGITS + 2 || isRound(written)) return undefined;
  const first = written[0]!;
  if (first === "+" || written.startsWith("(+")) {
    return digits <= MOST_DIGITS + 1 && digits >= 8 && INTERNATIONAL.test(written) ? "sure" : undefined;
  }
  let best: PhoneCertainty | undefined;
  const groups =
    first === "(" ? [PARENTHESISED] : first === "0" ? [BY_FIRST[first]] : [BY_FIRST[first], ANY_FIRST];
  for (const group of groups) {
    if (!group?.any.test(written)) continue;
    for (const shape of group.each) {
      if (shape.certainty === "in-contact" && best) continue;
      if (!fits(shape, written, digits)) continue;
      if (shape.certainty === "sure") return "sure";
      best = "in-contact";
    }
  }
  return best;
}

/** Groups of free length still have to add up to the plan's number: with a trunk prefix 9 digits or more. */
function fits(shape: PhoneShape, written: string, digits: number): boolean {
  const [least, most] = shape.digits;
  if (digits < least || digits > most || !shape.pattern.test(written)) return false;
  if (/^1[3-9]/.test(written) && shape.certainty === "sure" && !/^1[ .-]?[2-9]\d{2}[ .-]/.test(written))
    return digits === 11;
  return !written.startsWith("0") || shape.certainty === "in-contact" || digits >= 9 || least === 8;
}
