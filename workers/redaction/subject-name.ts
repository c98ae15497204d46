import { isCjk, isUpperCase, isWordLetter } from "./characters.ts";
import { longestMatch } from "./lexicon.ts";
import type { Label } from "./labels.ts";
import { buildLexicon } from "./lexicon.ts";
import { NOT_NAME_WORDS } from "./lexicons/name-words.ts";
import { cellsOf, type Line, skipBlanks } from "./lines.ts";
import { type NameShape, readLatinName, readName, readWord } from "./name-shapes.ts";
import { fold, normalise } from "./normalise.ts";
import type { Page } from "./page.ts";
import { romaniseHangul, romanisedSurname } from "./romanisation.ts";
import type { Span } from "./spans.ts";
import type { SubjectHints } from "./types.ts";

/** What the résumé (and what is known besides) says the applicant is called. */
export interface SubjectNames {
  /** Names with their places; those of hints have none in the text and `start === end`. */
  names: NameShape[];
  /** Words of e-mail addresses and file names: they confirm names, and are none by themselves. */
  confirming: ReadonlySet<string>;
}

/** The words of an address's local part or a file's name that may be a person's. */
export function wordsOf(text: string): string[] {
  const plain = text.replace(/([a-z])([A-Z])/g, "$1 $2").normalize("NFKC");
  return fold(plain)
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length >= 2 && !NOT_NAME_WORDS.has(word));
}

/** Finds the applicant's names: from hints, after labels, and in the heading. */
export function findSubjectNames(page: Page, emails: readonly Span[], hints: SubjectHints): SubjectNames {
  const { text } = page.view;
  const locals = emails.map((span) => text.slice(span.start, span.end).split("@")[0]!);
  if (hints.email) locals.push(hints.email.split("@")[0]!);
  const fileStem = hints.fileName?.replace(/\.[^.]{1,5}$/, "") ?? "";
  const confirming = new Set([...locals, fileStem].flatMap(wordsOf));
  const labelled = page.labels.flatMap((label) => (label.fields.includes("NAME") ? readLabelledNames(page, label) : []));
  const heading = findHeadingName(page, confirming, locals.map((local) => fold(local)), labelled);
  return { names: [...hintedNames(hints, fileStem), ...labelled, ...heading], confirming };
}

/** Names that are known from elsewhere, in shapes of their own text. */
function hintedNames(hints: SubjectHints, fileStem: string): NameShape[] {
  const given = hints.name ? readAllNames(hints.name, true) : [];
  const cjkOfFile = fileStem.split(/[^\p{L}]+/u).flatMap((word) => (isCjk(word.charCodeAt(0)) ? readAllNames(word, false) : []));
  return [...given, ...cjkOfFile].map((shape) => ({ ...shape, start: 0, end: 0 }));
}

function readAllNames(text: string, announced: boolean): NameShape[] {
  const view = normalise(text);
  const names: NameShape[] = [];
  let at = skipBlanks(view.text, 0, view.text.length);
  while (at < view.text.length) {
    const shape = readName(view, at, view.text.length, { atLeast: 1, announced });
    if (!shape) break;
    names.push(shape);
    at = skipPast(view.text, shape.end);
  }
  return names;
}

const skipPast = (text: string, at: number): number => {
  while (at < text.length && !isWordLetter(text.charCodeAt(at)) && !isCjk(text.charCodeAt(at))) at++;
  return at;
};

const SECOND_NAME = /^\s{0,3}[(/|,（·\-–]?\s{0,3}(?:(?:aka|a\.k\.a\.|alias|genannt|dite?|née?|nee|born|formerly)\s)?/i;

/** Further readings beside a name: `林若溪 (Ruoxi Lin)`, `佐々木 美咲 / ささき みさき`. */
function readFurther(page: Page, first: NameShape, limit: number, announced: boolean): NameShape[] {
  const names = [first];
  for (let count = 0; count < 3; count++) {
    const last = names.at(-1)!;
    const gap = SECOND_NAME.exec(page.view.text.slice(last.end, last.end + 18))![0];
    const at = last.end + gap.length;
    if (gap === "" && isWordLetter(page.view.text.charCodeAt(at))) break;
    const bracketed = /[(（]/.test(gap);
    const shape = at < limit ? readName(page.view, at, limit, { atLeast: bracketed ? 1 : 2, announced: announced && bracketed }) : undefined;
    if (!shape || (shape.script === last.script && !bracketed)) break;
    if (bracketed && page.view.text[shape.end] !== ")" && shape.script === last.script) break;
    names.push(shape);
  }
  return names;
}

/** Values of name labels. Running text (`loose`) announces a name only by a verb: `my name is`. */
function readLabelledNames(page: Page, label: Label): NameShape[] {
  const { view } = page;
  const at = skipQuotes(view.text, label.valueStart, label.limit);
  const explicit = label.mode === "explicit";
  const verbal = /(?:is|'appelle|es|llamo|é|chamo-me|chiamo|of|von|de|di)$/.test(view.folded.slice(label.start, label.end).trimEnd());
  if (label.mode === "loose" && !verbal) return [];
  const announced = explicit && !label.below;
  const atLeast = announced ? 1 : label.below && explicit ? 1 : 2;
  const shape = readName(view, at, label.limit, { atLeast, announced: announced || (label.mode === "tabular" && isCjk(view.text.charCodeAt(at))) });
  if (!shape || (!announced && !fillsCell(page, shape, label.limit))) return [];
  if (announced && shape.script === "latin" && shape.parts.length === 1 && NOT_NAME_WORDS.has(fold(shape.parts[0]!))) return [];
  return readFurther(page, shape, label.limit, announced);
}

const skipQuotes = (text: string, at: number, limit: number): number => {
  while (at < limit && /["'「『[(*_<]/.test(text[at]!)) at++;
  return skipBlanks(text, at, limit);
};

function fillsCell(page: Page, shape: NameShape, limit: number): boolean {
  const at = skipBlanks(page.view.text, shape.end, limit);
  return at >= limit || at - shape.end >= 1 || /[\n,;|/()（）·-]/.test(page.view.text[at]!);
}

/** Words that introduce the name in a document's title. */
const INTRODUCTIONS = buildLexicon(
  "resume of|résumé of|resume for|resume|résumé|cv of|cv|curriculum vitae of|curriculum vitae|lebenslauf von|lebenslauf|bewerbung von|cv de|curriculum vitae de|currículum de|currículum vitae|currículo de|currículo|curriculum di|个人简历|個人簡歷|简历|簡歷|个人履历|履历|履歷表|履歷|求职简历|履歴書|職務経歴書|이력서|입사지원서|about|hi, i'm|hello, i'm|i am|i'm|hi, i am|my name is|europass"
    .split("|")
    .map((phrase) => [phrase, true] as const),
);

/** `何雨柱的简历`, `山田太郎の履歴書`: the title behind a name. */
const DOCUMENT_TITLE = /的?(?:个人|個人|求职|求職)?(?:简历|簡歷|履历|履歷)|の?(?:履歴書|職務経歴書)|의?\s?이력서/;

interface Candidate {
  shapes: NameShape[];
  score: number;
}

const HEADING_LINES = 14;
/** In two-column pages the name may stand after the side bar; there only an e-mail address makes it one. */
const CONFIRMED_LINES = 120;

function findHeadingName(page: Page, confirming: ReadonlySet<string>, locals: readonly string[], labelled: readonly NameShape[]): NameShape[] {
  let best: Candidate | undefined;
  let rank = 0;
  const filled = page.lines.slice(0, CONFIRMED_LINES).filter((line) => line.end > line.start);
  for (const line of filled) {
    if (page.sections.some((section) => section.kind === "REFERENCES" && section.start <= line.start && line.start < section.end)) continue;
    let column = 0;
    for (const cell of cellsOf(page.view.text, line).slice(0, 6)) {
      const candidates = [readCandidate(page, cell, rank, confirming, locals), readSplitName(page, filled, rank, cell, locals)];
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

function readCandidate(page: Page, cell: Line, rank: number, confirming: ReadonlySet<string>, locals: readonly string[]): Candidate | undefined {
  const { view } = page;
  const intro = longestMatch(INTRODUCTIONS, view.folded, cell.start);
  const at = intro && intro.end < cell.end ? skipPastWithin(view.text, intro.end, cell.end) : skipQuotes(view.text, cell.start, cell.end);
  if (isLabelPlace(page, at)) return undefined;
  const title = DOCUMENT_TITLE.exec(view.text.slice(at, cell.end));
  const limit = title && title.index > 0 ? at + title.index : cell.end;
  const lowerCase = rank < 3 && cell.end - at < 40;
  const known = (word: string): boolean => inLocals(word, locals);
  const shape =
    readName(view, at, limit, { atLeast: 2, announced: false, known }) ??
    (lowerCase ? confirmedOnly(readName(view, at, limit, { atLeast: 1, announced: true }), locals) : undefined);
  if (!shape) return undefined;
  const following = view.text.slice(shape.end, cell.end);
  const whole = following.trim() === "" || /^[.:：]?$/.test(following.trim());
  const titled = /^\s?[,(（|/:–—-]/.test(following) || startsWithJob(page, shape.end, cell.end);
  if (!whole && !titled && shape.script === "latin") return undefined;
  if (!whole && !titled && limit === cell.end && !/^\s/.test(following)) return undefined;
  const confirmed = confirmations(shape, confirming, locals);
  if (rank >= HEADING_LINES && confirmed < 4) return undefined;
  const place = rank === 0 ? 4 : rank === 1 ? 3 : rank < 5 ? 2 : rank < HEADING_LINES ? 1 : 0;
  const introduced = intro ? 3 : 0;
  const score = place + (whole ? 2 : 1) + introduced + confirmed + (shape.script === "latin" ? 0 : 1);
  return { shapes: readFurther(page, shape, cell.end, false), score };
}

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
    if (label.start <= at && at < label.end && label.mode !== "loose") return !label.below || label.fields[0] !== "NAME";
    if (label.start > at) high = middle - 1;
    else low = middle + 1;
  }
  return false;
}

function startsWithJob(page: Page, at: number, limit: number): boolean {
  const word = readWord(page.view, skipBlanks(page.view.text, at, limit), limit);
  return word !== undefined && isUpperCase(page.view.text[word.start]!) && NOT_NAME_WORDS.has(word.folded.replace(/\.$/, ""));
}

const confirmedOnly = (shape: NameShape | undefined, locals: readonly string[]): NameShape | undefined =>
  shape && shape.script === "latin" && shape.parts.some((part) => inLocals(fold(part), locals)) ? shape : undefined;

const inLocals = (part: string, locals: readonly string[]): boolean =>
  part.length >= 3 && locals.some((local) => local.includes(part));

/** How well an address or a file name confirms a name: 4 for each part that it contains. */
function confirmations(shape: NameShape, confirming: ReadonlySet<string>, locals: readonly string[]): number {
  const readings = shape.parts.flatMap((part) => {
    const plain = fold(part).replace(/ß/g, "ss");
    const digraphs = fold(part.toLowerCase().replace(/ä/g, "ae").replace(/ö/g, "oe").replace(/ü/g, "ue"));
    return [[plain, digraphs, ...plain.split(/[-']/), ...romanisedSurname(part), romaniseHangul(part)].filter((reading) => reading.length > 1)];
  });
  const confirmed = readings.filter((part) => part.some((reading) => confirming.has(reading) || inLocals(reading, locals)));
  return Math.min(8, confirmed.length * 4);
}

/** A name set in large type over two lines: one capitalised word on each. */
function readSplitName(page: Page, filled: readonly Line[], rank: number, cell: Line, locals: readonly string[]): Candidate | undefined {
  const next = filled[rank + 1];
  const line = filled[rank];
  if (!next || !line || rank > 20 || cell.start > line.start + 8) return undefined;
  const options = { atLeast: 1, announced: false };
  const first = readLatinName(page.view, skipBlanks(page.view.text, line.start, line.end), line.end, options);
  const second = readLatinName(page.view, skipBlanks(page.view.text, next.start, next.end), next.end, options);
  if (!first || !second || isLabelPlace(page, first.start) || isLabelPlace(page, second.start)) return undefined;
  if (first.parts.length + second.parts.length > 4 || !isUpperCase(page.view.text[second.start]!)) return undefined;
  const whole = page.view.text.slice(first.end, line.end).trim() === "" && page.view.text.slice(second.end, next.end).trim() === "";
  if (!whole || first.parts.length > 2 || second.parts.length > 2) return undefined;
  const shapes: NameShape[] = [{ ...first, parts: [...first.parts, ...second.parts] }, { ...second, parts: second.parts }];
  const confirmed = confirmations(shapes[0]!, new Set(), locals);
  if (confirmed === 0 && rank > 1) return undefined;
  return { shapes, score: (rank < 2 ? 2 : 1) + confirmed + (first.parts.length + second.parts.length === 2 ? 2 : 0) };
}
