import { pick, type Random } from "../../test/chaos/random.ts";
import { mark } from "./marked.ts";
import { CORPUS_YEAR, inventPerson, type Person } from "./person.ts";
import type { Vocabulary } from "./vocabulary/types.ts";

export interface TemplateContext {
  random: Random;
  vocabulary: Vocabulary;
  person: Person;
}

const two = (value: number) => String(value).padStart(2, "0");

/** Fills a template as {@link Vocabulary} describes it. @throws Error for a list that there is not. */
export function expand(template: string, context: TemplateContext): string {
  const { random, vocabulary, person } = context;
  return template.replace(/\{(\w+)\}|#/g, (whole, key: string | undefined): string => {
    if (key === undefined) return whole === "#" ? String(1 + Math.floor(random() * 9)) : whole;
    switch (key) {
      case "n":
        return String(2 + Math.floor(random() * 59));
      case "y":
        return String(CORPUS_YEAR - 1 - Math.floor(random() * 20));
      case "latin":
        return person.login.replace(".", "");
      case "city":
        return vocabulary.lists.place[person.place] ?? vocabulary.lists.place[0];
      case "person":
        return mark("PERSON", inventPerson(random, vocabulary).name);
      case "phone":
        return mark("PHONE", expand(pick(random, vocabulary.values.phone ?? ["+1 ### 555 01##"]), context));
    }
    const list = vocabulary.lists[key];
    if (!list) throw new Error(`${vocabulary.locale} has no list ${key}`);
    return pick(random, list);
  });
}

export function monthText(form: string, year: number, month: number, vocabulary: Vocabulary): string {
  return form
    .replace("{Y}", String(year))
    .replace("{MM}", two(month))
    .replace("{M}", String(month))
    .replace("{month}", vocabulary.months[month - 1] ?? String(month));
}

/** First years of the eras that birth dates are written in. */
const ERAS: readonly (readonly [mark: string, first: number, last: number])[] = [
  ["昭和", 1926, 1988],
  ["平成", 1990, 2018],
  ["民國", 1912, 9999],
];

/** The date of birth in a form of the language, or null when the form's era does not hold the year. */
export function birthText(form: string, { born }: Person, vocabulary: Vocabulary): string | null {
  const era = ERAS.find(([name]) => form.startsWith(name));
  if (era && (born.year < era[1] || born.year > era[2])) return null;
  const first = era?.[0] === "平成" ? 1989 : (era?.[1] ?? 0);
  return monthText(form.replace("{era}", String(born.year - first + 1)), born.year, born.month, vocabulary)
    .replace("{DD}", two(born.day))
    .replace("{D}", String(born.day));
}
