import { isAsciiLetter, isCjk, isDigit } from "../characters.ts";
import { readFullDate } from "../dates.ts";
import { readAge, readVocabulary } from "../field-values.ts";
import { longestMatch } from "../lexicon.ts";
import { DEMONYM_VALUES } from "../lexicons/countries.ts";
import { ETHNIC_GROUPS } from "../lexicons/values.ts";
import type { Page } from "../page.ts";
import { RANK, type Span } from "../spans.ts";
import type { EntityType } from "../types.ts";
import type { Vetoes } from "../vetoes.ts";
import { readOrigin } from "./bare-places.ts";
import { type Piece, piecesOf } from "./pieces.ts";
import { type Fact, hasDigit, isBirthPlace, opensTrait, readVaguePiece, TRAITS } from "./vague-traits.ts";

/** `a U.S. citizen`, `UK national`. */
const CITIZEN = /^([a-z.]{2,14}(?: [a-z]{3,12})?) (?:citizen|national|passport holder|citizenship)$/;
const MAX_TRAIT_LINE = 80;

/** Where contact details stand beyond the first lines, in a side bar or behind a letter, facts stand beside them. */
function piecesBesideContacts(page: Page, contact: (line: number) => boolean): Piece[] {
  const pieces: Piece[] = [];
  for (const [index, line] of page.lines.entries()) {
    if (line.start < page.personalEnd || line.end === line.start) continue;
    if (line.end - line.start <= MAX_TRAIT_LINE && contact(index))
      pieces.push(...piecesOf(page, line.start, line.end));
  }
  return pieces;
}

/** `I am Single`, `ich bin ledig`: the verb makes a word of many meanings a fact about its subject. */
function isPredicate({ view }: Page, piece: Piece): boolean {
  const before = view.folded.slice(Math.max(0, piece.start - LONGEST_PREDICATE), piece.start);
  return /(?:^|\s)(?:is|am|bin|ist|soy|sou|sono|suis)\s(?:an?\s)?$/.test(before) && !OF_LANGUAGE.test(before);
}

/** `My mother tongue is German` tells a skill and no nationality. */
const OF_LANGUAGE = /(?:tongue|language|sprache)\s(?:is|ist)\s$/;
const LONGEST_PREDICATE = 16;

/** `役畢(陸軍)`: the branch of the forces in brackets. */
const BRANCH = /^ ?\([\u3400-\u9fff가-힣]{2,8}\)/;
const MAX_BRANCH = 12;
const JOINS_ALIKE = /^(?:[.,、]{0,2} ?|\s?[(&]\s?|\s(?:and|und|et|y|e|ed)\s)$/;

/** `已婚，育有一子`, `verh., 1 Kind`: facts of one kind side by side are one. */
function joinAlike({ view }: Page, spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    const gap = last ? view.text.slice(last.end, span.start) : "";
    if (last?.type === span.type && span.start >= last.end && JOINS_ALIKE.test(gap)) last.end = span.end;
    else joined.push({ ...span });
  }
  for (const span of joined) {
    const value = view.text.slice(span.start, span.end);
    if (value.includes("(") && !value.includes(")") && view.text[span.end] === ")") span.end++;
    if (span.type === "MILITARY_STATUS")
      span.end += BRANCH.exec(view.text.slice(span.end, span.end + MAX_BRANCH))?.[0].length ?? 0;
  }
  return joined;
}

/** Values that are personal only where they fill a piece: words that also mean other things. */
function readPiece(page: Page, piece: Fact): Span | undefined {
  const { view } = page;
  const { start, end } = piece;
  const trait = piece.opens ? readTelling(page, piece) : undefined;
  if (trait) return trait;
  if (end - start <= MAX_CHILDREN && mayBeChildren(view.folded, start, end)) {
    if (CHILDREN.test(view.folded.slice(start, end))) return bare("MARITAL_STATUS", piece);
  }
  if (end - start > SHORTEST_CITIZEN && endsCitizen(view.folded, end)) {
    const citizen = CITIZEN.exec(view.folded.slice(start, end));
    if (citizen && isDemonym(view.folded, start, start + citizen[1]!.length))
      return bare("NATIONALITY", piece);
  }
  const mayBeAge = piece.numbered || endsHanAge(view.folded.charCodeAt(end - 1));
  if (mayBeAge && readAge(view, start, end, false) === end) return bare("AGE", piece);
  if (!isCjk(view.folded.charCodeAt(start))) return undefined;
  const origin = readOrigin(view.text, piece);
  if (origin) return bare("NATIVE_PLACE", origin);
  return longestMatch(ETHNIC_GROUPS, view.folded, start)?.end === end ? bare("ETHNICITY", piece) : undefined;
}

const bare = (type: EntityType, { start, end }: Piece): Span => ({ type, start, end, rank: RANK.bare });

/** A trait's value that fills its piece and says enough alone. */
function readTelling({ view }: Page, piece: Piece): Span | undefined {
  for (const type of TRAITS) {
    if (readVocabulary(view, type, piece.start, piece.end) !== piece.end) continue;
    if (type === "NATIONALITY" && !/籍$|국적$/.test(view.text.slice(piece.start, piece.end))) continue;
    if (!isTellingAlone(view.folded.slice(piece.start, piece.end))) continue;
    if (view.text[piece.end] === "/" && readVocabulary(view, type, piece.end + 1, view.text.length) > 0)
      continue;
    return bare(type, piece);
  }
  return undefined;
}

const unitsOf = (characters: string): ReadonlySet<number> =>
  new Set([...characters].map((character) => character.charCodeAt(0)));
/** What {@link CITIZEN} ends in: `citizen`, `national`, `holder`, `citizenship`, by its last two letters. */
function endsCitizen(folded: string, end: number): boolean {
  const last = folded.charCodeAt(end - 1);
  const before = folded.charCodeAt(end - 2);
  if (before === LETTER_E) return last === LETTER_N || last === LETTER_R;
  return (before === LETTER_A && last === LETTER_L) || (before === LETTER_I && last === LETTER_P);
}
/** With two letters in front, `national`. */
const SHORTEST_CITIZEN = 9;
const [LETTER_A, LETTER_E, LETTER_I, LETTER_L, LETTER_N, LETTER_P, LETTER_R] = [
  97, 101, 105, 108, 110, 112, 114,
];
/** An age without digits is one in Han numbers, which ends in its unit: 岁, 歲, 歳. */
const endsHanAge = (unit: number): boolean => unit === 0x5c81 || unit === 0x6b72 || unit === 0x6b73;
/** `quatre children` is as long as {@link CHILDREN} get. */
const MAX_CHILDREN = 16;

/** How many children, as a piece of its own. */
const CHILDREN =
  /^(?:(?:\d{1,2}|one|two|three|four|ein|eine|zwei|drei|vier|un|une|una|uno|deux|trois|quatre|dos|tres|dois|duas|um|uma|due|tre)\s(?:child(?:ren)?|kids?|kind(?:er)?|enfants?|hij[oa]s?|filh[oa]s?|figli[oae]?)|育有?[一二三两兩]?[子女儿兒]{1,2}(?:[一二两兩][女子])?|有[一二三两兩][子女]|[一二三两兩][子女儿兒]{1,2}|\d[子女]|子供?\d人|子供(?:あり|なし|無し|有り)|扶養家族 ?\d{1,2} ?[名人]|扶養家族(?:あり|なし)|자녀 ?\d명|\d남 ?\d녀)$/;

/** What it opens with: a number, its word, or the word for children. */
const CHILDREN_OPENINGS = unitsOf("0123456789otfezdvuqc一二三两兩育子扶자有");

/** One letter, `other`, `none`, `single` and the like need company to be a fact about the person. */
const NEEDS_COMPANY =
  /^(?:[a-z]|bachelor|junt[oa]|unid[oa]|juntad[oa]|getrennt|verlobt|partnerschaft|pacs|comprometid[oa]|noiv[oa]|concubine?|fidanzat[oa]|union civile|unione civile|同居|離別|死別|有子女|이행|미이행|의경|停役|民兵|緩徵|現役|國民兵|other|others|none|无|無|有|なし|あり|其他|その他|free|libre|libero|libera|stato libero|婚|pan|pani|man|woman|frau|herr|mann|nam|ev\.?|st|sc|general|completed|served|engaged|separated|single|straight|trans|cis|exempt|n\/a|not applicable|现役|현역|예비역|공익|특례|전역|면제|해당없음|해당 없음|대상 아님|비대상|解|gift|led|elle|bay|bayan|ong|女士|先生|小姐|无|群众|积极分子|veteran|discharged|fulfilled|mr\.?|mrs\.?|ms\.?|miss|mx\.?|dispensa|dispensado|cumplido|cumprido|esente|assolto|accompli|effectue|exempte|exento|libre|muaf)$/;
const LAST_BLANK = 32;
/** `children`, `kids`, `enfants`, `hijos`, `figli`. */
const CHILD_OPENINGS = "ckehf";

/** A cheap look that spares most pieces {@link CHILDREN}: in Latin script a word for children stands behind a blank. */
function mayBeChildren(folded: string, start: number, end: number): boolean {
  if (!CHILDREN_OPENINGS.has(folded.charCodeAt(start))) return false;
  for (let at = start; at < end; at++) {
    const unit = folded.charCodeAt(at);
    if (unit <= LAST_BLANK) return CHILD_OPENINGS.includes(folded.charAt(at + 1));
    if (unit > LAST_ASCII) return true;
  }
  return false;
}
const LAST_ASCII = 0x7f;

const isTellingAlone = (folded: string): boolean => !NEEDS_COMPANY.test(folded);

/** Finds traits without labels: in the personal block by their pieces, elsewhere by phrases that mean nothing else. */
export function findBareTraits(page: Page, vetoes: Vetoes, contact: (line: number) => boolean): Span[] {
  const pieces = factsOf(page, [
    ...piecesOf(page, 0, page.personalEnd),
    ...piecesBesideContacts(page, contact),
  ]);
  const spans: Span[] = [];
  for (const piece of pieces) {
    const found = readPiece(page, piece) ?? readPersonalDate(page, piece, vetoes);
    if (!found) continue;
    spans.push(found);
    piece.sure = true;
  }
  for (const piece of pieces) if (!piece.sure) piece.vague = readVaguePiece(page, piece);
  const accept = (i: number): void => {
    const piece = pieces[i]!;
    // A birth place stands behind a fact that is sure.
    if (piece.sure || (!piece.vague && !pieces[i - 1]?.sure)) return;
    const type = piece.vague ?? (isBirthPlace(page, pieces, i, spans) ? "NATIVE_PLACE" : undefined);
    if (!type || isChoice(page.view.text, piece)) return;
    const supports = (neighbour: Fact | undefined): boolean =>
      neighbour !== undefined &&
      (neighbour.sure || (neighbour.vague !== undefined && neighbour.vague !== type));
    if (!supports(pieces[i - 1]) && !supports(pieces[i + 1]) && !isPredicate(page, piece)) return;
    spans.push(bare(type, piece));
    piece.sure = true;
  };
  for (let i = 0; i < pieces.length; i++) accept(i);
  for (let i = pieces.length - 1; i >= 0; i--) accept(i);
  return spans.length > 0 ? joinAlike(page, spans) : spans;
}

/** The pieces, each with what is asked of it more than once. */
const factsOf = (page: Page, pieces: readonly Piece[]): Fact[] =>
  pieces.map((piece) => {
    const { start, end } = withoutConjunction(page, piece);
    return {
      start,
      end,
      numbered: hasDigit(page.view.text, { start, end }),
      opens: opensTrait(page.view.folded, start),
      sure: false,
      vague: undefined,
    };
  });

/** `(M/F)`: what a form lets one choose from. */
const isChoice = (text: string, { start, end }: Piece): boolean =>
  end - start === 1 && /\(\p{L}\/\p{L}\)/u.test(text.slice(Math.max(0, start - 3), end + 3));

const CONJUNCTION = /(?:and|und|et|y|e|ed)\s(?:an?\s)?/y;

/** `52 yrs, Single, and a Canadian`: the last fact behind a comma has a conjunction in front. */
function withoutConjunction({ view }: Page, piece: Piece): Piece {
  const unit = view.folded.charCodeAt(piece.start);
  if (unit !== 97 && unit !== 101 && unit !== 117 && unit !== 121) return piece; // a, e, u, y
  CONJUNCTION.lastIndex = piece.start;
  const lead = CONJUNCTION.exec(view.folded);
  return lead ? { start: Math.min(piece.end, piece.start + lead[0].length), end: piece.end } : piece;
}

const isDemonym = (folded: string, start: number, end: number): boolean => {
  const hit = longestMatch(DEMONYM_VALUES, folded, start);
  return hit !== undefined && (hit.end === end || (hit.end === end - 1 && folded[hit.end] === "."));
};

const COMMA = 44;
const ERA = /(?:昭和|平成|大正|民[国國])/y;
/** True where a full date may begin: with an era, three letters, or a digit. */
function mayOpenDate(folded: string, at: number): boolean {
  const unit = folded.charCodeAt(at);
  if (isAsciiLetter(unit))
    return isAsciiLetter(folded.charCodeAt(at + 1)) && isAsciiLetter(folded.charCodeAt(at + 2));
  if (isDigit(unit)) return true;
  ERA.lastIndex = at;
  return isCjk(unit) && ERA.test(folded);
}

/** Full dates of the personal block lie decades before any sheet's own date: 1930 to 2012. */
function readPersonalDate(page: Page, piece: Fact, vetoes: Vetoes): Span | undefined {
  const { folded, text } = page.view;
  if (!piece.numbered || !mayOpenDate(folded, piece.start)) return undefined;
  // `April 15, 1969` is one date in two pieces; `1997. 5. 4.` ends in a full stop of its own.
  const further =
    folded.charCodeAt(piece.end) === COMMA
      ? (/^, ?(?:19|20)\d{2}(?!\d)/.exec(folded.slice(piece.end, piece.end + 7))?.[0].length ?? 0)
      : 0;
  const read = readFullDate(folded, piece.start, piece.end + further);
  const end =
    read > 0 && page.view.hangul && /\. ?\d{1,2}\.$/.test(text.slice(piece.start, read + 1))
      ? read + 1
      : read;
  if (end < 0 || piece.end - end > 3) return undefined;
  if (/現在|现在|현재|作成/.test(text.slice(end, end + 6)) || /令和/.test(text.slice(piece.start, end)))
    return undefined;
  const year = /(?:19|20)\d{2}/.exec(folded.slice(piece.start, end));
  if (/^\s?(?:-|–|~|至|to|bis)/.test(text.slice(end, end + 4))) return undefined;
  if (year && (Number(year[0]) > 2012 || Number(year[0]) < 1930)) return undefined;
  if (!year && /^\d/.test(folded[piece.start]!) && vetoes.touches(piece.start, end)) return undefined;
  return { type: "BIRTH_DATE", start: piece.start, end, rank: RANK.bare };
}
