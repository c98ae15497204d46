/**
 * `npm run chaos:model -- [--applications 60] [--seed N] [--minutes 0.5] [--vllm | --model-url URL --model NAME]`:
 * the real server with a model behind a proxy that goes through every fault in a seeded order, then through none.
 * Checks that nothing was lost or done twice, that requests kept to their budget and the breaker to its word.
 * `--minutes` is how long the tier answers 503. `--vllm` starts the vLLM of `npm run test:contract`; another model is
 * named by its URL, with its key in `MODEL_API_KEY`. Exit code 1 when anything does not hold.
 */
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { buildAssets, buildWorker } from "../../scripts/build.ts";
import { VLLM_VERSION, vllmEnvironment } from "../contract/environment.ts";
import { API_KEY, VllmProcess } from "../contract/vllm-process.ts";
import { checkModelRun } from "./check-model.ts";
import { attemptsOf } from "./model-attempts.ts";
import { stretchesOf } from "./model-breaker.ts";
import { MODEL_FAULTS, scheduleFor } from "./model-faults.ts";
import type { ModelRun } from "./model-record.ts";
import { type ModelRunOptions, runModelChaos } from "./model-run.ts";
import { seeded } from "./random.ts";

/** Beside the time for which the tier is away anyhow. */
const SETTLE_MS = 10 * 60_000;
/** A model on a CPU takes its time between two tokens. */
const REAL_TOKEN_GAP_MS = 5_000;

const { values } = parseArgs({
  options: {
    applications: { type: "string", default: "60" },
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
    minutes: { type: "string", default: "0.5" },
    vllm: { type: "boolean", default: false },
    "model-url": { type: "string" },
    model: { type: "string", default: "Qwen/Qwen3-4B-Instruct-2507" },
  },
});
const [applications, seed] = [Number(values.applications), Number(values.seed)];

console.log("Building …");
await Promise.all([buildAssets(), buildWorker()]);
const vllm = values.vllm ? await VllmProcess.start(await vllmEnvironment(console.log), "preset") : null;
const model = realModel();
const phases = scheduleFor(seeded(seed), applications, Number(values.minutes) * 60_000);
const run = await runModelChaos({
  applications,
  seed,
  phases,
  settleMs: SETTLE_MS + phases.reduce((sum, { atLeastMs }) => sum + atLeastMs, 0),
  model,
  say: (line) => console.log(line),
}).finally(() => vllm?.kill());
const { wrong, ...verdict } = checkModelRun(run);
console.log(`\n${tableOf(run)}\n`);
console.log(
  `${new Date().toISOString()}, ${cpus()[0]?.model ?? "unknown"} x ${cpus().length}, model: ${modelName()}`,
);
for (const sentence of wrong.slice(0, 50)) console.log(`! ${sentence}`);
console.log(JSON.stringify({ ...verdict, seed }));
process.exitCode = wrong.length > 0 ? 1 : 0;

function realModel(): ModelRunOptions["model"] {
  const tokenGapMs = REAL_TOKEN_GAP_MS;
  if (vllm !== null) return { url: vllm.url, name: vllm.model, apiKey: API_KEY, tokenGapMs };
  const url = values["model-url"];
  if (url === undefined) return null;
  return { url, name: values.model, apiKey: process.env.MODEL_API_KEY ?? null, tokenGapMs };
}

function modelName(): string {
  return vllm === null ? (values["model-url"] ?? "scripted") : `vLLM ${VLLM_VERSION} on the CPU`;
}

function tableOf(of: ModelRun): string {
  const ends = ["answered", "refused", "broken", "client_left", "open"] as const;
  const rows = [null, ...MODEL_FAULTS].map((name) => {
    const met = of.requests.filter(({ fault }) => fault === name);
    const evaluations = new Set(met.map(({ attempt }) => attempt)).size;
    const counts = ends.map((end) => met.filter(({ ended }) => ended === end).length);
    return [name ?? "(passed)", met.length, evaluations, ...counts];
  });
  const began = of.requests[0]?.at ?? 0;
  const breaker = stretchesOf(of.tier).map(
    ({ state, at, cause }) =>
      `${((at - began) / 1000).toFixed(1)} s ${state}${cause === null ? "" : ` (${cause})`}`,
  );
  const most = Math.max(0, ...attemptsOf(of).map(({ requests }) => requests.length));
  return [["fault", "requests", "evaluations", ...ends], ...rows]
    .map(
      ([name, ...cells]) => String(name).padEnd(22) + cells.map((cell) => String(cell).padStart(13)).join(""),
    )
    .concat("", `breaker: ${breaker.join(", ")}`, `most requests of one evaluation: ${most}`)
    .join("\n");
}
