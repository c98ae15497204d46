/**
 * `npm run test:contract [-- --record NAME,NAME…]`: Candor's client and questions against a real vLLM on this machine's CPU, first
 * with the settings of a preset, then without two of them. The first run installs what it needs into `.candor/vllm`.
 * `--record` writes exchanges (`all`: every one) into test/fixtures/inference, for the ordinary tests to replay. Exit
 * code 1 when a case fails.
 */
import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { cpus } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { ROOT } from "../../scripts/build.ts";
import { VLLM_VERSION, vllmEnvironment } from "./environment.ts";

const { values } = parseArgs({ options: { record: { type: "string", default: "" } } });

const environment = await vllmEnvironment((line) => console.log(line));
const report = path.join(environment.folder, "contract.json");
const vitest = path.join(
  path.dirname(createRequire(import.meta.url).resolve("vitest/package.json")),
  "vitest.mjs",
);
const config = path.join(ROOT, "test/contract/vitest.config.ts");
const reporters = ["--reporter=verbose", "--reporter=json", `--outputFile.json=${report}`];
const child = spawn(process.execPath, [vitest, "run", "--config", config, ...reporters], {
  cwd: ROOT,
  stdio: "inherit",
  env: {
    ...process.env,
    VLLM_PYTHON: environment.python,
    VLLM_MODEL: environment.model,
    CONTRACT_RECORD: values.record,
  },
});
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => child.kill(signal));
const code = await new Promise<number>((resolve) => child.once("exit", (status) => resolve(status ?? 1)));
const { numPassedTests: passed, numTotalTests: cases } = JSON.parse(await readFile(report, "utf8")) as {
  numPassedTests: number;
  numTotalTests: number;
};
console.log(`${new Date().toISOString()}, ${cpus()[0]?.model ?? "unknown"} x ${cpus().length}`);
console.log(JSON.stringify({ engine: `vllm ${VLLM_VERSION}`, cases, passed, failed: cases - passed }));
process.exitCode = code;
