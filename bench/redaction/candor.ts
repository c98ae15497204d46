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

/** Rounds over all texts before any is timed: an isolate lives for thousands of texts, and compiles what it runs often. */
const WARM_UP = 8;
/** A long text: a résumé with project documents and notes. */
const LONG_BYTES = 64_000;

/** Speed in workerd on the texts of one script as they are, and joined to long ones. */
export interface ScriptSpeed {
  script: string;
  texts: number;
  /** Mean UTF-8 bytes of a text as it is. */
  bytes: number;
  /** Millions of UTF-8 bytes a second of CPU time. */
  short: number;
  long: number;
}

export interface CandorRedactor {
  /** With what the application form knows, and without. */
  redact(cases: readonly Case[]): Promise<Redacted[]>;
  /** One text of each length, made of the cases one after the other. */
  growth(cases: readonly Case[]): Promise<{ bytes: number; cpuMs: number }[]>;
  speeds(cases: readonly Case[]): Promise<ScriptSpeed[]>;
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
  /** Of so many rounds as take long enough to be timed. */
  const speed = async (texts: Order["texts"]): Promise<number> => {
    const bytes = bytesOf(texts);
    const rounds = Math.max(1, Math.ceil(TIMED_BYTES / bytes));
    return (bytes * rounds) / 1000 / (await timed(texts, rounds));
  };
  const redactWith = async (tool: string, cases: readonly Case[], hintsOf: (one: Case) => SubjectHints) => {
    const texts = cases.map((one) => ({ text: one.text, hints: hintsOf(one) }));
    const found = await order({ texts, rounds: WARM_UP });
    const mbPerS = await speed(texts);
    const places: Redacted["places"] = new Map(
      cases.map(({ id }, at) => [id, (found[at] ?? []).map(([start, end]) => ({ start, end }))]),
    );
    return { tool, version: product.version, places, mbPerS };
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
    async speeds(cases) {
      const speeds: ScriptSpeed[] = [];
      for (const [script, ofScript] of byScript(cases)) {
        const texts = ofScript.map(({ text, hints }) => ({ text, hints }));
        const all = ofScript.map(({ text }) => text).join("\n");
        const long = [{ text: ofBytes(all, LONG_BYTES), hints: {} }];
        const bytes = Math.round(bytesOf(texts) / texts.length);
        await order({ texts, rounds: WARM_UP });
        const short = await speed(texts);
        await order({ texts: long, rounds: WARM_UP });
        speeds.push({ script, texts: texts.length, bytes, short, long: await speed(long) });
      }
      return speeds;
    },
    close: () => miniflare.dispose(),
  };
}

export const bytesOf = (texts: readonly Pick<Case, "text">[]): number =>
  texts.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);

/** Scripts by the language of a locale; all others are written in Latin letters. */
const SCRIPTS: Readonly<Record<string, string>> = { zh: "Chinese", ja: "Japanese", ko: "Korean" };
const byScript = (cases: readonly Case[]): Map<string, Case[]> =>
  Map.groupBy(cases, ({ locale }) => SCRIPTS[locale.slice(0, 2)] ?? "Latin");

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
