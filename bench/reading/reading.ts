/**
 * `npm run bench:reading`: how much of a résumé's visible text Candor's reader brings out, and in which order,
 * beside other readers on the same files. What is measured, and how far to trust it, is in docs/reading.md.
 */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { candorReader } from "./candor.ts";
import { corpusCases, folderCases } from "./cases.ts";
import { peers } from "./peers.ts";
import { report } from "./report.ts";
import { scoresOf } from "./scores.ts";
import type { Reading } from "./types.ts";

const { values } = parseArgs({
  options: {
    files: { type: "string", default: "200" },
    seed: { type: "string", default: "candor" },
    /** Keeps the corpus and what every tool made of it. */
    out: { type: "string" },
    /** Reads these files, each with its gold in a `.txt` of the same name, in place of the corpus. */
    folder: { type: "string" },
    "no-peers": { type: "boolean", default: false },
    worst: { type: "string", default: "12" },
  },
});

const work = await mkdtemp(path.join(tmpdir(), "candor-reading-"));
try {
  const corpusFolder = path.resolve(values.out ?? path.join(work, "corpus"));
  const { cases, note } = values.folder
    ? { cases: await folderCases(path.resolve(values.folder)), note: null }
    : await corpusCases(Number(values.files), values.seed, corpusFolder);
  if (cases.length === 0) throw new Error("no files to read");
  const pages = new Map<string, number>();
  const candor = await candorReader(pages);
  const others = values["no-peers"] ? { readers: [], missing: [] } : await peers(path.join(work, "peers"));
  const readings: Reading[] = [];
  // Timed on PDFs, which all read; the other formats come after.
  const office: Reading[] = [];
  try {
    for (const reader of [candor, ...others.readers]) {
      const taken = cases.filter(({ format }) => reader.formats.includes(format));
      const pdfs = taken.filter(({ format }) => format === "pdf");
      const rest = taken.filter(({ format }) => format !== "pdf");
      if (pdfs.length > 0) readings.push(await reader.read(pdfs));
      if (rest.length > 0) office.push(await reader.read(rest));
    }
  } finally {
    await candor.close();
  }
  if (values.out) await keep(corpusFolder, [...readings, ...office]);
  const scores = readings.flatMap((reading) => scoresOf(reading, cases));
  const officeScores = office.flatMap((reading) => scoresOf(reading, cases));
  const pagesOf = ({ texts }: Reading) =>
    [...texts.keys()].reduce((sum, id) => sum + (pages.get(id) ?? 1), 0);
  const msPerPage = new Map(readings.map((one) => [one.tool, one.cpuMs / Math.max(1, pagesOf(one))]));
  report({
    source: values.folder ?? `seed ${values.seed}`,
    worst: Number(values.worst),
    invented: values.folder === undefined,
    cases,
    note,
    missing: others.missing,
    readings,
    scores,
    officeScores,
    msPerPage,
  });
} finally {
  await rm(work, { recursive: true, force: true });
}

async function keep(folder: string, readings: readonly Reading[]): Promise<void> {
  for (const { tool, texts } of readings) {
    const own = path.join(folder, "read", tool);
    await mkdir(own, { recursive: true });
    for (const [id, text] of texts) await writeFile(path.join(own, `${id}.out`), text ?? "");
  }
}
