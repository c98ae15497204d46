/** Check-digit arithmetic of identifiers. Every function takes bare digits (or letters) and answers yes or no. */

import { isDigit } from "./characters.ts";

const digit = (text: string, at: number): number => text.charCodeAt(at) - 48;

function weightedSum(text: string, weights: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < weights.length; i++) sum += weights[i]! * digit(text, i);
  return sum;
}

export const allSame = (text: string): boolean => /^(.)\1*$/.test(text);

/** ISO/IEC 7812-1 annex B, the Luhn formula. */
export function luhn(text: string): boolean {
  let sum = 0;
  for (let i = text.length - 1, double = false; i >= 0; i--, double = !double) {
    const value = digit(text, i) * (double ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 === 0 && !allSame(text);
}

/** ISO 7064 MOD 97-10 over letters and digits (A = 10), as IBANs use it. */
export function mod97(text: string): number {
  let rest = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const value = isDigit(unit) ? unit - 48 : (unit | 32) - 87;
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest;
}

/** ISO 7064 MOD 11,10 (German tax and VAT numbers, Croatian OIB). */
export function iso7064Mod11Mod10(text: string): boolean {
  let product = 10;
  for (let i = 0; i < text.length - 1; i++) {
    const sum = (digit(text, i) + product) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return (11 - product) % 10 === digit(text, text.length - 1);
}

const VERHOEFF_PERMUTATION = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];

/** The dihedral group D5 of Verhoeff's scheme (1969). */
function dihedral(a: number, b: number): number {
  if (a < 5) return b < 5 ? (a + b) % 5 : ((a + b) % 5) + 5;
  return b < 5 ? ((a - b + 5) % 5) + 5 : (a - b + 5) % 5;
}

export function verhoeff(text: string): boolean {
  let check = 0;
  for (let i = 0; i < text.length; i++) {
    let value = digit(text, text.length - 1 - i);
    for (let turn = i % 8; turn > 0; turn--) value = VERHOEFF_PERMUTATION[value]!;
    check = dihedral(check, value);
  }
  return check === 0;
}

/** GB 11643-1999, resident identity number: ISO 7064 MOD 11-2. */
export function chineseResidentId(text: string): boolean {
  const sum = weightedSum(text, [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]);
  return "10X98765432"[sum % 11] === text[17]?.toUpperCase();
}

/** Taiwan national and resident numbers: letter A-Z, then nine digits (MOI, weights 1, 9…1, 1). */
export function taiwanId(text: string): boolean {
  const letter = "ABCDEFGHJKLMNPQRSTUVXYWZIO".indexOf(text[0]!.toUpperCase()) + 10;
  const sum =
    Math.floor(letter / 10) + (letter % 10) * 9 + weightedSum(text.slice(1), [8, 7, 6, 5, 4, 3, 2, 1, 1]);
  return sum % 10 === 0;
}

/** Hong Kong identity card: one or two letters, six digits, check digit 0-9 or A, modulo 11. */
export function hongKongId(text: string): boolean {
  const body = text.toUpperCase().padStart(9, " ");
  let sum = 0;
  for (let i = 0; i < 9; i++) {
    const char = body[i]!;
    const value = char === " " ? 36 : i === 8 && char === "A" ? 10 : Number.parseInt(char, 36);
    sum += value * (9 - i);
  }
  return sum % 11 === 0;
}

/** Korean resident (offset 11) and foreigner (offset 13) registration numbers as issued before October 2020. */
export function koreanRegistration(text: string): boolean {
  const sum = weightedSum(text, [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5]);
  const offset = digit(text, 6) >= 5 && digit(text, 6) <= 8 ? 13 : 11;
  return (offset - (sum % 11)) % 10 === digit(text, 12);
}

/** Japan's individual number, ministerial ordinance no. 85 of 2014, article 5. */
export function japaneseIndividualNumber(text: string): boolean {
  const rest = weightedSum(text, [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11;
  return (rest <= 1 ? 0 : 11 - rest) === digit(text, 11);
}

/** German tax identification number: of the first ten digits just one repeats, twice or thrice; then MOD 11,10. */
export function germanTaxId(text: string): boolean {
  const counts = new Map<string, number>();
  for (const char of text.slice(0, 10)) counts.set(char, (counts.get(char) ?? 0) + 1);
  const repeated = [...counts.values()].filter((count) => count > 1);
  return text[0] !== "0" && repeated.length === 1 && repeated[0]! <= 3 && iso7064Mod11Mod10(text);
}

/** French NIR: 13 characters (2A and 2B stand for 19 and 18), key = 97 - n mod 97. */
export function frenchNir(text: string): boolean {
  const body = text.slice(0, 13).toUpperCase().replace("2A", "19").replace("2B", "18");
  return 97 - mod97(body) === Number(text.slice(13));
}

const SPANISH_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE";

/** Spanish DNI and NIE: the letter is the number modulo 23 (X, Y, Z count as 0, 1, 2). */
export function spanishNif(text: string): boolean {
  const upper = text.toUpperCase();
  const number = Number(upper.slice(0, -1).replace(/^[XYZ]/, (char) => String("XYZ".indexOf(char))));
  return SPANISH_LETTERS[number % 23] === upper.at(-1);
}

const cpfDigit = (text: string, length: number): number => {
  let sum = 0;
  for (let i = 0; i < length; i++) sum += digit(text, i) * (length + 1 - i);
  return ((sum * 10) % 11) % 10;
};

/** Brazilian CPF, Receita Federal. */
export const brazilianCpf = (text: string): boolean =>
  !allSame(text) && cpfDigit(text, 9) === digit(text, 9) && cpfDigit(text, 10) === digit(text, 10);

/** Brazilian CNPJ, Receita Federal. */
export function brazilianCnpj(text: string): boolean {
  const weights = [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2];
  const check = (skip: number, at: number): boolean => {
    const rest = weightedSum(text, weights.slice(skip)) % 11;
    return (rest < 2 ? 0 : 11 - rest) === digit(text, at);
  };
  return !allSame(text) && check(1, 12) && check(0, 13);
}

/** Portuguese NIF: weights 9…2, modulo 11; the first digits that persons get are 1, 2, 3 and 45. */
export function portugueseNif(text: string): boolean {
  const rest = weightedSum(text, [9, 8, 7, 6, 5, 4, 3, 2]) % 11;
  return /^(?:[123]|45)/.test(text) && (rest < 2 ? 0 : 11 - rest) === digit(text, 8);
}

const ITALIAN_ODD = [
  1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23,
];

/** Italian codice fiscale, decree of 23 December 1976: control letter over odd and even places. */
export function italianFiscalCode(text: string): boolean {
  const upper = text.toUpperCase();
  let sum = 0;
  for (let i = 0; i < 15; i++) {
    const value = Number.parseInt(upper[i]!, 36);
    const ordinal = value >= 10 ? value - 10 : value;
    sum += i % 2 === 0 ? ITALIAN_ODD[ordinal]! : ordinal;
  }
  return String.fromCharCode(65 + (sum % 26)) === upper[15];
}

/** Polish PESEL. */
export const polishPesel = (text: string): boolean =>
  (10 - (weightedSum(text, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3]) % 10)) % 10 === digit(text, 10);

/** Turkish T.C. kimlik no. */
export function turkishId(text: string): boolean {
  const odd = digit(text, 0) + digit(text, 2) + digit(text, 4) + digit(text, 6) + digit(text, 8);
  const even = digit(text, 1) + digit(text, 3) + digit(text, 5) + digit(text, 7);
  const tenth = (((odd * 7 - even) % 10) + 10) % 10;
  return text[0] !== "0" && tenth === digit(text, 9) && (odd + even + tenth) % 10 === digit(text, 10);
}

/** Dutch burgerservicenummer, the eleven test. */
export const dutchBsn = (text: string): boolean =>
  weightedSum(text, [9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 === 0 && !allSame(text);

/** Thai national number; its second and third digits are a province (ISO 3166-2:TH). */
export const thaiId = (text: string): boolean =>
  /^[1-8](?:1\d|2[0-7]|[34]\d|5[0-8]|[67][0-7]|8[0-6]|9[0-6])/.test(text) &&
  !allSame(text) &&
  (11 - (weightedSum(text, [13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 10 === digit(text, 12);

/** Finnish personal identity code: 31 control characters. */
export function finnishCode(text: string): boolean {
  const number = Number(text.slice(0, 6) + text.slice(7, 10));
  return "0123456789ABCDEFHJKLMNPRSTUVWXY"[number % 31] === text.at(-1)?.toUpperCase();
}

/** German pension insurance number: weights over a letter written as two digits, digit sums, modulo 10. */
export function germanSocialNumber(text: string): boolean {
  const letter = (text.toUpperCase().charCodeAt(8) - 64).toString().padStart(2, "0");
  const digits = text.slice(0, 8) + letter + text.slice(9, 11);
  const weights = [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1];
  let sum = 0;
  for (let i = 0; i < 12; i++) {
    const product = digit(digits, i) * weights[i]!;
    sum += Math.floor(product / 10) + (product % 10);
  }
  return sum % 10 === digit(text, 11);
}
