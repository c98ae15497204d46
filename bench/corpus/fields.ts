/** The personal part of a résumé: labels with marked values. */
import { pick, type Random } from "../../test/chaos/random.ts";
import { identifier } from "./identifiers.ts";
import { mark } from "./marked.ts";
import type { Person } from "./person.ts";
import { birthText, expand } from "./templates.ts";
import { FIELD_KINDS, FIELD_TYPES, type FieldKind, type Vocabulary } from "./vocabulary/types.ts";

export interface Field {
  kind: FieldKind;
  label: string;
  /** Marked. */
  value: string;
}

/** How often a résumé that has a label for it states a field; what is not named here: a third of the time. */
const SHARES: Partial<Record<FieldKind, number>> = {
  name: 1,
  phone: 1,
  email: 1,
  address: 0.7,
  birth: 0.7,
  gender: 0.6,
};
const MAIL_HOSTS = ["example.com", "example.org", "mail.example.net", "post.example"] as const;
const SITES = ["https://github.com/", "https://www.linkedin.com/in/", "https://"] as const;

export function personalFields(random: Random, vocabulary: Vocabulary, person: Person): Field[] {
  return FIELD_KINDS.flatMap((kind): Field[] => {
    const labels = vocabulary.labels[kind];
    if (!labels || random() >= (SHARES[kind] ?? 0.33)) return [];
    const value = invented(kind, random, vocabulary, person);
    if (value === null) return [];
    return [{ kind, label: pick(random, labels), value: mark(FIELD_TYPES[kind], value) }];
  });
}

/** A value of this kind as the language writes it, or null when the form that was drawn cannot hold it. */
export function invented(
  kind: FieldKind,
  random: Random,
  vocabulary: Vocabulary,
  person: Person,
): string | null {
  const context = { random, vocabulary, person };
  switch (kind) {
    case "name":
      return person.name;
    case "reading":
      return person.reading ?? person.latin;
    case "gender": {
      const forms = vocabulary.values.gender ?? ["F", "M"];
      const half = forms.length / 2;
      return forms[(person.born.woman ? 0 : half) + Math.floor(random() * half)] ?? forms[0];
    }
    case "birth":
      return birthText(pick(random, vocabulary.birthForms), person, vocabulary);
    case "age":
      return pick(random, vocabulary.ageForms).replace("{a}", String(person.age));
    case "email":
      return `${person.login}@${pick(random, MAIL_HOSTS)}`;
    case "link": {
      const site = pick(random, SITES);
      return site === "https://"
        ? `${site}${person.login.replace(".", "-")}.example`
        : `${site}${person.login}`;
    }
    default: {
      const forms = vocabulary.values[kind];
      return forms
        ? expand(pick(random, forms), context)
        : identifier(kind, vocabulary.locale, random, person.born);
    }
  }
}
