/** What real tools say of the files: kubectl's kustomize, the API server's own validation, and promtool. */
import { deepStrictEqual } from "node:assert";
import path from "node:path";
import { parseAllDocuments } from "yaml";
import type { KubernetesObject } from "../../inference/kubernetes/checks/objects.ts";
import { OVERLAYS } from "../../inference/kubernetes/generate/catalogue.ts";
import { ROOT } from "../../scripts/build.ts";
import type { Api } from "./api.ts";
import { KUBERNETES, objectsOf } from "./deployment.ts";
import { BIN, run } from "./engines/folders.ts";
import type { Findings } from "./watch.ts";

const sorted = (objects: readonly KubernetesObject[]) =>
  [...objects].sort((a, b) => `${a.kind} ${a.metadata.name}`.localeCompare(`${b.kind} ${b.metadata.name}`));

const attempt = async (findings: Findings, what: string, check: () => Promise<string>) => {
  await check().then(
    (detail) => findings.note(what, true, detail),
    (error: unknown) => findings.note(what, false, String(error).slice(0, 2000)),
  );
};

export async function checkFiles(api: Api, findings: Findings): Promise<void> {
  for (const { name } of OVERLAYS) {
    const own = objectsOf(name);
    await attempt(findings, `${name}: kustomize prints what our check reads`, async () => {
      const printed = await api.kubectl(["kustomize", path.join(KUBERNETES, "overlays", name)]);
      const real = parseAllDocuments(printed).map((document) => document.toJS() as KubernetesObject);
      deepStrictEqual(sorted(own), sorted(real));
      return `${real.length} objects`;
    });
    await attempt(findings, `${name}: the API server takes it`, async () => {
      await api.apply(own.filter(({ kind }) => kind === "Namespace"));
      const answer = await api.apply(own, "--dry-run=server");
      return `${answer.trim().split("\n").length} objects, strictly`;
    });
  }
  const folder = path.join(ROOT, "inference/observability/prometheus");
  const promtool = (...args: string[]) => run(path.join(BIN, "promtool"), args, { cwd: folder });
  await attempt(findings, "promtool takes the rules", async () => {
    await promtool("check", "rules", "rules.yaml", "alerts.yaml");
    return "recording rules and alerts";
  });
  await attempt(findings, "the rules do what their tests say", async () => {
    await promtool("test", "rules", "alerts.test.yaml");
    return "alerts.test.yaml";
  });
}

type Spoiled = { spec: Record<string, unknown> };

/** Mistakes that the real server has to refuse. */
const PLANTED: [string, string, (object: Spoiled) => void][] = [
  ["a field that KEDA does not know", "ScaledObject", ({ spec }) => Object.assign(spec, { maxReplicas: 4 })],
  [
    "a selector beside its own pods",
    "Deployment",
    ({ spec }) => Object.assign(spec.selector as object, { matchLabels: { app: "vllm" } }),
  ],
  ["a budget of two kinds", "PodDisruptionBudget", ({ spec }) => Object.assign(spec, { minAvailable: 1 })],
];

export async function checkRefusals(api: Api, findings: Findings): Promise<void> {
  const objects = objectsOf(OVERLAYS[0]!.name);
  for (const [what, kind, spoil] of PLANTED) {
    const object = structuredClone(objects.find((one) => one.kind === kind)!);
    spoil(object as unknown as Spoiled);
    const answer = await api.apply([object], "--dry-run=server").catch((error: unknown) => error);
    findings.note(`control: ${what} is refused`, answer instanceof Error, kind);
  }
}
