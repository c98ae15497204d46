/**
 * `npm run fuzz -- --seed 1 --inputs 1000000`: reads damaged and hostile variants of small files of every format and
 * looks for what must never happen: a reader that hangs, breaks, or throws what is none of its reasons. Each input
 * follows from the seed and its index, so a finding can be repeated: `npm run fuzz -- --case 1:4711`, or with a file.
 */
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { table } from "../figures.ts";
import { bundleForNode } from "./bundle.ts";
import { fuzzInput } from "./inputs.ts";
import { type Finding, runPool, type Tally } from "./pool.ts";
import { createProber, minimise } from "./probing.ts";
import { FUZZ_FORMATS, type FuzzFormat } from "./samples.ts";

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    inputs: { type: "string", default: "20000" },
    /** Index of the first input, to go on where a run ended. */
    first: { type: "string", default: "0" },
    format: { type: "string" },
    threads: { type: "string", default: String(Math.min(8, availableParallelism())) },
    /** Wall time of one input. Other work on the machine counts, so it is generous. */
    "deadline-ms": { type: "string", default: "20000" },
    /** CPU time of one input above which it is reported as slow. */
    "slow-ms": { type: "string", default: "1500" },
    /** Where findings are kept. */
    out: { type: "string", default: path.join(tmpdir(), "candor-fuzz") },
    /** `SEED:INDEX`, or the path of a file: reads this one alone. */
    case: { type: "string" },
  },
});

const ATTEMPTS = { untyped: 400, crash: 40, hang: 25, slow: 0 } as const;

const format = formatOf(values.format);
const deadlineMs = Number(values["deadline-ms"]);
const work = await mkdtemp(path.join(tmpdir(), "candor-fuzz-"));
try {
  const probe = path.join(work, "probe.mjs");
  await bundleForNode(path.join(import.meta.dirname, "probe.ts"), probe);
  const prober = createProber(probe, deadlineMs);
  if (values.case !== undefined) {
    const fate = await prober.probe(await caseBytes(values.case));
    await prober.close();
    console.log(JSON.stringify({ case: values.case, ...fate }));
    process.exitCode = fate.untyped === null ? 0 : 1;
  } else {
    const script = path.join(work, "worker.mjs");
    await bundleForNode(path.join(import.meta.dirname, "worker.ts"), script);
    const run = { ...numbers(), format, deadlineMs, slowMs: Number(values["slow-ms"]), script };
    const began = performance.now();
    const tally = await runPool(run, ({ kind, index, error }) =>
      console.log(`${kind} at ${run.seed}:${index}: ${error}`),
    );
    await keep(tally.findings, run.seed);
    await prober.close();
    report(tally, run, (performance.now() - began) / 1000);
    process.exitCode = tally.findings.length === 0 ? 0 : 1;
  }

  async function keep(findings: readonly Finding[], seed: number): Promise<void> {
    const kept = new Set<string>();
    for (const { kind, index, error } of findings) {
      const same = `${kind} ${error.replace(/\d+/g, "#")}`;
      const { bytes, format: own } = fuzzInput(seed, index, format);
      const name = path.join(values.out, `${seed}-${index}-${kind}`);
      await mkdir(values.out, { recursive: true });
      await writeFile(`${name}.${own}`, bytes);
      if (kept.has(same) || ATTEMPTS[kind] === 0) continue;
      kept.add(same);
      const small = await minimise(bytes, prober, ATTEMPTS[kind]);
      await writeFile(`${name}.min.${own}`, small);
      console.log(`${name}.min.${own}: ${bytes.length} bytes made ${small.length}`);
    }
  }
} finally {
  await rm(work, { recursive: true, force: true });
}

function numbers() {
  const { seed, inputs, first, threads } = values;
  return { seed: Number(seed), inputs: Number(inputs), first: Number(first), threads: Number(threads) };
}

function formatOf(name: string | undefined): FuzzFormat | null {
  if (name === undefined) return null;
  const found = FUZZ_FORMATS.find((one) => one === name);
  if (!found) throw new Error(`--format is one of ${FUZZ_FORMATS.join(", ")}`);
  return found;
}

async function caseBytes(which: string): Promise<Uint8Array> {
  const numbered = /^(\d+):(\d+)$/.exec(which);
  if (!numbered) return new Uint8Array(await readFile(which));
  return fuzzInput(Number(numbered[1]), Number(numbered[2]), format).bytes;
}

function report(tally: Tally, run: { seed: number }, seconds: number): void {
  const outcomes = [...new Set([...tally.outcomes.keys()].map((key) => key.split("/")[1]!))].sort();
  const rows = FUZZ_FORMATS.map((one) => [
    one,
    ...outcomes.map((outcome) => String(tally.outcomes.get(`${one}/${outcome}`) ?? 0)),
  ]);
  console.log(table([["", ...outcomes], ...rows]));
  const count = (kind: Finding["kind"]) => tally.findings.filter((finding) => finding.kind === kind).length;
  const per_format = Object.fromEntries(
    FUZZ_FORMATS.map((one) => [
      one,
      [...tally.outcomes].reduce((sum, [key, times]) => sum + (key.startsWith(`${one}/`) ? times : 0), 0),
    ]),
  );
  const { index, ms } = tally.slowest;
  console.log(`slowest: ${run.seed}:${index}, ${ms} ms of CPU; ${seconds.toFixed(0)} s in all`);
  console.log(
    JSON.stringify({
      // A thread that was ended takes what it had not reported yet with it.
      inputs: Object.values(per_format).reduce((sum, one) => sum + one, count("hang") + count("crash")),
      seed: run.seed,
      hangs: count("hang"),
      crashes: count("crash"),
      untyped: count("untyped"),
      slow: count("slow"),
      per_format,
      seconds: Math.round(seconds),
      slowest_ms: ms,
    }),
  );
}
