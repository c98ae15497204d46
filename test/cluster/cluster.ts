/**
 * `npm run test:cluster`: the manifests on a real control plane with KEDA and Prometheus, where KWOK stands in for
 * machines with cards. Ends with one line of JSON, and with 1 when something did not hold.
 *
 *   --stand-in    the queue by a stand-in, not by Candor's own server
 *   --only NAME   one scenario (upAndDown, patience, outage, gauges, rollout, controls)
 */
import { randomBytes } from "node:crypto";
import path from "node:path";
import { ofKind } from "../../inference/kubernetes/checks/objects.ts";
import { startAutoscaling } from "./autoscaling.ts";
import { type ControlPlane, startControlPlane } from "./control-plane.ts";
import { OVERLAY, objectsOf, shortened } from "./deployment.ts";
import { candorEdge, type Edge, standInEdge } from "./edge.ts";
import { buildEngines } from "./engines/build.ts";
import { CACHE } from "./engines/folders.ts";
import { startModelMetrics } from "./model-metrics.ts";
import { disks, nodes } from "./nodes.ts";
import { SCENARIOS } from "./scenarios.ts";
import { checkFiles, checkRefusals } from "./static-checks.ts";
import { Findings, NAMESPACE } from "./watch.ts";

const begun = Date.now();
const say = (line: string) =>
  console.log(`${((Date.now() - begun) / 1000).toFixed(0).padStart(4)} s  ${line}`);
const only = process.argv.includes("--only") ? process.argv[process.argv.indexOf("--only") + 1] : undefined;

for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(130));
await buildEngines(say);
const plane = await startControlPlane(path.join(CACHE, "run"));
const token = randomBytes(24).toString("base64url");
const edge = process.argv.includes("--stand-in") ? await standInEdge(token) : await candorEdge(token);
let serving: readonly string[] = [];
const metrics = await startModelMetrics(() => serving);
try {
  const findings = await everything(plane, edge);
  const { passed, failed, seconds } = findings;
  console.log(
    JSON.stringify({
      edge: edge.name,
      passed,
      failed,
      seconds,
      polls: edge.answered(),
      took_s: Math.round((Date.now() - begun) / 1000),
    }),
  );
  process.exitCode = failed.length > 0 || passed === 0 ? 1 : 0;
} finally {
  await plane.processes.end();
  await Promise.all([edge.close(), metrics.close()]);
}

async function everything({ api, ...rest }: ControlPlane, { url, token }: Edge): Promise<Findings> {
  say("the control plane stands");
  const { prometheus, close } = await startAutoscaling({ api, ...rest }, metrics.port);
  say("KEDA and Prometheus stand");
  const findings = new Findings(api, (state) => {
    serving = state.serving;
  });
  const original = objectsOf(OVERLAY.name);
  await checkFiles(api, findings);
  await checkRefusals(api, findings);
  await api.apply(nodes(OVERLAY.nodeSelector));
  await api.apply(disks(ofKind(original, "PersistentVolumeClaim") as unknown as Parameters<typeof disks>[0]));
  await api.apply(secrets(token));
  const objects = shortened(original, { queue: url, prometheus });
  const stop = findings.keepLooking();
  try {
    await api.apply(objects);
    const stage = { api, edge, metrics, prometheus, objects, findings };
    const parts = SCENARIOS.filter(({ name }) => only === undefined || name === only);
    for (const part of parts) {
      say(part.name);
      await part(stage);
    }
    findings.note(
      "the edge was asked with its token",
      (edge.answered()[401] ?? 0) === 0,
      JSON.stringify(edge.answered()),
    );
  } finally {
    stop();
    await close();
  }
  return findings;
}

/** What an operator makes by hand, docs/gpu-cluster.md says how. */
function secrets(token: string): object[] {
  const values = {
    "model-api-key": { vllm_api_key: randomBytes(32).toString("base64url") },
    "edge-internal-token": { token },
    "tunnel-credentials": { "cloudflared.json": "{}" },
  };
  return Object.entries(values).map(([name, stringData]) => ({
    apiVersion: "v1",
    kind: "Secret",
    metadata: { name, namespace: NAMESPACE },
    stringData,
  }));
}
