/** The personal part of a text: the same facts, stated in one of several ways. */
import { pick, type Random, sample } from "../../../test/chaos/random.ts";
import { mark, upperCased } from "../marked.ts";
import { FIELD_KINDS, type FieldKind } from "../vocabulary/types.ts";
import { value, type WordingContext, worded } from "./wordings.ts";

export const ARRANGEMENTS = [
  "list",
  "one line",
  "pairs",
  "stacked",
  "table",
  "contacts in a line",
  "unlabelled",
  "prose",
] as const;
export type Arrangement = (typeof ARRANGEMENTS)[number];

interface Stated {
  kind: FieldKind;
  label: string;
  value: string;
}

/** How often a résumé states a field that its language has a label for; what is not named here: a third of the time. */
const SHARES: Partial<Record<FieldKind, number>> = {
  phone: 1,
  email: 1,
  address: 0.75,
  birth: 0.7,
  gender: 0.6,
};
const OTHERWISE = 0.4;
/** Contact details that stand without a label as often as with one. */
const PLAIN: readonly FieldKind[] = ["email", "phone", "link", "address"];

/** Lines of the block, heading with the name first. */
export function personalBlock(arrangement: Arrangement, context: WordingContext): string[] {
  const stated = statedFields(context);
  const colon = pick(context.random, context.vocabulary.colon);
  const labelled = ({ label, value }: Stated) => `${label}${colon}${value}`;
  const separator = pick(context.random, [" | ", " · ", " • ", " / ", "  ", " ｜ "]);
  const withName = context.random() < 0.5;
  const shown = stated.filter(({ kind }) => kind !== "name" || withName);
  switch (arrangement) {
    case "list":
      return [...heading(context), ...shown.map(labelled)];
    case "one line":
      return [...heading(context), shown.map(labelled).join(separator)];
    case "pairs":
      return [...heading(context), ...inPairs(shown.map(labelled), "\t")];
    case "stacked":
      return [...heading(context), ...shown.flatMap(({ label, value }) => [label, value])];
    case "table":
      return inPairs(
        stated.map(({ label, value }) => `${label}\t${value}`),
        "\t",
      );
    case "contacts in a line": {
      const contacts = shown.filter(({ kind }) => PLAIN.includes(kind));
      const others = shown.filter(({ kind }) => !PLAIN.includes(kind) && kind !== "name");
      return [
        ...heading(context),
        contacts.map(({ value }) => value).join(separator),
        ...others.map(labelled),
      ];
    }
    case "unlabelled": {
      const numbers = shown.filter(({ kind }) => NUMBERED.includes(kind));
      const contacts = shown.filter(({ kind }) => PLAIN.includes(kind)).map(({ value }) => value);
      const line = worded(pick(context.random, context.vocabulary.personal.unlabelled), context);
      return [...heading(context), line, ...contacts, ...numbers.map(labelled)];
    }
    case "prose": {
      const contacts = shown.filter(({ kind }) => PLAIN.includes(kind) || NUMBERED.includes(kind));
      const line = worded(pick(context.random, context.vocabulary.personal.prose), context);
      return [...heading(context), line, ...contacts.map(labelled)];
    }
  }
}

/** What is never stated without saying what it is. */
const NUMBERED: readonly FieldKind[] = [
  "nationalId",
  "socialId",
  "taxId",
  "passport",
  "licence",
  "bankCard",
  "iban",
  "handle",
];

function statedFields(context: WordingContext): Stated[] {
  const { random, vocabulary } = context;
  const stated: Stated[] = [];
  for (const kind of FIELD_KINDS) {
    const labels = vocabulary.labels[kind];
    if (!labels || (kind !== "name" && random() >= (SHARES[kind] ?? OTHERWISE))) continue;
    const text = kind === "name" ? mark("NAME", context.person.name) : value(kind, context, "labelled");
    if (text !== null) stated.push({ kind, label: pick(random, labels), value: text });
  }
  const [name, ...others] = stated;
  const shuffled = random() < 0.4 ? sample(random, others, others.length) : others;
  return name ? [name, ...shuffled] : shuffled;
}

/** The name as a heading, in one of the ways in which people write it there. */
function heading({ random, person, vocabulary }: WordingContext): string[] {
  const own = mark("NAME", person.name);
  const role = pick(random, vocabulary.lists.role);
  const native = vocabulary.spaced === false || vocabulary.locale === "ko";
  const [given] = person.given;
  const [family] = person.family;
  const forms: (readonly [string, ...string[]])[] = native
    ? [
        [own],
        [own],
        [`${own} (${mark("NAME", person.latin, "latin")})`],
        [own, mark("NAME", surnameFirst(person.latin), "latin")],
        [`${own}  ${role}`],
      ]
    : [
        [own],
        [own],
        [upperCased(own, vocabulary.locale)],
        [mark("NAME", `${given} ${family.toLocaleUpperCase(vocabulary.locale)}`)],
        [mark("NAME", `${family}, ${given}`)],
        [`${own}, ${role}`],
      ];
  const lines = [...pick(random, [forms[0] ?? [own], ...forms.slice(1)])];
  if (random() < 0.5) lines.push(role);
  if (vocabulary.pageTitles.length > 0 && random() < 0.5)
    lines.unshift(vocabulary.pageTitles[Math.floor(random() * vocabulary.pageTitles.length)] ?? "");
  return lines;
}

/** `Ruolan Shen` as `SHEN Ruolan`. */
function surnameFirst(latin: string): string {
  const words = latin.split(" ");
  const surname = words.pop() ?? "";
  return `${surname.toUpperCase()} ${words.join(" ")}`;
}

function inPairs(cells: readonly string[], separator: string): string[] {
  const rows: string[] = [];
  for (let at = 0; at < cells.length; at += 2) rows.push(cells.slice(at, at + 2).join(separator));
  return rows;
}

export const anyArrangement = (random: Random): Arrangement => pick(random, ARRANGEMENTS);
