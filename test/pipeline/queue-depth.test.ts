import { createExecutionContext, env } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import { QUEUE_VALUES } from "../../inference/kubernetes/checks/scaling.ts";
import { createApp } from "../../workers/app.ts";
import { claim } from "../../workers/pipeline/claim.ts";
import type { QueueDepth } from "../../workers/pipeline/queue-depth.ts";
import { type Inference, InferenceError } from "../../workers/routing/types.ts";
import { makeWorld, type World } from "../support/world.ts";

const refuse = async (): Promise<never> => {
  throw new InferenceError("unreachable", "no connection");
};
const cold: Inference = {
  model: "test",
  complete: refuse,
  // biome-ignore lint/correctness/useYield: it fails before the first piece
  stream: async function* () {
    return refuse();
  },
};
const TOKEN = "test-token-of-the-operator";
const ask = (world: World, key: string | null = TOKEN) => world.request("/internal/queue-depth", { key });
const depth = async (world: World): Promise<QueueDepth> => (await ask(world)).json();

describe("the depth of the queue before the model tier", () => {
  it("is nothing while no model is configured, whatever lies there", async () => {
    const world = await makeWorld();
    await world.apply();
    const nothing = { waiting: 0, running: 0, wanted: 0, oldest_s: 0 };
    const pools = { batch: nothing, long: nothing, embeddings: nothing };
    expect(await depth(world)).toEqual({ ...nothing, pools });
  });

  it("counts an application from its arrival until a model has judged it, also behind an answer by rules", async () => {
    const world = await makeWorld();
    world.setInference(cold);
    const before = await depth(world);
    await world.apply();
    world.clock.at += 9_000;
    const received = await depth(world);
    expect(received.wanted - before.wanted).toBe(1);
    expect(received.oldest_s).toBeGreaterThanOrEqual(9);
    await world.drain();
    expect((await depth(world)).wanted - before.wanted).toBe(1);
    expect((await depth(world)).running).toBe(before.running);
  });

  it("counts what somebody holds as running, and forgets a lease that ran out", async () => {
    const world = await makeWorld();
    world.setInference(cold);
    const before = await depth(world);
    const { body } = await world.apply();
    await world.drain();
    const held = await claim(world.ctx, {
      workspaceId: world.workspaceId,
      applicationId: body.id,
      states: [],
      superseding: true,
      leaseMs: 10_000,
    });
    expect(held).not.toBeNull();
    expect((await depth(world)).running - before.running).toBe(1);
    world.clock.at += 10_001;
    const after = await depth(world);
    expect([after.running - before.running, after.wanted - before.wanted]).toEqual([0, 1]);
  });

  it("has every number that the manifests may ask for, by the path they ask by", async () => {
    const answer = await depth(await makeWorld());
    for (const path of QUEUE_VALUES) {
      const value = path
        .split(".")
        .reduce<unknown>((at, name) => (at as Record<string, unknown>)[name], answer);
      expect([path, typeof value]).toEqual([path, "number"]);
    }
  });

  it.each([
    ["without a token", null],
    ["with a wrong one", "test-token-of-the-operatoR"],
    ["with a recruiter's key", "recruiter"],
  ])("is refused %s", async (_, key) => {
    const world = await makeWorld();
    const response = await ask(world, key === "recruiter" ? world.key : key);
    expect([response.status, (await response.json<{ code: string }>()).code]).toEqual([
      401,
      "invalid_api_key",
    ]);
  });

  it("does not exist where no token is set", async () => {
    const { INTERNAL_TOKEN: _, ...bare } = env;
    const asked = new Request("http://candor.test/internal/queue-depth", {
      headers: { authorization: `Bearer ${TOKEN}` },
    });
    const response = await createApp().fetch(asked, bare as typeof env, createExecutionContext());
    expect(response.status).toBe(404);
  });
});
