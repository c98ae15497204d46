import { describe, expect, it } from "vitest";
import type { KubernetesObject } from "../../../inference/kubernetes/checks/objects.ts";
import { OVERLAYS } from "../../../inference/kubernetes/generate/catalogue.ts";
import { generatedFiles } from "../../../inference/kubernetes/generate/files.ts";
import proxy from "../../../inference/proxy/nginx.conf?raw";
import { chosenPolicy } from "../../../inference/simulation/policy.ts";
import { FILES, objectsOf, PRESETS, problemsAfter, scaledOf, triggerOf } from "./manifests.ts";

/** Which trigger of the manifests carries which signal of the simulation. */
const CARRIES = {
  queue_depth: ["queue"],
  oldest_wait: ["oldest"],
  requests_waiting: ["waiting"],
  kv_cache_usage: ["cache"],
  ttft_p95: ["first-token"],
  gpu_utilisation: [],
} as const;

const SCREENING = OVERLAYS.filter(({ pool }) => pool === "all");

describe("the manifests carry the simulated policy:", () => {
  it.each(SCREENING.map((overlay) => [overlay.name, overlay] as const))(
    "%s",
    (name, { card, maxReplicas }) => {
      const objects = objectsOf(name);
      const policy = chosenPolicy(card, maxReplicas);
      const { spec } = scaledOf(objects);
      expect(spec).toMatchObject({
        minReplicaCount: policy.minReplicas,
        maxReplicaCount: policy.maxReplicas,
        pollingInterval: policy.pollingInterval,
        cooldownPeriod: policy.cooldownPeriod,
        advanced: {
          horizontalPodAutoscalerConfig: {
            behavior: { scaleUp: policy.scaleUp, scaleDown: policy.scaleDown },
          },
        },
      });
      for (const { signal, target, activation, metricType } of policy.triggers) {
        for (const carried of CARRIES[signal]) {
          const { metadata, ...trigger } = triggerOf(objects, carried);
          expect([carried, trigger.metricType, metadata.targetValue ?? metadata.threshold]).toEqual([
            carried,
            metricType,
            String(target),
          ]);
          expect([carried, metadata.activationTargetValue ?? metadata.activationThreshold]).toEqual([
            carried,
            String(activation),
          ]);
        }
      }
      const hours = spec.triggers
        .filter(({ type }) => type === "cron")
        .map(({ metadata: { start, end, desiredReplicas } }) => [start, end, desiredReplicas]);
      expect(hours).toEqual(
        policy.warmHours.map(({ from, to, replicas }) => [
          `0 ${from % 24} * * *`,
          `0 ${to % 24} * * *`,
          String(replicas),
        ]),
      );
    },
  );

  it("no trigger stands there that the simulation does not know", () => {
    for (const { name } of SCREENING) {
      const known: string[] = Object.values(CARRIES).flat();
      const others = scaledOf(objectsOf(name)).spec.triggers.filter(({ type }) => type !== "cron");
      expect(known).toEqual(expect.arrayContaining(others.map((one) => one.name)));
    }
  });

  it("and every written file is what its sources say", () => {
    const written = generatedFiles(PRESETS, proxy);
    expect([...written].filter(([path, text]) => FILES.get(path) !== text).map(([path]) => path)).toEqual([]);
    expect(written.size).toBeGreaterThan(3 * SCREENING.length);
  });
});

const query = (trigger: string, text: string) => (objects: KubernetesObject[]) =>
  Object.assign(triggerOf(objects, trigger).metadata, { query: text });

const WAITING = 'vllm:num_requests_waiting{namespace="candor-inference"}';
const TTFT = 'vllm:time_to_first_token_seconds_bucket{namespace="candor-inference"}';

const TRAPS: [string, (objects: KubernetesObject[]) => void, RegExp][] = [
  [
    "a fallback",
    (o) => Object.assign(scaledOf(o).spec, { fallback: { failureThreshold: 3, replicas: 1 } }),
    /a fallback starts a card/,
  ],
  [
    "a cooldown shorter than two scrapes",
    (o) => Object.assign(scaledOf(o).spec, { cooldownPeriod: 10 }),
    /before Prometheus has seen it work/,
  ],
  ["never zero", (o) => Object.assign(scaledOf(o).spec, { minReplicaCount: 1 }), /from zero to many/],
  [
    "vLLM's gauges alone",
    (o) => void scaledOf(o).spec.triggers.splice(0, 1),
    /nothing that is known without replicas/,
  ],
  [
    "no look at the cache",
    (o) => void scaledOf(o).spec.triggers.splice(3, 1),
    /does not look at vllm:kv_cache_usage_perc/,
  ],
  [
    "a pool that the edge does not count",
    (o) => Object.assign(triggerOf(o, "queue").metadata, { valueLocation: "pools.longer.wanted" }),
    /the edge's queue has no pools\.longer\.wanted/,
  ],
  [
    "no token for the queue",
    (o) => void delete triggerOf(o, "queue").authenticationRef,
    /asks without a token/,
  ],
  [
    "a token in the clear",
    (o) =>
      Object.assign(triggerOf(o, "queue").metadata, {
        url: "http://candor.example.com/internal/queue-depth",
      }),
    /over TLS/,
  ],
  [
    "the queue as a Value",
    (o) => Object.assign(triggerOf(o, "queue"), { metricType: "Value" }),
    /shared out among the replicas/,
  ],
  [
    "an average that is divided again",
    query("waiting", `avg(max by (pod, engine) (${WAITING})) or vector(0)`),
    /divided by the replicas twice/,
  ],
  ["a pod that counts twice", query("waiting", `sum(${WAITING}) or vector(0)`), /scraped twice counts twice/],
  [
    "every pool of the cluster",
    query("waiting", "sum(max by (pod, engine) (vllm:num_requests_waiting)) or vector(0)"),
    /every pool of the cluster/,
  ],
  [
    "nothing said without replicas",
    query("waiting", `sum(max by (pod, engine) (${WAITING}))`),
    /no answer without replicas/,
  ],
  [
    "a percentage for a share",
    (o) => Object.assign(triggerOf(o, "cache").metadata, { threshold: "90" }),
    /never reaches 90/,
  ],
  [
    "a percentile per replica",
    (o) => Object.assign(triggerOf(o, "first-token"), { metricType: "AverageValue" }),
    /no share of a replica/,
  ],
  [
    "a percentile that is NaN at night",
    query(
      "first-token",
      `histogram_quantile(0.95, sum by (le) (max by (le, pod, engine) (rate(${TTFT}[2m])))) or vector(0)`,
    ),
    /NaN while nothing is asked/,
  ],
  [
    "two triggers of one name",
    (o) => Object.assign(triggerOf(o, "cache"), { name: "waiting" }),
    /two triggers of one name/,
  ],
];

it.each(TRAPS)("a planted trap of scaling is found: %s", (_name, change, words) => {
  expect(problemsAfter(change)).toMatch(words);
});
