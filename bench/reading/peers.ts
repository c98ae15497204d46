/** The other readers: installed into a folder of the bench, never into the product. */
import { execFile } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import type { Case, Reader, Reading } from "./types.ts";

const run = promisify(execFile);
const INSTALL_MS = 300_000;
const READ_MS = 600_000;
const PYTHON_PEERS = [
  { tool: "pypdf", requirement: "pypdf", formats: ["pdf"] },
  { tool: "pdfminer.six", requirement: "pdfminer.six", formats: ["pdf"] },
  { tool: "markitdown", requirement: "markitdown[pdf,docx]", formats: ["pdf", "docx"] },
] as const;

/** Those of the peers that can be had here; `missing` says why the others cannot. */
export async function peers(folder: string): Promise<{ readers: Reader[]; missing: string[] }> {
  await mkdir(folder, { recursive: true });
  const missing: string[] = [];
  const readers: Reader[] = [];
  const attempts = [
    () => pdftotext(folder),
    () => unpdf(folder),
    ...PYTHON_PEERS.map((peer) => () => pythonPeer(folder, peer)),
  ];
  const names = ["pdftotext (Debian: poppler-utils)", "unpdf", ...PYTHON_PEERS.map(({ tool }) => tool)];
  for (const [at, attempt] of attempts.entries()) {
    try {
      readers.push(await attempt());
    } catch (error) {
      missing.push(`${names[at]}: ${error instanceof Error ? error.message.split("\n")[0] : String(error)}`);
    }
  }
  return { readers, missing };
}

/** Files one after the other in one shell, whose own count of its children's time is as exact as Linux's. */
const SHELL = `out=$1; shift; for file in "$@"; do pdftotext -q "$file" "$out/$(basename "$file").out"; done; times`;

async function pdftotext(folder: string): Promise<Reader> {
  const { stderr } = await run("pdftotext", ["-v"]);
  const version = /version (\S+)/.exec(stderr)?.[1] ?? "?";
  const tool = "pdftotext";
  return {
    tool,
    formats: ["pdf"],
    async read(cases) {
      const { stdout } = await run("sh", ["-c", SHELL, "sh", folder, ...cases.map((one) => one.path)], {
        timeout: READ_MS,
      });
      const children = stdout.trim().split("\n").at(-1) ?? "";
      const seconds = [...children.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
        (sum, [, minutes, rest]) => sum + Number(minutes) * 60 + Number(rest),
        0,
      );
      const texts: Reading["texts"] = new Map();
      for (const { id, path: file } of cases)
        texts.set(
          id,
          await readFile(path.join(folder, `${path.basename(file)}.out`), "utf8").catch(() => null),
        );
      return { tool, version, texts, cpuMs: seconds * 1000 };
    },
  };
}

interface Unpdf {
  getDocumentProxy(bytes: Uint8Array): Promise<object>;
  extractText(document: object, options: { mergePages: true }): Promise<{ text: string }>;
}

async function unpdf(folder: string): Promise<Reader> {
  const own = path.join(folder, "npm");
  await mkdir(own, { recursive: true });
  await writeFile(path.join(own, "package.json"), `{"private":true}`);
  await run("npm", ["install", "--no-audit", "--no-fund", "unpdf"], { cwd: own, timeout: INSTALL_MS });
  const home = path.join(own, "node_modules/unpdf");
  const { version, exports } = JSON.parse(await readFile(path.join(home, "package.json"), "utf8")) as {
    version: string;
    exports: { ".": { import: string | { default: string } } };
  };
  const entry = exports["."].import;
  const file = path.join(home, typeof entry === "string" ? entry : entry.default);
  const library = (await import(pathToFileURL(file).href)) as Unpdf;
  const readOne = async (one: Case) => {
    const document = await library.getDocumentProxy(new Uint8Array(await readFile(one.path)));
    return (await library.extractText(document, { mergePages: true })).text;
  };
  return {
    tool: "unpdf",
    formats: ["pdf"],
    async read(cases) {
      if (cases[0]) await readOne(cases[0]).catch(() => null);
      const texts: Reading["texts"] = new Map();
      const before = process.cpuUsage();
      for (const one of cases) texts.set(one.id, await readOne(one).catch(() => null));
      const used = process.cpuUsage(before);
      return { tool: "unpdf", version, texts, cpuMs: (used.user + used.system) / 1000 };
    },
  };
}

async function pythonPeer(folder: string, peer: (typeof PYTHON_PEERS)[number]): Promise<Reader> {
  const packages = path.join(folder, "pip", peer.tool);
  await run(
    "python3",
    ["-m", "pip", "install", "-q", "--disable-pip-version-check", "--target", packages, peer.requirement],
    { timeout: INSTALL_MS },
  );
  const answerFile = path.join(folder, `${peer.tool}.json`);
  return {
    tool: peer.tool,
    formats: peer.formats,
    async read(cases) {
      const script = path.join(import.meta.dirname, "peers.py");
      await run("python3", [script, peer.tool, answerFile, ...cases.map((one) => one.path)], {
        env: { ...process.env, PYTHONPATH: packages },
        timeout: READ_MS,
        maxBuffer: 64 * 1024 * 1024,
      });
      const answer = JSON.parse(await readFile(answerFile, "utf8")) as {
        version: string;
        cpu_ms: number;
        texts: (string | null)[];
      };
      const texts = new Map(cases.map(({ id }, at) => [id, answer.texts[at] ?? null]));
      return { tool: peer.tool, version: answer.version, texts, cpuMs: answer.cpu_ms };
    },
  };
}
