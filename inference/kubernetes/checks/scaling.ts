/** What has to hold of a ScaledObject so that it scales as it was simulated. */
import { type KubernetesObject, ofKind, type ScaledObject, type Trigger, titleOf } from "./objects.ts";
import { holdsCard } from "./pod.ts";

/** What Prometheus puts on vLLM's series: its own labels, and those that observability/prometheus/scrape.yaml adds. */
export const SERIES_LABELS = [
  "model_name",
  "engine",
  "le",
  "namespace",
  "pod",
  "pool",
  "preset",
  "card",
  "finished_reason",
] as const;
/** The numbers of the edge's `/internal/queue-depth`; a test of the edge's own answer holds it to these. */
export const QUEUE_VALUES: readonly string[] = [
  "",
  "pools.batch.",
  "pools.long.",
  "pools.embeddings.",
].flatMap((pool) => ["waiting", "running", "wanted", "oldest_s"].map((name) => pool + name));
/** A scrape every 15 s, and 5 s until Prometheus hears of a new pod: until then a card that works looks idle. */
const LEAST_COOLDOWN_S = 30;
const REQUIRED = [
  "vllm:num_requests_waiting",
  "vllm:kv_cache_usage_perc",
  "vllm:time_to_first_token_seconds_bucket",
];

/** @param whole whether the object answers every pool, and so carries all of the policy's triggers */
export function scalingProblems(objects: readonly KubernetesObject[], whole: boolean): string[] {
  const scaled = ofKind(objects, "ScaledObject");
  const missing = ofKind(objects, "Deployment")
    .filter(holdsCard)
    .filter(({ metadata }) => !scaled.some(({ spec }) => spec.scaleTargetRef.name === metadata.name))
    .map((deployment) => `${titleOf(deployment)}: nothing scales it`);
  return [...missing, ...scaled.flatMap((object) => objectProblems(object, objects, whole))];
}

function objectProblems(
  object: ScaledObject,
  objects: readonly KubernetesObject[],
  whole: boolean,
): string[] {
  const title = titleOf(object);
  const {
    scaleTargetRef,
    minReplicaCount,
    maxReplicaCount = 0,
    cooldownPeriod = 300,
    fallback,
    triggers,
  } = object.spec;
  const problems: string[] = [];
  if (!ofKind(objects, "Deployment").some(({ metadata }) => metadata.name === scaleTargetRef.name)) {
    problems.push(`${title}: there is no Deployment ${scaleTargetRef.name}`);
  }
  if (minReplicaCount !== 0 || maxReplicaCount < 1) problems.push(`${title}: does not go from zero to many`);
  if (!(cooldownPeriod >= LEAST_COOLDOWN_S)) {
    problems.push(`${title}: gives a card back before Prometheus has seen it work`);
  }
  if (fallback !== undefined)
    problems.push(`${title}: a fallback starts a card, or takes some away, when the edge is out of reach`);
  if (new Set(triggers.map(({ name }) => name)).size !== triggers.length)
    problems.push(`${title}: two triggers of one name`);
  if (
    !triggers.some(
      ({ type, metadata }) =>
        type === "metrics-api" && /(^|\.)(wanted|waiting)$/.test(metadata.valueLocation ?? ""),
    )
  ) {
    problems.push(`${title}: nothing that is known without replicas: the edge's queue is no trigger`);
  }
  const asked = triggers.map(({ metadata }) => metadata.query ?? "").join("\n");
  for (const metric of whole ? REQUIRED : [])
    if (!asked.includes(metric)) problems.push(`${title}: does not look at ${metric}`);
  for (const trigger of triggers) {
    const where = `${title}, ${trigger.name ?? trigger.type}`;
    if (trigger.type === "metrics-api") problems.push(...edgeProblems(where, trigger, objects));
    if (trigger.type === "prometheus")
      problems.push(...queryProblems(where, trigger, object.metadata.namespace ?? ""));
  }
  return problems;
}

function edgeProblems(
  where: string,
  { metadata, metricType, authenticationRef }: Trigger,
  objects: readonly KubernetesObject[],
): string[] {
  const authentication = ofKind(objects, "TriggerAuthentication").find(
    ({ metadata: { name } }) => name === authenticationRef?.name,
  );
  const token = authentication?.spec.secretTargetRef?.some(({ parameter }) => parameter === "token");
  const problems: string[] = [];
  if (!/^https:\/\/[^/]+\/internal\/queue-depth$/.test(metadata.url ?? ""))
    problems.push(`${where}: ${metadata.url} is not the edge's queue over TLS`);
  if (!QUEUE_VALUES.includes(metadata.valueLocation ?? ""))
    problems.push(`${where}: the edge's queue has no ${metadata.valueLocation}`);
  if (metadata.authMode !== "bearer" || !token) problems.push(`${where}: asks without a token`);
  if (metricType !== "AverageValue")
    problems.push(`${where}: a count is shared out among the replicas (AverageValue)`);
  return problems;
}

/** The traps that docs/gpu-cluster.md tells of. */
function queryProblems(where: string, { metadata, metricType }: Trigger, namespace: string): string[] {
  const { query = "", threshold = "" } = metadata;
  const problems: string[] = [];
  for (const { selector, grouping } of labelLists(query)) {
    for (const label of [...selector.keys(), ...grouping]) {
      if (!SERIES_LABELS.some((known) => known === label))
        problems.push(`${where}: vLLM's series have no label "${label}"`);
    }
    if (selector.size > 0 && selector.get("namespace") !== namespace)
      problems.push(`${where}: does not ask about ${namespace}`);
  }
  if (!query.includes("{")) problems.push(`${where}: adds up every pool of the cluster`);
  if (!/max by \((le, )?pod, engine\)/.test(query))
    problems.push(`${where}: a pod that is scraped twice counts twice`);
  if (/\bavg\b/.test(query) && metricType === "AverageValue")
    problems.push(`${where}: divided by the replicas twice`);
  if (!/^sum\(/.test(query) && metricType === "AverageValue")
    problems.push(`${where}: AverageValue wants a sum`);
  if (query.includes("histogram_quantile") && metricType !== "Value")
    problems.push(`${where}: a percentile is no share of a replica`);
  if (query.includes("histogram_quantile") && !query.includes("> 0)"))
    problems.push(`${where}: NaN while nothing is asked`);
  if (!query.endsWith("or vector(0)")) problems.push(`${where}: no answer without replicas`);
  if (query.includes("_usage_perc") && !(Number(threshold) > 0 && Number(threshold) <= 1)) {
    problems.push(`${where}: a share from 0 to 1 never reaches ${threshold}`);
  }
  return problems;
}

/** Label names of a query: those in braces with their values, and those of `by (…)`. */
function labelLists(query: string): { selector: Map<string, string>; grouping: string[] }[] {
  const selectors = [...query.matchAll(/\{([^}]*)\}/g)].map(([, inside = ""]) => ({
    selector: new Map(
      [...inside.matchAll(/(\w+)\s*(?:=~|!~|!=|=)\s*"([^"]*)"/g)].map(([, name, value]) => [name!, value!]),
    ),
    grouping: [],
  }));
  const groupings = [...query.matchAll(/\b(?:by|without|on)\s*\(([^)]*)\)/g)].map(([, inside = ""]) => ({
    selector: new Map<string, string>(),
    grouping: inside.split(",").map((name) => name.trim()),
  }));
  return [...selectors, ...groupings];
}
