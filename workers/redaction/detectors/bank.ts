import { isAlphanumeric, isAsciiLetter, isDigit } from "../characters.ts";
import { luhn, mod97 } from "../checksums.ts";
import type { DigitGroup } from "../lines.ts";
import { matchesAtDigits } from "../matching.ts";
import { digitsOf } from "../normalise.ts";
import type { Page } from "../page.ts";
import { RANK, type Span } from "../spans.ts";

/** Lengths of IBANs by country: SWIFT IBAN registry, release 99. */
const IBAN_LENGTHS: Readonly<Record<string, number>> = Object.fromEntries(
  "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DK18 DO28 EE20 EG29 ES24 FI18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MR27 MT31 MU30 NL18 NO15 PK24 PL28 PS29 PT25 QA29 RO24 RS22 SA24 SC31 SE24 SI19 SK24 SM27 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20"
    .split(" ")
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);

const IBAN_START = /(?<![a-z\d])[a-z]{2}\d{2}[ -]?[a-z\d]{4}/y;
/** Four digits of groups in the card's print: 4-4-4-4(-3), 4-6-5, 4-6-4, or none. */
const CARD =
  /(?<![\d.,+]|\d[-/ ])(?:\d{13,19}|\d{4}([ -])\d{4}\1\d{4}\1\d{4}(?:\1\d{3})?|\d{4}([ -])\d{6}\2\d{4,5}|\d{6}[ -]\d{13})(?![\d]|[.,-]\d)/y;

const FEWEST_CARD_DIGITS = 13;
/** Two check digits and, in the least numeric of them, a few more. */
const FEWEST_IBAN_DIGITS = 4;

/** A card opens with all of its digits, or with four or six and a mark. */
const cardStart = (text: string, { start, end }: DigitGroup): number => {
  const opens =
    end - start >= FEWEST_CARD_DIGITS ||
    ((end - start === 4 || end - start === 6) && isDigit(text.charCodeAt(end + 1)));
  return opens ? start : -1;
};

/** An IBAN opens with two letters and two digits. */
const ibanStart = (folded: string, { start, end }: DigitGroup): number =>
  end - start >= 2 &&
  isAsciiLetter(folded.charCodeAt(start - 1)) &&
  isAsciiLetter(folded.charCodeAt(start - 2)) &&
  !isAlphanumeric(folded.charCodeAt(start - 3))
    ? start - 2
    : -1;

/** ISO/IEC 7812: 13 to 19 digits; the first digits of the networks that issue to persons. */
function isCard(digits: string): boolean {
  if (!luhn(digits)) return false;
  if (digits.length === 15) return /^(?:3[47]|1|2131|1800)/.test(digits);
  if (digits.length === 14) return /^3(?:0[0-5]|[689])/.test(digits);
  if (digits.length === 13) return digits.startsWith("4");
  return /^(?:4|5[0-8]|2[2-7]|6|35|9)/.test(digits);
}

export function findCards(page: Page): Span[] {
  const spans: Span[] = [];
  for (const { start, end, match } of matchesAtDigits(
    page.lines,
    CARD,
    FEWEST_CARD_DIGITS,
    page.view.folded,
    cardStart,
  )) {
    if (isCard(digitsOf(match[0]))) spans.push({ type: "BANK_CARD", start, end, rank: RANK.checksum - 1 });
  }
  return spans;
}

const BLANK = 32;
const HYPHEN = 45;

/** Reads the letters and digits of an IBAN over single blanks or hyphens; -1 when the text ends first. */
function endOfIban(
  folded: string,
  start: number,
  length: number,
): { end: number; compact: string } | undefined {
  let compact = "";
  let i = start;
  while (compact.length < length) {
    const unit = folded.charCodeAt(i);
    if (isAlphanumeric(unit)) compact += folded[i];
    else if (!(unit === BLANK || unit === HYPHEN) || !isAlphanumeric(folded.charCodeAt(i + 1)))
      return undefined;
    i++;
  }
  return isAlphanumeric(folded.charCodeAt(i)) ? undefined : { end: i, compact };
}

export function findIbans(page: Page): Span[] {
  const { folded } = page.view;
  const spans: Span[] = [];
  for (const { start, match } of matchesAtDigits(
    page.lines,
    IBAN_START,
    FEWEST_IBAN_DIGITS,
    folded,
    ibanStart,
  )) {
    const length = IBAN_LENGTHS[match[0].slice(0, 2).toUpperCase()];
    const read = length ? endOfIban(folded, start, length) : undefined;
    if (!read || mod97(read.compact.slice(4) + read.compact.slice(0, 4)) !== 1) continue;
    spans.push({ type: "IBAN", start, end: read.end, rank: RANK.checksum + 1 });
  }
  return spans;
}
