import { env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { createApp } from "../../workers/app.ts";
import { openApiDocument } from "../../workers/http/reference-routes.ts";
import { READ_SCOPES } from "../../workers/http/scopes.ts";
import { makeWorld, type World } from "../support/world.ts";

interface Operation {
  method: string;
  path: string;
  scope: string;
}

/** Every operation that asks for a key, from the API's own description: a new route is covered the day it is added. */
const guarded: Operation[] = Object.entries(openApiDocument(createApp(), env.PUBLIC_URL).paths ?? {}).flatMap(
  ([path, operations]) =>
    Object.entries(operations as Record<string, { security?: { api_key: string[] }[] }>).flatMap(
      ([method, { security }]) =>
        security === undefined
          ? []
          : [{ method: method.toUpperCase(), path, scope: security[0]!.api_key[0]! }],
    ),
);
const addressed = ({ path }: Operation, id: string) => path.replace(/\{[^}]+\}/g, id);
const bodyOf = ({ method }: Operation) => (method === "GET" || method === "DELETE" ? {} : { body: "{}" });

let world: World;
let other: World;
beforeAll(async () => {
  [world, other] = [await makeWorld(), await makeWorld()];
});

it("covers the whole API", () => {
  expect(guarded.length).toBeGreaterThan(20);
  expect(guarded.map(({ path }) => path).filter((path) => path.startsWith("/v1/public"))).toEqual([]);
});

describe.each(guarded)("$method $path", (operation) => {
  const call = (key: string | null, id = "app_00000000000000000000000000") =>
    world.request(addressed(operation, id), { method: operation.method, key, ...bodyOf(operation) });

  it("answers every kind of useless key alike", async () => {
    const expired = await world.keyWith([operation.scope as never], { expires_at: world.clock.at - 1 });
    const revoked = await world.keyWith([operation.scope as never]);
    await world.request(`/v1/api-keys/${revoked.id}`, { method: "DELETE" });
    const answers = await Promise.all(
      [null, "nonsense", `${world.key.slice(0, -1)}!`, expired.key, revoked.key].map(async (key) => {
        const response = await call(key);
        const { request_id: _, ...body } = await response.json<Record<string, unknown>>();
        return { status: response.status, challenge: response.headers.get("www-authenticate"), body };
      }),
    );
    expect(answers[0]).toMatchObject({ status: 401, body: { code: "invalid_api_key" } });
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  });

  it("refuses a key without its scope, before it looks at anything else", async () => {
    const scopes = READ_SCOPES.filter((scope) => scope !== operation.scope);
    const { key } = await world.keyWith(scopes);
    const response = await call(key);
    expect([response.status, (await response.json<{ code: string }>()).code]).toEqual([
      403,
      "insufficient_scope",
    ]);
  });
});

it("refuses a read-only key on every route that writes", async () => {
  const { key } = await world.keyWith(READ_SCOPES);
  for (const operation of guarded.filter(({ method }) => method !== "GET")) {
    if (READ_SCOPES.includes(operation.scope as never)) continue;
    const response = await world.request(addressed(operation, "x"), {
      method: operation.method,
      key,
      ...bodyOf(operation),
    });
    expect(response.status, `${operation.method} ${operation.path}`).toBe(403);
  }
});

it("does not let one workspace see, touch or even tell apart what another has", async () => {
  const { body } = await world.apply();
  await world.drain();
  const ids = { job: world.jobId, application: body.id, key: (await world.keyWith(["jobs:read"])).id };
  for (const operation of guarded.filter(({ path }) => path.includes("{id}"))) {
    const id = operation.path.includes("/jobs/")
      ? ids.job
      : operation.path.includes("/api-keys/")
        ? ids.key
        : ids.application;
    const valid = { method: operation.method, key: other.key, ...validBody(operation) };
    const theirs = await other.request(addressed(operation, id), valid);
    const nobodys = await other.request(addressed(operation, `${id.slice(0, -4)}zzzz`), valid);
    const [a, b] = await Promise.all(
      [theirs, nobodys].map((answer) => answer.json<Record<string, unknown>>()),
    );
    expect([theirs.status, a!.code], `${operation.method} ${operation.path}`).toEqual([404, "not_found"]);
    expect({ ...a, request_id: null }).toEqual({ ...b, request_id: null });
  }
  expect(await (await other.request("/v1/applications")).json()).toMatchObject({ items: [] });
});

function validBody({ method, path }: Operation): { body?: string } {
  if (method === "GET" || method === "DELETE") return {};
  if (path.endsWith("/rubrics"))
    return { body: JSON.stringify({ criteria: [{ id: "a", kind: "skill", label: "A", weight: 1 }] }) };
  if (path.endsWith("/notes")) return { body: JSON.stringify({ body: "x" }) };
  if (path.endsWith("/decisions")) return { body: JSON.stringify({ to_stage: "review" }) };
  return { body: "{}" };
}

it("lets a disabled member's key do nothing", async () => {
  const away = await makeWorld();
  await env.DB.prepare("UPDATE member SET disabled_at = 1 WHERE id = ?").bind(away.memberId).run();
  expect((await away.request("/v1/jobs")).status).toBe(401);
});

it("makes no key that can do more than its maker's", async () => {
  const { key } = await world.keyWith(["api-keys:write", "jobs:read"]);
  const ask = (scopes: string[]) =>
    world.request("/v1/api-keys", { method: "POST", key, body: JSON.stringify({ name: "n", scopes }) });
  expect((await ask(["jobs:read"])).status).toBe(201);
  expect((await ask(["decisions:write"])).status).toBe(403);
});
