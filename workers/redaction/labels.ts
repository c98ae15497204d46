import { isAsciiLetter, isCjk, isDigit, isHan, isUpperCase, isWordLetter } from "./characters.ts";
import { readVocabulary } from "./field-values.ts";
import { decoratedStart } from "./label-lead.ts";
import { type LexiconHit, scanOpened } from "./lexicon.ts";
import type { Field } from "./lexicons/fields.ts";
import { LABELS } from "./lexicons/labels.ts";
import { type Layout, type Line, startsCell } from "./lines.ts";
import type { NormalisedText } from "./normalise.ts";
import { OPENS } from "./page-vocabulary.ts";
import { readSeparator, type Separator } from "./separators.ts";

/**
 * How sure a label is to be one. `explicit`: a colon or a column stands after it. `tabular`: it opens a cell
 * and a blank follows. `loose`: it stands in running text, and only a value of its own vocabulary counts.
 */
export type LabelMode = "explicit" | "tabular" | "loose";

export interface Label {
  /** One field, or several where a form joins them (`Sex / Age`). */
  fields: Field[];
  start: number;
  end: number;
  mode: LabelMode;
  valueStart: number;
  /** Where the value must have ended: the next label, or the end of the value's line. */
  limit: number;
  /** The label stands alone on its line and the value on the next. */
  below: boolean;
}

type Hit = LexiconHit<Field>;

/** Finds the labels of a text in order, with the bounds of the value that each announces. Linear. */
export function findLabels(view: NormalisedText, layout: Layout): Label[] {
  const { lines } = layout;
  const hits = scanOpened(LABELS, OPENS.label, view.folded, layout);
  const labels: Label[] = [];
  let previous: Label | undefined;
  let at = 0;
  for (let i = 0; i < hits.length; i++) {
    if (previous && hits[i]!.start < previous.end) continue;
    while (lines[at]!.end < hits[i]!.start) at++;
    const line = lines[at]!;
    const group = joinHits(view, hits, i, line);
    i += group.count - 1;
    const label = readLabel(view, line, lines[at + 1], group, previous);
    if (!label) continue;
    labels.push(label);
    if (label.mode !== "loose") previous = label;
  }
  boundValues(view, labels);
  return labels;
}

/** `c/o`, `s/o`: an address goes on behind them. */
const isCareOf = (folded: string, { start }: Pick<Label, "start">): boolean => folded[start + 1] === "/";

/** A value ends where the next label begins. A word of running text that only looks like a label ends nothing. */
function boundValues(view: NormalisedText, labels: readonly Label[]): void {
  let next: Label | undefined;
  for (let i = labels.length - 1; i >= 0; i--) {
    const label = labels[i]!;
    const within = next !== undefined && isCareOf(view.folded, next) && label.fields.includes("ADDRESS");
    if (next && !within && next.start < label.limit) label.limit = Math.max(label.valueStart, next.start);
    if (label.mode !== "loose") next = label;
  }
}

interface HitGroup {
  fields: Field[];
  start: number;
  end: number;
  count: number;
}

const isInitial = (text: string, { start, end }: Hit): boolean =>
  end - start === 1 && !isCjk(text.charCodeAt(start));

/** `姓名 Name` in two scripts, `First name Last name:` before one mark: otherwise the second word is the first one's value. */
const saysTwice = (text: string, first: Hit, second: Hit): boolean =>
  isCjk(text.charCodeAt(first.start)) !== isCjk(text.charCodeAt(second.start)) ||
  /^ {0,2}(?:[:=|\t(\n]|$)/.test(text.slice(second.end, second.end + 3));

const JOINT = /^\s{0,3}(?:[/&,(（·・-]|and|und|et|y|e|和|及|및|または)?\s{0,3}$/;
const SAME_FIELD_JOINT = /^ {0,3}[/(（·・-]? {0,3}$/;

/** Labels side by side are one: `姓名 Name` says one thing twice, `Sex / Age` says two. */
function joinHits(view: NormalisedText, hits: readonly Hit[], first: number, line: Line): HitGroup {
  const head = hits[first]!;
  const group: HitGroup = { fields: [head.value], start: head.start, end: head.end, count: 1 };
  if (isInitial(view.text, head)) return group;
  for (let i = first + 1; i < hits.length; i++) {
    const hit = hits[i]!;
    const gap = hit.start - group.end;
    if (hit.start >= line.end || gap > 8) break;
    const between = view.text.slice(group.end, hit.start);
    if (isCareOf(view.folded, hit)) break;
    if (isInitial(view.text, hit) && !/[.:]/.test(view.text[hit.end] ?? "")) break;
    const known = group.fields.includes(hit.value);
    if (!(known ? SAME_FIELD_JOINT : JOINT).test(between)) break;
    if (between.trim() === "" && !(known && saysTwice(view.text, head, hit))) break;
    if (gap === 0 && !isCjk(view.text.charCodeAt(hit.start)) && !/[(（/]/.test(between)) break;
    if (!known) group.fields.push(hit.value);
    group.end = hit.end;
    group.count++;
  }
  return group;
}

/** Of a token before a label no more is looked at. */
const MAX_TOKEN = 64;
/** So many digits are a number and no part of a phrase like `1ª categoria`. */
const FEWEST_OF_NUMBER = 4;

function readLabel(
  view: NormalisedText,
  line: Line,
  next: Line | undefined,
  group: HitGroup,
  previous: Label | undefined,
): Label | undefined {
  const { text } = view;
  if (isPartOfHost(text, group)) return undefined;
  const qualified = group.fields[0] === "PERSON" ? qualifiedEnd(text, group.end) : group.end;
  const separator = readSeparator(view, qualified, line.end);
  const opensCell = startsCell(text, decoratedStart(text, group.start, line.start));
  const follows = previous !== undefined && previous.start >= line.start && previous.mode !== "loose";
  const inPhrase =
    !opensCell && !(follows && mayFollow(text, group.start)) && continuesPhrase(text, group.start);
  if (separator.valueStart >= line.end) {
    const below = next !== undefined && (opensCell || separator.explicit) && !inPhrase;
    const mode = separator.explicit ? "explicit" : "tabular";
    if (!below || (group.end - group.start === 1 && !isCjk(text.charCodeAt(group.start)))) return undefined;
    const { start, end: limit } = next;
    return {
      fields: group.fields,
      start: group.start,
      end: separator.labelEnd,
      mode,
      valueStart: start,
      limit,
      below: true,
    };
  }
  const single = group.end - group.start === 1;
  const initial = single && !isCjk(text.charCodeAt(group.start));
  const relative = group.fields[0] === "PERSON" && previous?.fields[0] === "MARITAL_STATUS";
  const isValue = previous?.valueStart === group.start && !previous.below && !relative;
  if (isValue && !(separator.explicit && !initial)) return undefined;
  if (previous && isWithinValue(view, previous, group)) return undefined;
  if (initial && /[.\p{L}]/u.test(text[group.start - 1] ?? " ")) return undefined;
  if (initial && !/^[.)]?\s?:/.test(text.slice(group.end, group.end + 3)))
    return labelOf(group, separator, "loose", line);
  if (separator.explicit && !inPhrase) return labelOf(group, separator, "explicit", line);
  const spaced = separator.valueStart > separator.labelEnd;
  const afterBlank = follows && /\s/.test(text[group.start - 1] ?? " ") && mayFollow(text, group.start);
  if (spaced && (opensCell || afterBlank)) return labelOf(group, separator, "tabular", line);
  return single ? undefined : labelOf(group, separator, "loose", line);
}

/** A label with its value on the same line. */
const labelOf = (group: HitGroup, separator: Separator, mode: LabelMode, line: Line): Label => ({
  fields: group.fields,
  start: group.start,
  end: separator.labelEnd,
  mode,
  valueStart: separator.valueStart,
  limit: line.end,
  below: false,
});

/** `宗教: 無宗教`, `혼인상태: 배우자 있음`, `Faith: Church of England`: words of a value that are also a label. */
function isWithinValue(view: NormalisedText, previous: Label, { start, end }: HitGroup): boolean {
  if (start - previous.valueStart > MAX_WITHIN || start < previous.valueStart || previous.mode === "loose")
    return false;
  const field = previous.fields[0]!;
  return (
    readVocabulary(view, field, previous.valueStart, view.text.length) >= end && field !== "POLITICAL_STATUS"
  );
}
const MAX_WITHIN = 12;

const BLANK = 32;
const QUALIFIER = /^(?: (?:de|del|di|da|do|of|for|the|la|der|des)){0,2}(?: \p{Ll}{3,16}){1,2}(?= ?:)/u;

/** `Tutora de prácticas:`, `Supervisor for thesis:`: what qualifies a person's post belongs to the label. */
function qualifiedEnd(text: string, end: number): number {
  if (text.charCodeAt(end) !== BLANK) return end;
  const qualifier = QUALIFIER.exec(text.slice(end, end + 40));
  return qualifier ? end + qualifier[0].length : end;
}

/** `mail.example.com`, `jane@mail`: words of addresses announce nothing. */
const isPartOfHost = (text: string, { start, end }: HitGroup): boolean =>
  (text.charCodeAt(end) === 46 &&
    isAsciiLetter(text.charCodeAt(end + 1)) &&
    isAsciiLetter(text.charCodeAt(end - 1))) ||
  text.charCodeAt(start - 1) === 64 ||
  text.charCodeAt(end) === 95;

/** After another label's value a label needs no mark, but in Latin script it starts with a capital. */
function mayFollow(text: string, at: number): boolean {
  return isCjk(text.charCodeAt(at)) || isUpperCase(text[at]!);
}

/** True where the token that ends at `at` is an address or a number: `jane@example.com LINE ID: …`. */
function followsValue(text: string, at: number): boolean {
  let digits = 0;
  for (let i = at; i >= 0 && at - i < MAX_TOKEN; i--) {
    const unit = text.charCodeAt(i);
    if (unit <= 32) return false;
    if (isDigit(unit)) digits++;
    if (digits >= FEWEST_OF_NUMBER || unit === 64 || unit === 47) return true;
  }
  return false;
}

/** True where the words before a label make it part of something else: `class name`, `IP地址`. */
function continuesPhrase(text: string, at: number): boolean {
  const cjk = isCjk(text.charCodeAt(at));
  let i = at - 1;
  if (!cjk) while (i >= 0 && text.charCodeAt(i) === 32 && at - i < 4) i--;
  const before = text.charCodeAt(i);
  if (!cjk && followsValue(text, i)) return false;
  if (cjk) return isHan(before) || isWordLetter(before) || isCjk(before);
  return isWordLetter(before) || isDigit(before) || before === 39;
}
