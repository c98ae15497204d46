import { COSTED } from "./characters.ts";
import { partsOf } from "./text-parts.ts";
import { COSTS, MEETING_STEPS, RARE_HAN, WHOLE_WORDS } from "./token-table.ts";
import { COST_STEP, ideographCost, LEAST_COST, type WordTable, wordCost } from "./token-words.ts";
import type { CompletionRequest } from "./types.ts";

/** Estimates are raised by this, so that few of them fall short of what the tokenizer counts. */
const SAFE_SIDE = 1.06;

/**
 * Qwen's chat template: `<|im_start|>`, the role and a line break before a message, `<|im_end|>` and a line break after
 * it; the opened answer has the first three, and four more where a server fills in an empty thought.
 */
const PER_MESSAGE = 5;
const OPENED_ANSWER = 7;

const bytesOf = (base64: string) => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
const STEPS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

const TABLE: WordTable = {
  words: bytesOf(WHOLE_WORDS),
  meetings: Float32Array.from(MEETING_STEPS, (digit) => LEAST_COST + STEPS.indexOf(digit) * COST_STEP),
  rareHan: bytesOf(RARE_HAN),
};

/**
 * How many tokens Qwen3's tokenizer makes of a text, estimated on the safe side in one pass over it, whatever language
 * it is in. `npm run bench:tokens` compares with the tokenizer itself, whose vocabulary would be 11 MB.
 */
export function estimateTokens(text: string): number {
  const { counts, words, ideographs } = partsOf(text);
  let tokens = 0;
  for (const name of COSTED) tokens += counts[name] * COSTS[name];
  for (const word of words) tokens += wordCost(word, TABLE);
  for (const run of ideographs) tokens += ideographCost(run, TABLE);
  return Math.ceil(tokens * SAFE_SIDE);
}

/** Tokens of a whole prompt, chat template included. */
export const estimatePrompt = (messages: CompletionRequest["messages"]): number =>
  messages.reduce((sum, { content }) => sum + estimateTokens(content) + PER_MESSAGE, OPENED_ANSWER);

/** Tokens that a request may take of a server's context: its prompt, and the longest answer in any form. */
export const requestTokens = ({ messages, maxTokens, constraint }: CompletionRequest): number =>
  estimatePrompt(messages) + Math.max(maxTokens, constraint?.jsonSchema?.maxTokens ?? 0);
