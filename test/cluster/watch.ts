/** What the cluster does with the model's pods, looked at five times a second. */
import type { Api } from "./api.ts";
import { OVERLAY } from "./deployment.ts";

export interface State {
  /** Replicas that the Deployment asks for, and those that serve. */
  wanted: number;
  ready: number;
  /** Pods without a node, and pods of the newest template that serve. */
  pending: number;
  updated: number;
  /** Names of the pods that serve. */
  serving: string[];
}

interface Pod {
  metadata: { name: string; deletionTimestamp?: string };
  spec: { nodeName?: string };
  status: { conditions?: { type: string; status: string }[] };
}

interface DeploymentStatus {
  metadata: { generation: number };
  spec: { replicas?: number };
  status: { readyReplicas?: number; updatedReplicas?: number; observedGeneration?: number };
}

export const NAMESPACE = OVERLAY.namespace;
const MODEL = "app.kubernetes.io/name=model";

export async function look(api: Api): Promise<State> {
  const [deployment, pods] = await Promise.all([
    api.read<DeploymentStatus>(`/apis/apps/v1/namespaces/${NAMESPACE}/deployments/model`),
    api.read<{ items: Pod[] }>(
      `/api/v1/namespaces/${NAMESPACE}/pods?labelSelector=${encodeURIComponent(MODEL)}`,
    ),
  ]);
  const { status, spec, metadata } = deployment;
  const alive = pods.items.filter((pod) => pod.metadata.deletionTimestamp === undefined);
  const serving = alive.filter((pod) =>
    pod.status.conditions?.some((one) => one.type === "Ready" && one.status === "True"),
  );
  return {
    wanted: spec.replicas ?? 1,
    ready: status.readyReplicas ?? 0,
    pending: alive.filter((pod) => pod.spec.nodeName === undefined).length,
    updated: status.observedGeneration === metadata.generation ? (status.updatedReplicas ?? 0) : 0,
    serving: serving.map((pod) => pod.metadata.name),
  };
}

const words = ({ wanted, ready, pending }: State) =>
  `${wanted} wanted, ${ready} ready, ${pending} without a card`;

/** What came of each thing that has to hold, with the seconds that it took. */
export class Findings {
  readonly seconds: Record<string, number> = {};
  passed = 0;
  readonly failed: string[] = [];

  constructor(
    private readonly api: Api,
    /** Called with each look, for what has to hold all along. */
    private readonly onLook: (state: State) => void,
  ) {}

  /** Looks on, for others who want to know, until `stop` is called. */
  keepLooking(): () => void {
    const timer = setInterval(() => void look(this.api).then(this.onLook, () => undefined), 200);
    return () => clearInterval(timer);
  }

  /** It becomes so within a time. */
  async becomes(what: string, holds: (state: State) => boolean, within: number): Promise<boolean> {
    const begun = Date.now();
    let state = await look(this.api);
    while (!holds(state)) {
      if (Date.now() - begun > within * 1000)
        return this.note(what, false, `not after ${within} s: ${words(state)}`);
      await pause(200);
      state = await look(this.api);
      this.onLook(state);
    }
    const seconds = (Date.now() - begun) / 1000;
    this.seconds[what] = seconds;
    return this.note(what, true, `after ${seconds.toFixed(1)} s: ${words(state)}`);
  }

  /** It stays so for a time. */
  async stays(what: string, holds: (state: State) => boolean, seconds: number): Promise<boolean> {
    const begun = Date.now();
    while (Date.now() - begun < seconds * 1000) {
      const state = await look(this.api);
      this.onLook(state);
      if (!holds(state)) {
        return this.note(
          what,
          false,
          `not any more after ${((Date.now() - begun) / 1000).toFixed(1)} s: ${words(state)}`,
        );
      }
      await pause(200);
    }
    return this.note(what, true, `for ${seconds} s`);
  }

  note(what: string, good: boolean, detail: string): boolean {
    console.log(`${good ? "ok  " : "FAIL"} ${what}, ${detail}`);
    if (good) this.passed++;
    else this.failed.push(what);
    return good;
  }
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
