/** Cards: what they do, from measurement or data sheet, and what an hour of them costs. */
import { MEASURED_ON } from "./measurements.ts";
import type { Card } from "./types.ts";

/** List prices for one card an hour, by the second, as Modal published them on 2026-05-07. */
const MODAL = "Modal's list price, 2026-05-07";

const H100: Card = {
  name: "h100",
  what: "H100 80 GB, bf16",
  prefillTokensPerSecond: 68_900,
  stepSeconds: 0.00437,
  tokenSeconds: 0.00013,
  // Measured rates hardly rise from 128 to 256 at once, and each request waits twice as long.
  slots: 128,
  kvTokens: 467_328,
  usdPerHour: 3.95,
  provenance: "measured",
  source: MEASURED_ON,
  priceSource: MODAL,
};

/** Memory bandwidth (GB/s) and dense 16-bit tensor TFLOPS of NVIDIA's data sheets. */
interface DataSheet {
  bandwidth: number;
  tflops: number;
}
const H100_SHEET: DataSheet = { bandwidth: 3_350, tflops: 989 };
/** bf16 weights are 8.04 GB, AWQ int4 with its 16-bit embedding 2.7 GB: one step reads all of them. */
const AWQ_STEP_SHARE = 2.7 / 8.04;

/** A card that nobody has measured: the H100's figures, in proportion of compute (prefill) and bandwidth (decoding). */
function derived(
  card: Pick<Card, "name" | "what" | "slots" | "kvTokens" | "usdPerHour" | "priceSource">,
  { bandwidth, tflops }: DataSheet,
  weights: "bf16" | "awq",
): Card {
  const slower = H100_SHEET.bandwidth / bandwidth;
  return {
    ...card,
    prefillTokensPerSecond: H100.prefillTokensPerSecond * (tflops / H100_SHEET.tflops),
    stepSeconds: H100.stepSeconds * slower * (weights === "awq" ? AWQ_STEP_SHARE : 1),
    tokenSeconds: H100.tokenSeconds * slower,
    provenance: "derived",
    source: `the H100's figures × data sheets: ${bandwidth} GB/s, ${tflops} TFLOPS dense`,
  };
}

export const CARDS = {
  h100: H100,
  "h100-fp8": {
    ...H100,
    name: "h100-fp8",
    what: "H100 80 GB, FP8 weights and KV",
    prefillTokensPerSecond: 96_100,
    stepSeconds: 0.00341,
    // (1/21.1 - 1/38.8) s over 200 tokens.
    tokenSeconds: 0.000106,
    kvTokens: 983_344,
  },
  "h100-8gb": {
    ...H100,
    name: "h100-8gb",
    what: "H100 held to 8 GB, AWQ int4",
    // Fitted to the two measured lines: 0.124 s for eight prompts, 5.26 ms a step with eight at once.
    prefillTokensPerSecond: 96_000,
    stepSeconds: 0.00435,
    slots: 8,
    kvTokens: 25_088,
  },
  l40s: derived(
    {
      name: "l40s",
      what: "L40S 48 GB, bf16",
      slots: 96,
      kvTokens: 250_000,
      usdPerHour: 1.95,
      priceSource: MODAL,
    },
    { bandwidth: 864, tflops: 362 },
    "bf16",
  ),
  l4: derived(
    { name: "l4", what: "L4 24 GB, bf16", slots: 48, kvTokens: 88_000, usdPerHour: 0.8, priceSource: MODAL },
    { bandwidth: 300, tflops: 121 },
    "bf16",
  ),
  t4: derived(
    {
      name: "t4",
      what: "T4 16 GB, AWQ int4",
      slots: 32,
      kvTokens: 74_000,
      usdPerHour: 0.59,
      priceSource: MODAL,
    },
    { bandwidth: 320, tflops: 65 },
    "awq",
  ),
  rtx4060: derived(
    {
      name: "rtx4060",
      what: "RTX 4060 8 GB, AWQ int4",
      slots: 8,
      kvTokens: 25_000,
      usdPerHour: 0.05,
      priceSource: "assumed: bought for 300 USD, used for three years, 115 W at 0.30 USD/kWh",
    },
    { bandwidth: 272, tflops: 30 },
    "awq",
  ),
} as const satisfies Record<string, Card>;

export type CardName = keyof typeof CARDS;
