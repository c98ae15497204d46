/** The manifests and presets as the tests see them, and ways to spoil a copy. */
import { objectProblems } from "../../../inference/kubernetes/checks/check.ts";
import type { Files } from "../../../inference/kubernetes/checks/kustomize.ts";
import { render } from "../../../inference/kubernetes/checks/kustomize.ts";
import type {
  Container,
  Deployment,
  KubernetesObject,
  ScaledObject,
} from "../../../inference/kubernetes/checks/objects.ts";
import { ofKind } from "../../../inference/kubernetes/checks/objects.ts";
import { schemaCheck } from "../../../inference/kubernetes/checks/schema.ts";
import type { Preset } from "../../../inference/presets/preset.ts";

const FOLDER = "../../../inference/kubernetes/";

const texts = import.meta.glob<string>("../../../inference/kubernetes/**/*.yaml", {
  eager: true,
  import: "default",
  query: "?raw",
});
export const FILES: Files = new Map(
  Object.entries(texts).map(([path, text]) => [path.slice(FOLDER.length), text]),
);

const settings = import.meta.glob<Preset>("../../../inference/presets/*.json", {
  eager: true,
  import: "default",
});
export const PRESETS = new Map(Object.values(settings).map((preset) => [preset.name, preset]));

/** Compiled once for all tests. */
export const CHECK_SCHEMA = schemaCheck();

/** A copy of an overlay's objects that a test may change. */
export const objectsOf = (overlay: string): KubernetesObject[] =>
  structuredClone(render(FILES, `overlays/${overlay}`));

export const modelOf = (objects: readonly KubernetesObject[]): Deployment =>
  ofKind(objects, "Deployment").find(({ metadata }) => metadata.name === "model")!;

export const serverOf = (objects: readonly KubernetesObject[]): Container =>
  modelOf(objects).spec.template.spec.containers[0]!;

export const scaledOf = (objects: readonly KubernetesObject[]): ScaledObject =>
  ofKind(objects, "ScaledObject")[0]!;

export const triggerOf = (objects: readonly KubernetesObject[], name: string) =>
  scaledOf(objects).spec.triggers.find((trigger) => trigger.name === name)!;

/** What the checks say of an overlay after a change, a problem a line. */
export function problemsAfter(change: (objects: KubernetesObject[]) => void, overlay = "gke-l4"): string {
  const objects = objectsOf(overlay);
  change(objects);
  return objectProblems(objects, PRESETS, overlay === "gke-l4", CHECK_SCHEMA).join("\n");
}
