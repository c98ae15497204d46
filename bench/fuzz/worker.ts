/** A thread that reads inputs one after the other, and says before each which one it is at. */
import { parentPort, workerData } from "node:worker_threads";
import { fuzzInput } from "./inputs.ts";
import type { FuzzFormat } from "./samples.ts";
import { verdictOf } from "./verdict.ts";

/** What a thread is started with. */
export interface Share {
  seed: number;
  format: FuzzFormat | null;
  /** It takes the inputs `from`, `from + step` … below `to`. */
  from: number;
  step: number;
  to: number;
  /** Two cells: the index being read, and the millisecond since `started` at which it began. */
  progress: SharedArrayBuffer;
  started: number;
  /** CPU milliseconds above which an input is reported as slow. */
  slowMs: number;
}

/** What a thread reports. */
export type Report =
  | { kind: "tally"; outcomes: Record<string, number>; slowest: { index: number; ms: number } }
  | { kind: "untyped" | "slow"; index: number; error: string }
  | { kind: "done" };

const REPORT_EVERY = 500;

async function run(share: Share, report: (message: Report) => void): Promise<void> {
  const progress = new Int32Array(share.progress);
  let outcomes: Record<string, number> = {};
  let slowest = { index: -1, ms: 0 };
  let open = 0;
  const tally = () => {
    report({ kind: "tally", outcomes, slowest });
    outcomes = {};
    slowest = { index: -1, ms: 0 };
    open = 0;
  };
  for (let index = share.from; index < share.to; index += share.step) {
    const began = Date.now() - share.started;
    Atomics.store(progress, 1, began);
    Atomics.store(progress, 0, index);
    const { format, bytes } = fuzzInput(share.seed, index, share.format);
    const before = process.threadCpuUsage();
    const { outcome, untyped } = await verdictOf(bytes);
    const { user, system } = process.threadCpuUsage(before);
    const ms = Math.round((user + system) / 1000);
    if (ms > slowest.ms) slowest = { index, ms };
    const key = `${format}/${outcome}`;
    outcomes[key] = (outcomes[key] ?? 0) + 1;
    if (untyped !== null) report({ kind: "untyped", index, error: untyped });
    else if (ms > share.slowMs) report({ kind: "slow", index, error: `${format}: ${ms} ms of CPU` });
    if (++open >= REPORT_EVERY) tally();
  }
  tally();
  report({ kind: "done" });
}

const port = parentPort;
if (port) await run(workerData as Share, (message) => port.postMessage(message));
