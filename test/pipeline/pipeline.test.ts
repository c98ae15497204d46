import { createExecutionContext, createMessageBatch, env, getQueueResult } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import { claim, commitClaim, Fenced, MAX_ATTEMPTS } from "../../workers/pipeline/claim.ts";
import { consumePipeline, retryDelayS } from "../../workers/pipeline/consume.ts";
import { consumeDeadLetters } from "../../workers/pipeline/dead-letters.ts";
import { evaluateMessage, readMessage } from "../../workers/pipeline/messages.ts";
import { processMessage } from "../../workers/pipeline/process.ts";
import { sweep, sweepOrphans } from "../../workers/pipeline/sweep.ts";
import { makeWorld, type World } from "../support/world.ts";

const stateOf = (id: string) =>
  env.DB.prepare("SELECT state, attention_reason, epoch, lease_until, attempts FROM application WHERE id = ?")
    .bind(id)
    .first<Record<string, unknown>>();
const evaluations = (id: string) =>
  env.DB.prepare("SELECT count(*) AS n FROM evaluation WHERE application_id = ?").bind(id).first("n");
const take = (world: World, id: string, leaseMs = 60_000) =>
  claim(world.ctx, {
    workspaceId: world.workspaceId,
    applicationId: id,
    states: ["received", "reading"],
    becomes: "reading",
    leaseMs,
  });
const batchOf = (queue: string, bodies: unknown[], attempts = 1) =>
  createMessageBatch(
    queue,
    bodies.map((body, n) => ({ id: `m${n}`, timestamp: new Date(0), attempts, body })),
  );

describe("working off messages", () => {
  it("takes an application from received to evaluated, once, however often it is told to", async () => {
    const world = await makeWorld();
    const { body } = await world.apply();
    const message = readMessage(world.workspaceId, body.id);
    await processMessage(world.ctx, message);
    expect(await stateOf(body.id)).toMatchObject({ state: "evaluated", lease_until: 0, attempts: 0 });
    for (const again of [message, evaluateMessage(world.workspaceId, body.id), message])
      await processMessage(world.ctx, again);
    expect(await evaluations(body.id)).toBe(1);
  });

  it("lets one of several workers at once do the work", async () => {
    const world = await makeWorld();
    const { body } = await world.apply();
    await Promise.all(
      Array.from({ length: 8 }, () => processMessage(world.ctx, readMessage(world.workspaceId, body.id))),
    );
    expect(await evaluations(body.id)).toBe(1);
    const events = await env.DB.prepare(
      "SELECT count(*) AS n FROM event WHERE workspace_id = ? AND type = 'application.evaluated'",
    )
      .bind(world.workspaceId)
      .first("n");
    expect(events).toBe(1);
  });

  it("refuses the commit of a worker that lost its claim", async () => {
    const world = await makeWorld();
    const { body } = await world.apply();
    const slow = await take(world, body.id, 1000);
    world.clock.at += 1001;
    const quick = await take(world, body.id);
    expect(quick!.application.epoch).toBe(slow!.application.epoch + 1);
    const step = {
      patch: { state: "evaluated" as const },
      statements: [],
      audit: [{ action: "late", subject: body.id, detail: {} }],
    };
    await expect(commitClaim(world.ctx, slow!, step)).rejects.toThrow(Fenced);
    expect(
      await env.DB.prepare("SELECT count(*) AS n FROM audit_entry WHERE subject = ? AND action = 'late'")
        .bind(body.id)
        .first("n"),
    ).toBe(0);
    await commitClaim(world.ctx, quick!, { ...step, audit: [] });
    expect(await stateOf(body.id)).toMatchObject({ state: "evaluated" });
  });

  it("gives no claim on what somebody holds, on another workspace's, or on what is finished", async () => {
    const [world, other] = [await makeWorld(), await makeWorld()];
    const { body } = await world.apply();
    expect(await take(other, body.id)).toBeNull();
    expect(await take(world, body.id)).not.toBeNull();
    expect(await take(world, body.id)).toBeNull();
  });

  it("hands an application to a person after it ended its workers again and again", async () => {
    const world = await makeWorld();
    const { body } = await world.apply();
    for (let n = 0; n < MAX_ATTEMPTS; n++) {
      expect(await take(world, body.id, 1)).not.toBeNull();
      world.clock.at += 2;
    }
    await processMessage(world.ctx, readMessage(world.workspaceId, body.id));
    expect(await stateOf(body.id)).toMatchObject({
      state: "needs_attention",
      attention_reason: "processing_failed",
    });
  });

  it("says that the stored file is gone rather than try for ever", async () => {
    const world = await makeWorld();
    const { body } = await world.apply();
    const document = await env.DB.prepare("SELECT candidate_id AS id FROM application WHERE id = ?")
      .bind(body.id)
      .first<string>("id");
    await env.FILES.delete(`originals/${document}`);
    await world.drain();
    expect(await stateOf(body.id)).toMatchObject({
      state: "needs_attention",
      attention_reason: "processing_failed",
    });
  });
});

describe("the queue's consumers", () => {
  it("acknowledge what is committed and retry only what failed", async () => {
    const world = await makeWorld();
    const { body } = await world.apply();
    const batch = batchOf("pipeline", [
      readMessage(world.workspaceId, body.id),
      { v: 9, type: "application.read" },
    ]);
    const execution = createExecutionContext();
    await consumePipeline(world.ctx, batch);
    const result = await getQueueResult(batch, execution);
    expect(result.explicitAcks).toEqual(["m0"]);
    expect(result.retryMessages).toEqual([expect.objectContaining({ msgId: "m1" })]);
    expect(result.ackAll).toBe(false);
    expect(await stateOf(body.id)).toMatchObject({ state: "evaluated" });
  });

  it("waits longer from try to try, and never for ever", () => {
    expect([1, 2, 3, 8, 9, 50].map(retryDelayS)).toEqual([2, 4, 8, 256, 300, 300]);
  });

  it("turn a dead letter into a state that people see", async () => {
    const world = await makeWorld();
    const { body } = await world.apply();
    const { body: done } = await world.apply({ email: "done@example.org" });
    await processMessage(world.ctx, readMessage(world.workspaceId, done.id));
    const batch = batchOf(
      "pipeline-dead",
      [readMessage(world.workspaceId, body.id), readMessage(world.workspaceId, done.id), "?"],
      5,
    );
    await consumeDeadLetters(world.ctx, batch);
    const result = await getQueueResult(batch, createExecutionContext());
    expect(result.explicitAcks).toEqual(["m0", "m1", "m2"]);
    expect(await stateOf(body.id)).toMatchObject({
      state: "needs_attention",
      attention_reason: "processing_failed",
    });
    expect(await stateOf(done.id)).toMatchObject({ state: "evaluated" });
    const failed = await env.DB.prepare(
      "SELECT payload FROM event WHERE workspace_id = ? AND type = 'application.evaluation_failed'",
    )
      .bind(world.workspaceId)
      .first<string>("payload");
    expect(JSON.parse(failed!)).toMatchObject({ application_id: body.id, reason: "processing_failed" });
  });
});

describe("the sweep", () => {
  it("sends again what was lost on the way, but not what is young or held", async () => {
    const world = await makeWorld();
    const lost = await world.apply();
    const held = await world.apply({ email: "held@example.org" });
    world.queue.length = 0;
    await sweep(world.ctx);
    expect(world.queue).toEqual([]);
    world.clock.at += 60_001;
    await take(world, held.body.id);
    await sweep(world.ctx);
    expect(
      world.queue.filter((m) =>
        [lost.body.id, held.body.id].includes((m as { application_id: string }).application_id),
      ),
    ).toEqual([readMessage(world.workspaceId, lost.body.id)]);
    const sent = world.queue.length;
    await sweep(world.ctx);
    expect(world.queue.length).toBe(sent);
    await world.drain();
    expect(await stateOf(lost.body.id)).toMatchObject({ state: "evaluated" });
    world.clock.at += 120_001;
    await sweep(world.ctx);
    await world.drain();
    expect(await stateOf(held.body.id)).toMatchObject({ state: "evaluated" });
  });

  it("deletes files that no application has, and no others", async () => {
    const world = await makeWorld();
    const { body } = await world.apply();
    const kept = await env.DB.prepare("SELECT candidate_id AS id FROM application WHERE id = ?")
      .bind(body.id)
      .first<string>("id");
    const orphan = world.ctx.id("candidate");
    await env.FILES.put(`originals/${orphan}`, "x");
    expect(await sweepOrphans(world.ctx)).toBe(0);
    world.clock.at += 90 * 60_000;
    const fresh = world.ctx.id("candidate");
    await env.FILES.put(`originals/${fresh}`, "x");
    expect(await sweepOrphans(world.ctx)).toBe(1);
    expect(await env.FILES.head(`originals/${orphan}`)).toBeNull();
    expect(await env.FILES.head(`originals/${kept}`)).not.toBeNull();
    expect(await env.FILES.head(`originals/${fresh}`)).not.toBeNull();
  });
});
