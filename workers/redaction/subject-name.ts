import { isCjk, isWordLetter } from "./characters.ts";
import type { Label } from "./labels.ts";
import { NOT_NAME_WORDS } from "./lexicons/name-words.ts";
import { skipBlanks } from "./lines.ts";
import { readFurther, skipQuotes } from "./name-readings.ts";
import { type NameShape, readName } from "./name-shapes.ts";
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
  const plain = text.replace(/([a-z])([A-Z])/g, "$1 $2").normalize("NFKC");
  return (fold(plain).match(/\p{L}{2,}/gu) ?? []).filter((word) => !NOT_NAME_WORDS.has(word));
}

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
    find: (page) =>
      page.labels.flatMap((label, index) =>
        label.fields.includes("NAME") && !readsAddress(page, index) ? readLabelledNames(page, label) : [],
      ),
  },
  {
    name: "heading",
    find: (page, { confirming, locals, known }) => findHeadingName(page, confirming, locals, known),
  },
];

/** Finds the applicant's names: from hints, after labels, and in the heading. */
export function findSubjectNames(
  page: Page,
  emails: readonly Span[],
  hints: SubjectHints,
  sources: readonly NameSource[] = NAME_SOURCES,
): SubjectNames {
  const { text } = page.view;
  const locals = emails.map((span) => text.slice(span.start, span.end).split("@")[0]!);
  if (hints.email) locals.push(hints.email.split("@")[0]!);
  const fileStem = hints.fileName?.replace(/\.[^.]{1,5}$/, "") ?? "";
  const confirming = new Set([...locals, fileStem].flatMap(wordsOf));
  const names: NameShape[] = [];
  for (const { find } of sources) {
    const known = names.filter((shape) => shape.end > shape.start);
    names.push(
      ...find(page, { hints, fileStem, confirming, locals: locals.map((local) => fold(local)), known }),
    );
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
  const cjkOfFile = fileStem
    .split(/[^\p{L}]+/u)
    .flatMap((word) => (isCjk(word.charCodeAt(0)) ? readAllNames(word, false) : []));
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

/** Values of name labels. Running text (`loose`) announces a name only by a verb: `my name is`. */
function readLabelledNames(page: Page, label: Label): NameShape[] {
  const { view } = page;
  const at = skipQuotes(view.text, label.valueStart, label.limit);
  const explicit = label.mode === "explicit";
  const verbal = /(?:is|'appelle|es|llamo|é|chamo-me|chiamo|of|von|de|di)$/.test(
    view.folded.slice(label.start, label.end).trimEnd(),
  );
  if (label.mode === "loose" && !verbal) return [];
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
