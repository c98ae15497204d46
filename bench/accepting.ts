import path from "node:path";
import { quantile } from "./figures.ts";
import { sendAll } from "./load.ts";
import { cpuMs } from "./process-cost.ts";
import { type Measured, startBareHeld, startCandor, startCandorHeld } from "./servers.ts";
import { FILE_KINDS, type FileKind, type ResumeFile, resumeFiles, uploadRequest } from "./uploads.ts";

/** How long an idle process is watched to know what it costs without work. */
const IDLE_MS = 3_000;
/** Requests that warm caches and compilers up before the first round. */
const WARM_UP = 96;

export interface AcceptCost {
  perSecond: number;
  /** Of the whole workerd process per accepted upload, its idle cost taken off. */
  cpuMs: number;
  p50Ms: number;
  p95Ms: number;
}
export type AcceptRound = Record<"candor" | "bare", Record<FileKind, AcceptCost>>;

/**
 * Accepts the same uploads with Candor and with the bare worker in turns, so that whatever else the machine does
 * meets both: A B, B A, A B … Nothing is consumed meanwhile on either side.
 */
export async function measureAccepting(
  folder: string,
  options: { rounds: number; uploads: number; concurrency: number },
): Promise<AcceptRound[]> {
  const state = path.join(folder, "accepting");
  const once = await startCandor(state);
  await once.close();
  const candor = await startCandorHeld(state, new URL(once.uploadUrl).pathname);
  const bare = await startBareHeld(path.join(folder, "bare"));
  try {
    const files = resumeFiles();
    const idle = new Map([
      [candor, await idleCost(candor)],
      [bare, await idleCost(bare)],
    ]);
    for (const server of [candor, bare]) {
      for (const kind of FILE_KINDS)
        await sendAll(server.uploadUrl, uploadsOf(files[kind], WARM_UP / 3), options.concurrency);
    }
    const rounds: AcceptRound[] = [];
    for (let round = 0; round < options.rounds; round++) {
      const costs = { candor: {}, bare: {} } as AcceptRound;
      for (const kind of FILE_KINDS) {
        const turns = [
          ["candor", candor],
          ["bare", bare],
        ] as const;
        for (const [side, server] of round % 2 === 0 ? turns : turns.toReversed()) {
          costs[side][kind] = await accept(
            server,
            uploadsOf(files[kind], options.uploads),
            options.concurrency,
            idle.get(server) ?? 0,
          );
        }
      }
      rounds.push(costs);
    }
    return rounds;
  } finally {
    await candor.close();
    await bare.close();
  }
}

let applicants = 0;
/** Every application is somebody else's: the same one again would be answered without storing anything. */
export const uploadsOf = (file: ResumeFile, count: number) =>
  Array.from({ length: count }, () => uploadRequest(file, `bench-${++applicants}@example.com`));

/** CPU milliseconds per millisecond of an idle process. */
export async function idleCost({ pid }: Pick<Measured, "pid">): Promise<number> {
  const [before, since] = [cpuMs(pid), performance.now()];
  await new Promise((resolve) => setTimeout(resolve, IDLE_MS));
  return (cpuMs(pid) - before) / (performance.now() - since);
}

async function accept(
  server: Measured,
  uploads: ReturnType<typeof uploadsOf>,
  concurrency: number,
  idle: number,
): Promise<AcceptCost> {
  const before = cpuMs(server.pid);
  const { ms, latenciesMs } = await sendAll(server.uploadUrl, uploads, concurrency);
  const spent = cpuMs(server.pid) - before - idle * ms;
  const sorted = latenciesMs.sort((a, b) => a - b);
  return {
    perSecond: uploads.length / (ms / 1000),
    cpuMs: spent / uploads.length,
    p50Ms: quantile(sorted, 0.5),
    p95Ms: quantile(sorted, 0.95),
  };
}
