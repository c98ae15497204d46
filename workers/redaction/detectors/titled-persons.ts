import { alternativeEnd, alternativesOf, mayOpen, openedBy, openingsOf } from "../alternatives.ts";
import { isHan, isUpper, isWordLetter } from "../characters.ts";
import { GENDERED_TITLES, NEUTRAL_TITLES, NOT_HAN_NAMES, NOT_HANGUL_NAMES } from "../lexicons/name-words.ts";
import { JAPANESE_SURNAMES, KOREAN_SURNAMES } from "../lexicons/surnames.ts";
import { skipBlanks } from "../lines.ts";
import { matchesOf } from "../matching.ts";
import { type NameShape, readName } from "../name-shapes.ts";
import { hanSurname, NOT_OF_NAMES, soundsJapanese } from "../name-shapes-cjk.ts";
import type { NormalisedText } from "../normalise.ts";
import type { Page } from "../page.ts";
import { RANK, type Span } from "../spans.ts";

export const asPerson = ({ start, end }: Pick<NameShape, "start" | "end">): Span => ({
  type: "PERSON",
  start,
  end,
  rank: RANK.person,
});

const TITLES =
  /(?:Dr|Prof|Mr|Mrs|Ms|Mx|Sr|Sra|Srta|Mme|Mlle|Ing|Dipl|Mag|Dott|Dra|Sig|Sig\.ra|Dott\.ssa|Prof\.ssa|Lic|Rev|Hon|Eng|Engr|Capt|Smt|Shri|Dª|Dña|Fr|Hr|Barr|Revd|Pbro|Dr\.in|Mag\.a|dott|prof|sig|ing|avv|arch|dr|mgr)\.(?= ?[^ -~]| ?[A-Z][^ .]| ?[A-Z]\. ?[A-Z]| ?[DP][a-z]{1,4}\.)|D\.[ªº](?= [A-Z\u00c0-\u024f])|[MD]\.(?= [A-Z\u00c0-\u024f])|(?:Mr|Mrs|Ms|Miss|Herrn?|Frau|Mme|Mlle|Monsieur|Madame|Sra?|Señora?|Don|Doña|Senhora?|Professor|Prof|Dr|Pr|Revd|Alhaji|Alhaja|Dona|signora?|signor|dott\.ssa|prof\.ssa|sig\.ra|Sir|Dame|Lady)(?= [A-Z\u00c0-\u024f])/g;

const MAX_TITLED = 100;
const LAST_ASCII = 0x7f;

/** `Dr. Jane Roe`, `Herr Müller`, `Mme Dupont`: a title makes the capitalised words behind it a person. */
export function findTitled(page: Page): Span[] {
  const { view } = page;
  const { text } = view;
  const spans: Span[] = [];
  for (const match of matchesOf(TITLES, text)) {
    if (match.index < (spans.at(-1)?.end ?? 0) || isWordLetter(text.charCodeAt(match.index - 1))) continue;
    const folded = match[0].toLowerCase();
    if (!GENDERED_TITLES.has(folded) && !NEUTRAL_TITLES.has(folded)) continue;
    if (
      /^(?:eng|ing|dipl|mag|gen|ma|ms|er|me|sa|m|d|col|lt|esq|hon|cap)\.?$/.test(folded) &&
      !match[0].endsWith(".")
    )
      continue;
    const ahead = text.slice(match.index, match.index + MAX_TITLED).indexOf("\n");
    const limit = ahead < 0 ? Math.min(text.length, match.index + MAX_TITLED) : match.index + ahead;
    // A title in small letters, as in Italian, opens no name itself.
    const small = !isUpper(text.charCodeAt(match.index)) && text.charCodeAt(match.index) <= LAST_ASCII;
    const from = small ? skipBlanks(text, match.index + match[0].length, limit) : match.index;
    const shape = readName(view, from, limit, { atLeast: 1, announced: false });
    if (shape && small) spans.push(asPerson(shape));
    else if (shape && shape.end > match.index + match[0].length + 1) spans.push(asPerson(shape));
  }
  return spans;
}

/** What a Han name may stand before: ranks, posts and forms of address of China, Taiwan and Japan. */
const HAN_TITLE =
  "副?教授|准教授|博士|硕导|博导|老师|老師|先生|女士|小姐|导师|導師|主任|院士|医师|醫師|律师|律師|总经理|總經理|副总|副總|经理|經理|总监|總監|主管|协理|協理|襄理|处长|處長|科长|科長|组长|組長|部长|部長|课长|課長|係長|室長|店長|社長|専務|常務|取締役|院长|院長|校长|校長|园长|所长|所長|董事长|董事長|氏|さん|様";
const HAN_CLAUSE_END =
  '(?=[\\s,，。、;；()（）|/:\\n」』"”]|的|の|が|は|を|に|と|も|から|より|へ|で|や|ら|评价|評價|表示|认为|指导|指導|带领|帶領|主持|负责|負責|$)';
const CLAUSE_END = new RegExp(HAN_CLAUSE_END, "y");
const TITLES_BEHIND = alternativesOf(HAN_TITLE);
const HAN_TITLE_ONCE = new RegExp(`(?:${HAN_TITLE})${HAN_CLAUSE_END}`);
/** What may stand right before a name in running text. */
const OPENS_HAN = /[在由与與和跟向给給為为是、，：:的叫请請随隨对對蒙受]$/;
const RANK_BEFORE =
  /(?:经理|經理|主管|总监|總監|主任|老师|老師|导师|導師|教授|上司|上级|上級|领导|領導|组长|組長|部长|部長|科长|院长|同事|对象为|對象為|上長)$/;
/** Ranks in front of a name: `部门经理沈立诚评价`. */
const RANK_AHEAD =
  "部门经理|部門經理|项目经理|直属领导|直接领导|领导|主管|总监|主任|导师|指导老师|班主任|辅导员|组长|同事|同學|同学|经理|經理|上司|長官|长官";
const RANKS_AHEAD = alternativesOf(RANK_AHEAD);
const TITLE_OPENINGS = openingsOf([TITLES_BEHIND, RANKS_AHEAD]);
const TITLE_AHEAD = new RegExp(
  `(?:${RANK_AHEAD})([\\u4e00-\\u9fff]{2,4}?)(?=评价|表示|认为|指导|推荐|带领|负责|評價|推薦|[，。,;；、（()）]|$)`,
  "y",
);
/** No title begins with a unit before it. */
const FIRST_KANA = 0x3041;
const LONGEST_HAN_NAME = 5;
const LONGEST_CHINESE = 4;

/** Han names before or behind a rank: `张伟教授`, `在顾晓棠老师的指导下`, `長谷川由美子課長`. */
export function findHanTitled(page: Page): Span[] {
  const { view, starts } = page;
  if (!view.han) return [];
  const before: Span[] = [];
  const ahead: Span[] = [];
  let behindTitle = 0;
  let behindName = 0;
  for (let i = 0; i < starts.length; i++) {
    const at = starts[i]!;
    const unit = view.text.charCodeAt(at);
    if (unit < FIRST_KANA || !mayOpen(TITLE_OPENINGS, unit)) continue;
    const end = at < behindTitle ? -1 : titleEnd(view.text, at);
    if (end >= 0) {
      behindTitle = end;
      const start = (view.kana ? japaneseNameStart(view, at) : undefined) ?? hanNameStart(view, at);
      if (start !== undefined) before.push(asPerson({ start, end: at }));
    }
    const name = at < behindName ? undefined : nameBehindRank(view.text, at);
    if (!name) continue;
    behindName = name.end;
    if (hanNameStart(view, name.end) === name.start) ahead.push(asPerson(name));
  }
  return [...before, ...ahead];
}

/** Where a title ends that begins here and behind which a clause ends, or -1. */
function titleEnd(text: string, at: number): number {
  for (const title of openedBy(TITLES_BEHIND, text.charCodeAt(at))) {
    CLAUSE_END.lastIndex = at + title.length;
    if (text.startsWith(title, at) && CLAUSE_END.test(text)) return at + title.length;
  }
  return -1;
}

function nameBehindRank(text: string, at: number): Pick<NameShape, "start" | "end"> | undefined {
  if (alternativeEnd(RANKS_AHEAD, text, at) < 0) return undefined;
  TITLE_AHEAD.lastIndex = at;
  const match = TITLE_AHEAD.exec(text);
  return match ? { start: TITLE_AHEAD.lastIndex - match[1]!.length, end: TITLE_AHEAD.lastIndex } : undefined;
}

/** Where a Han name that ends here begins, by its family name and by what stands before it. */
function hanNameStart(view: NormalisedText, end: number): number | undefined {
  for (let length = LONGEST_HAN_NAME - 1; length >= 2; length--) {
    const start = end - length;
    if (start < 0 || !isHan(view.text.charCodeAt(start))) continue;
    const before = view.text.slice(Math.max(0, start - 4), start);
    if (isHan(view.text.charCodeAt(start - 1)) && !OPENS_HAN.test(before) && !RANK_BEFORE.test(before))
      continue;
    const shape = readName(view, start, end, { atLeast: 2, announced: false });
    if (shape?.script === "han" && shape.end === end && shape.start === start) return start;
  }
  return undefined;
}

/** A Japanese name that ends here: a listed family name, or any two short words with one blank between them. */
const SPACED_JAPANESE =
  /(?<![\u30a1-\u30ff\u3400-\u9fff々])([\u3400-\u9fff々]{1,4}) ([\u3400-\u9fff々]{1,3}|[\u3041-\u3096]{2,4})$/;
const JOINED_JAPANESE =
  /(?:^|[^\u3400-\u9fff々])([\u3400-\u9fff々]{2,6}|[\u3400-\u9fff々]{1,3}[\u3041-\u3096]{2,4})$/;
const LONGEST_JAPANESE = 10;

function japaneseNameStart(view: NormalisedText, end: number): number | undefined {
  const before = view.text.slice(Math.max(0, end - LONGEST_JAPANESE), end);
  const spaced = SPACED_JAPANESE.exec(before);
  if (spaced && !NOT_OF_NAMES.test(spaced[0])) return end - spaced[0].length;
  const joined = JOINED_JAPANESE.exec(before)?.[1];
  if (!joined || joined.length < 3) return undefined;
  const certain = soundsJapanese(joined) || (view.text[end] === "氏" && !NOT_OF_NAMES.test(joined));
  return certain ? end - joined.length : undefined;
}

/** A rank ends the name before it, so that `張簡柏翰協理` is read without it. */
export function titleLimit(view: NormalisedText, at: number, limit: number): number {
  if (!isHan(view.text.charCodeAt(at))) return limit;
  const window = view.text.slice(at, Math.min(limit, at + LONGEST_JAPANESE + 4));
  const title = HAN_TITLE_ONCE.exec(window);
  const name = title ? window.slice(0, title.index).trimEnd() : "";
  const known = view.kana || JAPANESE_SURNAMES.has(name) || hanSurname(name) !== undefined;
  const short = name.length >= 2 && (view.kana || name.length <= LONGEST_CHINESE);
  return short && known && !NOT_HAN_NAMES.has(name) ? at + title!.index : limit;
}

const HANGUL_TITLED =
  /(?<![가-힣])([가-힣]{2,4}|[가-힣]{1,2} [가-힣]{1,2}) ?(?:매니저|이사|부장|과장|차장|팀장|실장|본부장|대표|상무|전무|대리|사원|주임|선임|책임|수석|교수|박사|선생님|원장|센터장|님|씨)(?:님)?(?=[\s,.()와과의은는이가께]|$)/g;

/** Nouns of two syllables that stand before a rank behind a syllable that is also a family name: `전 직장 팀장`. */
const NOT_GIVEN = new Set(
  "직장 회사 부서 소속 담당 본사 지사 업체 기업 개발 기획 영업 인사 총무 재무 생산 품질 연구 기술 관리 운영 서비 사업 전략 마케 디자 해외 국내 근무 전임 선임 수석 책임 공동 직속 담임 지도".split(
    " ",
  ),
);

/** Words of one syllable that stand before a rank: `전 팀 팀장`, `현 부 부장`. */
const NOT_SHORT_GIVEN = new Set([
  ..."팀부사본현전각등및그이저새옛타당동귀총내외신구첫단약수제원급직과국실처청점반조관장",
]);

/** `허 준`: a family name and one syllable, parted by a blank. */
export const isShortHangulName = (family: string, given: string): boolean =>
  KOREAN_SURNAMES.has(family) && !NOT_SHORT_GIVEN.has(given);

/** Korean names before a rank: `최민준 매니저와 함께`, `노 서연 이사`. */
export function findHangulTitled(page: Page): Span[] {
  const { view } = page;
  if (!view.hangul) return [];
  const spans: Span[] = [];
  for (const match of matchesOf(HANGUL_TITLED, view.text)) {
    const end = match.index + match[1]!.length;
    const [family, given] = match[1]!.split(" ");
    if (NOT_HANGUL_NAMES.has(family! + (given ?? "")) || (given && NOT_GIVEN.has(given))) continue;
    if (given?.length === 1 && !isShortHangulName(family!, given)) continue;
    const announced = given?.length === 1;
    const shape = readName(view, match.index, end, { atLeast: 2, announced });
    if (shape && shape.end === end && shape.script === "hangul") spans.push(asPerson(shape));
  }
  return spans;
}
