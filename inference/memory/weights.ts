/** How many bytes the weights take, from the parameters' shapes and the way the linear layers are stored. */
import { type Architecture, type Parameter, parameters } from "./architecture.ts";

const BF16_BYTES = 2;
const F32_BYTES = 4;

interface Storage {
  /** Bits of one weight of a linear layer. */
  bits: 16 | 8 | 4;
  /** Inputs that share a scale, `null` for one scale per output row, `"none"` for no scales at all. */
  group: number | null | "none";
  scaleBytes: number;
  /** An asymmetric code also keeps a zero point of `bits` bits per group. */
  zeroPoint: boolean;
  title: string;
}

/** Group 128 and these scale types are what inference/quantise writes. */
export const VARIANTS = {
  bf16: { bits: 16, group: "none", scaleBytes: 0, zeroPoint: false, title: "bf16, as published" },
  fp8: {
    bits: 8,
    group: null,
    scaleBytes: F32_BYTES,
    zeroPoint: false,
    title: "FP8, quantised while loading",
  },
  awq: {
    bits: 4,
    group: 128,
    scaleBytes: BF16_BYTES,
    zeroPoint: true,
    title: "AWQ int4, groups of 128, zero points",
  },
  gptq: {
    bits: 4,
    group: 128,
    scaleBytes: BF16_BYTES,
    zeroPoint: false,
    title: "GPTQ int4, groups of 128, symmetric",
  },
} as const satisfies Record<string, Storage>;

export type Variant = keyof typeof VARIANTS;

/** @returns bytes of all weights in the card's memory; a tied embedding is counted once and stays bf16 */
export function weightBytes(model: Architecture, variant: Variant): number {
  return parameters(model).reduce(
    (sum, parameter) => sum + parameter.copies * parameterBytes(parameter, VARIANTS[variant]),
    0,
  );
}

function parameterBytes({ shape: [rows, columns], linear }: Parameter, storage: Storage): number {
  if (!linear || storage.group === "none") return rows * columns * BF16_BYTES;
  const groups = rows * (storage.group === null ? 1 : Math.ceil(columns / storage.group));
  const zeroPoints = storage.zeroPoint ? (groups * storage.bits) / 8 : 0;
  return (rows * columns * storage.bits) / 8 + groups * storage.scaleBytes + zeroPoints;
}

export const KV_TYPES = { auto: 2, fp8: 1 } as const;
/** `auto` keeps keys and values as bf16, `fp8` as e4m3. */
export type KvType = keyof typeof KV_TYPES;

/** @returns bytes of one token in the cache: a key and a value for each layer and key-value head */
export const kvBytesPerToken = (model: Architecture, kv: KvType): number =>
  2 * model.layers * model.kvHeads * model.headDim * KV_TYPES[kv];
