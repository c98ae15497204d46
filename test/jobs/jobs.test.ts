import { expect, it } from "vitest";
import { makeWorld, type World } from "../support/world.ts";

const job = (over: object = {}) => ({
  slug: "data-engineer",
  title: "Data engineer",
  description: "Pipelines.",
  ...over,
});
const rubric = {
  criteria: [{ id: "sql", kind: "skill", label: "SQL", terms: ["SQL"], weight: 2, must_have: true }],
};
const post = (world: World, path: string, body: unknown) =>
  world.request(path, { method: "POST", body: JSON.stringify(body) });
const patch = (world: World, id: string, body: unknown) =>
  world.request(`/v1/jobs/${id}`, { method: "PATCH", body: JSON.stringify(body) });

it("creates a job as a draft, and publishes it once it has a rubric", async () => {
  const world = await makeWorld();
  const draft = await (await post(world, "/v1/jobs", job())).json<{
    id: string;
    state: string;
    rubric_version: null;
  }>();
  expect(draft).toMatchObject({ state: "draft", rubric_version: null, published_at: null });
  expect((await patch(world, draft.id, { state: "published" })).status).toBe(409);
  const added = await post(world, `/v1/jobs/${draft.id}/rubrics`, rubric);
  expect(await added.json()).toMatchObject({
    version: 1,
    threshold: 7,
    criteria: [{ id: "sql", must_have: true, min_years: null }],
  });
  expect(await (await patch(world, draft.id, { state: "published" })).json()).toMatchObject({
    state: "published",
    rubric_version: 1,
  });
  const { items } = await (await world.request("/v1/events?type=job.published")).json<{
    items: { data: { job_id: string } }[];
  }>();
  expect(items.map(({ data }) => data.job_id)).toContain(draft.id);
});

it("never changes a rubric: a new thought is a new version, and evaluations name theirs", async () => {
  const world = await makeWorld();
  const { body } = await world.apply();
  await world.drain();
  await post(world, `/v1/jobs/${world.jobId}/rubrics`, { ...rubric, threshold: 9 });
  const { items } = await (await world.request(`/v1/jobs/${world.jobId}/rubrics`)).json<{
    items: { version: number; threshold: number }[];
  }>();
  expect(items.map(({ version, threshold }) => [version, threshold])).toEqual([
    [2, 9],
    [1, 7],
  ]);
  expect(await (await world.request(`/v1/applications/${body.id}`)).json()).toMatchObject({
    evaluation: { rubric_version: 1 },
  });
  await post(world, `/v1/applications/${body.id}/evaluations`, {});
  await world.drain();
  expect(await (await world.request(`/v1/applications/${body.id}`)).json()).toMatchObject({
    evaluation: { rubric_version: 2, criteria: [{ id: "sql" }] },
  });
});

it.each([
  ["a slug with capitals", job({ slug: "Data Engineer" }), "slug"],
  ["no title", job({ title: " " }), "title"],
  [
    "two criteria of one name",
    job({ rubric: { criteria: [...rubric.criteria, ...rubric.criteria] } }),
    "rubric.criteria",
  ],
  [
    "a weight of nothing",
    job({ rubric: { criteria: [{ ...rubric.criteria[0], weight: 0 }] } }),
    "rubric.criteria.0.weight",
  ],
  ["a country by name", job({ country: "Germany" }), "country"],
])("says which field is wrong: %s", async (_, body, field) => {
  const world = await makeWorld();
  const response = await post(world, "/v1/jobs", body);
  expect(response.status).toBe(422);
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  expect(
    (await response.json<{ errors: { field: string }[] }>()).errors.map((error) => error.field),
  ).toContain(field);
});

it("has one job a slug", async () => {
  const world = await makeWorld();
  expect((await post(world, "/v1/jobs", job())).status).toBe(201);
  expect((await post(world, "/v1/jobs", job())).status).toBe(409);
});

it("pages through all jobs once, newest first", async () => {
  const world = await makeWorld();
  for (let n = 0; n < 5; n++) {
    world.clock.at += 1000;
    await post(world, "/v1/jobs", job({ slug: `job-${n}` }));
  }
  const seen: string[] = [];
  for (let path: string | null = "/v1/jobs?limit=2"; path !== null; ) {
    const response: Response = await world.request(path);
    const { items, next_cursor } = await response.json<{
      items: { slug: string }[];
      next_cursor: string | null;
    }>();
    seen.push(...items.map(({ slug }) => slug));
    expect(response.headers.has("link")).toBe(next_cursor !== null);
    path = next_cursor && `/v1/jobs?limit=2&cursor=${next_cursor}`;
  }
  expect(seen).toEqual(["job-4", "job-3", "job-2", "job-1", "job-0", "backend-engineer"]);
});

it("shows the public what is published and still open", async () => {
  const world = await makeWorld();
  await post(world, "/v1/jobs", job());
  const closing = new Date(world.clock.at + 1000).toISOString();
  await post(world, "/v1/jobs", job({ slug: "closing", state: "published", rubric, closes_at: closing }));
  const open = async () => {
    const { items } = await (await world.request(`/v1/public/${world.slug}/jobs`, { key: null })).json<{
      items: { slug: string }[];
    }>();
    return items.map(({ slug }) => slug).sort();
  };
  expect(await open()).toEqual(["backend-engineer", "closing"]);
  world.clock.at += 1001;
  expect(await open()).toEqual(["backend-engineer"]);
  expect((await world.request("/v1/public/nobody/jobs", { key: null })).status).toBe(404);
});
