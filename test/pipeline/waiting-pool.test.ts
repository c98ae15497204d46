import { env } from "cloudflare:test";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { application } from "../../db/schema/index.ts";
import { waitingTiers, waitsFor } from "../../workers/pipeline/waiting-pool.ts";
import { createInference } from "../../workers/routing/client.ts";
import { leaseFor } from "../../workers/routing/deadline.ts";
import { choosePool, type InferencePools, type Pool } from "../../workers/routing/pools.ts";
import { recordedFetch } from "../support/recorded-inference.ts";
import { scriptedModel } from "../support/scripted-model.ts";
import { makeWorld, oneServer } from "../support/world.ts";

const { fetch } = recordedFetch(scriptedModel({}));
const inference = createInference({ url: "http://gpu.test", model: "tiny", apiKey: null, fetch });
const plain = oneServer(inference, 4_096);
const long = (context: number, tier: Pool = "long"): InferencePools => ({
  ...plain,
  long: { pool: "long", tier, context, inference },
});

describe("the pool that a row waits for", () => {
  it.each<[string, InferencePools]>([
    ["one server", plain],
    ["a long-context server beside it", long(65_536)],
    ["a long-context server that takes no more than the other", long(1_000)],
  ])("is the one that its question will go to: %s", async (_, pools) => {
    const world = await makeWorld();
    const { body } = await world.apply();
    for (const tokens of [null, 0, 1, 1_000, 1_001, 4_096, 4_097, 65_536, 65_537, 10_000_000]) {
      const one = eq(application.id, body.id);
      await world.ctx.db.update(application).set({ judge_tokens: tokens }).where(one);
      const [row] = await world.ctx.db
        .select({ pool: waitsFor(pools).as("waits_for") })
        .from(application)
        .where(one);
      expect([tokens, row?.pool]).toEqual([tokens, choosePool(pools, "evaluate", tokens ?? 0)]);
    }
  });

  it("is looked up once a server, however many pools that server is", () => {
    expect([...waitingTiers(plain)]).toEqual([["batch", ["batch"]]]);
    expect([...waitingTiers(long(65_536))]).toEqual([
      ["batch", ["batch"]],
      ["long", ["long"]],
    ]);
    expect([...waitingTiers(long(65_536, "batch"))]).toEqual([["batch", ["batch", "long"]]]);
  });
});

describe("the time that an evaluation may be held", () => {
  it.each([
    ["an ordinary one", 100_000, leaseFor("batch")],
    ["one that only the long-context server takes", 10, leaseFor("long")],
  ])("is its pool's: %s", async (_, context, lease) => {
    const world = await makeWorld();
    const held: number[] = [];
    const watching = createInference({
      url: "http://gpu.test",
      model: "tiny",
      apiKey: null,
      fetch: async (input, init) => {
        const until = await env.DB.prepare("SELECT max(lease_until) AS until FROM application WHERE id = ?")
          .bind(id)
          .first<number>("until");
        held.push(until! - world.clock.at);
        return fetch(input, init);
      },
    });
    const server = { tier: "long", context: 100_000, inference: watching } as const;
    world.setInference({ ...oneServer(watching, context), long: { ...server, pool: "long" } });
    const { body } = await world.apply();
    const id = body.id;
    await world.drain();
    expect(held.length).toBeGreaterThan(0);
    expect(new Set(held)).toEqual(new Set([lease]));
  });
});
