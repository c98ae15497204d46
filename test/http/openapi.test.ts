import { env } from "cloudflare:test";
import Ajv2020 from "ajv/dist/2020.js";
import { expect, it } from "vitest";
import { createApp } from "../../workers/app.ts";
import { PROBLEMS } from "../../workers/http/problem.ts";
import { openApiDocument } from "../../workers/http/reference-routes.ts";
import { makeWorld } from "../support/world.ts";

type Schema = Record<string, unknown>;
interface Operation {
  operationId?: string;
  summary?: string;
  responses: Record<string, { content?: Record<string, { schema: Schema }> }>;
}
const document = () =>
  openApiDocument(createApp(), env.PUBLIC_URL) as unknown as {
    openapi: string;
    paths: Record<string, Record<string, Operation>>;
    components: { schemas: Schema };
  };

it("is an OpenAPI 3.1 document whose every operation says what it does and how it fails", async () => {
  const world = await makeWorld();
  const served = await (await world.request("/openapi.json", { key: null })).json<
    ReturnType<typeof document>
  >();
  expect(served.openapi).toBe("3.1.0");
  for (const [path, operations] of Object.entries(served.paths)) {
    for (const [method, operation] of Object.entries(operations)) {
      expect(operation.summary, `${method} ${path}`).toBeTruthy();
      expect(operation.responses.default?.content, `${method} ${path}`).toHaveProperty([
        "application/problem+json",
      ]);
    }
  }
});

it("describes what the API really answers", async () => {
  const world = await makeWorld();
  const { body } = await world.apply();
  await world.drain();
  await world.request(`/v1/applications/${body.id}/notes`, {
    method: "POST",
    body: JSON.stringify({ body: "x" }),
  });
  await world.request(`/v1/applications/${body.id}/decisions`, {
    method: "POST",
    body: JSON.stringify({ to_stage: "review" }),
  });
  const { paths, components } = document();
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  const ids: Record<string, string> = {
    "/v1/jobs/{id}": world.jobId,
    "/v1/jobs/{id}/rubrics": world.jobId,
    "/v1/public/{workspace}/jobs": world.slug,
    "/v1/public/applications/{token}": body.status_token,
  };
  let checked = 0;
  for (const [path, operations] of Object.entries(paths)) {
    const schema = operations.get?.responses["200"]?.content?.["application/json"]?.schema;
    if (schema === undefined) continue;
    const response = await world.request(path.replace(/\{[^}]+\}/, ids[path] ?? body.id));
    expect(response.status, path).toBe(200);
    const validate = ajv.compile({ ...schema, components });
    expect([path, validate(await response.json()), validate.errors]).toEqual([path, true, null]);
    checked++;
  }
  expect(checked).toBeGreaterThan(12);
});

it("answers errors as problem documents, with what to do and a page that says more", async () => {
  const world = await makeWorld();
  const response = await world.request("/v1/nothing");
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  const problem = await response.json<{ type: string; code: string; request_id: string }>();
  expect(problem).toMatchObject({
    code: "not_found",
    status: 404,
    type: "http://candor.test/docs/errors#not_found",
  });
  expect(response.headers.get("x-request-id")).toBe(problem.request_id);
  const page = await (await world.request("/docs/errors", { key: null })).text();
  for (const code of Object.keys(PROBLEMS)) expect(page).toContain(`id="${code}"`);
});

it("tells nobody outside what broke inside", async () => {
  const broken = createApp(() => {
    throw new Error("secret detail");
  });
  const response = await broken.fetch(new Request("http://candor.test/v1/jobs"), env);
  expect(response.status).toBe(500);
  expect(await response.text()).not.toContain("secret detail");
});

it("says which methods an address knows", async () => {
  const world = await makeWorld();
  const response = await world.request("/v1/jobs", { method: "DELETE" });
  expect([response.status, response.headers.get("allow")]).toEqual([405, "GET, POST"]);
  expect((await world.request("/v1/jobs/x/y/z", { method: "DELETE" })).status).toBe(404);
});
