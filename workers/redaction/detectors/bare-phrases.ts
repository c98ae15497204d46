import { longestMatch } from "../lexicon.ts";
import { DEMONYM_VALUES, NATIONALITY_VALUES } from "../lexicons/countries.ts";
import { matchesOf } from "../matching.ts";
import type { Page } from "../page.ts";
import { RANK, type Span } from "../spans.ts";
import type { EntityType } from "../types.ts";

/** A phrase's pattern, and words of which a text with the phrase holds one: to look for those costs next to nothing. */
type Phrase = readonly [type: EntityType, holds: readonly string[], pattern: RegExp];

/** Phrases that mean a person's birth, age or standing wherever they stand. */
const LATIN_PHRASES: readonly Phrase[] = [
  // Standing to live and work in a country is nationality by another name.
  ["NATIONALITY", ["resident", "green"], /\b(?:(?:lawful\s)?permanent\sresident|green[\s-]card\sholder)\b/g],
  ["AGE", ["old"], /(?<![\d\-~–.,])[1-9]\d(?:\s|-)(?:years?|yrs?)(?:\s|-)old\b/g],
  ["AGE", ["jahre alt"], /(?<![\d\-~–.,])[1-9]\d\sjahre\salt\b/g],
  ["AGE", ["aged"], /\baged\s[1-9]\d\b(?!\s?(?:to|-|and|or))/g],
  [
    "GENDER",
    ["she/", "he/", "they/", "sie/", "er/", "elle/", "il/"],
    /(?<=[(（[\s|,/])(?:she\/her(?:\/hers)?|he\/him(?:\/his)?|they\/them(?:\/theirs)?|she\/they|he\/they|sie\/ihr|er\/ihm|elle\/elle|il\/lui)(?![a-z])/g,
  ],
  [
    "MARITAL_STATUS",
    ["child", "kid", "kind", "enfant", "hij", "filh", "figli"],
    /\b(?:married|divorced|widowed|verheiratet|geschieden|marie?|mariee|divorcee?|casad[oa]|coniugat[oa]|sposat[oa]),?\s(?:with\s|and\s|mit\s|und\s|avec\s|con\s|com\s|et\s|y\s|e\s)?(?:\d|one|two|three|four|ein|eine|zwei|drei|vier|un|une|deux|trois|dos|tres|uno|dois|um|due|tre)\s(?:child(?:ren)?|kids?|kind(?:er)?|enfants?|hij[oa]s?|filh[oa]s?|figli[oae]?)\b/g,
  ],
];

const CITIZEN_WORDS = ["citizen", "national", "passport", "staats"];

/** Matches where any of the words does that these phrases and nationalities hold. */
const ANY_LATIN = new RegExp([...LATIN_PHRASES.flatMap(([, holds]) => holds), ...CITIZEN_WORDS].join("|"));

const HAN_PHRASES: readonly Phrase[] = [
  ["AGE", ["満", "满"], /[満满]\s?\d{2}\s?(?:歳|才|岁|周岁)(?!以|未)/g],
  [
    "BIRTH_DATE",
    ["生"],
    /(?<![\d])(?:19[3-9]\d|200\d|201[0-2])\s?年(?:\s?\d{1,2}\s?月(?:\s?\d{1,2}\s?日)?)?[ ]?(?:出生(?!地)|生まれ|生)(?![产命活涯态意成物理存])/g,
  ],
  [
    "BIRTH_DATE",
    ["生"],
    /(?<![\d])(?:19[3-9]\d|200\d|201[0-2])[./-]\d{1,2}(?:[./-]\d{1,2})?[ ]?(?:出生(?!地)|生まれ|生(?![产命活涯态意成物理存]))/g,
  ],
  [
    "BIRTH_DATE",
    ["生"],
    /(?:昭和|平成|大正|民國|民国)\s?(?:\d{1,3}|元)\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日\s?(?:生まれ|出生|生)/g,
  ],
  [
    "AGE",
    ["岁", "歳", "歲"],
    /(?<![\d\-~–.])\d{2} ?(?:周岁|歳|岁|歲)(?!以|及|儿|的|未|至|到|-|~|男|女(?!性?[\s,，、|/·)）]|$)|群|用|人)/g,
  ],
  [
    "NATIVE_PLACE",
    ["出身"],
    /(?<![\u3400-\u9fff])(?:[\u3400-\u9fff]{1,4}[都道府県])?(?:[\u3400-\u9fff]{1,5}[市区町村郡])?(?<=[都道府県市区町村郡])出身/g,
  ],
  ["POLITICAL_STATUS", ["员"], /中共(?:预备)?党员|中国共产党(?:预备)?党员|共青团员|入党积极分子/g],
  ["MARITAL_STATUS", ["育"], /(?<![\p{L}])(?:已婚已育|已婚未育|未婚未育)(?![\p{L}])/gu],
];

const HANGUL_PHRASES: readonly Phrase[] = [
  [
    "BIRTH_DATE",
    ["생"],
    /(?<!\d)(?:(?:19)?[5-9]\d|200\d)\s?년(?:\s?\d{1,2}\s?월(?:\s?\d{1,2}\s?일)?)?\s?(?:출생|생(?![산활명]))/g,
  ],
  [
    "NATIVE_PLACE",
    ["태어", "출신"],
    /(?<![가-힣])(?:[가-힣]{2,6}(?:특별시|광역시|도|시|군|구)\s?){1,3}(?=에서 태어|\s?출신)/g,
  ],
  ["AGE", ["만"], /만\s?\d{2}\s?세(?!\s?(?:이상|이하|미만))/g],
];

/** What a nationality stands before: `a German citizen`. */
const CITIZEN =
  /\s(?:citizen|national|passport holder|staatsb[uü]rger(?:in)?|staatsangeh[oö]rig(?:e|er)?)\b/g;
const NATIONALITY_MARK = /[\u4e00-\u9fff]{2,4}(?:国|國)?籍(?![贯貫員员地])/g;

/** Finds phrases that are personal without a label and outside the personal block too. */
export function findPhrases(page: Page): Span[] {
  const { folded, han, kana, hangul } = page.view;
  const latin = ANY_LATIN.test(folded);
  const phrases = [
    ...(latin ? LATIN_PHRASES : []),
    ...(han || kana ? HAN_PHRASES : []),
    ...(hangul ? HANGUL_PHRASES : []),
  ];
  const spans: Span[] = [];
  for (const [type, holds, pattern] of phrases) {
    if (!holds.some((word) => folded.includes(word))) continue;
    for (const match of matchesOf(pattern, folded)) {
      if (type === "AGE" && endsRange(folded, match.index)) continue;
      spans.push({ type, start: match.index, end: match.index + match[0].length, rank: RANK.bare });
    }
  }
  return [...spans, ...(latin ? findCitizens(folded) : []), ...(han ? findHanNationalities(folded) : [])];
}

/** `18-35岁` is a range of others, not the person's age. */
const endsRange = (folded: string, at: number): boolean =>
  /\d\s?[-~–至到]\s?$/.test(folded.slice(Math.max(0, at - 4), at));

function findCitizens(folded: string): Span[] {
  const spans: Span[] = [];
  for (const match of matchesOf(CITIZEN, folded)) {
    const words = /(?<![a-z.])(?:[a-z]{2,12} )?[a-z.]{2,14}$/.exec(
      folded.slice(Math.max(0, match.index - 28), match.index),
    );
    if (!words) continue;
    for (const word of [words[0], words[0].split(" ").at(-1)!]) {
      const start = match.index - word.length;
      if (longestMatch(DEMONYM_VALUES, folded, start)?.end !== match.index) continue;
      spans.push({ type: "NATIONALITY", start, end: match.index, rank: RANK.bare });
      break;
    }
  }
  return spans;
}

function findHanNationalities(folded: string): Span[] {
  const spans: Span[] = [];
  if (!folded.includes("籍")) return spans;
  for (const match of matchesOf(NATIONALITY_MARK, folded)) {
    const end = match.index + match[0].length;
    const hit = longestMatch(NATIONALITY_VALUES, folded, match.index);
    if (hit && hit.end >= end - 2)
      spans.push({ type: "NATIONALITY", start: match.index, end, rank: RANK.bare });
  }
  return spans;
}
