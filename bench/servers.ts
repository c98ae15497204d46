/** The servers that are measured: each a Miniflare of its own, hence a `workerd` process of its own. */
import { mkdir, readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { convertV4MiniflareOptions, Log, LogLevel, Miniflare } from "miniflare";
import ts from "typescript";
import { unstable_getMiniflareWorkerOptions as workerOptionsOf } from "wrangler";
import { seedDemo } from "../db/seed.ts";
import { ROOT } from "../scripts/build.ts";
import { type Server, type ServerOptions, startServer } from "../scripts/server.ts";
import { createContext } from "../workers/context.ts";
import { freePort } from "./free-port.ts";
import { ownWorkerds } from "./process-cost.ts";

/** Longest delay that a queue takes: what is sent in a measurement is not consumed in it. */
const HOLD_S = 43_200;

export interface Measured {
  /** Where an application is posted. */
  uploadUrl: string;
  /** The `workerd` that serves it. */
  pid: number;
  close(): Promise<void>;
}

/** Candor as `npm start` runs it, with its demo job. */
export async function startCandor(
  state: string,
  options: Partial<ServerOptions> = {},
): Promise<Measured & { server: Server }> {
  const before = ownWorkerds();
  const server = await startServer({ port: await freePort(), state, ...options });
  const seeded = await seedDemo(createContext(server.env), null);
  const job = seeded.jobs.find(({ language }) => language.startsWith("en")) ?? seeded.jobs[0];
  const uploadUrl = `${server.url}/v1/public/jobs/${job?.id}/applications`;
  return { server, uploadUrl, pid: started(before), close: () => server.close() };
}

/** Candor with its queues held back, on a state that {@link startCandor} has made. */
export async function startCandorHeld(
  state: string,
  uploadPath: string,
  inspectorPort?: number,
): Promise<Measured> {
  const folder = path.join(ROOT, "dist/worker");
  const wasm = (await readdir(folder)).filter((name) => name.endsWith(".wasm"));
  const secret = await readFile(path.join(state, "secret"), "utf8");
  const held = await startHeld(state, inspectorPort, (url) => ({
    modulesRoot: folder,
    modules: [
      { type: "ESModule" as const, path: path.join(folder, "index.js") },
      ...wasm.map((name) => ({ type: "CompiledWasm" as const, path: path.join(folder, name) })),
    ],
    bindings: { PUBLIC_URL: url, CANDOR_SECRET: secret },
  }));
  return { ...held, uploadUrl: held.url + uploadPath };
}

/** `bare-worker.ts` under the same options and bindings, its queues held back alike. */
export async function startBareHeld(state: string, inspectorPort?: number): Promise<Measured> {
  await mkdir(state, { recursive: true });
  const source = await readFile(path.join(import.meta.dirname, "bare-worker.ts"), "utf8");
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2024 },
  });
  const held = await startHeld(state, inspectorPort, () => ({
    modules: [{ type: "ESModule" as const, path: "bare-worker.mjs", contents: outputText }],
  }));
  const { DB } = (await held.miniflare.getBindings("candor")) as { DB: D1Database };
  await DB.exec(
    "CREATE TABLE IF NOT EXISTS upload (id TEXT PRIMARY KEY, name TEXT NOT NULL, email TEXT NOT NULL, bytes INTEGER NOT NULL, created_at INTEGER NOT NULL)",
  );
  return { ...held, uploadUrl: held.url };
}

type AllOptions = Parameters<typeof convertV4MiniflareOptions>[0];
/** The part of a worker's options in which the two differ. */
interface WorkerCode {
  modulesRoot?: string;
  modules: { type: "ESModule" | "CompiledWasm"; path: string; contents?: string }[];
  bindings?: Record<string, string>;
}

/** One worker on the options of wrangler.toml, whose messages are delivered long after the measurement. */
async function startHeld(
  state: string,
  inspectorPort: number | undefined,
  code: (url: string) => WorkerCode,
) {
  const { workerOptions } = workerOptionsOf(path.join(ROOT, "wrangler.toml"));
  const producers = workerOptions.queueProducers as Record<string, { queueName: string }>;
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const { bindings, ...modules } = code(url);
  const before = ownWorkerds();
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      host: "127.0.0.1",
      port,
      log: new Log(LogLevel.ERROR),
      resourcePersistencePath: path.join(state, "stores"),
      ...(inspectorPort === undefined ? {} : { inspectorPort }),
      workers: [
        {
          ...workerOptions,
          ...modules,
          name: "candor",
          bindings: { ...(workerOptions.bindings as Record<string, string>), ...bindings },
          queueProducers: Object.fromEntries(
            Object.entries(producers).map(([name, queue]) => [name, { ...queue, deliveryDelay: HOLD_S }]),
          ),
        },
      ],
    } as AllOptions),
  );
  await miniflare.ready;
  return { url, miniflare, pid: started(before), close: () => miniflare.dispose() };
}

function started(before: readonly number[]): number {
  const pid = ownWorkerds().find((one) => !before.includes(one));
  if (pid === undefined) throw new Error("no workerd was started");
  return pid;
}
