import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { advise, longestContext } from "../../inference/memory/advice.ts";
import { ARCHITECTURES, parameterCount, parameters } from "../../inference/memory/architecture.ts";
import { CARDS, cardByName, cardOfClass } from "../../inference/memory/cards.ts";
import { drainTimes, serverFlags } from "../../inference/memory/flags.ts";
import { BLOCK_TOKENS, footprint, GIB, type PlanRequest, planServer } from "../../inference/memory/plan.ts";
import { captureSizes, reserveBytes, totalReserve } from "../../inference/memory/reserve.ts";
import {
  KV_TYPES,
  type KvType,
  kvBytesPerToken,
  VARIANTS,
  type Variant,
  weightBytes,
} from "../../inference/memory/weights.ts";

const QWEN = ARCHITECTURES["qwen3-4b"];
const request = (change: Partial<PlanRequest> & { gb?: number }): PlanRequest => ({
  model: "qwen3-4b",
  variant: "bf16",
  kv: "auto",
  context: 32_768,
  card: cardOfClass(change.gb ?? 24),
  ...change,
});

describe("weights follow from the parameters' shapes", () => {
  it("counts the parameters that the model cards state", () => {
    expect(parameterCount(QWEN)).toBe(4_022_468_096);
    expect(parameterCount(ARCHITECTURES["qwen3-embedding-0.6b"])).toBe(595_776_512);
  });

  it("counts the tied embedding once and never quantises it", () => {
    const embeddings = parameters(QWEN).filter(({ shape }) => shape[0] === QWEN.vocabulary);
    expect(embeddings).toEqual([{ name: "embed_tokens", shape: [151_936, 2560], copies: 1, linear: false }]);
    const embedding = 151_936 * 2560 * 2;
    expect(weightBytes(QWEN, "gptq") - embedding).toBeLessThan(
      (weightBytes(QWEN, "bf16") - embedding) * 0.27,
    );
  });

  it.each<[Variant, number]>([
    ["bf16", 7.49],
    ["fp8", 4.11],
    ["awq", 2.48],
    ["gptq", 2.47],
  ])("%s takes %f GiB", (variant, gib) => {
    expect(weightBytes(QWEN, variant) / GIB).toBeCloseTo(gib, 2);
  });

  it("gives 144 KiB a token to a bf16 cache, half to FP8, and 112 to the embedding model", () => {
    expect(kvBytesPerToken(QWEN, "auto")).toBe(144 * 1024);
    expect(kvBytesPerToken(QWEN, "fp8")).toBe(72 * 1024);
    expect(kvBytesPerToken(ARCHITECTURES["qwen3-embedding-0.6b"], "auto")).toBe(112 * 1024);
  });
});

describe("what vLLM needs beside them", () => {
  it.each([
    [{ maxNumSeqs: 1, maxNumBatchedTokens: 8192 }, [1, 2]],
    [{ maxNumSeqs: 16, maxNumBatchedTokens: 8192 }, [1, 2, 4, 8, 16, 24, 32]],
    [{ maxNumSeqs: 16, maxNumBatchedTokens: 8 }, [1, 2, 4, 8]],
  ])("captures the graphs of %o", (batch, sizes) => {
    expect(captureSizes(batch)).toEqual(sizes);
  });

  it("captures 51 sizes up to 512 for 256 requests", () => {
    const sizes = captureSizes({ maxNumSeqs: 256, maxNumBatchedTokens: 8192 });
    expect([sizes.length, sizes.at(-1)]).toEqual([51, 512]);
  });

  it("grows with requests, tokens a step and context, and has no sampler for embeddings", () => {
    const batch = { maxNumSeqs: 64, maxNumBatchedTokens: 4096, context: 16_384 };
    const base = totalReserve(reserveBytes(QWEN, batch));
    for (const larger of [{ maxNumSeqs: 512 }, { maxNumBatchedTokens: 16_384 }, { context: 262_144 }])
      expect(totalReserve(reserveBytes(QWEN, { ...batch, ...larger }))).toBeGreaterThan(base);
    const many = { ...batch, maxNumSeqs: 256 };
    expect(reserveBytes({ ...QWEN, pooling: true }, many).activations).toBeLessThan(
      reserveBytes(QWEN, many).activations,
    );
  });
});

describe("plans", () => {
  it.each<[string, Partial<PlanRequest> & { gb?: number }]>([
    ["the whole context, unquantised, on 48 GB", { gb: 48, context: 262_144 }],
    [
      "the whole context on an L40S with an FP8 cache",
      { card: cardByName("l40s")!, context: 262_144, kv: "fp8" },
    ],
    ["int4 on 8 GB", { gb: 8, variant: "awq", context: 16_384 }],
    ["the same by GPTQ", { gb: 8, variant: "gptq", context: 16_384 }],
    ["bf16 on 16 GB", { gb: 16 }],
    ["embeddings on 8 GB", { gb: 8, model: "qwen3-embedding-0.6b", context: 8192 }],
  ])("fits %s", (_, change) => {
    const plan = planServer(request(change));
    expect(plan.reason).toBeNull();
    expect(plan.kvTokens).toBeGreaterThanOrEqual(plan.request.context);
    expect(advise(plan)).toEqual([]);
  });

  it.each<[string, Partial<PlanRequest> & { gb?: number }, string]>([
    ["bf16 on 8 GB", { gb: 8 }, "weights_too_large"],
    ["the whole context on 24 GB", { context: 262_144 }, "cache_too_small"],
    ["the whole context, int4, on 8 GB", { gb: 8, variant: "awq", context: 262_144 }, "cache_too_small"],
    ["an L40S without an FP8 cache", { card: cardByName("l40s")!, context: 262_144 }, "cache_too_small"],
    ["more context than the model has", { gb: 80, context: 262_145 }, "context_beyond_model"],
    [
      "more context than the embedding model has",
      { model: "qwen3-embedding-0.6b", context: 40_000 },
      "context_beyond_model",
    ],
  ])("refuses %s", (_, change, reason) => {
    const plan = planServer(request(change));
    expect([plan.reason, plan.concurrent]).toEqual([reason, 0]);
    expect(advise(plan).length).toBeGreaterThan(0);
  });

  it("keeps the 8 GB server inside 8 GB, CUDA context included", () => {
    for (const variant of ["awq", "gptq"] as const) {
      const plan = planServer(request({ gb: 8, variant, context: 16_384 }));
      expect(footprint(plan)).toBeLessThan(8e9);
      expect(serverFlags(plan)).toContain("--kv-cache-memory-bytes");
    }
  });

  it("never plans more than the card holds, and never half a block", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...CARDS),
        fc.constantFrom(...(Object.keys(VARIANTS) as Variant[])),
        fc.constantFrom(...(Object.keys(KV_TYPES) as KvType[])),
        fc.integer({ min: 1, max: 262_144 }),
        (card, variant, kv, context) => {
          const plan = planServer(request({ card, variant, kv, context }));
          expect(plan.kvTokens % BLOCK_TOKENS).toBe(0);
          if (plan.reason !== null) return;
          const inside = plan.weights + totalReserve(plan.reserve) + plan.kvTokens * plan.kvPerToken;
          expect(inside).toBeLessThanOrEqual(plan.requested);
          expect(footprint(plan)).toBeLessThanOrEqual(card.totalGib * GIB);
          expect(plan.concurrent).toBe(Math.floor(plan.kvTokens / context));
        },
      ),
      { numRuns: 200 },
    );
  });

  it("holds no fewer tokens on a larger card, with an FP8 cache or with smaller weights", () => {
    const tokens = (change: Partial<PlanRequest>) =>
      planServer(request({ maxNumSeqs: 64, maxNumBatchedTokens: 4096, utilisation: 0.92, ...change }))
        .kvTokens;
    const ordered = [...CARDS].filter(({ gb }) => gb > 8).sort((a, b) => a.totalGib - b.totalGib);
    const perCard = ordered.map((card) => tokens({ card }));
    expect(perCard).toEqual([...perCard].sort((a, b) => a - b));
    expect(tokens({ kv: "fp8" })).toBeGreaterThan(tokens({}) * 1.99);
    expect(tokens({ variant: "gptq" })).toBeGreaterThan(tokens({ variant: "fp8" }));
  });
});

describe("advice", () => {
  it("only names changes that fit", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 4, max: 80 }),
        fc.constantFrom(...(Object.keys(VARIANTS) as Variant[])),
        fc.integer({ min: 4096, max: 262_144 }),
        (gb, variant, context) => {
          const plan = planServer(request({ gb, variant, context }));
          for (const { change } of advise(plan))
            expect(planServer(changed(plan.request, change)).reason).toBeNull();
        },
      ),
      { numRuns: 60 },
    );
  });

  it("finds the longest context: it fits, and 1,024 tokens more do not", () => {
    for (const gb of [8, 16, 24]) {
      const asked = request({ gb, variant: "gptq", context: 262_144 });
      const longest = longestContext(asked);
      expect(planServer({ ...asked, context: longest }).reason).toBeNull();
      expect(planServer({ ...asked, context: longest + 1024 }).reason).not.toBeNull();
    }
  });
});

function changed(base: PlanRequest, change: string): PlanRequest {
  const words = change.split(" ");
  const value = (option: string) => words[words.indexOf(option) + 1];
  return {
    ...base,
    ...(words.includes("--kv") && { kv: value("--kv") as KvType }),
    ...(words.includes("--variant") && { variant: value("--variant") as Variant }),
    ...(words.includes("--context") && { context: Number(value("--context")) }),
    ...(words.includes("--vram") && { card: cardOfClass(Number(value("--vram"))) }),
  };
}

describe("flags", () => {
  it("states what the model's own config cannot: FP8 weights, FP8 cache, embedding", () => {
    const flags = (change: Partial<PlanRequest>) => serverFlags(planServer(request(change))).join(" ");
    expect(flags({ variant: "fp8", kv: "fp8" })).toMatch(/--quantization fp8 --kv-cache-dtype fp8/);
    expect(flags({ variant: "awq" })).not.toMatch(/--quantization|--kv-cache-dtype/);
    expect(flags({ model: "qwen3-embedding-0.6b", context: 8192 })).toMatch(
      /--runner pooling --convert embed/,
    );
  });

  it("forbids free white space in JSON, orders by priority and logs no request", () => {
    const flags = serverFlags(planServer(request({})));
    const structured = flags[flags.indexOf("--structured-outputs-config") + 1] ?? "";
    expect(JSON.parse(structured)).toEqual({ backend: "xgrammar", disable_any_whitespace: true });
    expect(flags.join(" ")).toMatch(/--scheduling-policy priority/);
    expect(flags).toContain("--no-enable-log-requests");
  });

  it("lets the longest prompt end before the runtime kills the server", () => {
    for (const context of [8192, 32_768, 262_144]) {
      const { shutdownTimeoutS, gracePeriodS } = drainTimes(context);
      expect(gracePeriodS).toBeGreaterThan(shutdownTimeoutS);
      // 200,000 tokens took 22.7 s on an H100: a card of a tenth of its speed has to make it too.
      expect(shutdownTimeoutS).toBeGreaterThanOrEqual((context / 200_000) * 22.7 * 7);
    }
  });
});
