/** What is measured on one server: each step gives named figures. */
import { setTimeout as sleep } from "node:timers/promises";
import { type Engine, usedMib } from "./engine.ts";
import { type Outcome, runLoad } from "./load.ts";
import { materialOf, type Sizes } from "./material.ts";
import type { StepName, StepResult } from "./recording.ts";
import { type Send, straight, type Target, throughCandor } from "./senders.ts";

export interface Scale {
  sizes: Sizes;
  jobs: number;
  /** Résumés of a load at 64 (0 leaves it out) and at 256 at once. */
  few: number;
  many: number;
  /** Requests at once on the small card, and how many in all. */
  smallAtOnce: number;
  small: number;
  longTokens: number;
}

const serials = { next: 1 };
/** Serial numbers that no other résumé of this run has: none finds itself in the cache. */
const fresh = (count: number): number => {
  const from = serials.next;
  serials.next += count;
  return from;
};

async function targetOf(engine: Engine, sizes: Sizes): Promise<Target> {
  const material = await materialOf(sizes, async (messages) => {
    const response = await fetch(`${engine.url}/tokenize`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ model: engine.servedModel, messages, add_generation_prompt: true }),
    });
    return ((await response.json()) as { tokens: number[] }).tokens;
  });
  fresh(10);
  return { url: engine.url, model: engine.servedModel, material };
}

/** One request a job, so that each job's head is in the cache, as it is a second after its first résumé. */
async function warm(target: Target, jobs: number): Promise<void> {
  const send = straight(target);
  const from = fresh(jobs);
  await Promise.all(Array.from({ length: jobs }, (_, job) => send(from + job, job)));
}

const load = (
  engine: Engine,
  name: string,
  send: Send,
  how: { resumes: number; atOnce: number; jobs: number },
) => runLoad(engine, { name, send, ...how, order: "in turn", warmed: true, from: fresh(how.resumes) });

async function throughput(engine: Engine, scale: Scale): Promise<StepResult> {
  const target = await targetOf(engine, scale.sizes);
  const { jobs, few, many } = scale;
  await warm(target, jobs);
  const outcomes: Outcome[] = [];
  const take = async (name: string, send: Send, resumes: number, atOnce: number) => {
    const outcome = await load(engine, name, send, { resumes, atOnce, jobs });
    console.log(JSON.stringify(outcome));
    outcomes.push(outcome);
    return outcome;
  };
  const candor = throughCandor(target, { support: false });
  await take("warm-up", candor, Math.min(128, many), 64);
  if (few > 0) {
    await take("straight", straight(target), few, 64);
    await take("candor", candor, few, 64);
  }
  await take("candor", candor, many, 256);
  const asked = await take("straight", straight(target), many, 256);
  await take("free text", straight(target, freeText(Math.round(asked.out_tokens))), many, 256);
  await take("candor with support", throughCandor(target, { support: true }), many, 256);
  return { step: "throughput", sizes: target.material.measured, outcomes, used_mib: usedMib() };
}

/** The same prompt without the grammar, cut at the constrained answer's mean length. */
const freeText = (tokens: number) => (body: Record<string, unknown>) => {
  const { structured_outputs: _, ...free } = body;
  return { ...free, max_tokens: tokens, ignore_eos: true };
};

/** What another form of the answer would cost: to be read beside `straight` at as many at once. */
async function variants(engine: Engine, scale: Scale): Promise<StepResult> {
  const target = await targetOf(engine, scale.sizes);
  await warm(target, scale.jobs);
  const how = { resumes: scale.many, atOnce: 256, jobs: scale.jobs };
  const outcome = await load(engine, "numbered rows", straight(target, numberedRows), how);
  console.log(JSON.stringify(outcome));
  return { step: "variants", sizes: target.material.measured, outcomes: [outcome], used_mib: usedMib() };
}

/** The form of `screen@1`, a numbered row for each criterion (`1 3 12 14\n2 0`), to a question of the present one. */
function numberedRows(body: Record<string, unknown>): Record<string, unknown> {
  const { grammar } = body.structured_outputs as { grammar: string };
  let rows = 0;
  const numbered = grammar.replace(/"( ?)[A-Z]+"/g, (_, blank) => `"${blank === "" ? "" : "\\n"}${++rows} "`);
  // A row is a character longer than a verdict with its mark.
  const most = Number(body.max_tokens) + rows;
  return { ...body, max_tokens: most, structured_outputs: { grammar: numbered } };
}

async function small(engine: Engine, scale: Scale): Promise<StepResult> {
  const target = await targetOf(engine, scale.sizes);
  const { jobs } = scale;
  const outcomes: Outcome[] = [];
  for (const order of ["by job", "in turn"] as const) {
    const send = throughCandor(target, { support: false });
    const how = { resumes: scale.small, atOnce: scale.smallAtOnce, jobs, order, warmed: false };
    const outcome = await runLoad(engine, { name: order, send, ...how, from: fresh(how.resumes) });
    console.log(JSON.stringify(outcome));
    outcomes.push(outcome);
  }
  return { step: "small", sizes: target.material.measured, outcomes, used_mib: usedMib() };
}

async function long(engine: Engine, scale: Scale): Promise<StepResult> {
  const sizes = { prompt: scale.longTokens, shared: scale.sizes.shared };
  const target = await targetOf(engine, sizes);
  const sample = await throughCandor(target, { support: false })(fresh(1), 3);
  return {
    step: "long",
    prompt_tokens: sample.prompt,
    ttft_s: sample.ttftMs / 1000,
    total_s: sample.ms / 1000,
    out_tokens: sample.out,
  };
}

/** Level 1: weights go to the host's memory, the cache is dropped. */
async function sleeping(engine: Engine, scale: Scale): Promise<StepResult> {
  const target = await targetOf(engine, scale.sizes);
  const post = async (path: string) => {
    const began = performance.now();
    const response = await fetch(`${engine.url}${path}`, { method: "POST" });
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return (performance.now() - began) / 1000;
  };
  const sleep_s = await post("/sleep?level=1");
  await sleep(1000);
  const asleep_mib = usedMib();
  const wake_s = await post("/wake_up");
  const first = await throughCandor(target, { support: false })(fresh(1), 0);
  return { step: "sleep", sleep_s, asleep_mib, wake_s, first_token_after_s: first.ttftMs / 1000 };
}

export const STEPS: Record<StepName, (engine: Engine, scale: Scale) => Promise<StepResult>> = {
  throughput,
  variants,
  small,
  long,
  sleep: sleeping,
  start: async () => ({ step: "start" }),
};
