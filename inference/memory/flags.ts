/** The arguments of `vllm serve` that follow from a plan, and how long such a server may take to drain. */
import { ARCHITECTURES } from "./architecture.ts";
import type { Plan } from "./plan.ts";

/**
 * Free white space inside JSON is how a constrained model runs away; xgrammar without it cannot. The request's own field
 * of this name has no effect in vLLM 0.26, so it is the server's setting.
 */
const STRUCTURED_OUTPUTS = JSON.stringify({ backend: "xgrammar", disable_any_whitespace: true });

/** The slowest prefill to allow for, in tokens/s: 1 % of what an H100 does, a seventh of it at 200,000 tokens. */
const SLOWEST_PREFILL = 1250;
const ANSWER_S = 30;
const STEP_S = 30;
/** vLLM's engine and its front end end one after the other once nothing is running. */
const TEARDOWN_S = 30;

/**
 * Front ends for a card of this class and above. One process reads prompts and writes streams at about 0.3 ms a token
 * and 6 ms a request; an H100 that also checks support asks for more than one core of that, and stands idle meanwhile.
 */
const BUSY_CARD_GB = 48;
const FRONT_ENDS = 4;

export interface Drain {
  /** How long vLLM finishes running requests after SIGTERM. */
  shutdownTimeoutS: number;
  /** How long the container runtime has to wait before SIGKILL. */
  gracePeriodS: number;
}

/** @returns times that let the longest request that was admitted end by itself */
export function drainTimes(context: number): Drain {
  const needed = ANSWER_S + context / SLOWEST_PREFILL;
  const shutdownTimeoutS = Math.max(60, Math.ceil(needed / STEP_S) * STEP_S);
  return { shutdownTimeoutS, gracePeriodS: shutdownTimeoutS + TEARDOWN_S };
}

/** @returns arguments, one per element; address, key and the weights' folder are the container's business */
export function serverFlags(plan: Plan): string[] {
  const { request, batch, fixedCache } = plan;
  const { pooling, name } = ARCHITECTURES[request.model];
  const flags = [
    "--served-model-name",
    name,
    "--max-model-len",
    String(request.context),
    "--max-num-seqs",
    String(batch.maxNumSeqs),
    "--max-num-batched-tokens",
    String(batch.maxNumBatchedTokens),
    "--gpu-memory-utilization",
    String(plan.utilisation),
  ];
  if (fixedCache !== null) flags.push("--kv-cache-memory-bytes", String(fixedCache));
  // The int4 variants name their format in their own config.json.
  if (request.variant === "fp8") flags.push("--quantization", "fp8");
  if (request.kv === "fp8") flags.push("--kv-cache-dtype", "fp8");
  flags.push("--shutdown-timeout", String(drainTimes(request.context).shutdownTimeoutS));
  if (pooling) return [...flags, "--runner", "pooling", "--convert", "embed", "--no-enable-log-requests"];
  return [
    ...flags,
    "--enable-prefix-caching",
    "--enable-chunked-prefill",
    "--scheduling-policy",
    "priority",
    "--structured-outputs-config",
    STRUCTURED_OUTPUTS,
    "--enable-prompt-tokens-details",
    ...(request.card.gb >= BUSY_CARD_GB ? ["--api-server-count", String(FRONT_ENDS)] : []),
    "--no-enable-log-requests",
  ];
}
