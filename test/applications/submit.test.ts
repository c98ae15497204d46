import { env } from "cloudflare:test";
import { expect, it } from "vitest";
import { MAX_FILE_BYTES } from "../../workers/applications/form.ts";
import { SAME_APPLICATION_MS } from "../../workers/applications/submit.ts";
import { originalObject } from "../../workers/documents/objects.ts";
import { applyForm, makeWorld, RESUME, type World } from "../support/world.ts";

const count = async (table: string, world: World) =>
  (await env.DB.prepare(`SELECT count(*) AS n FROM ${table} WHERE workspace_id = ?`)
    .bind(world.workspaceId)
    .first<{ n: number }>())!.n;
const code = async (response: Response) => [response.status, (await response.json<{ code: string }>()).code];
const submit = (world: World, body: BodyInit, headers?: Record<string, string>) =>
  world.request(`/v1/public/jobs/${world.jobId}/applications`, {
    method: "POST",
    key: null,
    body,
    ...(headers ? { headers } : {}),
  });

it("takes an application: file, rows, event, audit entry, one message, a status link", async () => {
  const world = await makeWorld();
  const { status, body } = await world.apply();
  expect(status).toBe(201);
  expect(body.status_url).toBe(
    `http://candor.test/careers/applications/${encodeURIComponent(body.status_token)}`,
  );
  expect(world.queue).toEqual([
    { v: 1, type: "application.read", workspace_id: world.workspaceId, application_id: body.id },
  ]);
  const document = await env.DB.prepare("SELECT candidate_id AS candidate FROM application WHERE id = ?")
    .bind(body.id)
    .first<Record<string, string>>();
  const original = await env.FILES.get(originalObject(document!.candidate!));
  expect(await original!.text()).toBe(RESUME);
  const event = await env.DB.prepare(
    "SELECT type, payload FROM event WHERE workspace_id = ? AND type = 'application.created'",
  )
    .bind(world.workspaceId)
    .first<{ payload: string }>();
  expect(JSON.parse(event!.payload)).toMatchObject({
    application_id: body.id,
    job_id: world.jobId,
    state: "received",
    stage: "new",
  });
  expect(await count("audit_entry", world)).toBe(3);
});

it("keeps no name, address or file name in the clear", async () => {
  const world = await makeWorld();
  await world.apply({
    name: "Zebulon Quist",
    email: "zebulon.quist@example.org",
    fields: { phone: "+44 20 7946 0958" },
    file: { name: "Quist_CV.txt", bytes: RESUME },
  });
  const tables = await env.DB.prepare(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_cf%' ESCAPE '\\'",
  ).all<{ name: string }>();
  for (const { name } of tables.results) {
    const rows = await env.DB.prepare(`SELECT * FROM "${name}"`).all();
    expect(JSON.stringify(rows.results), name).not.toMatch(/zebulon|quist|7946/i);
  }
});

it("gives the same application for the same file, job and address within a day", async () => {
  const world = await makeWorld();
  const first = await world.apply({ email: "Ada@Example.org" });
  const again = await world.apply({ email: " ada@example.org " });
  expect([first.status, again.status]).toEqual([201, 200]);
  expect(again.body).toEqual(first.body);
  expect(world.queue).toHaveLength(1);
  world.clock.at += SAME_APPLICATION_MS;
  expect((await world.apply({ email: "ada@example.org" })).status).toBe(201);
});

it("makes one application of a double click", async () => {
  const world = await makeWorld();
  const before = (await env.FILES.list({ prefix: "originals/" })).objects.length;
  const answers = await Promise.all(
    Array.from({ length: 6 }, () => world.apply({ email: "ada@example.org" })),
  );
  expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  expect([await count("application", world), await count("candidate", world)]).toEqual([1, 1]);
  expect((await env.FILES.list({ prefix: "originals/" })).objects.length - before).toBe(1);
});

it("takes another file, another address or another job as another application", async () => {
  const world = await makeWorld();
  const base = await world.apply({ email: "ada@example.org" });
  const file = await world.apply({
    email: "ada@example.org",
    file: { name: "resume.txt", bytes: `${RESUME}\nmore` },
  });
  const address = await world.apply({ email: "grace@example.org" });
  expect(new Set([base, file, address].map(({ body }) => body.id)).size).toBe(3);
});

it("asks software for nothing when the applicant wants a person", async () => {
  const world = await makeWorld();
  const { body } = await world.apply({ fields: { manual_reading: "yes" } });
  expect(world.queue).toEqual([]);
  const answer = await (await world.request(`/v1/applications/${body.id}`)).json<Record<string, unknown>>();
  expect(answer).toMatchObject({
    state: "needs_attention",
    attention_reason: "manual_reading",
    stage: "new",
  });
  const refused = await world.request(`/v1/applications/${body.id}/evaluations`, { method: "POST" });
  expect(await code(refused)).toEqual([409, "conflict"]);
});

it.each([
  ["no consent", { consent: "" }, "consent"],
  ["no name", { name: " " }, "name"],
  ["a broken address", { email: "ada@" }, "email"],
  ["a filled-in honeypot", { website: "http://spam.example" }, "website"],
  ["a name without end", { name: "x".repeat(201) }, "name"],
])("names the field: %s", async (_, fields, field) => {
  const world = await makeWorld();
  const response = await submit(world, applyForm({ fields: fields as Record<string, string> }));
  expect(response.status).toBe(422);
  expect((await response.json<{ errors: { field: string }[] }>()).errors.map((error) => error.field)).toEqual(
    [field],
  );
  expect([await count("application", world), world.queue.length]).toEqual([0, 0]);
});

it("wants a file with something in it", async () => {
  const world = await makeWorld();
  const empty = await submit(world, applyForm({ file: { name: "resume.pdf", bytes: "" } }));
  expect(await empty.json()).toMatchObject({
    status: 422,
    errors: [{ field: "resume", message: "empty_file" }],
  });
  const none = applyForm();
  none.delete("resume");
  expect(await (await submit(world, none)).json()).toMatchObject({
    status: 422,
    errors: [{ field: "resume", message: "required" }],
  });
});

it("stops reading at the cap, and takes a file that just fits", async () => {
  const world = await makeWorld();
  const big = applyForm({ file: { name: "big.pdf", bytes: new Uint8Array(MAX_FILE_BYTES + 1) } });
  expect(await code(await submit(world, big))).toEqual([413, "document_too_large"]);
  const fits = applyForm({ file: { name: "fits.pdf", bytes: new Uint8Array(MAX_FILE_BYTES) } });
  expect((await submit(world, fits)).status).toBe(201);
});

it("refuses what is not a form, and a form that breaks off", async () => {
  const world = await makeWorld();
  expect(await code(await submit(world, "{}", { "content-type": "application/json" }))).toEqual([
    415,
    "unsupported_media_type",
  ]);
  const cut = '--b\r\nContent-Disposition: form-data; name="name"\r\n\r\nAda';
  expect(await code(await submit(world, cut, { "content-type": "multipart/form-data; boundary=b" }))).toEqual(
    [400, "malformed_request"],
  );
});

it("knows no job of another name, and takes nothing for a closed one", async () => {
  const world = await makeWorld();
  const unknown = await world.request("/v1/public/jobs/job_nope/applications", {
    method: "POST",
    key: null,
    body: applyForm(),
  });
  expect(await code(unknown)).toEqual([404, "not_found"]);
  await world.request(`/v1/jobs/${world.jobId}`, {
    method: "PATCH",
    body: JSON.stringify({ state: "closed" }),
  });
  expect(await code(await submit(world, applyForm()))).toEqual([409, "job_closed"]);
  expect(await count("application", world)).toBe(0);
});

it("loses nothing when the queue does not take the message", async () => {
  const world = await makeWorld();
  const broken = { send: () => Promise.reject(new Error("queue down")) } as unknown as Queue;
  const { submitApplication } = await import("../../workers/applications/submit.ts");
  const form = {
    name: "Ada",
    email: "a@example.org",
    phone: null,
    external_id: null,
    manual_reading: false,
    file: { name: "a.txt", bytes: new TextEncoder().encode(RESUME) },
  };
  const made = await submitApplication(
    { ...world.ctx, pipeline: broken },
    { jobId: world.jobId, form, source: "api" },
  );
  expect(made.created).toBe(true);
  expect(world.queue).toEqual([]);
  const { sweep } = await import("../../workers/pipeline/sweep.ts");
  world.clock.at += 60_001;
  await sweep(world.ctx);
  expect(world.queue).toContainEqual(expect.objectContaining({ application_id: made.application_id }));
});

it("reads a body of unknown length to the same form, and stops it at the cap", async () => {
  const world = await makeWorld();
  const streamed = async (file: Uint8Array | string) => {
    const whole = new Response(applyForm({ file: { name: "resume.txt", bytes: file } }));
    const headers = { "content-type": whole.headers.get("content-type")! };
    return submit(world, whole.body!, headers);
  };
  expect((await streamed(RESUME)).status).toBe(201);
  expect(await code(await streamed(new Uint8Array(MAX_FILE_BYTES + 1)))).toEqual([413, "document_too_large"]);
});

it("bounds the parts of a form", async () => {
  const world = await makeWorld();
  const many = applyForm();
  for (let n = 0; n < 30; n++) many.set(`extra-${n}`, "x");
  expect(await code(await submit(world, many))).toEqual([400, "malformed_request"]);
});
