/** etcd, API server, controller manager and scheduler on the loopback. */
import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { Api } from "./api.ts";
import { makeCertificates } from "./certificates.ts";
import { BIN } from "./engines/folders.ts";
import { freePorts, Processes, until } from "./processes.ts";

export interface ControlPlane {
  /** Folder of everything that this run writes. */
  folder: string;
  /** Folder of keys and certificates. */
  keys: string;
  kubeconfig: string;
  api: Api;
  processes: Processes;
}

const ENGINE = path.join(BIN, "control-plane");

/** Starts an empty cluster. The horizontal pod autoscaler looks every second, not every 15. */
export async function startControlPlane(folder: string): Promise<ControlPlane> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(path.join(folder, "log"), { recursive: true });
  const keys = path.join(folder, "keys");
  await makeCertificates(keys);
  const [etcd, peer, server, controllers, scheduler] = (await freePorts(5)) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const processes = new Processes(path.join(folder, "log"));
  const configs = Object.fromEntries(
    await Promise.all(
      ["admin", "controllers", "scheduler"].map(async (user) => {
        const file = path.join(folder, `${user}.kubeconfig`);
        await writeFile(file, kubeconfig(keys, user, server));
        return [user, file] as const;
      }),
    ),
  ) as Record<"admin" | "controllers" | "scheduler", string>;
  const api = await Api.open(`https://127.0.0.1:${server}`, keys, ENGINE, configs.admin);

  processes.start("etcd", ENGINE, ["etcd", ...etcdFlags(path.join(folder, "etcd"), etcd, peer)]);
  processes.start("apiserver", ENGINE, ["kube-apiserver", ...serverFlags(keys, etcd, server)]);
  await until("the API server", async () => (await api.text("/readyz")) === "ok", 180, processes);
  const loopback = (port: number, config: string) => [
    `--kubeconfig=${config}`,
    `--authentication-kubeconfig=${config}`,
    `--authorization-kubeconfig=${config}`,
    "--bind-address=127.0.0.1",
    `--secure-port=${port}`,
    "--leader-elect=false",
  ];
  processes.start("controllers", ENGINE, [
    "kube-controller-manager",
    ...loopback(controllers, configs.controllers),
    // Without it every controller acts as one user whom RBAC lets do hardly anything.
    "--use-service-account-credentials=true",
    `--service-account-private-key-file=${keys}/accounts.key`,
    `--root-ca-file=${keys}/ca.crt`,
    "--horizontal-pod-autoscaler-sync-period=1s",
  ]);
  processes.start("scheduler", ENGINE, ["kube-scheduler", ...loopback(scheduler, configs.scheduler)]);
  await until(
    "the controllers",
    () => api.exists("/api/v1/namespaces/default/serviceaccounts/default"),
    120,
    processes,
  );
  return { folder, keys, kubeconfig: configs.admin, api, processes };
}

const etcdFlags = (data: string, port: number, peer: number) => [
  `--data-dir=${data}`,
  `--listen-client-urls=http://127.0.0.1:${port}`,
  `--advertise-client-urls=http://127.0.0.1:${port}`,
  `--listen-peer-urls=http://127.0.0.1:${peer}`,
  `--initial-advertise-peer-urls=http://127.0.0.1:${peer}`,
  `--initial-cluster=default=http://127.0.0.1:${peer}`,
  "--unsafe-no-fsync",
  "--log-level=warn",
];

const serverFlags = (keys: string, etcd: number, port: number) => [
  `--etcd-servers=http://127.0.0.1:${etcd}`,
  "--bind-address=127.0.0.1",
  "--advertise-address=127.0.0.1",
  `--secure-port=${port}`,
  "--endpoint-reconciler-type=none",
  "--service-cluster-ip-range=10.96.0.0/16",
  "--authorization-mode=RBAC",
  `--client-ca-file=${keys}/ca.crt`,
  `--tls-cert-file=${keys}/apiserver.crt`,
  `--tls-private-key-file=${keys}/apiserver.key`,
  "--service-account-issuer=https://kubernetes.default.svc",
  `--service-account-key-file=${keys}/accounts.key`,
  `--service-account-signing-key-file=${keys}/accounts.key`,
  `--requestheader-client-ca-file=${keys}/front-proxy-ca.crt`,
  "--requestheader-allowed-names=front-proxy-client",
  "--requestheader-extra-headers-prefix=X-Remote-Extra-",
  "--requestheader-group-headers=X-Remote-Group",
  "--requestheader-username-headers=X-Remote-User",
  `--proxy-client-cert-file=${keys}/front-proxy.crt`,
  `--proxy-client-key-file=${keys}/front-proxy.key`,
];

const kubeconfig = (keys: string, user: string, port: number) =>
  JSON.stringify({
    apiVersion: "v1",
    kind: "Config",
    clusters: [
      {
        name: "test",
        cluster: { server: `https://127.0.0.1:${port}`, "certificate-authority": `${keys}/ca.crt` },
      },
    ],
    users: [
      {
        name: user,
        user: { "client-certificate": `${keys}/${user}.crt`, "client-key": `${keys}/${user}.key` },
      },
    ],
    contexts: [{ name: "test", context: { cluster: "test", user } }],
    "current-context": "test",
  });
