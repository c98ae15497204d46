/** The reader in a `workerd` of its own, and what a request costs it. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { freePort } from "../free-port.ts";
import { heapUsage, type Inspector, openInspector, wasmMemory } from "../inspector.ts";
import { residentBytes } from "../process-cost.ts";
import { ISOLATE, startReader } from "../reading/start-reader.ts";

export type Mode = "drawn" | "described" | "nothing";

/** What the worker says of a file. */
export interface Answer {
  ok: boolean;
  pages?: number;
  reason?: string;
}

export interface CostServer {
  /** Reads a file, and says what the process spent on it, in CPU milliseconds. */
  read(bytes: Uint8Array, mode: Mode): Promise<{ answer: Answer; ms: number }>;
  /** Bytes that the process held at its highest while `work` ran, above what it held before. */
  peakDuring(work: () => Promise<void>): Promise<number>;
  /** What the isolate holds between two requests, in bytes. */
  isolate(): Promise<{ heap: number; backing: number; wasm: number }>;
  close(): Promise<void>;
}

/** proc(5): resets the highest resident size. */
const RESET_PEAK = "5";

export async function startCostServer(): Promise<CostServer> {
  const inspectorPort = await freePort();
  const { miniflare, pid } = await startReader(path.join(import.meta.dirname, "worker.ts"), inspectorPort);
  let inspector: Inspector | null = null;
  return {
    async read(bytes, mode) {
      const since = cpuNs(pid);
      const response = await miniflare.dispatchFetch(`http://reader/${mode}`, {
        method: "POST",
        body: bytes,
      });
      const answer = (await response.json()) as Answer;
      return { answer, ms: (cpuNs(pid) - since) / 1e6 };
    },
    async peakDuring(work) {
      writeFileSync(`/proc/${pid}/clear_refs`, RESET_PEAK);
      const { now } = residentBytes(pid);
      await work();
      return residentBytes(pid).peak - now;
    },
    async isolate() {
      inspector ??= await openInspector(inspectorPort, ISOLATE);
      const { heap, backing } = await heapUsage(inspector);
      return { heap, backing, wasm: await wasmMemory(inspector) };
    },
    async close() {
      inspector?.close();
      await miniflare.dispose();
    },
  };
}

/** CPU time of all threads, in nanoseconds: the clock of /proc/PID/stat ticks only every 10 ms. */
function cpuNs(pid: number): number {
  let sum = 0;
  for (const thread of readdirSync(`/proc/${pid}/task`)) {
    try {
      sum += Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, "utf8").split(" ")[0]);
    } catch {
      // The thread has just ended.
    }
  }
  return sum;
}
