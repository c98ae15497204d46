import { isAsciiLetter } from "../characters.ts";
import { longestMatch } from "../lexicon.ts";
import { DEMONYM_VALUES } from "../lexicons/countries.ts";
import type { Line } from "../lines.ts";
import type { Page } from "../page.ts";
import { OPENS } from "../page-vocabulary.ts";
import { RANK, type Span } from "../spans.ts";
import type { EntityType } from "../types.ts";

/**
 * Phrases in Latin script that are personal without a label. Each is looked for where something stands that it cannot
 * be without: a number of two digits, a slash, or its first word, which the page's vocabulary knows.
 */
export function findLatinPhrases(page: Page): Span[] {
  const spans: Span[] = [];
  const { folded } = page.view;
  findAges(folded, page.lines, spans);
  findPronouns(folded, spans);
  if ((page.opened & OPENS.standing) !== 0) findStandings(page, spans);
  if ((page.opened & OPENS.citizen) !== 0) findCitizens(page, spans);
  return spans;
}

const bare = (type: EntityType, start: number, end: number): Span => ({ type, start, end, rank: RANK.bare });

/** Where a sticky pattern that is tried at `at` ends, or -1. */
export function endAt(pattern: RegExp, folded: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(folded) ? pattern.lastIndex : -1;
}

const HYPHEN = 45;
const BLANK = 32;
/** Blanks that are no ASCII begin here. */
const FIRST_WIDE_BLANK = 0xa0;
const LETTER_A = 97;
const LETTER_J = 106;
const LETTER_Y = 121;
/** `years old`, `anos`, `jahre`: what an age's number stands before begins so. */
const opensYears = (unit: number): boolean => unit === LETTER_Y || unit === LETTER_J || unit === LETTER_A;

/** `27 years old`, `27 jahre alt`, `tengo 27 anos`, from the number on. */
const YEARS_OLD =
  /(?<![\d\-~–.,])[1-9]\d(?:(?:\s|-)(?:years?|yrs?)(?:\s|-)old\b|\sjahre\salt\b)|(?<=\b(?:tengo|j'ai|ho|tenho|con|com|agee? de|habe|bin)\s)(?:1[6-9]|[2-7]\d)\s(?:anos|ans|anni|jahre)\b(?!\s(?:d['e]\s?|di\s|de\s|en\s|em\s|in\s|come\s|como\s|trabaj|lavor)(?!idade|edad|eta|age|e\s))/y;
/** `I'm 41, a fitter`: the number alone, where a clause ends behind it. */
const SAID_AGE = /(?<![a-z])(?:i'm|i am|tengo|tenho|ich bin|j'ai|ho) $/;
const CLAUSE_ENDS = /(?:1[6-9]|[2-7]\d)(?=[,.;!](?!\d)| (?:and|y|e|et|und) )/y;
const LONGEST_SAID = 9;
const AGED = /\baged\s[1-9]\d\b(?!\s?(?:to|-|and|or))/y;
const AGED_WORD = "aged";

function findAges(folded: string, lines: readonly Line[], spans: Span[]): void {
  for (const { digits, groups } of lines) {
    if (digits < 2) continue;
    for (const { start, end } of groups) {
      if (end - start !== 2) continue;
      const mark = folded.charCodeAt(end);
      const parted = mark <= BLANK || mark === HYPHEN || mark >= FIRST_WIDE_BLANK;
      const years = parted && opensYears(folded.charCodeAt(end + 1)) ? endAt(YEARS_OLD, folded, start) : -1;
      if (years >= 0 && !endsRange(folded, start)) spans.push(bare("AGE", start, years));
      const said = years < 0 ? endAt(CLAUSE_ENDS, folded, start) : -1;
      if (said >= 0 && SAID_AGE.test(folded.slice(Math.max(0, start - LONGEST_SAID), start)))
        spans.push(bare("AGE", start, said));
      const before = start - AGED_WORD.length - 1;
      const aged = folded.startsWith(AGED_WORD, before) ? endAt(AGED, folded, before) : -1;
      if (aged >= 0 && !endsRange(folded, before)) spans.push(bare("AGE", before, aged));
    }
  }
}

/** `18-35岁` is a range of others, not the person's age. */
export const endsRange = (folded: string, at: number): boolean =>
  /\d\s?[-~–至到]\s?$/.test(folded.slice(Math.max(0, at - 4), at));

const PRONOUNS =
  /(?<=[(（[\s|,/])(?:she\/her(?:\/hers)?|he\/him(?:\/his)?|they\/them(?:\/theirs)?|she\/they|he\/they|sie\/ihr|er\/ihm|elle\/elle|il\/lui)(?![a-z])/y;
const LONGEST_PRONOUN = 4;
/** The last letters of the first pronoun, and the first of the second. */
const ENDS = "eyrl";
const BEGINS = "htiel";

function findPronouns(folded: string, spans: Span[]): void {
  let behind = 0;
  for (let slash = folded.indexOf("/"); slash !== -1; slash = folded.indexOf("/", slash + 1)) {
    if (slash === 0 || !ENDS.includes(folded.charAt(slash - 1)) || slash + 1 >= folded.length) continue;
    if (!BEGINS.includes(folded.charAt(slash + 1))) continue;
    let start = slash;
    while (slash - start < LONGEST_PRONOUN && isAsciiLetter(folded.charCodeAt(start - 1))) start--;
    const end = start < behind ? -1 : endAt(PRONOUNS, folded, start);
    if (end < 0) continue;
    spans.push(bare("GENDER", start, end));
    behind = end;
  }
}

/** Standing to live and work in a country is nationality by another name. */
const RESIDENT = /(?:(?:lawful\s)?permanent\sresident|green[\s-]card\sholder)\b/y;
const PARENT =
  /(?:married|divorced|widowed|verheiratet|geschieden|marie?|mariee|divorcee?|casad[oa]|coniugat[oa]|sposat[oa]),?\s(?:with\s|and\s|mit\s|und\s|avec\s|con\s|com\s|et\s|y\s|e\s)?(?:\d|one|two|three|four|ein|eine|zwei|drei|vier|un|une|deux|trois|dos|tres|uno|dois|um|due|tre)\s(?:child(?:ren)?|kids?|kind(?:er)?|enfants?|hij[oa]s?|filh[oa]s?|figli[oae]?)\b/y;

const NUMBER_OF_CHILDREN =
  "(?:\\d|one|two|three|four|five|ein(?:em|er)?|zwei|drei|vier|une?|deux|trois|quatre|dos|tres|cuatro|una?|dois|duas|uma?|due|tre|quattro)";
/** `mother of two`, `madre de dos hijos`: a parent, of how many. */
const PARENT_OF = new RegExp(
  `(?:single |working |alleinerziehende[rn]? )?(?:mother|father|mum|mom|dad|parent|mutter|vater|mere|pere|maman|papa|madre|padre|mae|pai|mamma)(?: (?:of|von|de|d'|di) ?${NUMBER_OF_CHILDREN}(?: (?:young |small |kleinen )?(?:child(?:ren)?|kids?|boys|girls|sons|daughters|kind(?:ern?)?|sohnen|tochtern|enfants?|hij[oa]s?|filh[oa]s?|figli[oae]?))?)(?![\\p{L}\\d-])`,
  "uy",
);

/** Where it ends when somebody who is said to be a parent stands at `at`, or -1. */
export const readParent = (folded: string, at: number): number => endAt(PARENT_OF, folded, at);

function findStandings({ opens, view: { folded } }: Page, spans: Span[]): void {
  let behind = 0;
  for (const { at: start, bits } of opens) {
    if ((bits & OPENS.standing) === 0 || start < behind) continue;
    const resident = endAt(RESIDENT, folded, start);
    const end = resident >= 0 ? resident : endAt(PARENT, folded, start);
    if (end < 0) continue;
    spans.push(bare(resident >= 0 ? "NATIONALITY" : "MARITAL_STATUS", start, end));
    behind = end;
  }
}

/** What a nationality stands before: `a German citizen`. Letters of all scripts that part words go on with a word. */
const CITIZEN =
  /\s(?:citizen|national|passport holder|staatsburger(?:in)?|staatsangehorig(?:e|er)?)(?![a-z\d_\u00aa\u00ba\u00c0-\u1fff\u2c00-\u2ddf])/y;
const NATION = /(?<![a-z.])(?:[a-z]{2,12} )?[a-z.]{2,14}$/;
const LONGEST_NATION = 28;

function findCitizens({ opens, view: { folded } }: Page, spans: Span[]): void {
  for (const { at, bits } of opens) {
    if ((bits & OPENS.citizen) === 0) continue;
    const end = at - 1;
    if (end < 0 || endAt(CITIZEN, folded, end) < 0) continue;
    const words = NATION.exec(folded.slice(Math.max(0, end - LONGEST_NATION), end))?.[0];
    if (!words) continue;
    for (const word of [words, words.slice(words.indexOf(" ") + 1)]) {
      if (longestMatch(DEMONYM_VALUES, folded, end - word.length)?.end !== end) continue;
      spans.push(bare("NATIONALITY", end - word.length, end));
      break;
    }
  }
}
