/** What the operator's metrics say, out of what was read: no database here. */
import { type CardSeconds, secondsOf } from "../routing/card-seconds.ts";
import type { MetricFamily } from "./exposition.ts";

/** One evaluation's times, in milliseconds. */
export interface Timed {
  pool: string;
  model: string;
  ttft_ms: number | null;
  queue_ms: number | null;
  inter_token_ms: number | null;
}

/** Sums over the evaluations of a pool and model. */
export interface Totals {
  pool: string;
  model: string;
  evaluations: number;
  prompt_tokens: number;
  cached_tokens: number;
  completion_tokens: number;
}

/** What was read for one scrape. */
export interface ModelReading {
  timed: readonly Timed[];
  totals: readonly Totals[];
  failures: readonly { pool: string; code: string; count: number }[];
  breakers: readonly { pool: string; state: string }[];
  depths: readonly { pool: string; waiting: number; running: number }[];
  /** Workspaces that had the model work for them lately, and how many evaluations each may have at once. */
  limits: readonly { pool: string; workspaces: number; least: number; mean: number; most: number }[];
  /** Null where no price is configured. */
  price: { card: CardSeconds; usdPerHour: number } | null;
}

const QUANTILES = [0.5, 0.95, 0.99];
const BREAKER_STATES = ["closed", "open", "half_open"];

/** The nearest-rank quantile of sorted values; null of none. */
export function quantile(sorted: readonly number[], share: number): number | null {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null;
}

/** Every metric of `/internal/metrics`, in the order in which it is written. */
export const modelFamilies = (reading: ModelReading): MetricFamily[] =>
  [...timeFamilies(reading), ...volumeFamilies(reading), ...stateFamilies(reading)].map((family) => ({
    ...family,
    name: `candor_edge_${family.name}`,
  }));

const timeFamilies = ({ timed }: ModelReading): MetricFamily[] => [
  {
    name: "time_to_first_token_seconds",
    help: "From the judge's question to its first token, as the edge sees it: quantiles of the last five minutes.",
    type: "summary",
    samples: quantiles(timed, "ttft_ms"),
  },
  {
    name: "inter_token_seconds",
    help: "Between two tokens of the judge's answer: quantiles of the last five minutes.",
    type: "summary",
    samples: quantiles(timed, "inter_token_ms"),
  },
  {
    name: "queue_seconds",
    help: "From an application's arrival to the first question about it: quantiles of the last five minutes.",
    type: "summary",
    samples: quantiles(timed, "queue_ms"),
  },
];

function volumeFamilies({ totals, failures, price }: ModelReading): MetricFamily[] {
  const each = (value: (total: Totals) => number) =>
    totals.map((total) => ({ labels: { pool: total.pool, model: total.model }, value: value(total) }));
  return [
    {
      name: "evaluations",
      help: "Evaluations by the model in the last five minutes.",
      type: "gauge",
      samples: each(({ evaluations }) => evaluations),
    },
    {
      name: "tokens",
      help: "Tokens of these evaluations: prompt tokens read anew or from the prefix cache, and tokens answered.",
      type: "gauge",
      samples: (["fresh", "cached", "output"] as const).flatMap((kind) =>
        each((total) => tokensOf(total)[kind]).map(({ labels, value }) => ({
          labels: { ...labels, kind },
          value,
        })),
      ),
    },
    {
      name: "cached_share",
      help: "Share of their prompt tokens that came from the prefix cache.",
      type: "gauge",
      samples: each(({ cached_tokens, prompt_tokens }) => cached_tokens / prompt_tokens),
    },
    {
      name: "usd_per_evaluation",
      help: "Estimated cost of one of them: seconds of a full card for its tokens, at the configured price.",
      type: "gauge",
      samples: price === null ? [] : each((total) => usdEach(total, price)),
    },
    {
      name: "failures",
      help: "Failures of the model tier in the last five minutes, by code.",
      type: "gauge",
      samples: failures.map(({ pool, code, count }) => ({ labels: { pool, code }, value: count })),
    },
  ];
}

const stateFamilies = ({ breakers, depths, limits }: ModelReading): MetricFamily[] => [
  {
    name: "breaker",
    help: "1 for the state that a pool's circuit breaker is in.",
    type: "gauge",
    samples: breakers.flatMap(({ pool, state }) =>
      BREAKER_STATES.map((one) => ({ labels: { pool, state: one }, value: one === state ? 1 : 0 })),
    ),
  },
  {
    name: "applications",
    help: "Applications before a pool: waiting, and held by somebody.",
    type: "gauge",
    samples: depths.flatMap(({ pool, waiting, running }) => [
      { labels: { pool, state: "waiting" }, value: waiting },
      { labels: { pool, state: "running" }, value: running },
    ]),
  },
  {
    name: "workspaces",
    help: "Workspaces that the model worked for in the last quarter of an hour.",
    type: "gauge",
    samples: limits.map(({ pool, workspaces }) => ({ labels: { pool }, value: workspaces })),
  },
  {
    name: "workspace_limit",
    help: "Evaluations that one workspace may have at once: the least, the mean and the most of them.",
    type: "gauge",
    samples: limits.flatMap(({ pool, least, mean, most }) =>
      Object.entries({ least, mean, most }).map(([of, value]) => ({ labels: { pool, of }, value })),
    ),
  },
];

const tokensOf = ({ prompt_tokens, cached_tokens, completion_tokens }: Totals) => ({
  fresh: Math.max(0, prompt_tokens - cached_tokens),
  cached: cached_tokens,
  output: completion_tokens,
});

const usdEach = (total: Totals, { card, usdPerHour }: NonNullable<ModelReading["price"]>): number =>
  ((secondsOf(card, tokensOf(total)) / 3600) * usdPerHour) / total.evaluations;

function quantiles(timed: readonly Timed[], column: "ttft_ms" | "queue_ms" | "inter_token_ms") {
  const groups = Map.groupBy(timed, ({ pool, model }) => JSON.stringify([pool, model]));
  return [...groups.values()].flatMap((group) => {
    const { pool, model } = group[0]!;
    const sorted = group.flatMap((one) => one[column] ?? []).sort((a, b) => a - b);
    return QUANTILES.flatMap((share) => {
      const value = quantile(sorted, share);
      return value === null ? [] : [{ labels: { pool, model, quantile: `${share}` }, value: value / 1000 }];
    });
  });
}
