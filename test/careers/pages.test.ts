import { expect, it } from "vitest";
import { applyForm, makeWorld, type World } from "../support/world.ts";

const page = async (world: World, path: string, init: RequestInit = {}) => {
  const response = await world.request(path, { key: null, ...init });
  return { response, html: await response.text() };
};
const apply = (world: World, body: FormData) =>
  page(world, `/careers/${world.slug}/jobs/backend-engineer/apply`, { method: "POST", body });

it("leads from the list to the job to the form to the status, without a script", async () => {
  const world = await makeWorld();
  const list = await page(world, `/careers/${world.slug}`);
  expect(list.html).toContain(`/careers/${world.slug}/jobs/backend-engineer`);
  const job = await page(world, `/careers/${world.slug}/jobs/backend-engineer`);
  expect(job.html).toContain('"@type":"JobPosting"');
  const form = await page(world, `/careers/${world.slug}/jobs/backend-engineer/apply`);
  expect(form.html).toContain('enctype="multipart/form-data"');
  const sent = await apply(world, applyForm());
  expect(sent.response.status).toBe(303);
  const status = await page(world, sent.response.headers.get("location")!);
  expect(status.response.status).toBe(200);
  expect(status.html).toContain("Backend engineer");
  for (const { html } of [list, form, status])
    expect(html).not.toMatch(/<script(?! type="application\/ld\+json")/);
});

it("keeps what was typed and names what is missing", async () => {
  const world = await makeWorld();
  const form = applyForm({ name: "Ada <b>Example</b>", email: "nonsense" });
  form.delete("consent");
  const { response, html } = await apply(world, form);
  expect(response.status).toBe(422);
  expect(html).toContain("Ada &lt;b&gt;Example&lt;/b&gt;");
  expect(html).toContain('href="#email"');
  expect(html).toContain('href="#consent"');
  expect(world.queue).toEqual([]);
});

it("answers a file that is too large with the form, in the reader's language", async () => {
  const world = await makeWorld();
  const body = applyForm({ file: { name: "big.pdf", bytes: new Uint8Array(11 * 1024 * 1024) } });
  const { response, html } = await page(world, `/careers/${world.slug}/jobs/backend-engineer/apply`, {
    method: "POST",
    body,
    headers: { "accept-language": "zh-CN" },
  });
  expect(response.status).toBe(413);
  expect(html).toContain('lang="zh-CN"');
});

it("lets applicants withdraw, ask for a person and erase, each by a plain form", async () => {
  const world = await makeWorld();
  const { body } = await world.apply();
  const base = `/careers/applications/${body.status_token}`;
  const asked = await page(world, `${base}/ask-person`, { method: "POST" });
  expect(asked.response.headers.get("location")).toContain("notice=person_asked");
  const withdrawn = await page(world, `${base}/withdraw`, { method: "POST" });
  expect(withdrawn.response.status).toBe(303);
  expect((await page(world, `${base}/erase`)).html).toContain('name="confirm"');
  expect(
    (await page(world, `${base}/erase`, { method: "POST", body: new URLSearchParams() })).response.status,
  ).toBe(400);
  const erased = await page(world, `${base}/erase`, {
    method: "POST",
    body: new URLSearchParams({ confirm: "yes" }),
  });
  expect(erased.response.status).toBe(200);
  expect((await page(world, base)).response.status).toBe(410);
});

it("answers what is not there with a page, and anything else's page with nothing to run", async () => {
  const world = await makeWorld();
  for (const path of [
    "/careers/nobody",
    `/careers/${world.slug}/jobs/none`,
    "/careers/applications/app_x.y",
  ]) {
    const { response, html } = await page(world, path);
    expect([response.status, response.headers.get("content-type")], path).toEqual([
      404,
      "text/html; charset=UTF-8",
    ]);
    expect(html).toContain("<h1");
    expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(response.headers.get("referrer-policy")).toBe("no-referrer");
  }
});

it("keeps the page of a closed job, without a way to apply", async () => {
  const world = await makeWorld();
  await world.request(`/v1/jobs/${world.jobId}`, {
    method: "PATCH",
    body: JSON.stringify({ state: "closed" }),
  });
  const job = `/careers/${world.slug}/jobs/backend-engineer`;
  const { response, html } = await page(world, job);
  expect(response.status).toBe(200);
  expect(html).not.toContain(`${job}/apply`);
  expect((await page(world, `${job}/apply`)).response.status).toBe(409);
});
