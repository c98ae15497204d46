/** Candor's redaction inside workerd. */
import path from "node:path";
import { build } from "esbuild";
import { convertV4MiniflareOptions, Log, LogLevel, Miniflare } from "miniflare";
import type { SubjectHints } from "../../workers/redaction/types.ts";
import { cpuMs, ownWorkerds } from "../process-cost.ts";
import type { Case, Redacted } from "./types.ts";
import type { Order } from "./worker.ts";

/** A process counts its time in ticks of 10 ms: so much work makes a tick small. */
const TIMED_BYTES = 4_000_000;
const LINEAR_BYTES = [100_000, 1_000_000, 10_000_000];
const LINEAR_WORK = 1_000_000;
/** Where one text takes longer than this, ten times as much would take minutes: the rest is not measured. */
const TOO_SLOW_MS = 10_000;

export interface CandorRedactor {
  /** With what the application form knows, and without. */
  redact(cases: readonly Case[]): Promise<Redacted[]>;
  /** One text of each length, made of the cases one after the other. */
  growth(cases: readonly Case[]): Promise<{ bytes: number; cpuMs: number }[]>;
  close(): Promise<void>;
}

export async function candorRedactor(): Promise<CandorRedactor> {
  const { miniflare, pid } = await startWorker();
  const { default: product } = await import("../../package.json", { with: { type: "json" } });
  const order = async (order: Order) => {
    const answer = await miniflare.dispatchFetch("http://redactor/", {
      method: "POST",
      body: JSON.stringify(order),
    });
    return (await answer.json()) as [number, number][][];
  };
  /** CPU time of the rounds alone: what an order of no rounds costs is taken off. */
  const timed = async (texts: Order["texts"], rounds: number): Promise<number> => {
    const at = [cpuMs(pid)];
    for (const count of [0, rounds]) {
      await order({ texts, rounds: count });
      at.push(cpuMs(pid));
    }
    return at[2]! - at[1]! - (at[1]! - at[0]!);
  };
  const redactWith = async (tool: string, cases: readonly Case[], hintsOf: (one: Case) => SubjectHints) => {
    const texts = cases.map((one) => ({ text: one.text, hints: hintsOf(one) }));
    // More than one round: the engine compiles what it runs often.
    const found = await order({ texts, rounds: 2 });
    const bytes = bytesOf(cases);
    const rounds = Math.max(1, Math.ceil(TIMED_BYTES / bytes));
    const cost = await timed(texts, rounds);
    const places: Redacted["places"] = new Map(
      cases.map(({ id }, at) => [id, (found[at] ?? []).map(([start, end]) => ({ start, end }))]),
    );
    return { tool, version: product.version, places, mbPerS: (bytes * rounds) / 1000 / cost };
  };
  return {
    redact: async (cases) => [
      await redactWith("candor", cases, ({ hints }) => hints),
      await redactWith("candor, no name", cases, () => ({})),
    ],
    async growth(cases) {
      const all = cases.map(({ text }) => text).join("\n");
      const figures: { bytes: number; cpuMs: number }[] = [];
      for (const bytes of LINEAR_BYTES) {
        const text = ofBytes(all, bytes);
        const rounds = Math.max(1, Math.round(LINEAR_WORK / bytes));
        figures.push({ bytes, cpuMs: (await timed([{ text, hints: {} }], rounds)) / rounds });
        if ((figures.at(-1)?.cpuMs ?? 0) > TOO_SLOW_MS) break;
      }
      return figures;
    },
    close: () => miniflare.dispose(),
  };
}

export const bytesOf = (cases: readonly Case[]): number =>
  cases.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);

/** A text over and over until it has this many UTF-8 bytes. */
function ofBytes(text: string, bytes: number): string {
  const whole = Buffer.from(text.repeat(Math.ceil(bytes / Math.max(1, Buffer.byteLength(text)))));
  return whole
    .subarray(0, bytes)
    .toString()
    .replace(/\uFFFD$/, "");
}

async function startWorker(): Promise<{ miniflare: Miniflare; pid: number }> {
  const { outputFiles } = await build({
    entryPoints: [path.join(import.meta.dirname, "worker.ts")],
    bundle: true,
    write: false,
    format: "esm",
    target: "es2024",
    conditions: ["workerd", "worker", "browser"],
  });
  const before = ownWorkerds();
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      log: new Log(LogLevel.ERROR),
      cf: false,
      workers: [
        {
          name: "redactor",
          compatibilityDate: "2026-10-01",
          modules: [{ type: "ESModule", path: "worker.js", contents: outputFiles[0]!.text }],
        },
      ],
    }),
  );
  await miniflare.ready;
  const pid = ownWorkerds().find((one) => !before.includes(one));
  if (pid === undefined) throw new Error("workerd did not start");
  return { miniflare, pid };
}
