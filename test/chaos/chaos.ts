/**
 * `npm run chaos -- [--applications 200] [--seed N] [--kills 1] [--kill group|server-only]`: kills the server with
 * SIGKILL at seeded moments while applications come in, starts it again on the same state, and checks that what was
 * acknowledged is there, once. Exit code 1 when something is lost, doubled, or the audit chain does not hold.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { freePort } from "../../bench/free-port.ts";
import { Api } from "./api.ts";
import { check, type Submission } from "./check.ts";
import { type Random, sample, seeded } from "./random.ts";
import { makeApplicant } from "./resumes.ts";
import { type DemoFile, KILLS, type Kill, ServerProcess } from "./server-process.ts";

const AT_ONCE = 12;
const ATTEMPTS = 50;
const PAUSE_MS = 500;
/** Applications that are sent again at the end, to be recognised. */
const SENT_AGAIN = 20;
const SETTLED_WITHIN_MS = 10 * 60_000;
const WHOLE_RUN_MS = 25 * 60_000;

const { values } = parseArgs({
  options: {
    applications: { type: "string", default: "200" },
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
    kills: { type: "string", default: "1" },
    kill: { type: "string", default: "group" },
  },
});
const count = Number(values.applications);
const seed = Number(values.seed);
const how = KILLS.find((one) => one === values.kill) ?? "group";
const random = seeded(seed);
const state = await mkdtemp(path.join(tmpdir(), "candor-chaos-"));
const server = new ServerProcess(await freePort(), state);
process.once("exit", () => server.killAll());
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(130));
const deadline = setTimeout(() => {
  console.error(`not done in ${WHOLE_RUN_MS / 60_000} minutes`);
  process.exit(1);
}, WHOLE_RUN_MS);

try {
  const demo = await server.start();
  const api = new Api(demo);
  const submissions = makeSubmissions(demo);
  const progress = { acknowledged: 0, restarting: Promise.resolve() };
  const [unanswered] = await Promise.all([
    applyAll(api, submissions, progress),
    killAt(killMoments(random, Number(values.kills)), how, progress),
  ]);
  await settle(api, count);
  const again = sample(random, submissions, SENT_AGAIN);
  for (const submission of again)
    submission.ids.add((await api.apply(submission.jobId, submission.applicant)).id);
  await settle(api, count);
  const { faults, ...verdict } = await check(api, submissions);
  console.log(
    `${unanswered} requests got no answer and were sent again; ${again.length} were sent twice on purpose`,
  );
  for (const fault of faults.slice(0, 50)) console.log(`! ${fault}`);
  console.log(JSON.stringify({ ...verdict, seed }));
  process.exitCode = verdict.lost > 0 || verdict.doubled > 0 || !verdict.chain_valid ? 1 : 0;
} finally {
  clearTimeout(deadline);
  server.killAll();
  await rm(state, { recursive: true, force: true, maxRetries: 5 });
}

function makeSubmissions({ jobs }: DemoFile): Submission[] {
  return Array.from({ length: count }, (_, index) => {
    const applicant = makeApplicant(random, seed, index);
    return { applicant, jobId: jobs[index % jobs.length]?.id ?? "", ids: new Set<string>() };
  });
}

interface Progress {
  acknowledged: number;
  /** Pending while the server is down. */
  restarting: Promise<void>;
}

/** Sends every application until it is acknowledged. Returns how many requests got no answer. */
async function applyAll(api: Api, submissions: readonly Submission[], progress: Progress): Promise<number> {
  let unanswered = 0;
  const turns = submissions.values();
  const applyUntilTaken = async ({ jobId, applicant, ids }: Submission) => {
    for (let attempt = 1; ; attempt++) {
      try {
        ids.add((await api.apply(jobId, applicant)).id);
        progress.acknowledged++;
        return;
      } catch (error) {
        if (attempt === ATTEMPTS) throw error;
        unanswered++;
        await pause(PAUSE_MS);
        await progress.restarting;
      }
    }
  };
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const submission of turns) await applyUntilTaken(submission);
    }),
  );
  return unanswered;
}

interface KillMoment {
  /** Once so many are acknowledged … */
  acknowledged: number;
  /** … and this much later: somewhere inside a request. */
  laterMs: number;
}

/** One moment in each equal part of the upload; of several, the last comes when all that is left is processing. */
function killMoments(from: Random, kills: number): KillMoment[] {
  return Array.from({ length: kills }, (_, index) => {
    const whileUploading = kills === 1 || index < kills - 1;
    const parts = Math.max(1, kills - 1);
    const share = whileUploading ? (index + 0.1 + 0.8 * from()) / parts : 1;
    return { acknowledged: Math.floor(count * share), laterMs: from() * (whileUploading ? 100 : 3_000) };
  });
}

async function killAt(moments: readonly KillMoment[], kill: Kill, progress: Progress): Promise<void> {
  for (const { acknowledged, laterMs } of moments) {
    while (progress.acknowledged < acknowledged) await pause(5);
    await pause(laterMs);
    console.log(`kill (${kill}) with ${progress.acknowledged} of ${count} acknowledged`);
    progress.restarting = server.kill(kill).then(async () => void (await server.start()));
    await progress.restarting;
  }
}

/** Waits until no application is on its way. @throws Error when that takes too long. */
async function settle(api: Api, expected: number): Promise<void> {
  for (const until = Date.now() + SETTLED_WITHIN_MS; Date.now() < until; await pause(1_000)) {
    const applications = await api.applications();
    const open = applications.filter(({ state: now }) => now !== "evaluated" && now !== "needs_attention");
    if (applications.length >= expected && open.length === 0) return;
  }
  console.log(`! not all applications settled in ${SETTLED_WITHIN_MS / 60_000} minutes`);
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
