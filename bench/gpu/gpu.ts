/**
 * `npm run bench:gpu -- --tokenizer FOLDER`: starts vLLM with Candor's presets on this machine's card, one after
 * another, puts Candor's own prompts to each, straight and through Candor's client, and prints a table and one JSON
 * line. Shapes and kernels are the model's; weights are noise unless `--model` names a folder that has them.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { attachEngine, cardName, type Engine, startEngine } from "./engine.ts";
import type { Recording, StepName } from "./recording.ts";
import { report } from "./report.ts";
import { STEPS } from "./steps.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    /** Folder with tokenizer.json and tokenizer_config.json of Qwen3. */
    tokenizer: { type: "string" },
    /** Folder of a whole model, in place of dummy weights. */
    model: { type: "string" },
    root: { type: "string", default: process.cwd() },
    out: { type: "string", default: ".candor/gpu/results.json" },
    python: { type: "string", default: "python3" },
    port: { type: "string", default: "8011" },
    /** A server that runs already: nothing is started, and the plan's steps are taken on it. */
    url: { type: "string" },
    /** `PRESET:STEP+STEP`, with commas between; each is one start of the server. */
    plan: {
      type: "string",
      default:
        "bf16-80gb:throughput+variants,fp8-80gb:throughput,awq-8gb:small,bf16-80gb-262k:long+sleep,bf16-80gb:start",
    },
    prompt: { type: "string", default: "2500" },
    shared: { type: "string", default: "1008" },
    jobs: { type: "string", default: "10" },
    few: { type: "string", default: "500" },
    many: { type: "string", default: "1000" },
    small: { type: "string", default: "300" },
    "small-at-once": { type: "string", default: "16" },
    long: { type: "string", default: "200000" },
    "start-seconds": { type: "string", default: "400" },
    /** Arguments of vLLM's, with blanks between, after a preset's own. */
    vllm: { type: "string", default: "" },
    /** Starts nothing: prints what these recordings hold. */
    report: { type: "boolean", default: false },
  },
});

const scale = {
  sizes: { prompt: Number(values.prompt), shared: Number(values.shared) },
  jobs: Number(values.jobs),
  few: Number(values.few),
  many: Number(values.many),
  small: Number(values.small),
  smallAtOnce: Number(values["small-at-once"]),
  longTokens: Number(values.long),
};

const card = cardName();
const cardBytes = values.report || values.url !== undefined || card === null ? null : cudaBytes();

if (values.report) {
  console.log(report(positionals.map((file) => JSON.parse(readFileSync(file, "utf8")) as Recording)));
} else {
  await measure();
}

async function measure(): Promise<void> {
  if (values.tokenizer === undefined && values.model === undefined && values.url === undefined)
    throw new Error("--tokenizer names the folder of the model's tokenizer, or --model a whole model");
  const recording: Recording = existsSync(values.out)
    ? (JSON.parse(readFileSync(values.out, "utf8")) as Recording)
    : {
        device: card ?? "no card",
        cpus: execFileSync("nproc", { encoding: "utf8" }).trim(),
        vllm: vllmVersion(),
        node: process.version,
        recorded_at: new Date().toISOString().slice(0, 10),
        peaks:
          card === null ? null : (JSON.parse(lastLine([at("bench/gpu/peaks.py")])) as Recording["peaks"]),
        servers: [],
      };
  for (const [index, entry] of values.plan.split(",").entries()) {
    const [preset = "", steps = ""] = entry.split(":");
    await server(recording, preset, steps.split("+") as StepName[], index);
  }
  console.log(report([recording]));
}

async function server(recording: Recording, preset: string, steps: StepName[], index: number): Promise<void> {
  const engine =
    values.url === undefined ? await started(preset, steps, index) : await attachEngine(values.url);
  const { startSeconds, usedMib, kvTokens } = engine;
  const one: Recording["servers"][number] = {
    preset,
    further: values.vllm,
    start_s: startSeconds,
    used_mib: usedMib,
    kv_tokens: kvTokens,
    steps: [],
  };
  recording.servers.push(one);
  console.log(JSON.stringify({ preset, start_s: startSeconds, used_mib: usedMib, kv_tokens: kvTokens }));
  try {
    for (const step of steps) {
      one.steps.push(await STEPS[step](engine, scale));
      console.log(JSON.stringify(one.steps.at(-1)));
      writeFileSync(values.out, `${JSON.stringify(recording, null, 2)}\n`);
    }
  } finally {
    await engine.stop();
    writeFileSync(values.out, `${JSON.stringify(recording, null, 2)}\n`);
  }
}

async function started(preset: string, steps: readonly StepName[], index: number): Promise<Engine> {
  const named = JSON.parse(readFileSync(at(`inference/presets/${preset}.json`), "utf8")) as Record<
    string,
    string
  >;
  const log = path.resolve(path.dirname(values.out), `${preset}-${index}.log`);
  mkdirSync(path.dirname(log), { recursive: true });
  const sleeps = steps.includes("sleep") ? ["--enable-sleep-mode"] : [];
  if (sleeps.length > 0) process.env.VLLM_SERVER_DEV_MODE = "1";
  return startEngine({
    ...{ preset, log, python: values.python, presets: at("inference/presets"), cardBytes },
    model: values.model ?? dummyFolder(preset, named.model ?? "", named.variant ?? ""),
    dummy: values.model === undefined,
    further: [...sleeps, ...values.vllm.split(" ").filter((word) => word !== "")],
    port: Number(values.port),
    startSeconds: Number(values["start-seconds"]),
  });
}

function vllmVersion(): string {
  return values.url === undefined ? lastLine(["-c", "import vllm; print(vllm.__version__)"]) : "as it runs";
}

/** The card's bytes as vLLM counts them, which is less than the driver says. */
function cudaBytes(): number {
  const code = "import sys; sys.path.insert(0, sys.argv[1]); import measure; print(measure.device()[1])";
  return Number(lastLine(["-c", code, at("inference/measure")]));
}

function at(file: string): string {
  return path.join(values.root, file);
}

function lastLine(args: string[]): string {
  return execFileSync(values.python, args, { encoding: "utf8" }).trim().split("\n").at(-1) ?? "";
}

function dummyFolder(preset: string, model: string, variant: string): string {
  const code =
    "import sys; sys.path.insert(0, sys.argv[1]); import model_folder; print(model_folder.make(*sys.argv[2:]))";
  const folder = path.join(process.env.TMPDIR ?? "/tmp", `preset-${preset}`);
  return lastLine([
    "-c",
    code,
    at("inference/measure"),
    folder,
    model,
    variant,
    path.resolve(values.tokenizer ?? ""),
  ]);
}
