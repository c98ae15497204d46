import { isAsciiLetter, isDigit, isWordLetter } from "../characters.ts";
import { BRACKETED_ATS, NUMBER_SIGN_PROVIDERS, OPENING_BRACKETS, WORD_ATS } from "../lexicons/at-signs.ts";
import { matchesOf } from "../matching.ts";
import type { Page } from "../page.ts";
import { OPENS } from "../page-vocabulary.ts";
import { RANK, type Span } from "../spans.ts";

/** RFC 5321 4.5.3.1.1: a local part has at most 64 octets. */
const MAX_LOCAL = 64;
const MAX_DOMAIN = 253;

const isLocal = (c: number): boolean =>
  isWordLetter(c) || isDigit(c) || ".!#$%&'*+/=?^_`{|}~-".includes(String.fromCharCode(c));
const isPlainLocal = (c: number): boolean =>
  isWordLetter(c) || isDigit(c) || c === 46 || c === 95 || c === 43 || c === 45 || c === 37;

/** Where the local part that ends at `end` begins. Quotes and slashes count only between plain characters. */
function localStart(text: string, end: number): number {
  let start = end;
  while (start > 0 && end - start < MAX_LOCAL && isPlainLocal(text.charCodeAt(start - 1))) start--;
  if (start === end || !isLocal(text.charCodeAt(start - 1))) return trimLocal(text, start, end);
  let wide = start;
  while (wide > 0 && end - wide < MAX_LOCAL && isLocal(text.charCodeAt(wide - 1))) wide--;
  const first = text.charCodeAt(wide);
  const wrapped = !(isAsciiLetter(first) || isDigit(first)) || /[|/*=`{}?&]/.test(text.slice(wide, start));
  return trimLocal(text, wrapped ? start : wide, end);
}

function trimLocal(text: string, start: number, end: number): number {
  while (start < end && /[.\-+'/%]/.test(text[start]!)) start++;
  return start;
}

const DOT =
  "(?:\\.|\\s\\.\\s|\\s?[\\[({<]\\s?(?:dot|punkt|point|punto|ponto|点|點|점|ドット)\\s?[\\])}>]\\s?|\\s(?:dot|punkt|point|punto|ponto|점|ドット)\\s|[-_]dot[-_])";
const LABEL = "[a-z\\d](?:[a-z\\d-]{0,61}[a-z\\d])?";
const DOMAIN = new RegExp(
  `\\s?(?:${LABEL}${DOT}){1,8}(?:xn--[a-z\\d-]{2,59}|[a-z]{2,24})(?![a-z\\d@]|-[a-z\\d-])`,
  "y",
);
const DOMAIN_LITERAL = /\[\d{1,3}(?:\.\d{1,3}){3}\]/y;

/** Where the domain that starts at `at` ends, or -1. */
function domainEnd(folded: string, at: number): number {
  for (const pattern of [DOMAIN, DOMAIN_LITERAL]) {
    pattern.lastIndex = at;
    const match = pattern.exec(folded);
    if (match && match[0].length <= MAX_DOMAIN) return at + match[0].length;
  }
  return -1;
}

/** `(at)` and its kin, by the bracket that opens them; a blank before it is none of theirs. */
const BRACKETED_AT = new RegExp(
  `[\\${OPENING_BRACKETS}] ?(?:${BRACKETED_ATS.join("|")}) ?[\\])}>〕】〉》]\\s?`,
  "g",
);
/** A bare word counts where a spelled-out dot follows. */
const WORD_AT = new RegExp(
  ` (?:${WORD_ATS.join("|")}) (?=[a-z\\d-]{1,63} ?[[({<]? ?(?:dot|punkt|punto|ponto|point|점|ドット)(?![a-z]))`,
  "y",
);
/** Or where what stands before it can only be the name of an account. */
const ACCOUNT_AT =
  / (?:at|arroba) (?=[a-z\d-]{2,40}\.(?:com|org|net|edu|io|co|de|fr|es|it|pt|br|uk|in|cn|jp|kr|tw|hk|ch|at)(?![a-z]))/y;
const ACCOUNT = /(?:[a-z\d][._][a-z\d]{1,30}|[a-z]\d{1,6})$/;
const LONGEST_ACCOUNT = 34;
/** Between hyphens, underscores or asterisks; and the number sign that Chinese texts put for it. */
const MARKED_AT = new RegExp(
  `[-_*]at[-_*]\\s?(?=[a-z\\d-]{1,63}[.\\s_-])|#(?=(?:${NUMBER_SIGN_PROVIDERS.join("|")})\\.com)`,
  "y",
);

/** A blank or mark in front of the at sign is no part of the account. */
const accountEnd = (text: string, at: number): number => (text.charCodeAt(at - 1) === 32 ? at - 1 : at);

/** A spelled at sign with what stands around it. */
interface SpelledAt {
  start: number;
  end: number;
}

const BLANK = 32;
const NUMBER_SIGN = 35;

/** Where a spelled at sign that begins here ends, or -1. */
function spelledEnd(folded: string, start: number): number {
  const patterns = folded.charCodeAt(start) === BLANK ? [WORD_AT, ACCOUNT_AT] : [MARKED_AT];
  for (const pattern of patterns) {
    pattern.lastIndex = start;
    if (!pattern.test(folded)) continue;
    if (pattern === ACCOUNT_AT && !ACCOUNT.test(folded.slice(Math.max(0, start - LONGEST_ACCOUNT), start)))
      continue;
    return pattern.lastIndex;
  }
  return -1;
}

/** Each of them needs a word or a bracket that the vocabulary knows, which few texts have. */
function spelledAts({ opens, opened, view: { folded } }: Page): SpelledAt[] {
  const found: SpelledAt[] = [];
  if ((opened & OPENS.bracketedAt) !== 0)
    for (const { 0: match, index } of matchesOf(BRACKETED_AT, folded))
      found.push({ start: index, end: index + match.length });
  if ((opened & OPENS.spelledAt) === 0) return found;
  let behind = 0;
  for (const { at: word, bits } of opens) {
    if ((bits & OPENS.spelledAt) === 0) continue;
    const start = folded.charCodeAt(word) === NUMBER_SIGN ? word : word - 1;
    const end = start < behind ? -1 : spelledEnd(folded, start);
    if (end < 0) continue;
    found.push({ start, end });
    behind = end;
  }
  return found.sort((a, b) => a.start - b.start);
}

/** The address around an at sign, unless it runs into the one before. */
function addressAround(page: Page, localEnd: number, domainStart: number, behind: number): Span | undefined {
  const end = domainEnd(page.view.folded, domainStart);
  const start = localStart(page.view.text, localEnd);
  return end > 0 && start < localEnd && start >= behind
    ? { type: "EMAIL", start, end, rank: RANK.email }
    : undefined;
}

/** Finds e-mail addresses, also with a blank beside the at sign. */
export function findEmails(page: Page): Span[] {
  const { text } = page.view;
  const spans: Span[] = [];
  for (let at = text.indexOf("@"); at !== -1; at = text.indexOf("@", at + 1)) {
    const localEnd = text[at - 1] === " " && isPlainLocal(text.charCodeAt(at - 2)) ? at - 1 : at;
    const span = addressAround(page, localEnd, at + 1, spans.at(-1)?.end ?? 0);
    if (span) spans.push(span);
  }
  return spans;
}

/** Finds e-mail addresses whose at sign is spelled out. */
export function findSpelledEmails(page: Page): Span[] {
  const { folded } = page.view;
  const spans: Span[] = [];
  for (const { start, end } of spelledAts(page)) {
    const span = addressAround(page, accountEnd(folded, start), end, spans.at(-1)?.end ?? 0);
    if (span) spans.push(span);
  }
  return spans;
}
