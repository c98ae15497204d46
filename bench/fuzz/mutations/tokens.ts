import type { Random } from "../../../test/chaos/random.ts";
import { below, EDGE_NUMBERS, few, one } from "./chance.ts";

/** How a textual format falls into tokens, and words that mean something in it. */
export interface Grammar {
  token: RegExp;
  words: readonly string[];
  /** What opens and closes a nesting. */
  nests: readonly (readonly [string, string])[];
}

type Mutation = (tokens: string[], random: Random, grammar: Grammar) => void;

/** Deeper than any limit on depth, and sometimes far deeper. */
const DEPTHS = [3, 40, 201, 3000];
const MOST_CHARACTERS = 60_000;

const range = (tokens: readonly string[], random: Random, most: number): [number, number] => {
  const from = below(random, tokens.length);
  return [from, 1 + below(random, Math.min(most, tokens.length - from))];
};

const remove: Mutation = (tokens, random) => {
  tokens.splice(...range(tokens, random, 8));
};

const repeat: Mutation = (tokens, random) => {
  const [from, count] = range(tokens, random, 30);
  const part = tokens.slice(from, from + count);
  for (let i = few(random, 200); i > 0 && tokens.length < 10_000; i--) tokens.splice(from, 0, ...part);
};

const swap: Mutation = (tokens, random) => {
  const a = below(random, tokens.length);
  const b = below(random, tokens.length);
  [tokens[a], tokens[b]] = [tokens[b]!, tokens[a]!];
};

const number: Mutation = (tokens, random) => {
  const numbered = tokens.flatMap((token, at) => (/\d/.test(token) ? [at] : []));
  if (numbered.length === 0) return;
  const at = one(random, numbered);
  tokens[at] = tokens[at]!.replace(/-?\d+(\.\d+)?/, one(random, EDGE_NUMBERS));
};

const insert: Mutation = (tokens, random, { words }) => {
  tokens.splice(below(random, tokens.length + 1), 0, one(random, words));
};

const replaceWord: Mutation = (tokens, random, { words }) => {
  if (tokens.length > 0) tokens[below(random, tokens.length)] = one(random, words);
};

const nest: Mutation = (tokens, random, { nests }) => {
  const [open, close] = one(random, nests);
  const depth = one(random, DEPTHS);
  const at = below(random, tokens.length + 1);
  const closed = random() < 0.5 ? close.repeat(depth) : "";
  tokens.splice(at, 0, open.repeat(depth), closed);
};

const MUTATIONS: readonly Mutation[] = [remove, repeat, swap, number, number, insert, replaceWord, nest];

/** Changes tokens of a textual format. */
export function mutateTokens(text: string, random: Random, grammar: Grammar): string {
  const tokens = text.match(grammar.token) ?? [text];
  for (let i = few(random, 5); i > 0; i--)
    if (tokens.length > 0) one(random, MUTATIONS)(tokens, random, grammar);
  return tokens.join("").slice(0, MOST_CHARACTERS);
}
