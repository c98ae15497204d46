import { languageClaims } from "../../evaluation/rules/language-claims.ts";
import { stanceOf } from "../../evaluation/rules/stance.ts";
import { LEVEL_WORDS } from "../../evaluation/rules/tables/languages.ts";
import { foldSpan, trimSpan } from "./folded-span.ts";
import type { LanguageItem, SkillItem, Span } from "./types.ts";
import type { Unit } from "./units.ts";

/** A longer item is a sentence about a skill, not its name. */
const LONGEST_SKILL = 60;
const MOST_WORDS = 6;
const LONGEST_UNSPACED = 20;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const SEPARATOR = /[,，、;；|｜•·\t\n]| {2,}|\u3000| \/ |。|\.\s|\.$/u;
/** `Databases: …`, `【数据库】…`. */
const LABEL = /^[【[]?([^:：,，、;；|】\]]{1,40})[】\]]?\s*[:：]\s*|^【([^】]{1,24})】\s*/u;
const MARK = /[•·▪◦*★☆●○■□►▸–—-]/u;
/** `Go (expert)`, `Docker – advanced`, `Java（精通）`. */
const WITH_LEVEL = /^(.{1,40}?)\s*(?:[(（]([^()（）]{1,30})[)）]|\s[–—-]\s(.{1,30})|[:：]\s*(.{1,30}))$/u;

/**
 * The skills that a unit of a skills section lists; none of a sentence.
 * @param opensSection the unit's own label is the heading of its section, and groups nothing
 */
export function skillsIn(text: string, unit: Unit, opensSection: boolean): SkillItem[] {
  const whole = { start: unit.contentStart, end: unit.end };
  const source = text.slice(whole.start, whole.end);
  if (isSentence(source) || namesLanguage(unit)) return [];
  const label = LABEL.exec(source);
  const rest = label ? source.slice(label[0].length) : source;
  const single = label !== null && levelOf(rest) && !SEPARATOR.test(rest);
  if (single) return itemsOf(text, [whole], null);
  const group = label ? groupOf(text, whole, label) : opensSection ? null : labelOf(text, unit);
  const from = { start: whole.start + (label?.[0].length ?? 0), end: whole.end };
  const parts = splitOutside(text.slice(from.start, from.end)).map((part) => ({
    start: from.start + part.start,
    end: from.start + part.end,
  }));
  return itemsOf(text, parts, group);
}

/** Ends as a sentence does, and lists too little to be a list. */
function isSentence(source: string): boolean {
  return /[.。！!]$/u.test(source) && source.split(/[,，、;；]/u).length < 3;
}

/** `英语：CET-6` among skills is a language. */
function namesLanguage(unit: Unit): boolean {
  return languagesIn(unit).some(({ start }) => start === unit.contentStart);
}

function groupOf(text: string, whole: Span, label: RegExpExecArray): Span {
  const name = label[1] ?? label[2]!;
  const start = whole.start + label[0].indexOf(name);
  return trimSpan(text, { start, end: start + name.length }, MARK);
}

/** A label that could also be a heading (`Tools: Docker`). */
function labelOf(text: string, unit: Unit): Span | null {
  if (unit.contentStart === unit.start) return null;
  return trimSpan(text, { start: unit.start, end: unit.contentStart }, /[:：[\]【】|]/u);
}

function itemsOf(text: string, parts: readonly Span[], group: Span | null): SkillItem[] {
  return parts.flatMap((part) => {
    const span = trimSpan(text, part, MARK);
    const source = text.slice(span.start, span.end);
    const match = WITH_LEVEL.exec(source);
    const said = match ? (match[2] ?? match[3] ?? match[4]!) : "";
    const level = match && levelOf(said) ? said : null;
    const name = level !== null && match ? { start: span.start, end: span.start + match[1]!.length } : span;
    if (!isName(text.slice(name.start, name.end))) return [];
    const at = span.start + source.lastIndexOf(said);
    return [{ ...name, group, level: level === null ? null : { start: at, end: at + said.length } }];
  });
}

function isName(source: string): boolean {
  if (!/[\p{L}]/u.test(source) || source.length > LONGEST_SKILL || /^\[[A-Z_]+(?:_\d+)?\]$/.test(source))
    return false;
  if (UNSPACED.test(source)) return source.length <= LONGEST_UNSPACED;
  return source.split(/\s+/u).length <= MOST_WORDS;
}

function levelOf(source: string): boolean {
  const { lower } = foldSpan(source, { start: 0, end: source.length });
  return (
    LEVEL_WORDS.some(([, words]) => lower.search(words) >= 0) ||
    /^(?:expert|experte|senior|profi)/u.test(lower)
  );
}

/** Parts between separators that stand in no brackets. */
function splitOutside(source: string): Span[] {
  const parts: Span[] = [];
  let at = 0;
  let depth = 0;
  for (let index = 0; index < source.length; index += 1) {
    const unit = source[index]!;
    if (unit === "(" || unit === "（") depth += 1;
    if (unit === ")" || unit === "）") depth = Math.max(0, depth - 1);
    if (depth > 0) continue;
    const separator = SEPARATOR.exec(source.slice(index, index + 3));
    if (separator?.index !== 0) continue;
    if (unit === "." && !/^\.(?:\s|$)/u.test(source.slice(index, index + 2))) continue;
    parts.push({ start: at, end: index });
    at = index + separator[0].length;
    index = at - 1;
  }
  return [...parts, { start: at, end: source.length }];
}

/** The languages that a unit says are spoken, a test result with the language that it is a test of. */
export function languagesIn(unit: Unit): LanguageItem[] {
  const items = new Map<string, LanguageItem>();
  for (const claim of languageClaims(unit.lower)) {
    if (stanceOf(unit.lower, claim) === "denied") continue;
    const levels = claim.levels.map(({ start, end }) => unit.spanOf(start, end));
    const test = claim.levels.some(({ start, end }) => start === claim.start && end === claim.end);
    const name = test ? null : unit.spanOf(claim.start, claim.end);
    const known = items.get(claim.language);
    if (!known) {
      const span = name ?? levels[0]!;
      items.set(claim.language, { ...span, code: claim.language, name, levels });
      continue;
    }
    known.name ??= name;
    known.levels = [...known.levels, ...levels].filter(
      (one, index, all) => all.findIndex(({ start }) => start === one.start) === index,
    );
    known.start = Math.min(known.start, ...levels.map(({ start }) => start));
  }
  return [...items.values()].map((item) => ({
    ...item,
    end: Math.max(item.end, ...item.levels.map(({ end }) => end)),
    levels: item.levels.sort((a, b) => a.start - b.start),
  }));
}
