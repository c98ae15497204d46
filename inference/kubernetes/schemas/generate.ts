/**
 * Writes the JSON schemas beside this file from the Go modules that define them: what Kubernetes' API server serves as
 * OpenAPI, KEDA's custom resource definitions, and KEDA's own list of what each scaler reads. Needs `go`, and is run
 * when a version below changes: `npx tsx inference/kubernetes/schemas/generate.ts`.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parse } from "yaml";
import { type Schema, strictSchema } from "./strict.ts";

/** One version each for schemas and for the cluster that the tests start. */
const VERSIONS = JSON.parse(readFileSync(path.join(import.meta.dirname, "versions.json"), "utf8")) as {
  kubernetes: string;
  keda: string;
};

/** File of the OpenAPI document by the group of the kinds that the manifests use. */
const KUBERNETES: Record<string, readonly string[]> = {
  api__v1: ["ConfigMap", "Namespace", "PersistentVolumeClaim", "Service", "ServiceAccount"],
  apis__apps__v1: ["Deployment"],
  apis__policy__v1: ["PodDisruptionBudget"],
  apis__networking__k8s__io__v1: ["NetworkPolicy"],
};
const KEDA = ["scaledobjects", "triggerauthentications"];
const SCALERS = ["cron", "metrics-api", "prometheus"];

const kubernetes = moduleFolder("k8s.io/kubernetes", VERSIONS.kubernetes);
const keda = moduleFolder("github.com/kedacore/keda/v2", VERSIONS.keda);

write(
  "kubernetes.json",
  `k8s.io/kubernetes ${VERSIONS.kubernetes}, api/openapi-spec/v3 (Apache-2.0)`,
  kubernetesKinds(),
);
write(
  "keda.json",
  `github.com/kedacore/keda/v2 ${VERSIONS.keda}, config/crd/bases (Apache-2.0)`,
  kedaKinds(),
);
write("keda-scalers.json", `github.com/kedacore/keda/v2 ${VERSIONS.keda}, schema/generated (Apache-2.0)`, {
  scalers: scalers(),
});

function moduleFolder(module: string, version: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), "candor-schemas-"));
  try {
    const answer = execFileSync("go", ["mod", "download", "-json", `${module}@${version}`], { cwd: folder });
    return (JSON.parse(answer.toString()) as { Dir: string }).Dir;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Kinds by "apiVersion/kind", and all that they refer to. */
function kubernetesKinds() {
  const kinds: Record<string, Schema> = {};
  const definitions: Record<string, Schema> = {};
  for (const [group, names] of Object.entries(KUBERNETES)) {
    const file = `${group.replace("__k8s__io__", ".k8s.io__")}_openapi.json`;
    const spec = JSON.parse(readFileSync(path.join(kubernetes, "api/openapi-spec/v3", file), "utf8")) as {
      components: { schemas: Record<string, Schema> };
    };
    const all = spec.components.schemas;
    for (const [name, schema] of Object.entries(all)) {
      for (const { group, version, kind } of schema["x-kubernetes-group-version-kind"] ?? []) {
        if (!names.includes(kind)) continue;
        const apiVersion = group === "" ? version : `${group}/${version}`;
        kinds[`${apiVersion}/${kind}`] = { $ref: `#/definitions/${name}` };
        collect(name, all, definitions);
      }
    }
  }
  return { kinds, definitions };
}

function collect(name: string, from: Record<string, Schema>, into: Record<string, Schema>): void {
  if (into[name]) return;
  const schema = strictSchema(from[name]!);
  into[name] = schema;
  for (const [, target] of JSON.stringify(schema).matchAll(/"#\/definitions\/([^"]+)"/g)) {
    collect(target!, from, into);
  }
}

function kedaKinds() {
  const kinds: Record<string, Schema> = {};
  for (const name of KEDA) {
    const text = readFileSync(path.join(keda, "config/crd/bases", `keda.sh_${name}.yaml`), "utf8");
    const { spec } = parse(text) as {
      spec: {
        group: string;
        names: { kind: string };
        versions: { name: string; schema: { openAPIV3Schema: Schema } }[];
      };
    };
    for (const { name: version, schema } of spec.versions) {
      kinds[`${spec.group}/${version}/${spec.names.kind}`] = strictSchema(schema.openAPIV3Schema);
    }
  }
  return { kinds };
}

/** What a trigger's `metadata` may hold: the custom resource definition takes any string there. */
function scalers() {
  const file = readFileSync(path.join(keda, "schema/generated/scalers-schema.json"), "utf8");
  const all = JSON.parse(file) as { scalers: { type: string; parameters: { name: string }[] }[] };
  return Object.fromEntries(
    all.scalers
      .filter(({ type }) => SCALERS.includes(type))
      .map(({ type, parameters }) => [type, parameters.map(({ name }) => name).sort()]),
  );
}

function write(name: string, source: string, content: object): void {
  const text = JSON.stringify({ $comment: `Written by generate.ts from ${source}.`, ...content }, null, 2);
  writeFileSync(path.join(import.meta.dirname, name), `${text}\n`);
}
