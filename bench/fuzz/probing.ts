/** Reads single inputs in a thread of their own, which may hang or break, and makes cases smaller. */
import { Worker } from "node:worker_threads";
import type { Verdict } from "./verdict.ts";

/** What became of an input: a verdict, or the end of its thread. */
export type Fate = Verdict | { outcome: "hang" | "crash"; untyped: string };

export interface Prober {
  probe(bytes: Uint8Array): Promise<Fate>;
  close(): Promise<void>;
}

/** @param script bundled `probe.ts` */
export function createProber(script: string, deadlineMs: number): Prober {
  let thread: Worker | null = null;
  const end = async () => {
    await thread?.terminate();
    thread = null;
  };
  return {
    async probe(bytes) {
      thread ??= new Worker(script);
      const own = thread;
      const fate = await new Promise<Fate>((resolve) => {
        const answered = (verdict: Verdict) => settle(verdict);
        const failed = (error: unknown) => settle({ outcome: "crash", untyped: String(error) });
        const exited = (code: number) =>
          settle({ outcome: "crash", untyped: `the thread ended with ${code}` });
        const settle = (answer: Fate) => {
          clearTimeout(timer);
          own.off("message", answered).off("error", failed).off("exit", exited);
          resolve(answer);
        };
        const timer = setTimeout(() => settle({ outcome: "hang", untyped: "no answer in time" }), deadlineMs);
        own.on("message", answered).on("error", failed).on("exit", exited);
        own.postMessage(bytes);
      });
      if (fate.outcome === "hang" || fate.outcome === "crash") await end();
      return fate;
    },
    close: end,
  };
}

/** Two findings are the same when they end in the same way, numbers aside. */
const signature = ({ outcome, untyped }: Fate) =>
  outcome === "untyped" || outcome === "crash" ? `${outcome} ${untyped?.replace(/\d+/g, "#")}` : outcome;

/** Takes pieces out of a case, ever smaller ones, as long as it ends in the same way. */
export async function minimise(bytes: Uint8Array, prober: Prober, attempts: number): Promise<Uint8Array> {
  const wanted = signature(await prober.probe(bytes));
  let best = bytes;
  for (let size = best.length >> 1; size >= 1 && attempts > 0; size >>= 1) {
    for (let at = 0; at < best.length && attempts > 0; ) {
      attempts--;
      const shorter = new Uint8Array([...best.subarray(0, at), ...best.subarray(at + size)]);
      if (signature(await prober.probe(shorter)) === wanted) best = shorter;
      else at += size;
    }
  }
  return best;
}
