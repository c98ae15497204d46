import { isUpperCase } from "../characters.ts";
import { findDigitRuns, numberStart } from "../digit-runs.ts";
import { isUnissued, readCode, readStatedCode } from "../field-codes.ts";
import type { Label } from "../labels.ts";
import type { Field } from "../lexicons/fields.ts";
import { digitsOf } from "../normalise.ts";
import type { Page } from "../page.ts";
import { RANK, type Span } from "../spans.ts";
import type { EntityType } from "../types.ts";
import type { Vetoes } from "../vetoes.ts";
import { labelledSpan } from "./labelled-span.ts";
import { phoneEnd } from "./phone.ts";

/** A form's number is taken as written; one in running text only where nothing but a document has such a shape. */
export function readNumber(page: Page, label: Label, field: Field, type: EntityType): Span[] {
  const { view } = page;
  if (label.mode === "loose") {
    if (field !== "PASSPORT" && field !== "DRIVING_LICENCE") return readMentionedNumber(page, label, type);
    const end = readStatedCode(view, label.valueStart, label.limit);
    const verb = /^(?:is|was|es|ist|est|e|numero)\s/.exec(
      view.folded.slice(label.valueStart, label.valueStart + 8),
    );
    return labelledSpan(type, label.valueStart + (verb?.[0].length ?? 0), end);
  }
  const end = readCode(view, label.valueStart, label.limit);
  if (end < 0) return [];
  const written = view.folded.slice(label.valueStart, end);
  // `Permiso de conducir: B y C1` are classes.
  if (field === "DRIVING_LICENCE" && digitsOf(written).length < FEWEST_OF_LICENCE) return [];
  const plausible = label.mode !== "tabular" || (written.length >= 6 && digitsOf(written).length >= 4);
  return plausible && !isUnissued(written) ? labelledSpan(type, label.valueStart, end) : [];
}

/** `…, NIF 267 194 820, NISS 11284719303`: in running text the number stands right behind its label's capital. */
function readMentionedNumber({ view }: Page, label: Label, type: EntityType): Span[] {
  if (
    SHORT_WORD.test(view.folded.slice(label.start, label.start + 3)) ||
    type === "BANK_CARD" ||
    type === "IBAN" ||
    label.valueStart - label.end > 1
  )
    return [];
  if (!isUpperCase(view.text[label.start]!)) return [];
  const value = MENTIONED.exec(
    view.folded.slice(label.valueStart, Math.min(label.limit, label.valueStart + 32)),
  )?.[0];
  if (!value || digitsOf(value).length < FEWEST_MENTIONED || isUnissued(value)) return [];
  return labelledSpan(type, label.valueStart, label.valueStart + value.length);
}

/** Fewer are a year or an amount as often. */
const FEWEST_MENTIONED = 7;
/** Two letters are a product's too: `Power BI`. */
const SHORT_WORD = /^..[^\p{L}]/u;
const MENTIONED =
  /^(?:[a-z]{1,3}[ -]?)?\d(?:[ .\-/]?\d){5,20}(?:[ -]?[a-z]{2}\d|-?[a-z]{1,2})?(?![\p{L}\d@])/u;

/** Masked licences show as many digits too. */
const FEWEST_OF_LICENCE = 3;

/** The telephone numbers that a label announces. */
export function readPhones(page: Page, vetoes: Vetoes, label: Label): Span[] {
  const { text, folded } = page.view;
  const near = label.mode === "explicit" ? label.limit : Math.min(label.limit, label.valueStart + 32);
  const spans: Span[] = [];
  for (const run of findDigitRuns(text, label.valueStart, near)) {
    const first = run.groups[0]!;
    const start = Math.max(label.valueStart, numberStart(text, first.start));
    if (label.mode === "loose" && start - label.valueStart > 1) break;
    if (start > label.valueStart + 60) break;
    if (/〒\s?$/.test(text.slice(Math.max(0, start - 2), start))) continue;
    for (const part of splitRun(text, run.groups)) {
      const partStart =
        part.start === first.start ? start : Math.max(label.valueStart, numberStart(text, part.start));
      if (part.digits < 5 || vetoes.touches(partStart, part.end) || vetoes.isQuantity(partStart, part.end))
        continue;
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
    const apart = (last?.digits ?? 0) >= 7 && /\s\/|\/\s|\s{3}|\(.*\(|\/$/.test(gap);
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
export function readMail(page: Page, label: Label): Span[] {
  const match = MAIL_TOKEN.exec(
    page.view.text.slice(label.valueStart, Math.min(label.limit, label.valueStart + 300)),
  );
  return match
    ? [
        {
          type: "EMAIL",
          start: label.valueStart,
          end: label.valueStart + match[0].length,
          rank: RANK.labelled,
        },
      ]
    : [];
}
