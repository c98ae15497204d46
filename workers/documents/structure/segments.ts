import { ENTERED, LEFT } from "../../evaluation/rules/tables/degrees.ts";
import {
  EMPLOYER,
  ENTERS,
  LEAVES,
  OCCUPATION,
  PERIOD_LABEL,
} from "../../evaluation/rules/tables/occupations.ts";
import { type FoldedSpan, foldSpan, trimSpan } from "./folded-span.ts";
import { INSTITUTION, PREPOSITION } from "./names.ts";
import type { Span } from "./types.ts";
import type { Unit } from "./units.ts";

/** A name between two separators in the head of an entry. */
export interface Segment extends FoldedSpan {
  /** Number of the line of the head that it stands in. */
  line: number;
}

/** Cells, bars, dashes with spaces, commas, and the words between a title and an employer. */
const SEPARATOR =
  /\t+|[ \u3000]{2,}|\u3000| [–—―-] | ?[|｜·•] ?|[,，、;；]\s*|：|:\s|\s(?:@|at|bei|chez)\s|\s\/\s/gu;
/** Belongs to the name before it: `Acme, Inc.` */
const LEGAL_FORM = /^(?:inc|ltd|llc|co|corp|gmbh|ag|kg|s\.?a|s\.?l|s\.?r\.?l|b\.?v|plc)\b\.?/u;
const EDGE = /[\p{Ps}\p{Pi}\p{Pd},;:，、；：|·•*~〜～]/u;
const TAIL = /[\p{Pd},;:，、；：|·•*~〜～(（[【]/u;
const OPENS_A_NAME = /^(?:[(（][^()（）]*[)）]|\[[A-Z][A-Z_]*(?:_\d+)?\])/u;
/** Brackets at an end go when their other half is missing. */
const CLOSING = /[)）\]】」』]$/u;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const ROW_VERB =
  /^(?:入职|入職|加入)\s*(?=\S{2})|\s*(?:に?(?:入社|入職|入职|就職|着任|転職|退社|退職|离职|離職|入学|卒業|修了|毕业|畢業|졸업|입학))(?:予定|見込み?)?$/u;
const REDACTED = /^[\s\p{P}]*$/u;

/** The names in the head of an entry, dates and labels left out, in the order of the text. */
export function segmentsOf(text: string, units: readonly Unit[], dates: readonly Span[]): Segment[] {
  return units.flatMap((unit, line) =>
    gapsBetween({ start: unit.contentStart, end: unit.end }, dates)
      .flatMap((gap) => partsOf(text, gap))
      .flatMap((part) => splitAtSpaces(text, part))
      .map((part) => withoutRowVerb(text, part))
      .filter(
        ({ lower }) =>
          !REDACTED.test(lower) &&
          !PREPOSITION.test(lower) &&
          !PERIOD_LABEL.test(`${lower}:`) &&
          /\p{L}/u.test(lower),
      )
      .map((part) => ({ ...part, line })),
  );
}

/** What is left of `whole` without the dates in it. */
function gapsBetween(whole: Span, dates: readonly Span[]): Span[] {
  const gaps: Span[] = [];
  let at = whole.start;
  for (const { start, end } of dates) {
    if (end <= whole.start || start >= whole.end) continue;
    if (start > at) gaps.push({ start: at, end: start });
    at = Math.max(at, end);
  }
  return at < whole.end ? [...gaps, { start: at, end: whole.end }] : gaps;
}

function partsOf(text: string, gap: Span): FoldedSpan[] {
  const source = text.slice(gap.start, gap.end);
  const parts: Span[] = [];
  let at = 0;
  const push = (end: number) => {
    const part = { start: gap.start + at, end: gap.start + end };
    const last = parts.at(-1);
    if (last && LEGAL_FORM.test(text.slice(part.start, part.end).toLowerCase())) last.end = part.end;
    else parts.push(part);
  };
  for (const match of source.matchAll(SEPARATOR)) {
    if (insideBrackets(source, at, match.index)) continue;
    push(match.index);
    at = match.index + match[0].length;
  }
  push(source.length);
  return parts.map((part) => clean(text, part)).filter(({ lower }) => lower !== "");
}

function insideBrackets(source: string, from: number, to: number): boolean {
  const part = source.slice(from, to);
  const opens = part.match(/[(（]/g)?.length ?? 0;
  return opens > (part.match(/[)）]/g)?.length ?? 0);
}

/** A part without brackets, dashes and marks at its ends; `(株)甲` and `[NAME]` keep theirs. */
function clean(text: string, part: Span): FoldedSpan {
  let { start, end } = trimSpan(text, part);
  const source = text.slice(start, end);
  if (/^[(（][^()（）]*[)）]$/u.test(source)) [start, end] = [start + 1, end - 1];
  else if (CLOSING.test(source) && !/[(（[【「『]/u.test(source)) end -= 1;
  if (OPENS_A_NAME.test(text.slice(start, end))) return foldSpan(text, { start, end });
  const lead = trimSpan(text, { start, end }, EDGE);
  const tail = trimSpan(text, { start, end }, TAIL);
  return foldSpan(text, { start: lead.start, end: Math.max(lead.start, tail.end) });
}

/**
 * Single spaces part names in scripts that need none: `云图科技有限公司 后端工程师`. In Korean, which writes spaces inside
 * names too, they part only what the words show: an employer or school from what follows, a title from what precedes.
 */
function splitAtSpaces(text: string, part: FoldedSpan): FoldedSpan[] {
  if (!UNSPACED.test(part.source) || !/\S\s\S/u.test(part.source)) return [part];
  const words = [...part.source.matchAll(/\S+/gu)].map((match) =>
    foldSpan(text, { start: part.start + match.index, end: part.start + match.index + match[0].length }),
  );
  const join = (group: readonly FoldedSpan[]) =>
    group.length === 0 ? [] : [foldSpan(text, { start: group[0]!.start, end: group.at(-1)!.end })];
  const organisation = words.findIndex(({ lower }) => EMPLOYER.test(lower) || INSTITUTION.test(lower));
  if (organisation >= 0) {
    const rest = words.slice(organisation + 1).filter(({ lower }) => !isRowVerb(lower));
    const wholeRest =
      rest.some(({ lower }) => OCCUPATION.test(lower)) || /\p{Script=Hangul}/u.test(part.source);
    const named = /^\p{Script=Latin}/u.test(words[0]!.lower) || organisation === 0 ? 0 : organisation;
    return [
      ...words.slice(0, named),
      ...join(words.slice(named, organisation + 1)),
      ...(wholeRest ? join(rest) : rest),
    ];
  }
  const title = words.findIndex(({ lower }) => OCCUPATION.test(lower));
  const korean = /\p{Script=Hangul}/u.test(part.source);
  if (title >= 1)
    return korean ? [...join(words.slice(0, 1)), ...join(words.slice(1))] : latinJoined(text, words);
  return korean ? [part] : latinJoined(text, words);
}

/** Words of Latin script stay with the word behind them: `Java 开发工程师`. */
function latinJoined(text: string, words: readonly FoldedSpan[]): FoldedSpan[] {
  const parts: FoldedSpan[] = [];
  for (const word of words) {
    const last = parts.at(-1);
    const latin = last !== undefined && !UNSPACED.test(last.source);
    if (latin) parts[parts.length - 1] = foldSpan(text, { start: last.start, end: word.end });
    else parts.push(word);
  }
  return parts;
}

const isRowVerb = (lower: string): boolean =>
  lower.length <= 6 && (ENTERS.test(lower) || LEAVES.test(lower) || ENTERED.test(lower) || LEFT.test(lower));

function withoutRowVerb(text: string, part: FoldedSpan): FoldedSpan {
  const verb = ROW_VERB.exec(part.source);
  if (!verb) return part;
  const span =
    verb.index === 0
      ? { start: part.start + verb[0].length, end: part.end }
      : { start: part.start, end: part.start + verb.index };
  return foldSpan(text, trimSpan(text, span));
}
