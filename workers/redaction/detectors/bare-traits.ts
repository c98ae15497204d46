import { isCjk, isDigit } from "../characters.ts";
import { readFullDate } from "../dates.ts";
import { readAge, readVocabulary } from "../field-values.ts";
import { longestMatch } from "../lexicon.ts";
import { DEMONYM_VALUES } from "../lexicons/countries.ts";
import { ETHNIC_GROUPS } from "../lexicons/values.ts";
import type { Page } from "../page.ts";
import { RANK, type Span } from "../spans.ts";
import type { Vetoes } from "../vetoes.ts";
import { readOrigin } from "./bare-places.ts";
import { type Piece, piecesOf } from "./pieces.ts";
import { hasDigit, isBirthPlace, opensTrait, readVaguePiece, TRAITS } from "./vague-traits.ts";

/** `a U.S. citizen`, `UK national`. */
const CITIZEN = /^([a-z.]{2,14}(?: [a-z]{3,12})?) (?:citizen|national|passport holder|citizenship)$/;
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
function readPiece(page: Page, piece: Piece): Span | undefined {
  const { view } = page;
  const opens = opensTrait(view.folded, piece.start);
  for (const type of opens ? TRAITS : []) {
    if (readVocabulary(view, type, piece.start, piece.end) !== piece.end) continue;
    if (type === "NATIONALITY" && !/籍$|국적$/.test(view.text.slice(piece.start, piece.end))) continue;
    if (!isTellingAlone(view.folded.slice(piece.start, piece.end))) continue;
    if (view.text[piece.end] === "/" && readVocabulary(view, type, piece.end + 1, view.text.length) > 0)
      continue;
    return { type, ...piece, rank: RANK.bare };
  }
  if (
    CHILDREN_OPENINGS.has(view.folded.charCodeAt(piece.start)) &&
    CHILDREN.test(view.folded.slice(piece.start, piece.end))
  )
    return { type: "MARITAL_STATUS", ...piece, rank: RANK.bare };
  const words = view.folded.slice(piece.start, piece.end);
  const citizen = /(?:citizen|citizenship|national|holder)$/.test(words) ? CITIZEN.exec(words) : null;
  if (citizen && isDemonym(view.folded, piece.start, piece.start + citizen[1]!.length))
    return { type: "NATIONALITY", ...piece, rank: RANK.bare };
  const age = readAge(view, piece.start, piece.end, false);
  if (age === piece.end) return { type: "AGE", ...piece, rank: RANK.bare };
  if (!isCjk(view.folded.charCodeAt(piece.start))) return undefined;
  const origin = readOrigin(view.text, piece);
  if (origin) return { type: "NATIVE_PLACE", ...origin, rank: RANK.bare };
  const ethnic = longestMatch(ETHNIC_GROUPS, view.folded, piece.start);
  if (ethnic?.end === piece.end) return { type: "ETHNICITY", ...piece, rank: RANK.bare };
  return undefined;
}

/** How many children, as a piece of its own. */
const CHILDREN =
  /^(?:(?:\d{1,2}|one|two|three|four|ein|eine|zwei|drei|vier|un|une|una|uno|deux|trois|quatre|dos|tres|dois|duas|um|uma|due|tre)\s(?:child(?:ren)?|kids?|kind(?:er)?|enfants?|hij[oa]s?|filh[oa]s?|figli[oae]?)|育有?[一二三两兩]?[子女儿兒]{1,2}(?:[一二两兩][女子])?|有[一二三两兩][子女]|[一二三两兩][子女儿兒]{1,2}|\d[子女]|子供?\d人|子供(?:あり|なし|無し|有り)|扶養家族 ?\d{1,2} ?[名人]|扶養家族(?:あり|なし)|자녀 ?\d명|\d남 ?\d녀)$/;

/** What it opens with: a number, its word, or the word for children. */
const CHILDREN_OPENINGS: ReadonlySet<number> = new Set(
  [..."0123456789otfezdvuqc一二三两兩育子扶자有"].map((char) => char.charCodeAt(0)),
);

/** One letter, `other`, `none`, `single` and the like need company to be a fact about the person. */
const NEEDS_COMPANY =
  /^(?:[a-z]|bachelor|junt[oa]|unid[oa]|juntad[oa]|getrennt|verlobt|partnerschaft|pacs|comprometid[oa]|noiv[oa]|concubine?|fidanzat[oa]|union civile|unione civile|同居|離別|死別|有子女|이행|미이행|의경|停役|民兵|緩徵|現役|國民兵|other|others|none|无|無|有|なし|あり|其他|その他|free|libre|libero|libera|stato libero|婚|pan|pani|man|woman|frau|herr|mann|nam|ev\.?|st|sc|general|completed|served|engaged|separated|single|straight|trans|cis|exempt|n\/a|not applicable|现役|현역|예비역|공익|특례|전역|면제|해당없음|해당 없음|대상 아님|비대상|解|gift|led|elle|bay|bayan|ong|女士|先生|小姐|无|群众|积极分子|veteran|discharged|fulfilled|mr\.?|mrs\.?|ms\.?|miss|mx\.?|dispensa|dispensado|cumplido|cumprido|esente|assolto|accompli|effectue|exempte|exento|libre|muaf)$/;
const isTellingAlone = (folded: string): boolean => !NEEDS_COMPANY.test(folded);

/** Finds traits without labels: in the personal block by their pieces, elsewhere by phrases that mean nothing else. */
export function findBareTraits(page: Page, vetoes: Vetoes, contact: (line: number) => boolean): Span[] {
  const pieces = [...piecesOf(page, 0, page.personalEnd), ...piecesBesideContacts(page, contact)].map(
    (piece) => withoutConjunction(page, piece),
  );
  const spans: Span[] = [];
  const strong = new Set<number>();
  for (const piece of pieces) {
    const found = readPiece(page, piece) ?? readPersonalDate(page, piece, vetoes);
    if (!found) continue;
    spans.push(found);
    strong.add(piece.end);
  }
  const vague = pieces.map((piece) => (strong.has(piece.end) ? undefined : readVaguePiece(page, piece)));
  const accept = (i: number): void => {
    const piece = pieces[i]!;
    const type = vague[i] ?? (isBirthPlace(page, pieces, i, spans, strong) ? "NATIVE_PLACE" : undefined);
    if (!type || strong.has(piece.end) || isChoice(page.view.text, piece)) return;
    const accompanied = [i - 1, i + 1].some((near) => {
      const neighbour = pieces[near];
      if (!neighbour) return false;
      return strong.has(neighbour.end) || (vague[near] !== undefined && vague[near] !== type);
    });
    if (!accompanied && !isPredicate(page, piece)) return;
    spans.push({ type, ...piece, rank: RANK.bare });
    strong.add(piece.end);
  };
  for (let i = 0; i < pieces.length; i++) accept(i);
  for (let i = pieces.length - 1; i >= 0; i--) accept(i);
  return joinAlike(page, spans);
}

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

/** Full dates of the personal block lie decades before any sheet's own date: 1930 to 2012. */
function readPersonalDate(page: Page, piece: Piece, vetoes: Vetoes): Span | undefined {
  const { folded, text } = page.view;
  if (!hasDigit(text, piece)) return undefined;
  if (
    !isDigit(text.charCodeAt(piece.start)) &&
    !/^(?:昭和|平成|大正|民[国國]|[a-z]{3})/.test(folded.slice(piece.start, piece.start + 3))
  )
    return undefined;
  // `April 15, 1969` is one date in two pieces; `1997. 5. 4.` ends in a full stop of its own.
  const further = /^, ?(?:19|20)\d{2}(?!\d)/.exec(folded.slice(piece.end, piece.end + 7))?.[0].length ?? 0;
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
