/** The overlays as files: written from presets and policy, never by hand (`npx tsx scripts/check-manifests.ts --write`). */
import type { Preset } from "../../presets/preset.ts";
import type { Behavior } from "../../simulation/types.ts";
import { PROXY_DRAIN_S } from "../checks/pod.ts";
import { OVERLAYS, type Overlay } from "./catalogue.ts";
import { policyFor, triggersOf, type Written } from "./triggers.ts";

/** Seconds between a pod's end and SIGTERM, as base/deployment.yaml has them in its `preStop`. */
const PRE_STOP_S = 10;

const WRITTEN =
  "# Written by scripts/check-manifests.ts from inference/presets and inference/simulation/policy.ts.";

/**
 * @param proxy the proxy's settings, inference/proxy/nginx.conf
 * @returns contents by path, seen from inference/kubernetes
 */
export function generatedFiles(presets: ReadonlyMap<string, Preset>, proxy: string): Map<string, string> {
  const files = new Map([["base/proxy.yaml", proxyConfig(proxy)]]);
  for (const overlay of OVERLAYS) {
    const preset = presets.get(overlay.preset);
    if (!preset) throw new Error(`${overlay.name}: there is no preset ${overlay.preset}`);
    const folder = `overlays/${overlay.name}`;
    files.set(`${folder}/kustomization.yaml`, kustomization(overlay, preset));
    files.set(`${folder}/server.yaml`, serverPatch(overlay, preset));
    files.set(`${folder}/scaled-object.yaml`, scaledObject(overlay, preset));
  }
  return files;
}

/** kustomize reads no file outside its own folder, so the proxy's settings are carried over. */
function proxyConfig(settings: string): string {
  return `# Written by scripts/check-manifests.ts from inference/proxy/nginx.conf.
apiVersion: v1
kind: ConfigMap
metadata:
  name: proxy
  namespace: candor-inference
data:
  nginx.conf: |
${indent(settings.trimEnd(), 4)}
`;
}

const kustomization = ({ cloud, namespace }: Overlay, { purpose }: Preset) => `${WRITTEN}
# ${purpose}
apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
namespace: ${namespace}
resources:
  - ../../base
  - scaled-object.yaml
components:
  - ../../components/${cloud}
patches:
  - path: server.yaml
    target:
      kind: Deployment
      name: model
images:
  - name: candor-inference
    newName: registry.example.com/candor-inference
    newTag: 0.26.0
`;

function serverPatch(
  { pool, preset, card, nodeSelector, memory, cpus }: Overlay,
  { grace_period_s }: Preset,
): string {
  const labels = { pool, preset, card };
  return `${WRITTEN}
- op: replace
  path: /spec/template/spec/terminationGracePeriodSeconds
  value: ${grace_period_s + PRE_STOP_S + PROXY_DRAIN_S}
- op: replace
  path: /spec/template/spec/containers/0/env/0/value
  value: ${preset}
${Object.entries(labels)
  .map(
    ([name, value]) => `- op: replace
  path: /spec/template/metadata/labels/candor.dev~1${name}
  value: ${value}
`,
  )
  .join("")}- op: add
  path: /spec/template/spec/nodeSelector
  value:
${Object.entries(nodeSelector)
  .map(([name, value]) => `    ${name}: ${value}`)
  .join("\n")}
- op: replace
  path: /spec/template/spec/containers/0/resources/requests/cpu
  value: "${cpus}"
- op: replace
  path: /spec/template/spec/containers/0/resources/requests/memory
  value: ${memory.request}Gi
- op: replace
  path: /spec/template/spec/containers/0/resources/limits/memory
  value: ${memory.limit}Gi
`;
}

function scaledObject(overlay: Overlay, preset: Preset): string {
  const { pollingInterval, cooldownPeriod, minReplicas, maxReplicas, scaleUp, scaleDown } = policyFor(
    overlay,
    preset,
  );
  return `${WRITTEN}
apiVersion: keda.sh/v1alpha1
kind: ScaledObject
metadata:
  name: model
  namespace: ${overlay.namespace}
spec:
  scaleTargetRef:
    name: model
  minReplicaCount: ${minReplicas}
  maxReplicaCount: ${maxReplicas}
  pollingInterval: ${pollingInterval}
  # Counts from the last poll that found a trigger active.
  cooldownPeriod: ${cooldownPeriod}
  # No \`fallback\`. While the edge cannot be asked, KEDA then leaves the cards as they are, and the HPA takes none away
  # as long as one of its metrics is missing. Any fallback counts as an active trigger and starts a card from zero, and
  # one of a fixed number of replicas takes the others away under load.
  advanced:
    horizontalPodAutoscalerConfig:
      behavior:
        scaleUp:
${behavior(scaleUp)}
        scaleDown:
${behavior(scaleDown)}
  triggers:
${triggersOf(overlay, preset).map(triggerText).join("\n")}
`;
}

const behavior = ({ stabilizationWindowSeconds, policies, selectPolicy }: Behavior) =>
  indent(
    [
      `stabilizationWindowSeconds: ${stabilizationWindowSeconds}`,
      `selectPolicy: ${selectPolicy}`,
      "policies:",
      ...policies.map(
        ({ type, value, periodSeconds }) =>
          `  - type: ${type}\n    value: ${value}\n    periodSeconds: ${periodSeconds}`,
      ),
    ].join("\n"),
    10,
  );

function triggerText({ comment, type, name, metricType, metadata }: Written): string {
  const lines = [
    `# ${comment}`,
    `- type: ${type}`,
    `  name: ${name}`,
    ...(type === "cron" ? [] : [`  metricType: ${metricType}`]),
    "  metadata:",
    ...Object.entries(metadata).map(
      ([key, value]) => `    ${key}: ${key === "query" ? `>-\n      ${value}` : JSON.stringify(value)}`,
    ),
    ...(type === "metrics-api" ? ["  authenticationRef:", "    name: edge-queue"] : []),
  ];
  return indent(lines.join("\n"), 4);
}

const indent = (text: string, by: number) => text.replace(/^(?=.)/gm, " ".repeat(by));
