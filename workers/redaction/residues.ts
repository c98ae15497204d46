import { isAsciiLetter, isDigit } from "./characters.ts";
import { chineseResidentId, koreanRegistration, luhn, mod97 } from "./checksums.ts";
import { changesLength } from "./composition.ts";
import { matchesOf } from "./matching.ts";
import { digitsOf, normalise } from "./normalise.ts";
import { suspectStretches } from "./suspects.ts";
import type { EntityType } from "./types.ts";
import { FOLDED, PLAIN } from "./unit-forms.ts";

/** Something in redacted text that still looks personal. Offsets are UTF-16 units of that text. */
export interface Residue {
  type: EntityType;
  start: number;
  end: number;
}

/** RFC 5321: 64 octets before the at sign, 253 behind it. */
const MAX_LOCAL = 64;
const MAX_DOMAIN = 253;

/** E-mail addresses by their at sign; a placeholder right before it counts as a local part. */
function findAddresses(folded: string): { start: number; end: number }[] {
  const places: { start: number; end: number }[] = [];
  for (let at = folded.indexOf("@"); at !== -1; at = folded.indexOf("@", at + 1)) {
    const local = /[^\s@,;:<>()"]*[\p{L}\d\]]$/u.exec(folded.slice(Math.max(0, at - MAX_LOCAL), at));
    const domain = /^(?:[\p{L}\d-]{1,63}\.){1,8}\p{L}{2,24}/u.exec(folded.slice(at + 1, at + 1 + MAX_DOMAIN));
    if (local && domain) places.push({ start: at - local[0].length, end: at + 1 + domain[0].length });
  }
  return places;
}

/** Marks that looks ask for, as bits. An IBAN's is a token of two letters with two digits behind them. */
const MARKS = { "-": 1, "+": 2, ":": 4, "@": 8, iban: 16 } as const;

export interface Look {
  name: string;
  type: EntityType;
  /** Bounded, so that the look over the text is linear. */
  pattern: RegExp;
  /** What matches has so many digits. */
  fewestDigits: number;
  /** A mark without which nothing matches; texts that lack it are not looked through. */
  mark?: keyof typeof MARKS;
  accepts(match: RegExpExecArray): boolean;
}

/** What people put between the digits of one number. */
const GAP = "[ .\\-_/·()]{0,2}";
const PHONE_WORD =
  "(?:phone|mobile|cell|tel|telephone|whatsapp|fax|手机|手機|电话|電話|携帯|전화|휴대폰|핸드폰|연락처|telefon|handy|mobil|portable|telefono|movil|celular|telefone|telemovel|cellulare)";

const compact = (match: RegExpExecArray): string => match[0].replace(/[^\da-z]/g, "");

/** A year range or a date in front of a number word is still a date. */
const startsAsDate = (value: string): boolean =>
  /^(?:19|20)\d{2}\D{1,3}(?:(?:19|20)\d{2}|0?[1-9]|1[0-2])(?!\d)/.test(value);

export const LOOKS: readonly Look[] = [
  {
    name: "resident number of China",
    type: "NATIONAL_ID",
    pattern: new RegExp(
      `(?<![\\da-z])[1-8]\\d{5}${GAP}(?:19|20)\\d{2}${GAP}(?:0[1-9]|1[0-2])${GAP}(?:[0-2]\\d|3[01])${GAP}\\d{3}[ -]?[\\dx](?![\\da-z])`,
      "g",
    ),
    fewestDigits: 17,
    accepts: (match) => chineseResidentId(compact(match)),
  },
  {
    name: "Korean registration number",
    type: "NATIONAL_ID",
    pattern: /(?<![\da-z-])\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\s?-\s?[1-4]\d{6}(?![\da-z])/g,
    fewestDigits: 13,
    mark: "-",
    accepts: (match) => /[가-힣]/.test(match.input) || koreanRegistration(compact(match)),
  },
  {
    name: "US social security number",
    type: "SOCIAL_ID",
    pattern: /(?<![\d-])(?!000|666|9)\d{3}-(?!00)\d{2}-(?!0000)\d{4}(?![\da-z-])/g,
    fewestDigits: 9,
    mark: "-",
    accepts: (match) => match[0] !== "078-05-1120",
  },
  {
    name: "IBAN",
    type: "IBAN",
    pattern: /(?<![\da-z])[a-z]{2}\d{2}(?:[ -]?[\da-z]{4}){3,7}(?:[ -]?[\da-z]{1,3})?(?![\da-z])/g,
    fewestDigits: 4,
    mark: "iban",
    accepts: (match) => {
      const iban = compact(match);
      return iban.length >= 15 && iban.length <= 34 && mod97(iban.slice(4) + iban.slice(0, 4)) === 1;
    },
  },
  {
    name: "bank card",
    type: "BANK_CARD",
    pattern:
      /(?<![\da-z.,+]|\d[-/ ])[3-6]\d{3}(?:[ -]?\d{4}){2}[ -]?\d{1,4}(?:[ -]?\d{3})?(?![\da-z]|[.,-]\d)/g,
    fewestDigits: 14,
    accepts: (match) =>
      compact(match).length >= 14 && /^(?:4|5[1-5]|3[47]|6)/.test(compact(match)) && luhn(compact(match)),
  },
  {
    name: "international phone",
    type: "PHONE",
    pattern: new RegExp(`(?<![\\d+])\\+ ?[1-9](?:${GAP}\\d){7,14}(?!\\d)`, "g"),
    fewestDigits: 8,
    mark: "+",
    accepts: (match) => !startsAsDate(match[0].slice(1)),
  },
  {
    name: "labelled phone",
    type: "PHONE",
    pattern: new RegExp(
      `(?<=(?<![a-z])${PHONE_WORD}s?(?: ?(?:no|number|nr|号|号码))?[.:]? {0,3}[:：] {0,3})\\(?\\d(?:${GAP}\\d){6,14}(?!\\d)`,
      "gu",
    ),
    fewestDigits: 7,
    mark: ":",
    accepts: (match) => !startsAsDate(match[0]) && !/\d{1,3}(?:,\d{3})/.test(match[0]),
  },
  {
    name: "Chinese mobile",
    type: "PHONE",
    pattern: /(?<![\da-z.,+-]|\d )1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?![\da-z]|[.,-]\d)/g,
    fewestDigits: 11,
    accepts: (match) => digitsOf(match[0]).length === 11,
  },
];

/**
 * Looks over redacted text with patterns of its own, apart from the detectors', for e-mail addresses, telephone
 * numbers and identifiers that arithmetic proves. Linear.
 *
 * @param looks a parameter, so that tests can show what each of them is needed for
 */
export function findResidues(text: string, looks: readonly Look[] = LOOKS): Residue[] {
  const residues: Residue[] = [];
  for (const { start, end } of suspectStretches(text)) {
    for (const residue of residuesOf(text.slice(start, end), looks))
      residues.push({ type: residue.type, start: start + residue.start, end: start + residue.end });
  }
  return residues;
}

/** What a text shows of residues before its normal form is made. */
interface Signs {
  digits: number;
  /** Bits of the marks that it has. */
  marks: number;
}
const ALL_SIGNS: Signs = { digits: Number.POSITIVE_INFINITY, marks: -1 };

const LAST_ASCII = 0x7f;
const markOf = (unit: number): number => {
  if (unit === 45) return MARKS["-"];
  if (unit === 58) return MARKS[":"];
  if (unit === 43) return MARKS["+"];
  return unit === 64 ? MARKS["@"] : 0;
};

/** Counts digits and notes marks, as they are in the normal form of a text that keeps its length. */
function signsOf(text: string): Signs {
  let digits = 0;
  let marks = 0;
  let letters = 0;
  let numerals = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const read = unit <= LAST_ASCII ? unit : FOLDED[PLAIN[unit]!]!;
    if (isDigit(read)) {
      digits++;
      numerals++;
      if (letters === 2 && numerals === 2) marks |= MARKS.iban;
    } else if (isAsciiLetter(read)) {
      // A letter behind digits makes the token none that opens with two letters.
      letters += numerals === 0 ? 1 : 3;
    } else {
      letters = 0;
      numerals = 0;
      marks |= markOf(read);
    }
  }
  return { digits, marks };
}

const mayMatch = ({ fewestDigits, mark }: Look, { digits, marks }: Signs): boolean =>
  digits >= fewestDigits && (mark === undefined || (marks & MARKS[mark]) !== 0);

function residuesOf(text: string, looks: readonly Look[]): Residue[] {
  const signs = changesLength(text) ? ALL_SIGNS : signsOf(text);
  const hasAt = (signs.marks & MARKS["@"]) !== 0;
  if (!hasAt && !looks.some((look) => mayMatch(look, signs))) return [];
  const view = normalise(text);
  const residues: Residue[] = [];
  for (const { start, end } of hasAt ? findAddresses(view.folded) : [])
    residues.push({ type: "EMAIL", start: view.sourceStart(start), end: view.sourceEnd(end) });
  for (const look of looks) {
    if (!mayMatch(look, signs)) continue;
    for (const match of matchesOf(look.pattern, view.folded)) {
      if (!look.accepts(match)) continue;
      const end = match.index + match[0].length;
      residues.push({ type: look.type, start: view.sourceStart(match.index), end: view.sourceEnd(end) });
    }
  }
  return residues.sort((a, b) => a.start - b.start);
}
