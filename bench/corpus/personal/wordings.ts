/** Fills the templates of {@link PersonalVocabulary}. */
import { pick, type Random } from "../../../test/chaos/random.ts";
import { invented } from "../fields.ts";
import { mark } from "../marked.ts";
import type { Person } from "../person.ts";
import { expand } from "../templates.ts";
import { FIELD_TYPES, type FieldKind } from "../vocabulary/types.ts";
import type { WideVocabulary } from "./widen.ts";

export interface WordingContext {
  random: Random;
  vocabulary: WideVocabulary;
  person: Person;
}

/** How much of the name a mention says. */
const OWN_KEYS = { self: "full", surname: "surname", forename: "forename" } as const;

const isFieldKind = (key: string): key is FieldKind => key in FIELD_TYPES;

/** A kind's value, marked; `variant` says how it is written where that is not the plain way. */
export function value(kind: FieldKind, context: WordingContext, stated: "labelled" | "bare"): string | null {
  const { random, vocabulary, person } = context;
  let text: string | null = null;
  // A form may belong to an era that does not hold the year.
  for (let tries = 0; text === null && tries < 20; tries++) {
    text = invented(kind, random, vocabulary, person);
    if (stated === "bare" && text !== null && !speaksForItself(kind, text)) text = null;
  }
  if (text === null) return null;
  // Some redactors ask whether a domain's last part is a real one, which `example` is not.
  text = text.replace(/\.example$/, ".example.net");
  const type = FIELD_TYPES[kind];
  if (kind === "email" && random() < OBSCURED) return mark(type, obscured(text, random), "at");
  if (NUMBERS.includes(kind) && stated === "labelled" && random() < MASKED)
    return mark(type, masked(text, random), "masked");
  const unchecked = isUnchecked(kind, vocabulary);
  const variant = stated === "bare" ? "bare" : unchecked ? "unchecked" : undefined;
  // What stands around the number of years, brackets for one, may go or stay.
  const [, before = "", years = text, after = ""] =
    kind === "age" ? (/^(\D*)(\d+\s?[^\s\d)）]*)(.*)$/u.exec(text) ?? []) : [];
  return allowed(before) + mark(type, years, variant) + allowed(after);
}

const allowed = (text: string): string => (text === "" ? "" : `⟦ALLOWED|${text}⟧`);

/** Without a label nobody could say what `37`, `有` or `无` is about. */
const speaksForItself = (kind: FieldKind, text: string): boolean =>
  kind === "gender" || (text.length > 1 && !/^\d+$/.test(text) && !NONE.includes(text));
const NONE: readonly string[] = ["None", "无", "無", "없음", "해당 없음", "비대상", "无宗教信仰"];

const OBSCURED = 0.15;
const MASKED = 0.12;
const NUMBERS: readonly FieldKind[] = ["phone", "nationalId", "socialId", "taxId", "bankCard", "passport"];

/** Numbers of these kinds carry a check digit only where {@link invented} computes one. */
const CHECKED: readonly FieldKind[] = ["nationalId", "socialId", "taxId", "bankCard"];
const WITHOUT_CHECK_DIGIT: readonly string[] = ["socialId en-GB", "socialId en-US", "taxId en-IN"];
const isUnchecked = (kind: FieldKind, { locale, values }: WideVocabulary): boolean =>
  CHECKED.includes(kind) && (values[kind] !== undefined || WITHOUT_CHECK_DIGIT.includes(`${kind} ${locale}`));

function obscured(address: string, random: Random): string {
  const [at, dot] = pick<readonly [string, string]>(random, [
    [" (at) ", "."],
    ["(at)", "."],
    ["[at]", "[dot]"],
    [" [at] ", "."],
    [" (at) ", " (dot) "],
    [" AT ", " DOT "],
  ]);
  const [login = "", host = ""] = address.split("@");
  return `${login}${at}${host.replaceAll(".", dot)}`;
}

/** Hides the digits in the middle, as people do before they hand a number on. */
function masked(number: string, random: Random): string {
  const sign = pick(random, ["*", "*", "X", "x", "•"]);
  const digits = [...number.matchAll(/\d/g)].map(({ index }) => index);
  const keep = Math.max(3, Math.floor(digits.length / 3));
  const hidden = new Set(digits.slice(keep, -Math.min(4, digits.length - keep - 2)));
  return [...number].map((character, at) => (hidden.has(at) ? sign : character)).join("");
}

/** Fills a template; its other keys go to {@link expand}. */
export function worded(template: string, context: WordingContext): string {
  const { person } = context;
  const own = template.replace(/\{(\w+)\}/g, (whole, key: string): string => {
    switch (key) {
      case "self":
        return mark("NAME", person.name, OWN_KEYS.self);
      case "surname":
        return mark("NAME", person.family[0], OWN_KEYS.surname);
      case "forename":
        return mark("NAME", person.given[0], OWN_KEYS.forename);
      case "latinName":
        return mark("NAME", person.latin, "latin");
      case "fileName":
        return mark("NAME", person.latin.replace(/[\s.]+/g, "_"), "file name");
      case "nativeFileName":
        return mark("NAME", person.name.replace(/[\s　]+/g, "_"), "file name");
      case "phone":
        return whole;
    }
    if (!isFieldKind(key)) return whole;
    return value(key, context, "bare") ?? "";
  });
  return expand(own, context);
}
