/** Candor's reader inside workerd. */
import { readFile } from "node:fs/promises";
import path from "node:path";
import type { ReadResult } from "../../workers/documents/types.ts";
import { cpuMs } from "../process-cost.ts";
import { startReader } from "./start-reader.ts";
import type { Case, Reading } from "./types.ts";

const FORMATS = ["pdf", "docx", "doc", "rtf", "odt", "html", "htm", "txt", "md"];

/** Bundles the reader and starts it. `pages` fills with the pages of every file that was read. */
export async function candorReader(pages: Map<string, number>) {
  const server = await startReader(path.join(import.meta.dirname, "worker.ts"));
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
