import { longestMatch } from "../lexicon.ts";
import { NATIONALITY_VALUES } from "../lexicons/countries.ts";
import { matchesOf } from "../matching.ts";
import type { Page } from "../page.ts";
import { RANK, type Span } from "../spans.ts";
import type { EntityType } from "../types.ts";
import { KOREAN_PROVINCE } from "./bare-places.ts";
import { endsRange, findLatinPhrases } from "./latin-phrases.ts";

/** A phrase's pattern, and words of which a text with the phrase holds one: to look for those costs next to nothing. */
type Phrase = readonly [type: EntityType, holds: readonly string[], pattern: RegExp];

const HAN_PHRASES: readonly Phrase[] = [
  ["GENDER", ["歳", "才"], /(?<=[歳才][)）]?の)(?:男性?|女性?)(?=です|で[、あす]|。|$)/g],
  ["AGE", ["才"], /(?<![\d\-~–.])[1-7]\d ?才(?!以|未|児|の?(?:男児|女児|子))/g],
  [
    "NATIVE_PLACE",
    ["生まれ"],
    /(?<=[日月年、。はで\s])[\u3400-\u9fff]{2,3}(?:[都道府県])?(?:[\u3400-\u9fff]{1,5}[市区町村郡])?(?=(?:に|で)生まれ)/g,
  ],
  ["AGE", ["満", "满"], /[満满]\s?\d{2}\s?(?:歳|才|岁|周岁)(?!以|未)/g],
  [
    "BIRTH_DATE",
    ["生"],
    /(?:西元|公元)?(?<![\d])(?:19[3-9]\d|200\d|201[0-2])\s?年(?:\s?\d{1,2}\s?月(?:\s?\d{1,2}\s?日)?)?[ ]?(?:出生(?!地)|生まれ|生)(?![产命活涯态意成物理存])/g,
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
    /(?<![\d\-~–.])\d{2} ?(?:周岁|歳|岁|歲)(?!以|及|儿|的|の(?!(?:男性?|女性?)(?:です|で|。|$))|未|至|到|-|~|男|女(?!性?[\s,，、|/·)）]|$)|群|用|人)/g,
  ],
  [
    "NATIVE_PLACE",
    ["出身"],
    /(?<![\u3400-\u9fff])(?:[\u3400-\u9fff]{1,4}[都道府県])?(?:[\u3400-\u9fff]{1,5}[市区町村郡])?(?<=[都道府県市区町村郡])出身/g,
  ],
  [
    "POLITICAL_STATUS",
    ["党员", "共青团员", "入党"],
    /中共(?:预备)?党员|中国共产党(?:预备)?党员|共青团员|入党积极分子/g,
  ],
  ["MARITAL_STATUS", ["已育", "未育"], /(?<![\p{L}])(?:已婚已育|已婚未育|未婚未育)(?![\p{L}])/gu],
];

const HANGUL_PHRASES: readonly Phrase[] = [
  [
    "GENDER",
    ["세 ", "살 "],
    /(?<=\d\s?[세살]\s(?:의\s)?)(?:남성|여성|남자|여자|남|여)(?=이며|이고|입니다|으로|인\s|,|\s?$)/g,
  ],
  [
    "MARITAL_STATUS",
    ["혼", "배우자", "사별"],
    /(?<![가-힣])(?:미혼|기혼|이혼|재혼|사별|배우자\s?(?:있음|없음))(?:\([^()\n]{1,12}\))?(?=입니다|이며|이고|\s?상태|인\s)/g,
  ],
  ["AGE", ["살"], /(?<![\d\-~.])[1-7]\d\s?살(?=입니다|이며|이고|의?\s(?:남|여)|,)/g],
  [
    "BIRTH_DATE",
    ["태어"],
    /(?<!\d)(?:19[3-9]\d|200\d)[-./년]\s?\d{1,2}[-./월]\s?\d{1,2}일?(?=(?:에|,)?\s[가-힣 ]{2,14}(?:에서)?\s?태어)/g,
  ],
  [
    "NATIVE_PLACE",
    ["출신", "태어", "태생", "고향"],
    new RegExp(
      `(?<![가-힣])${KOREAN_PROVINCE}(?:\\s[가-힣]{1,5}(?:시|군|구)?){0,2}(?=\\s?(?:출신|태생)|에서\\s?(?:태어|나고|자란|자랐)|[이가]\\s고향)`,
      "g",
    ),
  ],
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

const NATIONALITY_MARK = /[\u4e00-\u9fff]{2,4}(?:国|國)?籍(?![贯貫員员地])/g;

/** Finds phrases that are personal without a label and outside the personal block too. */
export function findPhrases(page: Page): Span[] {
  const { folded, han, kana, hangul } = page.view;
  const spans = findLatinPhrases(page);
  if (han || kana) addPhrases(HAN_PHRASES, folded, spans);
  if (hangul) addPhrases(HANGUL_PHRASES, folded, spans);
  if (han) addHanNationalities(folded, spans);
  return spans;
}

function addPhrases(phrases: readonly Phrase[], folded: string, spans: Span[]): void {
  for (const [type, holds, pattern] of phrases) {
    if (!holds.some((word) => folded.includes(word))) continue;
    for (const match of matchesOf(pattern, folded)) {
      if (type === "AGE" && endsRange(folded, match.index)) continue;
      spans.push({ type, start: match.index, end: match.index + match[0].length, rank: RANK.bare });
    }
  }
}

function addHanNationalities(folded: string, spans: Span[]): void {
  if (!folded.includes("籍")) return;
  for (const match of matchesOf(NATIONALITY_MARK, folded)) {
    const end = match.index + match[0].length;
    const hit = longestMatch(NATIONALITY_VALUES, folded, match.index);
    if (hit && hit.end >= end - 2)
      spans.push({ type: "NATIONALITY", start: match.index, end, rank: RANK.bare });
  }
}
