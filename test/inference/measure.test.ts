import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { ARCHITECTURES, type Architecture } from "../../inference/memory/architecture.ts";
import type { Preset } from "../../inference/presets/preset.ts";
import { PYTHON } from "../support/python.ts";

const INFERENCE = path.join(import.meta.dirname, "../../inference");
const FIXTURES = path.join(import.meta.dirname, "../fixtures/quantise");

/** The value of a Python expression over measure/'s own modules and `given`. */
function python(expression: string, given: unknown = null): unknown {
  const code = `import json, sys; sys.path.insert(0, sys.argv[1]); given = json.loads(sys.argv[2])
import engine_log, model_folder, measure
print(json.dumps(${expression}))`;
  const args = ["-S", "-B", "-c", code, path.join(INFERENCE, "measure"), JSON.stringify(given)];
  return JSON.parse(execFileSync(PYTHON ?? "", args, { encoding: "utf8" }));
}

describe.skipIf(PYTHON === undefined)("what vLLM's log says is read", () => {
  const LOG = `(Worker pid=2) INFO [gpu_model_runner.py:5348] Model loading took 7.5552 GiB memory and 1.204000 seconds
INFO [monitor.py:20] torch.compile took 39.12 s in total
INFO [gpu_model_runner.py:6738] Estimated CUDA graph memory: 0.29 GiB total
INFO [gpu_worker.py:561] Available KV cache memory: 64.18 GiB
INFO [kv_cache_utils.py:2177] GPU KV cache size: 467,328 tokens
INFO [kv_cache_utils.py:2179] Maximum concurrency for 16,384 tokens per request: 28.52x
INFO [gpu_model_runner.py:6845] Graph capturing finished in 4 secs, took 0.31 GiB
INFO [gpu_worker.py:794] CUDA graph pool memory: 0.3 GiB (actual), 0.29 GiB (estimated), difference: 0.01 GiB (3.3%).
INFO [core.py:348] init engine (profile, create kv cache, warmup model) took 64.50 s`;

  it("figure by figure", () => {
    expect(python("engine_log.figures(given)", LOG)).toEqual({
      kv_tokens: 467_328,
      weights_gib: 7.5552,
      kv_cache_gib: 64.18,
      graphs_gib: 0.3,
      captured_gib: 0.31,
      graphs_estimated_gib: 0.29,
      concurrency: 28.52,
      compile_s: 39.12,
      engine_s: 64.5,
    });
  });

  it("as written by the other model runner, and with nothing in it", () => {
    const other =
      "Model loading took 2.51 GiB and 0.9 seconds\nGraph capturing finished in 4 secs, took 0.31 GiB";
    expect(python("engine_log.figures(given)", other)).toMatchObject({ weights_gib: 2.51, graphs_gib: 0.31 });
    expect(new Set(Object.values(python("engine_log.figures(given)", "") as object))).toEqual(
      new Set([null]),
    );
  });
});

describe.skipIf(PYTHON === undefined)("dummy models have the real shapes", () => {
  it.each(Object.values(ARCHITECTURES) as Architecture[])("$name", (model) => {
    expect(python("model_folder.MODELS[given]", model.name)).toMatchObject({
      num_hidden_layers: model.layers,
      hidden_size: model.hidden,
      num_attention_heads: model.heads,
      num_key_value_heads: model.kvHeads,
      head_dim: model.headDim,
      intermediate_size: model.intermediate,
      vocab_size: model.vocabulary,
      max_position_embeddings: model.positions,
      tie_word_embeddings: true,
    });
  });

  it.each(["awq", "gptq"])("and the %s configuration that the recipe wrote, which vLLM loaded", (variant) => {
    const written = JSON.parse(
      readFileSync(path.join(FIXTURES, `${variant}-quantization-config.json`), "utf8"),
    );
    expect(written).toMatchObject(python("model_folder.quantization(given)", variant) as object);
  });

  it("are not quantised where vLLM does it while loading", () => {
    expect(python("[model_folder.quantization(v) for v in ('bf16', 'fp8')]")).toEqual([null, null]);
  });
});

describe.skipIf(PYTHON === undefined)("presets on a larger card", () => {
  const presets = readdirSync(path.join(INFERENCE, "presets"))
    .filter((file) => file.endsWith(".json"))
    .map((file) => JSON.parse(readFileSync(path.join(INFERENCE, "presets", file), "utf8")) as Preset);
  const H100_BYTES = 79.1 * 2 ** 30;

  it("get their own bytes there, not their share", () => {
    const scaled = python(`[measure.scaled(one, ${H100_BYTES}) for one in given]`, presets) as string[][];
    for (const [index, { planned }] of presets.entries()) {
      const flags = scaled[index] ?? [];
      const share = Number(flags[flags.indexOf("--gpu-memory-utilization") + 1]);
      expect(Math.abs(share * H100_BYTES - planned.requested_bytes)).toBeLessThan(2 ** 20);
    }
  });

  it("have every flag that the recording needs, and a model that it knows", () => {
    expect(
      python(
        "[all(measure.flag(p['flags'], f) for f in ('--max-num-seqs', '--max-num-batched-tokens')) and p['model'] in measure.MODEL_KEYS for p in given]",
        presets,
      ),
    ).toEqual(presets.map(() => true));
  });
});
