import { describe, expect, it } from "vitest";
import page from "../../../docs/gpu-cluster.md?raw";
import { OVERLAYS } from "../../../inference/kubernetes/generate/catalogue.ts";
import { observabilityProblems } from "../../../inference/observability/check.ts";
import { dashboard } from "../../../inference/observability/dashboard.ts";
import { EDGE, seriesOf } from "../../../inference/observability/metrics.ts";
import { CARDS } from "../../../inference/simulation/cards.ts";
import { modelFamilies } from "../../../workers/pipeline/model-figures.ts";
import { CARD_SECONDS } from "../../../workers/routing/card-seconds.ts";

const FOLDER = "../../../inference/observability/";
const texts = {
  ...import.meta.glob<string>("../../../inference/observability/prometheus/*.yaml", {
    eager: true,
    import: "default",
    query: "?raw",
  }),
  ...import.meta.glob<string>("../../../inference/observability/grafana/*.json", {
    eager: true,
    import: "default",
    query: "?raw",
  }),
};
const FILES = new Map(Object.entries(texts).map(([path, text]) => [path.slice(FOLDER.length), text]));

const problemsAfter = (file: string, from: string, to: string): string => {
  const text = FILES.get(file)!;
  expect(text).toContain(from);
  return observabilityProblems(new Map(FILES).set(file, text.replace(from, to)), page).join("\n");
};

it("rules, alerts, scrape job and dashboard pass every check", () => {
  expect(observabilityProblems(FILES, page)).toEqual([]);
});

it("the dashboard is what its table says", () => {
  expect(JSON.parse(FILES.get("grafana/gpu-tier.json")!)).toEqual(dashboard());
});

describe("a planted mistake is found:", () => {
  it.each([
    [
      "a series that nobody makes",
      "prometheus/rules.yaml",
      "vllm:num_requests_waiting",
      "vllm:requests_waiting",
      /nobody makes the series vllm:requests_waiting/,
    ],
    [
      "a gauge by its old name",
      "prometheus/rules.yaml",
      "vllm:kv_cache_usage_perc",
      "vllm:gpu_cache_usage_perc",
      /nobody makes the series vllm:gpu_cache_usage_perc/,
    ],
    [
      "a plain sum",
      "prometheus/alerts.yaml",
      "sum by (namespace, preset) (max by (namespace, preset, pod, engine) (rate(vllm:num_preemptions_total[10m])))",
      "sum by (namespace, preset) (rate(vllm:num_preemptions_total[10m]))",
      /scraped twice counts twice/,
    ],
    [
      "a label that vLLM has not",
      "prometheus/rules.yaml",
      'finished_reason="length"',
      'finish_reason="length"',
      /no label "finish_reason"/,
    ],
    [
      "an alert that leads nowhere",
      "prometheus/alerts.yaml",
      "#signal-missing",
      "#signals-missing",
      /no page says what to do \(signals-missing\)/,
    ],
    ["an alert on one scrape", "prometheus/alerts.yaml", "for: 45m\n", "", /fires on a single scrape/],
    [
      "a severity of nobody's",
      "prometheus/alerts.yaml",
      "severity: critical",
      "severity: page",
      /no severity/,
    ],
    [
      "a bracket too few",
      "prometheus/rules.yaml",
      "(vllm:num_requests_running))",
      "(vllm:num_requests_running)",
      /brackets do not match/,
    ],
    [
      "no label for the pod",
      "prometheus/scrape.yaml",
      "target_label: pod\n",
      "target_label: pod_name\n",
      /does not set the label pod/,
    ],
    [
      "a metric that the edge does not tell",
      "prometheus/alerts.yaml",
      "candor_edge_failures{",
      "candor_edge_errors{",
      /nobody makes the series candor_edge_errors/,
    ],
    [
      "a label that the edge does not set",
      "prometheus/alerts.yaml",
      'candor_edge_workspace_limit{of="most"}',
      'candor_edge_workspace_limit{stat="most"}',
      /candor_edge_workspace_limit has no label "stat"/,
    ],
    [
      "a panel of a series that nobody records",
      "grafana/gpu-tier.json",
      "candor:cached_tokens:share5m",
      "candor:cached_tokens:share",
      /nobody makes the series candor:cached_tokens:share$/m,
    ],
  ] as const)("%s", (_name, file, from, to, words) => {
    expect(problemsAfter(file, from, to)).toMatch(words);
  });
});

it("the edge's metrics are those that rules and dashboard may read, label for label", () => {
  const told = modelFamilies({
    timed: [{ pool: "batch", model: "m", ttft_ms: 1, queue_ms: 1, inter_token_ms: 1 }],
    totals: [
      {
        ...{ pool: "batch", model: "m", evaluations: 1 },
        ...{ prompt_tokens: 3, cached_tokens: 1, completion_tokens: 1 },
      },
    ],
    failures: [{ pool: "batch", code: "stalled", count: 1 }],
    breakers: [{ pool: "batch", state: "closed" }],
    depths: [{ pool: "batch", waiting: 1, running: 0 }],
    limits: [{ pool: "batch", workspaces: 1, least: 1, mean: 1, most: 1 }],
    price: { card: CARD_SECONDS.h100, usdPerHour: 1 },
  });
  const labels = told.map(({ name, samples }) => [name, Object.keys(samples[0]?.labels ?? {})]);
  expect({ candor_edge_model_configured: [], ...Object.fromEntries(labels) }).toEqual(EDGE);
});

it.each([
  ['sum by (a, b) (max by (c) (rate(vllm:x_total{d="e(f)"}[5m]))) > 0', ["vllm:x_total"]],
  ["histogram_quantile(0.95, sum by (le) (a:b:c)) and on (d) e unless f", ["a:b:c", "e", "f"]],
  ["vector(0.8)", []],
  ["a * on (card) group_left () b / 3600", ["a", "b"]],
  ['label_replace(m{x="y"}, "to", "$1", "from", "(.+)") > 1e3', ["m"]],
])("the series of %s", (expression, series) => {
  expect(seriesOf(expression)).toEqual(series);
});

it("every card that an overlay uses has its price, as the simulation counts it", () => {
  const rules = FILES.get("prometheus/rules.yaml")!;
  const prices = new Map(
    [...rules.matchAll(/expr: vector\(([\d.]+)\)\s+labels: \{ card: ([\w-]+) \}/g)].map(([, price, card]) => [
      card,
      Number(price),
    ]),
  );
  for (const { card } of OVERLAYS) expect([card, prices.get(card)]).toEqual([card, CARDS[card].usdPerHour]);
});

it("panels lie side by side and on nothing else", () => {
  const { panels } = dashboard() as { panels: { gridPos: { x: number; y: number; w: number; h: number } }[] };
  const taken = new Set<string>();
  for (const { gridPos } of panels) {
    expect(gridPos.x + gridPos.w).toBeLessThanOrEqual(24);
    for (let x = gridPos.x; x < gridPos.x + gridPos.w; x++) {
      for (let y = gridPos.y; y < gridPos.y + gridPos.h; y++) {
        expect(taken.has(`${x},${y}`)).toBe(false);
        taken.add(`${x},${y}`);
      }
    }
  }
  expect(panels.length).toBeGreaterThan(12);
});
