import { isUpperCase } from "../characters.ts";
import { isCjkAt, isShort, readAge, readOpen, readToken, readVocabulary } from "../field-values.ts";
import type { Label } from "../labels.ts";
import type { Field } from "../lexicons/fields.ts";
import { fold } from "../normalise.ts";
import { lineAt, type Page } from "../page.ts";
import { RANK, type Span } from "../spans.ts";
import type { EntityType } from "../types.ts";
import { readBornIn } from "./labelled-birth.ts";
import { labelledSpan } from "./labelled-span.ts";

/** Fields that only their vocabulary can fill: their labels are ordinary words. */
const VOCABULARY_ONLY = new Set(
  "title|salutation|status|category|community|caste|orientation|family|situation|natural|origem|origin|origine|cor|race|children|kinder|enfants|hijos|filhos|figli|familie|结婚|子女|子供|国家|國家|信仰|behinderung|military|church|tribe|native|faith|politics|visa|genre|party|partei|ad|tratamiento|父|母|부|모|자녀|계급|병과|partido|trans|ethnic|anrede|civilite|etat civil|situation personnelle|situacion personal|raza|raca"
    .split("|")
    .map((word) => fold(word).replace(/\s/g, "")),
);

const isBareWord = (folded: string): boolean => VOCABULARY_ONLY.has(folded.replace(/\s/g, ""));

/** Gender, marital status, nationality and other facts: from their vocabulary, or whatever a form says. */
export function readTrait(page: Page, label: Label, field: Field, type: EntityType): Span[] {
  const { view } = page;
  const closed = readVocabulary(view, field, label.valueStart, label.limit);
  const cell =
    label.mode === "explicit" ? readOpen(view, label.valueStart, label.limit) : tabularEnd(page, label);
  const open = type === "NATIVE_PLACE" ? dottedEnd(page, label, cell) : cell;
  const vague = label.mode === "loose" || isBareWord(view.folded.slice(label.start, label.end));
  if (closed < 0 && label.mode === "loose" && type === "NATIVE_PLACE") return readBornIn(page, label);
  const children = type === "MARITAL_STATUS" && label.mode !== "loose" ? readChildren(page, label) : -1;
  if (closed < 0 && children > 0) return labelledSpan(type, label.valueStart, children);
  if (closed < 0)
    return vague || open < 0 ? [] : withAge(page, label, labelledSpan(type, label.valueStart, open));
  if (vague && open > closed && label.mode === "loose" && !standsAlone(page, closed)) return [];
  if (label.below && open > closed && open - closed > 12 && formEnd(page, label) < open) return [];
  return withAge(page, label, labelledSpan(type, label.valueStart, vague ? closed : Math.max(closed, open)));
}

/** A middle dot inside a place is part of it: `江西 · 南昌`. */
function dottedEnd(page: Page, label: Label, end: number): number {
  const further =
    end > 0
      ? /^\s?·\s?[\u3400-\u9fff]{2,8}/.exec(page.view.text.slice(end, Math.min(label.limit, end + 14)))
      : null;
  return further ? end + further[0].length : end;
}

/** How many children: `2`, `keine`, `two (2 and 5 years)`. */
function readChildren(page: Page, label: Label): number {
  const count =
    /^(?:\d{1,2}(?![\d.,/-])\s?[人名명]?|one|two|three|four|keine?|eins?|zwei|drei|vier|aucun|un|deux|trois|ningun[oa]?|un[oa]|dos|tres|nenhum|dois|nessuno|due|tre|no|none|无|無|有|なし|あり|[一二三两兩]|없음|있음)(?![\p{L}])/u.exec(
      page.view.folded.slice(label.valueStart, Math.min(label.limit, label.valueStart + 12)),
    );
  return count
    ? Math.max(label.valueStart + count[0].length, readOpen(page.view, label.valueStart, label.limit, 40))
    : -1;
}

/** A loose value must end its word group: `男性` but not `男性用品`, `male` but not `male fashion`. */
function standsAlone(page: Page, end: number): boolean {
  return (
    /^(?:\s*$|\s*[\n,;|/)，、。.·•\t]|\s{2,}|\s\d)/.test(page.view.text.slice(end, end + 4)) ||
    end >= page.view.text.length
  );
}

/** What opens running text behind a word that is also a label: `Religion and ethics teacher`. */
const FUNCTION_WORD =
  /^(?:and|or|of|in|on|for|with|to|the|is|was|und|oder|der|die|das|von|im|et|ou|de|des|du|la|le|y|o|e|el|en|di|do|da|a|al|del)\s/;
const MAX_FORM_VALUE = 44;

/** In a form a few words that fill the cell behind a label are its value, whatever they say. */
function formEnd(page: Page, label: Label): number {
  const { view } = page;
  const start = label.valueStart;
  if (
    !page.formLines.has(lineAt(page, label.start)) ||
    FUNCTION_WORD.test(view.folded.slice(start, start + 8))
  )
    return -1;
  const end = readOpen(view, start, label.limit, MAX_FORM_VALUE + 1);
  const value = view.text.slice(start, end);
  return end - start <= MAX_FORM_VALUE && value.split(" ").length <= 6 && !/[@:]|\d{5}/.test(value)
    ? end
    : -1;
}

function tabularEnd(page: Page, label: Label): number {
  const { view } = page;
  if (label.mode !== "tabular") return -1;
  if (isCjkAt(view, label.valueStart)) return readPlaceTokens(page, label);
  const form = label.fields.includes("GENDER") ? -1 : formEnd(page, label);
  if (form > 0) return form;
  const free = label.fields.some(
    (field) =>
      field === "NATIONALITY" || field === "NATIVE_PLACE" || field === "BIRTH_PLACE" || field === "ETHNICITY",
  );
  if (!free || !isUpperCase(view.text[label.valueStart] ?? "")) return -1;
  const end = readOpen(view, label.valueStart, label.limit);
  return isShort(view, label.valueStart, end) ? end : -1;
}

/** Place names of several parts stand apart: `경기도 수원시`, `高雄市 西屯區`. */
function readPlaceTokens(page: Page, label: Label): number {
  const { view } = page;
  let end = readToken(view, label.valueStart, label.limit);
  if (label.fields[0] !== "NATIVE_PLACE" && label.fields[0] !== "BIRTH_PLACE") return end;
  const further =
    /^ [\u3400-\u9fff\uac00-\ud7a3]{1,8}[도시군구읍면市县縣区區省州](?![\u3400-\u9fff\uac00-\ud7a3])/;
  for (let count = 0; count < 2; count++) {
    const next = further.exec(view.text.slice(end, Math.min(label.limit, end + 12)));
    if (!next) break;
    end += next[0].length;
  }
  return end;
}

/** A value ends where an age in parentheses begins: `女（27岁）`. */
function withAge(page: Page, label: Label, spans: Span[]): Span[] {
  const first = spans[0];
  if (!first) return spans;
  const inside = page.view.text.slice(first.start, first.end).indexOf("(");
  const opening = first.start + inside;
  if (inside < 0) return spans;
  const ageEnd = readAge(page.view, opening + 1, label.limit, false);
  if (ageEnd < 0) return spans;
  return [
    { ...first, end: opening },
    { type: "AGE", start: opening + 1, end: ageEnd, rank: RANK.labelled },
  ];
}
