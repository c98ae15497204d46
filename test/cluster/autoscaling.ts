/** KWOK, KEDA and Prometheus beside a control plane. */
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { parse, stringify } from "yaml";
import { ROOT } from "../../scripts/build.ts";
import type { ControlPlane } from "./control-plane.ts";
import { kedaDefinitions } from "./engines/build.ts";
import { BIN } from "./engines/folders.ts";
import { writeStages } from "./nodes.ts";
import { type PodTargets, servePodTargets } from "./pod-targets.ts";
import { freePorts, until } from "./processes.ts";

export interface Autoscaling {
  /** Where Prometheus answers. */
  prometheus: string;
  close(): Promise<void>;
}

/** @param metricsPort where the stand-in for every pod's vLLM listens */
export async function startAutoscaling(plane: ControlPlane, metricsPort: number): Promise<Autoscaling> {
  const [prometheus, grpc, adapter, adapterMetrics, operatorMetrics, operatorHealth] = (await freePorts(
    6,
  )) as [number, number, number, number, number, number];
  await startKwok(plane);
  await plane.api.kubectl(["apply", "--server-side", "-f", kedaDefinitions()]);
  await plane.api.apply(await kedaObjects(plane, adapter));
  startKeda(plane, { grpc, adapter, adapterMetrics, operatorMetrics, operatorHealth });
  const targets = await startPrometheus(plane, prometheus, metricsPort);
  const service = "/apis/apiregistration.k8s.io/v1/apiservices/v1beta1.external.metrics.k8s.io";
  const available = async () => {
    const { status } = await plane.api.read<{ status?: { conditions?: { type: string; status: string }[] } }>(
      service,
    );
    return status?.conditions?.some((one) => one.type === "Available" && one.status === "True") ?? false;
  };
  await until("KEDA's metrics", available, 120, plane.processes);
  return { prometheus: `http://127.0.0.1:${prometheus}`, close: () => targets.close() };
}

async function startKwok({ folder, kubeconfig, processes }: ControlPlane): Promise<void> {
  const stages = path.join(folder, "stages.yaml");
  await writeStages(stages);
  processes.start("kwok", path.join(BIN, "kwok"), [
    "--kubeconfig",
    kubeconfig,
    "--config",
    stages,
    "--manage-all-nodes=false",
    "--manage-nodes-with-annotation-selector=kwok.x-k8s.io/node=fake",
    "--node-lease-duration-seconds=40",
    "--server-address=",
  ]);
}

/** There is no kube-proxy: the aggregation layer finds KEDA's adapter on the loopback by a name for it. */
async function kedaObjects({ keys }: ControlPlane, port: number): Promise<object[]> {
  const service = { name: "keda-metrics-apiserver", namespace: "keda" };
  return [
    { apiVersion: "v1", kind: "Namespace", metadata: { name: "keda" } },
    {
      apiVersion: "v1",
      kind: "Service",
      metadata: service,
      spec: { type: "ExternalName", externalName: "localhost", ports: [{ port }] },
    },
    {
      apiVersion: "apiregistration.k8s.io/v1",
      kind: "APIService",
      metadata: { name: "v1beta1.external.metrics.k8s.io" },
      spec: {
        service: { ...service, port },
        group: "external.metrics.k8s.io",
        version: "v1beta1",
        groupPriorityMinimum: 100,
        versionPriority: 100,
        caBundle: (await readFile(path.join(keys, "ca.crt"))).toString("base64"),
      },
    },
  ];
}

function startKeda({ kubeconfig, keys, processes }: ControlPlane, ports: Record<string, number>): void {
  const env = {
    KUBECONFIG: kubeconfig,
    POD_NAMESPACE: "keda",
    WATCH_NAMESPACE: "",
    KEDA_CLUSTER_OBJECT_NAMESPACE: "keda",
    KEDA_RESTRICT_SECRET_ACCESS: "",
  };
  const operator = [
    `--cert-dir=${keys}/keda`,
    `--metrics-bind-address=127.0.0.1:${ports.operatorMetrics}`,
    `--health-probe-bind-address=127.0.0.1:${ports.operatorHealth}`,
    `--metrics-service-bind-address=127.0.0.1:${ports.grpc}`,
    "--zap-log-level=info",
  ];
  const adapter = [
    `--secure-port=${ports.adapter}`,
    "--bind-address=127.0.0.1",
    `--port=${ports.adapterMetrics}`,
    `--cert-dir=${keys}/keda`,
    `--tls-cert-file=${keys}/keda/tls.crt`,
    `--tls-private-key-file=${keys}/keda/tls.key`,
    `--client-ca-file=${keys}/ca.crt`,
    `--lister-kubeconfig=${kubeconfig}`,
    `--authentication-kubeconfig=${kubeconfig}`,
    `--authorization-kubeconfig=${kubeconfig}`,
    `--metrics-service-address=localhost:${ports.grpc}`,
  ];
  processes.start("keda-operator", path.join(BIN, "keda-operator"), operator, env);
  processes.start("keda-adapter", path.join(BIN, "keda-adapter"), adapter, env);
}

interface ScrapeJob {
  job_name: string;
  kubernetes_sd_configs: { namespaces: { names: string[] } }[];
  relabel_configs: object[];
  [setting: string]: unknown;
}

/**
 * Prometheus with the product's own scrape job and rules: pods are labelled as the product says. Only the address is
 * changed, since a simulated card answers nothing: the stand-in does, by the pod's name. The job stands there twice,
 * as where an operator's PodMonitor and an annotation both find a pod.
 */
async function startPrometheus(plane: ControlPlane, port: number, metricsPort: number): Promise<PodTargets> {
  const source = path.join(ROOT, "inference/observability/prometheus");
  const { scrape_configs: jobs } = parse(await readFile(path.join(source, "scrape.yaml"), "utf8")) as {
    scrape_configs: ScrapeJob[];
  };
  const namespaces = jobs.flatMap((job) => job.kubernetes_sd_configs.flatMap((one) => one.namespaces.names));
  const targets = await servePodTargets(plane.api, namespaces);
  const redirected = jobs.map(({ kubernetes_sd_configs: _, ...job }) => ({
    ...job,
    scrape_interval: "1s",
    http_sd_configs: [{ url: targets.url, refresh_interval: "1s" }],
    relabel_configs: [
      ...job.relabel_configs,
      { source_labels: ["__meta_kubernetes_pod_name"], target_label: "__param_pod" },
      { target_label: "__address__", replacement: `127.0.0.1:${metricsPort}` },
      { source_labels: ["__meta_kubernetes_pod_name"], target_label: "instance" },
    ],
  }));
  const settings = {
    global: { scrape_interval: "1s", evaluation_interval: "1s" },
    rule_files: [path.join(source, "rules.yaml"), path.join(source, "alerts.yaml")],
    scrape_configs: [
      ...redirected,
      ...redirected.map((job) => ({ ...job, job_name: `${job.job_name}-again` })),
    ],
  };
  const file = path.join(plane.folder, "prometheus.yaml");
  await writeFile(file, stringify(settings));
  plane.processes.start("prometheus", path.join(BIN, "prometheus"), [
    `--config.file=${file}`,
    `--storage.tsdb.path=${path.join(plane.folder, "prometheus")}`,
    `--web.listen-address=127.0.0.1:${port}`,
    "--log.level=warn",
  ]);
  const ready = async () => (await fetch(`http://127.0.0.1:${port}/-/ready`)).ok;
  await until("Prometheus", ready, 60, plane.processes);
  return targets;
}
