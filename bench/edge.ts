/**
 * `npm run bench:edge`: what Candor costs at the edge, beside a worker that only stores what it is sent. What is
 * measured, and how far to trust it, is in docs/measuring.md.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { cpus, loadavg, tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { buildAssets, buildWorker } from "../scripts/build.ts";
import { type AcceptRound, measureAccepting } from "./accepting.ts";
import { rounded, show, spread, table } from "./figures.ts";
import { measureProcessing } from "./processing.ts";
import { FILE_KINDS, resumeFiles } from "./uploads.ts";

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "5" },
    uploads: { type: "string", default: "160" },
    resumes: { type: "string", default: "60" },
    concurrency: { type: "string", default: "16" },
    "no-build": { type: "boolean", default: false },
  },
});
const rounds = Number(values.rounds);
const concurrency = Number(values.concurrency);
const folder = await mkdtemp(path.join(tmpdir(), "candor-bench-"));
try {
  if (!values["no-build"]) await Promise.all([buildAssets(), buildWorker()]);
  const { default: miniflare } = await import("miniflare/package.json", { with: { type: "json" } });
  const files = resumeFiles();
  console.log(`${new Date().toISOString()}  ${cpus().length} × ${cpus()[0]?.model}  load ${loadavg()[0]?.toFixed(1)}
node ${process.version}, miniflare ${miniflare.version}, workerd ${miniflare.dependencies.workerd}
${rounds} rounds, ${concurrency} at a time; ${FILE_KINDS.map((kind) => `${kind} ${(files[kind].bytes.length / 1000).toFixed(1)} kB`).join(", ")}
`);
  const accepting = await measureAccepting(folder, { rounds, uploads: Number(values.uploads), concurrency });
  const ratios = accepting.map((round) => total(round, "candor") / total(round, "bare"));
  const rates = accepting.map((round) => mixRate(round, "candor") / mixRate(round, "bare"));
  console.log(acceptTable(accepting));
  console.log(`
cost of accepting, Candor ÷ bare worker (CPU ms, all kinds)      ${show(spread(ratios), 2)}
throughput of accepting, Candor ÷ bare worker                    ${show(spread(rates), 2)}
`);
  const processing = await measureProcessing(folder, {
    rounds,
    resumes: Number(values.resumes),
    concurrency,
  });
  const mb = (bytes: number) => `${(bytes / 2 ** 20).toFixed(1)} MB`;
  console.log(
    table([
      ["the whole way, upload to evaluation by rules", "median (min–max)"],
      ["résumés/s, sent at once until all are evaluated", show(spread(processing.perSecond))],
      ["CPU ms per résumé, whole workerd process", show(spread(processing.cpuMs))],
      ["peak of the isolate: JavaScript heap, with garbage", mb(processing.memory.heap)],
      ["peak of the isolate: array buffers", mb(processing.memory.backing)],
      ["peak of the isolate: WebAssembly memory", mb(processing.memory.wasm)],
      ["peak of the isolate: all three, against 128 MB", mb(processing.memory.isolate)],
      ["peak RSS of workerd with all simulated stores", mb(processing.memory.resident)],
    ]),
  );
  console.log(
    JSON.stringify({
      accepted_per_s: rounded(spread(accepting.map((round) => mixRate(round, "candor"))).median, 1),
      processed_per_s: rounded(spread(processing.perSecond).median, 1),
      accept_cost_ratio: rounded(spread(ratios).median),
      cpu_ms_per_resume: rounded(spread(processing.cpuMs).median, 1),
    }),
  );
} finally {
  await rm(folder, { recursive: true, force: true });
}

/** CPU milliseconds of one file of each kind. */
function total(round: AcceptRound, side: "candor" | "bare"): number {
  return FILE_KINDS.reduce((sum, kind) => sum + round[side][kind].cpuMs, 0);
}

/** Uploads a second when the kinds come in equal shares. */
function mixRate(round: AcceptRound, side: "candor" | "bare"): number {
  return FILE_KINDS.length / FILE_KINDS.reduce((sum, kind) => sum + 1 / round[side][kind].perSecond, 0);
}

function acceptTable(accepting: readonly AcceptRound[]): string {
  const rows = FILE_KINDS.flatMap((kind) =>
    (["candor", "bare"] as const).map((side) => {
      const runs = accepting.map((round) => round[side][kind]);
      const of = (name: keyof (typeof runs)[number]) => show(spread(runs.map((run) => run[name])));
      return [
        `${kind}, ${side === "candor" ? "Candor" : "bare worker"}`,
        of("perSecond"),
        of("cpuMs"),
        of("p50Ms"),
        of("p95Ms"),
      ];
    }),
  );
  return table([["accepting, consumers held back", "uploads/s", "CPU ms each", "p50 ms", "p95 ms"], ...rows]);
}
