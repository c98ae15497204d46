/** Which servers Candor ships settings for: the choices. Everything else in a preset is worked out from them. */
import type { ModelName } from "../memory/architecture.ts";
import type { KvType, Variant } from "../memory/weights.ts";

export interface PresetChoice {
  name: string;
  purpose: string;
  model: ModelName;
  variant: Variant;
  kv: KvType;
  /** Class of cards. */
  gb: number;
  context: number;
  /** The cards of the class it is planned for; without it, the whole class. */
  cards?: readonly string[];
}

const MODEL = "qwen3-4b";
const LONGEST = 262_144;
const ORDINARY = 32_768;
const SHORT = 16_384;

const screen = (
  name: string,
  purpose: string,
  [variant, kv]: readonly [Variant, KvType],
  gb: number,
  context: number,
): PresetChoice => ({ name, purpose, model: MODEL, variant, kv, gb, context });

export const CHOICES: readonly PresetChoice[] = [
  screen("bf16-80gb-262k", "Unquantised, the model's whole context.", ["bf16", "auto"], 80, LONGEST),
  screen("bf16-80gb", "Unquantised; the reference for quality.", ["bf16", "auto"], 80, ORDINARY),
  screen("fp8-80gb", "Most résumés a second on one card.", ["fp8", "fp8"], 80, ORDINARY),
  {
    ...screen(
      "bf16-48gb-262k",
      "Unquantised, the whole context, one at a time.",
      ["bf16", "auto"],
      48,
      LONGEST,
    ),
    cards: ["rtx-6000-ada", "rtx-a6000"],
  },
  screen(
    "bf16-48gb-262k-kv8",
    "The whole context on every 48 GB card: FP8 cache.",
    ["bf16", "fp8"],
    48,
    LONGEST,
  ),
  screen("fp8-48gb", "Throughput on a 48 GB card.", ["fp8", "fp8"], 48, ORDINARY),
  screen("bf16-24gb", "Unquantised on a common card.", ["bf16", "auto"], 24, ORDINARY),
  screen("fp8-24gb", "Throughput on a 24 GB card.", ["fp8", "fp8"], 24, ORDINARY),
  screen("awq-24gb", "int4 weights, the largest cache of its class.", ["awq", "auto"], 24, ORDINARY),
  screen("gptq-24gb", "As awq-24gb, quantised by GPTQ.", ["gptq", "auto"], 24, ORDINARY),
  screen("bf16-16gb", "Unquantised; few requests at once.", ["bf16", "auto"], 16, ORDINARY),
  screen("fp8-16gb", "FP8 weights, bf16 cache.", ["fp8", "auto"], 16, ORDINARY),
  screen("awq-16gb", "int4 weights on 16 GB.", ["awq", "auto"], 16, ORDINARY),
  screen("gptq-16gb", "As awq-16gb, quantised by GPTQ.", ["gptq", "auto"], 16, ORDINARY),
  screen("fp8-12gb", "FP8 weights on 12 GB.", ["fp8", "auto"], 12, ORDINARY),
  screen("awq-12gb", "int4 weights on 12 GB.", ["awq", "auto"], 12, ORDINARY),
  screen("gptq-12gb", "As awq-12gb, quantised by GPTQ.", ["gptq", "auto"], 12, ORDINARY),
  screen("awq-8gb", "The smallest card. Hand work out grouped by job.", ["awq", "auto"], 8, SHORT),
  screen("gptq-8gb", "As awq-8gb, quantised by GPTQ.", ["gptq", "auto"], 8, SHORT),
  {
    name: "embedding-8gb",
    purpose: "Embeddings, as a server of its own; fits every card here.",
    model: "qwen3-embedding-0.6b",
    variant: "bf16",
    kv: "auto",
    gb: 8,
    context: 8192,
  },
];
