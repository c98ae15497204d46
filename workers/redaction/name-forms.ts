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
  /** Folded, as it is looked for. Parts of names hold no blanks, so neither does a form. */
  text: string;
  owner: "subject" | "person";
  script: NameScript;
  strength: FormStrength;
  /** First letters of the name's words, for `P. Okonkwo`. */
  initials: readonly string[];
  particles: readonly string[];
  romanises: { given: string; script: "han" | "hangul" } | undefined;
}

const ORDER: Record<FormStrength, number> = { full: 0, alone: 1, romanised: 2, honorific: 3, together: 4 };
const NONE: readonly string[] = [];

/** The forms by their texts; of equal texts the stronger counts, and the applicant's before another person's. */
class NameForms {
  readonly #byText = new Map<string, NameForm>();

  add(form: NameForm): void {
    const known = this.#byText.get(form.text);
    if (!known) {
      this.#byText.set(form.text, form);
      return;
    }
    const better = known.owner === form.owner && ORDER[form.strength] < ORDER[known.strength];
    const kept = better ? form : known;
    const romanises = form.romanises ?? known.romanises;
    this.#byText.set(form.text, kept.romanises === romanises ? kept : { ...kept, romanises });
  }

  all(): NameForm[] {
    this.#byText.delete("");
    return [...this.#byText.values()];
  }
}

const MAY_HAVE_DIGRAPH = /[äöøüåß]/;

/** The spellings of a Latin word: without accents, and with the digraphs that stand for umlauts. */
function spellings(word: string): string[] {
  const lower = word.toLowerCase();
  if (!MAY_HAVE_DIGRAPH.test(lower)) return [fold(lower)];
  const digraphs = lower
    .replace(/ä/g, "ae")
    .replace(/[öø]/g, "oe")
    .replace(/ü/g, "ue")
    .replace(/å/g, "aa")
    .replace(/ß/g, "ss");
  return [...new Set([fold(lower), fold(lower).replace(/ß/g, "ss"), fold(digraphs)])];
}

/** The words of a name, each with its pieces between hyphens, without repetition. */
function piecesOf(words: readonly string[]): string[] {
  const pieces: string[] = [];
  for (const word of words) {
    if (!pieces.includes(word)) pieces.push(word);
    if (!word.includes("-")) continue;
    for (const piece of word.split("-")) if (piece.length > 2 && !pieces.includes(piece)) pieces.push(piece);
  }
  return pieces;
}

const withoutStop = (word: string): string => (word.endsWith(".") ? word.slice(0, -1) : word);

/** Latin names are looked for by their words; those of other persons only where they were found. */
function addLatinForms(forms: NameForms, name: NameShape): void {
  const words: string[] = [];
  const initials: string[] = [];
  const particles: string[] = [];
  for (const part of name.parts) {
    const folded = fold(part);
    if (NAME_PARTICLES.has(folded)) particles.push(folded);
    else {
      words.push(part);
      initials.push(folded[0]!);
    }
  }
  const add = (text: string, strength: FormStrength): void =>
    forms.add({
      text,
      owner: "subject",
      script: "latin",
      strength,
      initials,
      particles,
      romanises: undefined,
    });
  for (const piece of piecesOf(words)) {
    for (const text of spellings(withoutStop(piece))) {
      if (text.length < 2) continue;
      const alone = text.length > 2;
      add(text, alone ? "alone" : "together");
      if (text.length > 4 && !AMBIGUOUS_NAME_WORDS.has(text)) add(`${text}s`, "alone");
    }
  }
  if (words.length < 2) return;
  const first = spellings(words[0]!);
  const last = spellings(words.at(-1)!);
  for (const left of first) for (const right of last) add(left + right, "full");
  for (const left of last) for (const right of first) add(left + right, "full");
}

function addCjkForms(forms: NameForms, name: NameShape, owner: NameForm["owner"]): void {
  const { script } = name;
  const add = (text: string, strength: FormStrength): void =>
    forms.add({ text, owner, script, strength, initials: NONE, particles: NONE, romanises: undefined });
  const [family = "", given = ""] = name.parts;
  add(name.parts.join(""), "full");
  if (given) add(`${family}_${given}`, "full");
  if (owner === "person") return;
  if (given.length >= 2) add(given, "alone");
  add(family, family.length >= 2 && script === "han" ? "alone" : "honorific");
  if (!given) return;
  const romanises = { given, script: script === "hangul" ? "hangul" : "han" } as const;
  for (const text of romanisedSurname(family)) forms.add({ ...latinForm(text, "romanised"), romanises });
  if (script === "hangul" && given.length >= 2) forms.add(latinForm(romaniseHangul(given), "alone"));
}

/** A Latin word that is the applicant's without being written in a Latin name. */
const latinForm = (text: string, strength: FormStrength): NameForm => ({
  text,
  owner: "subject",
  script: "latin",
  strength,
  initials: NONE,
  particles: NONE,
  romanises: undefined,
});

function addKanaForms(forms: NameForms, name: NameShape): void {
  const add = (text: string, strength: FormStrength): void =>
    forms.add({ ...latinForm(text, strength), script: "kana" });
  for (const write of [toHiragana, toKatakana]) {
    add(write(name.parts.join("")), "full");
    for (const part of name.parts) if (part.length > 1) add(write(part), "alone");
  }
  for (const part of name.parts)
    for (const text of romaniseKana(part))
      if (text.length > 2) forms.add(latinForm(text, AMBIGUOUS_NAME_WORDS.has(text) ? "together" : "alone"));
}

/** All forms to look for; of equal texts the first, which is the applicant's, counts. */
export function nameForms(subject: SubjectNames, persons: readonly NameShape[]): NameForm[] {
  const forms = new NameForms();
  const seen = new Set<string>();
  for (const name of subject.names) {
    const written = name.parts.join(" ");
    if (seen.has(written)) continue;
    seen.add(written);
    if (name.script === "latin") addLatinForms(forms, name);
    else if (name.script === "kana") addKanaForms(forms, name);
    else addCjkForms(forms, name, "subject");
  }
  for (const text of subject.confirming) forms.add(latinForm(text, "together"));
  for (const name of persons) if (name.script !== "latin") addCjkForms(forms, name, "person");
  return forms.all();
}
