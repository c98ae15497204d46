import { isAsciiLetter, isCjk, isUpper, isWordLetter } from "./characters.ts";
import type { Label } from "./labels.ts";
import { NOT_HAN_NAMES, NOT_NAME_WORDS } from "./lexicons/name-words.ts";
import { skipBlanks } from "./lines.ts";
import { matchesOf } from "./matching.ts";
import { readFurther, skipQuotes } from "./name-readings.ts";
import { type NameShape, readName } from "./name-shapes.ts";
import { hanSurname, NOT_OF_NAMES } from "./name-shapes-cjk.ts";
import { KIND, kindsOf } from "./name-word-kinds.ts";
import { fold, normalise } from "./normalise.ts";
import { lineAt, type Page } from "./page.ts";
import type { Span } from "./spans.ts";
import { findHeadingName } from "./subject-heading.ts";
import type { SubjectHints } from "./types.ts";

/** What the résumé (and what is known besides) says the applicant is called. */
export interface SubjectNames {
  /** Names with their places; those of hints have none in the text and `start === end`. */
  names: NameShape[];
  /** Words of e-mail addresses and file names: they confirm names, and are none by themselves. */
  confirming: ReadonlySet<string>;
}

/** The words of an address's local part or a file's name that may be a person's. */
export function wordsOf(text: string): string[] {
  const words = asciiWords(text) ?? anyWords(text);
  return words.filter((word) => word.length > 1 && (kindsOf(word) & KIND.notName) === 0);
}

function anyWords(text: string): string[] {
  const plain = text.replace(/([a-z])([A-Z])/g, "$1 $2").normalize("NFKC");
  return fold(plain).match(/\p{L}{2,}/gu) ?? [];
}

/** The same without patterns, for nearly all addresses: runs of letters, parted before a capital behind a small one. */
function asciiWords(text: string): string[] | undefined {
  const words: string[] = [];
  let start = -1;
  for (let i = 0; i <= text.length; i++) {
    const unit = i < text.length ? text.charCodeAt(i) : 0;
    if (unit > LAST_ASCII) return undefined;
    const letter = isAsciiLetter(unit);
    const parts = letter && start >= 0 && start < i && isUpper(unit) && !isUpper(text.charCodeAt(i - 1));
    if (start >= 0 && (!letter || parts)) {
      words.push(text.slice(start, i).toLowerCase());
      start = -1;
    }
    if (letter && start < 0) start = i;
  }
  return words;
}

const LAST_ASCII = 0x7f;

/** What is known when a source of names is asked. */
export interface NameContext {
  hints: SubjectHints;
  fileStem: string;
  confirming: ReadonlySet<string>;
  /** Local parts of e-mail addresses, folded. */
  locals: readonly string[];
  /** Names of the text that the sources before have found. */
  known: readonly NameShape[];
}

export interface NameSource {
  name: string;
  find(page: Page, context: NameContext): NameShape[];
}

/** In this order: a heading is weighed against what labels say. */
export const NAME_SOURCES: readonly NameSource[] = [
  { name: "hint", find: (_page, { hints, fileStem }) => hintedNames(hints, fileStem) },
  {
    name: "label",
    find: (page) => {
      const names: NameShape[] = [];
      for (let i = 0; i < page.labels.length; i++) {
        const label = page.labels[i]!;
        if (label.fields.includes("NAME") && !readsAddress(page, i))
          names.push(...readLabelledNames(page, label));
      }
      return names;
    },
  },
  { name: "introduction", find: findIntroductions },
  {
    name: "heading",
    find: (page, { confirming, locals, known }) => findHeadingName(page, confirming, locals, known),
  },
];

const localPart = (address: string): string => address.split("@", 1)[0]!;

/** Finds the applicant's names: from hints, after labels, and in the heading. */
export function findSubjectNames(
  page: Page,
  emails: readonly Span[],
  hints: SubjectHints,
  sources: readonly NameSource[] = NAME_SOURCES,
): SubjectNames {
  const { text } = page.view;
  const written = emails.map((span) => localPart(text.slice(span.start, span.end)));
  if (hints.email) written.push(localPart(hints.email));
  const fileStem = hints.fileName?.replace(/\.[^.]{1,5}$/, "") ?? "";
  const confirming = new Set([...written, fileStem].flatMap(wordsOf));
  const locals = written.map(fold);
  const names: NameShape[] = [];
  for (const { find } of sources) {
    const known = names.filter((shape) => shape.end > shape.start);
    names.push(...find(page, { hints, fileStem, confirming, locals, known }));
  }
  return { names, confirming };
}

/** A line of kana above an address is the address's reading: `ふりがな とうきょうと` `現住所 東京都`. */
export function readsAddress(page: Page, index: number): boolean {
  const label = page.labels[index]!;
  const next = page.labels[index + 1];
  if (!/ふりかな|ふりがな|フリカナ|フリガナ/.test(page.view.text.slice(label.start, label.end))) return false;
  return (
    next?.fields.some((field) => field === "ADDRESS" || field === "PHONE") === true &&
    lineAt(page, next.start) - lineAt(page, label.start) <= 1
  );
}

/** Names that are known from elsewhere, in shapes of their own text. */
function hintedNames(hints: SubjectHints, fileStem: string): NameShape[] {
  const given = hints.name ? readAllNames(hints.name, true) : [];
  const words = fileStem === "" ? [] : fileStem.split(/[^\p{L}]+/u);
  const cjkOfFile = words.flatMap((word) => (isCjk(word.charCodeAt(0)) ? readAllNames(word, false) : []));
  return [...given, ...cjkOfFile].map((shape) => ({ ...shape, start: 0, end: 0 }));
}

function readAllNames(text: string, announced: boolean): NameShape[] {
  const view = normalise(text);
  const names: NameShape[] = [];
  let at = skipBlanks(view.text, 0, view.text.length);
  while (at < view.text.length) {
    const shape = readName(view, at, view.text.length, { atLeast: 1, announced });
    if (!shape) break;
    names.push(shape);
    at = skipPast(view.text, shape.end);
  }
  return names;
}

const skipPast = (text: string, at: number): number => {
  while (at < text.length && !isWordLetter(text.charCodeAt(at)) && !isCjk(text.charCodeAt(at))) at++;
  return at;
};

/** `我叫晏子萱，`: whatever stands before the mark is the name. Behind `我是` it needs a listed family name. */
const HAN_INTRODUCTION =
  /(?:我叫|我的名字[叫是]|本人姓名|(我是|本人))([\u3400-\u9fff]{2,4})(?=[，,。、；;\s(（]|$)/g;

function findIntroductions({ view }: Page): NameShape[] {
  if (!view.han || view.kana) return [];
  return matchesOf(HAN_INTRODUCTION, view.text).flatMap((match) => {
    const name = match[2]!;
    const end = match.index + match[0].length;
    const family = hanSurname(name);
    if (
      NOT_HAN_NAMES.has(name) ||
      (match[1] && (!family || name.length > family.length + 2 || NOT_OF_NAMES.test(name)))
    )
      return [];
    const length = family?.length ?? 1;
    if (length >= name.length) return [];
    return [
      {
        script: "han" as const,
        start: end - name.length,
        end,
        parts: [name.slice(0, length), name.slice(length)],
      },
    ];
  });
}

const VERBAL = /(?:is|ist|'appelle|es|llamo|e|é|chamo-me|chiamo|heisse|of|von|de|di)$/;

/** Values of name labels. Running text (`loose`) announces a name only by a verb: `my name is`. */
function readLabelledNames(page: Page, label: Label): NameShape[] {
  const { view } = page;
  const written = view.folded.slice(label.start, label.end).trimEnd();
  if (label.mode === "loose" && !VERBAL.test(written)) return [];
  if (SAYS_NAME.test(written)) return readSaidName(page, label);
  const explicit = label.mode === "explicit";
  const at = skipQuotes(view.text, label.valueStart, label.limit);
  const announced = explicit && !label.below;
  const part = label.below && PART_OF_NAME.test(written);
  const atLeast = announced || part || (label.below && explicit) ? 1 : 2;
  const shape = readName(view, at, label.limit, {
    atLeast,
    announced: announced || (label.mode === "tabular" && isCjk(view.text.charCodeAt(at))),
  });
  if (!shape || (!announced && !fillsCell(page, shape, label.limit))) return [];
  if (
    announced &&
    shape.script === "latin" &&
    shape.parts.length === 1 &&
    NOT_NAME_WORDS.has(fold(shape.parts[0]!))
  )
    return [];
  return readFurther(page, shape, label.limit, announced);
}

/** A form's line that asks for one part of the name, which the next line answers. */
const PART_OF_NAME =
  /first name|last name|middle name|given name|family name|surname|preferred name|vorname|nachname|prenom|nom de famille|apellido|sobrenome|cognome/;

/** `mi chiamo`: nothing but a name stands behind it. */
const SAYS_NAME = /(?:'appelle|me llamo|me chamo|chamo-me|mi chiamo|ich hei(?:ss|s|ß)e)$/;
/** What a sentence goes on with behind the name. */
const GOES_ON =
  /[,.;:!?\n()]| (?:e|y|et|and|und|ed|mas|ma|pero|mais|aber|i'm|sono|soy|sou|tengo|tenho|ho|j'ai|bin|alle|aus|de|da|from|il|und)(?= )/;

/** A name in small letters too, up to where the sentence goes on. */
function readSaidName({ view }: Page, label: Label): NameShape[] {
  const rest = view.folded.slice(label.valueStart, label.limit);
  const end = rest.search(GOES_ON);
  const limit = end < 0 ? label.limit : label.valueStart + end;
  const shape = readName(view, label.valueStart, limit, { atLeast: 1, announced: true });
  return shape ? [shape] : [];
}

function fillsCell(page: Page, shape: NameShape, limit: number): boolean {
  const at = skipBlanks(page.view.text, shape.end, limit);
  return at >= limit || at - shape.end >= 1 || /[\n,;|/()（）·-]/.test(page.view.text[at]!);
}
