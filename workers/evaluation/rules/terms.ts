import { type Folded, fold } from "./fold.ts";
import { ALIASES } from "./tables/aliases.ts";
import { AMBIGUOUS } from "./tables/ambiguous.ts";

/** Where a term stands in a folded line, UTF-16. */
export interface Mention {
  start: number;
  end: number;
}

/** A criterion's terms, ready to be looked for. Make it once per criterion. */
export interface TermMatcher {
  /** Mentions in order of place, one per place. */
  find(line: Folded): Mention[];
}

const ALIAS_ROWS = ALIASES.map((row) => row.map((name) => ({ name, key: termKey(name) })));
const LATIN = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}]/u;

/**
 * A matcher for terms and their aliases. A term is a whole word: not inside a longer word (`Java` in `JavaScript`), not
 * before `+` or `#` (`C` in `C++`), though a version may follow (`Python3`, `Go1.21`) and so may a plural or a script
 * without spaces (`Java開発`, `Java를`). Its inner spaces, dots, hyphens and slashes may be any of these or nothing (`React.js`,
 * `ReactJS`, `Spring-Boot`). Katakana words end where katakana ends, but long ones may open a compound
 * (`バックエンドエンジニア`). Names that are everyday words keep to
 * their spelling (see `tables/ambiguous.ts`).
 */
export function termMatcher(terms: readonly string[]): TermMatcher {
  const names = new Map<string, string>();
  for (const term of terms) for (const name of withAliases(term)) names.set(termKey(name), name);
  names.delete("");
  const folded = [...names.values()].map((name) => fold(name.trim()));
  const finders = [
    plainFinder(folded.filter(({ lower }) => !isAmbiguous(lower))),
    ...folded.filter(({ lower }) => isAmbiguous(lower)).map(ambiguousFinder),
  ];
  return {
    find: (line) => {
      const places = finders
        .flatMap((finder) => finder(line))
        .sort((a, b) => a.start - b.start || b.end - a.end);
      return places.filter((place, index) => index === 0 || places[index - 1]!.end <= place.start);
    },
  };
}

function withAliases(term: string): string[] {
  const key = termKey(term);
  const rows = ALIAS_ROWS.filter((row) => row.some((alias) => alias.key === key));
  return [term, ...rows.flatMap((row) => row.map(({ name }) => name))];
}

/** Spellings that differ in case, spaces or hyphens are one term; `C`, `C++` and `C#` are three. */
function termKey(term: string): string {
  return fold(term).lower.replace(/[\s\-_]+/gu, "");
}

type Finder = (line: Folded) => Mention[];

const isAmbiguous = (lower: string): boolean => Object.hasOwn(AMBIGUOUS, lower);

/** All names in one expression, the longest first, so that a line is read once. */
function plainFinder(names: readonly Folded[]): Finder {
  const patterns = names
    .map(({ lower }) => lower)
    .sort((a, b) => b.length - a.length)
    .map(pattern);
  const anyOf = new RegExp(patterns.length > 0 ? patterns.join("|") : "(?!)", "gu");
  return ({ lower }) => placesOf(anyOf, lower);
}

function ambiguousFinder(name: Folded): Finder {
  const ambiguous = AMBIGUOUS[name.lower]!;
  const never = new RegExp(ambiguous.never, "giu");
  const spellings = new RegExp(ambiguous.spellings.map(pattern).join("|"), "gu");
  return ({ cased, lower }) => placesOf(spellings, cased).filter((place) => !within(never, lower, place));
}

function placesOf(expression: RegExp, text: string): Mention[] {
  return [...text.matchAll(expression)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** The phrase stands over the place: looked for in the neighbourhood, so that a long line costs no more than a short one. */
function within(never: RegExp, text: string, { start, end }: Mention): boolean {
  const from = Math.max(0, start - 24);
  return placesOf(never, text.slice(from, end + 24)).some(
    (place) => from + place.start < end && from + place.end > start,
  );
}

function pattern(term: string): string {
  const body = term
    .split(/[\s.\-_/]+/u)
    .filter((part) => part !== "")
    .map((part) => part.replace(/[\\^$*+?.()|[\]{}]/g, "\\$&"))
    .join("[\\s.\\-_/・]{0,3}");
  if (body === "") return "(?!)";
  return leftEdge(term) + body + rightEdge(term);
}

const WORD = "\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}\\p{N}_";
const KATAKANA = "\\p{Script=Katakana}ー";

function leftEdge(term: string): string {
  const first = term[0] ?? "";
  if (first === ".") return `(?<![${WORD}])\\.`; // `.NET`, not `example.net`
  if (/\p{Script=Katakana}/u.test(first)) return `(?<![${KATAKANA}])`;
  return LATIN.test(first) ? `(?<![${WORD}])` : "";
}

/** A version may follow at once: digits for names of three letters or more, dotted digits for any. */
function rightEdge(term: string): string {
  const last = term.at(-1) ?? "";
  if (/\p{Script=Katakana}|ー/u.test(last)) return opensCompounds(term) ? "" : `(?![${KATAKANA}])`;
  if (!LATIN.test(last)) return "";
  const long = (term.match(/\p{L}/gu)?.length ?? 0) >= 3;
  const plural = long && /\p{Ll}$/u.test(last) ? "(?:e?s)?" : "";
  const version = /\p{N}/u.test(last) ? "" : long ? "(?:\\d+(?:\\.\\d+)*\\+?)?" : "(?:\\d+(?:\\.\\d+)+)?";
  return `${plural}${version}(?![${WORD}+#])`;
}

/** Five katakana or more are seldom the first part of one longer word, and often that of two words in one. */
const opensCompounds = (term: string): boolean => /[\p{Script=Katakana}ー]{5}$/u.test(term);
