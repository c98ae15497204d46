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
  /** 1 for every unit, modulo 256, that a phrase begins with, so that the scan leaves most others at once. */
  opens: Uint8Array;
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

/** @throws RangeError for more than 65,536 nodes, which is far more than any vocabulary here has. */
export function buildLexicon<T>(entries: Iterable<readonly [phrase: string, value: T]>): Lexicon<T> {
  const phrases = [...entries].map(([phrase, value]) => [foldPhrase(phrase), value] as const);
  const units = phrases.reduce((sum, [phrase]) => sum + phrase.length, 1);
  const size = 2 ** Math.ceil(Math.log2(units * 2));
  const edges = new Uint32Array(size);
  const nodes = new Uint16Array(size);
  const values: (T | undefined)[] = [undefined];
  const opens = new Uint8Array(0x100);
  for (const [phrase, value] of phrases) {
    let node = 0;
    for (let i = 0; i < phrase.length; i++) {
      const unit = phrase.charCodeAt(i);
      if (i === 0) opens[unit & 0xff] = 1;
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
  return { ...compacted(edges, nodes, values.length), values, opens };
}

/** Phrases share their beginnings, so the table came out too large for the caches; half full it is fast enough. */
function compacted(
  edges: Uint32Array,
  nodes: Uint16Array,
  count: number,
): Pick<Lexicon<never>, "edges" | "nodes"> {
  const size = 2 ** Math.ceil(Math.log2(count * 1.5 + 1));
  if (size >= edges.length) return { edges, nodes };
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

/** Where phrases may begin: at words, at every CJK character and at marks, but not at blanks. */
export function phraseStarts(folded: string): number[] {
  const starts: number[] = [];
  let inWord = false;
  for (let i = 0; i < folded.length; i++) {
    const unit = folded.charCodeAt(i);
    if (unit <= 32) {
      inWord = false;
      continue;
    }
    const wordUnit = isWordUnit(unit);
    if (!(wordUnit && inWord)) starts.push(i);
    inWord = wordUnit;
  }
  return starts;
}

/** Every longest phrase of the lexicon in the text, left to right, without overlaps. */
export function scanLexicon<T>(
  lexicon: Lexicon<T>,
  folded: string,
  starts: readonly number[],
): LexiconHit<T>[] {
  const hits: LexiconHit<T>[] = [];
  const { opens } = lexicon;
  let behind = 0;
  for (const at of starts) {
    if (at < behind || opens[folded.charCodeAt(at) & 0xff] === 0) continue;
    const hit = longestMatch(lexicon, folded, at);
    if (!hit) continue;
    hits.push(hit);
    behind = hit.end;
  }
  return hits;
}
