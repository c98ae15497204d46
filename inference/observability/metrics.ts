/** Every series that rules and dashboard may read, by who makes it. A name that nobody makes is an alert that never fires. */

/** vLLM 0.26, `/metrics`. Histograms have `_bucket`, `_sum` and `_count`. */
export const VLLM = [
  "vllm:num_requests_running",
  "vllm:num_requests_waiting",
  "vllm:kv_cache_usage_perc",
  "vllm:num_preemptions_total",
  "vllm:prefix_cache_queries_total",
  "vllm:prefix_cache_hits_total",
  "vllm:prompt_tokens_total",
  "vllm:generation_tokens_total",
  "vllm:request_success_total",
  "vllm:time_to_first_token_seconds",
  "vllm:inter_token_latency_seconds",
  "vllm:request_queue_time_seconds",
  "vllm:request_generation_tokens",
] as const;

/** KEDA 2.21's operator, port 8080. */
export const KEDA = ["keda_scaler_metrics_value", "keda_scaler_detail_errors_total"] as const;

/** kube-state-metrics 2. */
export const KUBE_STATE = [
  "kube_deployment_status_replicas_ready",
  "kube_deployment_status_replicas_unavailable",
  "kube_deployment_status_condition",
  "kube_deployment_spec_replicas",
  "kube_horizontalpodautoscaler_status_desired_replicas",
  "kube_horizontalpodautoscaler_spec_max_replicas",
] as const;

/** The edge's `/internal/metrics`, with each series' labels; a test of the edge's own code holds it to these. */
export const EDGE: Readonly<Record<string, readonly string[]>> = {
  candor_edge_model_configured: [],
  candor_edge_time_to_first_token_seconds: ["pool", "model", "quantile"],
  candor_edge_inter_token_seconds: ["pool", "model", "quantile"],
  candor_edge_queue_seconds: ["pool", "model", "quantile"],
  candor_edge_evaluations: ["pool", "model"],
  candor_edge_tokens: ["pool", "model", "kind"],
  candor_edge_cached_share: ["pool", "model"],
  candor_edge_usd_per_evaluation: ["pool", "model"],
  candor_edge_failures: ["pool", "code"],
  candor_edge_breaker: ["pool", "state"],
  candor_edge_applications: ["pool", "state"],
  candor_edge_workspaces: ["pool"],
  candor_edge_workspace_limit: ["pool", "of"],
};

/** Names of series in an expression: what stands before a brace, a bracket, or nothing, and is no word of PromQL. */
export function seriesOf(expression: string): string[] {
  const bare = expression
    .replace(/"(?:[^"\\]|\\.)*"/g, '""')
    .replace(/\{[^}]*\}/g, "")
    .replace(/\b(?:by|without|on|ignoring|group_left|group_right)\s*\([^)]*\)/g, "")
    .replace(/\[[^\]]*\]/g, "");
  return [...bare.matchAll(/(?<![\w.])[a-zA-Z_:][\w:]*/g)]
    .filter(({ 0: word, index }) => !/^\s*\(/.test(bare.slice(index + word.length)))
    .map(([word]) => word)
    .filter((word) => !WORDS.has(word));
}

const WORDS = new Set([
  "and",
  "or",
  "unless",
  "on",
  "by",
  "without",
  "ignoring",
  "group_left",
  "group_right",
  "bool",
  "offset",
]);
