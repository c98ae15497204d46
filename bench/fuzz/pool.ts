/** Threads that share a run's inputs, and a watchdog that ends those which hang. */
import { Worker } from "node:worker_threads";
import type { FuzzFormat } from "./samples.ts";
import type { Report, Share } from "./worker.ts";

export interface Run {
  seed: number;
  inputs: number;
  first: number;
  format: FuzzFormat | null;
  threads: number;
  /** Wall time after which a thread counts as hung. */
  deadlineMs: number;
  slowMs: number;
  /** Bundled `worker.ts`. */
  script: string;
}

export interface Finding {
  kind: "hang" | "crash" | "untyped" | "slow";
  index: number;
  error: string;
}

export interface Tally {
  outcomes: Map<string, number>;
  findings: Finding[];
  slowest: { index: number; ms: number };
}

const LOOK_EVERY_MS = 200;
/** A thread is started anew after a hang or a crash; more of them say the same. */
const MOST_FINDINGS = 200;

/** @param found hears of every finding at once */
export async function runPool(run: Run, found: (finding: Finding) => void): Promise<Tally> {
  const tally: Tally = { outcomes: new Map(), findings: [], slowest: { index: -1, ms: 0 } };
  const note = (finding: Finding) => {
    tally.findings.push(finding);
    found(finding);
  };
  await Promise.all(Array.from({ length: run.threads }, (_, thread) => runThread(run, thread, tally, note)));
  return tally;
}

async function runThread(
  run: Run,
  thread: number,
  tally: Tally,
  note: (finding: Finding) => void,
): Promise<void> {
  const to = run.first + run.inputs;
  for (let from = run.first + thread; from < to && tally.findings.length < MOST_FINDINGS; ) {
    const stopped = await runShare(run, from, tally, note);
    if (stopped === null) return;
    from = stopped + run.threads;
  }
}

/** Runs one thread until it is done (null) or ended at an input, which is returned. */
function runShare(
  run: Run,
  from: number,
  tally: Tally,
  note: (finding: Finding) => void,
): Promise<number | null> {
  const progress = new SharedArrayBuffer(8);
  const cells = new Int32Array(progress);
  const started = Date.now();
  const { seed, format, threads: step, first, inputs, slowMs } = run;
  const share: Share = { seed, format, from, step, to: first + inputs, progress, started, slowMs };
  Atomics.store(cells, 0, from);
  const worker = new Worker(run.script, { workerData: share });
  return new Promise((resolve) => {
    let ended = false;
    const end = (at: number | null, finding: Finding | null) => {
      if (ended) return;
      ended = true;
      clearInterval(watch);
      if (finding) note(finding);
      void worker.terminate().then(() => resolve(at));
    };
    const watch = setInterval(() => {
      const index = Atomics.load(cells, 0);
      const since = Date.now() - started - Atomics.load(cells, 1);
      if (since > run.deadlineMs)
        end(index, { kind: "hang", index, error: `no answer in ${run.deadlineMs} ms` });
    }, LOOK_EVERY_MS);
    worker.on("message", (report: Report) => {
      if (report.kind === "done") end(null, null);
      else if (report.kind === "tally") add(tally, report);
      else note({ kind: report.kind, index: report.index, error: report.error });
    });
    const crashed = (error: string) => {
      const index = Atomics.load(cells, 0);
      end(index, { kind: "crash", index, error });
    };
    worker.on("error", (error) => crashed(String(error)));
    worker.on("exit", (code) => crashed(`the thread ended with ${code}`));
  });
}

function add(tally: Tally, report: Extract<Report, { kind: "tally" }>): void {
  for (const [key, count] of Object.entries(report.outcomes))
    tally.outcomes.set(key, (tally.outcomes.get(key) ?? 0) + count);
  if (report.slowest.ms > tally.slowest.ms) tally.slowest = report.slowest;
}
