/**
 * What `kubectl kustomize` would print, for the part of kustomize that the overlays use, so that the check needs no
 * kubectl. A field that is not understood is an error, never left out; `npm run test:cluster` compares every overlay with the real one.
 */
import { parse, parseAllDocuments } from "yaml";
import type { KubernetesObject } from "./objects.ts";
import { applyPatch, type Operation } from "./patch.ts";

/** Texts by path, seen from inference/kubernetes. */
export type Files = ReadonlyMap<string, string>;

interface Target {
  kind?: string;
  name?: string;
}

interface Kustomization {
  apiVersion: string;
  kind: string;
  namespace?: string;
  resources?: string[];
  components?: string[];
  patches?: { path?: string; patch?: string; target: Target }[];
  images?: { name: string; newName?: string; newTag?: string }[];
}

const UNDERSTOOD = new Set([
  "apiVersion",
  "kind",
  "namespace",
  "resources",
  "components",
  "patches",
  "images",
]);
const UNDERSTOOD_TARGET = new Set(["kind", "name"]);
const CLUSTER_SCOPED = new Set(["Namespace"]);

/**
 * @param folder of a kustomization, such as `overlays/gke-l4`
 * @throws Error for a missing file or a field that this does not know
 */
export function render(files: Files, folder: string): KubernetesObject[] {
  return apply(files, folder, []);
}

function apply(files: Files, folder: string, given: readonly KubernetesObject[]): KubernetesObject[] {
  const settings = kustomizationOf(files, folder);
  let objects = [
    ...given,
    ...(settings.resources ?? []).flatMap((path) => resource(files, join(folder, path))),
  ];
  for (const component of settings.components ?? []) objects = apply(files, join(folder, component), objects);
  for (const { path, patch, target } of settings.patches ?? []) {
    unknown(target, UNDERSTOOD_TARGET, `${folder}: target`);
    const operations = parse(patch ?? text(files, join(folder, path!))) as Operation[];
    const chosen = objects.filter((object) => matches(object, target));
    if (chosen.length === 0) throw new Error(`${folder}: no object for a patch of ${JSON.stringify(target)}`);
    objects = objects.map((object) => (chosen.includes(object) ? applyPatch(object, operations) : object));
  }
  const { namespace, images } = settings;
  if (namespace !== undefined) objects = objects.map((object) => inNamespace(object, namespace));
  if (images !== undefined) objects = objects.map((object) => withImages(object, images));
  return objects;
}

function kustomizationOf(files: Files, folder: string): Kustomization {
  const settings = parse(text(files, `${folder}/kustomization.yaml`)) as Kustomization;
  unknown(settings, UNDERSTOOD, folder);
  return settings;
}

function unknown(value: object, known: ReadonlySet<string>, where: string): void {
  const other = Object.keys(value).find((key) => !known.has(key));
  if (other) throw new Error(`${where}: "${other}" is not understood here`);
}

function resource(files: Files, path: string): KubernetesObject[] {
  if (files.has(`${path}/kustomization.yaml`)) return render(files, path);
  return parseAllDocuments(text(files, path)).map((document) => {
    if (document.errors[0]) throw new Error(`${path}: ${document.errors[0].message}`);
    return document.toJS() as KubernetesObject;
  });
}

function matches({ kind, metadata }: KubernetesObject, target: Target): boolean {
  return (target.kind ?? kind) === kind && (target.name ?? metadata.name) === metadata.name;
}

/** The namespace itself takes the new name too. */
function inNamespace(object: KubernetesObject, namespace: string): KubernetesObject {
  const metadata =
    object.kind === "Namespace" ? { ...object.metadata, name: namespace } : { ...object.metadata, namespace };
  if (CLUSTER_SCOPED.has(object.kind)) delete metadata.namespace;
  return { ...object, metadata };
}

function withImages<T>(value: T, images: NonNullable<Kustomization["images"]>): T {
  if (Array.isArray(value)) return value.map((item) => withImages(item, images)) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === "image" && typeof inner === "string" ? imageOf(inner, images) : withImages(inner, images),
    ]),
  ) as T;
}

function imageOf(image: string, images: NonNullable<Kustomization["images"]>): string {
  const [, name = image, tag] = /^(.*?)(?::([^:/]+))?$/.exec(image) ?? [];
  const change = images.find((one) => one.name === name);
  if (!change) return image;
  return `${change.newName ?? name}:${change.newTag ?? tag ?? "latest"}`;
}

function text(files: Files, path: string): string {
  const found = files.get(path);
  if (found === undefined) throw new Error(`${path} is not there`);
  return found;
}

/** Joins two paths and takes `..` away. */
function join(folder: string, path: string): string {
  const parts: string[] = [];
  for (const part of `${folder}/${path}`.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== ".") parts.push(part);
  }
  return parts.join("/");
}
