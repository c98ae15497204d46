import { isCjk, isWordUnit } from "./characters.ts";
import type { Layout } from "./lines.ts";
import { foldPhrase } from "./normalise.ts";
import { buildTrie, childOf, firstOf, phraseAt, type Trie } from "./trie.ts";

/** A set of phrases, each carrying a value, matched against folded text. */
export interface Lexicon<T> {
  trie: Trie;
  /** By the index of their phrase. */
  values: readonly T[];
  /**
   * The first units of all phrases, as a set of hashes: a false yes costs a look into the trie, a no is always right. It
   * is small enough for the first cache, which the trie is not, and tells nearly all places of a text to open no phrase.
   */
  openings: Uint8Array;
  /** As they are looked for. */
  phrases: readonly string[];
}

export interface LexiconHit<T> {
  value: T;
  start: number;
  end: number;
}

/** How many blanks may stand inside a phrase: forms justify `姓　　名` to the width of their column. */
const MAX_INNER_BLANKS = 8;
/** A phrase with all its blanks is no longer than this. */
const MAX_BLANKS = 64;
const BLANK = 32;
/** What the set of openings says of units: a phrase begins so, or is whole. */
const BEGUN = 1;
const WHOLE = 2;
/** So many units of a phrase are in the set; most words of a text part from all phrases within them. */
const OPENING = 4;
/** So many places per phrase: few of them are taken, so a false yes is rare. */
const PLACES_PER_PHRASE = 16;
const MOST_PLACES = 0x8000;
/** A prime above the number of letters, so that pairs of letters do not share places. */
const SPREAD = 31;

function openingHashes(phrases: readonly string[]): Uint8Array {
  const size = Math.min(MOST_PLACES, 2 ** Math.ceil(Math.log2(phrases.length * PLACES_PER_PHRASE + 1)));
  const openings = new Uint8Array(size);
  for (const phrase of phrases) {
    let key = 0;
    for (let i = 0; i < Math.min(phrase.length, OPENING); i++) {
      key = Math.imul(key, SPREAD) + phrase.charCodeAt(i);
      openings[key & (size - 1)]! |= i === phrase.length - 1 ? WHOLE : BEGUN;
    }
  }
  return openings;
}

/**
 * False where no phrase begins at `at`. A blank between CJK characters may be one that is read over, so it shows nothing;
 * elsewhere it has to be one of the phrase, behind which further blanks may stand.
 */
function mayOpen(openings: Uint8Array, folded: string, at: number): boolean {
  const mask = openings.length - 1;
  const limit = Math.min(at + OPENING, folded.length);
  let key = 0;
  let before = BLANK;
  for (let i = at; i < limit; i++) {
    const unit = folded.charCodeAt(i);
    if (unit === BLANK && isCjk(before)) return true;
    key = Math.imul(key, SPREAD) + unit;
    const known = openings[key & mask]!;
    if (known === 0) return false;
    if ((known & WHOLE) !== 0 && endsWord(folded, i + 1)) return true;
    if ((known & BEGUN) === 0) return false;
    if (unit === BLANK) return true;
    before = unit;
  }
  return limit === at + OPENING;
}

/** Says of a place whether a phrase of any of the lexicons may begin there; where it says no, none does. */
export function anyOpens(lexicons: readonly Lexicon<unknown>[]): (folded: string, at: number) => boolean {
  const openings = openingHashes(lexicons.flatMap(({ phrases }) => phrases));
  return (folded, at) => mayOpen(openings, folded, at);
}

/** @throws RangeError for more phrases than a trie holds. */
export function buildLexicon<T>(entries: Iterable<readonly [phrase: string, value: T]>): Lexicon<T> {
  const phrases: string[] = [];
  const values: T[] = [];
  for (const [phrase, value] of entries) {
    phrases.push(foldPhrase(phrase));
    values.push(value);
  }
  return { trie: buildTrie(phrases), values, openings: openingHashes(phrases), phrases };
}

const endsWord = (folded: string, end: number): boolean =>
  end >= folded.length || !(isWordUnit(folded.charCodeAt(end)) && isWordUnit(folded.charCodeAt(end - 1)));

/**
 * The longest phrase that starts at `at` and ends a word (CJK phrases end anywhere). A blank in a phrase
 * matches a run of blanks, and blanks between CJK characters are read over. Visits at most
 * (longest phrase x inner blanks) units.
 */
export function longestMatch<T>(lexicon: Lexicon<T>, folded: string, at: number): LexiconHit<T> | undefined {
  return mayOpen(lexicon.openings, folded, at) ? matchAt(lexicon, folded, at) : undefined;
}

function matchAt<T>(lexicon: Lexicon<T>, folded: string, at: number): LexiconHit<T> | undefined {
  const { trie } = lexicon;
  let node = at < folded.length ? firstOf(trie, folded.charCodeAt(at)) : -1;
  let best = 0;
  let bestEnd = -1;
  let i = at + 1;
  while (node >= 0) {
    const phrase = phraseAt(trie, node);
    if (phrase !== 0 && endsWord(folded, i)) {
      best = phrase;
      bestEnd = i;
    }
    if (i >= folded.length) break;
    let unit = folded.charCodeAt(i);
    if (unit === BLANK && isCjk(folded.charCodeAt(i - 1))) {
      const behind = skipBlanks(folded, i, i + MAX_INNER_BLANKS);
      const next = behind < folded.length ? folded.charCodeAt(behind) : BLANK;
      if (isCjk(next) && childOf(trie, node, next) >= 0) {
        i = behind;
        unit = next;
      }
    }
    node = childOf(trie, node, unit);
    i++;
    if (unit === BLANK) i = skipBlanks(folded, i, at + MAX_BLANKS);
  }
  return best === 0 ? undefined : { value: lexicon.values[best - 1]!, start: at, end: bestEnd };
}

function skipBlanks(folded: string, from: number, limit: number): number {
  let at = from;
  while (at < limit && at < folded.length && folded.charCodeAt(at) === BLANK) at++;
  return at;
}

/** Every longest phrase of the lexicon that begins at one of the starts, left to right, without overlaps. */
export function scanLexicon<T>(lexicon: Lexicon<T>, folded: string, starts: Int32Array): LexiconHit<T>[] {
  const hits: LexiconHit<T>[] = [];
  let behind = 0;
  for (let i = 0; i < starts.length; i++) {
    const at = starts[i]!;
    const hit = at >= behind ? longestMatch(lexicon, folded, at) : undefined;
    if (!hit) continue;
    hits.push(hit);
    behind = hit.end;
  }
  return hits;
}

/** The same, at those of the opened places alone that the vocabulary gives to this lexicon by its bit. */
export function scanOpened<T>(
  lexicon: Lexicon<T>,
  bit: number,
  folded: string,
  { opens }: Pick<Layout, "opens">,
): LexiconHit<T>[] {
  const hits: LexiconHit<T>[] = [];
  let behind = 0;
  for (let i = 0; i < opens.length; i++) {
    const { at, bits } = opens[i]!;
    if ((bits & bit) === 0) continue;
    const hit = at >= behind ? matchAt(lexicon, folded, at) : undefined;
    if (!hit) continue;
    hits.push(hit);
    behind = hit.end;
  }
  return hits;
}
