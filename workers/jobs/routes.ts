import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { StoredRubric } from "../evaluation/types.ts";
import type { AppEnv } from "../http/app-env.ts";
import { idParam, iso, isoOrNull, json, jsonBody, keyed, keyedPost, problems } from "../http/openapi.ts";
import { decodeCursor, nextLink, page, pageOf, pageQuery } from "../http/pagination.ts";
import { JOB_STATES } from "./kinds.ts";
import {
  getJob,
  getWorkspace,
  type JobWithRubric,
  listJobs,
  listOpenings,
  listRubrics,
} from "./read-jobs.ts";
import { jobInput, jobPatch, jobSchema, publicJobSchema, rubricInput, rubricSchema } from "./schema.ts";
import { addRubric, createJob, updateJob } from "./write-jobs.ts";

const params = z.object({ id: idParam() });
const tags = ["Jobs"];

const listRoute = createRoute({
  method: "get",
  path: "/v1/jobs",
  tags,
  summary: "List jobs",
  ...keyed("jobs:read"),
  request: { query: pageQuery.extend({ state: z.enum(JOB_STATES).optional() }) },
  responses: { 200: json(pageOf(jobSchema), "A page of jobs, newest first"), ...problems },
});
const createJobRoute = createRoute({
  method: "post",
  path: "/v1/jobs",
  tags,
  summary: "Create a job",
  ...keyedPost("jobs:write"),
  request: { body: jsonBody(jobInput) },
  responses: { 201: json(jobSchema, "The job"), ...problems },
});
const getRoute = createRoute({
  method: "get",
  path: "/v1/jobs/{id}",
  tags,
  summary: "Read a job",
  ...keyed("jobs:read"),
  request: { params },
  responses: { 200: json(jobSchema, "The job"), ...problems },
});
const patchRoute = createRoute({
  method: "patch",
  path: "/v1/jobs/{id}",
  tags,
  summary: "Change, publish or close a job",
  ...keyed("jobs:write"),
  request: { params, body: jsonBody(jobPatch) },
  responses: { 200: json(jobSchema, "The job"), ...problems },
});
const listRubricsRoute = createRoute({
  method: "get",
  path: "/v1/jobs/{id}/rubrics",
  tags,
  summary: "List a job's rubric versions",
  ...keyed("jobs:read"),
  request: { params },
  responses: { 200: json(z.object({ items: z.array(rubricSchema) }), "Newest first"), ...problems },
});
const addRubricRoute = createRoute({
  method: "post",
  path: "/v1/jobs/{id}/rubrics",
  tags,
  summary: "Add a rubric version",
  ...keyedPost("jobs:write"),
  request: { params, body: jsonBody(rubricInput) },
  responses: { 201: json(rubricSchema, "The new version"), ...problems },
});
const openingsRoute = createRoute({
  method: "get",
  path: "/v1/public/{workspace}/jobs",
  tags: ["Applicants"],
  summary: "List openings",
  request: { params: z.object({ workspace: idParam("workspace") }) },
  responses: { 200: json(z.object({ items: z.array(publicJobSchema) }), "Published jobs"), ...problems },
});

export const jobRoutes = new OpenAPIHono<AppEnv>()
  .openapi(listRoute, async (c) => {
    const { limit, cursor, state } = c.req.valid("query");
    const rows = await listJobs(c.var.ctx, c.var.workspaceId, { limit, after: decodeCursor(cursor), state });
    const { items, next_cursor } = page(rows, limit, (row) => row.job.id);
    const body = { items: items.map((row) => jobView(row, c.var.ctx.config.PUBLIC_URL)), next_cursor };
    return c.json(body, 200, nextLink(c.req.url, next_cursor));
  })
  .openapi(createJobRoute, async (c) => {
    const id = await createJob(c.var.ctx, c.var.workspaceId, c.req.valid("json"));
    return c.json(jobView(await getJob(c.var.ctx, c.var.workspaceId, id), c.var.ctx.config.PUBLIC_URL), 201);
  })
  .openapi(getRoute, async (c) => {
    const row = await getJob(c.var.ctx, c.var.workspaceId, c.req.valid("param").id);
    return c.json(jobView(row, c.var.ctx.config.PUBLIC_URL), 200);
  })
  .openapi(patchRoute, async (c) => {
    const { id } = c.req.valid("param");
    await updateJob(c.var.ctx, c.var.workspaceId, id, c.req.valid("json"));
    return c.json(jobView(await getJob(c.var.ctx, c.var.workspaceId, id), c.var.ctx.config.PUBLIC_URL), 200);
  })
  .openapi(listRubricsRoute, async (c) => {
    const { job } = await getJob(c.var.ctx, c.var.workspaceId, c.req.valid("param").id);
    return c.json({ items: (await listRubrics(c.var.ctx, job.id)).map(rubricView) }, 200);
  })
  .openapi(addRubricRoute, async (c) => {
    const { id } = c.req.valid("param");
    const version = await addRubric(c.var.ctx, c.var.workspaceId, id, c.req.valid("json"));
    const added = (await listRubrics(c.var.ctx, id)).find((one) => one.version === version)!;
    return c.json(rubricView(added), 201);
  })
  .openapi(openingsRoute, async (c) => {
    const site = await getWorkspace(c.var.ctx, c.req.valid("param").workspace);
    const rows = await listOpenings(c.var.ctx, site.id);
    return c.json(
      { items: rows.map((row) => publicJobSchema.parse(jobView(row, c.var.ctx.config.PUBLIC_URL))) },
      200,
    );
  });

const rubricView = ({ id, version, threshold, criteria, created_at }: StoredRubric) => ({
  id,
  version,
  threshold,
  criteria,
  created_at: iso(created_at),
});

/** A job as the API shows it. */
export function jobView(
  { job, workspace_slug, rubric_version }: JobWithRubric,
  publicUrl: string,
): z.output<typeof jobSchema> {
  const { workspace_id: _, created_at, updated_at, published_at, closes_at, ...fields } = job;
  return {
    ...fields,
    rubric_version,
    careers_url: `${publicUrl}/careers/${workspace_slug}/jobs/${job.slug}`,
    created_at: iso(created_at),
    updated_at: iso(updated_at),
    published_at: isoOrNull(published_at),
    closes_at: isoOrNull(closes_at),
  };
}
