import { execFile, execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { PYTHON } from "../support/python.ts";

const ROOT = path.join(import.meta.dirname, "../..");
const CONTAINER = path.join(ROOT, "inference/container");
const read = (file: string) => readFileSync(path.join(ROOT, "inference", file), "utf8");
const KEY = "k".repeat(32);

const python = (script: string, args: string[], env: Record<string, string> = {}) =>
  promisify(execFile)(PYTHON ?? "", ["-S", "-B", path.join(CONTAINER, script), ...args], {
    env: { PATH: process.env.PATH ?? "", ...env },
  }).then(
    ({ stdout }) => ({ code: 0, stdout, stderr: "" }),
    ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({
      code,
      stdout,
      stderr,
    }),
  );

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "candor-weights-"));
  writeFileSync(path.join(folder, "config.json"), "{}");
  writeFileSync(path.join(folder, "model.safetensors"), "weights");
  writeSums({ "config.json": "{}", "model.safetensors": "weights" });
});
afterEach(() => rmSync(folder, { recursive: true }));

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const sumsOf = (files: Record<string, string>) =>
  Object.entries(files)
    .map(([name, text]) => `${sha256(text)}  ${name}\n`)
    .join("");
const writeSums = (files: Record<string, string>) =>
  writeFileSync(path.join(folder, "SHA256SUMS"), sumsOf(files));

describe.skipIf(PYTHON === undefined)("weights are what their list says", () => {
  const verify = (...args: string[]) => python("weights.py", [folder, ...args]);

  it("accepts a folder that matches its list, as sha256sum writes it, and the list its own checksum", async () => {
    execFileSync("sh", ["-c", "sha256sum config.json model.safetensors > SHA256SUMS"], { cwd: folder });
    expect(await verify()).toMatchObject({ code: 0 });
    expect(await verify(sha256(readFileSync(path.join(folder, "SHA256SUMS"), "utf8")))).toMatchObject({
      code: 0,
    });
  });

  it.each<[string, () => void, RegExp]>([
    [
      "a changed byte",
      () => writeFileSync(path.join(folder, "model.safetensors"), "Weights"),
      /model\.safetensors has another checksum/,
    ],
    [
      "a file too many",
      () => writeFileSync(path.join(folder, "extra.safetensors"), ""),
      /not as listed.*extra\.safetensors/,
    ],
    ["a file too few", () => rmSync(path.join(folder, "config.json")), /not as listed.*config\.json/],
    ["no list", () => rmSync(path.join(folder, "SHA256SUMS")), /SHA256SUMS is missing/],
    ["an empty list", () => writeSums({}), /not as listed/],
    [
      "a list that leads out of the folder",
      () => writeFileSync(path.join(folder, "SHA256SUMS"), `${sha256("x")}  ../x\n`),
      /no checksum/,
    ],
  ])("refuses %s", async (_, spoil, says) => {
    spoil();
    const { code, stderr } = await verify();
    expect(code).toBe(1);
    expect(stderr).toMatch(says);
  });

  it("refuses a list that was rewritten together with the weights, where its checksum is pinned", async () => {
    const pinned = sha256(sumsOf({ "config.json": "{}", "model.safetensors": "weights" }));
    writeFileSync(path.join(folder, "model.safetensors"), "Weights");
    writeSums({ "config.json": "{}", "model.safetensors": "Weights" });
    expect(await verify()).toMatchObject({ code: 0 });
    expect((await verify(pinned)).stderr).toMatch(/another checksum than WEIGHTS_SHA256/);
  });
});

describe.skipIf(PYTHON === undefined)("a preset becomes vLLM's command line", () => {
  const start = (env: Record<string, string>, ...args: string[]) =>
    python("serve.py", ["--print", ...args], {
      PRESET: path.join(ROOT, "inference/presets/awq-8gb.json"),
      WEIGHTS_DIR: folder,
      VLLM_API_KEY: KEY,
      ...env,
    });

  it("adds address, weights and the operator's own arguments to the preset's flags", async () => {
    const command = JSON.parse((await start({}, "--seed", "7")).stdout) as string[];
    const { flags } = JSON.parse(read("presets/awq-8gb.json")) as { flags: string[] };
    expect(command.slice(1, 5)).toEqual(["-m", "vllm.entrypoints.cli.main", "serve", folder]);
    expect(command.slice(-flags.length - 2)).toEqual([...flags, "--seed", "7"]);
    expect(command.join(" ")).toContain(
      `serve ${folder} --load-format safetensors --host 127.0.0.1 --port 8001`,
    );
  });

  it("never puts the key where everyone on the machine can read it", async () => {
    const file = path.join(folder, "..", `${path.basename(folder)}.key`);
    writeFileSync(file, `${KEY}\n`);
    for (const env of [{ VLLM_API_KEY: KEY }, { VLLM_API_KEY: "", VLLM_API_KEY_FILE: file }]) {
      const { code, stdout } = await start(env);
      expect(code).toBe(0);
      expect(stdout).not.toContain(KEY);
    }
    rmSync(file);
  });

  it.each<[string, Record<string, string>, RegExp]>([
    ["without a key", { VLLM_API_KEY: "" }, /no usable key/],
    ["with a key that can be guessed", { VLLM_API_KEY: "secret" }, /at least 32/],
    ["with a key that no header can carry", { VLLM_API_KEY: "é".repeat(40) }, /printable/],
    ["with a preset that does not exist", { PRESET: "bf16-4gb" }, /is not known/],
    ["with damaged weights", { WEIGHTS_SHA256: sha256("another list") }, /another checksum/],
    ["with a check that does not exist", { WEIGHTS_CHECK: "no" }, /none of full, list, off/],
  ])("does not start %s", async (_, env, says) => {
    const { code, stderr } = await start(env);
    expect(code).toBe(1);
    expect(stderr).toMatch(says);
    expect(stderr).not.toContain("Traceback");
  });

  it("reads no contents where the image was built with them, but still compares the names", async () => {
    writeFileSync(path.join(folder, "model.safetensors"), "Weights");
    expect((await start({ WEIGHTS_CHECK: "list" })).code).toBe(0);
    writeFileSync(path.join(folder, "extra.bin"), "");
    expect((await start({ WEIGHTS_CHECK: "list" })).stderr).toMatch(/extra\.bin/);
  });
});

describe("the image", () => {
  const dockerfile = read("Dockerfile");
  const instructions = dockerfile
    .replace(/^#.*\n/gm, "")
    .replace(/\\\n\s*/g, " ")
    .split("\n")
    .filter((line) => line !== "");
  const last = (word: string) => instructions.filter((line) => line.startsWith(`${word} `)).at(-1) ?? "";

  it("stands on vLLM's own image, by version, with a place for the digest", () => {
    expect(dockerfile).toMatch(/^ARG VLLM_VERSION=v\d+\.\d+\.\d+$/m);
    expect(dockerfile).toMatch(
      /^FROM vllm\/vllm-openai:\$\{VLLM_VERSION\}\$\{VLLM_DIGEST:\+@\$\{VLLM_DIGEST\}\} AS server$/m,
    );
    expect(dockerfile).not.toMatch(/:latest/);
  });

  it("does not run as root, tells when it is healthy, and ends on SIGTERM", () => {
    const user = instructions.indexOf(last("USER"));
    expect(last("USER")).toMatch(/^USER [1-9]\d+:[1-9]\d+$/);
    expect(instructions.slice(user).some((line) => line.startsWith("RUN"))).toBe(false);
    expect(last("HEALTHCHECK")).toContain("health.py");
    expect(last("STOPSIGNAL")).toBe("STOPSIGNAL SIGTERM");
    expect(last("ENTRYPOINT")).toBe('ENTRYPOINT ["python3", "/opt/candor/serve.py"]');
  });

  it("verifies baked weights while it is built, and cannot be built without their checksum", () => {
    expect(dockerfile).toMatch(/weights\.py \/models\/weights \\\n\s+"\$\{WEIGHTS_SHA256:\?/);
  });

  it("holds no secret and sends nothing home", () => {
    expect(dockerfile).not.toMatch(/(ARG|ENV) \w*(API_KEY|TOKEN|SECRET)=/);
    for (const setting of ["HF_HUB_OFFLINE=1", "VLLM_NO_USAGE_STATS=1", "DO_NOT_TRACK=1"])
      expect(dockerfile).toContain(setting);
  });

  it("waits in compose as long as the slowest preset takes to drain", () => {
    const compose = read("compose.yaml");
    const grace = [...compose.matchAll(/stop_grace_period: (\d+)s/g)].map(([, seconds]) => Number(seconds));
    const longest = Number(JSON.parse(read("presets/bf16-80gb-262k.json")).grace_period_s);
    expect(grace).toEqual([longest, longest]);
    expect(compose).not.toMatch(/^\s+ports:/m);
  });
});
