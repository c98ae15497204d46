/**
 * `npx tsx bench/accept-profile.ts [--kind pdf] [--top 12]`: where the CPU time of accepting goes, isolate by isolate.
 * The stores' simulators run in isolates of their own, so Candor's share can be told from theirs.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { uploadsOf } from "./accepting.ts";
import { table } from "./figures.ts";
import { freePort } from "./free-port.ts";
import { CANDOR_ISOLATE, openInspector, type ProfileLine, profile } from "./inspector.ts";
import { sendAll } from "./load.ts";
import { cpuMs } from "./process-cost.ts";
import { type Measured, startBareHeld, startCandor, startCandorHeld } from "./servers.ts";
import { FILE_KINDS, type FileKind, resumeFiles } from "./uploads.ts";

/** Isolates that an upload passes through, by what they stand for. */
const ISOLATES = {
  worker: CANDOR_ISOLATE,
  "front door": "core:entry",
  "asset router": "assets:router:candor",
  "asset lookup": "assets:assets-service:candor",
  "asset proxy": "assets:rpc-proxy:candor",
  "D1 entry": "d1:db:entry",
  D1: "d1:db",
  "R2 entry": "r2:bucket:entry",
  R2: "r2:bucket",
  "queue entry": "queues:queue:pipeline",
  queue: "queues:queue",
} as const;

const { values } = parseArgs({
  options: {
    kind: { type: "string", default: "pdf" },
    uploads: { type: "string", default: "80" },
    top: { type: "string", default: "15" },
  },
});
const kind = FILE_KINDS.find((one) => one === values.kind) ?? "pdf";
const folder = await mkdtemp(path.join(tmpdir(), "candor-profile-"));
try {
  const once = await startCandor(path.join(folder, "candor"));
  await once.close();
  const candorPort = await freePort();
  const candor = await startCandorHeld(
    path.join(folder, "candor"),
    new URL(once.uploadUrl).pathname,
    candorPort,
  );
  const inCandor = await profileAll(candor, candorPort, kind);
  await candor.close();
  const barePort = await freePort();
  const bare = await startBareHeld(path.join(folder, "bare"), barePort);
  const inBare = await profileAll(bare, barePort, kind);
  await bare.close();
  console.log(
    table([
      [`ms of CPU per upload, ${kind}`, "Candor", "bare worker"],
      ...Object.keys(ISOLATES).map((name) => [
        name,
        (inCandor.busy.get(name) ?? 0).toFixed(2),
        (inBare.busy.get(name) ?? 0).toFixed(2),
      ]),
      ["whole process, without a profiler", inCandor.processMs.toFixed(2), inBare.processMs.toFixed(2)],
    ]),
  );
  const top = (by: "selfMs" | "totalMs") =>
    inCandor.lines
      .toSorted((a, b) => b[by] - a[by])
      .slice(0, Number(values.top))
      .map((line) => [line.name, line[by].toFixed(3)]);
  console.log(
    `\n${table([["Candor's isolate, function:line of dist/worker/index.js", "ms itself"], ...top("selfMs")])}`,
  );
  console.log(`\n${table([["the same, with all that it calls", "ms in all"], ...top("totalMs")])}`);
} finally {
  await rm(folder, { recursive: true, force: true });
}

/** One isolate at a time, the same load for each. Values are per upload. */
async function profileAll(server: Measured, port: number, what: FileKind) {
  const uploads = Number(values.uploads);
  const load = async () =>
    void (await sendAll(server.uploadUrl, uploadsOf(resumeFiles()[what], uploads), 16));
  await load();
  const before = cpuMs(server.pid);
  await load();
  const processMs = (cpuMs(server.pid) - before) / uploads;
  const busy = new Map<string, number>();
  let lines: ProfileLine[] = [];
  for (const [name, isolate] of Object.entries(ISOLATES)) {
    const inspector = await openInspector(port, isolate);
    const taken = await profile(inspector, load);
    inspector.close();
    busy.set(name, taken.busyMs / uploads);
    if (isolate === CANDOR_ISOLATE) {
      lines = taken.lines.map(({ name, selfMs, totalMs }) => ({
        name,
        selfMs: selfMs / uploads,
        totalMs: totalMs / uploads,
      }));
    }
  }
  return { processMs, busy, lines };
}
