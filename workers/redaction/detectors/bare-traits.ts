import { isDigit } from "../characters.ts";
import { readFullDate } from "../dates.ts";
import { readAge, readVocabulary } from "../field-values.ts";
import { longestMatch } from "../lexicon.ts";
import type { Field } from "../lexicons/fields.ts";
import { ETHNIC_GROUPS } from "../lexicons/values.ts";
import { skipBlanks } from "../lines.ts";
import { matchesOf } from "../matching.ts";
import type { Page } from "../page.ts";
import { RANK, type Span } from "../spans.ts";
import type { EntityType } from "../types.ts";
import type { Vetoes } from "../vetoes.ts";

const TRAITS: readonly (Field & EntityType)[] = [
  "GENDER",
  "MARITAL_STATUS",
  "POLITICAL_STATUS",
  "MILITARY_STATUS",
  "NATIONALITY",
];

/** `山东青岛人`, `湖南籍`: a province, perhaps a town, and the word for a native. */
const ORIGIN =
  /^(?:(?:成都|武汉|南京|西安|杭州|广州|深圳|青岛|大连|沈阳|长沙|郑州|济南|哈尔滨|长春|合肥|福州|厦门|南昌|昆明|贵阳|南宁|太原|石家庄|兰州|苏州|无锡|宁波|温州|台北|臺北|高雄|台中|臺中|台南|臺南)[人籍]|(?:北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门)省?[\u3400-\u9fff]{0,6}[人籍])$/;

interface Piece {
  start: number;
  end: number;
}

const PIECE_MARK =
  /[|,;、，；·•。・\t()（）\n]|(?<!\d)\/|\/(?!\d)|\s{2,}|\s[-–]\s|(?<=[\u3041-\u9fff]|\d)\s(?=[\u3041-\u9fff]|\d)/g;
/** Conjunctions, verbs of the first person and their kin: what stands between facts in a sentence. */
const SENTENCE_MARK =
  /(?<=[\p{L}.\d])\s(?:and|und|et|y|e|ed)\s(?:an?\s)?|(?<![\p{L}'])(?:i am|i'm|is|ist|am|bin|tengo|soy|tenho|sou|ho|sono|je suis|j'ai|本人|今年|現年|现年)\s?(?:an?\s)?|です$/giu;
/** Those of its marks that need no blank. */
const CJK_MARK = /本人|今年|現年|现年|です/;
/** No fact is as long, and few sentences with facts are longer. */
const MAX_FACT = 48;
const MAX_SENTENCE = 120;

/** Parts of the personal block between the marks that people put between facts about themselves. */
function piecesOf(page: Page, from: number, to: number): Piece[] {
  const { text } = page.view;
  const block = text.slice(from, to);
  const pieces: Piece[] = [];
  let start = from;
  const push = (end: number): void => {
    const first = skipBlanks(text, start, end);
    let last = end;
    while (last > first && /[\s.:。]/.test(text[last - 1]!)) last--;
    if (last > first) pieces.push(...factsOf(text, first, last));
  };
  for (const mark of matchesOf(PIECE_MARK, block)) {
    push(from + mark.index);
    start = from + mark.index + mark[0].length;
  }
  push(to);
  return pieces;
}

const MAX_TRAIT_LINE = 80;

/** Where contact details stand beyond the first lines, in a side bar or behind a letter, facts stand beside them. */
function piecesBesideContacts(page: Page, contact: (line: number) => boolean): Piece[] {
  return page.lines.flatMap((line, index) => {
    const far = line.start >= page.personalEnd && line.end > line.start;
    return far && line.end - line.start <= MAX_TRAIT_LINE && contact(index)
      ? piecesOf(page, line.start, line.end)
      : [];
  });
}

/** `I am Single`, `ich bin ledig`: the verb makes a word of many meanings a fact about its subject. */
const isPredicate = ({ view }: Page, piece: Piece): boolean =>
  /(?:^|\s)(?:is|am|bin|ist|soy|sou|sono|suis)\s(?:an?\s)?$/.test(
    view.folded.slice(Math.max(0, piece.start - 10), piece.start),
  );

/** `已婚，育有一子`, `verh., 1 Kind`: facts of one kind side by side are one. */
function joinAlike({ view }: Page, spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    const gap = last ? view.text.slice(last.end, span.start) : "";
    if (last?.type === span.type && span.start >= last.end && /^[.,、]{0,2} ?$/.test(gap))
      last.end = span.end;
    else joined.push({ ...span });
  }
  return joined;
}

/** Values that are personal only where they fill a piece: words that also mean other things. */
function readPiece(page: Page, piece: Piece): Span | undefined {
  const { view } = page;
  for (const type of TRAITS) {
    if (readVocabulary(view, type, piece.start, piece.end) !== piece.end) continue;
    if (type === "NATIONALITY" && !/籍$|국적$/.test(view.text.slice(piece.start, piece.end))) continue;
    if (!isTellingAlone(view.folded.slice(piece.start, piece.end))) continue;
    if (view.text[piece.end] === "/" && readVocabulary(view, type, piece.end + 1, view.text.length) > 0)
      continue;
    return { type, ...piece, rank: RANK.bare };
  }
  if (CHILDREN.test(view.folded.slice(piece.start, piece.end)))
    return { type: "MARITAL_STATUS", ...piece, rank: RANK.bare };
  const age = readAge(view, piece.start, piece.end, false);
  if (age === piece.end) return { type: "AGE", ...piece, rank: RANK.bare };
  if (ORIGIN.test(view.text.slice(piece.start, piece.end)))
    return { type: "NATIVE_PLACE", ...piece, rank: RANK.bare };
  const ethnic = longestMatch(ETHNIC_GROUPS, view.folded, piece.start);
  if (ethnic?.end === piece.end) return { type: "ETHNICITY", ...piece, rank: RANK.bare };
  return undefined;
}

/** The parts of a sentence between its conjunctions and verbs; a single word is one part. */
function factsOf(text: string, start: number, end: number): Piece[] {
  if (end - start > MAX_SENTENCE) return [];
  const sentence = text.slice(start, end);
  if (!sentence.includes(" ") && !CJK_MARK.test(sentence)) return [{ start, end }];
  const facts: Piece[] = [];
  let from = start;
  for (const mark of matchesOf(SENTENCE_MARK, sentence)) {
    if (start + mark.index > from) facts.push({ start: from, end: start + mark.index });
    from = start + mark.index + mark[0].length;
  }
  if (end > from) facts.push({ start: from, end });
  return facts.filter((fact) => fact.end - fact.start <= MAX_FACT);
}

/** How many children, as a piece of its own. */
const CHILDREN =
  /^(?:(?:\d{1,2}|one|two|three|four|ein|eine|zwei|drei|vier|un|une|una|uno|deux|trois|quatre|dos|tres|dois|duas|um|uma|due|tre)\s(?:child(?:ren)?|kids?|kind(?:er)?|enfants?|hij[oa]s?|filh[oa]s?|figli[oae]?)|育有?[一二三两兩]?[子女儿兒]{1,2}|[一二三两兩][子女儿兒]{1,2}|子供?\d人|扶養家族 ?\d{1,2} ?[名人]|扶養家族(?:あり|なし)|자녀 ?\d명|\d남 ?\d녀)$/;

/** A year and a month between facts about a person are the birth: `男 / 1994.06 / 未婚`. */
const BIRTH_MONTH = /^(?:19[3-9]\d|200\d|201[0-2])[./年-] ?(?:0?[1-9]|1[0-2])月?$/;

/** One letter, `other`, `none`, `single` and the like need company to be a fact about the person. */
const NEEDS_COMPANY =
  /^(?:[a-z]|other|others|none|无|無|有|なし|あり|其他|その他|free|libre|libero|libera|stato libero|婚|pan|pani|man|woman|frau|herr|mann|nam|ev\.?|st|sc|general|completed|served|engaged|separated|single|straight|trans|cis|exempt|n\/a|not applicable|现役|현역|예비역|공익|특례|전역|면제|해당없음|해당 없음|대상 아님|비대상|解|gift|led|elle|bay|bayan|ong|女士|先生|小姐|无|群众|积极分子|veteran|discharged|fulfilled|mr\.?|mrs\.?|ms\.?|miss|mx\.?|dispensa|dispensado|cumplido|cumprido|esente|assolto|accompli|effectue|exempte|exento|libre|muaf)$/;
const isTellingAlone = (folded: string): boolean => !NEEDS_COMPANY.test(folded);

/** Finds traits without labels: in the personal block by their pieces, elsewhere by phrases that mean nothing else. */
export function findBareTraits(page: Page, vetoes: Vetoes, contact: (line: number) => boolean): Span[] {
  const pieces = [...piecesOf(page, 0, page.personalEnd), ...piecesBesideContacts(page, contact)];
  const spans: Span[] = [];
  const strong = new Set<number>();
  for (const piece of pieces) {
    const found = readPiece(page, piece) ?? readPersonalDate(page, piece, vetoes);
    if (!found) continue;
    spans.push(found);
    strong.add(piece.end);
  }
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i]!;
    const neighbours = [pieces[i - 1], pieces[i + 1]];
    const accompanied =
      neighbours.some((neighbour) => neighbour && strong.has(neighbour.end)) || isPredicate(page, piece);
    if (strong.has(piece.end) || !accompanied) continue;
    const type = TRAITS.find(
      (trait) => readVocabulary(page.view, trait, piece.start, piece.end) === piece.end,
    );
    const found =
      type ?? (BIRTH_MONTH.test(page.view.text.slice(piece.start, piece.end)) ? "BIRTH_DATE" : undefined);
    if (!found) continue;
    spans.push({ type: found, ...piece, rank: RANK.bare });
    strong.add(piece.end);
  }
  return joinAlike(page, spans);
}

/** Full dates of the personal block lie decades before any sheet's own date: 1930 to 2012. */
function readPersonalDate(page: Page, piece: Piece, vetoes: Vetoes): Span | undefined {
  const { folded, text } = page.view;
  const unit = text.charCodeAt(piece.start);
  if (
    !isDigit(unit) &&
    !/^(?:昭和|平成|大正|民[国國]|[a-z]{3})/.test(folded.slice(piece.start, piece.start + 3))
  )
    return undefined;
  const end = readFullDate(folded, piece.start, piece.end);
  if (end < 0 || piece.end - end > 3) return undefined;
  if (/現在|现在|현재|作成/.test(text.slice(end, end + 6)) || /令和/.test(text.slice(piece.start, end)))
    return undefined;
  const year = /(?:19|20)\d{2}/.exec(folded.slice(piece.start, end));
  if (/^\s?(?:-|–|~|至|to|bis)/.test(text.slice(end, end + 4))) return undefined;
  if (year && (Number(year[0]) > 2012 || Number(year[0]) < 1930)) return undefined;
  if (!year && /^\d/.test(folded[piece.start]!) && vetoes.touches(piece.start, end)) return undefined;
  return { type: "BIRTH_DATE", start: piece.start, end, rank: RANK.bare };
}
