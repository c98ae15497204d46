import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { ARCHITECTURES } from "../../inference/memory/architecture.ts";
import { CHOICES } from "../../inference/presets/catalogue.ts";
import { answer, readArguments, UsageError } from "../../inference/presets/command.ts";
import { generatedFiles } from "../../inference/presets/files.ts";
import type { Preset } from "../../inference/presets/preset.ts";
import { compare, planOf, type Recording } from "../../inference/recorded/record.ts";

const ROOT = path.join(import.meta.dirname, "../..");
const read = (file: string) => readFileSync(path.join(ROOT, file), "utf8");
const jsonFiles = (folder: string) =>
  readdirSync(path.join(ROOT, folder)).filter((file) => file.endsWith(".json"));
const presets = jsonFiles("inference/presets").map(
  (file) => JSON.parse(read(`inference/presets/${file}`)) as Preset,
);
const recordings = jsonFiles("inference/recorded").map(
  (file) => JSON.parse(read(`inference/recorded/${file}`)) as Recording,
);

describe("presets are what the calculator makes of the catalogue", () => {
  it.each([...generatedFiles().keys()])("%s is up to date", (file) => {
    expect(read(file)).toBe(generatedFiles().get(file));
  });

  it("has no preset that the catalogue does not", () => {
    expect(presets.map(({ name }) => name).sort()).toEqual(CHOICES.map(({ name }) => name).sort());
  });

  it("covers each class of cards and each way to store the weights", () => {
    const has = (variant: string) =>
      presets
        .filter((preset) => preset.variant === variant && preset.model.includes("4B"))
        .map((preset) => preset.card_class_gb);
    for (const variant of ["awq", "gptq"]) expect(new Set(has(variant))).toEqual(new Set([24, 16, 12, 8]));
    for (const gb of [80, 48, 24, 16, 12]) expect(has("fp8")).toContain(gb);
    expect(
      presets
        .filter(({ context, variant }) => context === 262_144 && variant === "bf16")
        .map(({ card_class_gb }) => card_class_gb),
    ).toContain(48);
    expect(presets.filter(({ flags }) => flags.includes("embed"))).toHaveLength(1);
  });

  it("waits longer for a server to end than the server takes", () => {
    for (const { flags, shutdown_timeout_s, grace_period_s } of presets) {
      expect(flags[flags.indexOf("--shutdown-timeout") + 1]).toBe(String(shutdown_timeout_s));
      expect(grace_period_s).toBeGreaterThan(shutdown_timeout_s);
    }
  });

  it("holds a whole context in each cache", () => {
    for (const { planned, context } of presets) expect(planned.kv_tokens).toBeGreaterThanOrEqual(context);
  });
});

describe("the calculator agrees with what vLLM reported on real cards", () => {
  const rows = recordings.flatMap((recording) =>
    compare(recording).map((row) => ({ ...row, device: recording.device })),
  );

  it.each(rows.filter(({ figure }) => figure === "kv_tokens"))(
    "$device, $name: $planned tokens planned, $observed observed, within 1 %",
    ({ error }) => expect(Math.abs(error)).toBeLessThan(0.01),
  );

  it.each(rows.filter(({ figure }) => figure !== "kv_tokens" && figure !== "graphs_gib"))(
    "$device, $name: $figure $planned planned, $observed observed, within 5 %",
    ({ error }) => expect(Math.abs(error)).toBeLessThan(0.05),
  );

  it("has something to compare", () => {
    expect(rows.length).toBeGreaterThanOrEqual(6);
  });

  it("would notice a cache that counts an eighth of the heads wrongly, or weights without the embedding", () => {
    const [recording] = recordings;
    const [measurement] = recording?.measurements ?? [];
    if (recording === undefined || measurement === undefined) throw new Error("no recording");
    const plan = planOf(recording, measurement);
    const observed = measurement.observed.kv_tokens ?? 0;
    const embedding = ARCHITECTURES["qwen3-4b"].vocabulary * ARCHITECTURES["qwen3-4b"].hidden * 2;
    const wrong = [(plan.kvTokens * 9) / 8, plan.kvTokens + embedding / plan.kvPerToken];
    for (const tokens of wrong) expect(Math.abs(tokens / observed - 1)).toBeGreaterThan(0.01);
  });
});

describe("gpu:plan", () => {
  const plan = (...args: string[]) => answer(readArguments(args));

  it("answers in one line of JSON, by the command too", async () => {
    const args = ["--vram", "24", "--variant", "awq", "--context", "32768", "--json"];
    const { stdout } = await promisify(execFile)("npx", ["tsx", "scripts/gpu-plan.ts", ...args], {
      cwd: ROOT,
    });
    expect(stdout).toBe(`${plan(...args)}\n`);
    const parsed = JSON.parse(stdout);
    expect(parsed).toMatchObject({ fits: true, weights_gib: 2.48, reason: null, advice: [] });
    expect(parsed.concurrent).toBe(Math.floor(parsed.kv_tokens / 32_768));
    expect(parsed.flags).toContain("--max-model-len");
    expect(stdout.trim().split("\n")).toHaveLength(1);
  });

  it("prints weights, cache a token, reserve, what fits and the flags", () => {
    const text = plan("--vram", "24", "--variant", "awq", "--context", "32768");
    for (const says of [/weights, AWQ int4.* 2\.48 GiB/, /144 KiB a token/, /CUDA graphs/, /fits: 4 at once/])
      expect(text).toMatch(says);
    expect(text).toMatch(/'\{"backend":"xgrammar","disable_any_whitespace":true\}'/);
  });

  it("says why nothing fits and what to do", () => {
    const text = plan("--vram", "8", "--context", "32768");
    expect(text).toMatch(/does not fit \(weights_too_large\)/);
    expect(text).toMatch(/--variant gptq --kv fp8/);
  });

  it.each([
    [["--vram", "lots"], "--vram is a number above 0"],
    [["--vram", "24", "--card", "l4"], "give one of --vram and --card"],
    [["--context", "1024"], "give one of --vram and --card"],
    [["--card", "voodoo"], "is not listed"],
    [["--vram", "24", "--variant", "int2"], "--variant is one of bf16, fp8, awq, gptq"],
    [["--vram", "24", "--variant", "toString"], "--variant is one of bf16, fp8, awq, gptq"],
    [["--vram", "24", "--context", "0.5"], "--context is a whole number"],
    [["--vram", "24", "--utilisation", "2"], "--utilisation is a share of the card"],
    [["--vram", "24", "--quick"], "--quick"],
  ])("asks again for %j", (args, says) => {
    expect(() => plan(...args)).toThrow(UsageError);
    expect(() => plan(...args)).toThrow(says);
  });
});
