import { isShort, readAge, readOpen } from "../field-values.ts";
import { isPersonalNumberLabel } from "../fields-of-numbers.ts";
import type { Label } from "../labels.ts";
import type { Field } from "../lexicons/fields.ts";
import { skipBlanks } from "../lines.ts";
import type { Page } from "../page.ts";
import type { Span } from "../spans.ts";
import type { EntityType } from "../types.ts";
import type { Vetoes } from "../vetoes.ts";
import { readHandle } from "./handle.ts";
import { readBirth } from "./labelled-birth.ts";
import { readMail, readNumber, readPhones } from "./labelled-numbers.ts";
import { labelledSpan } from "./labelled-span.ts";
import { readTrait } from "./labelled-traits.ts";

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
  const values: Span[] = [];
  for (const label of page.labels) {
    const spans =
      label.fields.length === 1
        ? readField(page, vetoes, label, label.fields[0]!)
        : readJoined(page, vetoes, label);
    for (const span of spans) if (span.end > span.start) values.push(span);
  }
  return values;
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

/** Messengers know their users by number or by name. */
const MESSENGER = /whats ?app|viber|signal|telegram|line|kakao|wechat|微信/;

function readField(page: Page, vetoes: Vetoes, label: Label, field: Field): Span[] {
  const type = asType(field);
  if (!type) return [];
  switch (field) {
    case "NAME":
    case "PERSON":
    case "ADDRESS":
      return [];
    case "PHONE": {
      const phones = readPhones(page, vetoes, label);
      const messenger = phones.length === 0 && MESSENGER.test(page.view.folded.slice(label.start, label.end));
      return messenger ? readHandle(page, label, "HANDLE") : phones;
    }
    case "EMAIL":
      return readMail(page, label);
    case "HANDLE":
    case "LINK":
      return readHandle(page, label, type);
    case "BIRTH_DATE":
    case "BORN":
      return readBirth(page, label);
    case "AGE":
      return labelledSpan(type, label.valueStart, readAge(page.view, label.valueStart, label.limit, true));
    case "PHOTO":
      return readPhoto(page, label);
    default:
      return isPersonalNumberLabel(field)
        ? readNumber(page, label, field, type)
        : readTrait(page, label, field, type);
  }
}
const PHOTO_VALUE = /^[^\s|;]{0,60}\.(?:jpe?g|png|gif|bmp|webp|heic|tiff?)\b/i;

/** A portrait's caption: its file, or the few words behind its label. */
function readPhoto(page: Page, label: Label): Span[] {
  if (label.mode === "loose") return [];
  const value = page.view.text.slice(label.valueStart, label.limit);
  const file = PHOTO_VALUE.exec(value);
  if (file) return labelledSpan("PHOTO", label.valueStart, label.valueStart + file[0].length);
  if (label.mode !== "explicit" || label.below) return [];
  const end = readOpen(page.view, label.valueStart, label.limit, 60);
  return isShort(page.view, label.valueStart, end) ? labelledSpan("PHOTO", label.valueStart, end) : [];
}
