/**
 * What vLLM needs on the card beside weights and cache. The engine measures this by a trial run at its start; here it is
 * worked out from the same shapes, so that a plan can be made without a card.
 */
import type { Architecture } from "./architecture.ts";

const MIB = 2 ** 20;
const BF16_BYTES = 2;

/**
 * The widest moment of a block: gate and up beside their product, with hidden state, residual and output. Of the
 * sampler: bf16 logits, their float32 copy, probabilities, noise and a work buffer of the same size.
 */
const SAMPLER_BYTES_PER_LOGIT = BF16_BYTES + 4 * 4;

/** A pool shared by all graphs, and each graph's own nodes. Their sum with the next one is fitted to the recorded runs. */
const GRAPH_POOL_BYTES = 84 * MIB;
const BYTES_PER_GRAPH = 2 * MIB;
/**
 * cuBLAS work space, loaded kernels, what loading leaves behind: what the process takes outside of torch's own count. It
 * differs by 190 MiB between two starts of the same preset, of which the first compiles and takes more; this is that one.
 */
const LIBRARIES_BYTES = 100 * MIB;

/** An entry of a request's block table, one for each block of 16 tokens. */
const BYTES_PER_CONTEXT_TOKEN = 4 / 16;

export interface Reserve {
  activations: number;
  graphs: number;
  libraries: number;
  /** Rotary table and block tables. */
  tables: number;
}

export interface Batch {
  maxNumSeqs: number;
  maxNumBatchedTokens: number;
  context: number;
}

/** @returns bytes, to be taken off the requested memory together with the weights */
export function reserveBytes(model: Architecture, batch: Batch): Reserve {
  const tokens = batch.maxNumBatchedTokens;
  const block = tokens * 3 * (model.hidden + model.intermediate) * BF16_BYTES;
  const kept = tokens * model.hidden * BF16_BYTES;
  const sampler = model.pooling ? 0 : batch.maxNumSeqs * model.vocabulary * SAMPLER_BYTES_PER_LOGIT + kept;
  const sizes = captureSizes(batch);
  const decoding = sizes.filter((size) => size <= batch.maxNumSeqs);
  return {
    activations: Math.max(block, sampler),
    graphs: GRAPH_POOL_BYTES + (sizes.length + decoding.length) * BYTES_PER_GRAPH,
    libraries: LIBRARIES_BYTES,
    tables:
      model.positions * model.headDim * BF16_BYTES +
      batch.context * batch.maxNumSeqs * BYTES_PER_CONTEXT_TOKEN,
  };
}

/** @returns bytes of all of it */
export const totalReserve = ({ activations, graphs, libraries, tables }: Reserve): number =>
  activations + graphs + libraries + tables;

/** @returns batch sizes that vLLM 0.26 captures as CUDA graphs by default, ascending */
export function captureSizes({ maxNumSeqs, maxNumBatchedTokens }: Omit<Batch, "context">): number[] {
  const largest = Math.min(maxNumSeqs * 2, 512, maxNumBatchedTokens);
  const steps = (from: number, below: number, step: number) =>
    Array.from({ length: Math.max(0, Math.ceil((below - from) / step)) }, (_, index) => from + index * step);
  const sizes = [1, 2, 4, ...steps(8, 256, 8), ...steps(256, 513, 16)];
  return sizes.filter((size) => size <= largest);
}
