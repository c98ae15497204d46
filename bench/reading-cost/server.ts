/** The reader in a `workerd` of its own, and what a request costs it. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { build } from "esbuild";
import { convertV4MiniflareOptions, Log, LogLevel, Miniflare } from "miniflare";
import { freePort } from "../free-port.ts";
import { heapUsage, type Inspector, openInspector, wasmMemory } from "../inspector.ts";
import { ownWorkerds, residentBytes } from "../process-cost.ts";

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

const WASM = "pdfium.wasm";
/** proc(5): resets the highest resident size. */
const RESET_PEAK = "5";

export async function startCostServer(): Promise<CostServer> {
  const before = ownWorkerds();
  const inspectorPort = await freePort();
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      log: new Log(LogLevel.ERROR),
      cf: false,
      inspectorPort,
      workers: [
        {
          name: "reader",
          compatibilityDate: "2026-10-01",
          compatibilityFlags: ["nodejs_compat"],
          modules: await modules(),
        },
      ],
    }),
  );
  await miniflare.ready;
  const pid = ownWorkerds().find((one) => !before.includes(one));
  if (pid === undefined) throw new Error("workerd did not start");
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
      inspector ??= await openInspector(inspectorPort, "core:user:reader");
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

async function modules() {
  const engine = createRequire(import.meta.url).resolve("@embedpdf/pdfium/pdfium.wasm");
  const { outputFiles } = await build({
    entryPoints: [path.join(import.meta.dirname, "worker.ts")],
    bundle: true,
    write: false,
    format: "esm",
    target: "es2024",
    conditions: ["workerd", "worker", "browser"],
    external: ["node:*"],
    plugins: [
      {
        name: "wasm as a module of the worker",
        setup: (to) => to.onResolve({ filter: /\.wasm$/ }, () => ({ path: `./${WASM}`, external: true })),
      },
    ],
  });
  return [
    { type: "ESModule" as const, path: "worker.js", contents: outputFiles[0]!.text },
    { type: "CompiledWasm" as const, path: WASM, contents: readFileSync(engine) },
  ];
}
