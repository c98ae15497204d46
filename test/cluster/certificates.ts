/** Keys and certificates of the cluster, with openssl: an authority, one for the aggregation layer, and the leaves. */
import { copyFile, mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { run } from "./engines/folders.ts";

const DAYS = "30";
const SERVER = "IP:127.0.0.1,DNS:localhost,DNS:kubernetes,DNS:kubernetes.default.svc";
const KEDA = "DNS:localhost,IP:127.0.0.1,DNS:keda-metrics-apiserver.keda.svc,DNS:keda-operator.keda.svc";

/** Writes everything under `folder`. Group `system:masters` is the cluster's administrator (Kubernetes, "PKI certificates"). */
export async function makeCertificates(folder: string): Promise<void> {
  await mkdir(path.join(folder, "keda"), { recursive: true });
  await authority(folder, "ca");
  await authority(folder, "front-proxy-ca");
  await leaf(folder, "apiserver", "/CN=kube-apiserver", "ca", SERVER);
  await leaf(folder, "admin", "/O=system:masters/CN=admin", "ca");
  await leaf(folder, "controllers", "/CN=system:kube-controller-manager", "ca");
  await leaf(folder, "scheduler", "/CN=system:kube-scheduler", "ca");
  await leaf(folder, "front-proxy", "/CN=front-proxy-client", "front-proxy-ca");
  await leaf(folder, "keda/tls", "/CN=keda", "ca", KEDA);
  await copyFile(path.join(folder, "ca.crt"), path.join(folder, "keda/ca.crt"));
  await run("openssl", ["genrsa", "-out", "accounts.key", "2048"], { cwd: folder });
}

const key = (folder: string, name: string) =>
  run("openssl", ["ecparam", "-name", "prime256v1", "-genkey", "-noout", "-out", `${name}.key`], {
    cwd: folder,
  });

async function authority(folder: string, name: string): Promise<void> {
  await key(folder, name);
  const uses = [
    "-addext",
    "basicConstraints=critical,CA:TRUE",
    "-addext",
    "keyUsage=critical,keyCertSign,digitalSignature",
  ];
  const args = [
    "req",
    "-x509",
    "-new",
    "-key",
    `${name}.key`,
    "-subj",
    `/CN=${name}`,
    "-days",
    DAYS,
    "-out",
    `${name}.crt`,
  ];
  await run("openssl", [...args, ...uses], { cwd: folder });
}

async function leaf(
  folder: string,
  name: string,
  subject: string,
  signer: string,
  names?: string,
): Promise<void> {
  await key(folder, name);
  await run("openssl", ["req", "-new", "-key", `${name}.key`, "-subj", subject, "-out", `${name}.csr`], {
    cwd: folder,
  });
  const extensions = ["extendedKeyUsage=serverAuth,clientAuth", "keyUsage=digitalSignature"];
  if (names !== undefined) extensions.push(`subjectAltName=${names}`);
  await writeFile(path.join(folder, `${name}.ext`), `${extensions.join("\n")}\n`);
  const signed = ["-CA", `${signer}.crt`, "-CAkey", `${signer}.key`, "-CAcreateserial", "-days", DAYS];
  const args = [
    "x509",
    "-req",
    "-in",
    `${name}.csr`,
    ...signed,
    "-out",
    `${name}.crt`,
    "-extfile",
    `${name}.ext`,
  ];
  await run("openssl", args, { cwd: folder });
}
