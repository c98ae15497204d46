import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freePort } from "../../bench/free-port.ts";
import { ROOT } from "../../scripts/build.ts";
import { startServer } from "../../scripts/server.ts";
import type { EvaluationView } from "../../workers/evaluation/schema.ts";
import { type DemoFile, ServerProcess } from "../chaos/server-process.ts";
import { startRecordedInference } from "../support/recorded-inference-server.ts";
import { scriptedModel } from "../support/scripted-model.ts";
import { tracesIn, tracesOf } from "./personal-data.ts";

const FIXTURES = path.join(ROOT, "test/fixtures");
const RESUMES = ["en_1col.pdf", "zh_1col.pdf", "ja.docx", "de.docx"];
const DEMO_MS = 60_000;

interface DemoOutcome {
  file: string;
  application_id: string;
  state: string;
  evaluation: EvaluationView | null;
}

let state: string;
let candor: ServerProcess;
let demo: DemoFile;
let tier: Awaited<ReturnType<typeof startRecordedInference>>;

beforeAll(async () => {
  state = await mkdtemp(path.join(tmpdir(), "candor-commands-"));
  tier = await startRecordedInference({ answers: scriptedModel() });
  candor = new ServerProcess(await freePort(), state);
  demo = await candor.start();
});
afterAll(async () => {
  candor?.killAll();
  await tier?.close();
  await rm(state, { recursive: true, force: true, maxRetries: 5 });
});

// The steps build on one another, as they do for whoever follows the README.
describe("from npm start to an erased trace", () => {
  let outcomes: DemoOutcome[];

  it("npm run demo evaluates PDF and DOCX in four languages with quotations that were verified", async () => {
    const ran = await runDemo(RESUMES.map((name) => path.join(FIXTURES, "resumes", name)));
    expect(ran.stderr).toBe("");
    expect(ran.code).toBe(0);
    outcomes = JSON.parse(ran.stdout) as DemoOutcome[];
    expect(outcomes.map(({ file, state: reached }) => [path.basename(file), reached])).toEqual(
      RESUMES.map((name) => [name, "evaluated"]),
    );
    for (const { file, evaluation } of outcomes) {
      const quotations = evaluation?.criteria.flatMap((criterion) => criterion.evidence) ?? [];
      expect(
        quotations.filter(({ verified }) => verified),
        file,
      ).not.toHaveLength(0);
    }
  });

  it("every quotation stands where it says in the redacted text", async () => {
    for (const { application_id, evaluation } of outcomes) {
      const text = await (await get(`/v1/applications/${application_id}/text`)).text();
      for (const { quote, start, end } of evaluation?.criteria.flatMap((criterion) => criterion.evidence) ??
        [])
        expect(text.slice(start, end)).toBe(quote);
    }
  });

  it("npm run demo ends with 1 for a damaged file and says what is wrong with it", async () => {
    const ran = await runDemo([path.join(FIXTURES, "attacks/stress_zh_truncated.pdf")]);
    expect(ran.code).toBe(1);
    expect(ran.stderr).toContain("damaged");
    expect(JSON.parse(ran.stdout)).toMatchObject([{ state: "needs_attention", evaluation: null }]);
  });

  it("a restart on the same state keeps applications, evaluations and the demo key", async () => {
    await candor.stop();
    const again = await candor.start({ INFERENCE_URL: tier.url });
    expect(again).toEqual(demo);
    for (const { application_id, evaluation } of outcomes) {
      const kept = (await (await get(`/v1/applications/${application_id}`)).json()) as DemoOutcome;
      expect(kept.evaluation).toEqual(evaluation);
    }
    expect(await (await get("/v1/audit/verify")).json()).toMatchObject({ valid: true });
  });

  it("a model that has come meanwhile judges again when asked to", async () => {
    for (const { application_id } of outcomes) {
      const asked = await get(`/v1/applications/${application_id}/evaluations`, { method: "POST" });
      expect(asked.status).toBe(202);
    }
    for (const { application_id } of outcomes) await judgedByModel(application_id);
    expect(tier.requests.length).toBeGreaterThanOrEqual(RESUMES.length);
  });

  it("no redacted text, prompt or answer holds a name, phone, address or id of the applicants", async () => {
    await candor.stop();
    const traces = tracesOf(path.join(FIXTURES, "resumes"));
    const stored = await storedTexts(["redacted/", "calls/"]);
    expect([...stored.keys()].filter((key) => key.startsWith("redacted/"))).toHaveLength(RESUMES.length);
    expect([...stored.keys()].filter((key) => key.startsWith("calls/"))).toHaveLength(RESUMES.length);
    for (const [key, text] of stored) expect(tracesIn(text, traces), key).toEqual([]);
    for (const { body } of tier.requests) expect(tracesIn(JSON.stringify(body), traces)).toEqual([]);
  });
});

describe("the search for traces", () => {
  it("finds every one of them in the texts before redaction", async () => {
    const folder = path.join(FIXTURES, "resumes");
    const traces = tracesOf(folder);
    const lines = (await readFile(path.join(folder, "personal-data.jsonl"), "utf8")).trim().split("\n");
    for (const line of lines) {
      const { lang, text } = JSON.parse(line) as { lang: string; text: string };
      const own = traces.filter(({ person }) => person === lang);
      expect(own.length).toBeGreaterThan(3);
      expect(tracesIn(text, own)).toEqual(own);
    }
  });
});

function runDemo(files: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    const args = ["run", "--silent", "demo", "--", "--json", ...files];
    const env = { ...process.env, CANDOR_STATE: state, npm_config_loglevel: "silent" };
    execFile("npm", args, { cwd: ROOT, env, timeout: DEMO_MS }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === "number" ? error.code : error ? -1 : 0, stdout, stderr });
    });
  });
}

const get = (address: string, init: RequestInit = {}): Promise<Response> =>
  fetch(demo.url + address, { ...init, headers: { authorization: `Bearer ${demo.api_key}` } });

async function judgedByModel(id: string): Promise<void> {
  for (const until = Date.now() + DEMO_MS; Date.now() < until; ) {
    const { evaluation } = (await (await get(`/v1/applications/${id}`)).json()) as DemoOutcome;
    if (evaluation?.engine === "vllm") return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`the model did not judge ${id}`);
}

/** Texts of the object store under the prefixes, by key, read with the server stopped. */
async function storedTexts(prefixes: string[]): Promise<Map<string, string>> {
  const server = await startServer({ port: await freePort(), state });
  try {
    const texts = new Map<string, string>();
    for (const prefix of prefixes) {
      const { objects } = await server.env.FILES.list({ prefix });
      for (const { key } of objects) texts.set(key, (await (await server.env.FILES.get(key))?.text()) ?? "");
    }
    return texts;
  } finally {
    await server.close();
  }
}
