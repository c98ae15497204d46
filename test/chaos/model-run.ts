/** One run: the real server, the misbehaving proxy before a model, applications while the schedule is on. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { freePort } from "../../bench/free-port.ts";
import { DEMO_JOBS } from "../../db/demo.ts";
import { type Seeded, seedDemo } from "../../db/seed.ts";
import { type Server, startServer } from "../../scripts/server.ts";
import { createContext } from "../../workers/context.ts";
import { jobInput } from "../../workers/jobs/schema.ts";
import { createJob } from "../../workers/jobs/write-jobs.ts";
import { startRecordedInference } from "../support/recorded-inference-server.ts";
import { scriptedModel } from "../support/scripted-model.ts";
import { Api } from "./api.ts";
import type { Phase } from "./model-faults.ts";
import { type ModelRun, readRun, type StoredApplication, storedApplications } from "./model-record.ts";
import { type ProxyProcess, startProxy } from "./proxy-process.ts";
import { type Random, seeded } from "./random.ts";
import { makeApplicant } from "./resumes.ts";
import { noteTier } from "./tier-log.ts";

export interface ModelRunOptions {
  applications: number;
  seed: number;
  phases: Phase[];
  /** A real server instead of the scripted one. */
  model: { url: string; name: string; apiKey: string | null; tokenGapMs: number } | null;
  /** How long applications may take once the last one was sent, milliseconds. */
  settleMs: number;
  /** Hears of each phase as it begins. */
  say?: (line: string) => void;
}

/** Jobs of each language, so that several heads share the tier. */
const JOBS_EACH = 2;
/** The next application comes when the schedule has moved on, or after this long: milliseconds. */
const NEXT_WITHIN_MS = 1_500;
const POLL_MS = 100;
/** A judge takes its time: milliseconds. */
const THINKING_MS = 40;

/** Needs `buildWorker` and `buildAssets` to have run. */
export async function runModelChaos(options: ModelRunOptions): Promise<ModelRun> {
  const closing: (() => Promise<unknown>)[] = [];
  try {
    const state = await mkdtemp(path.join(tmpdir(), "candor-chaos-model-"));
    closing.push(() => rm(state, { recursive: true, force: true, maxRetries: 5 }));
    const target = options.model ?? (await startScripted(options.seed, closing));
    const proxy = await startProxy(target.url, options.seed);
    closing.push(() => proxy.close());
    const server = await startServer({
      port: await freePort(),
      state,
      sweepEveryS: 1,
      vars: {
        INFERENCE_URL: proxy.url,
        INFERENCE_MODEL: target.name,
        ...(target.apiKey === null ? {} : { INFERENCE_API_KEY: target.apiKey }),
        INFERENCE_TOKEN_GAP_MS: String(target.tokenGapMs),
        INFERENCE_RETRY_AFTER_MS: "1000",
      },
    });
    closing.push(() => server.close());
    await noteTier(server.env.DB);
    return await walk(options, server, proxy);
  } finally {
    for (const close of closing.reverse()) await close();
  }
}

async function startScripted(seed: number, closing: (() => Promise<unknown>)[]) {
  const random = seeded(seed);
  const answers = scriptedModel({
    judge: ({ criteria, lines }) =>
      criteria.map(() => verdictOf(random, lines[Math.floor(random() * lines.length)]?.number ?? 1)),
  });
  const scripted = await startRecordedInference({
    answers: async (request, index) => {
      await pause(THINKING_MS);
      return answers(request, index);
    },
  });
  closing.push(() => scripted.close());
  return { url: scripted.url, name: "scripted", apiKey: null, tokenGapMs: 1_000 };
}

function verdictOf(random: Random, line: number) {
  const level = Math.floor(random() * 5);
  return { level, lines: level === 0 ? [] : [line] };
}

async function walk(options: ModelRunOptions, server: Server, proxy: ProxyProcess): Promise<ModelRun> {
  const { applications, seed, phases, settleMs } = options;
  const demo = await seedJobs(server);
  const api = new Api({ ...demo, url: server.url });
  const random = seeded(seed);
  await proxy.follow(phases);
  const following = tellPhases(proxy, options.say ?? (() => {}));
  const ids: string[] = [];
  for (let index = 0; index < applications; index++) {
    await turnOf(index / applications, proxy);
    const job = demo.jobs[index % demo.jobs.length]!;
    ids.push((await api.apply(job.id, makeApplicant(random, seed, index))).id);
  }
  await settled(server.env.DB, proxy, settleMs);
  following.stop();
  return readRun(server.env, api, proxy, ids);
}

async function seedJobs(server: Server): Promise<Seeded> {
  const ctx = createContext(server.env);
  const demo = await seedDemo(ctx, null);
  for (const { rubric, ...fields } of DEMO_JOBS) {
    for (let copy = 2; copy <= JOBS_EACH; copy++) {
      const slug = `${fields.slug}-${copy}`;
      const job = jobInput.parse({
        ...fields,
        slug,
        title: `${fields.title} ${copy}`,
        state: "published",
        rubric,
      });
      const id = await createJob(ctx, demo.workspace.id, job);
      demo.jobs.push({ id, slug, title: job.title, language: fields.language });
    }
  }
  return demo;
}

/** Spreads the applications over the schedule, whatever the speed of the machine. */
async function turnOf(share: number, proxy: ProxyProcess): Promise<void> {
  for (const until = Date.now() + NEXT_WITHIN_MS; Date.now() < until; await pause(POLL_MS)) {
    const { index, of } = await proxy.state();
    if (index >= Math.floor(share * of)) return;
  }
}

/** Waits until the schedule is through and nothing waits any more; what still waits then is the check's business. */
async function settled(db: D1Database, proxy: ProxyProcess, settleMs: number): Promise<void> {
  const final = ({ state, retry_at }: StoredApplication) =>
    state === "needs_attention" || (state === "evaluated" && retry_at === null);
  for (const until = Date.now() + settleMs; Date.now() < until; await pause(5 * POLL_MS)) {
    const { index, of } = await proxy.state();
    if (index >= of && (await storedApplications(db)).every(final)) return;
  }
}

function tellPhases(proxy: ProxyProcess, say: (line: string) => void): { stop: () => void } {
  const began = Date.now();
  let last = -1;
  const timer = setInterval(async () => {
    const { index, of, fault } = await proxy.state().catch(() => ({ index: last, of: 0, fault: null }));
    if (index === last) return;
    last = index;
    const what = index >= of ? "calm from now on" : (fault ?? "calm");
    say(`${((Date.now() - began) / 1000).toFixed(1).padStart(6)} s  ${index}/${of}  ${what}`);
  }, POLL_MS);
  return { stop: () => clearInterval(timer) };
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
