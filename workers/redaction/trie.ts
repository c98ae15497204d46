/**
 * A trie in one array, depth first: to follow a phrase reads on in memory, which costs a fraction of as many looks into
 * a table that no cache holds. A node is
 *
 * - one more than the index of the phrase that ends there, or 0,
 * - the number of its children,
 * - the units that lead to them, in order,
 * - for each child but the first, which stands right behind, its place, high half and low half.
 */
export interface Trie {
  nodes: Uint16Array;
  /** The units that phrases begin with, each followed by the place of its node, as a hash table: the root has too many. */
  first: Int32Array;
}

const HEAD = 2;
/** Knuth's multiplicative hash: 2^32 over the golden ratio. */
const GOLDEN = 0x9e3779b1;
/** Indexes have 16 bits. */
const MAX_PHRASES = 0xfffe;

/** One more than the index of the phrase that ends at a node, or 0. */
export const phraseAt = ({ nodes }: Trie, node: number): number => nodes[node]!;

function placeOf(first: Int32Array, unit: number): number {
  const mask = first.length - 2;
  let at = (Math.imul(unit, GOLDEN) >>> 15) & mask & ~1;
  while (first[at] !== unit && first[at] !== 0) at = (at + 2) & mask;
  return at;
}

/** The node that the first unit of a phrase leads to, or -1. */
export function firstOf({ first }: Trie, unit: number): number {
  const at = placeOf(first, unit);
  return first[at] === 0 ? -1 : first[at + 1]!;
}

/** The node that a unit leads to from a node, or -1. */
export function childOf({ nodes: trie }: Trie, node: number, unit: number): number {
  const count = trie[node + 1]!;
  const units = node + HEAD;
  if (count <= 1) return count === 1 && trie[units] === unit ? units + 1 : -1;
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (trie[units + middle]! < unit) low = middle + 1;
    else high = middle;
  }
  if (trie[units + low] !== unit) return -1;
  const places = units + count;
  if (low === 0) return places + 2 * (count - 1);
  const at = places + 2 * (low - 1);
  return trie[at]! * 0x10000 + trie[at + 1]!;
}

/**
 * Of a phrase that is there twice the first counts; an empty one is left out.
 *
 * @throws RangeError for more than 65,534 phrases, which is far more than any vocabulary here has.
 */
export function buildTrie(phrases: readonly string[]): Trie {
  if (phrases.length > MAX_PHRASES) throw new RangeError("lexicon too large");
  const order = phrases.map((phrase, index) => ({ phrase, index })).filter(({ phrase }) => phrase !== "");
  order.sort((a, b) => (a.phrase < b.phrase ? -1 : a.phrase > b.phrase ? 1 : a.index - b.index));
  const units = order.reduce((sum, { phrase }) => sum + phrase.length, 0);
  const trie = new Uint16Array((HEAD + 3) * units + HEAD);
  let size = 0;
  const write = (from: number, to: number, depth: number): void => {
    const node = size;
    let first = from;
    if (first < to && order[first]!.phrase.length === depth) trie[node] = order[first]!.index + 1;
    while (first < to && order[first]!.phrase.length === depth) first++;
    const groups: number[] = [];
    for (let i = first; i < to; i++)
      if (i === first || unitOf(i, depth) !== unitOf(i - 1, depth)) groups.push(i);
    trie[node + 1] = groups.length;
    size += HEAD + groups.length + 2 * Math.max(0, groups.length - 1);
    for (const [child, start] of groups.entries()) {
      trie[node + HEAD + child] = unitOf(start, depth);
      if (child > 0) {
        const at = node + HEAD + groups.length + 2 * (child - 1);
        trie[at] = size >>> 16;
        trie[at + 1] = size & 0xffff;
      }
      write(start, groups[child + 1] ?? to, depth + 1);
    }
  };
  const unitOf = (i: number, depth: number): number => order[i]!.phrase.charCodeAt(depth);
  write(0, order.length, 0);
  return withFirst(trie.slice(0, size));
}

function withFirst(nodes: Uint16Array): Trie {
  const count = nodes[1]!;
  const first = new Int32Array(2 * 2 ** Math.ceil(Math.log2(count * 2 + 1)));
  const trie = { nodes, first };
  for (let child = 0; child < count; child++) {
    const unit = nodes[HEAD + child]!;
    const at = placeOf(first, unit);
    first[at] = unit;
    first[at + 1] = childOf(trie, 0, unit);
  }
  return trie;
}
