/** Candor on one machine: the built worker in workerd, with D1, R2 and queues by miniflare, kept in a state folder. */
import { randomBytes } from "node:crypto";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { convertV4MiniflareOptions, Log, LogLevel, Miniflare, type MiniflareOptions } from "miniflare";
import {
  unstable_splitSqlQuery as splitSql,
  unstable_getMiniflareWorkerOptions as workerOptionsOf,
} from "wrangler";
import type { Env } from "../workers/env.ts";
import { ROOT } from "./build.ts";
import { watchRuntime } from "./runtime-watch.ts";

export interface ServerOptions {
  port: number;
  /** Folder that holds everything that has to survive. */
  state: string;
  /** Variables over those of wrangler.toml. */
  vars?: Record<string, string>;
  /** Seconds between two sweeps; the cron of the edge, by a timer. */
  sweepEveryS?: number;
  inspectorPort?: number;
}

export interface Server {
  url: string;
  miniflare: Miniflare;
  env: Env;
  /** Takes up a newly built worker; stores and queues stay. */
  reload(): Promise<void>;
  /** Runs the cron once. */
  sweep(): Promise<void>;
  close(): Promise<void>;
}

const WORKER = "candor";

/** Starts the server and brings its database up to date. Needs `buildWorker` and `buildAssets` to have run. */
export async function startServer(options: ServerOptions): Promise<Server> {
  await mkdir(options.state, { recursive: true });
  const url = `http://127.0.0.1:${options.port}`;
  const secret = await ownSecret(options.state);
  const vars = { PUBLIC_URL: url, CANDOR_SECRET: secret, SWEEP_AFTER_MS: "5000", ...options.vars };
  const miniflare = new Miniflare(await miniflareOptions(options, vars));
  await miniflare.ready;
  const runtime = watchRuntime();
  runtime.note();
  const env = (await miniflare.getBindings(WORKER)) as unknown as Env;
  await migrate(env.DB);
  // Nothing else works on this state: whatever a killed server held is free again.
  await env.DB.prepare("UPDATE application SET lease_until = 0, queued_at = 0 WHERE lease_until > 0").run();
  const sweep = async () => {
    const worker = await miniflare.getWorker(WORKER);
    await worker.scheduled({ cron: "* * * * *" });
  };
  const timer = setInterval(() => void sweep().catch(() => undefined), (options.sweepEveryS ?? 5) * 1000);
  const close = async () => {
    clearInterval(timer);
    await miniflare.dispose();
    runtime.stop();
  };
  const reload = async () => {
    await miniflare.setOptions(await miniflareOptions(options, vars));
    runtime.note();
  };
  return { url, miniflare, env: { ...env, ...vars }, reload, sweep, close };
}

async function miniflareOptions(
  options: ServerOptions,
  vars: Record<string, string>,
): Promise<MiniflareOptions> {
  const { workerOptions } = workerOptionsOf(path.join(ROOT, "wrangler.toml"));
  const fromConfig = workerOptions.bindings as Record<string, string>;
  return convertV4MiniflareOptions({
    host: "127.0.0.1",
    port: options.port,
    log: new Log(LogLevel.ERROR),
    cf: false,
    resourcePersistencePath: path.join(options.state, "stores"),
    ...(options.inspectorPort === undefined ? {} : { inspectorPort: options.inspectorPort }),
    workers: [
      {
        ...workerOptions,
        name: WORKER,
        modulesRoot: path.join(ROOT, "dist/worker"),
        modules: await workerModules(),
        bindings: { ...fromConfig, ...vars },
      },
    ],
  });
}

/** The deployment's secret: made once, readable by its owner alone. Losing it loses every sealed field. */
async function ownSecret(state: string): Promise<string> {
  const file = path.join(state, "secret");
  const secret = randomBytes(32).toString("base64");
  try {
    await writeFile(file, secret, { flag: "wx", mode: 0o600 });
    return secret;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    return readFile(file, "utf8");
  }
}

async function workerModules() {
  const folder = path.join(ROOT, "dist/worker");
  const names = (await readdir(folder)).filter((name) => /\.(js|wasm)$/.test(name));
  const rank = (name: string) => (name === "index.js" ? 0 : 1);
  return names
    .sort((a, b) => rank(a) - rank(b))
    .map((name) => ({
      type: name.endsWith(".wasm") ? ("CompiledWasm" as const) : ("ESModule" as const),
      path: path.join(folder, name),
    }));
}

/** Applies the migrations that the database has not seen, each as one batch with its own mark. */
async function migrate(d1: D1Database): Promise<void> {
  const folder = path.join(ROOT, "db/migrations");
  await d1
    .prepare(
      "CREATE TABLE IF NOT EXISTS d1_migrations (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT UNIQUE, applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL)",
    )
    .run();
  const done = await d1.prepare("SELECT name FROM d1_migrations").all<{ name: string }>();
  const seen = new Set(done.results.map((row) => row.name));
  const names = (await readdir(folder)).filter((name) => name.endsWith(".sql")).sort();
  for (const name of names.filter((one) => !seen.has(one))) {
    const queries = splitSql(await readFile(path.join(folder, name), "utf8"));
    await d1.batch([
      ...queries.map((query) => d1.prepare(query)),
      d1.prepare("INSERT INTO d1_migrations (name) VALUES (?)").bind(name),
    ]);
  }
}
