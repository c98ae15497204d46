import { env } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import type { QueueDepth } from "../../workers/pipeline/queue-depth.ts";
import { sweep } from "../../workers/pipeline/sweep.ts";
import { tierStatus } from "../../workers/routing/breaker.ts";
import { createInference } from "../../workers/routing/client.ts";
import type { InferencePools, Pool, PoolServer } from "../../workers/routing/pools.ts";
import { tierNow } from "../../workers/routing/tier.ts";
import { estimatePrompt } from "../../workers/routing/tokens.ts";
import { recordedFetch } from "../support/recorded-inference.ts";
import { scriptedModel } from "../support/scripted-model.ts";
import { makeWorld, RESUME } from "../support/world.ts";

/** What an ordinary server of these tests really takes; the long one takes all. */
const SHORT = 4_096;
const LONG_RESUME = `${RESUME}\n${Array.from({ length: 300 }, (_, n) => `Project ${n}: settled payments in Go, moved ledgers to PostgreSQL and wrote runbook ${n}.`).join("\n")}`;

/** A server that, as vLLM does, answers 400 to a prompt longer than its context. */
function server(tier: Pool, takes: number) {
  const model = scriptedModel({});
  const refusal = {
    object: "error",
    message: `This model's maximum context length is ${takes} tokens.`,
    type: "BadRequestError",
    code: 400,
  };
  const { fetch, requests, set } = recordedFetch((request, index) =>
    estimatePrompt(request.messages as never) > takes
      ? { fault: "status", status: 400, body: { error: refusal } }
      : model(request, index),
  );
  const inference = createInference({ url: "http://gpu.test", model: `on ${tier}`, apiKey: null, fetch });
  const pool = (name: Pool, context = takes): PoolServer => ({ pool: name, tier, context, inference });
  return { requests, set, pool };
}

async function worldWith(contexts: { batch: number; long: number | null }) {
  const world = await makeWorld();
  const short = server("batch", SHORT);
  const long = server("long", 1_000_000);
  const pools: InferencePools = {
    batch: short.pool("batch", contexts.batch),
    interactive: short.pool("interactive", contexts.batch),
    ...(contexts.long === null ? {} : { long: long.pool("long", contexts.long) }),
  };
  world.setInference(pools);
  const apply = async (resume: string) =>
    (await world.apply({ file: { name: "resume.txt", bytes: resume } })).body.id;
  const read = async (id: string) =>
    (await world.request(`/v1/applications/${id}`)).json<{
      state: string;
      attention_reason: string | null;
      evaluation: { id: string; engine: string; model: string | null; provisional: boolean } | null;
    }>();
  const depth = async () =>
    (await world.request("/internal/queue-depth", { key: "test-token-of-the-operator" })).json<QueueDepth>();
  /** How much more there is than before, since the database is everybody's. */
  const growth = async (before: QueueDepth) => {
    const now = await depth();
    return {
      all: now.wanted - before.wanted,
      batch: now.pools.batch.wanted - before.pools.batch.wanted,
      long: now.pools.long.wanted - before.pools.long.wanted,
      embeddings: now.pools.embeddings.wanted - before.pools.embeddings.wanted,
    };
  };
  const pass = async () => {
    world.clock.at += 61_000;
    await sweep(world.ctx);
    await world.drain();
  };
  return { world, short, long, pools, apply, read, depth, growth, pass };
}
const detailOf = async (id: string, action: string) =>
  JSON.parse(
    (await env.DB.prepare("SELECT detail FROM audit_entry WHERE subject = ? AND action = ?")
      .bind(id, action)
      .first<string>("detail")) ?? "{}",
  );

describe("an evaluation's pool", () => {
  it("is the one that has room for it, for the judge and for every check, and its model is on record", async () => {
    const { world, short, long, apply, read } = await worldWith({ batch: SHORT, long: 65_536 });
    const ordinary = await apply(RESUME);
    await world.drain();
    const asked = short.requests.length;
    expect([asked > 1, long.requests.length]).toEqual([true, 0]);
    const lengthy = await apply(LONG_RESUME);
    await world.drain();
    expect([short.requests.length, long.requests.length > 1]).toEqual([asked, true]);
    expect((await read(ordinary)).evaluation).toMatchObject({ provisional: false, model: "on batch" });
    const { evaluation } = await read(lengthy);
    expect(evaluation).toMatchObject({ provisional: false, model: "on long" });

    await world.request(`/v1/applications/${lengthy}/evaluations/${evaluation!.id}/explanation`, {
      method: "POST",
      body: "{}",
    });
    expect(short.requests.length).toBe(asked + 1);
  });

  it("matters: the ordinary server, taken for one that has the room, refuses the long résumé", async () => {
    const { world, short, long, apply, read } = await worldWith({ batch: 65_536, long: 65_536 });
    const lengthy = await apply(LONG_RESUME);
    await world.drain();
    expect(await read(lengthy)).toMatchObject({
      state: "needs_attention",
      attention_reason: "model_refused",
    });
    expect([short.requests.length, long.requests.length]).toEqual([1, 0]);
  });

  it("is none for what no server takes: a person is told what to do, and nothing was asked", async () => {
    const { world, short, long, pools, apply, read, depth, growth } = await worldWith({
      batch: SHORT,
      long: null,
    });
    const before = await depth();
    const lengthy = await apply(LONG_RESUME);
    await world.drain();
    expect(await read(lengthy)).toMatchObject({
      state: "needs_attention",
      attention_reason: "too_long_for_model",
    });
    expect(short.requests).toHaveLength(0);
    const { detail } = await detailOf(lengthy, "application.needs_attention");
    expect(detail).toMatch(/^about \d{4,5} tokens, .* takes 4096: give INFERENCE_LONG_URL/);
    expect(await growth(before)).toEqual({ all: 0, batch: 0, long: 0, embeddings: 0 });

    world.setInference({ ...pools, long: long.pool("long", 65_536) });
    await world.request(`/v1/applications/${lengthy}/evaluations`, { method: "POST" });
    await world.drain();
    expect(await read(lengthy)).toMatchObject({ state: "evaluated", evaluation: { engine: "vllm" } });
  });
});

describe("the pools of the queue's depth", () => {
  it("count each application where it waits, and what is not read yet where almost all of them go", async () => {
    const { world, long, apply, depth, growth, pass } = await worldWith({ batch: SHORT, long: 65_536 });
    const before = await depth();
    long.set({ fault: "refused" });
    await apply(RESUME);
    const lengthy = await apply(LONG_RESUME);
    expect(await growth(before)).toEqual({ all: 2, batch: 2, long: 0, embeddings: 0 });
    await world.drain();
    expect(await growth(before)).toEqual({ all: 1, batch: 0, long: 1, embeddings: 0 });
    const { judge_tokens } = (await env.DB.prepare("SELECT judge_tokens FROM application WHERE id = ?")
      .bind(lengthy)
      .first<{ judge_tokens: number }>())!;
    expect(judge_tokens).toBeGreaterThan(SHORT);
    world.clock.at += 5_000;
    expect((await depth()).pools.long.oldest_s).toBeGreaterThanOrEqual(5);
    long.set(null);
    await pass();
    expect(await growth(before)).toEqual({ all: 0, batch: 0, long: 0, embeddings: 0 });
  });

  it("follow the configuration: the same row waits elsewhere once a server takes more", async () => {
    const { world, short, long, pools, apply, depth, growth } = await worldWith({
      batch: SHORT,
      long: 65_536,
    });
    const before = await depth();
    long.set({ fault: "refused" });
    await apply(LONG_RESUME);
    await world.drain();
    expect(await growth(before)).toMatchObject({ batch: 0, long: 1 });
    world.setInference({ ...pools, batch: short.pool("batch", 65_536) });
    expect(await growth(before)).toMatchObject({ batch: 1, long: 0 });
  });
});

describe("a server that is away", () => {
  it("keeps its own work waiting and nobody else's", async () => {
    const { world, short, long, apply, read, pass } = await worldWith({ batch: SHORT, long: 65_536 });
    long.set({ fault: "refused" });
    const lengthy = [];
    for (let n = 0; n < 3; n++) lengthy.push(await apply(LONG_RESUME.replace("Project 0", `Part ${n}`)));
    await world.drain();
    const status = async (tier: Pool) => tierStatus(await tierNow(world.ctx, tier));
    expect([await status("long"), await status("batch")]).toEqual(["cold", "up"]);
    const ordinary = await apply(RESUME);
    await world.drain();
    expect((await read(ordinary)).evaluation).toMatchObject({ engine: "vllm" });
    expect((await read(lengthy[0]!)).evaluation).toMatchObject({ engine: "rules", provisional: true });

    long.set(null);
    short.set({ fault: "refused" });
    await pass();
    await pass();
    await pass();
    for (const id of lengthy)
      expect((await read(id)).evaluation).toMatchObject({ engine: "vllm", provisional: false });
  });
});
