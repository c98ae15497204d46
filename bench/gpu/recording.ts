import type { Outcome } from "./load.ts";
import type { Sizes } from "./material.ts";

/** vLLM's own block, in tokens: a prefix is shared in whole ones. */
export const BLOCK = 16;

export interface LoadsResult {
  step: "throughput" | "variants" | "small";
  /** As the server's tokenizer counts them. */
  sizes: Sizes;
  outcomes: Outcome[];
  /** Of the card, after the loads. */
  used_mib: number | null;
}
export type StepResult =
  | LoadsResult
  | { step: "long"; prompt_tokens: number; ttft_s: number; total_s: number; out_tokens: number }
  | { step: "sleep"; sleep_s: number; asleep_mib: number | null; wake_s: number; first_token_after_s: number }
  | { step: "start" };
export type StepName = StepResult["step"];

/** What one machine said on one day. */
export interface Recording {
  device: string;
  cpus: string;
  vllm: string;
  node: string;
  recorded_at: string;
  /** Measured beside, by peaks.py: bf16 TFLOP/s and TB/s of copying, reads and writes counted. */
  peaks: { tflop_s: number; tb_s: number } | null;
  servers: {
    preset: string;
    /** Arguments beyond the preset's. */
    further: string;
    start_s: number | null;
    used_mib: number | null;
    kv_tokens: number | null;
    steps: StepResult[];
  }[];
}
