import { isCjk, isWordUnit } from "./characters.ts";
import { foldPhrase } from "./normalise.ts";

/**
 * A set of phrases, each carrying a value, matched against folded text: a trie whose edges lie in one open-addressed
 * hash table, so that a step costs one multiplication and one look, and building a small one costs little.
 */
export interface Lexicon<T> {
  /** `node * 0x10000 + unit` of an edge, or 0: no phrase holds U+0000. */
  edges: Uint32Array;
  /** The node that the edge in the same place leads to. */
  nodes: Uint16Array;
  values: (T | undefined)[];
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
/** Nodes have 16 bits. */
const MAX_NODES = 0x10000;
/** Knuth's multiplicative hash: 2^32 over the golden ratio. */
const GOLDEN = 0x9e3779b1;

/** The place in the table where this edge lies or belongs. */
function place(edges: Uint32Array, edge: number): number {
  const mask = edges.length - 1;
  let at = (Math.imul(edge, GOLDEN) >>> 12) & mask;
  for (;;) {
    const found = edges[at]!;
    if (found === edge || found === 0) return at;
    at = (at + 1) & mask;
  }
}

function openingsOf(phrases: readonly string[]): Uint8Array {
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

/** False where no phrase begins at `at`. A blank in the text may be one that is read over, so it shows nothing. */
function mayOpen(openings: Uint8Array, folded: string, at: number): boolean {
  const mask = openings.length - 1;
  let key = 0;
  for (let i = at; i < at + OPENING; i++) {
    const unit = folded.charCodeAt(i);
    if (unit === BLANK && i > at) return true;
    key = Math.imul(key, SPREAD) + unit;
    const known = openings[key & mask]!;
    if (known === 0) return false;
    if ((known & WHOLE) !== 0 && endsWord(folded, i + 1)) return true;
    if ((known & BEGUN) === 0) return false;
  }
  return true;
}

/** Says of a place whether a phrase of any of the lexicons may begin there; where it says no, none does. */
export function anyOpens(lexicons: readonly Lexicon<unknown>[]): (folded: string, at: number) => boolean {
  const openings = openingsOf(lexicons.flatMap(({ phrases }) => phrases));
  return (folded, at) => mayOpen(openings, folded, at);
}

/** @throws RangeError for more than 65,536 nodes, which is far more than any vocabulary here has. */
export function buildLexicon<T>(entries: Iterable<readonly [phrase: string, value: T]>): Lexicon<T> {
  const phrases = [...entries].map(([phrase, value]) => [foldPhrase(phrase), value] as const);
  const units = phrases.reduce((sum, [phrase]) => sum + phrase.length, 1);
  const size = 2 ** Math.ceil(Math.log2(units * 2));
  const edges = new Uint32Array(size);
  const nodes = new Uint16Array(size);
  const values: (T | undefined)[] = [undefined];
  for (const [phrase, value] of phrases) {
    let node = 0;
    for (let i = 0; i < phrase.length; i++) {
      const unit = phrase.charCodeAt(i);
      const edge = (node * 0x10000 + unit) >>> 0;
      const at = place(edges, edge);
      if (edges[at] === 0) {
        if (values.length >= MAX_NODES) throw new RangeError("lexicon too large");
        edges[at] = edge;
        nodes[at] = values.length;
        values.push(undefined);
      }
      node = nodes[at]!;
    }
    if (node !== 0) values[node] ??= value;
  }
  const folded = phrases.map(([phrase]) => phrase);
  return {
    ...compacted(edges, nodes, values.length),
    values,
    openings: openingsOf(folded),
    phrases: folded,
  };
}

/** A table of so many edges is small as it is, and may be that of one text's names, which has to be built fast. */
const FEW_EDGES = 1024;

/** Phrases share their beginnings, so the table came out too large for the caches; half full it is fast enough. */
function compacted(
  edges: Uint32Array,
  nodes: Uint16Array,
  count: number,
): Pick<Lexicon<never>, "edges" | "nodes"> {
  const size = 2 ** Math.ceil(Math.log2(count * 1.5 + 1));
  if (size >= edges.length || edges.length <= FEW_EDGES) return { edges, nodes };
  const small = { edges: new Uint32Array(size), nodes: new Uint16Array(size) };
  for (const [i, edge] of edges.entries()) {
    if (edge === 0) continue;
    const at = place(small.edges, edge);
    small.edges[at] = edge;
    small.nodes[at] = nodes[i]!;
  }
  return small;
}

function endsWord(folded: string, end: number): boolean {
  return !(isWordUnit(folded.charCodeAt(end - 1)) && isWordUnit(folded.charCodeAt(end)));
}

/**
 * The longest phrase that starts at `at` and ends a word (CJK phrases end anywhere). A blank in a phrase
 * matches a run of blanks, and blanks between CJK characters are read over. Visits at most
 * (longest phrase x inner blanks) units.
 */
export function longestMatch<T>(lexicon: Lexicon<T>, folded: string, at: number): LexiconHit<T> | undefined {
  if (!mayOpen(lexicon.openings, folded, at)) return undefined;
  const { edges, nodes, values } = lexicon;
  let node = 0;
  let best: T | undefined;
  let bestEnd = -1;
  let i = at;
  while (i < folded.length) {
    const unit = folded.charCodeAt(i);
    if (unit === BLANK && i > at && isCjk(folded.charCodeAt(i - 1))) {
      let j = i + 1;
      while (folded.charCodeAt(j) === BLANK && j - i < MAX_INNER_BLANKS) j++;
      const next = folded.charCodeAt(j);
      if (isCjk(next) && edges[place(edges, (node * 0x10000 + next) >>> 0)] !== 0) {
        i = j;
        continue;
      }
    }
    const edge = place(edges, (node * 0x10000 + unit) >>> 0);
    if (edges[edge] === 0 || unit === 0) break;
    node = nodes[edge]!;
    i++;
    if (unit === BLANK) while (folded.charCodeAt(i) === BLANK && i - at < MAX_BLANKS) i++;
    const value = values[node];
    if (value !== undefined && endsWord(folded, i)) {
      best = value;
      bestEnd = i;
    }
  }
  return best === undefined ? undefined : { value: best, start: at, end: bestEnd };
}

/** Every longest phrase of the lexicon that begins at one of the starts, left to right, without overlaps. */
export function scanLexicon<T>(lexicon: Lexicon<T>, folded: string, starts: Int32Array): LexiconHit<T>[] {
  const hits: LexiconHit<T>[] = [];
  let behind = 0;
  for (let i = 0; i < starts.length; i++) {
    const at = starts[i]!;
    if (at < behind || !mayOpen(lexicon.openings, folded, at)) continue;
    const hit = longestMatch(lexicon, folded, at);
    if (!hit) continue;
    hits.push(hit);
    behind = hit.end;
  }
  return hits;
}
