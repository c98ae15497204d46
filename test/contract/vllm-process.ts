/** vLLM's server as a child, in a process group of its own. */
import { type ChildProcess, spawn } from "node:child_process";
import { openSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { freePort } from "../../bench/free-port.ts";
import { ROOT } from "../../scripts/build.ts";
import type { VllmEnvironment } from "./environment.ts";

export const API_KEY = "contract-key-0123456789abcdef0123456789";
const PRESET = "bf16-16gb";
/** Options of a preset that have no meaning without a card, each with its value. */
const OF_A_CARD = new Set(["--gpu-memory-utilization", "--kv-cache-memory-bytes", "--kv-cache-dtype"]);
/** Bounds that fit a test: two at once, so that a queue forms soon. */
const SMALL: Readonly<Record<string, string>> = {
  "--max-model-len": "4096",
  "--max-num-seqs": "2",
  "--max-num-batched-tokens": "4096",
};
/** float32 and AVX-512 run where bfloat16's tile instructions are announced by the CPU and forbidden by its host. */
const ON_A_CPU = ["--dtype", "float32", "--enforce-eager", "--block-size", "32"];
const CPU_VARIABLES = {
  ONEDNN_MAX_CPU_ISA: "AVX512_CORE",
  VLLM_CPU_KVCACHE_SPACE: "1",
  HF_HUB_OFFLINE: "1",
  VLLM_NO_USAGE_STATS: "1",
  DO_NOT_TRACK: "1",
};
const START_MS = 15 * 60_000;
const GONE_MS = 120_000;

/** `plain` leaves out what a hurried operator might: the scheduling policy and the time to shut down in. */
export type Settings = "preset" | "plain";
const LEFT_OUT_OF_PLAIN = new Set(["--scheduling-policy", "--shutdown-timeout"]);

/** What `/health` says: a status, or that nobody listens. */
export type Health = number | "refused";

export class VllmProcess {
  readonly url: string;
  readonly model: string;
  /** What `/health` said until it said 200, without repetitions. */
  readonly healthWhileStarting: Health[] = [];
  readonly #child: ChildProcess;
  readonly #log: string;

  private constructor(child: ChildProcess, port: number, model: string, log: string) {
    this.#child = child;
    this.#log = log;
    this.url = `http://127.0.0.1:${port}`;
    this.model = model;
  }

  /** @throws Error with its last words when it ends before it is ready */
  static async start(environment: VllmEnvironment, settings: Settings): Promise<VllmProcess> {
    const flags = await presetFlags(settings);
    const port = await freePort();
    const log = path.join(environment.folder, `server-${settings}.log`);
    const to = openSync(log, "w");
    const server = ["-m", "vllm.entrypoints.openai.api_server", "--model", environment.model];
    const child = spawn(
      environment.python,
      [...server, "--host", "127.0.0.1", "--port", String(port), ...flags],
      {
        detached: true,
        stdio: ["ignore", to, to],
        env: { ...process.env, ...CPU_VARIABLES, VLLM_API_KEY: API_KEY, PATH: pathWith(environment.python) },
      },
    );
    process.once("exit", () => endGroup(child));
    const model = flags[flags.indexOf("--served-model-name") + 1] ?? "";
    const started = new VllmProcess(child, port, model, log);
    await started.#ready();
    return started;
  }

  async health(): Promise<Health> {
    return fetch(`${this.url}/health`).then(
      ({ status }) => status,
      () => "refused" as const,
    );
  }

  /** Sum of a metric's samples, 0 when it has none; @param labels a part of the label set to look for */
  async metric(name: string, labels = ""): Promise<number> {
    const text = await (await fetch(`${this.url}/metrics`)).text();
    const samples = text.split("\n").filter((line) => line.startsWith(`${name}{`) && line.includes(labels));
    return samples.reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(" ") + 1)), 0);
  }

  /** SIGTERM to the server alone, as a container's runtime sends it. */
  terminate(): void {
    this.#child.kill("SIGTERM");
  }

  /** True once it has ended by itself; false when it had not in time. */
  async ended(withinMs = GONE_MS): Promise<boolean> {
    for (const until = Date.now() + withinMs; Date.now() < until; await pause(100)) {
      if (this.#child.exitCode !== null || this.#child.signalCode !== null) return true;
    }
    return false;
  }

  /** Ends whatever is left of it. */
  async kill(): Promise<void> {
    endGroup(this.#child);
    await this.ended();
  }

  async #ready(): Promise<void> {
    for (const until = Date.now() + START_MS; Date.now() < until; await pause(250)) {
      const health = await this.health();
      if (this.healthWhileStarting.at(-1) !== health) this.healthWhileStarting.push(health);
      if (health === 200) return;
      if (this.#child.exitCode !== null) break;
    }
    await this.kill();
    throw new Error(`vLLM did not start; it said:\n${(await readFile(this.#log, "utf8")).slice(-3_000)}`);
  }
}

function endGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // The group is gone already.
  }
}

async function presetFlags(settings: Settings): Promise<string[]> {
  const file = path.join(ROOT, `inference/presets/${PRESET}.json`);
  const { flags } = JSON.parse(await readFile(file, "utf8")) as { flags: string[] };
  const left = new Set(settings === "plain" ? [...OF_A_CARD, ...LEFT_OUT_OF_PLAIN] : OF_A_CARD);
  const kept = flags.filter((flag, at) => !left.has(flag) && !left.has(flags[at - 1] ?? ""));
  return [...kept.map((value, at) => SMALL[kept[at - 1] ?? ""] ?? value), ...ON_A_CPU];
}

/** vLLM calls compilers and its own helpers by name. */
const pathWith = (python: string) => `${path.dirname(python)}:${process.env.PATH ?? ""}`;

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
