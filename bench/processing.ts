import path from "node:path";
import { idleCost, uploadsOf } from "./accepting.ts";
import { freePort } from "./free-port.ts";
import { heapUsage, openInspector, wasmMemory } from "./inspector.ts";
import { sendAll } from "./load.ts";
import { cpuMs, residentBytes } from "./process-cost.ts";
import { startCandor } from "./servers.ts";
import { FILE_KINDS, resumeFiles } from "./uploads.ts";

/** The product's own default: the local server's shorter one hands out again what merely waits its turn. */
const SWEEP_AFTER_MS = "60000";
const SETTLED_WITHIN_MS = 5 * 60_000;
const LOOK_EVERY_MS = 250;
const SAMPLE_EVERY_MS = 20;

export interface ProcessingCost {
  /** From the first request until the last evaluation is recorded; one value a round. */
  perSecond: number[];
  /** Of the whole workerd process per résumé, its idle cost taken off. */
  cpuMs: number[];
  /** Bytes. */
  memory: { heap: number; backing: number; wasm: number; isolate: number; resident: number };
}

type Candor = Awaited<ReturnType<typeof startCandor>>;

/** Applies with files of all kinds in equal shares and waits until all are evaluated by the built-in rules. */
export async function measureProcessing(
  folder: string,
  options: { rounds: number; resumes: number; concurrency: number },
): Promise<ProcessingCost> {
  const candor = await startCandor(path.join(folder, "processing"), { vars: { SWEEP_AFTER_MS } });
  const perSecond: number[] = [];
  const cpu: number[] = [];
  let resident = 0;
  try {
    const idle = await idleCost(candor);
    await process(candor, options.resumes, options.concurrency);
    for (let round = 0; round < options.rounds; round++) {
      const [before, since] = [cpuMs(candor.pid), performance.now()];
      const ms = await process(candor, options.resumes, options.concurrency);
      cpu.push((cpuMs(candor.pid) - before - idle * (performance.now() - since)) / options.resumes);
      perSecond.push(options.resumes / (ms / 1000));
    }
    resident = residentBytes(candor.pid).peak;
  } finally {
    await candor.close();
  }
  return { perSecond, cpuMs: cpu, memory: { ...(await peakOfIsolate(folder, options)), resident } };
}

/** Milliseconds from the first request until the last commit. @throws Error when a résumé was not evaluated. */
async function process(candor: Candor, resumes: number, concurrency: number): Promise<number> {
  const files = resumeFiles();
  const share = Math.ceil(resumes / FILE_KINDS.length);
  const uploads = FILE_KINDS.flatMap((kind) => uploadsOf(files[kind], share)).slice(0, resumes);
  const began = Date.now();
  await sendAll(candor.uploadUrl, uploads, concurrency);
  for (const until = Date.now() + SETTLED_WITHIN_MS; Date.now() < until; ) {
    const row = await candor.server.env.DB.prepare(
      "SELECT count(*) AS open, max(updated_at) AS last FROM application WHERE created_at >= ? AND state <> 'evaluated'",
    )
      .bind(began)
      .first<{ open: number }>();
    if (row?.open === 0) return (await lastCommit(candor, began)) - began;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  throw new Error(`not all of ${resumes} résumés were evaluated in ${SETTLED_WITHIN_MS / 1000} s`);
}

async function lastCommit(candor: Candor, since: number): Promise<number> {
  const row = await candor.server.env.DB.prepare(
    "SELECT max(updated_at) AS last FROM application WHERE created_at >= ?",
  )
    .bind(since)
    .first<{ last: number }>();
  return row?.last ?? Date.now();
}

/** A run of its own, since the inspector costs time: samples between the isolate's turns. */
async function peakOfIsolate(folder: string, options: { resumes: number; concurrency: number }) {
  const inspectorPort = await freePort();
  const candor = await startCandor(path.join(folder, "memory"), { inspectorPort, vars: { SWEEP_AFTER_MS } });
  const inspector = await openInspector(inspectorPort);
  const peak = { heap: 0, backing: 0, both: 0 };
  const sampler = setInterval(() => {
    void heapUsage(inspector).then(
      ({ heap, backing }) => {
        peak.heap = Math.max(peak.heap, heap);
        peak.backing = Math.max(peak.backing, backing);
        peak.both = Math.max(peak.both, heap + backing);
      },
      () => undefined,
    );
  }, SAMPLE_EVERY_MS);
  try {
    await process(candor, options.resumes, options.concurrency);
    clearInterval(sampler);
    const wasm = await wasmMemory(inspector);
    return { heap: peak.heap, backing: peak.backing, wasm, isolate: peak.both + wasm };
  } finally {
    clearInterval(sampler);
    inspector.close();
    await candor.close();
  }
}
