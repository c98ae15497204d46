import { quantile } from "../figures.ts";
import type { Engine } from "./engine.ts";
import type { Sample, Send } from "./senders.ts";

export interface Load {
  name: string;
  send: Send;
  /** Résumés in all. */
  resumes: number;
  /** Under way at once. */
  atOnce: number;
  jobs: number;
  /** Whether each job's head was asked for before: otherwise the first résumé of each cannot find it. */
  warmed: boolean;
  /** A job's résumés one after another, or the jobs in turn. */
  order: "by job" | "in turn";
  /** Serial number of the first résumé. */
  from: number;
}

/** What a load came to. Rates are per second of wall time, ramp and tail included; times are milliseconds. */
export interface Outcome {
  name: string;
  resumes: number;
  at_once: number;
  wall_s: number;
  resumes_per_s: number;
  p50_ms: number;
  p99_ms: number;
  ttft_p50_ms: number;
  added_p50_ms: number | null;
  /** Means of a résumé, over all its requests. */
  prompt_tokens: number;
  cached_tokens: number;
  out_tokens: number;
  requests: number;
  /** Résumés of which another of the same job went before. */
  followers: number;
  /** Cores in use: the server's processes by name, and this one. */
  cores: Record<string, number>;
}

/** Keeps `atOnce` résumés under way until all are done. */
export async function runLoad(engine: Engine, load: Load): Promise<Outcome> {
  const { resumes, atOnce, jobs, order } = load;
  const jobOf = (at: number) => (order === "in turn" ? at % jobs : Math.floor((at * jobs) / resumes));
  const samples: Sample[] = [];
  const before = engine.cpuSeconds();
  const own = process.cpuUsage();
  const began = performance.now();
  let next = 0;
  const worker = async () => {
    for (let at = next++; at < resumes; at = next++) samples.push(await load.send(load.from + at, jobOf(at)));
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, resumes) }, worker));
  const wall = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(own);
  const cores = Object.entries(engine.cpuSeconds()).map(([name, seconds]): [string, number] => [
    name,
    two((seconds - (before[name] ?? 0)) / wall),
  ]);
  const sorted = (of: (sample: Sample) => number | null) =>
    samples
      .map(of)
      .filter((value) => value !== null)
      .sort((a, b) => a - b);
  const mean = (of: (sample: Sample) => number) =>
    samples.reduce((sum, one) => sum + of(one), 0) / samples.length;
  const latencies = sorted(({ ms }) => ms);
  const added = sorted(({ addedMs }) => addedMs);
  return {
    name: load.name,
    resumes,
    at_once: atOnce,
    wall_s: two(wall),
    resumes_per_s: two(resumes / wall),
    p50_ms: two(quantile(latencies, 0.5)),
    p99_ms: two(quantile(latencies, 0.99)),
    ttft_p50_ms: two(
      quantile(
        sorted(({ ttftMs }) => ttftMs),
        0.5,
      ),
    ),
    added_p50_ms: added.length === 0 ? null : two(quantile(added, 0.5)),
    prompt_tokens: two(mean(({ prompt }) => prompt)),
    cached_tokens: two(mean(({ cached }) => cached)),
    out_tokens: two(mean(({ out }) => out)),
    requests: two(mean(({ asked }) => asked)),
    followers: load.warmed ? resumes : resumes - jobs,
    cores: { ...Object.fromEntries(cores), client: two((user + system) / 1e6 / wall) },
  };
}

const two = (value: number): number => Math.round(value * 100) / 100;
