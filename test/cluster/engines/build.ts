/**
 * Builds what the cluster is made of, once per version: Kubernetes and etcd, KEDA, KWOK from their Go modules;
 * Prometheus from the distribution. Needs Go (1.26 or later), openssl, and Debian's apt-get where no prometheus is
 * installed. About 25 minutes of one core the first time.
 */
import { cp, mkdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import versions from "../../../inference/kubernetes/schemas/versions.json" with { type: "json" };
import { BIN, CACHE, moduleFolder, run } from "./folders.ts";
import { trimKeda } from "./keda.ts";

const KWOK = "v0.8.0";
const SOURCES = path.join(CACHE, "source");
const GO = { CGO_ENABLED: "0", GOBIN: BIN, GOFLAGS: "-trimpath -buildvcs=false", GOWORK: "off" };

/** Leaves every engine in BIN. */
export async function buildEngines(say: (line: string) => void): Promise<void> {
  await mkdir(BIN, { recursive: true });
  await mkdir(SOURCES, { recursive: true });
  await once("control-plane", versions.kubernetes, say, buildControlPlane);
  await once("keda", versions.keda, say, buildKeda);
  await once("kwok", KWOK, say, buildKwok);
  await once("prometheus", "any", say, fetchPrometheus);
}

async function once(
  name: string,
  version: string,
  say: (line: string) => void,
  build: () => Promise<void>,
): Promise<void> {
  const mark = path.join(BIN, `${name}.version`);
  if ((await readFile(mark, "utf8").catch(() => "")) === version) return;
  say(`building ${name} ${version} …`);
  const begun = Date.now();
  await build();
  await writeFile(mark, version);
  say(`built ${name} in ${Math.round((Date.now() - begun) / 1000)} s`);
}

/**
 * `go install` refuses Kubernetes, whose module points at folders of its own repository. A module of ours asks for the
 * same versions and points at the published twins of those folders (v1.37.2 is v0.37.2 there).
 */
async function buildControlPlane(): Promise<void> {
  const folder = path.join(SOURCES, "control-plane");
  await mkdir(folder, { recursive: true });
  const source = await moduleFolder("k8s.io/kubernetes", versions.kubernetes, SOURCES);
  const original = await readFile(path.join(source, "go.mod"), "utf8");
  await writeFile(path.join(folder, "go.mod"), twinModule(original, versions.kubernetes));
  await cp(path.join(source, "go.sum"), path.join(folder, "go.sum"));
  await cp(path.join(import.meta.dirname, "control-plane/main.go"), path.join(folder, "main.go"));
  const [, minor] = versions.kubernetes.split(".");
  const version = "k8s.io/component-base/version";
  const flags = [
    "-s -w",
    `-X ${version}.gitVersion=${versions.kubernetes}`,
    `-X ${version}.gitMajor=1`,
    `-X ${version}.gitMinor=${minor}`,
  ];
  const out = path.join(BIN, "control-plane");
  await run("go", ["build", "-mod=mod", "-ldflags", flags.join(" "), "-o", out, "."], {
    cwd: folder,
    env: GO,
  });
}

/** Kubernetes' own go.mod with published versions in the place of folders. */
export function twinModule(original: string, version: string): string {
  const staged = [...original.matchAll(/^\s*(k8s\.io\/[\w-]+) => \.\/staging\//gm)].map(([, name]) => name!);
  const required = [...original.matchAll(/^\t(\S+) (v\S+)/gm)]
    .map(([, name, wanted]) => ({ name: name!, wanted: wanted! }))
    .filter(({ name, wanted }) => wanted !== "v0.0.0" && !staged.includes(name));
  const twin = version.replace(/^v1\./, "v0.");
  return [
    "module candor.test/control-plane",
    `go ${/^go (\S+)/m.exec(original)?.[1]}`,
    `require k8s.io/kubernetes ${version}`,
    ...required.map(({ name, wanted }) => `require ${name} ${wanted}`),
    ...staged.map((name) => `replace ${name} => ${name} ${twin}`),
    "",
  ].join("\n");
}

async function buildKeda(): Promise<void> {
  const folder = path.join(SOURCES, "keda");
  const source = await moduleFolder("github.com/kedacore/keda/v2", versions.keda, SOURCES);
  await rm(folder, { recursive: true, force: true });
  await run("cp", ["-r", source, folder]);
  await run("chmod", ["-R", "u+w", folder]);
  await trimKeda(folder);
  for (const command of ["operator", "adapter"]) {
    const out = path.join(BIN, `keda-${command}`);
    await run("go", ["build", "-mod=mod", "-ldflags", "-s -w", "-o", out, `./cmd/${command}`], {
      cwd: folder,
      env: GO,
    });
  }
}

/** KEDA's custom resource definitions, of the version that was built. */
export const kedaDefinitions = (): string => path.join(SOURCES, "keda/config/crd/bases");

async function buildKwok(): Promise<void> {
  await run("go", ["install", "-ldflags", "-s -w", `sigs.k8s.io/kwok/cmd/kwok@${KWOK}`], {
    cwd: SOURCES,
    env: GO,
  });
}

/** Folder of KWOK's own stages: what becomes of a node or pod that nobody runs. */
export const kwokStages = async (): Promise<string> =>
  path.join(await moduleFolder("sigs.k8s.io/kwok", KWOK, SOURCES), "kustomize/stage");

async function fetchPrometheus(): Promise<void> {
  for (const name of ["prometheus", "promtool"]) {
    const installed = (await run("sh", ["-c", `command -v ${name} || true`])).trim();
    if (installed) await cp(installed, path.join(BIN, name));
  }
  if (await stat(path.join(BIN, "promtool")).catch(() => null)) return;
  const folder = path.join(SOURCES, "prometheus");
  await mkdir(folder, { recursive: true });
  await run("apt-get", ["download", "prometheus"], { cwd: folder });
  await run("sh", ["-c", "dpkg -x prometheus_*.deb ."], { cwd: folder });
  for (const name of ["prometheus", "promtool"])
    await cp(path.join(folder, "usr/bin", name), path.join(BIN, name));
}
