/** Candor's reader inside workerd. */
import { mkdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { build } from "esbuild";
import { convertV4MiniflareOptions, Log, LogLevel, Miniflare } from "miniflare";
import type { ReadResult } from "../../workers/documents/types.ts";
import { cpuMs, ownWorkerds } from "../process-cost.ts";
import type { Case, Reading } from "./types.ts";

const FORMATS = ["pdf", "docx", "doc", "rtf", "odt", "html", "htm", "txt", "md"];
const WASM = "pdfium.wasm";

/** Bundles the reader and starts it. `pages` fills with the pages of every file that was read. */
export async function candorReader(folder: string, pages: Map<string, number>) {
  const server = await startReader(path.join(folder, "candor"));
  const { default: product } = await import("../../package.json", { with: { type: "json" } });
  const readOne = async ({ path: file }: Case): Promise<ReadResult> => {
    const answer = await server.miniflare.dispatchFetch("http://reader/", {
      method: "POST",
      body: new Uint8Array(await readFile(file)),
    });
    return (await answer.json()) as ReadResult;
  };
  return {
    tool: "candor",
    formats: FORMATS,
    async read(cases: readonly Case[]): Promise<Reading> {
      // The first file pays for compiling the engine; the others' programs are loaded before they are timed, too.
      if (cases[0]) await readOne(cases[0]);
      const texts: Reading["texts"] = new Map();
      const before = cpuMs(server.pid);
      for (const one of cases) {
        const result = await readOne(one);
        texts.set(one.id, result.ok ? result.document.text : null);
        if (result.ok) pages.set(one.id, result.document.pages);
        else console.log(`candor: ${one.id}: ${result.reason}, ${result.detail}`);
      }
      return { tool: "candor", version: product.version, texts, cpuMs: cpuMs(server.pid) - before };
    },
    close: () => server.miniflare.dispose(),
  };
}

async function startReader(folder: string): Promise<{ miniflare: Miniflare; pid: number }> {
  await mkdir(folder, { recursive: true });
  const engine = createRequire(import.meta.url).resolve("@embedpdf/pdfium/pdfium.wasm");
  const { outputFiles } = await build({
    entryPoints: [path.join(import.meta.dirname, "worker.ts")],
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
  const before = ownWorkerds();
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      log: new Log(LogLevel.ERROR),
      cf: false,
      workers: [
        {
          name: "reader",
          compatibilityDate: "2026-10-01",
          compatibilityFlags: ["nodejs_compat"],
          modules: [
            { type: "ESModule", path: "worker.js", contents: outputFiles[0]!.text },
            { type: "CompiledWasm", path: WASM, contents: await readFile(engine) },
          ],
        },
      ],
    }),
  );
  await miniflare.ready;
  const pid = ownWorkerds().find((one) => !before.includes(one));
  if (pid === undefined) throw new Error("workerd did not start");
  return { miniflare, pid };
}
