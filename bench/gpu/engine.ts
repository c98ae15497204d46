/** A vLLM server of one preset, on this machine's card, for as long as a measurement takes. */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { closeSync, openSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

export interface EngineOptions {
  /** A name of `inference/presets/`. */
  preset: string;
  /** Folder with config.json and the tokenizer; the weights in it are used unless it is made for dummy ones. */
  model: string;
  dummy: boolean;
  python: string;
  presets: string;
  /** What vLLM is given after the preset's own flags. */
  further: readonly string[];
  /** Bytes of the card, for presets of smaller ones; null leaves the preset's flags as they are. */
  cardBytes: number | null;
  port: number;
  log: string;
  startSeconds: number;
}

export interface Engine {
  url: string;
  /** Seconds from the process's start to the first good /health; null for a server that ran before. */
  startSeconds: number | null;
  /** MiB in use on the card once it is ready; null without a card. */
  usedMib: number | null;
  /** What the log says of the cache; null where it does not. */
  kvTokens: number | null;
  servedModel: string;
  /** CPU seconds that its processes have used, by their name. */
  cpuSeconds(): Record<string, number>;
  stop(): Promise<void>;
}

interface Preset {
  flags: string[];
  planned: { requested_bytes: number };
}

const OFFLINE = {
  HF_HUB_OFFLINE: "1",
  TRANSFORMERS_OFFLINE: "1",
  VLLM_NO_USAGE_STATS: "1",
  DO_NOT_TRACK: "1",
};
const STOP_MS = 90_000;

/** @throws Error with the end of the log when the server does not become healthy in time */
export async function startEngine(options: EngineOptions): Promise<Engine> {
  const flags = flagsOf(options);
  const output = openSync(options.log, "w");
  const began = performance.now();
  const process_ = spawn(
    options.python,
    [
      ...["-m", "vllm.entrypoints.cli.main", "serve", options.model],
      ...(options.dummy ? ["--load-format", "dummy"] : []),
      ...["--host", "127.0.0.1", "--port", String(options.port)],
      ...flags,
      ...options.further,
    ],
    { stdio: ["ignore", output, output], detached: true, env: { ...process.env, ...OFFLINE } },
  );
  closeSync(output);
  const url = `http://127.0.0.1:${options.port}`;
  const stop = () => stopGroup(process_);
  process.once("exit", () => killGroup(process_, "SIGKILL"));
  if (!(await healthy(url, process_, began + options.startSeconds * 1000))) {
    await stop();
    throw new Error(`${options.preset} did not start:\n${readFileSync(options.log, "utf8").slice(-3000)}`);
  }
  const startSeconds = (performance.now() - began) / 1000;
  const cache = [...readFileSync(options.log, "utf8").matchAll(/GPU KV cache size: ([\d,]+) tokens/g)].at(-1);
  return {
    url,
    startSeconds,
    usedMib: usedMib(),
    kvTokens: cache ? Number(cache[1]!.replaceAll(",", "")) : null,
    servedModel: flagValue(flags, "--served-model-name"),
    cpuSeconds: () => cpuSeconds(process_.pid!),
    stop,
  };
}

/** A server that somebody else started, with the model that it names first. */
export async function attachEngine(url: string): Promise<Engine> {
  const models = (await (await fetch(`${url}/v1/models`)).json()) as { data: { id: string }[] };
  return {
    ...{ url, startSeconds: null, usedMib: usedMib(), kvTokens: null },
    servedModel: models.data[0]?.id ?? "",
    cpuSeconds: () => ({}),
    stop: async () => {},
  };
}

/** The preset's flags, with its share of its own card as a share of this one. */
function flagsOf({ preset, presets, cardBytes }: EngineOptions): string[] {
  const read = JSON.parse(readFileSync(path.join(presets, `${preset}.json`), "utf8")) as Preset;
  const flags = [...read.flags];
  const at = flags.indexOf("--gpu-memory-utilization") + 1;
  if (cardBytes !== null && at > 0)
    flags[at] = Math.min(0.98, read.planned.requested_bytes / cardBytes).toFixed(5);
  return flags;
}

const flagValue = (flags: readonly string[], name: string): string => flags[flags.indexOf(name) + 1] ?? "";

async function healthy(url: string, server: ChildProcess, until: number): Promise<boolean> {
  while (performance.now() < until && server.exitCode === null) {
    const answer = await fetch(`${url}/health`).catch(() => null);
    if (answer?.status === 200) return true;
    await sleep(200);
  }
  return false;
}

function killGroup(server: ChildProcess, signal: NodeJS.Signals): void {
  try {
    process.kill(-server.pid!, signal);
  } catch {
    // It has gone by itself.
  }
}

async function stopGroup(server: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => server.once("exit", resolve));
  if (server.exitCode !== null) return;
  killGroup(server, "SIGTERM");
  await Promise.race([ended, sleep(STOP_MS, undefined, { ref: false })]);
  killGroup(server, "SIGKILL");
}

/** MiB in use on the first card, as the driver counts them; null without one. */
export function usedMib(): number | null {
  const said = smi("memory.used");
  return said === null ? null : Number(said);
}

export const cardName = (): string | null => smi("name");

/** A field of the first card. */
function smi(field: string): string | null {
  try {
    const args = [`--query-gpu=${field}`, "--format=csv,noheader,nounits"];
    return execFileSync("nvidia-smi", args, { encoding: "utf8" }).split("\n")[0]!.trim();
  } catch {
    return null;
  }
}

/** Clock ticks a second in /proc, the same on every Linux. */
const TICKS = 100;

/** proc(5): CPU seconds of every process of a group, by name. */
function cpuSeconds(group: number): Record<string, number> {
  const seconds: Record<string, number> = {};
  for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
      const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      if (Number(fields[2]) !== group) continue;
      const name = stat.slice(stat.indexOf("(") + 1, stat.lastIndexOf(")"));
      seconds[name] = (seconds[name] ?? 0) + (Number(fields[11]) + Number(fields[12])) / TICKS;
    } catch {
      // It ended while it was looked at.
    }
  }
  return seconds;
}
