/** What the cluster has to do with the manifests. Each part leaves it at rest, with no replica. */
import type { KubernetesObject } from "../../inference/kubernetes/checks/objects.ts";
import { ofKind } from "../../inference/kubernetes/checks/objects.ts";
import type { Api } from "./api.ts";
import { threshold } from "./deployment.ts";
import type { Edge } from "./edge.ts";
import type { ModelMetrics } from "./model-metrics.ts";
import { CARDS } from "./nodes.ts";
import { until } from "./processes.ts";
import { type Findings, NAMESPACE, type State } from "./watch.ts";

export interface Stage {
  api: Api;
  edge: Edge;
  metrics: ModelMetrics;
  /** Where Prometheus answers. */
  prometheus: string;
  /** What was applied. */
  objects: readonly KubernetesObject[];
  findings: Findings;
}

const at = (count: number) => (state: State) => state.wanted === count;
const serving = (count: number) => (state: State) => state.wanted === count && state.serving.length === count;

/** Longer than several polls of KEDA, several syncs of the autoscaler, and the cooldown. */
const OUTAGE_S = 10;

async function busy({ edge, metrics, objects, findings }: Stage, what: string): Promise<void> {
  await edge.setWaiting(CARDS * threshold(objects, "queue"));
  await findings.becomes(`${what}: ${CARDS} cards`, serving(CARDS), 60);
  metrics.cache = 0.5;
}

async function rest({ edge, metrics, findings }: Stage, what: string): Promise<void> {
  metrics.waiting = 0;
  metrics.cache = 0;
  await edge.setWaiting(0);
  await findings.becomes(`${what}: back to none`, (state) => at(0)(state) && state.serving.length === 0, 60);
}

/** From zero to four and back, by the edge's queue alone. */
async function upAndDown(stage: Stage): Promise<void> {
  const { edge, objects, findings } = stage;
  const backlog = threshold(objects, "queue");
  await findings.becomes("nothing to do: no replica", at(0), 60);
  await findings.stays("nothing to do: none comes", at(0), 4);
  await edge.setWaiting(backlog);
  await findings.stays("less than a card's work waits: none comes yet", at(0), 4);
  await edge.setWaiting(backlog + 1);
  await findings.becomes("more than a card's work waits: the first comes", (state) => state.wanted >= 1, 20);
  await edge.setWaiting(CARDS * backlog);
  await findings.becomes("four cards' work: four", serving(CARDS), 60);
  await edge.setWaiting(2 * CARDS * backlog);
  await findings.stays("twice as much: no more than there may be", at(CARDS), 4);
  await rest(stage, "the queue is empty");
}

/** A few that have waited long enough get a card of their own. */
async function patience(stage: Stage): Promise<void> {
  const { edge, findings } = stage;
  await edge.setWaiting(1);
  await edge.setOldest(0);
  await findings.stays("one résumé, fresh: none comes", at(0), 3);
  await edge.setOldest(5000);
  await findings.becomes("one résumé, long waiting: one card", serving(1), 30);
  await findings.stays("and no second", at(1), 3);
  await edge.setOldest(0);
  await rest(stage, "it is done");
}

/** The edge cannot be asked: nothing changes, neither up nor down. */
async function outage(stage: Stage): Promise<void> {
  const { edge, metrics, findings } = stage;
  await busy(stage, "before the outage");
  await edge.setDown(true);
  await findings.stays("edge out of reach under load: no card is taken away", serving(CARDS), OUTAGE_S);
  metrics.cache = 0;
  await findings.stays("edge out of reach, cards idle: still none", serving(CARDS), OUTAGE_S);
  await edge.setDown(false);
  await rest(stage, "the edge is back");
  await edge.setDown(true);
  await findings.stays("edge out of reach at zero: none is started", at(0), OUTAGE_S);
  await edge.setDown(false);
  await findings.stays("the edge is back with nothing: none is started", at(0), 3);
}

/** vLLM's own gauges ask for more, and a pod that is scraped twice counts once. */
async function gauges(stage: Stage): Promise<void> {
  const { edge, metrics, objects, prometheus, findings } = stage;
  await edge.setWaiting(threshold(objects, "queue") + 1);
  await findings.becomes("the edge asks for a card", (state) => state.serving.length >= 1, 30);
  // It works on something, or it would be given back while the queue is short. Prometheus hears of a new pod 5 s late.
  metrics.cache = 0.5;
  await until(
    "Prometheus sees the card at work",
    async () => (await sumOf(prometheus, "vllm:kv_cache_usage_perc")) > 0,
    40,
  );
  await edge.setWaiting(1);
  metrics.waiting = 3 * threshold(objects, "waiting");
  await findings.becomes("three cards' work waits inside vLLM: three", serving(3), 40);
  await findings.stays("though every pod is scraped twice: not six", at(3), 5);
  const plain = await sumOf(prometheus, "vllm:num_requests_waiting");
  findings.note(
    "control: a plain sum counts every request twice",
    plain > 1.9 * metrics.waiting,
    `${plain} of ${metrics.waiting}`,
  );
  await rest(stage, "vLLM has nothing left");
}

/** The plain sum of a series, as Prometheus has it now. */
async function sumOf(prometheus: string, series: string): Promise<number> {
  const response = await fetch(`${prometheus}/api/v1/query?query=${encodeURIComponent(`sum(${series})`)}`);
  const { data } = (await response.json()) as { data: { result: { value: [number, string] }[] } };
  return Number(data.result[0]?.value[1] ?? 0);
}

/** A new version while every card works. */
async function rollout(stage: Stage): Promise<void> {
  const { api, findings } = stage;
  await busy(stage, "before the update");
  let least = CARDS;
  const change = { spec: { template: { metadata: { annotations: { "candor.test/version": "2" } } } } };
  await api.kubectl(["-n", NAMESPACE, "patch", "deployment", "model", "-p", JSON.stringify(change)]);
  const done = (state: State) => {
    least = Math.min(least, state.serving.length);
    return state.updated === CARDS && serving(CARDS)(state) && state.pending === 0;
  };
  await findings.becomes("a rolling update with all cards busy completes", done, 90);
  findings.note("never more than one card missing", least >= CARDS - 1, `at least ${least} served`);
  await evictions(stage);
  await rest(stage, "the update is through");
}

/** Two nodes are drained at the same moment. */
async function evictions({ api, findings }: Stage): Promise<void> {
  const target = `/api/v1/namespaces/${NAMESPACE}/pods`;
  const pods = await api.read<{ items: { metadata: { name: string } }[] }>(
    `${target}?labelSelector=${encodeURIComponent("app.kubernetes.io/name=model")}`,
  );
  const answers: string[] = [];
  for (const { metadata } of pods.items.slice(0, 2)) {
    const eviction = {
      apiVersion: "policy/v1",
      kind: "Eviction",
      metadata: { name: metadata.name, namespace: NAMESPACE },
    };
    const answer = api.kubectl(
      ["create", "--raw", `${target}/${metadata.name}/eviction`, "-f", "-"],
      JSON.stringify(eviction),
    );
    answers.push(
      await answer.then(
        () => "evicted",
        (error: unknown) => (/disruption budget/.test(String(error)) ? "refused" : String(error)),
      ),
    );
  }
  findings.note(
    "of two drained nodes, one waits for the other",
    answers.join() === "evicted,refused",
    answers.join(", "),
  );
  await findings.becomes("the evicted card's work goes on elsewhere", serving(CARDS), 40);
}

/** Settings that look as good: each of them has to fail here, or the test proves nothing. */
async function controls(stage: Stage): Promise<void> {
  const { api, edge, objects, findings } = stage;
  const scaled = ofKind(objects, "ScaledObject")[0]!;
  const fallback = { failureThreshold: 3, replicas: 1 };
  await api.apply([{ ...scaled, spec: { ...scaled.spec, fallback } }]);
  await busy(stage, "control, a fallback");
  await edge.setDown(true);
  // The cache's gauge, half full on each card, asks for two of them whatever the fallback says.
  await findings.becomes(
    "control: a fallback of one takes busy cards away",
    ({ wanted }) => wanted < CARDS,
    30,
  );
  await edge.setDown(false);
  await rest(stage, "control, a fallback");
  await api.apply([
    { ...scaled, spec: { ...scaled.spec, fallback: { ...fallback, behavior: "currentReplicasIfHigher" } } },
  ]);
  await edge.setDown(true);
  await findings.becomes(
    "control: a fallback that keeps them starts one from zero",
    (state) => state.wanted > 0,
    30,
  );
  await edge.setDown(false);
  await api.apply([scaled]);
  await rest(stage, "control, no fallback again");

  await busy(stage, "control, a surge");
  const strategy = { type: "RollingUpdate", rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } };
  const template = { metadata: { annotations: { "candor.test/version": "3" } } };
  await api.kubectl([
    "-n",
    NAMESPACE,
    "patch",
    "deployment",
    "model",
    "-p",
    JSON.stringify({ spec: { strategy, template } }),
  ]);
  // Where no surge is asked for, a new pod is without a card for as long as the old one drains: two seconds here.
  const stuck = (state: State) => state.pending === 1 && state.serving.length === CARDS;
  await findings.becomes("control: with a surge the new pod finds no card", stuck, 20);
  await findings.stays("control: and never gets one", stuck, 15);
  await api.apply(ofKind(objects, "Deployment").filter(({ metadata }) => metadata.name === "model"));
  await rest(stage, "control, a surge");
}

/** In this order: the controls spoil what stands before they put it right again. */
export const SCENARIOS = [upAndDown, patience, gauges, outage, rollout, controls] as const;
