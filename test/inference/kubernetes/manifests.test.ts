import { describe, expect, it } from "vitest";
import { manifestProblems } from "../../../inference/kubernetes/checks/check.ts";
import { type KubernetesObject, ofKind } from "../../../inference/kubernetes/checks/objects.ts";
import { OVERLAYS } from "../../../inference/kubernetes/generate/catalogue.ts";
import {
  FILES,
  modelOf,
  objectsOf,
  PRESETS,
  problemsAfter,
  scaledOf,
  serverOf,
  triggerOf,
} from "./manifests.ts";

type Objects = KubernetesObject[];

const policy = (objects: Objects, name: string) =>
  ofKind(objects, "NetworkPolicy").find(({ metadata }) => metadata.name === name)!;

it("every overlay passes every check", () => {
  expect(manifestProblems(FILES, PRESETS)).toEqual([]);
});

it.each(OVERLAYS.map(({ name }) => name))("%s is found among the files, with all its objects", (name) => {
  const kinds = new Set(objectsOf(name).map(({ kind }) => kind));
  for (const kind of [
    "Deployment",
    "Service",
    "PodDisruptionBudget",
    "NetworkPolicy",
    "ScaledObject",
    "TriggerAuthentication",
  ]) {
    expect(kinds).toContain(kind);
  }
  expect(kinds).not.toContain("Secret");
});

const SHAPES: [string, (objects: Objects) => void, RegExp][] = [
  [
    "a port spelled containerport",
    (o) => Object.assign(serverOf(o), { ports: [{ containerport: 1 }] }),
    /containerPort|containerport/,
  ],
  [
    "a word where a number belongs",
    (o) => Object.assign(scaledOf(o).spec, { minReplicaCount: "zero" }),
    /minReplicaCount must be integer/,
  ],
  [
    "maxReplicas for maxReplicaCount",
    (o) => Object.assign(scaledOf(o).spec, { maxReplicas: 4 }),
    /"maxReplicas"/,
  ],
  [
    "an unknown kind",
    (o) => Object.assign(modelOf(o), { kind: "Deploymnet" }),
    /no schema for apps\/v1\/Deploymnet/,
  ],
  [
    "an old API group",
    (o) => Object.assign(ofKind(o, "PodDisruptionBudget")[0]!, { apiVersion: "policy/v1beta1" }),
    /no schema for policy\/v1beta1/,
  ],
  [
    "activationThreshold on the metrics-api scaler",
    (o) => Object.assign(triggerOf(o, "queue").metadata, { activationThreshold: "1" }),
    /metrics-api reads no "activationThreshold"/,
  ],
  [
    "a number in a trigger's metadata",
    (o) => Object.assign(triggerOf(o, "queue").metadata, { targetValue: 14 }),
    /targetValue must be string/,
  ],
  [
    "a scaler that KEDA has not",
    (o) => Object.assign(triggerOf(o, "queue"), { type: "metricsapi" }),
    /no scaler "metricsapi"/,
  ],
];

describe("a planted mistake of shape is found:", () => {
  it.each(SHAPES)("%s", (_name, change, words) => {
    expect(problemsAfter(change)).toMatch(words);
  });
});

const LABELS: [string, (objects: Objects) => void, RegExp][] = [
  [
    "the Service's",
    (o) => Object.assign(ofKind(o, "Service")[0]!.spec, { selector: { app: "vllm" } }),
    /Service model: selects 0 Deployments/,
  ],
  [
    "the budget's",
    (o) =>
      Object.assign(ofKind(o, "PodDisruptionBudget")[0]!.spec, { selector: { matchLabels: { app: "x" } } }),
    /selects 0 Deployments/,
  ],
  [
    "the pods'",
    (o) => Object.assign(modelOf(o).spec.template.metadata, { labels: { "app.kubernetes.io/name": "vllm" } }),
    /its own pods: selects 0/,
  ],
  [
    "the tunnel's, in the model's policy",
    (o) =>
      Object.assign(policy(o, "model").spec.ingress![0]!.from![0]!, {
        podSelector: { matchLabels: { app: "cloudflared" } },
      }),
    /who may ask: selects 0/,
  ],
  [
    "the preset's",
    (o) => Object.assign(modelOf(o).spec.template.metadata.labels!, { "candor.dev/preset": "awq-8gb" }),
    /candor.dev\/preset/,
  ],
  [
    "vLLM's, in a query",
    (o) =>
      Object.assign(triggerOf(o, "waiting").metadata, {
        query:
          'sum(max by (pod, engine) (vllm:num_requests_waiting{model="qwen", namespace="candor-inference"})) or vector(0)',
      }),
    /no label "model"/,
  ],
  [
    "another pool's namespace in a query",
    (o) =>
      Object.assign(triggerOf(o, "cache").metadata, {
        query: 'sum(max by (pod, engine) (vllm:kv_cache_usage_perc{namespace="candor"})) or vector(0)',
      }),
    /does not ask about candor-inference/,
  ],
  [
    "the scale target's name",
    (o) => Object.assign(scaledOf(o).spec.scaleTargetRef, { name: "vllm" }),
    /no Deployment vllm/,
  ],
];

describe("a planted wrong label is found:", () => {
  it.each(LABELS)("%s", (_name, change, words) => {
    expect(problemsAfter(change)).toMatch(words);
  });
});
