import { env } from "cloudflare:test";
import { expect, it } from "vitest";
import { makeWorld, type World } from "../support/world.ts";

const own = (world: World, token: string, init: RequestInit = {}) =>
  world.request(`/v1/public/applications/${token}`, { key: null, ...init });
const patch = (world: World, token: string, body: unknown) =>
  own(world, token, { method: "PATCH", body: JSON.stringify(body) });

it("shows applicants where they stand, and never a score", async () => {
  const world = await makeWorld();
  const { body } = await world.apply();
  await world.drain();
  const text = await (await own(world, body.status_token)).text();
  expect(JSON.parse(text)).toMatchObject({
    id: body.id,
    state: "evaluated",
    stage: "new",
    attention_reason: null,
    advice: null,
  });
  expect(text).not.toMatch(/score|recommendation|level/);
});

it("knows a token of its own making from any other", async () => {
  const world = await makeWorld();
  const { body } = await world.apply();
  const [id, mac] = body.status_token.split(".") as [string, string];
  const { body: other } = await world.apply({ email: "b@example.org" });
  const otherMac = other.status_token.split(".")[1]!;
  for (const token of [
    id,
    `${id}.`,
    `${id}.${otherMac}`,
    `.${mac}`,
    `${id}.${mac}x`,
    `${id.toUpperCase()}.${mac}`,
  ]) {
    expect((await own(world, token)).status, token).toBe(404);
  }
});

it("says in the reader's language what to send instead", async () => {
  const world = await makeWorld();
  const { body } = await world.apply({
    file: { name: "resume.pdf", bytes: "MZ\u0090 not a document \u0000\u0001" },
  });
  await world.drain();
  const advice = async (language: string) =>
    (
      await (
        await own(world, body.status_token, { headers: { "accept-language": language } })
      ).json<{ advice: string }>()
    ).advice;
  expect(await advice("en")).toMatch(/PDF/);
  expect(await advice("zh-CN")).toMatch(/PDF/);
  expect(await advice("zh-CN")).not.toBe(await advice("en"));
});

it("takes an application back, once, and stops the machine", async () => {
  const world = await makeWorld();
  const { body } = await world.apply();
  expect(await (await patch(world, body.status_token, { withdrawn: true })).json()).toMatchObject({
    stage: "withdrawn",
    state: "needs_attention",
  });
  expect((await patch(world, body.status_token, { withdrawn: true })).status).toBe(200);
  await world.drain();
  expect(await (await world.request(`/v1/applications/${body.id}`)).json()).toMatchObject({
    stage: "withdrawn",
    evaluation: null,
  });
  const events = await env.DB.prepare(
    "SELECT count(*) AS n FROM event WHERE workspace_id = ? AND type = 'application.withdrawn'",
  )
    .bind(world.workspaceId)
    .first("n");
  expect(events).toBe(1);
});

it("passes on that somebody wants a person to read it", async () => {
  const world = await makeWorld();
  const { body } = await world.apply();
  const asked = await (await patch(world, body.status_token, { person_requested: true })).json<{
    person_requested_at: string;
  }>();
  expect(asked.person_requested_at).toBe(new Date(world.clock.at).toISOString());
  expect((await patch(world, body.status_token, { person_requested: true, unknown: 1 })).status).toBe(422);
});

it("erases a person: key, files, quotations, notes and columns; the chain stays whole", async () => {
  const world = await makeWorld();
  const { body } = await world.apply({ name: "Ada Example" });
  await world.drain();
  await world.request(`/v1/applications/${body.id}/notes`, {
    method: "POST",
    body: JSON.stringify({ body: "Ada was kind" }),
  });
  const before = (await env.FILES.list()).objects.map(({ key }) => key);
  const document = await env.DB.prepare(
    "SELECT id, (SELECT candidate_id FROM application WHERE id = application_id) AS candidate FROM document WHERE application_id = ?",
  )
    .bind(body.id)
    .first<{ id: string; candidate: string }>();
  const mine = before.filter((key) =>
    [document!.id, document!.candidate, body.id].some((part) => key.includes(part)),
  );
  expect(mine.map((key) => key.split("/")[0]).sort()).toEqual(["originals", "redacted", "vault"]);

  expect((await own(world, body.status_token, { method: "DELETE" })).status).toBe(204);
  expect((await own(world, body.status_token, { method: "DELETE" })).status).toBe(204);
  const after = (await env.FILES.list()).objects.map(({ key }) => key);
  expect(after.filter((key) => mine.includes(key))).toEqual([]);
  const application = await (await world.request(`/v1/applications/${body.id}`)).json<
    Record<string, unknown>
  >();
  expect(application).toMatchObject({
    stage: "withdrawn",
    candidate: { name: null, email: null, erased_at: expect.any(String) },
  });
  expect(JSON.stringify(application)).not.toMatch(/Kubernetes|payment/);
  expect((await world.request(`/v1/applications/${body.id}/document`)).status).toBe(410);
  expect((await world.request(`/v1/applications/${body.id}/text`)).status).toBe(410);
  expect(await (await world.request(`/v1/applications/${body.id}/notes`)).json()).toEqual({ items: [] });
  expect(await (await world.request("/v1/audit/verify")).json()).toMatchObject({ valid: true });
  const rows = await env.DB.prepare("SELECT personal, email_hash FROM candidate WHERE id = ?")
    .bind(document!.candidate)
    .first();
  expect(rows).toEqual({ personal: null, email_hash: null });
});

it("fences off a worker that still holds somebody who was erased", async () => {
  const world = await makeWorld();
  const { body } = await world.apply();
  const { claim } = await import("../../workers/pipeline/claim.ts");
  const { readApplication } = await import("../../workers/documents/read-application.ts");
  const held = await claim(world.ctx, {
    workspaceId: world.workspaceId,
    applicationId: body.id,
    states: ["received"],
    becomes: "reading",
    leaseMs: 60_000,
  });
  const slow = { ...world.ctx, files: erasingBeforePut(world, body.status_token) };
  await expect(readApplication(slow, held!, { keepLease: false })).rejects.toThrow(/a later claim holds/);
  expect(
    await env.DB.prepare("SELECT count(*) AS n FROM evaluation WHERE application_id = ?")
      .bind(body.id)
      .first("n"),
  ).toBe(0);
});

/** A bucket whose first write comes right after the erasure. */
function erasingBeforePut(world: World, token: string): R2Bucket {
  let erased = false;
  return new Proxy(env.FILES, {
    get(bucket, property) {
      const member = bucket[property as keyof R2Bucket] as unknown;
      if (property !== "put") return typeof member === "function" ? member.bind(bucket) : member;
      return async (...args: Parameters<R2Bucket["put"]>) => {
        if (!erased) {
          erased = true;
          await own(world, token, { method: "DELETE" });
        }
        return bucket.put(...args);
      };
    },
  });
}
