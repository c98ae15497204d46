/**
 * `npm run demo -- [--job ID] [--json] FILE…`: applies with each file to the running server and prints what came out.
 * Exit code 1 when a file did not end in an evaluation.
 */
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import type { EvaluationView } from "../workers/evaluation/schema.ts";
import { ROOT } from "./build.ts";

interface Demo {
  url: string;
  api_key: string;
  jobs: { id: string; title: string; language: string }[];
}
interface ApplicationAnswer {
  id: string;
  state: string;
  attention_reason: string | null;
  evaluation: EvaluationView | null;
}
interface Outcome {
  file: string;
  application_id: string | null;
  state: string;
  evaluation: EvaluationView | null;
  /** Why there is no evaluation. */
  reason?: string;
}

const WAIT_MS = 10 * 60_000;
const AT_ONCE = 8;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { job: { type: "string" }, json: { type: "boolean", default: false } },
});
if (positionals.length === 0) stop("usage: npm run demo -- [--job ID] [--json] FILE…");
const demo = await readDemo();
const job = values.job ?? (demo.jobs.find((one) => one.language.startsWith("en")) ?? demo.jobs[0])?.id;
if (job === undefined) stop("the demo workspace has no job");

const outcomes: Outcome[] = new Array(positionals.length);
const turns = positionals.entries();
await Promise.all(
  Array.from({ length: AT_ONCE }, async () => {
    for (const [index, file] of turns) {
      outcomes[index] = await apply(file).catch((error) => ({
        file,
        application_id: null,
        state: "failed",
        evaluation: null,
        reason: String(error instanceof Error ? error.message : error),
      }));
    }
  }),
);
if (values.json) {
  console.log(
    JSON.stringify(
      outcomes.map(({ file, application_id, state, evaluation }) => ({
        file,
        application_id,
        state,
        evaluation,
      })),
      null,
      2,
    ),
  );
  for (const { file, reason } of outcomes) if (reason !== undefined) console.error(`${file}: ${reason}`);
} else {
  console.log(outcomes.map(render).join("\n\n"));
}
process.exitCode = outcomes.every(({ state }) => state === "evaluated") ? 0 : 1;

async function apply(file: string): Promise<Outcome> {
  const bytes = await readFile(file);
  const mark = createHash("sha256").update(bytes).digest("hex").slice(0, 12);
  const form = new FormData();
  form.set("name", "Demo Applicant");
  form.set("email", `demo-${mark}@example.com`);
  form.set("consent", "yes");
  form.set("resume", new Blob([new Uint8Array(bytes)]), path.basename(file));
  const response = await fetch(`${demo.url}/v1/public/jobs/${job}/applications`, {
    method: "POST",
    body: form,
  });
  const answer = (await response.json()) as { id: string; code?: string; detail?: string; errors?: unknown };
  if (!response.ok)
    throw new Error(`${answer.code}: ${answer.detail} ${JSON.stringify(answer.errors ?? "")}`);
  const { state, attention_reason, evaluation } = await settled(answer.id);
  const reason = attention_reason === null ? {} : { reason: attention_reason };
  return { file, application_id: answer.id, state, evaluation, ...reason };
}

async function settled(id: string): Promise<ApplicationAnswer> {
  const headers = { authorization: `Bearer ${demo.api_key}` };
  for (const until = Date.now() + WAIT_MS; Date.now() < until; ) {
    const response = await fetch(`${demo.url}/v1/applications/${id}`, { headers });
    if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
    const application = (await response.json()) as ApplicationAnswer;
    if (application.state === "evaluated" || application.state === "needs_attention") return application;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error(`${id} did not settle in ${WAIT_MS / 60_000} minutes`);
}

function render({ file, application_id, state, evaluation, reason }: Outcome): string {
  const title = `── ${file} ${"─".repeat(Math.max(2, 76 - file.length))}`;
  if (evaluation === null) return `${title}\n${state}${reason ? `: ${reason}` : ""}  ${application_id ?? ""}`;
  const by =
    evaluation.engine === "rules"
      ? "by rules, not by a model"
      : `by ${evaluation.model} (${evaluation.prompt_version})`;
  const head = `${evaluation.score.toFixed(1)} / 10 · ${evaluation.recommendation} · ${by}${evaluation.provisional ? " · provisional" : ""}`;
  const criteria = evaluation.criteria.map((one) => {
    const mark = `${"●".repeat(one.level)}${"○".repeat(4 - one.level)}`;
    const flags = one.flags.length > 0 ? `  [${one.flags.join(", ")}]` : "";
    const quotes = one.evidence.map(
      ({ line, quote, verified }) => `\n       ${verified ? "“" : "✗ “"}${quote}”  line ${line}`,
    );
    return `${mark} ${one.label}${one.must_have ? " (must have)" : ""}${flags}${quotes.join("")}`;
  });
  const flags = evaluation.flags.map(({ code, detail }) => `! ${code}: ${detail}`);
  const roles = evaluation.fit_roles.map(({ role, fit }) => `${role} (${fit})`).join(", ");
  return [
    title,
    head,
    "",
    ...criteria,
    "",
    ...(roles ? [`fits: ${roles}`] : []),
    ...flags,
    `${application_id} · ${evaluation.id}`,
  ].join("\n");
}

async function readDemo(): Promise<Demo> {
  const state = path.resolve(process.env.CANDOR_STATE ?? path.join(ROOT, ".candor"));
  try {
    return JSON.parse(await readFile(path.join(state, "demo.json"), "utf8")) as Demo;
  } catch {
    return stop(`no demo.json in ${state}: start the server first (npm start)`);
  }
}

function stop(message: string): never {
  console.error(message);
  process.exit(2);
}
