/** The overlay that the cluster runs, and what the test changes in it: addresses, and times. Thresholds stay. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { render } from "../../inference/kubernetes/checks/kustomize.ts";
import {
  type KubernetesObject,
  ofKind,
  type ScaledObject,
} from "../../inference/kubernetes/checks/objects.ts";
import { OVERLAYS } from "../../inference/kubernetes/generate/catalogue.ts";
import { ROOT } from "../../scripts/build.ts";
import { DRAIN_DELAY, START_DELAY } from "./nodes.ts";

export const OVERLAY = OVERLAYS.find(({ name }) => name === "gke-l4")!;
export const KUBERNETES = path.join(ROOT, "inference/kubernetes");

/** Seconds of a simulated card: to start, and to finish what it has. */
export const STARTS_IN = 3;
export const DRAINS_IN = 2;

/** An overlay's objects as they are in the repository. */
export function objectsOf(overlay: string): KubernetesObject[] {
  const entries = readdirSync(KUBERNETES, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const files = new Map(
    entries.map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      return [path.relative(KUBERNETES, file), readFileSync(file, "utf8")];
    }),
  );
  return render(files, `overlays/${overlay}`);
}

export interface Addresses {
  queue: string;
  prometheus: string;
}

/** The objects with this machine's addresses, seconds for minutes, and without the hours in which a card is kept. */
export function shortened(objects: readonly KubernetesObject[], addresses: Addresses): KubernetesObject[] {
  const copy = structuredClone([...objects]);
  for (const object of ofKind(copy, "ScaledObject")) shortenScaling(object, addresses);
  for (const { metadata, spec } of ofKind(copy, "Deployment")) {
    if (metadata.name !== "model") continue;
    Object.assign(spec.template.metadata, {
      annotations: { [START_DELAY]: `${STARTS_IN}s`, [DRAIN_DELAY]: `${DRAINS_IN}s` },
    });
  }
  return copy;
}

function shortenScaling({ spec }: ScaledObject, { queue, prometheus }: Addresses): void {
  spec.pollingInterval = 1;
  spec.cooldownPeriod = 5;
  const behavior = spec.advanced?.horizontalPodAutoscalerConfig?.behavior as Record<
    "scaleUp" | "scaleDown",
    { stabilizationWindowSeconds: number; policies: { periodSeconds: number }[] }
  >;
  behavior.scaleDown.stabilizationWindowSeconds = 3;
  for (const { policies } of Object.values(behavior)) for (const policy of policies) policy.periodSeconds = 1;
  spec.triggers = spec.triggers.filter(({ type }) => type !== "cron");
  for (const { type, metadata } of spec.triggers) {
    if (type === "metrics-api") metadata.url = queue;
    if (type === "prometheus") metadata.serverAddress = prometheus;
  }
}

/** A number of a trigger of the deployed ScaledObject. */
export function threshold(objects: readonly KubernetesObject[], trigger: string): number {
  const found = ofKind(objects, "ScaledObject")[0]?.spec.triggers.find(
    ({ name }) => name === trigger,
  )?.metadata;
  return Number(found?.targetValue ?? found?.threshold);
}
