import { AMBIGUOUS_NAME_WORDS, NAME_PARTICLES } from "./lexicons/name-words.ts";
import type { NameScript, NameShape } from "./name-shapes.ts";
import { fold } from "./normalise.ts";
import { romanisedSurname, romaniseHangul, romaniseKana, toHiragana, toKatakana } from "./romanisation.ts";
import type { SubjectNames } from "./subject-name.ts";

/**
 * How much a form says by itself. `full` names the person anywhere; `alone` with its capital; `honorific` before
 * a form of address; `romanised` beside a given name that it can belong to; `together` only beside another form.
 */
export type FormStrength = "full" | "alone" | "honorific" | "romanised" | "together";

export interface NameForm {
  /** Folded, as it is looked for. */
  text: string;
  owner: "subject" | "person";
  script: NameScript;
  strength: FormStrength;
  /** First letters of the name's other words, for `P. Okonkwo`. */
  initials?: ReadonlySet<string>;
  particles?: ReadonlySet<string>;
  romanises?: { given: string; script: "han" | "hangul" };
}

/** The spellings of a Latin word: without accents, and with the digraphs that stand for umlauts. */
function spellings(word: string): string[] {
  const lower = word.toLowerCase();
  if (/^[a-z'.-]*$/.test(lower)) return [lower];
  const digraphs = lower
    .replace(/ä/g, "ae")
    .replace(/[öø]/g, "oe")
    .replace(/ü/g, "ue")
    .replace(/å/g, "aa")
    .replace(/ß/g, "ss");
  return [...new Set([fold(lower), fold(lower).replace(/ß/g, "ss"), fold(digraphs)])];
}

function latinForms(name: NameShape, owner: NameForm["owner"]): NameForm[] {
  const words = name.parts.filter((part) => !NAME_PARTICLES.has(fold(part)));
  const particles = new Set(name.parts.map(fold).filter((part) => NAME_PARTICLES.has(part)));
  const initials = new Set(words.map((word) => fold(word)[0]!));
  const base = { owner, script: "latin" as const, initials, particles };
  const pieces = words.flatMap((word) => [word, ...word.split("-").filter((piece) => piece.length > 2)]);
  const forms: NameForm[] = [];
  for (const piece of new Set(pieces)) {
    for (const text of spellings(piece.replace(/\.$/, ""))) {
      if (text.length < 2) continue;
      const alone = owner === "subject" && text.length > 2;
      forms.push({ ...base, text, strength: alone ? "alone" : "together" });
      if (alone && text.length > 4 && !AMBIGUOUS_NAME_WORDS.has(text))
        forms.push({ ...base, text: `${text}s`, strength: "alone" });
    }
  }
  if (owner === "subject" && words.length > 1) {
    const [first, last] = [words[0]!, words.at(-1)!];
    for (const [a, b] of [
      [first, last],
      [last, first],
    ] as const) {
      for (const left of spellings(a))
        for (const right of spellings(b)) forms.push({ ...base, text: left + right, strength: "full" });
    }
  }
  return forms;
}

function cjkForms(name: NameShape, owner: NameForm["owner"]): NameForm[] {
  const { script } = name;
  const joined = name.parts.join("");
  const base = { owner, script };
  const forms: NameForm[] = [{ ...base, text: joined, strength: "full" }];
  const [family = "", given = ""] = name.parts;
  if (given) forms.push({ ...base, text: `${family}_${given}`, strength: "full" });
  if (owner === "person") return forms;
  if (script === "kana") return kanaForms(name);
  if (given.length >= 2) forms.push({ ...base, text: given, strength: "alone" });
  if (family.length >= 2)
    forms.push({ ...base, text: family, strength: script === "han" ? "alone" : "honorific" });
  else forms.push({ ...base, text: family, strength: "honorific" });
  for (const surname of romanisedSurname(family)) {
    if (given)
      forms.push({
        owner,
        script: "latin",
        text: surname,
        strength: "romanised",
        romanises: { given, script: script === "hangul" ? "hangul" : "han" },
      });
  }
  if (script === "hangul" && given.length >= 2) {
    forms.push({ owner, script: "latin", text: romaniseHangul(given), strength: "alone" });
  }
  return forms;
}

function kanaForms(name: NameShape): NameForm[] {
  const base = { owner: "subject" as const, script: "kana" as const };
  const forms: NameForm[] = [];
  for (const write of [toHiragana, toKatakana]) {
    forms.push({ ...base, text: write(name.parts.join("")), strength: "full" });
    for (const part of name.parts)
      if (part.length > 1) forms.push({ ...base, text: write(part), strength: "alone" });
  }
  const romaji = name.parts.flatMap((part) => romaniseKana(part).filter((text) => text.length > 2));
  for (const text of romaji)
    forms.push({
      owner: "subject",
      script: "latin",
      text,
      strength: AMBIGUOUS_NAME_WORDS.has(text) ? "together" : "alone",
    });
  return forms;
}

/** All forms to look for; of equal texts the first, which is the applicant's, counts. */
export function nameForms(subject: SubjectNames, persons: readonly NameShape[]): NameForm[] {
  const names = [...new Map(subject.names.map((name) => [name.parts.join(" "), name])).values()];
  const forms = [
    ...names.flatMap((name) =>
      name.script === "latin" ? latinForms(name, "subject") : cjkForms(name, "subject"),
    ),
    ...[...subject.confirming].map(
      (text): NameForm => ({ text, owner: "subject", script: "latin", strength: "together" }),
    ),
    ...persons.flatMap((name) => (name.script === "latin" ? [] : cjkForms(name, "person"))),
  ];
  const strongest = new Map<string, NameForm>();
  const order: readonly FormStrength[] = ["full", "alone", "romanised", "honorific", "together"];
  for (const form of forms) {
    const known = strongest.get(form.text);
    const better =
      !known || (known.owner === form.owner && order.indexOf(form.strength) < order.indexOf(known.strength));
    const romanises = form.romanises ?? known?.romanises;
    strongest.set(form.text, { ...(better ? form : known), ...(romanises ? { romanises } : {}) });
  }
  return [...strongest.values()].filter((form) => form.text.length > 0);
}
