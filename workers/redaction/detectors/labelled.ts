import { isDigit, isUpperCase } from "../characters.ts";
import { findDigitRuns, numberStart } from "../digit-runs.ts";
import {
  isCjkAt,
  isUnissued,
  isShort,
  readAge,
  readBirthDate,
  readCode,
  readOpen,
  readPlaceAfter,
  readStatedCode,
  readToken,
  readVocabulary,
} from "../field-values.ts";
import { isPersonalNumberLabel } from "../fields-of-numbers.ts";
import type { Label } from "../labels.ts";
import type { Field } from "../lexicons/fields.ts";
import { skipBlanks } from "../lines.ts";
import { fold } from "../normalise.ts";
import type { Page } from "../page.ts";
import { RANK, type Span } from "../spans.ts";
import type { EntityType } from "../types.ts";
import { isQuantity, type Vetoes } from "../vetoes.ts";
import { readHandle } from "./handle.ts";
import { phoneEnd } from "./phone.ts";

/** Fields that only their vocabulary can fill: their labels are ordinary words. */
const VOCABULARY_ONLY = new Set(
  [
  "title", "salutation", "status", "category", "community", "caste", "orientation", "family", "situation", "natural",
  "origem", "origin", "origine", "cor", "race", "children", "kinder", "enfants", "hijos", "filhos", "figli", "familie",
  "结婚", "子女", "子供", "国家", "國家", "信仰", "behinderung", "military", "community", "church", "tribe", "native", "faith", "church", "politics", "visa",
  "genre", "party", "partei", "ad", "tratamiento", "父", "母", "부", "모", "자녀", "계급", "병과", "partido", "orientation", "trans",
  "ethnic", "anrede", "civilite", "etat civil", "situation personnelle", "situacion personal", "raza", "raca",
  ].map((word) => fold(word).replace(/\s/g, "")),
);

const asType = (field: Field): EntityType | undefined => {
  switch (field) {
    case "BIRTH_PLACE":
      return "NATIVE_PLACE";
    case "BORN":
      return "BIRTH_DATE";
    case "IMPERSONAL_NUMBER":
    case "OTHER":
    case "SECTION":
    case "REFERENCES":
      return undefined;
    default:
      return field;
  }
};

/** Reads the values that labels announce. Names, persons and addresses have readers of their own. */
export function findLabelledValues(page: Page, vetoes: Vetoes): Span[] {
  return page.labels.flatMap((label) => {
    const spans = label.fields.length === 1 ? readField(page, vetoes, label, label.fields[0]!) : readJoined(page, vetoes, label);
    return spans.filter((span) => span.end > span.start);
  });
}

/** `Sex / Age: M / 32`: each part of the value belongs to the field in its place, or to whichever reads it. */
function readJoined(page: Page, vetoes: Vetoes, label: Label): Span[] {
  const spans: Span[] = [];
  let at = label.valueStart;
  for (let part = 0; part < label.fields.length + 1 && at < label.limit; part++) {
    const order = [...label.fields.slice(part), ...label.fields.slice(0, part)];
    for (const field of order) {
      const found = readField(page, vetoes, { ...label, valueStart: at, mode: "loose" }, field);
      if (found.length === 0) continue;
      spans.push(...found);
      at = found.at(-1)!.end;
      break;
    }
    const next = /[/,;|·&]|\sand\s|\s\(?/.exec(page.view.text.slice(at, label.limit));
    if (!next) break;
    at = skipBlanks(page.view.text, at + next.index + next[0].length, label.limit);
  }
  return spans;
}

function readField(page: Page, vetoes: Vetoes, label: Label, field: Field): Span[] {
  const type = asType(field);
  if (!type) return [];
  switch (field) {
    case "NAME":
    case "PERSON":
    case "ADDRESS":
      return [];
    case "PHONE":
      return readPhones(page, vetoes, label);
    case "EMAIL":
      return readMail(page, label);
    case "HANDLE":
    case "LINK":
      return readHandle(page, label, type);
    case "BIRTH_DATE":
    case "BORN":
      return readBirth(page, label);
    case "AGE":
      return span(type, label.valueStart, readAge(page.view, label.valueStart, label.limit, true), label);
    case "PHOTO":
      return readPhoto(page, label);
    default:
      return isPersonalNumberLabel(field) ? readNumber(page, label, field, type) : readTrait(page, label, field, type);
  }
}

function span(type: EntityType, start: number, end: number, _label: Label): Span[] {
  return end > start ? [{ type, start, end, rank: RANK.labelled }] : [];
}

/** A form's number is taken as written; one in running text only where nothing but a document has such a shape. */
function readNumber(page: Page, label: Label, field: Field, type: EntityType): Span[] {
  const { view } = page;
  if (label.mode === "loose") {
    if (field !== "PASSPORT" && field !== "DRIVING_LICENCE") return [];
    const end = readStatedCode(view, label.valueStart, label.limit);
    const verb = /^(?:is|was|es|ist|est|e|numero)\s/.exec(view.folded.slice(label.valueStart, label.valueStart + 8));
    return span(type, label.valueStart + (verb?.[0].length ?? 0), end, label);
  }
  const end = readCode(view, label.valueStart, label.limit);
  if (label.mode === "tabular" && !/(?:.*\d){4}.{0,24}$/.test(view.text.slice(label.valueStart, end))) return [];
  if (label.mode === "tabular" && end - label.valueStart < 6) return [];
  return end > 0 && isUnissued(view.folded.slice(label.valueStart, end)) ? [] : span(type, label.valueStart, end, label);
}

function readTrait(page: Page, label: Label, field: Field, type: EntityType): Span[] {
  const { view } = page;
  const closed = readVocabulary(view, field, label.valueStart, label.limit);
  const bareWord = VOCABULARY_ONLY.has(view.folded.slice(label.start, label.end).replace(/\s/g, ""));
  const cell = label.mode === "explicit" ? readOpen(view, label.valueStart, label.limit) : tabularEnd(page, label);
  const open = type === "NATIVE_PLACE" ? dottedEnd(page, label, cell) : cell;
  const vague = bareWord || label.mode === "loose";
  const children = type === "MARITAL_STATUS" && label.mode !== "loose" ? readChildren(page, label) : -1;
  if (closed < 0 && children > 0) return span(type, label.valueStart, children, label);
  if (closed < 0) return vague || open < 0 ? [] : withAge(page, label, span(type, label.valueStart, open, label));
  if (vague && open > closed && label.mode === "loose" && !standsAlone(page, closed)) return [];
  if (label.below && open > closed && open - closed > 12) return [];
  return withAge(page, label, span(type, label.valueStart, vague ? closed : Math.max(closed, open), label));
}

/** A middle dot inside a place is part of it: `江西 · 南昌`. */
function dottedEnd(page: Page, label: Label, end: number): number {
  const further = end > 0 ? /^\s?·\s?[\u3400-\u9fff]{2,8}/.exec(page.view.text.slice(end, Math.min(label.limit, end + 14))) : null;
  return further ? end + further[0].length : end;
}

/** How many children: `2`, `keine`, `two (2 and 5 years)`. */
function readChildren(page: Page, label: Label): number {
  const count = /^(?:\d{1,2}(?![\d.,/-])\s?[人名명]?|one|two|three|four|keine?|eins?|zwei|drei|vier|aucun|un|deux|trois|ningun[oa]?|un[oa]|dos|tres|nenhum|dois|nessuno|due|tre|no|none|无|無|有|なし|あり|[一二三两兩]|없음|있음)(?![\p{L}])/u.exec(
    page.view.folded.slice(label.valueStart, Math.min(label.limit, label.valueStart + 12)),
  );
  return count ? Math.max(label.valueStart + count[0].length, readOpen(page.view, label.valueStart, label.limit, 40)) : -1;
}

/** A loose value must end its word group: `男性` but not `男性用品`, `male` but not `male fashion`. */
function standsAlone(page: Page, end: number): boolean {
  return /^(?:\s*$|\s*[\n,;|/)，、。.·•\t]|\s{2,}|\s\d)/.test(page.view.text.slice(end, end + 4)) || end >= page.view.text.length;
}

function tabularEnd(page: Page, label: Label): number {
  const { view } = page;
  if (label.mode !== "tabular") return -1;
  if (isCjkAt(view, label.valueStart)) return readToken(view, label.valueStart, label.limit);
  const free = label.fields.some((field) => field === "NATIONALITY" || field === "NATIVE_PLACE" || field === "BIRTH_PLACE" || field === "ETHNICITY");
  if (!free || !isUpperCase(view.text[label.valueStart]!)) return -1;
  const end = readOpen(view, label.valueStart, label.limit);
  return isShort(view, label.valueStart, end) ? end : -1;
}

/** A value ends where an age in parentheses begins: `女（27岁）`. */
function withAge(page: Page, label: Label, spans: Span[]): Span[] {
  const first = spans[0];
  if (!first) return spans;
  const opening = page.view.text.indexOf("(", first.start);
  if (opening < 0 || opening >= first.end) return spans;
  const ageEnd = readAge(page.view, opening + 1, label.limit, false);
  if (ageEnd < 0) return spans;
  return [
    { ...first, end: opening },
    { type: "AGE", start: opening + 1, end: ageEnd, rank: RANK.labelled },
  ];
}

function readBirth(page: Page, label: Label): Span[] {
  const { view } = page;
  const dateEnd = readBirthDate(view, label.valueStart, label.limit);
  if (dateEnd < 0 && label.mode !== "explicit") return readBornAt(page, label);
  if (dateEnd < 0) {
    const place = label.mode === "explicit" ? readOpen(view, label.valueStart, label.limit, 60) : -1;
    const isPlace = place > 0 && !isDigit(view.text.charCodeAt(label.valueStart));
    if (!isPlace) return place > 0 ? span("BIRTH_DATE", label.valueStart, place, label) : [];
    return placeThenDate(page, label, place);
  }
  const spans = span("BIRTH_DATE", label.valueStart, dateEnd, label);
  const rest = /^[\s,;/(（-]{0,4}(?:age[:\s]{1,2}|alter[:\s]{1,2}|年龄[:\s]?)?/.exec(view.folded.slice(dateEnd, Math.min(label.limit, dateEnd + 12)));
  const ageEnd = readAge(view, dateEnd + (rest?.[0].length ?? 0), label.limit, (rest?.[0].length ?? 0) > 1 && /[(（]/.test(rest![0]));
  if (ageEnd > 0) spans.push({ type: "AGE", start: dateEnd + rest![0].length, end: ageEnd, rank: RANK.labelled });
  const place = readPlaceAfter(view, Math.max(dateEnd, ageEnd > 0 ? ageEnd : 0), label.limit);
  if (place) spans.push({ type: "NATIVE_PLACE", ...place, rank: RANK.labelled });
  return spans;
}

/** `nato a Torino il 3 marzo 1990`: the place stands between the verb and the date. */
function readBornAt(page: Page, label: Label): Span[] {
  const { view } = page;
  const lead = /^(?:\p{Lu}[\p{L}' -]{1,30}?(?:\s\([A-Z]{2}\))?)(?=,?\s(?:il|le|el|am|on|em|a|en)?\s?\d)/u.exec(view.text.slice(label.valueStart, Math.min(label.limit, label.valueStart + 48)));
  if (!lead) return [];
  const placeEnd = label.valueStart + lead[0].length;
  const gap = /^,?\s(?:il|le|el|am|on|em|a|en)?\s?/.exec(view.folded.slice(placeEnd, placeEnd + 6))![0].length;
  const dateEnd = readBirthDate(view, placeEnd + gap, label.limit);
  if (dateEnd < 0) return [];
  return [...span("NATIVE_PLACE", label.valueStart, placeEnd, label), ...span("BIRTH_DATE", placeEnd + gap, dateEnd, label)];
}

/** `Roma, 14/02/1989` or a place alone. */
function placeThenDate(page: Page, label: Label, end: number): Span[] {
  const { view } = page;
  const digit = /\d/.exec(view.text.slice(label.valueStart, end));
  const dateStart = digit ? label.valueStart + digit.index : -1;
  const dateEnd = dateStart > 0 ? readBirthDate(view, dateStart, label.limit) : -1;
  if (dateEnd < 0) return span(digit ? "BIRTH_DATE" : "NATIVE_PLACE", label.valueStart, end, label);
  return [
    ...span("NATIVE_PLACE", label.valueStart, placeEnd(view.text, label.valueStart, dateStart), label),
    ...span("BIRTH_DATE", dateStart, dateEnd, label),
  ];
}

function placeEnd(text: string, from: number, to: number): number {
  const place = text.slice(from, to).replace(/(?:[\s,/-]|\b(?:on|am|le|il|el|em|the|den)\b)+$/i, "");
  return from + place.length;
}

function readPhones(page: Page, vetoes: Vetoes, label: Label): Span[] {
  const { text, folded } = page.view;
  const near = label.mode === "explicit" ? label.limit : Math.min(label.limit, label.valueStart + 32);
  const spans: Span[] = [];
  for (const run of findDigitRuns(text, label.valueStart, near)) {
    const first = run.groups[0]!;
    const start = Math.max(label.valueStart, numberStart(text, first.start));
    if (label.mode === "loose" && start - label.valueStart > 1) break;
    if (start > label.valueStart + 60) break;
    for (const part of splitRun(text, run.groups)) {
      const partStart = part.start === first.start ? start : Math.max(label.valueStart, numberStart(text, part.start));
      if (part.digits < 5 || vetoes.touches(partStart, part.end) || isQuantity(folded, partStart, part.end)) continue;
      if (part.digits < 7 && label.mode !== "explicit") continue;
      spans.push({ type: "PHONE", start: partStart, end: phoneEnd(folded, part.end), rank: RANK.labelled });
    }
  }
  return spans;
}

interface NumberPart {
  start: number;
  end: number;
  digits: number;
}

/** Splits groups into numbers: at ` / `, and where a number would grow past the 15 digits of E.164. */
function splitRun(text: string, groups: readonly { start: number; end: number }[]): NumberPart[] {
  const parts: NumberPart[] = [];
  for (const group of groups) {
    const last = parts.at(-1);
    const size = group.end - group.start;
    const gap = last ? text.slice(last.end, group.start) : "";
    const apart = /\s\/|\/\s|\s{3}|\(.*\(|\/$/.test(gap) && (last?.digits ?? 0) >= 7;
    const extension = gap === "-" && size <= 5 && text[last?.start ?? 0] === "0";
    if (last && !apart && last.digits + size <= (extension ? 17 : 15)) {
      last.end = group.end;
      last.digits += size;
    } else parts.push({ start: group.start, end: group.end, digits: size });
  }
  return parts;
}

const MAIL_TOKEN = /^[\p{L}\d._%+'-]{1,64}\s?(?:@|\(at\)|\[at\]|\s(?:at)\s)\s?[\p{L}\d][\p{L}\d.-]{0,252}/u;

/** After its label an address needs no top-level domain to be one. */
function readMail(page: Page, label: Label): Span[] {
  const match = MAIL_TOKEN.exec(page.view.text.slice(label.valueStart, Math.min(label.limit, label.valueStart + 300)));
  return match ? [{ type: "EMAIL", start: label.valueStart, end: label.valueStart + match[0].length, rank: RANK.labelled }] : [];
}

const PHOTO_VALUE = /^[^\s|;]{0,60}\.(?:jpe?g|png|gif|bmp|webp|heic|tiff?)\b/i;

/** A portrait's caption: its file, or the few words behind its label. */
function readPhoto(page: Page, label: Label): Span[] {
  if (label.mode === "loose") return [];
  const value = page.view.text.slice(label.valueStart, label.limit);
  const file = PHOTO_VALUE.exec(value);
  if (file) return span("PHOTO", label.valueStart, label.valueStart + file[0].length, label);
  if (label.mode !== "explicit" || label.below) return [];
  const end = readOpen(page.view, label.valueStart, label.limit, 60);
  return isShort(page.view, label.valueStart, end) ? span("PHOTO", label.valueStart, end, label) : [];
}
