import { isCjk, isUpperCase, isWordUnit } from "./characters.ts";
import { buildLexicon, longestMatch } from "./lexicon.ts";
import { NOT_HAN_NAMES, NOT_NAME_WORDS } from "./lexicons/name-words.ts";
import { type Cell, cellsOf, type Line, skipBlanks } from "./lines.ts";
import { confirmations, inLocals, mayConfirm, trigramsOf } from "./name-confirmation.ts";
import { readFurther } from "./name-readings.ts";
import { type NameShape, readLatinName, readName, readWord } from "./name-shapes.ts";
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

interface Candidate {
  shapes: NameShape[];
  score: number;
}

const HEADING_LINES = 14;
/** In two-column pages the name may stand after the side bar; there only an e-mail address makes it one. */
const CONFIRMED_LINES = 120;
/** One word of a name and a title fit a shorter line. */
const MAX_SPLIT_LINE = 60;
const MAX_CELLS = 6;

/** The name in the heading: the best-placed line that has a name's shape, confirmed by addresses where it can be. */
export function findHeadingName(
  page: Page,
  confirming: ReadonlySet<string>,
  locals: readonly string[],
  labelled: readonly NameShape[],
): NameShape[] {
  let best: Candidate | undefined;
  let rank = 0;
  const lineLimit = confirming.size + locals.length > 0 ? CONFIRMED_LINES : HEADING_LINES;
  const filled = page.lines.slice(0, CONFIRMED_LINES).filter((line) => line.end > line.start);
  const headings = new Set(page.sections.map((section) => section.start));
  const trigrams = trigramsOf([...locals, ...confirming]);
  const referees = page.sections.filter((section) => section.kind === "REFERENCES");
  for (const line of filled) {
    if (rank >= lineLimit) break;
    if (referees.some((section) => section.start <= line.start && line.start < section.end)) continue;
    if (headings.has(line.start) || (rank >= HEADING_LINES && !mayConfirm(page, line, trigrams))) {
      rank++;
      continue;
    }
    let column = 0;
    for (const cell of cellsOf(page.view.text, line).slice(0, MAX_CELLS)) {
      const candidates = [
        readCandidate(page, cell, rank, confirming, locals),
        column === 0 ? readSplitName(page, filled, rank, cell, locals) : undefined,
      ];
      for (const candidate of candidates) {
        if (candidate && candidate.score - Math.min(column, 1) * 3 > (best?.score ?? 3)) best = candidate;
      }
      column++;
    }
    rank++;
  }
  if (!best) return [];
  const rival = labelled.find((name) => name.script === best.shapes[0]!.script);
  const shared = rival?.parts.some((part) => best.shapes[0]!.parts.some((own) => fold(own) === fold(part)));
  return rival && !shared && best.score < 9 ? [] : best.shapes;
}

function readCandidate(
  page: Page,
  cell: Cell,
  rank: number,
  confirming: ReadonlySet<string>,
  locals: readonly string[],
): Candidate | undefined {
  const { view } = page;
  const intro = rank < HEADING_LINES ? longestMatch(INTRODUCTIONS, view.folded, cell.start) : undefined;
  const at =
    intro && intro.end < cell.end
      ? skipPastWithin(view.text, intro.end, cell.end)
      : skipOrnaments(view.text, cell.start, cell.end);
  if (at >= cell.end || isLabelPlace(page, at)) return undefined;
  const title = isCjk(view.text.charCodeAt(at)) ? DOCUMENT_TITLE.exec(view.text.slice(at, cell.end)) : null;
  const limit = title && title.index > 0 ? at + title.index : cell.end;
  const lowerCase = rank < 3 && cell.end - at < 40;
  const known = (word: string): boolean => inLocals(word, locals);
  const shape =
    listedOrSpaced(readName(view, at, limit, { atLeast: 2, announced: false, known })) ??
    (rank < UNLISTED_LINES && limit === cell.end ? readUnlistedJapanese(view, at, limit) : undefined) ??
    (lowerCase
      ? confirmedOnly(readName(view, at, limit, { atLeast: 1, announced: true }), locals)
      : undefined);
  if (!shape) return undefined;
  const following = view.text.slice(shape.end, cell.end);
  const whole = following.trim() === "" || /^[.:：]?$/.test(following.trim());
  const titled =
    /^\s?[,(（|/:–—-]|^\s(?:is|was|ist|est|es)\s/.test(following) || startsWithJob(page, shape.end, cell.end);
  if (!whole && !titled && shape.script === "latin") return undefined;
  if (!whole && !titled && limit === cell.end && !/^\s/.test(following)) return undefined;
  const confirmed = confirmations(shape, confirming, locals);
  if (rank >= HEADING_LINES && confirmed < 4) return undefined;
  const place = rank === 0 ? 4 : rank < 5 ? 2 : rank < HEADING_LINES ? 1 : 0;
  const introduced = intro ? 3 : 0;
  const score = place + (whole ? 2 : 1) + introduced + confirmed + (shape.script === "latin" ? 0 : 1);
  return { shapes: readFurther(page, shape, cell.end, false), score };
}

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

function isLabelPlace(page: Page, at: number): boolean {
  let low = 0;
  let high = page.labels.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const label = page.labels[middle]!;
    if (label.start <= at && at < label.end && label.mode !== "loose")
      return !label.below || label.fields[0] !== "NAME";
    if (label.start > at) high = middle - 1;
    else low = middle + 1;
  }
  return false;
}

function startsWithJob(page: Page, at: number, limit: number): boolean {
  const word = readWord(page.view, skipBlanks(page.view.text, at, limit), limit);
  return (
    word !== undefined &&
    isUpperCase(page.view.text[word.start]!) &&
    NOT_NAME_WORDS.has(word.folded.replace(/\.$/, ""))
  );
}

const confirmedOnly = (shape: NameShape | undefined, locals: readonly string[]): NameShape | undefined =>
  shape && shape.script === "latin" && shape.parts.some((part) => inLocals(fold(part), locals))
    ? shape
    : undefined;

/** A cheap look that spares most lines: a name that fills its line has but letters, blanks and a few marks beside it. */
function mayBeName(text: string, line: Line): boolean {
  if (line.end - line.start > MAX_SPLIT_LINE || line.digits > 0) return false;
  for (let at = line.start; at < line.end; at++) {
    const unit = text.charCodeAt(at);
    if (!isWordUnit(unit) && !NAME_MARKS.has(unit)) return false;
  }
  return true;
}
const NAME_MARKS: ReadonlySet<number> = new Set([..." \t.,'-"].map((mark) => mark.charCodeAt(0)));

/** A name set in large type over two lines: one capitalised word on each. */
function readSplitName(
  page: Page,
  filled: readonly Line[],
  rank: number,
  cell: Cell,
  locals: readonly string[],
): Candidate | undefined {
  const next = filled[rank + 1];
  const line = filled[rank];
  if (!next || !line || rank > 20 || cell.start > line.start + 8) return undefined;
  if (!mayBeName(page.view.text, line) || !mayBeName(page.view.text, next)) return undefined;
  const options = { atLeast: 1, announced: false };
  const first = readLatinName(page.view, skipBlanks(page.view.text, line.start, line.end), line.end, options);
  const second = readLatinName(
    page.view,
    skipBlanks(page.view.text, next.start, next.end),
    next.end,
    options,
  );
  if (!first || !second || isLabelPlace(page, first.start) || isLabelPlace(page, second.start))
    return undefined;
  if (first.parts.length + second.parts.length > 4 || !isUpperCase(page.view.text[second.start]!))
    return undefined;
  const whole =
    page.view.text.slice(first.end, line.end).trim() === "" &&
    page.view.text.slice(second.end, next.end).trim() === "";
  if (!whole || first.parts.length > 2 || second.parts.length > 2) return undefined;
  const shapes: NameShape[] = [
    { ...first, parts: [...first.parts, ...second.parts] },
    { ...second, parts: second.parts },
  ];
  const confirmed = confirmations(shapes[0]!, new Set(), locals);
  if (confirmed === 0 && rank > 1) return undefined;
  return {
    shapes,
    score: (rank < 2 ? 2 : 1) + confirmed + (first.parts.length + second.parts.length === 2 ? 2 : 0),
  };
}
