/**
 * What Prometheus' own discovery says of every pod, over HTTP: Debian builds it without `kubernetes_sd_configs`. The
 * labels are named as there (Prometheus, "kubernetes_sd_config", role pod), one target for each port of each container.
 */
import { createServer } from "node:http";
import type { Api } from "./api.ts";

interface Container {
  name: string;
  ports?: { name?: string; containerPort: number }[];
}

interface Pod {
  metadata: { name: string; namespace: string; labels?: Record<string, string> };
  spec: { containers: Container[]; initContainers?: Container[] };
  status: { podIP?: string };
}

export interface PodTargets {
  url: string;
  close(): Promise<void>;
}

/** @param namespaces as the scrape job names them */
export async function servePodTargets(api: Api, namespaces: readonly string[]): Promise<PodTargets> {
  const server = createServer((_, response) => {
    targets(api, namespaces).then(
      (found) => response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(found)),
      () => response.writeHead(503).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as { port: number }).port}/`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function targets(api: Api, namespaces: readonly string[]): Promise<object[]> {
  const { items } = await api.read<{ items: Pod[] }>("/api/v1/pods");
  return items
    .filter(({ metadata, status }) => namespaces.includes(metadata.namespace) && status.podIP !== undefined)
    .flatMap((pod) =>
      [...pod.spec.containers, ...(pod.spec.initContainers ?? [])].flatMap((container) =>
        (container.ports ?? []).map(({ name = "", containerPort }) => ({
          targets: [`${pod.status.podIP}:${containerPort}`],
          labels: {
            __meta_kubernetes_namespace: pod.metadata.namespace,
            __meta_kubernetes_pod_name: pod.metadata.name,
            __meta_kubernetes_pod_container_name: container.name,
            __meta_kubernetes_pod_container_port_name: name,
            ...labelled(pod.metadata.labels ?? {}),
          },
        })),
      ),
    );
}

/** What no label name may hold becomes an underscore. */
const labelled = (labels: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(labels).map(([name, value]) => [
      `__meta_kubernetes_pod_label_${name.replace(/[^\w]/g, "_")}`,
      value,
    ]),
  );
