import { isAsciiLetter, isCjk, isUpper, isWordLetter } from "./characters.ts";
import type { Label } from "./labels.ts";
import { NOT_NAME_WORDS } from "./lexicons/name-words.ts";
import { skipBlanks } from "./lines.ts";
import { readFurther, skipQuotes } from "./name-readings.ts";
import { type NameShape, readName } from "./name-shapes.ts";
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

const VERBAL = /(?:is|'appelle|es|llamo|é|chamo-me|chiamo|of|von|de|di)$/;

/** Values of name labels. Running text (`loose`) announces a name only by a verb: `my name is`. */
function readLabelledNames(page: Page, label: Label): NameShape[] {
  const { view } = page;
  if (label.mode === "loose" && !VERBAL.test(view.folded.slice(label.start, label.end).trimEnd())) return [];
  const explicit = label.mode === "explicit";
  const at = skipQuotes(view.text, label.valueStart, label.limit);
  const announced = explicit && !label.below;
  const atLeast = announced ? 1 : label.below && explicit ? 1 : 2;
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

function fillsCell(page: Page, shape: NameShape, limit: number): boolean {
  const at = skipBlanks(page.view.text, shape.end, limit);
  return at >= limit || at - shape.end >= 1 || /[\n,;|/()（）·-]/.test(page.view.text[at]!);
}
