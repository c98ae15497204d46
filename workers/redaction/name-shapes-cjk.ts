import { isHan, isHangul, isKana } from "./characters.ts";
import { givenNameLength } from "./lexicons/japanese-given-names.ts";
import { NOT_HAN_NAMES, NOT_HANGUL_NAMES } from "./lexicons/name-words.ts";
import { CHINESE_SURNAMES, JAPANESE_SURNAMES, KOREAN_SURNAMES } from "./lexicons/surnames.ts";
import { skipBlanks } from "./lines.ts";
import type { NameShape } from "./name-shapes.ts";
import type { NormalisedText } from "./normalise.ts";

function runEnd(text: string, at: number, limit: number, belongs: (c: number) => boolean): number {
  let end = at;
  while (end < limit && belongs(text.charCodeAt(end))) end++;
  return end;
}

const isNameHan = (c: number): boolean =>
  isHan(c) || c === 0x30f6 || c === 0x30b1 || c === 0x30ce || c === 0x3005;

/** A Han name has no more characters; with a dot between its parts so many. */
const LONGEST_HAN = 7;
const LONGEST_DOTTED = 16;
const MIDDLE_DOT = 0xb7;
const KANA_DOT = 0x30fb;
const isDot = (unit: number): boolean => unit === MIDDLE_DOT || unit === KANA_DOT;

/** The family name that a run of Han characters begins with: a Japanese one first when it is longer. */
export function hanSurname(run: string): string | undefined {
  if (run.length > 3) {
    const three = run.slice(0, 3);
    if (JAPANESE_SURNAMES.has(three)) return three;
  }
  if (run.length > 2) {
    const two = run.slice(0, 2);
    if (CHINESE_SURNAMES.has(two) || JAPANESE_SURNAMES.has(two)) return two;
  }
  const one = run.slice(0, 1);
  if (CHINESE_SURNAMES.has(one) || JAPANESE_SURNAMES.has(one)) return one;
  return undefined;
}

/** True where a run of Han characters begins with a listed Japanese family name or ends with a listed given name. */
export function soundsJapanese(run: string): boolean {
  const family = [4, 3, 2, 1].some(
    (length) => run.length > length && JAPANESE_SURNAMES.has(run.slice(0, length)),
  );
  return family || familyBeforeGiven(run) !== undefined;
}

/** The family name in front of a listed given name: `早乙女` of `早乙女真理`. */
function familyBeforeGiven(run: string): string | undefined {
  const given = givenNameLength(run);
  const family = run.slice(0, -given);
  return given > 0 && family.length <= 4 && !NOT_OF_NAMES.test(family) ? family : undefined;
}

/**
 * Reads a Han name at `at`: `王小明`, `欧阳娜娜`, `佐々木 美咲`, `王 小 明`. Announced names need no known family name.
 */
export function readHanName(
  view: NormalisedText,
  at: number,
  limit: number,
  announced: boolean,
): NameShape | undefined {
  const { text } = view;
  const first = runEnd(text, at, limit, isNameHan);
  if (first - at > LONGEST_HAN && !isDot(text.charCodeAt(first))) return undefined;
  const pieces: string[] = [];
  let end = at;
  let i = at;
  let dotted = false;
  while (i < limit && pieces.length < 4) {
    const pieceEnd = i === at ? first : runEnd(text, i, limit, isNameHan);
    if (pieceEnd === i) break;
    const length = pieces.join("").length + pieceEnd - i;
    if (
      pieces.length > 0 &&
      !dotted &&
      (length > LONGEST_HAN || isWholeName(view, pieces) || !sparse(pieces, text.slice(i, pieceEnd)))
    )
      break;
    pieces.push(text.slice(i, pieceEnd));
    end = pieceEnd;
    i = skipBlanks(text, pieceEnd, limit);
    dotted = isDot(text.charCodeAt(pieceEnd));
    if (dotted) i = pieceEnd + 1;
  }
  const joined = pieces.join("");
  const kana = view.kana ? readKanaGiven(view, joined, end, limit, announced) : undefined;
  if (kana) return { script: "han", start: at, end: kana.end, parts: [joined, kana.given] };
  if (
    joined.length < 2 ||
    joined.length > (text.slice(at, end).includes("·") ? LONGEST_DOTTED : LONGEST_HAN) ||
    NOT_HAN_NAMES.has(joined)
  )
    return undefined;
  const unlisted = (announced || view.kana) && pieces.length === 1 ? familyBeforeGiven(joined) : undefined;
  const listed = hanSurname(joined);
  const surname =
    pieces.length > 1 && pieces[0]!.length > 1
      ? pieces[0]!
      : unlisted && unlisted.length > (listed?.length ?? 0) && (listed?.length ?? 0) < 2
        ? unlisted
        : listed;
  if (!announced) {
    if (pieces.some((piece) => NOT_HAN_NAMES.has(piece))) return undefined;
    const known = pieces.length > 1 ? JAPANESE_SURNAMES.has(pieces[0]!) || hanSurname(joined) : surname;
    if (!known || joined.length - (surname?.length ?? 1) > 3 || joined.length > 6) return undefined;
    if (pieces.length === 1 && surname?.length === 1 && joined.length > 3 && !view.kana) return undefined;
  } else if (joined.length > (view.kana ? 6 : 4) && pieces.length === 1 && !surname) return undefined;
  if (text.slice(at, end).includes("·")) return { script: "han", start: at, end, parts: [pieces.join("")] };
  const family = surname ?? joined.slice(0, 1);
  const given = joined.slice(family.length);
  return { script: "han", start: at, end, parts: given ? [family, given] : [family] };
}

const JOINED_JAPANESE = /^[\u3400-\u9fff々ヶ]{3,6}(?=[\s,，、;；/|(（:：]|$)/;

/** A Japanese name without a blank, where the place announces a person and the name fills its cell: `鰐淵凪沙（…）`. */
export function readJoinedJapanese(view: NormalisedText, at: number, limit: number): NameShape | undefined {
  if (!view.kana) return undefined;
  const run = JOINED_JAPANESE.exec(view.text.slice(at, Math.min(limit, at + 8)))?.[0];
  if (!run || NOT_HAN_NAMES.has(run) || NOT_OF_NAMES.test(run)) return undefined;
  const family = familyBeforeGiven(run) ?? run.slice(0, run.length > 4 ? 3 : run.length - 1);
  return { script: "han", start: at, end: at + run.length, parts: [family, run.slice(family.length)] };
}

const SPACED_JAPANESE =
  /^([\u3400-\u9fff々ヶ]{1,4}) {1,2}([\u3400-\u9fff々]{1,3}|[\u3041-\u3096]{2,4})(?![\u3041-\u30ff\u3400-\u9fff々])/;

/** Characters of titles, jobs, places and headings that no name holds. */
export const NOT_OF_NAMES =
  /[書歴経務者業社職験学校氏名住所電話年月日性別国籍資格技能紹介概要目次株式会人事採用応募営販売管理開発設計製造品質医療看護師員長部課係室店工場市区町村県都府支援企画担当活動院総合商銀行研究]/;

/** A Japanese name by its one blank, where the place announces a person: `小鳥遊 さくら`, whoever lists the family. */
export function readSpacedJapanese(view: NormalisedText, at: number, limit: number): NameShape | undefined {
  if (!view.kana) return undefined;
  const match = SPACED_JAPANESE.exec(view.text.slice(at, Math.min(limit, at + 12)));
  if (
    !match ||
    NOT_HAN_NAMES.has(match[1]!) ||
    NOT_HAN_NAMES.has(match[2]!) ||
    NOT_OF_NAMES.test(match[0]) ||
    NOT_KANA_GIVEN.test(match[2]!)
  )
    return undefined;
  return { script: "han", start: at, end: at + match[0].length, parts: [match[1]!, match[2]!] };
}

const KANA_GIVEN = /^( ?)([\u3041-\u3096]{2,4}|[\u30a1-\u30fa\u30fc]{2,5})(?![\u3041-\u30ff\u3400-\u9fff])/;
const NOT_KANA_GIVEN =
  /^(?:さん|さま|くん|ちゃん|です|など|から|まで|より|にて|として|という|または|および|ほか|など|する|した|して)$/;

/** A given name in kana behind a Han family name: `林 さくら`, `高橋みなみ`. */
function readKanaGiven(
  { text }: NormalisedText,
  family: string,
  at: number,
  limit: number,
  announced: boolean,
): { given: string; end: number } | undefined {
  if (family.length > 3) return undefined;
  const match = KANA_GIVEN.exec(text.slice(at, Math.min(limit, at + 8)));
  if (!match || NOT_KANA_GIVEN.test(match[2]!)) return undefined;
  const hiragana = match[2]!.charCodeAt(0) < 0x30a0;
  const listed = JAPANESE_SURNAMES.has(family);
  if (!(announced || (listed && hiragana)) || (match[1] === "" && !listed)) return undefined;
  return { given: match[2]!, end: at + match[0].length };
}

/** A Chinese name without blanks is whole; what follows it is something else. In Japanese text it may be a family name. */
function isWholeName(view: NormalisedText, pieces: readonly string[]): boolean {
  const [first = ""] = pieces;
  return (
    pieces.length === 1 &&
    first.length >= 2 &&
    !view.kana &&
    !JAPANESE_SURNAMES.has(first) &&
    hanSurname(first) !== undefined &&
    !CHINESE_SURNAMES.has(first)
  );
}

/** Blanks part a Han name only between single characters or between a family and a given name. */
function sparse(pieces: readonly string[], next: string): boolean {
  if (pieces.every((piece) => piece.length === 1)) return next.length <= 3;
  return pieces.length === 1 && pieces[0]!.length <= 3 && next.length <= 4;
}

/** What follows a noun in a sentence. */
const NOT_KANA_NAME =
  /^(?:である|であり|でした|として|にて|から|など|について|による|により|とともに|のもと|および|または|ならびに|です|ました|という|といった)/;

/** Reads kana: `ささき みさき`, `グエン・ヴァン・アン`. */
export function readKanaName(view: NormalisedText, at: number, limit: number): NameShape | undefined {
  const { text } = view;
  if (NOT_KANA_NAME.test(text.slice(at, Math.min(limit, at + 6)))) return undefined;
  const parts: string[] = [];
  let end = at;
  let i = at;
  while (i < limit && parts.length < 4) {
    const pieceEnd = runEnd(text, i, limit, isKana);
    if (pieceEnd === i || pieceEnd - i > 10) break;
    parts.push(text.slice(i, pieceEnd));
    end = pieceEnd;
    i = skipBlanks(text, pieceEnd, limit);
    if (text[i] === "・" || text[i] === "·") i = skipBlanks(text, i + 1, limit);
  }
  if (parts.join("").length < 2) return undefined;
  return { script: "kana", start: at, end, parts };
}

/** Particles are glued to the word before them: `서 하윤와`. */
const PARTICLE = /[와과은는이가을를의도]$/;

/** Reads Hangul: `김하늘`, `김 하늘`, `남궁민수`, `김 하 늘`. */
export function readHangulName(
  view: NormalisedText,
  at: number,
  limit: number,
  announced: boolean,
): NameShape | undefined {
  const { text } = view;
  const pieces: string[] = [];
  let end = at;
  let i = at;
  while (i < limit && pieces.length < 4) {
    const pieceEnd = runEnd(text, i, limit, isHangul);
    if (pieceEnd === i || (pieces.length > 0 && !sparse(pieces, text.slice(i, pieceEnd)))) break;
    pieces.push(text.slice(i, pieceEnd));
    end = pieceEnd;
    i = skipBlanks(text, pieceEnd, limit);
    if (pieces.join("").length >= 3 && pieces.length === 1) break;
  }
  let joined = pieces.join("");
  const surname = KOREAN_SURNAMES.has(joined.slice(0, 2)) ? joined.slice(0, 2) : joined.slice(0, 1);
  if (!announced && joined.length === surname.length + 3 && PARTICLE.test(joined)) {
    joined = joined.slice(0, -1);
    end--;
  }
  const known = KOREAN_SURNAMES.has(surname);
  if (joined.length < 2 || joined.length > 5 || NOT_HANGUL_NAMES.has(joined)) return undefined;
  if (!announced && (!known || joined.length > surname.length + 2 || joined.length < 3)) return undefined;
  const given = joined.slice(surname.length);
  return { script: "hangul", start: at, end, parts: given ? [surname, given] : [surname] };
}
