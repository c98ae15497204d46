import { describe, expect, it } from "vitest";
import { FIRST_PAUSE_MS } from "../../workers/routing/breaker.ts";
import { createInference } from "../../workers/routing/client.ts";
import { tierNow } from "../../workers/routing/tier.ts";
import { recordedFetch } from "../support/recorded-inference.ts";
import { scriptedModel } from "../support/scripted-model.ts";
import { makeWorld } from "../support/world.ts";

/** A world with one evaluated application, whose explanation a person may ask for. */
async function readerOf() {
  const world = await makeWorld();
  const server = recordedFetch(scriptedModel({ explain: () => "Shows Go [5]." }));
  world.setInference(
    createInference({ url: "http://gpu.test", model: "tiny", apiKey: null, fetch: server.fetch }),
  );
  const { body } = await world.apply();
  await world.drain();
  const read = await world.request(`/v1/applications/${body.id}`);
  const { evaluation } = await read.json<{ evaluation: { id: string } }>();
  const path = `/v1/applications/${body.id}/evaluations/${evaluation.id}/explanation`;
  /** Asks for the explanation; counts the questions that it brought before the model. */
  const ask = async (signal?: AbortSignal) => {
    const before = server.requests.length;
    const init = { method: "POST", body: "{}", ...(signal && { signal }) };
    const answer = await world.request(path, init);
    const text = await answer.text();
    return {
      status: answer.status,
      code: answer.status === 200 ? null : (JSON.parse(text) as { code: string }).code,
      wait: Number(answer.headers.get("retry-after")),
      asked: server.requests.length - before,
    };
  };
  const state = async () => (await tierNow(world.ctx, "batch")).state;
  return { world, server, ask, state };
}

describe("an explanation asked for while the model tier is away", () => {
  it("is refused at once after the third failure, with the seconds that are left of the pause", async () => {
    const { server, ask, state } = await readerOf();
    server.set({ fault: "status", status: 503 });
    for (let n = 0; n < 3; n++)
      expect(await ask()).toMatchObject({ status: 503, code: "inference_unavailable", asked: 1 });
    expect(await state()).toBe("open");
    const refused = await ask();
    expect(refused).toMatchObject({ status: 503, code: "inference_unavailable", asked: 0 });
    expect(refused.wait).toBeGreaterThan(0);
    expect(refused.wait).toBeLessThanOrEqual(FIRST_PAUSE_MS / 1000);
  });

  it("finds the tier again by itself when its pause is over, and leaves the probe to evaluations", async () => {
    const { world, server, ask, state } = await readerOf();
    server.set({ fault: "refused" });
    for (let n = 0; n < 3; n++) await ask();
    world.clock.at += FIRST_PAUSE_MS;
    expect(await ask()).toMatchObject({ status: 503, asked: 1 });
    expect(await state()).toBe("open");
    expect(await ask()).toMatchObject({ status: 503, asked: 0 });
    server.set(null);
    world.clock.at += 2 * FIRST_PAUSE_MS;
    expect(await ask()).toMatchObject({ status: 200, asked: 1 });
    expect(await state()).toBe("closed");
  });

  it("says nothing about the tier when its answer ran away", async () => {
    const { server, ask, state } = await readerOf();
    server.set({ fault: "blanks" });
    for (let n = 0; n < 4; n++) await ask();
    expect(await state()).toBe("closed");
  });
});
