/**
 * `npm run bench:cost`: CPU time a page and memory of Candor's reader in workerd, with and without the checks for hidden
 * text that draw the page. What is measured, and how far to trust it, is in docs/hidden-text.md.
 */

import { parseArgs } from "node:util";
import { zlibSync } from "fflate";
import { quantile, rounded, table } from "../figures.ts";
import { type PrintedFile, printPages, SCRIPTS, type Script } from "./pages.ts";
import { type CostServer, type Mode, startCostServer } from "./server.ts";

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "cost" },
    /** Files of one page a script. */
    singles: { type: "string", default: "16" },
    rounds: { type: "string", default: "7" },
  },
});

const COUNTS = [1, 2, 5, 10, 20, 50] as const;
const MODES = ["described", "drawn"] as const satisfies readonly Mode[];
const BARS = { described: 10, drawn: 60, megabytes: 64 };
const MEGABYTE = 1024 * 1024;

/** CPU milliseconds of reading one file once. */
interface Cost {
  file: PrintedFile;
  mode: Mode;
  ms: number[];
}

const files = await printPages(COUNTS, Number(values.singles), values.seed);
const server = await startCostServer();
try {
  // The runtime compiles and optimises in the background for a while: that is no cost of a page.
  const onePage = files.filter(({ pages }) => pages === 1);
  for (const file of [...onePage, ...onePage]) for (const mode of MODES) await server.read(file.bytes, mode);
  const costs = await measure(server, files, Number(values.rounds));
  const memory = await measureMemory(files);
  const bombs = await measureBombs();
  report(costs, memory, bombs);
} finally {
  await server.close();
}

async function measure(from: CostServer, all: readonly PrintedFile[], rounds: number): Promise<Cost[]> {
  const costs: Cost[] = [];
  for (const file of all) {
    const transport: number[] = [];
    const ms = { described: [] as number[], drawn: [] as number[] };
    for (let round = 0; round < (file.pages > 5 ? 3 : rounds); round++) {
      transport.push((await from.read(file.bytes, "nothing")).ms);
      for (const mode of MODES) {
        const { answer, ms: spent } = await from.read(file.bytes, mode);
        if (answer.pages !== file.pages)
          throw new Error(
            `${file.script}, ${file.layout}: ${JSON.stringify(answer)} for ${file.pages} pages`,
          );
        ms[mode].push(spent);
      }
    }
    // What the file's way into the isolate costs is no reading.
    const way = sorted(transport)[0] ?? 0;
    for (const mode of MODES) costs.push({ file, mode, ms: ms[mode].map((one) => Math.max(0, one - way)) });
  }
  return costs;
}

interface Memory {
  file: PrintedFile;
  /** Growth of the process while it read the file for the first time, garbage and all. */
  resident: number;
  heap: number;
  backing: number;
  wasm: number;
}

/** Each of the largest files in a process of its own, since an engine's memory never shrinks. */
async function measureMemory(all: readonly PrintedFile[]): Promise<Memory[]> {
  const memory: Memory[] = [];
  for (const script of Object.keys(SCRIPTS) as Script[]) {
    const file = all.findLast((one) => one.script === script);
    if (!file) continue;
    const fresh = await startCostServer();
    try {
      await fresh.read(file.bytes, "nothing");
      const resident = await fresh.peakDuring(async () => {
        await fresh.read(file.bytes, "drawn");
      });
      memory.push({ file, resident, ...(await fresh.isolate()) });
    } finally {
      await fresh.close();
    }
  }
  return memory;
}

/** Two PDFs at once whose page inflates to 256 MB each. */
async function measureBombs(): Promise<number> {
  const packed = zlibSync(new Uint8Array(256 * MEGABYTE), { level: 9 });
  const head = new TextEncoder().encode(
    `%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>\nendobj\n4 0 obj\n<</Length ${packed.length}/Filter/FlateDecode>>stream\n`,
  );
  const tail = new TextEncoder().encode("\nendstream\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF\n");
  const bomb = new Uint8Array([...head, ...packed, ...tail]);
  const fresh = await startCostServer();
  try {
    await fresh.read(bomb, "nothing");
    return await fresh.peakDuring(async () => {
      await Promise.all([fresh.read(bomb, "drawn"), fresh.read(bomb, "drawn")]);
    });
  } finally {
    await fresh.close();
  }
}

function sorted(numbers: readonly number[]): number[] {
  return [...numbers].sort((a, b) => a - b);
}

/** Milliseconds a page over several readings. */
function perPage(costs: readonly Cost[]): { median: number; p95: number } {
  const ms = sorted(costs.flatMap(({ file, ms: own }) => own.map((one) => one / file.pages)));
  return { median: rounded(quantile(ms, 0.5)), p95: rounded(quantile(ms, 0.95)) };
}

function report(costs: readonly Cost[], memory: readonly Memory[], bombs: number): void {
  const of = (script: Script, mode: Mode, keep: (file: PrintedFile) => boolean) =>
    perPage(costs.filter(({ file, mode: own }) => file.script === script && own === mode && keep(file)));
  const scripts = Object.keys(SCRIPTS) as Script[];
  const single = scripts.map((script) => ({
    script,
    described: of(script, "described", ({ layout }) => layout !== "series"),
    drawn: of(script, "drawn", ({ layout }) => layout !== "series"),
  }));
  console.log("\nCPU ms of one page, all layouts");
  const cells = ({ median, p95 }: { median: number; p95: number }) => [median.toFixed(1), p95.toFixed(1)];
  console.log(
    table([
      ["", "without drawing", "p95", "with", "p95"],
      ...single.map(({ script, described, drawn }) => [script, ...cells(described), ...cells(drawn)]),
    ]),
  );
  const series = scripts.flatMap((script) =>
    COUNTS.map((pages) => {
      const keep = (file: PrintedFile) => file.layout === "series" && file.pages === pages;
      return { script, pages, described: of(script, "described", keep), drawn: of(script, "drawn", keep) };
    }),
  );
  console.log("\nCPU ms a page by pages of the file");
  console.log(
    table([
      ["", "pages", "without drawing", "with"],
      ...series.map(({ script, pages, described, drawn }) => [
        script,
        String(pages),
        described.median.toFixed(1),
        drawn.median.toFixed(1),
      ]),
    ]),
  );
  const megabytes = (bytes: number) => rounded(bytes / MEGABYTE, 1);
  console.log("\nMB for the largest file, engine started by it");
  console.log(
    table([
      ["", "pages", "heap", "buffers", "wasm", "together", "process grew by"],
      ...memory.map(({ file, heap, backing, wasm, resident }) => [
        file.script,
        String(file.pages),
        ...[heap, backing, wasm, heap + backing + wasm, resident].map((bytes) => String(megabytes(bytes))),
      ]),
    ]),
  );
  console.log(`\nTwo PDFs of 256 MB at once: the process grew by ${megabytes(bombs)} MB`);
  const latin = single.find(({ script }) => script === "latin")!;
  const isolate_mb = Math.max(...memory.map(({ heap, backing, wasm }) => megabytes(heap + backing + wasm)));
  console.log(
    JSON.stringify({
      ms_per_page: Object.fromEntries(
        single.map(({ script, described, drawn }) => [script, { described, drawn }]),
      ),
      series,
      isolate_mb,
      process_grew_mb: Math.max(...memory.map(({ resident }) => megabytes(resident))),
      bombs_mb: megabytes(bombs),
      bars: {
        described: latin.described.median <= BARS.described,
        drawn: latin.drawn.median <= BARS.drawn,
        memory: isolate_mb <= BARS.megabytes,
      },
    }),
  );
}
