import { isCjk, isWordUnit } from "./characters.ts";
import { foldPhrase } from "./normalise.ts";

interface TrieNode<T> {
  next: Map<number, TrieNode<T>>;
  value: T | undefined;
}

/** A set of phrases, each carrying a value, matched against folded text. */
export interface Lexicon<T> {
  root: TrieNode<T>;
  /** 1 for every unit that a phrase begins with, so that the scan leaves the others at once. */
  opens: Uint8Array;
}

export interface LexiconHit<T> {
  value: T;
  start: number;
  end: number;
}

/** How many blanks may stand inside a phrase: forms justify `姓　　名` to the width of their column. */
const MAX_INNER_BLANKS = 8;

export function buildLexicon<T>(entries: Iterable<readonly [phrase: string, value: T]>): Lexicon<T> {
  const root: TrieNode<T> = { next: new Map(), value: undefined };
  for (const [phrase, value] of entries) {
    let node = root;
    const folded = foldPhrase(phrase);
    for (let i = 0; i < folded.length; i++) {
      const unit = folded.charCodeAt(i);
      let child = node.next.get(unit);
      if (!child) {
        child = { next: new Map(), value: undefined };
        node.next.set(unit, child);
      }
      node = child;
    }
    node.value ??= value;
  }
  const opens = new Uint8Array(0x10000);
  for (const unit of root.next.keys()) opens[unit] = 1;
  return { root, opens };
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
  let node: TrieNode<T> | undefined = lexicon.root;
  let best: LexiconHit<T> | undefined;
  let i = at;
  while (i < folded.length) {
    const unit = folded.charCodeAt(i);
    const child: TrieNode<T> | undefined = node.next.get(unit);
    if (child) {
      node = child;
      i++;
      if (unit === 32) while (folded.charCodeAt(i) === 32 && i - at < 64) i++;
      if (node.value !== undefined && endsWord(folded, i)) best = { value: node.value, start: at, end: i };
      continue;
    }
    if (unit !== 32 || i === at || !isCjk(folded.charCodeAt(i - 1))) break;
    let j = i + 1;
    while (folded.charCodeAt(j) === 32 && j - i < MAX_INNER_BLANKS) j++;
    if (!isCjk(folded.charCodeAt(j)) || !node.next.has(folded.charCodeAt(j))) break;
    i = j;
  }
  return best;
}

/** Every longest phrase of the lexicon in the text, left to right, without overlaps. */
export function scanLexicon<T>(
  lexicon: Lexicon<T>,
  folded: string,
  from = 0,
  to = folded.length,
): LexiconHit<T>[] {
  const hits: LexiconHit<T>[] = [];
  const { opens } = lexicon;
  let inWord = false;
  let i = from;
  while (i < to) {
    const unit = folded.charCodeAt(i);
    const wordUnit = isWordUnit(unit);
    if (opens[unit] === 1 && !(wordUnit && inWord)) {
      const hit = longestMatch(lexicon, folded, i);
      if (hit && hit.end <= to) {
        hits.push(hit);
        i = hit.end;
        inWord = false;
        continue;
      }
    }
    inWord = wordUnit;
    i++;
  }
  return hits;
}
