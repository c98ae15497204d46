/** The other redactors: installed into a folder of the bench, never into the product. */
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { bytesOf } from "./candor.ts";
import { placesOfReplaced, REPLACED } from "./replaced.ts";
import type { Case, Place, Redacted, Redactor } from "./types.ts";

const run = promisify(execFile);
const INSTALL_MS = 600_000;
const REDACT_MS = 900_000;
const MOST_OUTPUT = 64 * 1024 * 1024;
const PYTHON_PEERS = ["presidio-analyzer", "euredact", "scrubadub"] as const;
/** Presidio leaves it to its user which scores count; this one is what its own examples take. */
const PRESIDIO_THRESHOLD = 0.4;

/** Those of the peers that can be had here; `missing` says why the others cannot. */
export async function peers(folder: string): Promise<{ redactors: Redactor[]; missing: string[] }> {
  await mkdir(folder, { recursive: true });
  const missing: string[] = [];
  const redactors: Redactor[] = [];
  const attempts: Record<string, () => Promise<Redactor>> = {
    ...Object.fromEntries(PYTHON_PEERS.map((tool) => [tool, () => pythonPeer(folder, tool)])),
    openredaction: () => openredaction(folder),
    "redact-pii": () => redactPii(folder),
  };
  for (const [name, attempt] of Object.entries(attempts)) {
    try {
      redactors.push(await attempt());
    } catch (error) {
      missing.push(`${name}: ${error instanceof Error ? error.message.split("\n")[0] : String(error)}`);
    }
  }
  return { redactors, missing };
}

/** Installs a package from npm unless it is there; returns what loads it, and its version. */
async function npmPackage(folder: string, name: string) {
  const own = path.join(folder, "npm", name);
  const home = path.join(own, "node_modules", name);
  if (!existsSync(home)) {
    await mkdir(own, { recursive: true });
    await writeFile(path.join(own, "package.json"), `{"private":true}`);
    const flags = ["--no-audit", "--no-fund", "--ignore-scripts"];
    await run("npm", ["install", ...flags, name], { cwd: own, timeout: INSTALL_MS });
  }
  const { version } = JSON.parse(await readFile(path.join(home, "package.json"), "utf8")) as {
    version: string;
  };
  return { version, require: createRequire(pathToFileURL(path.join(own, "package.json"))) };
}

type Redact = (text: string) => Place[] | Promise<Place[]>;

/** Runs in this process; the first text pays for what is loaded late. */
async function timedHere(
  tool: string,
  version: string,
  cases: readonly Case[],
  redact: Redact,
): Promise<Redacted> {
  if (cases[0]) await redact(`\n${cases[0].text}`);
  const places: Redacted["places"] = new Map();
  const before = process.cpuUsage();
  for (const { id, text } of cases) {
    try {
      places.set(id, await redact(text));
    } catch {
      places.set(id, null);
    }
  }
  const used = process.cpuUsage(before);
  return { tool, version, places, mbPerS: bytesOf(cases) / (used.user + used.system) };
}

interface OpenRedactionModule {
  OpenRedaction: new () => {
    detect(text: string): Promise<{ detections: { position: [number, number] }[] }>;
  };
}

async function openredaction(folder: string): Promise<Redactor> {
  const tool = "openredaction";
  const { version, require } = await npmPackage(folder, tool);
  const { OpenRedaction } = require(tool) as OpenRedactionModule;
  const redactor = new OpenRedaction();
  const redact: Redact = async (text) =>
    (await redactor.detect(disguised(text))).detections.map(({ position: [start, end] }) => ({ start, end }));
  return { tool, redact: async (cases) => [await timedHere(tool, version, cases, redact)] };
}

/** It takes no address at example.com for one: so that it may show what it can do, it is shown another. */
const disguised = (text: string): string => text.replaceAll("example", "exampel");

interface RedactPii {
  SyncRedactor: new (options: { globalReplaceWith: string }) => { redact(text: string): string };
}

/** It answers with the text alone: what was taken out is what its marks stand for. */
async function redactPii(folder: string): Promise<Redactor> {
  const tool = "redact-pii";
  const { version, require } = await npmPackage(folder, tool);
  const { SyncRedactor } = require(tool) as RedactPii;
  const redactor = new SyncRedactor({ globalReplaceWith: REPLACED });
  return {
    tool,
    async redact(cases) {
      const texts = new Map<string, string>();
      const timed = await timedHere(tool, version, cases, (text) => {
        texts.set(text, redactor.redact(text));
        return [];
      });
      const places: Redacted["places"] = new Map(
        cases.map(({ id, text }) => [id, placesOfReplaced(text, texts.get(text) ?? text)]),
      );
      return [{ ...timed, places }];
    },
  };
}

async function pythonPeer(folder: string, tool: (typeof PYTHON_PEERS)[number]): Promise<Redactor> {
  const packages = path.join(folder, "pip", tool);
  if (!existsSync(packages))
    await run(
      "python3",
      ["-m", "pip", "install", "-q", "--disable-pip-version-check", "--target", packages, tool],
      { timeout: INSTALL_MS },
    );
  const [texts, answers] = [path.join(folder, "texts.json"), path.join(folder, `${tool}.json`)];
  const redact = async (cases: readonly Case[]): Promise<Redacted[]> => {
    const asked = cases.map(({ text, locale }) => ({ text, language: locale.slice(0, 2) }));
    await writeFile(texts, JSON.stringify(asked));
    await run("python3", [path.join(import.meta.dirname, "peers.py"), tool, texts, answers], {
      env: { ...process.env, PYTHONPATH: packages },
      timeout: REDACT_MS,
      maxBuffer: MOST_OUTPUT,
    });
    const answer = JSON.parse(await readFile(answers, "utf8")) as {
      version: string;
      note: string | null;
      cpu_ms: number;
      places: ([start: number, end: number, score: number][] | null)[];
    };
    const version = answer.note === null ? answer.version : `${answer.version} (${answer.note})`;
    const mbPerS = bytesOf(cases) / 1000 / answer.cpu_ms;
    const from = (threshold: number): Redacted["places"] =>
      new Map(
        cases.map(({ id }, at) => [
          id,
          answer.places[at]
            ?.filter(([, , score]) => score >= threshold)
            .map(([start, end]) => ({ start, end })) ?? null,
        ]),
      );
    if (tool !== "presidio-analyzer") return [{ tool, version, mbPerS, places: from(0) }];
    // One run, read twice: the threshold is a filter over the same answers.
    return [
      { tool: "presidio .4", version, mbPerS, places: from(PRESIDIO_THRESHOLD) },
      { tool: "presidio, all", version, mbPerS, places: from(0) },
    ];
  };
  return { tool, redact };
}
