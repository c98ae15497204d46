import { env } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import { pipelineMessage } from "../../workers/pipeline/messages.ts";
import { processMessage } from "../../workers/pipeline/process.ts";
import { sweep } from "../../workers/pipeline/sweep.ts";
import { tierStatus } from "../../workers/routing/breaker.ts";
import { createInference } from "../../workers/routing/client.ts";
import { tierNow } from "../../workers/routing/tier.ts";
import { recordedFetch } from "../support/recorded-inference.ts";
import { scriptedModel } from "../support/scripted-model.ts";
import { makeWorld } from "../support/world.ts";

const APPLICATIONS = 8;

/** A world with many applicants whose tier counts the questions that reach it. */
async function busyWorld() {
  const world = await makeWorld();
  const server = recordedFetch(scriptedModel({}));
  const asked = { count: 0 };
  world.setInference(
    createInference({
      url: "http://gpu.test",
      model: "tiny",
      apiKey: null,
      fetch: (input, init) => {
        asked.count++;
        return server.fetch(input, init);
      },
    }),
  );
  const apply = async (count: number) => {
    for (let n = 0; n < count; n++) await world.apply();
    await world.drain();
  };
  const counted = async (where: string) =>
    (
      await env.DB.prepare(`SELECT count(*) AS n FROM evaluation WHERE workspace_id = ? AND ${where}`)
        .bind(world.workspaceId)
        .first<{ n: number }>()
    )?.n;
  /** Lets time pass and the cron run; answers how many were handed out and how many questions that led to. */
  const pass = async (ms: number) => {
    world.clock.at += ms;
    const before = asked.count;
    const { retried } = await sweep(world.ctx);
    await world.drain();
    return { retried, asked: asked.count - before };
  };
  return { world, server, asked, apply, counted, pass };
}

describe("a tier that goes away under load and comes back", () => {
  it("is asked by three, then by one at a time, then by all; nobody waits for an answer meanwhile", async () => {
    const { world, server, asked, apply, counted, pass } = await busyWorld();
    server.set({ fault: "status", status: 503 });
    await apply(APPLICATIONS);
    expect(asked.count).toBe(3);
    expect(tierStatus(await tierNow(world.ctx, "batch"))).toBe("cold");
    expect(await counted("provisional = 1 AND engine = 'rules'")).toBe(APPLICATIONS);

    expect(await pass(61_000)).toEqual({ retried: 1, asked: 1 });
    expect(await pass(1_000)).toEqual({ retried: 0, asked: 0 });

    server.set(null);
    const probe = await pass(61_000);
    expect(probe.retried).toBe(1);
    expect(tierStatus(await tierNow(world.ctx, "batch"))).toBe("up");
    await pass(61_000);
    expect(await counted("provisional = 0 AND engine = 'vllm'")).toBe(APPLICATIONS);
    expect(await counted("1")).toBe(2 * APPLICATIONS);
    expect(await pass(600_000)).toEqual({ retried: 0, asked: 0 });
    expect(await (await world.request("/v1/audit/verify")).json()).toMatchObject({ valid: true });
  });

  it("is not given up for one answer that ran away", async () => {
    const { world, server, apply } = await busyWorld();
    server.set({ fault: "blanks" });
    await apply(4);
    expect(tierStatus(await tierNow(world.ctx, "batch"))).toBe("up");
  });

  it("is probed by one of two workers that come at once", async () => {
    const { world, server, asked, apply } = await busyWorld();
    server.set({ fault: "refused" });
    await apply(3);
    world.clock.at += 61_000;
    const before = asked.count;
    const due = await Promise.all([world.apply(), world.apply()]);
    const work = (type: string) =>
      Promise.all(
        due.map(({ body }) =>
          processMessage(
            world.ctx,
            pipelineMessage.parse({ v: 1, type, workspace_id: world.workspaceId, application_id: body.id }),
          ),
        ),
      );
    await work("application.read");
    await work("application.evaluate");
    expect(asked.count - before).toBe(1);
  });
});
