import { env } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import { pipelineMessage } from "../../workers/pipeline/messages.ts";
import { processMessage } from "../../workers/pipeline/process.ts";
import { handOn } from "../../workers/pipeline/room.ts";
import { sweep } from "../../workers/pipeline/sweep.ts";
import { createInference } from "../../workers/routing/client.ts";
import { FIRST_AT_ONCE, firstLimit } from "../../workers/routing/concurrency.ts";
import { PRIORITY } from "../../workers/routing/priority.ts";
import { recordedFetch } from "../support/recorded-inference.ts";
import { scriptedModel } from "../support/scripted-model.ts";
import { makeWorld, oneServer, type World } from "../support/world.ts";

const IMPORT = 20;

/** A model whose judge answers when it is told to; it knows how many questions lie before it. */
function heldModel() {
  const waiting: (() => void)[] = [];
  const seen = { most: 0, priorities: [] as (number | null)[] };
  const gate = { open: false };
  const scripted = scriptedModel({});
  const server = recordedFetch(async (request, index) => {
    if (request.max_tokens !== 1) {
      seen.priorities.push(request.priority ?? null);
      if (!gate.open) {
        const turn = new Promise<void>((resolve) => waiting.push(resolve));
        seen.most = Math.max(seen.most, waiting.length);
        await turn;
      }
    }
    return scripted(request, index);
  });
  const inference = createInference({
    url: "http://gpu.test",
    model: "tiny",
    apiKey: null,
    fetch: server.fetch,
  });
  const release = () => {
    gate.open = true;
    for (const go of waiting.splice(0)) go();
  };
  return { inference, seen, waiting, release };
}

/** Works off what lies in the queue, all of it at the same time; reading is done first. */
async function arrive(
  world: World,
  whenRead: () => Promise<void> = async () => undefined,
): Promise<{ done: Promise<unknown> }> {
  const messages = world.queue.splice(0).map((body) => pipelineMessage.parse(body));
  await Promise.all(messages.map((message) => processMessage(world.ctx, message)));
  await whenRead();
  const evaluations = world.queue.splice(0).map((body) => pipelineMessage.parse(body));
  return { done: Promise.all(evaluations.map((message) => processMessage(world.ctx, message))) };
}

/** Waits until so many questions lie before the model, or until nothing moves any more. */
async function until(condition: () => boolean) {
  for (let n = 0; n < 400 && !condition(); n++) await new Promise((go) => setTimeout(go, 5));
}

const settle = () => new Promise((go) => setTimeout(go, 50));

const count = async (world: World, where: string) =>
  (
    await env.DB.prepare(`SELECT count(*) AS n FROM application WHERE workspace_id = ? AND ${where}`)
      .bind(world.workspaceId)
      .first<{ n: number }>()
  )?.n;

describe("one workspace's import and another's single application", () => {
  it("share the model: the import has as many before it as it may, the single one goes at once, none is lost", async () => {
    const model = heldModel();
    const [big, small] = [await makeWorld(), await makeWorld()];
    for (const world of [big, small]) world.setInference(model.inference);
    for (let n = 0; n < IMPORT; n++) await big.apply();
    const flood = await arrive(big);
    await until(() => model.waiting.length === FIRST_AT_ONCE);
    expect(model.waiting.length).toBe(FIRST_AT_ONCE);

    // What has no room is not lost and not hidden: it stands there, waiting, and nobody holds it.
    await settle();
    expect(await count(big, "state = 'evaluating' AND lease_until = 0")).toBe(IMPORT - FIRST_AT_ONCE);
    const depth = await (
      await big.request("/internal/queue-depth", { key: "test-token-of-the-operator" })
    ).json<{ waiting: number; running: number }>();
    expect(depth).toMatchObject({ waiting: IMPORT - FIRST_AT_ONCE, running: FIRST_AT_ONCE });

    await small.apply();
    const single = await arrive(small);
    await until(() => model.waiting.length === FIRST_AT_ONCE + 1);
    expect(model.waiting.length).toBe(FIRST_AT_ONCE + 1);

    // Whoever ends hands on, ten seconds and more after the import came in.
    big.clock.at += 20_000;
    model.release();
    await Promise.all([flood.done, single.done]);
    expect(await count(small, "state = 'evaluated' AND retry_at IS NULL")).toBe(1);
    for (let n = 0; n < IMPORT && big.queue.length > 0; n++) await big.drain();
    expect(await count(big, "state = 'evaluated' AND retry_at IS NULL")).toBe(IMPORT);
    expect(model.seen.most).toBe(FIRST_AT_ONCE + 1);
  });

  it("what was turned away is found by the sweep too, when whoever ran has died", async () => {
    const model = heldModel();
    const world = await makeWorld();
    world.setInference(model.inference);
    for (let n = 0; n < FIRST_AT_ONCE + 2; n++) await world.apply();
    const before = await arrive(world);
    await until(() => model.waiting.length === FIRST_AT_ONCE);
    // Their leases run out, and the sweep hands everything out again: those that are asked anew and those never asked.
    world.clock.at += 400_000;
    const { unfinished } = await sweep(world.ctx);
    expect(unfinished).toBeGreaterThanOrEqual(FIRST_AT_ONCE + 2);
    model.release();
    await world.drain();
    await before.done.catch(() => undefined);
    expect(await count(world, "state = 'evaluated' AND retry_at IS NULL")).toBe(FIRST_AT_ONCE + 2);
  });

  it("the sweep serves them in turns: an import that waits for the model does not stand before another's one", async () => {
    const model = heldModel();
    const [big, small] = [await makeWorld(), await makeWorld()];
    for (let n = 0; n < IMPORT; n++) await big.apply();
    await big.drain();
    await small.apply();
    await small.drain();
    // Evaluated by rules while there was no model: all of them wait to be asked again, the single one last.
    await env.DB.exec("UPDATE application SET retry_at = NULL");
    for (const [world, at] of [
      [big, 1],
      [small, 2],
    ] as const)
      await env.DB.prepare("UPDATE application SET retry_at = ? WHERE workspace_id = ?")
        .bind(at, world.workspaceId)
        .run();
    for (const world of [big, small]) world.setInference(model.inference);
    const { retried } = await sweep(big.ctx);
    const handedOut = big.queue.map((body) => pipelineMessage.parse(body).workspace_id);
    expect(retried).toBe(FIRST_AT_ONCE + 1);
    expect(handedOut.filter((id) => id === small.workspaceId)).toHaveLength(1);
    model.release();
  });
});

describe("what is handed on", () => {
  it("waits for the pool that has a place: long texts do not take the turn of ordinary ones", async () => {
    const model = heldModel();
    const world = await makeWorld();
    const one = oneServer(model.inference);
    const pools = { ...one, long: { ...one.batch, pool: "long", tier: "long", context: 262_144 } } as const;
    world.setInference(pools);
    const long: string[] = [];
    for (let n = 0; n < FIRST_AT_ONCE + 1; n++) {
      const { body } = await world.apply();
      if (n === 0) long.push(body.id);
    }
    const flood = await arrive(world, async () => {
      for (const id of long)
        await env.DB.prepare("UPDATE application SET judge_tokens = 100000 WHERE id = ?").bind(id).run();
    });
    // All begin: eight before the ordinary pool, and the long one before its own.
    await until(() => model.waiting.length === FIRST_AT_ONCE + 1);
    expect(model.waiting.length).toBe(FIRST_AT_ONCE + 1);
    model.release();
    await flood.done;
  });

  it("is of the finished one's own pool", async () => {
    const model = heldModel();
    const world = await makeWorld();
    const one = oneServer(model.inference);
    const pools = { ...one, long: { ...one.batch, pool: "long", tier: "long", context: 262_144 } } as const;
    world.setInference(pools);
    const ids = { batch: "", long: "" };
    for (const pool of ["long", "batch"] as const) ids[pool] = (await world.apply()).body.id;
    await Promise.all(
      world.queue.splice(0).map((body) => processMessage(world.ctx, pipelineMessage.parse(body))),
    );
    world.queue.splice(0);
    await env.DB.prepare("UPDATE application SET judge_tokens = 100000 WHERE id = ?").bind(ids.long).run();
    world.clock.at += 20_000;
    const limit = firstLimit(world.clock.at);
    const room = { workspaceId: world.workspaceId, running: 1, stored: null, limit, handsOn: true };
    for (const pool of ["batch", "long"] as const) {
      expect(await handOn(world.ctx, pools, { ...room, pool }, true)).toBe(1);
      expect(pipelineMessage.parse(world.queue.pop()).application_id).toBe(ids[pool]);
    }
  });
});

describe("the order within a workspace", () => {
  it("puts what a person waits for before what a system handed in, in the queue and in the model", async () => {
    const model = heldModel();
    const world = await makeWorld();
    world.setInference(model.inference);
    for (let n = 0; n < FIRST_AT_ONCE + 3; n++) await world.apply();
    await env.DB.prepare("UPDATE application SET priority = ? WHERE workspace_id = ?")
      .bind(PRIORITY.bulk, world.workspaceId)
      .run();
    const { body } = await world.apply();
    const flood = await arrive(world);
    await until(() => model.waiting.length === FIRST_AT_ONCE);
    world.clock.at += 20_000;
    const before = model.seen.priorities.length;
    model.release();
    await flood.done;
    const handedOn = world.queue.map((message) => pipelineMessage.parse(message).application_id);
    const running = await count(world, `id = '${body.id}' AND state = 'evaluated'`);
    // Either it was among the first, or it is the first to be handed on.
    expect(running === 1 || handedOn[0] === body.id).toBe(true);
    await world.drain();
    expect(new Set(model.seen.priorities)).toEqual(new Set([PRIORITY.bulk, PRIORITY.asked]));
    expect(before).toBe(FIRST_AT_ONCE);
  });
});
