import { describe, expect, it } from "vitest";
import type { Outcome } from "../../../bench/gpu/load.ts";
import type { Recording } from "../../../bench/gpu/recording.ts";
import { report } from "../../../bench/gpu/report.ts";

const outcome = (change: Partial<Outcome>): Outcome => ({
  ...{ name: "candor", resumes: 100, at_once: 256, wall_s: 4, resumes_per_s: 25 },
  ...{ p50_ms: 1000, p99_ms: 2000, ttft_p50_ms: 100, added_p50_ms: 1.5 },
  ...{ prompt_tokens: 2500, cached_tokens: 1008, out_tokens: 60, requests: 1, followers: 100, cores: {} },
  ...change,
});
const recording = (outcomes: Outcome[], change: Partial<Recording["servers"][number]> = {}): Recording => ({
  ...{ device: "card", cpus: "16", vllm: "0.26.0", node: "v24", recorded_at: "2026-11-23" },
  peaks: { tflop_s: 800, tb_s: 3 },
  servers: [
    {
      ...{ preset: "bf16-80gb", further: "", start_s: 100, used_mib: 70_000, kv_tokens: 460_000 },
      steps: [{ step: "throughput", sizes: { prompt: 2500, shared: 1010 }, outcomes, used_mib: 70_000 }],
      ...change,
    },
  ],
});
const lastLine = (text: string) => JSON.parse(text.split("\n").at(-1) ?? "");

describe("the report of the GPU bench", () => {
  it("sets what went through Candor against what went straight, at the same number at once", () => {
    const said = report([
      recording([
        outcome({ name: "straight", at_once: 64, resumes_per_s: 20 }),
        outcome({ at_once: 64, resumes_per_s: 19 }),
        outcome({ name: "straight", resumes_per_s: 30, added_p50_ms: null }),
        outcome({ resumes_per_s: 27 }),
        outcome({ name: "free text", resumes_per_s: 40 }),
      ]),
    ]);
    expect(lastLine(said).bf16).toMatchObject({
      ...{ resumes_per_s: 27, to_straight_64: 0.95, to_straight_256: 0.9 },
      ...{ added_p50_ms_256: 1.5, constrained_to_free: 0.75, with_support: null },
    });
  });

  it("counts hits in whole blocks, and only for those that had one of their job before them", () => {
    // 1,010 shared tokens are 63 blocks of 16: 1,008. Ten of the hundred came first and found nothing.
    const said = report([recording([outcome({ cached_tokens: 907.2, followers: 90 })])]);
    expect(lastLine(said).prefix_hits.bf16).toBe(1);
    expect(lastLine(report([recording([outcome({ cached_tokens: 504 })])])).prefix_hits.bf16).toBe(0.5);
  });

  it("leaves servers with other flags than the preset's out of the last line, and in the table", () => {
    const said = report([recording([outcome({})], { further: "--other" })]);
    expect(lastLine(said).bf16.resumes_per_s).toBeNull();
    expect(said).toContain("--other");
  });

  it("gives shares of the card's peaks that follow from tokens and sizes", () => {
    // (2,500 − 1,008 + 60) tokens × 25 a second × 2 × 3.633e9 = 281.9 TFLOP/s of 800; 60 × 2,530 × 147,456 B × 25 of 3 TB/s.
    const row = report([recording([outcome({})])])
      .split("\n")
      .find((line) => line.includes("candor"));
    expect(row).toContain("35 %");
    expect(row).toContain("19 %");
  });
});
