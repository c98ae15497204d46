import { env } from "cloudflare:test";
import { beforeAll, expect, it } from "vitest";
import { makeWorld, type World } from "../support/world.ts";

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

const rubric = (label: string) =>
  JSON.stringify({ criteria: [{ id: "a", kind: "skill", label, weight: 1 }] });
const post = (key: string, body: string) =>
  world.request(`/v1/jobs/${world.jobId}/rubrics`, {
    method: "POST",
    headers: { "idempotency-key": key },
    body,
  });
const versions = async () =>
  (await (await world.request(`/v1/jobs/${world.jobId}/rubrics`)).json<{ items: unknown[] }>()).items.length;

it("answers a repeated request with the first answer and does it once", async () => {
  const before = await versions();
  const first = await post("k1", rubric("A"));
  const again = await post("k1", rubric("A"));
  expect([first.status, again.status]).toEqual([201, 201]);
  expect(await again.json()).toEqual(await first.json());
  expect(again.headers.get("idempotent-replayed")).toBe("true");
  expect(await versions()).toBe(before + 1);
});

it("refuses the same key with another payload", async () => {
  await post("k2", rubric("A"));
  const other = await post("k2", rubric("B"));
  expect([other.status, (await other.json<{ code: string }>()).code]).toEqual([422, "idempotency_mismatch"]);
});

it("says that a request is under way instead of doing it twice", async () => {
  const before = await versions();
  const answers = await Promise.all([
    post("k3", rubric("A")),
    post("k3", rubric("A")),
    post("k3", rubric("A")),
  ]);
  expect(answers.filter(({ status }) => status === 201).length).toBeGreaterThanOrEqual(1);
  for (const answer of answers) expect([201, 409]).toContain(answer.status);
  expect(await versions()).toBe(before + 1);
});

it("takes a key again once a day has passed, or after a request that died", async () => {
  await post("k4", rubric("A"));
  world.clock.at += 24 * 60 * 60 * 1000 + 1;
  expect((await post("k4", rubric("B"))).status).toBe(201);
  await env.DB.prepare(
    "INSERT INTO idempotency_key (workspace_id, key, request_hash, created_at, expires_at) VALUES (?, 'post:k5', 'other', 0, ?)",
  )
    .bind(world.workspaceId, world.clock.at + 60_000)
    .run();
  expect((await post("k5", rubric("A"))).status).toBe(422);
  world.clock.at += 60_001;
  expect((await post("k5", rubric("A"))).status).toBe(201);
});

it("keeps an answer that refused, and forgets one that broke", async () => {
  const invalid = await post("k6", "{}");
  expect(invalid.status).toBe(422);
  expect((await post("k6", "{}")).headers.get("idempotent-replayed")).toBe("true");
});

it("keeps the keys of two workspaces apart", async () => {
  const other = await makeWorld();
  await post("k7", rubric("A"));
  const theirs = await other.request(`/v1/jobs/${other.jobId}/rubrics`, {
    method: "POST",
    headers: { "idempotency-key": "k7" },
    body: rubric("Other"),
  });
  expect(theirs.headers.get("idempotent-replayed")).toBeNull();
  expect(theirs.status).toBe(201);
});

it("bounds the length of a key", async () => {
  expect((await post("x".repeat(256), rubric("A"))).status).toBe(400);
});
