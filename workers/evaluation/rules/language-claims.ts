import { GRADES, LANGUAGE_TESTS, type LanguageTest } from "./tables/language-tests.ts";
import { CEFR, LANGUAGE_NAMES, LEVEL_WORDS, RANKS } from "./tables/languages.ts";

/** A language in a line, and how well the line says it is known: 1 to 6 for A1 to C2, 7 native, null where it does not say. */
export interface LanguageClaim {
  language: string;
  rank: number | null;
  start: number;
  end: number;
  /** Where the line says the level; empty where it does not. */
  levels: { start: number; end: number }[];
}

interface Token {
  start: number;
  end: number;
  language: string | null;
  rank: number;
  cefr: boolean;
}

/** Between two languages that share one level: "English and French fluent". */
const SHARED = /^\s*(?:[,、/&，]|and|und|et|y|和|及|と|및)\s*$/u;

/**
 * Languages that a folded lower-case line names, with the level that belongs to each. `English C1, German B2`,
 * `native Chinese, fluent English` and `Englisch und Französisch fließend` are read in their own order;
 * a test names its language by itself (`TOEIC 860`).
 */
export function languageClaims(lower: string): LanguageClaim[] {
  const tests = LANGUAGE_TESTS.flatMap((test) => testClaims(lower, test));
  const tokens = tokensOf(lower);
  const levelsFirst = tokens[0] !== undefined && tokens[0].language === null;
  const spoken = tokens.flatMap((token, index) => {
    if (token.language === null) return [];
    const run = levelsFirst ? runBefore(lower, tokens, index) : runAfter(lower, tokens, index);
    const levels = run.map(({ start, end }) => ({ start, end }));
    return [{ language: token.language, rank: rankOf(run), start: token.start, end: token.end, levels }];
  });
  return [...spoken, ...tests];
}

function tokensOf(lower: string): Token[] {
  const token = (match: RegExpExecArray, language: string | null, rank: number, cefr: boolean): Token => ({
    start: match.index,
    end: match.index + match[0].length,
    language,
    rank,
    cefr,
  });
  const languages = Object.entries(LANGUAGE_NAMES).flatMap(([language, names]) =>
    [...lower.matchAll(names)].map((match) => token(match, language, 0, false)),
  );
  const codes = [...lower.matchAll(CEFR)].map((match) =>
    token(match, null, RANKS[(match[1] ?? "").toUpperCase() as keyof typeof RANKS], true),
  );
  const words = LEVEL_WORDS.flatMap(([rank, names]) =>
    [...lower.matchAll(names)].map((match) => token(match, null, rank, false)),
  );
  const all = [...languages, ...codes, ...words].sort((a, b) => a.start - b.start || b.end - a.end);
  return all.filter((one, index) => !all.slice(0, index).some((earlier) => earlier.end > one.start));
}

/** Levels behind a language up to the next one; a language without any shares those of the next, if only "and" is between. */
function runAfter(lower: string, tokens: readonly Token[], index: number): Token[] {
  const next = tokens.findIndex((token, at) => at > index && token.language !== null);
  const run = tokens.slice(index + 1, next < 0 ? undefined : next);
  if (run.length > 0 || next < 0) return run;
  return SHARED.test(lower.slice(tokens[index]!.end, tokens[next]!.start))
    ? runAfter(lower, tokens, next)
    : [];
}

/** Levels in front of a language back to the one before; else those behind it, else those it shares with the one before. */
function runBefore(lower: string, tokens: readonly Token[], index: number): Token[] {
  const previous = tokens.findLastIndex((token, at) => at < index && token.language !== null);
  const run = tokens.slice(previous + 1, index);
  if (run.length > 0) return run;
  const next = tokens.findIndex((token, at) => at > index && token.language !== null);
  const after = next < 0 ? tokens.slice(index + 1) : [];
  if (after.length > 0 || previous < 0) return after;
  return SHARED.test(lower.slice(tokens[previous]!.end, tokens[index]!.start))
    ? runBefore(lower, tokens, previous)
    : [];
}

/** Codes say more than words; of several codes the lowest counts ("B2/C1"), of several words the highest. */
function rankOf(run: readonly Token[]): number | null {
  const codes = run.filter(({ cefr }) => cefr).map(({ rank }) => rank);
  if (codes.length > 0) return Math.min(...codes);
  return run.length > 0 ? Math.max(...run.map(({ rank }) => rank)) : null;
}

function testClaims(lower: string, test: LanguageTest): LanguageClaim[] {
  return [...lower.matchAll(test.name)].flatMap((match) => {
    const rank = test.bare ?? bandOf(match[1] ?? "", test);
    const span = { start: match.index, end: match.index + match[0].length };
    return rank === null ? [] : [{ language: test.language, rank, ...span, levels: [span] }];
  });
}

function bandOf(result: string, { bands, descending }: LanguageTest): number | null {
  const value = GRADES[result] ?? Number(result);
  const reached = bands
    .filter(([, from]) => (descending ? value <= from : value >= from))
    .map(([rank]) => rank);
  return reached.length > 0 ? Math.max(...reached) : null;
}
