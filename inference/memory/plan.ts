/** What fits on a card: weights, reserve and cache of one vLLM server, and the settings that follow. */
import { ARCHITECTURES, type ModelName } from "./architecture.ts";
import type { Card } from "./cards.ts";
import { type Batch, type Reserve, reserveBytes, totalReserve } from "./reserve.ts";
import { type KvType, kvBytesPerToken, type Variant, weightBytes } from "./weights.ts";

export const GIB = 2 ** 30;
/** vLLM hands out cache in blocks of this many tokens on CUDA. */
export const BLOCK_TOKENS = 16;

/** vLLM's own default share of the card, and the share for a context that fits no other way. */
const UTILISATIONS = [0.92, 0.95] as const;
/** The CUDA context and its kernels lie outside of what vLLM counts as its share. */
const OUTSIDE_BYTES = 0.55 * GIB;

/**
 * On cards of this class and smaller, the cache gets a fixed size instead of "the rest": a screen takes its part of such
 * a card now and then, and a plan for it can be tried on a larger one.
 */
const FIXED_CACHE_GB = 8;
/** An H100 that ran the 8 GB preset had 7,695 MiB in use at its start and 7,851 after 800 résumés (2026-11-23). */
const FIXED_CACHE_MARGIN = 0.5 * GIB;
const FIXED_CACHE_STEP = 64 * 2 ** 20;

/** Tokens of an ordinary screening request that are its own: 2,500 in, of which 1,008 are the job's, and 130 out. */
export const OWN_TOKENS = 1622;
const SEQS = [256, 128, 64, 32, 16, 8] as const;

export interface PlanRequest {
  model: ModelName;
  variant: Variant;
  kv: KvType;
  /** Longest prompt and answer together, in tokens. */
  context: number;
  card: Card;
  maxNumSeqs?: number | undefined;
  maxNumBatchedTokens?: number | undefined;
  /** Share of the card, instead of the one chosen here. */
  utilisation?: number | undefined;
  /** Bytes of cache, instead of what is left. */
  cacheBytes?: number | undefined;
}

export const REASONS = {
  context_beyond_model: "the model was not made for contexts of this length",
  weights_too_large: "the weights and what vLLM needs beside them leave no room for a cache",
  cache_too_small: "the cache that fits is smaller than one context of this length",
} as const;
export type Reason = keyof typeof REASONS;

/** All sizes in bytes. */
export interface Plan {
  request: PlanRequest;
  reason: Reason | null;
  weights: number;
  reserve: Reserve;
  kvPerToken: number;
  /** What vLLM may take of the card. */
  requested: number;
  utilisation: number;
  /** Set where the cache has a fixed size. */
  fixedCache: number | null;
  kvTokens: number;
  /** Requests of the full context that the cache holds at once: vLLM's "maximum concurrency", rounded down. */
  concurrent: number;
  batch: Batch;
}

/** @returns a plan with `reason` null where it fits, else why not; the figures are then those that came closest */
export function planServer(request: PlanRequest): Plan {
  const positions = ARCHITECTURES[request.model].positions;
  const utilisations = request.utilisation
    ? [request.utilisation]
    : UTILISATIONS.filter(leavesRoom(request.card));
  const seqs = request.maxNumSeqs ? [request.maxNumSeqs] : SEQS;
  const tries = utilisations.flatMap((utilisation) =>
    seqs.map((maxNumSeqs) => tryPlan(request, utilisation, maxNumSeqs)),
  );
  const least = seqs.at(-1);
  const fitting = tries.find(
    ({ reason, kvTokens, batch }) =>
      reason === null && (batch.maxNumSeqs === least || kvTokens >= batch.maxNumSeqs * OWN_TOKENS),
  );
  const plan = fitting ?? tries.reduce((best, one) => (one.kvTokens >= best.kvTokens ? one : best));
  return request.context > positions ? { ...plan, reason: "context_beyond_model", concurrent: 0 } : plan;
}

const leavesRoom = (card: Card) => (utilisation: number) =>
  utilisation === UTILISATIONS[0] || card.totalGib * GIB * (1 - utilisation) >= OUTSIDE_BYTES;

function tryPlan(request: PlanRequest, utilisation: number, maxNumSeqs: number): Plan {
  const model = ARCHITECTURES[request.model];
  const { context, card } = request;
  const batch = {
    maxNumSeqs,
    maxNumBatchedTokens: request.maxNumBatchedTokens ?? batchedTokens(card),
    context,
  };
  const weights = weightBytes(model, request.variant);
  const reserve = reserveBytes(model, batch);
  const kvPerToken = kvBytesPerToken(model, request.kv);
  const requested = card.totalGib * GIB * utilisation;
  const rest = requested - weights - totalReserve(reserve);
  const fixedCache = request.cacheBytes ?? (card.gb <= FIXED_CACHE_GB && rest > 0 ? fixed(rest) : null);
  const blocks = Math.floor((fixedCache ?? rest) / (kvPerToken * BLOCK_TOKENS));
  const kvTokens = Math.max(0, blocks) * BLOCK_TOKENS;
  const reason = kvTokens === 0 ? "weights_too_large" : kvTokens < context ? "cache_too_small" : null;
  const concurrent = reason === null ? Math.floor(kvTokens / context) : 0;
  return {
    request,
    reason,
    weights,
    reserve,
    kvPerToken,
    requested,
    utilisation,
    fixedCache,
    kvTokens,
    concurrent,
    batch,
  };
}

const fixed = (rest: number) =>
  Math.max(0, Math.floor((rest - FIXED_CACHE_MARGIN) / FIXED_CACHE_STEP) * FIXED_CACHE_STEP);

/** Larger steps prefill faster and take more memory while they last. */
const batchedTokens = ({ totalGib }: Card) => (totalGib >= 20 ? 8192 : totalGib >= 11 ? 4096 : 2048);

/** @returns bytes on the card as nvidia-smi shows them while the server runs, CUDA context included */
export const footprint = (plan: Plan): number =>
  plan.weights + totalReserve(plan.reserve) + plan.kvTokens * plan.kvPerToken + OUTSIDE_BYTES;
