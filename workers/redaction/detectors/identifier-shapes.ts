import * as check from "../checksums.ts";
import type { EntityType } from "../types.ts";

/** What an identifier's surroundings say: the label in front of it, and the scripts of the whole text. */
export interface IdentifierContext {
  labelled: boolean;
  /** The label is one of social insurance. */
  social: boolean;
  hasHangul: boolean;
  hasKana: boolean;
  hasHan: boolean;
}

export interface IdentifierShape {
  name: string;
  type: EntityType;
  /** How many digits, or letters where it begins with a letter, may stand at its start before anything else. */
  leads: readonly number[];
  /** Sticky, over folded text, bounded; blanks and hyphens as people group them. */
  pattern: RegExp;
  /** Over what the pattern matched, without separators. */
  accepts(compact: string, context: IdentifierContext, written: string): boolean;
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

const validDate = (year: number, month: number, day: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= (month === 2 && isLeap(year) ? 29 : DAYS[month - 1]!);

export const dateAt = (text: string, at: number, century: number): boolean =>
  validDate(
    century + Number(text.slice(at, at + 2)),
    Number(text.slice(at + 2, at + 4)),
    Number(text.slice(at + 4, at + 6)),
  );

const fourDigitDateAt = (text: string, at: number): boolean => {
  const year = Number(text.slice(at, at + 4));
  return (
    year >= 1900 &&
    year <= 2035 &&
    validDate(year, Number(text.slice(at + 4, at + 6)), Number(text.slice(at + 6, at + 8)))
  );
};

/** First two digits of GB/T 2260, the divisions of China. */
const CHINESE_PROVINCE = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/;

/**
 * Numbers given out since October 2020 have no check digit, so in Korean text a valid date and sex digit have to do.
 * Elsewhere a number without its check digit is somebody's only when its label says so.
 */
function koreanNumber(compact: string, context: IdentifierContext): boolean {
  const sex = Number(compact[6]);
  const century = [18, 19, 19, 20, 20, 19, 19, 20, 20, 18][sex]! * 100;
  if (!dateAt(compact, 0, century) || sex === 0 || sex === 9 || check.allSame(compact)) return false;
  if (context.labelled || check.koreanRegistration(compact)) return true;
  return context.hasHangul;
}

/** SSA: area not 000, 666 or 9xx; group not 00; serial not 0000. 078-05-1120 was printed in wallets. */
function socialSecurityNumber(compact: string): boolean {
  return !/^(?:000|666|9)|^...00|0000$|^078051120$|^219099999$/.test(compact) && !check.allSame(compact);
}

export const DIGIT_SHAPES: readonly IdentifierShape[] = [
  {
    name: "resident number of China",
    leads: [6, 10, 14, 17, 18],
    type: "NATIONAL_ID", // CN, GB 11643-1999; a mistyped check digit still names a person
    pattern: /\d{6}[ -]?(?:18|19|20)\d{2}[ -]?\d{4}[ -]?\d{3}[ -]?[\dx]/y,
    accepts: (id) => CHINESE_PROVINCE.test(id) && fourDigitDateAt(id, 6),
  },
  {
    name: "French NIR",
    leads: [1, 3, 5, 6, 7, 10, 13, 15],
    type: "SOCIAL_ID", // FR NIR with key
    pattern: /[12] ?\d{2} ?(?:0[1-9]|1[0-2]|[2-9]\d) ?\d[\dab] ?\d{3} ?\d{3} ?\d{2}/y,
    accepts: (id, { labelled }, written) => check.frenchNir(id) || labelled || written.split(" ").length >= 6,
  },
  {
    name: "resident number of China, 15 digits",
    leads: [15],
    type: "NATIONAL_ID", // CN before 1999
    pattern: /\d{15}/y,
    accepts: (id) => CHINESE_PROVINCE.test(id) && dateAt(id, 6, 1900) && !check.luhn(id),
  },
  {
    name: "Korean registration number, parted",
    leads: [6],
    type: "NATIONAL_ID",
    pattern: /\d{6} ?- ?\d{7}/y,
    accepts: koreanNumber,
  },
  {
    name: "Korean registration number",
    leads: [13],
    type: "NATIONAL_ID",
    pattern: /\d{13}/y,
    accepts: koreanNumber,
  },
  {
    name: "Thai number",
    leads: [1, 5, 10, 12, 13],
    type: "NATIONAL_ID",
    pattern: /\d ?-?\d{4} ?-?\d{5} ?-?\d{2} ?-?\d/y,
    accepts: (id) => check.thaiId(id),
  },
  {
    name: "South African number",
    leads: [13],
    type: "NATIONAL_ID", // ZA: date, citizenship 0-2, Luhn
    pattern: /\d{13}/y,
    accepts: (id) => (dateAt(id, 0, 1900) || dateAt(id, 0, 2000)) && /^.{10}[0-2]/.test(id) && check.luhn(id),
  },
  {
    name: "individual number of Japan",
    leads: [4, 8, 12],
    type: "NATIONAL_ID", // JP My Number
    pattern: /\d{4}[ -]?\d{4}[ -]?\d{4}/y,
    accepts: (id, { labelled, hasKana }) => (hasKana || labelled) && check.japaneseIndividualNumber(id),
  },
  {
    name: "Aadhaar",
    leads: [4, 8, 12],
    type: "NATIONAL_ID", // IN Aadhaar never starts with 0 or 1
    pattern: /\d{4}[ :-]?\d{4}[ :-]?\d{4}/y,
    accepts: (id) => /^[2-9]/.test(id) && check.verhoeff(id),
  },
  {
    name: "US social security number",
    leads: [3],
    type: "SOCIAL_ID",
    pattern: /\d{3}(?:-\d{2}-|\.\d{2}\.| \d{2} )\d{4}/y,
    accepts: socialSecurityNumber,
  },
  {
    name: "US social security number, labelled",
    leads: [9],
    type: "SOCIAL_ID",
    pattern: /\d{9}/y,
    accepts: (id, { social }) => social && socialSecurityNumber(id),
  },
  {
    name: "US ITIN",
    leads: [3],
    type: "TAX_ID", // US ITIN, IRS: groups 50-65, 70-88, 90-92, 94-99
    pattern: /9\d{2}(?:-\d{2}-| \d{2} )\d{4}/y,
    accepts: (id) => /^9\d{2}(?:5\d|6[0-5]|7\d|8[0-8]|9[0-24-9])/.test(id),
  },
  {
    name: "CPF, dotted",
    leads: [3],
    type: "TAX_ID",
    pattern: /\d{3}\.\d{3}\.\d{3}-\d{2}/y,
    accepts: () => true,
  }, // BR CPF as only it is written
  {
    name: "CPF",
    leads: [3, 6, 9, 11],
    type: "TAX_ID",
    pattern: /\d{3} ?\d{3} ?\d{3}[ -]\d{2}|\d{11}/y,
    accepts: (id, { labelled }, written) => (labelled || /[ -]/.test(written)) && check.brazilianCpf(id),
  },
  {
    name: "German tax number",
    leads: [2, 5, 8, 11],
    type: "TAX_ID", // DE; test numbers spread all ten digits
    pattern: /\d{2} ?\d{3} ?\d{3} ?\d{3}/y,
    accepts: (id) =>
      check.germanTaxId(id) ||
      (/^[1-9]/.test(id) && check.iso7064Mod11Mod10(id) && new Set(id.slice(0, 10)).size === 10),
  },
  {
    name: "PESEL",
    leads: [11],
    type: "NATIONAL_ID", // PL PESEL: month carries the century
    pattern: /\d{11}/y,
    accepts: (id) => check.polishPesel(id) && /^..(?:[02][1-9]|[13][0-2])(?:0[1-9]|[12]\d|3[01])/.test(id),
  },
  {
    name: "Turkish number",
    leads: [11],
    type: "NATIONAL_ID",
    pattern: /\d{11}/y,
    accepts: (id, { labelled }) => labelled && check.turkishId(id),
  },
  {
    name: "Swedish number",
    leads: [6, 8, 12],
    type: "NATIONAL_ID", // SE personnummer: Luhn over the last ten
    pattern: /(?:19|20)?\d{6}[-+]\d{4}|(?:18|19|20)\d{10}/y,
    accepts: (id) => dateAt(id.slice(-10), 0, 1900) && check.luhn(id.slice(-10)),
  },
  {
    name: "Finnish code",
    leads: [6],
    type: "NATIONAL_ID", // FI
    pattern: /\d{6}[-+a-fu-y]\d{3}[\da-y]/y,
    accepts: (id, _context, written) =>
      validDate(1900 + Number(id.slice(4, 6)), Number(id.slice(2, 4)), Number(id.slice(0, 2))) &&
      check.finnishCode(written),
  },
  {
    name: "Canadian SIN",
    leads: [3],
    type: "SOCIAL_ID", // CA SIN; 0 and 8 are not given to persons
    pattern: /\d{3}-\d{3}-\d{3}|\d{3} \d{3} \d{3}/y,
    accepts: (id, _context, written) => /^[1-79]/.test(id) && check.luhn(id) && !written.startsWith("0"),
  },
  {
    name: "Spanish DNI",
    leads: [1, 2, 7, 8],
    type: "NATIONAL_ID", // ES DNI
    pattern: /\d{8}[ -]?[a-z]|\d{1,2}\.\d{3}\.\d{3}[ -]?[a-z]|\d{7}-?[a-z]/y,
    accepts: check.spanishNif,
  },
  {
    name: "German social number",
    leads: [2, 8],
    type: "SOCIAL_ID",
    pattern: /\d{2} ?\d{6} ?[a-z] ?\d{3}/y,
    accepts: check.germanSocialNumber,
  },
  {
    name: "Swiss AHV number",
    leads: [3, 7, 11, 13],
    type: "SOCIAL_ID", // CH AHV, EAN-13 check
    pattern: /756\.?\d{4}\.?\d{4}\.?\d{2}/y,
    accepts: (id, { labelled }) => {
      let sum = 0;
      for (let i = 0; i < 12; i++) sum += Number(id[i]) * (i % 2 ? 3 : 1);
      return labelled || (10 - (sum % 10)) % 10 === Number(id[12]);
    },
  },
];
