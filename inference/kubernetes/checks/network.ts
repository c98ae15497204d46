/** Who reaches what: selectors that select something, ports that exist, and doors that are closed. */
import {
  type Deployment,
  type KubernetesObject,
  type Labels,
  type NetworkPolicy,
  ofKind,
  type Peer,
  selects,
  titleOf,
} from "./objects.ts";
import { holdsCard } from "./pod.ts";

const METRICS = "metrics";
const MODEL = "http";

export function networkProblems(objects: readonly KubernetesObject[]): string[] {
  const deployments = ofKind(objects, "Deployment");
  return [
    ...deployments.flatMap(selectorProblems),
    ...serviceProblems(objects, deployments),
    ...budgetProblems(objects, deployments),
    ...policyProblems(objects, deployments),
  ];
}

const labelsOf = ({ spec }: Deployment): Labels => spec.template.metadata.labels ?? {};
const portsOf = ({ spec: { template } }: Deployment) =>
  [...(template.spec.initContainers ?? []), ...template.spec.containers].flatMap(({ ports = [] }) => ports);

/** The one Deployment that a selector chooses, or words about why it is not one. */
function chosen(
  selector: Labels | undefined,
  deployments: readonly Deployment[],
  who: string,
): Deployment | string {
  if (Object.keys(selector ?? {}).length === 0) return `${who}: selects everything`;
  const found = deployments.filter((deployment) => selects(selector, labelsOf(deployment)));
  return found.length === 1
    ? found[0]!
    : `${who}: selects ${found.length} Deployments (${JSON.stringify(selector)})`;
}

function selectorProblems(deployment: Deployment): string[] {
  const own = chosen(
    deployment.spec.selector.matchLabels,
    [deployment],
    `${titleOf(deployment)}, its own pods`,
  );
  return typeof own === "string" ? [own] : [];
}

function serviceProblems(objects: readonly KubernetesObject[], deployments: readonly Deployment[]): string[] {
  return ofKind(objects, "Service").flatMap((service) => {
    const target = chosen(service.spec.selector, deployments, titleOf(service));
    if (typeof target === "string") return [target];
    const ports = portsOf(target);
    return (service.spec.ports ?? []).flatMap(({ port, targetPort = port }) => {
      const found = ports.find(
        ({ name, containerPort }) => targetPort === name || targetPort === containerPort,
      );
      if (!found) return [`${titleOf(service)}: no port ${targetPort} on ${titleOf(target)}`];
      return found.name === MODEL
        ? []
        : [`${titleOf(service)}: offers ${found.name}; only the model's port is for others`];
    });
  });
}

function budgetProblems(objects: readonly KubernetesObject[], deployments: readonly Deployment[]): string[] {
  const budgets = ofKind(objects, "PodDisruptionBudget");
  const covered = new Set<Deployment>();
  const problems = budgets.flatMap(({ spec, ...budget }) => {
    const target = chosen(spec.selector?.matchLabels, deployments, titleOf(budget));
    if (typeof target === "string") return [target];
    covered.add(target);
    return spec.minAvailable === undefined && Number(spec.maxUnavailable) >= 1
      ? []
      : [`${titleOf(budget)}: would never let go of the last replica's node`];
  });
  const bare = deployments.filter((deployment) => !covered.has(deployment));
  return [...problems, ...bare.map((deployment) => `${titleOf(deployment)}: no disruption budget`)];
}

function policyProblems(objects: readonly KubernetesObject[], deployments: readonly Deployment[]): string[] {
  const policies = ofKind(objects, "NetworkPolicy");
  const closed = policies.some(
    ({ spec }) =>
      Object.keys(spec.podSelector?.matchLabels ?? {}).length === 0 &&
      spec.policyTypes?.includes("Ingress") &&
      spec.policyTypes.includes("Egress") &&
      !spec.ingress &&
      !spec.egress,
  );
  const problems = closed ? [] : ["NetworkPolicy: none that starts with nothing allowed"];
  for (const policy of policies) {
    const selector = policy.spec.podSelector?.matchLabels ?? {};
    if (Object.keys(selector).length === 0) continue;
    const target = chosen(selector, deployments, titleOf(policy));
    if (typeof target === "string") problems.push(target);
    else problems.push(...ruleProblems(policy, target, deployments));
  }
  const guarded = (deployment: Deployment) =>
    policies.some(({ spec }) => spec.ingress && selects(spec.podSelector?.matchLabels, labelsOf(deployment)));
  return [
    ...problems,
    ...deployments
      .filter((one) => !guarded(one))
      .map((one) => `${titleOf(one)}: no NetworkPolicy lets anybody in`),
  ];
}

function ruleProblems(
  policy: NetworkPolicy,
  target: Deployment,
  deployments: readonly Deployment[],
): string[] {
  const title = titleOf(policy);
  const { ingress = [], egress = [], policyTypes = [] } = policy.spec;
  const problems: string[] = [];
  if (!policyTypes.includes("Ingress") || !policyTypes.includes("Egress"))
    problems.push(`${title}: one direction is open`);
  if (holdsCard(target) && egress.length > 0) problems.push(`${title}: the model may call out`);
  for (const { from = [], ports = [] } of ingress) {
    if (from.length === 0 || ports.length === 0) problems.push(`${title}: lets everybody in`);
    for (const { port } of ports) {
      const known = portsOf(target).some(
        ({ name, containerPort }) => port === name || port === containerPort,
      );
      if (!known) problems.push(`${title}: no port ${port} on ${titleOf(target)}`);
      for (const peer of from) problems.push(...peerProblems(title, peer, port, deployments));
    }
  }
  return problems;
}

/** The model's port is for pods of this namespace, metrics are for one pod of one other. */
function peerProblems(
  title: string,
  peer: Peer,
  port: number | string | undefined,
  deployments: readonly Deployment[],
): string[] {
  const pods = peer.podSelector?.matchLabels;
  if (port === METRICS) {
    const whole =
      peer.ipBlock || !peer.namespaceSelector?.matchLabels || !pods || Object.keys(pods).length === 0;
    return whole ? [`${title}: metrics for more than Prometheus`] : [];
  }
  if (peer.namespaceSelector || peer.ipBlock) return [`${title}: ${port} is open to other namespaces`];
  const source = chosen(pods, deployments, `${title}, who may ask`);
  return typeof source === "string" ? [source] : [];
}
