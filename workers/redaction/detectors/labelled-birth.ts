import { isDigit } from "../characters.ts";
import { readAge, readBirthDate, readOpen, readPlaceAfter } from "../field-values.ts";
import type { Label } from "../labels.ts";
import type { Page } from "../page.ts";
import { RANK, type Span } from "../spans.ts";
import { labelledSpan } from "./labelled-span.ts";

/** A birth date with what people put beside it: the age, the place. */
export function readBirth(page: Page, label: Label): Span[] {
  const { view } = page;
  const dateEnd = readBirthDate(view, label.valueStart, label.limit);
  if (dateEnd < 0 && label.mode !== "explicit") {
    const both = readBornAt(page, label);
    return both.length > 0 ? both : readBornIn(page, label);
  }
  if (dateEnd < 0) {
    const place = label.mode === "explicit" ? readOpen(view, label.valueStart, label.limit, 60) : -1;
    const isPlace = place > 0 && !isDigit(view.text.charCodeAt(label.valueStart));
    if (!isPlace) return place > 0 ? labelledSpan("BIRTH_DATE", label.valueStart, place) : [];
    return placeThenDate(page, label, place);
  }
  const spans = labelledSpan("BIRTH_DATE", label.valueStart, dateEnd);
  const rest = /^[\s,;/(（-]{0,4}(?:age[:\s]{1,2}|alter[:\s]{1,2}|年龄[:\s]?)?/.exec(
    view.folded.slice(dateEnd, Math.min(label.limit, dateEnd + 12)),
  );
  const ageEnd = readAge(
    view,
    dateEnd + (rest?.[0].length ?? 0),
    label.limit,
    (rest?.[0].length ?? 0) > 1 && /[(（]/.test(rest![0]),
  );
  if (ageEnd > 0)
    spans.push({ type: "AGE", start: dateEnd + rest![0].length, end: ageEnd, rank: RANK.labelled });
  const place = readPlaceAfter(view, Math.max(dateEnd, ageEnd), label.limit);
  if (place) spans.push({ type: "NATIVE_PLACE", ...place, rank: RANK.labelled });
  return spans;
}

/** `nato a Torino il 3 marzo 1990`: the place stands between the verb and the date. */
function readBornAt(page: Page, label: Label): Span[] {
  const { view } = page;
  const lead =
    /^(?:\p{Lu}[\p{L}' -]{1,30}?(?:,\s\p{Lu}[\p{L} ]{1,16}?|\s\([\p{L} ]{2,20}\)|\s?[-/]\s?[A-Z]{2})?)(?=,?\s(?:(?:il|le|el|am|on|em|a|en|the)\s)?(?:\d|\p{Lu}\p{L}{2,8}\s\d))/u.exec(
      view.text.slice(label.valueStart, Math.min(label.limit, label.valueStart + 48)),
    );
  if (!lead) return [];
  const placeEnd = label.valueStart + lead[0].length;
  const gap = /^,?\s(?:(?:il|le|el|am|on|em|a|en|the)\s)?/.exec(view.folded.slice(placeEnd, placeEnd + 6))![0]
    .length;
  const dateEnd = readBirthDate(view, placeEnd + gap, label.limit);
  if (dateEnd < 0) return [];
  return [
    ...labelledSpan("NATIVE_PLACE", label.valueStart, placeEnd),
    ...labelledSpan("BIRTH_DATE", placeEnd + gap, dateEnd),
  ];
}

const BORN_IN = /(?:\b(?:a|in|en|em|at|from|of|de|du|di|aus)|\) a|[于於])$/;
const PLACE_NAME =
  /^(?:\p{Lu}[\p{L}'’.-]{1,24}(?:[ -](?:\p{Lu}[\p{L}'’.-]{1,24}|de|del|la|sur|do|da|di|am|an der)){0,4}(?:,\s\p{Lu}[\p{L} ]{1,24}|\s?[-/]\s?[A-Z]{2}(?!\p{L}))?(?:\s?\([\p{L}\d ]{2,20}\))?|[\u3400-\u9fff]{2,10}[省市县縣区區州])/u;

/** `nata a Tirana (Albania)`: the verb needs no date to tell a birth place. */
export function readBornIn(page: Page, label: Label): Span[] {
  const { view } = page;
  if (!BORN_IN.test(view.folded.slice(label.start, label.end))) return [];
  const place = PLACE_NAME.exec(
    view.text.slice(label.valueStart, Math.min(label.limit, label.valueStart + 60)),
  );
  return place ? labelledSpan("NATIVE_PLACE", label.valueStart, label.valueStart + place[0].length) : [];
}

/** `Roma, 14/02/1989` or a place alone. */
function placeThenDate(page: Page, label: Label, end: number): Span[] {
  const { view } = page;
  const digit = /\d/.exec(view.text.slice(label.valueStart, end));
  const dateStart = digit ? label.valueStart + digit.index : -1;
  const dateEnd = dateStart > 0 ? readBirthDate(view, dateStart, label.limit) : -1;
  if (dateEnd < 0) return labelledSpan(digit ? "BIRTH_DATE" : "NATIVE_PLACE", label.valueStart, end);
  return [
    ...labelledSpan("NATIVE_PLACE", label.valueStart, placeEnd(view.text, label.valueStart, dateStart)),
    ...labelledSpan("BIRTH_DATE", dateStart, dateEnd),
  ];
}

function placeEnd(text: string, from: number, to: number): number {
  const place = text.slice(from, to).replace(/(?:[\s,/-]|\b(?:on|am|le|il|el|em|the|den)\b)+$/i, "");
  return from + place.length;
}
