/** Invented identity numbers with the check digits that each authority publishes. Owners do not exist. */
import type { Random } from "../../test/chaos/random.ts";
import type { FieldKind } from "./vocabulary/types.ts";

export interface Born {
  year: number;
  month: number;
  day: number;
  woman: boolean;
}

const two = (value: number) => String(value).padStart(2, "0");
export const digits = (random: Random, count: number): string =>
  Array.from({ length: count }, () => Math.floor(random() * 10)).join("");
const weigh = (text: string, weights: readonly number[]) =>
  [...text].reduce((sum, digit, i) => sum + Number(digit) * (weights[i] ?? 0), 0);
const ymd = ({ year, month, day }: Born) => `${year}${two(month)}${two(day)}`;

/** GB 11643: ISO 7064 MOD 11-2. */
function chineseId(random: Random, born: Born): string {
  const order = 2 * Math.floor(random() * 50) + (born.woman ? 0 : 1) + 800;
  const body = `420102${ymd(born)}${order}`;
  return body + "10X98765432"[weigh(body, [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]) % 11];
}

function taiwaneseId(random: Random, born: Born): string {
  const body = `${born.woman ? 2 : 1}${digits(random, 7)}`;
  // A stands for 10: one from the tens, zero times nine.
  return `A${body}${(10 - ((1 + weigh(body, [8, 7, 6, 5, 4, 3, 2, 1])) % 10)) % 10}`;
}

function koreanId(random: Random, born: Born): string {
  const sex = (born.woman ? 2 : 1) + (born.year >= 2000 ? 2 : 0);
  const body = `${ymd(born).slice(2)}${sex}${digits(random, 5)}`;
  const check = (11 - (weigh(body, [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5]) % 11)) % 10;
  return `${body.slice(0, 6)}-${body.slice(6)}${check}`;
}

function myNumber(random: Random): string {
  const body = `4${digits(random, 10)}`;
  const rest = weigh(body, [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11;
  return (body + (rest <= 1 ? 0 : 11 - rest)).replace(/(.{4})(.{4})/, "$1 $2 ");
}

const VERHOEFF_D =
  "0123456789123406789523401789563401289567401239567859876043216598710432765982104387659321049876543210";
const VERHOEFF_P = [
  "0123456789",
  "1576283094",
  "5803796142",
  "8916043527",
  "9453126870",
  "4286573901",
  "2793806415",
  "7046913258",
];
const VERHOEFF_INVERSE = "0432156789";

/** Aadhaar: Verhoeff (1969). */
function aadhaar(random: Random): string {
  const body = `${2 + Math.floor(random() * 8)}${digits(random, 10)}`;
  let state = 0;
  for (const [i, digit] of [...body].reverse().entries())
    state = Number(VERHOEFF_D[state * 10 + Number(VERHOEFF_P[(i + 1) % 8]![Number(digit)])]);
  return (body + VERHOEFF_INVERSE[state]).replace(/(.{4})(.{4})/, "$1 $2 ");
}

function dni(random: Random): string {
  const body = digits(random, 8);
  return `${body}${"TRWAGMYFPDXBNJZSQVHLCKE"[Number(body) % 23]}`;
}

function frenchSocialId(random: Random, born: Born): string {
  const body = `${born.woman ? 2 : 1}${two(born.year % 100)}${two(born.month)}75${digits(random, 6)}`;
  const key = two(97 - (Number(body) % 97));
  return `${body} ${key}`.replace(/^(.)(..)(..)(..)(...)(...)/, "$1 $2 $3 $4 $5 $6");
}

/** § 139b AO: ISO 7064 MOD 11,10. */
function germanTaxId(random: Random): string {
  const body = `4703628159`.replace(/[5-9]/g, (digit) => (random() < 0.5 ? digit : "2"));
  let product = 10;
  for (const digit of body) product = (2 * ((Number(digit) + product) % 10 || 10)) % 11;
  return body + ((11 - product) % 10);
}

function cpf(random: Random): string {
  let body = digits(random, 9);
  for (const first of [10, 11]) {
    const rest =
      (weigh(
        body,
        Array.from({ length: first }, (_, i) => first - i),
      ) *
        10) %
      11;
    body += rest % 10;
  }
  return body.replace(/(...)(...)(...)(..)/, "$1.$2.$3-$4");
}

/** DM 23/12/1976: letters at odd places count as this table has them. */
const FISCAL_ODD = [
  1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23,
];
const FISCAL_MONTHS = "ABCDEHLMPRST";

/** The check letter of fifteen characters. */
export function fiscalCheck(body: string): string {
  const sum = [...body].reduce((total, character, at) => {
    const value = /\d/.test(character) ? Number(character) : character.charCodeAt(0) - 65;
    return total + (at % 2 === 0 ? (FISCAL_ODD[value] ?? 0) : value);
  }, 0);
  return String.fromCharCode(65 + (sum % 26));
}

function italianFiscalCode(random: Random, { year, month, day, woman }: Born): string {
  const letters = Array.from({ length: 6 }, () => "BCDFGLMNPRSTVZ"[Math.floor(random() * 14)]).join("");
  const date = `${two(year % 100)}${FISCAL_MONTHS[month - 1]}${two(day + (woman ? 40 : 0))}`;
  const body = `${letters}${date}H${digits(random, 3)}`;
  return body + fiscalCheck(body);
}

/** § 2 VKVV: weights over the digits, the letter as its two-digit place; digit sums, modulo 10. */
export function germanPensionCheck(body: string): number {
  const numeric = body.replace(/[A-Z]/, (letter) => two(letter.charCodeAt(0) - 64));
  const weights = [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1];
  const sums = [...numeric].map((digit, at) => Number(digit) * (weights[at] ?? 0));
  return sums.reduce((total, value) => total + Math.floor(value / 10) + (value % 10), 0) % 10;
}

function germanPensionNumber(random: Random, { year, month, day, woman }: Born): string {
  const letter = "ABEFGHKLMNRSW"[Math.floor(random() * 13)];
  const serial = two(Math.floor(random() * 50) + (woman ? 50 : 0));
  const body = `65${two(day)}${two(month)}${two(year % 100)}${letter}${serial}`;
  const number = body + germanPensionCheck(body);
  return random() < 0.5 ? number : number.replace(/^(..)(......)(.)(...)$/, "$1 $2 $3 $4");
}

/** ISO 13616 with random account digits. */
function iban(random: Random, country: string, length: number): string {
  const account = digits(random, length - 4);
  const numeric = `${account}${[...country].map((letter) => Number.parseInt(letter, 36)).join("")}00`;
  const check = two(Number(98n - (BigInt(numeric) % 97n)));
  return `${country}${check}${account}`.replace(/(.{4})(?=.)/g, "$1 ");
}

/** Luhn, under a prefix that China UnionPay uses. */
function bankCard(random: Random): string {
  const body = `622202${digits(random, 12)}`;
  const sum = [...body].reverse().reduce((total, digit, i) => {
    const value = Number(digit) * (i % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return body + ((10 - (sum % 10)) % 10);
}

const IBANS: Record<string, readonly [string, number]> = { de: ["DE", 22], es: ["ES", 24] };

/** The number of a kind as the locale's authority writes it. */
export function identifier(kind: FieldKind, locale: string, random: Random, born: Born): string {
  switch (`${kind} ${locale}`) {
    case "nationalId zh-CN":
      return chineseId(random, born);
    case "nationalId zh-TW":
      return taiwaneseId(random, born);
    case "nationalId ko":
      return koreanId(random, born);
    case "nationalId ja":
      return myNumber(random);
    case "nationalId en-IN":
      return aadhaar(random);
    case "nationalId es":
      return dni(random);
    case "socialId fr":
      return frenchSocialId(random, born);
    case "socialId en-GB":
      return `QQ ${digits(random, 2)} ${digits(random, 2)} ${digits(random, 2)} C`;
    case "socialId en-US":
      return `9${digits(random, 2)}-${digits(random, 2)}-${digits(random, 4)}`;
    case "socialId de":
      return germanPensionNumber(random, born);
    case "taxId it":
      return italianFiscalCode(random, born);
    case "taxId de":
      return germanTaxId(random);
    case "taxId en-IN":
      return `ABCPD${digits(random, 4)}K`;
    case "taxId pt":
      return cpf(random);
  }
  if (kind === "iban") return iban(random, ...(IBANS[locale] ?? (["DE", 22] as const)));
  if (kind === "bankCard") return bankCard(random);
  return `${kind === "passport" ? "E" : "D"}${digits(random, 8)}`;
}
