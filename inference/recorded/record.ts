/** What vLLM said about its memory on a real card, and what the calculator says for the same settings. */
import { ARCHITECTURES, type ModelName } from "../memory/architecture.ts";
import { type Card, cardByName } from "../memory/cards.ts";
import { footprint, GIB, type Plan, planServer } from "../memory/plan.ts";
import type { KvType, Variant } from "../memory/weights.ts";

const MIB = 2 ** 20;

/** One file of this folder: one card on one day. */
export interface Recording {
  device: string;
  /** A name of inference/memory/cards.ts. */
  card: string;
  /** What CUDA reported as the card's whole memory, where that was noted. */
  total_gib?: number;
  vllm: string;
  recorded_at: string;
  source: string;
  measurements: Measurement[];
}

export interface Measurement {
  name: string;
  model: ModelName;
  variant: Variant;
  kv: KvType;
  context: number;
  max_num_seqs: number;
  max_num_batched_tokens: number;
  /** Share of the card that vLLM was given. */
  utilisation: number;
  kv_cache_memory_bytes?: number;
  /** Settings above that the source does not state for this run. */
  assumed?: string[];
  observed: Observed;
}

/** Whatever was seen; nothing of it has to be there. */
export interface Observed {
  kv_tokens?: number | null;
  /** "Model loading took": weights, rotary table and what loading leaves behind. */
  weights_gib?: number | null;
  kv_cache_gib?: number | null;
  graphs_gib?: number | null;
  /** nvidia-smi, the whole card. */
  used_mib?: number | null;
  compile_s?: number | null;
  start_s?: number | null;
}

export interface Comparison {
  name: string;
  figure: "kv_tokens" | "weights_gib" | "graphs_gib" | "used_mib";
  observed: number;
  planned: number;
  /** Planned over observed, less one. */
  error: number;
}

/** @throws Error for a card that cards.ts does not list */
export function planOf(recording: Recording, measurement: Measurement): Plan {
  return planServer({
    model: measurement.model,
    variant: measurement.variant,
    kv: measurement.kv,
    context: measurement.context,
    card: cardOf(recording),
    maxNumSeqs: measurement.max_num_seqs,
    maxNumBatchedTokens: measurement.max_num_batched_tokens,
    utilisation: measurement.utilisation,
    cacheBytes: measurement.kv_cache_memory_bytes,
  });
}

function cardOf({ card, total_gib }: Recording): Card {
  const listed = cardByName(card);
  if (listed === null) throw new Error(`a recording names the card ${card}, which is not listed`);
  return total_gib === undefined ? listed : { ...listed, totalGib: total_gib };
}

/** @returns each observed figure beside the planned one */
export function compare(recording: Recording): Comparison[] {
  return recording.measurements.flatMap((measurement) => {
    const plan = planOf(recording, measurement);
    const { positions, headDim } = ARCHITECTURES[measurement.model];
    const planned = {
      kv_tokens: plan.kvTokens,
      weights_gib: (plan.weights + positions * headDim * 2) / GIB,
      graphs_gib: plan.reserve.graphs / GIB,
      used_mib: footprint(plan) / MIB,
    };
    return (Object.keys(planned) as (keyof typeof planned)[]).flatMap((figure) => {
      const observed = measurement.observed[figure];
      if (observed === undefined || observed === null) return [];
      const error = planned[figure] / observed - 1;
      return [{ name: measurement.name, figure, observed, planned: planned[figure], error }];
    });
  });
}
