/** What has to hold inside the model's pod, whatever the schemas allow. */
import type { Preset } from "../../presets/preset.ts";
import { type Container, type Deployment, type KubernetesObject, ofKind, titleOf } from "./objects.ts";

/** Seconds from SIGTERM to the proxy's own end, once its server has gone. */
export const PROXY_DRAIN_S = 5;
/** A cold start on the slowest card, with weights read from a share: an H100 with weights at hand takes 160 s. */
const COLD_START_S = 600;
const GPU = "nvidia.com/gpu";

export type Presets = ReadonlyMap<string, Preset>;

/** A Deployment whose pods hold a card. */
export const holdsCard = ({ spec }: Deployment): boolean =>
  spec.template.spec.containers.some(({ resources }) => resources?.limits?.[GPU] !== undefined);

export function podProblems(objects: readonly KubernetesObject[], presets: Presets): string[] {
  return ofKind(objects, "Deployment").flatMap((deployment) => [
    ...securityProblems(deployment),
    ...volumeProblems(deployment, objects),
    ...(holdsCard(deployment)
      ? [...cardProblems(deployment), ...startProblems(deployment), ...endProblems(deployment, presets)]
      : []),
  ]);
}

const all = ({ spec }: Deployment): Container[] => [
  ...(spec.template.spec.initContainers ?? []),
  ...spec.template.spec.containers,
];

function securityProblems(deployment: Deployment): string[] {
  const title = titleOf(deployment);
  const { securityContext, automountServiceAccountToken } = deployment.spec.template.spec;
  const pod = [
    securityContext?.runAsNonRoot === true ? null : `${title}: runAsNonRoot is not set`,
    securityContext?.seccompProfile?.type === "RuntimeDefault" ? null : `${title}: no seccomp profile`,
    automountServiceAccountToken === false ? null : `${title}: mounts a service account's token`,
  ];
  const containers = all(deployment).flatMap(({ name, image, securityContext: own = {} }) => {
    const capabilities = own.capabilities as { drop?: string[] } | undefined;
    return [
      Number(own.runAsUser) > 0 ? null : `${title}/${name}: no user of its own`,
      own.allowPrivilegeEscalation === false ? null : `${title}/${name}: may gain privileges`,
      own.readOnlyRootFilesystem === true ? null : `${title}/${name}: its file system can be written`,
      capabilities?.drop?.includes("ALL") ? null : `${title}/${name}: keeps capabilities`,
      /:[^:/]+$/.test(image) && !image.endsWith(":latest")
        ? null
        : `${title}/${name}: ${image} is not pinned`,
    ];
  });
  return [...pod, ...containers].filter((problem) => problem !== null);
}

function volumeProblems(deployment: Deployment, objects: readonly KubernetesObject[]): string[] {
  const title = titleOf(deployment);
  const volumes = deployment.spec.template.spec.volumes ?? [];
  const named = (kind: "PersistentVolumeClaim" | "ConfigMap", name: string) =>
    ofKind(objects, kind).some(({ metadata }) => metadata.name === name);
  const problems = volumes.flatMap(({ name, persistentVolumeClaim: claim, configMap, hostPath }) => [
    ...(claim && !named("PersistentVolumeClaim", claim.claimName)
      ? [`${title}: no claim ${claim.claimName}`]
      : []),
    ...(configMap && !named("ConfigMap", configMap.name) ? [`${title}: no settings ${configMap.name}`] : []),
    ...(hostPath ? [`${title}: ${name} is a folder of the host`] : []),
  ]);
  const unmounted = all(deployment).flatMap(({ name, volumeMounts = [] }) =>
    volumeMounts
      .filter((mount) => !volumes.some((volume) => volume.name === mount.name))
      .map((mount) => `${title}/${name}: mounts ${mount.name}, which is no volume`),
  );
  return [...problems, ...unmounted];
}

function cardProblems(deployment: Deployment): string[] {
  const title = titleOf(deployment);
  const { strategy, replicas, template } = deployment.spec;
  const { maxSurge, maxUnavailable } = strategy?.rollingUpdate ?? {};
  const problems: string[] = [];
  if (maxSurge !== 0 || !maxUnavailable) {
    problems.push(`${title}: a rollout needs a free card (maxSurge 0 and maxUnavailable 1 need none)`);
  }
  if (replicas !== undefined) problems.push(`${title}: names a number of replicas, which KEDA owns`);
  for (const { name, resources, volumeMounts = [] } of template.spec.containers) {
    const wanted = resources?.limits?.[GPU];
    if (wanted === undefined || resources?.requests?.[GPU] !== wanted) {
      problems.push(`${title}/${name}: asks for cards in requests and limits alike`);
    }
    if (!volumeMounts.some(({ mountPath }) => mountPath === "/var/cache/vllm")) {
      problems.push(`${title}/${name}: compiled graphs are lost with the pod`);
    }
    if (!volumeMounts.some(({ mountPath, readOnly }) => mountPath === "/models/weights" && readOnly)) {
      problems.push(`${title}/${name}: no weights, or weights that it could change`);
    }
  }
  return problems;
}

function startProblems(deployment: Deployment): string[] {
  const title = titleOf(deployment);
  const { progressDeadlineSeconds = 600, template } = deployment.spec;
  const ports = all(deployment).flatMap(({ ports: own = [] }) => own);
  const known = (port: number | string) =>
    ports.some(({ name, containerPort }) => port === name || port === containerPort);
  const problems = all(deployment).flatMap(({ name, startupProbe, readinessProbe, livenessProbe }) =>
    [startupProbe, readinessProbe, livenessProbe]
      .filter((probe) => probe?.httpGet && !known(probe.httpGet.port))
      .map((probe) => `${title}/${name}: probes ${probe?.httpGet?.port}, where nothing listens`),
  );
  const budget = Math.max(
    ...template.spec.containers.map(
      ({ startupProbe: probe }) => (probe?.periodSeconds ?? 10) * (probe?.failureThreshold ?? 0),
    ),
  );
  if (budget < COLD_START_S)
    problems.push(`${title}: ${budget} s to start, and a cold compile takes up to ${COLD_START_S}`);
  const { terminationGracePeriodSeconds: grace = 30 } = template.spec;
  if (progressDeadlineSeconds < budget + grace) {
    problems.push(
      `${title}: a rollout fails after ${progressDeadlineSeconds} s, one pod may take ${budget + grace}`,
    );
  }
  return problems;
}

/** From the moment a pod is told to go to SIGKILL: the pause, vLLM's own time, and the proxy. */
function endProblems(deployment: Deployment, presets: Presets): string[] {
  const title = titleOf(deployment);
  const {
    terminationGracePeriodSeconds: grace = 30,
    containers,
    initContainers = [],
  } = deployment.spec.template.spec;
  const server = containers[0]!;
  const name = server.env?.find((variable) => variable.name === "PRESET")?.value ?? "";
  const preset = presets.get(name);
  if (!preset) return [`${title}: PRESET=${name} is no preset`];
  const problems: string[] = [];
  const flag = Number(preset.flags[preset.flags.indexOf("--shutdown-timeout") + 1]);
  const pause = server.lifecycle?.preStop?.sleep?.seconds ?? 0;
  const needed = pause + Math.max(flag, preset.grace_period_s) + PROXY_DRAIN_S;
  if (pause === 0) problems.push(`${title}: no pause before SIGTERM, so requests still arrive`);
  if (!(grace >= needed))
    problems.push(`${title}: ${grace} s to end, and a running request may need ${needed}`);
  if (
    !initContainers.some((container) => container.name === "proxy" && container.restartPolicy === "Always")
  ) {
    problems.push(
      `${title}: the proxy is no sidecar, and would end before the answers that leave through it`,
    );
  }
  const labels = deployment.spec.template.metadata.labels ?? {};
  if (labels["candor.dev/preset"] !== name)
    problems.push(`${title}: the label candor.dev/preset is not ${name}`);
  return problems;
}
