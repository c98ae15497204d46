/**
 * What KEDA asks Prometheus about vLLM. Each query
 * - names the namespace, so that pools which serve the same model are not added up;
 * - takes the highest per pod and engine before it adds, so that a pod which two scrape jobs (or two Prometheus of one
 *   Thanos) see counts once;
 * - gives one number: KEDA refuses an answer with two series;
 * - answers 0 without replicas. A wrong label answers 0 as well, for ever: the alert CandorSignalMissing is for that.
 */

/** Adds a gauge up over all pods: for `metricType: AverageValue`, which divides by the replicas itself. An `avg` would be divided twice. */
export const gauge = (metric: string, namespace: string): string =>
  `sum(max by (pod, engine) (${metric}{namespace="${namespace}"})) or vector(0)`;

/**
 * 95th percentile over two minutes: for `metricType: Value`, since a percentile has no share per replica. Without
 * requests it is NaN, which no comparison lets through.
 */
export const percentile95 = (histogram: string, namespace: string): string =>
  `(histogram_quantile(0.95, sum by (le) (max by (le, pod, engine) (rate(${histogram}_bucket{namespace="${namespace}"}[2m])))) > 0) or vector(0)`;
