import { describe, expect, it } from "vitest";
import { type KubernetesObject, ofKind } from "../../../inference/kubernetes/checks/objects.ts";
import { modelOf, problemsAfter, serverOf } from "./manifests.ts";

type Objects = KubernetesObject[];

const policy = (objects: Objects, name: string) =>
  ofKind(objects, "NetworkPolicy").find(({ metadata }) => metadata.name === name)!;
const without = (objects: Objects, kind: string) => {
  for (const object of objects.filter((one) => one.kind === kind)) objects.splice(objects.indexOf(object), 1);
};

const TIMES: [string, (objects: Objects) => void, RegExp][] = [
  [
    "no grace period at all",
    (o) => void delete modelOf(o).spec.template.spec.terminationGracePeriodSeconds,
    /30 s to end, and a running request may need 105/,
  ],
  [
    "a grace period without the proxy's share",
    (o) => Object.assign(modelOf(o).spec.template.spec, { terminationGracePeriodSeconds: 100 }),
    /100 s to end/,
  ],
  ["no pause before SIGTERM", (o) => void delete serverOf(o).lifecycle, /no pause before SIGTERM/],
  [
    "half a minute to start",
    (o) => Object.assign(serverOf(o).startupProbe!, { failureThreshold: 6 }),
    /30 s to start/,
  ],
  [
    "the default progress deadline",
    (o) => void delete modelOf(o).spec.progressDeadlineSeconds,
    /a rollout fails after 600 s/,
  ],
  [
    "a surge",
    (o) => Object.assign(modelOf(o).spec.strategy!.rollingUpdate!, { maxSurge: 1, maxUnavailable: 0 }),
    /needs a free card/,
  ],
  ["a number of replicas", (o) => Object.assign(modelOf(o).spec, { replicas: 0 }), /KEDA owns/],
  [
    "the proxy beside the server, no sidecar",
    (o) => void delete modelOf(o).spec.template.spec.initContainers![0]!.restartPolicy,
    /no sidecar/,
  ],
];

describe("a planted mistake in starting, ending or rolling is found:", () => {
  it.each(TIMES)("%s", (_name, change, words) => {
    expect(problemsAfter(change)).toMatch(words);
  });

  it("the grace period of an ordinary preset on the one with 262,144 tokens", () => {
    const change = (objects: Objects) =>
      Object.assign(modelOf(objects).spec.template.spec, { terminationGracePeriodSeconds: 105 });
    expect(problemsAfter(change, "eks-l40s-long")).toMatch(
      /105 s to end, and a running request may need 285/,
    );
  });
});

const DOORS: [string, (objects: Objects) => void, RegExp][] = [
  ["root", (o) => void delete serverOf(o).securityContext!.runAsUser, /no user of its own/],
  [
    "no seccomp profile",
    (o) => void delete modelOf(o).spec.template.spec.securityContext!.seccompProfile,
    /no seccomp profile/,
  ],
  ["capabilities", (o) => void delete serverOf(o).securityContext!.capabilities, /keeps capabilities/],
  [
    "an image without a version",
    (o) => Object.assign(serverOf(o), { image: "vllm/vllm-openai" }),
    /not pinned/,
  ],
  [
    "a folder of the host",
    (o) => Object.assign(modelOf(o).spec.template.spec.volumes![0]!, { hostPath: { path: "/srv" } }),
    /folder of the host/,
  ],
  [
    "a card in limits alone",
    (o) => void delete serverOf(o).resources!.requests!["nvidia.com/gpu"],
    /requests and limits alike/,
  ],
  [
    "graphs compiled anew at each start",
    (o) => Object.assign(serverOf(o).volumeMounts![1]!, { mountPath: "/cache" }),
    /compiled graphs are lost/,
  ],
  [
    "metrics through the Service",
    (o) => Object.assign(ofKind(o, "Service")[0]!.spec.ports![0]!, { targetPort: "metrics" }),
    /only the model's port/,
  ],
  [
    "a port that nobody has",
    (o) => Object.assign(ofKind(o, "Service")[0]!.spec.ports![0]!, { targetPort: 8001 }),
    /no port 8001/,
  ],
  ["everybody may ask", (o) => void delete policy(o, "model").spec.ingress![0]!.from, /lets everybody in/],
  [
    "every pod of the monitoring namespace",
    (o) => void delete policy(o, "model").spec.ingress![1]!.from![0]!.podSelector,
    /more than Prometheus/,
  ],
  ["the model may call out", (o) => Object.assign(policy(o, "model").spec, { egress: [{}] }), /may call out/],
  [
    "no policy that denies first",
    (o) => Object.assign(policy(o, "nothing").spec, { ingress: [{}] }),
    /none that starts with nothing/,
  ],
  ["no budget", (o) => without(o, "PodDisruptionBudget"), /no disruption budget/],
  [
    "a budget that keeps the last node",
    (o) =>
      Object.assign(ofKind(o, "PodDisruptionBudget")[0]!, {
        spec: { minAvailable: 1, selector: { matchLabels: { "app.kubernetes.io/name": "model" } } },
      }),
    /never let go/,
  ],
  ["a claim that is not there", (o) => without(o, "PersistentVolumeClaim"), /no claim weights/],
  [
    "an object of another namespace",
    (o) => Object.assign(modelOf(o).metadata, { namespace: "default" }),
    /not in namespace candor-inference/,
  ],
];

describe("a planted open door is found:", () => {
  it.each(DOORS)("%s", (_name, change, words) => {
    expect(problemsAfter(change)).toMatch(words);
  });
});
