/** What the triggers read: the edge's count live, vLLM's gauges as Prometheus last scraped them. */
import type { Fleet } from "./fleet.ts";
import { serving } from "./replica.ts";
import type { Signal } from "./types.ts";

/** A common `scrape_interval` of Prometheus. */
export const SCRAPE_SECONDS = 15;
/** `rate(…[2m])`: as many scrapes back. */
const TTFT_SCRAPES = 120 / SCRAPE_SECONDS;

/** Upper bounds of vLLM's time-to-first-token histogram, in seconds; the last bucket has none. */
const TTFT_BOUNDS = [
  0.001, 0.005, 0.01, 0.02, 0.04, 0.06, 0.08, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10, 20, 40, 80, 160, 640,
  2560,
] as const;

/** What the edge answers when it is asked. */
export interface EdgeGauges {
  queue_depth: number;
  oldest_wait: number;
}

export class Gauges {
  private readonly scraped: Record<Exclude<Signal, keyof EdgeGauges>, number> = {
    requests_waiting: 0,
    kv_cache_usage: 0,
    ttft_p95: 0,
    gpu_utilisation: 0,
  };
  private counts = new Float64Array(TTFT_BOUNDS.length + 1);
  private readonly window: Float64Array[] = [];
  private readonly busyBefore = new WeakMap<object, number>();

  constructor(
    /** Share of a card's KV cache that one running résumé holds. */
    private readonly kvEach: number,
  ) {}

  observeFirstToken(seconds: number): void {
    const bucket = TTFT_BOUNDS.findIndex((bound) => seconds <= bound);
    const index = bucket === -1 ? TTFT_BOUNDS.length : bucket;
    this.counts[index] = this.counts[index]! + 1;
  }

  /** Prometheus visits every serving replica; bill the fleet up to now before. */
  scrape(fleet: Fleet): void {
    const replicas = fleet.replicas.filter(serving);
    const sum = (value: (replica: (typeof replicas)[number]) => number) =>
      replicas.reduce((total, replica) => total + value(replica), 0);
    this.scraped.requests_waiting = sum(({ batch }) => batch.waiting);
    this.scraped.kv_cache_usage = sum(({ batch }) => Math.min(1, batch.running * this.kvEach));
    const busy = sum((replica) => {
      const since = replica.busy - (this.busyBefore.get(replica) ?? 0);
      this.busyBefore.set(replica, replica.busy);
      return since / SCRAPE_SECONDS;
    });
    this.scraped.gpu_utilisation = replicas.length === 0 ? 0 : (100 * busy) / replicas.length;
    this.window.push(this.counts);
    if (this.window.length > TTFT_SCRAPES) this.window.shift();
    this.counts = new Float64Array(TTFT_BOUNDS.length + 1);
    this.scraped.ttft_p95 = histogramQuantile(0.95, this.window);
  }

  read(signal: Signal, edge: EdgeGauges): number {
    return signal === "queue_depth" || signal === "oldest_wait" ? edge[signal] : this.scraped[signal];
  }
}

/**
 * Prometheus' `histogram_quantile`: linear inside the bucket, the highest bound for what lies above it.
 * @returns 0 without observations, as a KEDA trigger reads an empty answer
 */
function histogramQuantile(quantile: number, window: readonly Float64Array[]): number {
  const counts = Array.from({ length: TTFT_BOUNDS.length + 1 }, (_, index) =>
    window.reduce((sum, scrape) => sum + scrape[index]!, 0),
  );
  const rank = quantile * counts.reduce((sum, count) => sum + count, 0);
  if (rank === 0) return 0;
  let below = 0;
  for (const [index, bound] of TTFT_BOUNDS.entries()) {
    const count = counts[index]!;
    if (below + count >= rank) {
      const from = TTFT_BOUNDS[index - 1] ?? 0;
      return from + (bound - from) * ((rank - below) / count);
    }
    below += count;
  }
  return TTFT_BOUNDS.at(-1)!;
}
