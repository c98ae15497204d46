/** The parts of Kubernetes' objects that the checks read. Schemas have been checked before, so shapes hold. */

export type Labels = Record<string, string>;

export interface KubernetesObject {
  apiVersion: string;
  kind: string;
  metadata: { name: string; namespace?: string; labels?: Labels };
}

export interface Probe {
  httpGet?: { path: string; port: number | string };
  periodSeconds?: number;
  failureThreshold?: number;
}

export interface Container {
  name: string;
  image: string;
  restartPolicy?: string;
  env?: { name: string; value?: string }[];
  ports?: { name?: string; containerPort: number }[];
  startupProbe?: Probe;
  readinessProbe?: Probe;
  livenessProbe?: Probe;
  lifecycle?: { preStop?: { sleep?: { seconds: number } } };
  resources?: { requests?: Record<string, string | number>; limits?: Record<string, string | number> };
  securityContext?: Record<string, unknown>;
  volumeMounts?: { name: string; mountPath: string; readOnly?: boolean }[];
}

export interface Deployment extends KubernetesObject {
  spec: {
    replicas?: number;
    progressDeadlineSeconds?: number;
    selector: { matchLabels?: Labels };
    strategy?: { rollingUpdate?: { maxSurge?: number | string; maxUnavailable?: number | string } };
    template: {
      metadata: { labels?: Labels };
      spec: {
        terminationGracePeriodSeconds?: number;
        automountServiceAccountToken?: boolean;
        nodeSelector?: Labels;
        securityContext?: { runAsNonRoot?: boolean; seccompProfile?: { type: string } };
        initContainers?: Container[];
        containers: Container[];
        volumes?: {
          name: string;
          persistentVolumeClaim?: { claimName: string };
          configMap?: { name: string };
          secret?: { secretName: string };
          emptyDir?: object;
          hostPath?: object;
        }[];
      };
    };
  };
}

export interface Service extends KubernetesObject {
  spec: { selector?: Labels; ports?: { port: number; targetPort?: number | string }[] };
}

export interface DisruptionBudget extends KubernetesObject {
  spec: {
    maxUnavailable?: number | string;
    minAvailable?: number | string;
    selector?: { matchLabels?: Labels };
  };
}

export interface Peer {
  podSelector?: { matchLabels?: Labels };
  namespaceSelector?: { matchLabels?: Labels };
  ipBlock?: { cidr: string; except?: string[] };
}

export interface NetworkPolicy extends KubernetesObject {
  spec: {
    podSelector?: { matchLabels?: Labels };
    policyTypes?: string[];
    ingress?: { from?: Peer[]; ports?: { port?: number | string }[] }[];
    egress?: { to?: Peer[]; ports?: { port?: number | string }[] }[];
  };
}

export interface Trigger {
  type: string;
  name?: string;
  metricType?: string;
  metadata: Record<string, string>;
  authenticationRef?: { name: string };
}

export interface ScaledObject extends KubernetesObject {
  spec: {
    scaleTargetRef: { name: string };
    minReplicaCount?: number;
    maxReplicaCount?: number;
    pollingInterval?: number;
    cooldownPeriod?: number;
    fallback?: object;
    advanced?: { horizontalPodAutoscalerConfig?: { behavior?: Record<string, unknown> } };
    triggers: Trigger[];
  };
}

export interface TriggerAuthentication extends KubernetesObject {
  spec: { secretTargetRef?: { parameter: string; name: string; key: string }[] };
}

interface Kinds {
  Deployment: Deployment;
  Service: Service;
  PodDisruptionBudget: DisruptionBudget;
  NetworkPolicy: NetworkPolicy;
  ScaledObject: ScaledObject;
  TriggerAuthentication: TriggerAuthentication;
  ConfigMap: KubernetesObject & { data?: Record<string, string> };
  PersistentVolumeClaim: KubernetesObject;
  ServiceAccount: KubernetesObject;
}

/** All objects of a kind. */
export function ofKind<K extends keyof Kinds>(objects: readonly KubernetesObject[], kind: K): Kinds[K][] {
  return objects.filter((object): object is Kinds[K] => object.kind === kind);
}

/** Whether a selector chooses something with these labels; an empty one chooses everything. */
export const selects = (selector: Labels | undefined, labels: Labels | undefined): boolean =>
  Object.entries(selector ?? {}).every(([name, value]) => labels?.[name] === value);

/** An object's name for a reader. */
export const titleOf = ({ kind, metadata }: KubernetesObject): string => `${kind} ${metadata?.name}`;
