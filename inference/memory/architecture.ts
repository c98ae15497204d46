/** What a served model is made of: every parameter's shape, from the figures of its published config.json. */

export interface Architecture {
  /** The model's public name, also the default served name. */
  name: string;
  layers: number;
  hidden: number;
  heads: number;
  kvHeads: number;
  headDim: number;
  intermediate: number;
  vocabulary: number;
  /** Positions the rotary embedding is defined for, which bounds the context. */
  positions: number;
  /** Embeds instead of generating: no sampler, no logits. */
  pooling: boolean;
}

/** Both tie the output head to the input embedding, so that matrix exists once. */
export const ARCHITECTURES = {
  "qwen3-4b": {
    name: "Qwen/Qwen3-4B-Instruct-2507",
    layers: 36,
    hidden: 2560,
    heads: 32,
    kvHeads: 8,
    headDim: 128,
    intermediate: 9728,
    vocabulary: 151_936,
    positions: 262_144,
    pooling: false,
  },
  "qwen3-embedding-0.6b": {
    name: "Qwen/Qwen3-Embedding-0.6B",
    layers: 28,
    hidden: 1024,
    heads: 16,
    kvHeads: 8,
    headDim: 128,
    intermediate: 3072,
    vocabulary: 151_669,
    positions: 32_768,
    pooling: true,
  },
} as const satisfies Record<string, Architecture>;

export type ModelName = keyof typeof ARCHITECTURES;

export interface Parameter {
  name: string;
  shape: readonly [rows: number, columns: number];
  /** How often it occurs in the model. */
  copies: number;
  /** A linear layer inside a block: what quantising changes. Embedding, head and norms keep bf16. */
  linear: boolean;
}

/**
 * Every parameter of a dense Qwen3: grouped-query attention with normed queries and keys, gated feed-forward.
 * Rows are outputs and columns inputs, as in the checkpoint.
 */
export function parameters(model: Architecture): Parameter[] {
  const { layers, hidden, intermediate, headDim } = model;
  const queries = model.heads * headDim;
  const keys = model.kvHeads * headDim;
  const linear = (name: string, rows: number, columns: number): Parameter => ({
    name,
    shape: [rows, columns],
    copies: layers,
    linear: true,
  });
  const norm = (name: string, width: number, copies: number): Parameter => ({
    name,
    shape: [1, width],
    copies,
    linear: false,
  });
  return [
    { name: "embed_tokens", shape: [model.vocabulary, hidden], copies: 1, linear: false },
    linear("q_proj", queries, hidden),
    linear("k_proj", keys, hidden),
    linear("v_proj", keys, hidden),
    linear("o_proj", hidden, queries),
    linear("gate_proj", intermediate, hidden),
    linear("up_proj", intermediate, hidden),
    linear("down_proj", hidden, intermediate),
    norm("q_norm", headDim, layers),
    norm("k_norm", headDim, layers),
    norm("input_layernorm", hidden, layers),
    norm("post_attention_layernorm", hidden, layers),
    norm("norm", hidden, 1),
  ];
}

/** @returns how many numbers the model consists of */
export function parameterCount(model: Architecture): number {
  return parameters(model).reduce((sum, { shape, copies }) => sum + shape[0] * shape[1] * copies, 0);
}
