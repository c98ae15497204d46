/** What the dashboard shows, as a table. */

/** Unit as Grafana calls it. */
type Unit = "s" | "short" | "percentunit" | "currencyUSD" | "reqps" | "none";

export interface Panel {
  title: string;
  what: string;
  unit: Unit;
  /** Expression and legend. */
  series: readonly (readonly [string, string])[];
}

const SCOPE = 'namespace=~"$namespace", preset=~"$preset"';
const BY = "{{pool}} {{preset}}";

const quantiles = (record: string) =>
  [0.5, 0.95, 0.99].map(
    (quantile) =>
      [
        `histogram_quantile(${quantile}, sum by (pool, preset, le) (${record}{${SCOPE}}))`,
        `p${quantile * 100} ${BY}`,
      ] as const,
  );
const NAMESPACE = 'namespace=~"$namespace"';
/** KEDA names the namespace of what it scales; Prometheus moves that name aside where it has put its own. */
const QUEUE = 'keda_scaler_metrics_value{scaledObject="model", scaler=~"queue|oldest"}';

/** Rows of the dashboard, each with its panels. */
export const ROWS: readonly (readonly [string, readonly Panel[]])[] = [
  [
    "What an applicant waits for",
    [
      {
        title: "Queue at the edge",
        what: "What KEDA reads from /internal/queue-depth.",
        unit: "short",
        series: [[`max by (exported_namespace, scaler) (${QUEUE})`, "{{exported_namespace}} {{scaler}}"]],
      },
      {
        title: "Time to first token",
        what: "From a request's arrival at vLLM.",
        unit: "s",
        series: quantiles("candor:time_to_first_token:rate5m"),
      },
      {
        title: "Queue time inside vLLM",
        what: "The edge keeps it short.",
        unit: "s",
        series: quantiles("candor:request_queue_time:rate5m"),
      },
      {
        title: "Between two tokens",
        what: "Grows with the batch.",
        unit: "s",
        series: quantiles("candor:inter_token_latency:rate5m"),
      },
    ],
  ],
  [
    "What it costs",
    [
      {
        title: "Evaluations",
        what: "Answers of more than one token.",
        unit: "reqps",
        series: [[`candor:evaluations:rate5m{${SCOPE}}`, BY]],
      },
      {
        title: "Cost of 1,000 evaluations",
        what: "Cards that serve, at list prices (rules.yaml).",
        unit: "currencyUSD",
        series: [[`candor:usd_per_1000_evaluations:rate5m{${SCOPE}}`, BY]],
      },
      {
        title: "Prompt tokens from the cache",
        what: "Share of those looked up in the prefix cache.",
        unit: "percentunit",
        series: [[`candor:cached_tokens:share5m{${SCOPE}}`, BY]],
      },
      {
        title: "Answers cut at their limit",
        what: "Without support checks, whose limit is one token.",
        unit: "percentunit",
        series: [[`candor:cut_answers:share30m{${SCOPE}}`, BY]],
      },
    ],
  ],
  [
    "The cards",
    [
      {
        title: "Cards",
        what: "Wanted, ready, and the most there may be.",
        unit: "none",
        series: [
          [`kube_deployment_spec_replicas{deployment="model", ${NAMESPACE}}`, "wanted {{namespace}}"],
          [`kube_deployment_status_replicas_ready{deployment="model", ${NAMESPACE}}`, "ready {{namespace}}"],
          [
            `kube_horizontalpodautoscaler_spec_max_replicas{horizontalpodautoscaler="keda-hpa-model", ${NAMESPACE}}`,
            "most {{namespace}}",
          ],
        ],
      },
      {
        title: "Requests",
        what: "Running and waiting inside vLLM.",
        unit: "short",
        series: [
          [`candor:requests_running:sum{${SCOPE}}`, `running ${BY}`],
          [`candor:requests_waiting:sum{${SCOPE}}`, `waiting ${BY}`],
        ],
      },
      {
        title: "KV cache",
        what: "Of the fullest card.",
        unit: "percentunit",
        series: [[`candor:kv_cache_usage:max{${SCOPE}}`, BY]],
      },
      {
        title: "Work begun and thrown away",
        what: "Preemptions; none is right.",
        unit: "reqps",
        series: [
          [
            `sum by (pool, preset) (max by (pool, preset, pod, engine) (rate(vllm:num_preemptions_total{${SCOPE}}[5m])))`,
            BY,
          ],
        ],
      },
      {
        title: "Tokens read and written",
        what: "A second, all cards together.",
        unit: "short",
        series: [
          [
            `sum by (pool, preset) (max by (pool, preset, pod, engine) (rate(vllm:prompt_tokens_total{${SCOPE}}[5m])))`,
            `read ${BY}`,
          ],
          [
            `sum by (pool, preset) (max by (pool, preset, pod, engine) (rate(vllm:generation_tokens_total{${SCOPE}}[5m])))`,
            `written ${BY}`,
          ],
        ],
      },
      {
        title: "Polls that failed",
        what: "KEDA could not read the queue or Prometheus.",
        unit: "reqps",
        series: [
          ['sum by (scaler) (rate(keda_scaler_detail_errors_total{scaledObject="model"}[5m]))', "{{scaler}}"],
        ],
      },
    ],
  ],
  [
    "As the edge sees it",
    [
      {
        title: "Before each pool",
        what: "Applications that wait, and that somebody holds.",
        unit: "short",
        series: [["max by (pool, state) (candor_edge_applications)", "{{pool}} {{state}}"]],
      },
      {
        title: "From arrival to the first question",
        what: "Over the last five minutes; reading and redacting are in it.",
        unit: "s",
        series: [["max by (pool, quantile) (candor_edge_queue_seconds)", "{{pool}} {{quantile}}"]],
      },
      {
        title: "From a question to its first token",
        what: "Tunnel and proxy included. Limits of workspaces steer by its 95th percentile.",
        unit: "s",
        series: [
          ["max by (pool, quantile) (candor_edge_time_to_first_token_seconds)", "{{pool}} {{quantile}}"],
        ],
      },
      {
        title: "At once for one workspace",
        what: "Least, mean and most of the workspaces that the model worked for.",
        unit: "short",
        series: [
          ["max by (pool, of) (candor_edge_workspace_limit)", "{{pool}} {{of}}"],
          ["max by (pool) (candor_edge_workspaces)", "{{pool}} workspaces"],
        ],
      },
      {
        title: "Failures",
        what: "Of the last five minutes, by code.",
        unit: "short",
        series: [["max by (pool, code) (candor_edge_failures)", "{{pool}} {{code}}"]],
      },
      {
        title: "Breakers that are not closed",
        what: "An open one is what a tier at zero looks like, too.",
        unit: "none",
        series: [['max by (pool, state) (candor_edge_breaker{state!="closed"})', "{{pool}} {{state}}"]],
      },
      {
        title: "Tokens of five minutes",
        what: "Read anew, from the prefix cache, and answered.",
        unit: "short",
        series: [
          ["max by (pool, kind) (sum by (instance, pool, kind) (candor_edge_tokens))", "{{pool}} {{kind}}"],
        ],
      },
      {
        title: "Estimated cost of 1,000 evaluations",
        what: "Card seconds of their tokens at the edge's INFERENCE_CARD_USD_PER_HOUR: what a full card would take.",
        unit: "currencyUSD",
        series: [["max by (pool, model) (candor_edge_usd_per_evaluation) * 1000", "{{pool}} {{model}}"]],
      },
    ],
  ],
];
