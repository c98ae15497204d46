import { isCellMark, isCjk, isUpperCase, isWordUnit } from "./characters.ts";
import { type Addresses, type Candidate, isLabelPlace } from "./heading-candidate.ts";
import { mostOfSplit, readSplitName } from "./heading-split.ts";
import { buildLexicon, longestMatch } from "./lexicon.ts";
import { NOT_HAN_NAMES, NOT_NAME_WORDS } from "./lexicons/name-words.ts";
import { type Cell, cellEnd, type Line, skipBlanks } from "./lines.ts";
import { confirmations, inLocals, MOST_CONFIRMED, mayConfirm, trigramsOf } from "./name-confirmation.ts";
import { readFurther } from "./name-readings.ts";
import { type NameShape, readName, readWord } from "./name-shapes.ts";
import { NOT_OF_NAMES } from "./name-shapes-cjk.ts";
import { fold, type NormalisedText } from "./normalise.ts";
import type { Page } from "./page.ts";

/** Words that introduce the name in a document's title. */
const INTRODUCTIONS = buildLexicon(
  "resume of|résumé of|resume for|resume|résumé|cv of|cv|curriculum vitae of|curriculum vitae|lebenslauf von|lebenslauf|bewerbung von|cv de|curriculum vitae de|currículum de|currículum vitae|currículo de|currículo|curriculum di|个人简历|個人簡歷|简历|簡歷|个人履历|履历|履歷表|履歷|求职简历|履歴書|職務経歴書|이력서|입사지원서|about|hi, i'm|hello, i'm|i am|i'm|hi, i am|my name is|soy|sono|je suis|ich bin|me llamo|mi chiamo|me chamo|chamo-me|je m'appelle|mein name ist|europass"
    .split("|")
    .map((phrase) => [phrase, true] as const),
);

/** `何雨柱的简历`, `山田太郎の履歴書`: the title behind a name. */
const DOCUMENT_TITLE =
  /的?(?:个人|個人|求职|求職)?(?:简历|簡歷|履历|履歷)|の?(?:履歴書|職務経歴書)|의?\s?이력서/;

const HEADING_LINES = 14;
/** In two-column pages the name may stand after the side bar; there only an e-mail address makes it one. */
const CONFIRMED_LINES = 120;
const MAX_CELLS = 6;

/** A candidate has to score more than this, and behind its line's first cell so much more. */
const LEAST_SCORE = 3;
const LATER_CELL = 3;
/** What may be added to the score of its place: the name fills its cell, an introduction, addresses, another script. */
const WHOLE = 2;
const INTRODUCED = 3;
const OTHER_SCRIPT = 1;
const placeScore = (rank: number): number => (rank === 0 ? 4 : rank < 5 ? 2 : rank < HEADING_LINES ? 1 : 0);

/** The name in the heading: the best-placed line that has a name's shape, confirmed by addresses where it can be. */
export function findHeadingName(
  page: Page,
  confirming: ReadonlySet<string>,
  locals: readonly string[],
  labelled: readonly NameShape[],
): NameShape[] {
  const best = findBest(page, addressesOf(confirming, locals));
  if (!best) return [];
  const rival = labelled.find((name) => name.script === best.shapes[0]!.script);
  const shared = rival?.parts.some((part) => best.shapes[0]!.parts.some((own) => fold(own) === fold(part)));
  return rival && !shared && best.score < 9 ? [] : best.shapes;
}

const addressesOf = (confirming: ReadonlySet<string>, locals: readonly string[]): Addresses => ({
  confirming,
  locals,
  most: confirming.size + locals.length > 0 ? MOST_CONFIRMED : 0,
  known: locals.length > 0 ? (word) => inLocals(word, locals) : undefined,
});

/** The lines that are looked at, and the best candidate so far. */
interface Search {
  page: Page;
  filled: readonly Line[];
  addresses: Addresses;
  best: Candidate | undefined;
}

function findBest(page: Page, addresses: Addresses): Candidate | undefined {
  const { confirming, locals, most } = addresses;
  const lineLimit = most > 0 ? CONFIRMED_LINES : HEADING_LINES;
  const search: Search = {
    page,
    filled: filledLines(page.lines, CONFIRMED_LINES),
    addresses,
    best: undefined,
  };
  let rank = 0;
  let section = -1;
  let trigrams: ReadonlySet<number> | undefined;
  for (const line of search.filled) {
    if (rank >= lineLimit) break;
    while (section + 1 < page.sections.length && page.sections[section + 1]!.start <= line.start) section++;
    if (page.sections[section]?.kind === "REFERENCES") continue;
    const isHeading = page.sections[section]?.start === line.start;
    if (rank >= HEADING_LINES) {
      // No line down here can score more than that.
      if ((search.best?.score ?? 0) >= most + WHOLE + OTHER_SCRIPT) break;
      trigrams ??= trigramsOf([...locals, ...confirming]);
    }
    if (!isHeading && (!trigrams || mayConfirm(page, line, trigrams))) searchLine(search, rank, line);
    rank++;
  }
  return search.best;
}

function filledLines(lines: readonly Line[], most: number): Line[] {
  const filled: Line[] = [];
  for (let i = 0; i < lines.length && i < most; i++)
    if (lines[i]!.end > lines[i]!.start) filled.push(lines[i]!);
  return filled;
}

/** Over blanks and the marks between cells. */
function skipMarks(text: string, from: number, limit: number): number {
  let at = from;
  while (at < limit && (text.charCodeAt(at) === BLANK || isCellMark(text.charCodeAt(at)))) at++;
  return at;
}

/** Looks for something better than the best so far in the cells of a line. */
function searchLine(search: Search, rank: number, line: Line): void {
  const { page, addresses } = search;
  const { text } = page.view;
  const most = placeScore(rank) + INTRODUCED + WHOLE + addresses.most + OTHER_SCRIPT;
  let at = line.start;
  if (isHopeless(search, rank, line)) return;
  for (let column = 0; column < MAX_CELLS && at < line.end; ) {
    at = skipMarks(text, at, line.end);
    const end = cellEnd(text, at, line.end);
    if (end > at) {
      const later = column > 0 ? LATER_CELL : 0;
      const floor = later + (search.best?.score ?? LEAST_SCORE);
      // Nor can any cell behind it, whose floor is no lower.
      if (later > 0 && most <= floor) return;
      search.best = readCandidate(page, { start: at, end }, rank, addresses, floor) ?? search.best;
      if (column === 0 && mostOfSplit(rank, addresses.most) > (search.best?.score ?? LEAST_SCORE)) {
        const split = readSplitName(page, search.filled, rank, at, addresses.locals);
        if (split && split.score > (search.best?.score ?? LEAST_SCORE)) search.best = split;
      }
      column++;
    }
    at = Math.max(end, at + 1);
  }
}

/**
 * True where nothing on a line can score more than the best so far, since no introduction opens it: what a later cell
 * needs more is no less than what an introduction adds.
 */
function isHopeless({ page, addresses, best }: Search, rank: number, line: Line): boolean {
  const { text, folded } = page.view;
  const score = best?.score ?? LEAST_SCORE;
  if (placeScore(rank) + WHOLE + addresses.most + OTHER_SCRIPT > score) return false;
  if (mostOfSplit(rank, addresses.most) > score) return false;
  return rank >= HEADING_LINES || !longestMatch(INTRODUCTIONS, folded, skipMarks(text, line.start, line.end));
}

/** The candidate in a cell, where it scores more than `floor`. */
function readCandidate(
  page: Page,
  cell: Cell,
  rank: number,
  addresses: Addresses,
  floor: number,
): Candidate | undefined {
  const { view } = page;
  const intro = rank < HEADING_LINES ? longestMatch(INTRODUCTIONS, view.folded, cell.start) : undefined;
  const ahead = placeScore(rank) + (intro ? INTRODUCED : 0);
  if (ahead + WHOLE + addresses.most + OTHER_SCRIPT <= floor) return undefined;
  const at =
    intro && intro.end < cell.end
      ? skipPastWithin(view.text, intro.end, cell.end)
      : skipOrnaments(view.text, cell.start, cell.end);
  if (at >= cell.end || isLabelPlace(page.labels, at)) return undefined;
  const cjk = isCjk(view.text.charCodeAt(at));
  const title = cjk ? DOCUMENT_TITLE.exec(view.text.slice(at, cell.end)) : null;
  const limit = title && title.index > 0 ? at + title.index : cell.end;
  const shape = readShape(view, at, limit, cell.end, rank, addresses);
  if (!shape) return undefined;
  const latin = shape.script === "latin";
  const following = view.text.slice(shape.end, cell.end);
  const whole = following === "" || /^\s*[.:：]?\s*$/.test(following);
  if (!whole && !TITLED.test(following) && !startsWithJob(page, shape.end, cell.end)) {
    if (latin || (limit === cell.end && !/^\s/.test(following))) return undefined;
  }
  const confirmed = confirmations(shape, addresses.confirming, addresses.locals);
  if (rank >= HEADING_LINES && confirmed < 4) return undefined;
  const score = ahead + (whole ? WHOLE : 1) + confirmed + (latin ? 0 : OTHER_SCRIPT);
  return score > floor ? { shapes: readFurther(page, shape, cell.end, false), score } : undefined;
}

/** Behind the name: a mark, a verb, the name at birth, degrees and orders (`RN`, `BSc`, `M.D.`), or the name in Han. */
const TITLED =
  /^\s?[,(（|/:–—-]|^\s(?:is|was|ist|est|es|née?|nee|geb\.|geborene?|dite?|alias|aka)\s|^\s(?=[\p{L}.]{2,8}(?:[\s,(]|$))\p{Lu}[\p{Ll}.]{0,3}\p{Lu}|^\s{1,3}[\u3400-\u9fff\uac00-\ud7a3]{2,4}(?=\s|$)/u;

function readShape(
  view: NormalisedText,
  at: number,
  limit: number,
  cellEnd: number,
  rank: number,
  { known, locals }: Addresses,
): NameShape | undefined {
  const shape = listedOrSpaced(readName(view, at, limit, { atLeast: 2, announced: false, known }));
  if (shape) return shape;
  const unlisted =
    rank < UNLISTED_LINES && limit === cellEnd ? readUnlistedJapanese(view, at, limit) : undefined;
  if (unlisted || locals.length === 0 || rank >= LOWER_CASE_LINES || cellEnd - at >= MAX_LOWER_CASE)
    return unlisted;
  return confirmedOnly(readName(view, at, limit, ANNOUNCED), locals);
}

/** In the first lines a short cell may hold the name in small letters. */
const LOWER_CASE_LINES = 3;
const MAX_LOWER_CASE = 40;
const BLANK = 32;
const ANNOUNCED = { atLeast: 1, announced: true };

/** A word of kana is a job or a product as often as a name; two are a name. */
const listedOrSpaced = (shape: NameShape | undefined): NameShape | undefined =>
  shape?.script === "kana" && shape.parts.length < 2 ? undefined : shape;

const UNLISTED_LINES = 4;
const UNLISTED_JAPANESE = /^([\u3400-\u9fff々ヶ]{1,5})(?: ([\u3400-\u9fff々]{1,3}|[\u3041-\u3096]{2,4}))?$/;
/** In the first lines of a Japanese sheet a few Han characters that fill their cell are the name, listed or not. */
function readUnlistedJapanese(view: NormalisedText, at: number, limit: number): NameShape | undefined {
  if (!view.kana) return undefined;
  const cell = view.text.slice(at, limit);
  const match = UNLISTED_JAPANESE.exec(cell);
  if (!match || NOT_OF_NAMES.test(cell) || NOT_HAN_NAMES.has(cell)) return undefined;
  const [, family = "", given] = match;
  if (given) return { script: "han", start: at, end: limit, parts: [family, given] };
  if (family.length < 3) return undefined;
  const head = family.length > 4 || family.length === 3 ? family.length - 2 : 2;
  return { script: "han", start: at, end: limit, parts: [family.slice(0, head), family.slice(head)] };
}

/** Over pictures, quotes and rules in front of a heading. */
const skipOrnaments = (text: string, at: number, limit: number): number => {
  while (at < limit && !isCjk(text.charCodeAt(at)) && !isWordUnit(text.charCodeAt(at))) at++;
  return at;
};

const skipPastWithin = (text: string, at: number, limit: number): number => {
  while (at < limit && /[\s:：\-–—|/·,•「『]/.test(text[at]!)) at++;
  return at;
};

function startsWithJob(page: Page, at: number, limit: number): boolean {
  const word = readWord(page.view, skipBlanks(page.view.text, at, limit), limit);
  return (
    word !== undefined &&
    isUpperCase(page.view.text[word.start]!) &&
    NOT_NAME_WORDS.has(word.folded.replace(/\.$/, ""))
  );
}

/** `B.E` is a degree or initials, whatever address has its letters. */
const DOTTED = /\./;

const confirmedOnly = (shape: NameShape | undefined, locals: readonly string[]): NameShape | undefined =>
  shape &&
  shape.script === "latin" &&
  shape.parts.some((part) => !DOTTED.test(part) && inLocals(fold(part), locals))
    ? shape
    : undefined;
