import {
  applyD1Migrations,
  createExecutionContext,
  createMessageBatch,
  createScheduledController,
  env,
  getQueueResult,
  waitOnExecutionContext,
} from "cloudflare:test";
import { beforeAll, expect, it } from "vitest";
import worker from "../../workers/index.ts";
import { readMessage } from "../../workers/pipeline/messages.ts";
import { makeWorld } from "../support/world.ts";

beforeAll(() => applyD1Migrations(env.DB, env.TEST_MIGRATIONS));

it("hands each queue to its consumer, and refuses a queue that it does not know", async () => {
  const world = await makeWorld();
  const { body } = await world.apply();
  const batch = createMessageBatch("pipeline", [
    { id: "m", timestamp: new Date(), attempts: 1, body: readMessage(world.workspaceId, body.id) },
  ]);
  await worker.queue(batch, env);
  expect((await getQueueResult(batch, createExecutionContext())).explicitAcks).toEqual(["m"]);
  expect(await (await world.request(`/v1/applications/${body.id}`)).json()).toMatchObject({
    state: "evaluated",
  });
  await expect(worker.queue(createMessageBatch("other", []), env)).rejects.toThrow(/no consumer/);
});

it("never swallows what arrives on the webhooks queue, where nothing is sent yet", async () => {
  const batch = createMessageBatch("webhooks", [{ id: "m", timestamp: new Date(), attempts: 1, body: {} }]);
  await worker.queue(batch, env);
  expect(await getQueueResult(batch, createExecutionContext())).toMatchObject({
    explicitAcks: [],
    retryMessages: [expect.objectContaining({ msgId: "m" })],
  });
});

it("sweeps by cron", async () => {
  const execution = createExecutionContext();
  await worker.scheduled(
    createScheduledController({ scheduledTime: new Date(Date.UTC(2026, 10, 23, 10, 0)), cron: "* * * * *" }),
    env,
  );
  await waitOnExecutionContext(execution);
});

it("names every variable that is missing or malformed, and never its value", async () => {
  const bad = { ...env, CANDOR_SECRET: "c2hvcnQ=", PUBLIC_URL: "nowhere" };
  await expect(worker.queue(createMessageBatch("pipeline", []), bad)).rejects.toThrow(
    /PUBLIC_URL.*CANDOR_SECRET|CANDOR_SECRET.*PUBLIC_URL/,
  );
  await expect(worker.queue(createMessageBatch("pipeline", []), bad)).rejects.not.toThrow(/c2hvcnQ|nowhere/);
});
