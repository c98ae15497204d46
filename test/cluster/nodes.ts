/** The cluster's machines: two with two cards each and one without, which KWOK keeps alive; and disks for the claims. */
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { parse, stringify } from "yaml";
import { kwokStages } from "./engines/build.ts";

const GPU = "nvidia.com/gpu";
export const CARDS = 4;

/** Nodes as an overlay's node selector wants them. */
export function nodes(selector: Record<string, string>): object[] {
  return [node("gpu-0", selector, 2), node("gpu-1", selector, CARDS - 2), node("cpu-0", {}, 0)];
}

function node(name: string, labels: Record<string, string>, cards: number): object {
  const room = { cpu: "32", memory: "256Gi", pods: "110", ...(cards > 0 ? { [GPU]: String(cards) } : {}) };
  return {
    apiVersion: "v1",
    kind: "Node",
    metadata: {
      name,
      annotations: { "kwok.x-k8s.io/node": "fake" },
      labels: {
        "kubernetes.io/hostname": name,
        "kubernetes.io/os": "linux",
        "kubernetes.io/arch": "amd64",
        ...labels,
      },
    },
    spec: cards > 0 ? { taints: [{ key: GPU, value: "present", effect: "NoSchedule" }] } : {},
    status: { allocatable: room, capacity: room },
  };
}

/** A disk for each claim, of the class that it names: nothing in this cluster makes disks. */
export function disks(
  claims: readonly { metadata: { name: string }; spec: Record<string, unknown> }[],
): object[] {
  return claims.map(({ metadata: { name }, spec }) => ({
    apiVersion: "v1",
    kind: "PersistentVolume",
    metadata: { name: `disk-${name}` },
    spec: {
      capacity: { storage: "50Gi" },
      accessModes: spec.accessModes,
      storageClassName: spec.storageClassName,
      persistentVolumeReclaimPolicy: "Delete",
      nfs: { server: "disks.test", path: `/${name}` },
    },
  }));
}

interface Stage {
  metadata: { name: string };
  spec: { delay?: object; [key: string]: unknown };
}

/** How long a pod takes to serve and to drain; KWOK reads it from the pod. */
export const START_DELAY = "candor.test/start";
export const DRAIN_DELAY = "candor.test/drain";
const DELAYED: Record<string, string> = { "pod-ready": START_DELAY, "pod-delete": DRAIN_DELAY };

/** Writes KWOK's own stages, two of them with a delay that stands in an annotation of the pod. */
export async function writeStages(file: string): Promise<void> {
  const folder = await kwokStages();
  const names = [
    "node/fast/node-initialize.yaml",
    "node/heartbeat-with-lease/node-heartbeat-with-lease.yaml",
    "pod/fast/pod-ready.yaml",
    "pod/fast/pod-complete.yaml",
    "pod/fast/pod-delete.yaml",
  ];
  const stages = await Promise.all(
    names.map(async (name) => parse(await readFile(path.join(folder, name), "utf8")) as Stage),
  );
  for (const { metadata, spec } of stages) {
    const annotation = DELAYED[metadata.name];
    if (annotation === undefined) continue;
    spec.delay = {
      durationMilliseconds: 0,
      durationFrom: { expressionFrom: `.metadata.annotations["${annotation}"]` },
    };
  }
  await writeFile(file, stages.map((stage) => stringify(stage)).join("---\n"));
}
