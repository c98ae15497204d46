/** A worker that reads documents, bundled as wrangler would, in a `workerd` of its own. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { build } from "esbuild";
import { convertV4MiniflareOptions, Log, LogLevel, Miniflare } from "miniflare";
import { ownWorkerds } from "../process-cost.ts";

/** How the inspector names the worker's isolate. */
export const ISOLATE = "core:user:reader";
const WASM = "pdfium.wasm";

export interface RunningReader {
  miniflare: Miniflare;
  /** Of `workerd`. */
  pid: number;
}

/**
 * @param entry path of the worker's module
 * @param inspectorPort where its inspector listens, or none
 */
export async function startReader(entry: string, inspectorPort?: number): Promise<RunningReader> {
  const modules = await bundled(entry);
  const before = ownWorkerds();
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      log: new Log(LogLevel.ERROR),
      cf: false,
      ...(inspectorPort === undefined ? {} : { inspectorPort }),
      workers: [
        {
          name: "reader",
          compatibilityDate: "2026-10-01",
          compatibilityFlags: ["nodejs_compat"],
          modules,
        },
      ],
    }),
  );
  await miniflare.ready;
  const pid = ownWorkerds().find((one) => !before.includes(one));
  if (pid === undefined) throw new Error("workerd did not start");
  return { miniflare, pid };
}

async function bundled(entry: string) {
  const engine = createRequire(import.meta.url).resolve("@embedpdf/pdfium/pdfium.wasm");
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: "esm",
    target: "es2024",
    conditions: ["workerd", "worker", "browser"],
    external: ["node:*"],
    plugins: [
      {
        name: "wasm as a module of the worker",
        setup: (to) => to.onResolve({ filter: /\.wasm$/ }, () => ({ path: `./${WASM}`, external: true })),
      },
    ],
  });
  return [
    { type: "ESModule" as const, path: "worker.js", contents: outputFiles[0]!.text },
    { type: "CompiledWasm" as const, path: WASM, contents: await readFile(engine) },
  ];
}
