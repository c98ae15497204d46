/** All checks on all overlays. */
import { OVERLAYS } from "../generate/catalogue.ts";
import { type Files, render } from "./kustomize.ts";
import { networkProblems } from "./network.ts";
import { type KubernetesObject, ofKind } from "./objects.ts";
import { type Presets, podProblems } from "./pod.ts";
import { scalingProblems } from "./scaling.ts";
import { schemaCheck } from "./schema.ts";

/** @returns what is wrong with one overlay's objects; rules are asked only of what the schemas accept */
export function objectProblems(
  objects: readonly KubernetesObject[],
  presets: Presets,
  whole: boolean,
  checkSchema = schemaCheck(),
): string[] {
  const shape = objects.flatMap(checkSchema);
  if (shape.length > 0) return shape;
  return [
    ...namespaceProblems(objects),
    ...podProblems(objects, presets),
    ...networkProblems(objects),
    ...scalingProblems(objects, whole),
  ];
}

/** One namespace holds all, and no secret lies in the repository. */
function namespaceProblems(objects: readonly KubernetesObject[]): string[] {
  const name = objects.find(({ kind }) => kind === "Namespace")?.metadata.name;
  const outside = objects.filter(({ kind, metadata }) => kind !== "Namespace" && metadata.namespace !== name);
  const deployments = ofKind(objects, "Deployment").length;
  return [
    ...outside.map(({ kind, metadata }) => `${kind} ${metadata.name}: not in namespace ${name}`),
    ...(deployments === 0 ? ["no Deployment at all"] : []),
  ];
}

/** @returns problems of every overlay, each with the overlay's name ahead */
export function manifestProblems(files: Files, presets: Presets): string[] {
  const checkSchema = schemaCheck();
  return OVERLAYS.flatMap(({ name, pool }) => {
    const objects = render(files, `overlays/${name}`);
    return objectProblems(objects, presets, pool === "all", checkSchema).map(
      (problem) => `${name}: ${problem}`,
    );
  });
}
