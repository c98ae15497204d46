import { env } from "cloudflare:test";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { workspaceLimit } from "../../db/schema/index.ts";
import { pipelineMessage } from "../../workers/pipeline/messages.ts";
import { processMessage } from "../../workers/pipeline/process.ts";
import { readRoom } from "../../workers/pipeline/room.ts";
import { createInference } from "../../workers/routing/client.ts";
import {
  FIRST_AT_ONCE,
  FORGOTTEN_MS,
  firstLimit,
  type Limit,
  limitNow,
} from "../../workers/routing/concurrency.ts";
import { COMMIT_MS, JOB_MS } from "../../workers/routing/deadline.ts";
import { LIMIT_COLUMNS, limitStatement, type Room } from "../../workers/routing/workspace-limit.ts";
import { recordedFetch } from "../support/recorded-inference.ts";
import { scriptedModel } from "../support/scripted-model.ts";
import { makeWorld, oneServer, type World } from "../support/world.ts";

const stored = async (world: World): Promise<Limit | null> => {
  const [row] = await world.ctx.db
    .select(LIMIT_COLUMNS)
    .from(workspaceLimit)
    .where(eq(workspaceLimit.workspace_id, world.workspaceId));
  return row ?? null;
};

/** What a claim would see now, with so many running. */
async function roomAt(world: World, running: number): Promise<Room> {
  const seen = await stored(world);
  const limit = limitNow(seen, world.ctx.now());
  return { workspaceId: world.workspaceId, pool: "batch", running, stored: seen, limit };
}

async function tell(world: World, room: Room, late: boolean, askedAt = world.ctx.now()) {
  const { sql, params } = limitStatement(world.ctx, room, { askedAt, late }).toSQL();
  await env.DB.batch([env.DB.prepare(sql).bind(...params)]);
}

async function answers(world: World, count: number, late: boolean) {
  for (let n = 0; n < count; n++) await tell(world, await roomAt(world, 64), late);
}

describe("a workspace's limit in the database", () => {
  it("counts every answer, and doubles after a window of good ones", async () => {
    const world = await makeWorld();
    await answers(world, 20, false);
    expect(await stored(world)).toMatchObject({ at_once: FIRST_AT_ONCE, samples: 20, late: 0 });
    world.clock.at += 1_000;
    await answers(world, 1, false);
    expect(await stored(world)).toMatchObject({ at_once: 2 * FIRST_AT_ONCE, samples: 0, steady: false });
  });

  it("shrinks after the second late one, and takes no further word of questions asked before", async () => {
    const world = await makeWorld();
    const before = world.ctx.now();
    await answers(world, 2, true);
    world.clock.at += 1_000;
    await answers(world, 1, true);
    expect(await stored(world)).toMatchObject({ at_once: 5, samples: 0, late: 0, steady: true });
    const room = await roomAt(world, 8);
    for (let n = 0; n < 3; n++) await tell(world, room, true, before);
    expect(await stored(world)).toMatchObject({ at_once: 5, samples: 0 });
    await tell(world, room, true);
    expect(await stored(world)).toMatchObject({ at_once: 5, samples: 1, late: 1 });
  });

  it("is changed once by workers that saw the same window end", async () => {
    const world = await makeWorld();
    await answers(world, 20, false);
    const seen = await roomAt(world, 64);
    world.clock.at += 1_000;
    for (let n = 0; n < 4; n++) await tell(world, seen, false);
    expect((await stored(world))?.at_once).toBe(2 * FIRST_AT_ONCE);
  });

  it("begins anew when it was not used for long", async () => {
    const world = await makeWorld();
    await answers(world, 20, false);
    await answers(world, 1, false);
    world.clock.at += FORGOTTEN_MS + 1;
    await answers(world, 1, false);
    expect(await stored(world)).toEqual(firstLimit(world.ctx.now()));
  });
});

describe("what the claim asks of the database", () => {
  it("is answered from indexes that hold running and waiting rows only", async () => {
    const world = await makeWorld();
    const pools = oneServer(createInference({ url: "http://t", model: "m", apiKey: null, fetch }));
    const { sql, params } = readRoom(world.ctx, pools, "app_x").toSQL();
    const plan = await env.DB.prepare(`EXPLAIN QUERY PLAN ${sql}`)
      .bind(...params)
      .all<{ detail: string }>();
    const steps = plan.results.map(({ detail }) => detail);
    for (const index of ["application_held", "application_waiting", "application_again"])
      expect(
        steps.filter((step) => step.includes(index)),
        steps.join("\n"),
      ).not.toEqual([]);
    expect(steps.filter((step) => step.startsWith("SCAN"))).toEqual([]);
  });
});

describe("a job whose time is up", () => {
  it("asks no more, gives its place back and waits visibly for its next turn", async () => {
    const world = await makeWorld();
    const clock = world.clock;
    const scripted = scriptedModel({});
    const asked: number[] = [];
    const server = recordedFetch((request, index) => {
      asked.push(clock.at);
      // The judge's answer comes when the lease is about to end: the checks that should follow have no time left.
      if (request.max_tokens !== 1) clock.at += JOB_MS.batch + COMMIT_MS;
      return scripted(request, index);
    });
    world.setInference(
      createInference({ url: "http://gpu.test", model: "tiny", apiKey: null, fetch: server.fetch }),
    );
    const { body } = await world.apply();
    for (const message of world.queue.splice(0))
      await processMessage(world.ctx, pipelineMessage.parse(message));
    for (const message of world.queue.splice(0))
      await processMessage(world.ctx, pipelineMessage.parse(message));
    expect(asked).toHaveLength(1);
    const row = await env.DB.prepare("SELECT state, lease_until, retry_at FROM application WHERE id = ?")
      .bind(body.id)
      .first<{ state: string; lease_until: number; retry_at: number }>();
    expect(row).toMatchObject({ state: "evaluated", lease_until: 0 });
    expect(row?.retry_at).toBeGreaterThan(clock.at);
    const evaluation = await env.DB.prepare(
      "SELECT engine, provisional FROM evaluation WHERE application_id = ?",
    )
      .bind(body.id)
      .first();
    expect(evaluation).toEqual({ engine: "rules", provisional: 1 });
    // A tier that let the time pass is one that had too much.
    expect(await stored(world)).toMatchObject({ samples: 1, late: 1 });
  });
});
