import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { getEvaluation } from "../evaluation/read-evaluations.ts";
import type { AppEnv } from "../http/app-env.ts";
import { idParam, json, keyed, problems } from "../http/openapi.ts";
import { decodeCursor, nextLink, page, pageOf, pageQuery } from "../http/pagination.ts";
import { attachment } from "./attachment.ts";
import { eraseCandidate } from "./change-application.ts";
import {
  getApplication,
  listApplications,
  originalFile,
  personalOf,
  redactedText,
} from "./read-applications.ts";
import { applicationSchema, applicationSummarySchema, applicationView, summaryView } from "./schema.ts";
import { APPLICATION_STATES, STAGES } from "./states.ts";

const tags = ["Applications"];
const params = z.object({ id: idParam() });

const listRoute = createRoute({
  method: "get",
  path: "/v1/applications",
  tags,
  summary: "List applications",
  ...keyed("applications:read"),
  request: {
    query: pageQuery.extend({
      job_id: z.string().max(80).optional(),
      state: z.enum(APPLICATION_STATES).optional(),
      stage: z.enum(STAGES).optional(),
      updated_after: z.iso.datetime({ offset: true }).optional(),
    }),
  },
  responses: { 200: json(pageOf(applicationSummarySchema), "Newest first"), ...problems },
});
const getRoute = createRoute({
  method: "get",
  path: "/v1/applications/{id}",
  tags,
  summary: "Read an application with its evaluation and evidence",
  ...keyed("applications:read"),
  request: { params },
  responses: { 200: json(applicationSchema, "The application"), ...problems },
});
const documentRoute = createRoute({
  method: "get",
  path: "/v1/applications/{id}/document",
  tags,
  summary: "Download the original file",
  ...keyed("documents:original"),
  request: { params },
  responses: {
    200: {
      description: "The file as it was sent",
      content: { "application/octet-stream": { schema: z.string() } },
    },
    ...problems,
  },
});
const textRoute = createRoute({
  method: "get",
  path: "/v1/applications/{id}/text",
  tags,
  summary: "Read the redacted text",
  ...keyed("applications:read"),
  request: { params },
  responses: {
    200: {
      description: "Visible text without personal data",
      content: { "text/plain": { schema: z.string() } },
    },
    ...problems,
  },
});
const eraseRoute = createRoute({
  method: "delete",
  path: "/v1/applications/{id}",
  tags,
  summary: "Erase the candidate of an application",
  ...keyed("candidates:erase"),
  request: { params },
  responses: { 204: { description: "Erased" }, ...problems },
});

export const applicationRoutes = new OpenAPIHono<AppEnv>()
  .openapi(listRoute, async (c) => {
    const { limit, cursor, updated_after, ...filter } = c.req.valid("query");
    const rows = await listApplications(c.var.ctx, c.var.workspaceId, {
      ...filter,
      limit,
      after: decodeCursor(cursor),
      updated_after: updated_after === undefined ? undefined : Date.parse(updated_after),
    });
    const { items, next_cursor } = page(rows, limit, (row) => row.application.id);
    return c.json({ items: items.map(summaryView), next_cursor }, 200, nextLink(c.req.url, next_cursor));
  })
  .openapi(getRoute, async (c) => {
    const { ctx, workspaceId, scopes } = c.var;
    const row = await getApplication(ctx, workspaceId, c.req.valid("param").id);
    const evaluationId = row.application.evaluation_id;
    const [personal, evaluation] = await Promise.all([
      scopes.includes("candidates:read") ? personalOf(ctx, row) : null,
      evaluationId === null ? null : getEvaluation(ctx, workspaceId, evaluationId),
    ]);
    return c.json(applicationView(row, personal, evaluation), 200);
  })
  .openapi(documentRoute, async (c) => {
    const { ctx, workspaceId, scopes } = c.var;
    const row = await getApplication(ctx, workspaceId, c.req.valid("param").id);
    const file = await originalFile(ctx, row);
    const personal = scopes.includes("candidates:read") ? await personalOf(ctx, row) : null;
    return c.body(
      file.body,
      200,
      attachment(personal?.file_name ?? null, row.document.id, row.document.format),
    );
  })
  .openapi(textRoute, async (c) => {
    const row = await getApplication(c.var.ctx, c.var.workspaceId, c.req.valid("param").id);
    return c.text(await redactedText(c.var.ctx, row), 200);
  })
  .openapi(eraseRoute, async (c) => {
    const row = await getApplication(c.var.ctx, c.var.workspaceId, c.req.valid("param").id);
    await eraseCandidate(c.var.ctx, row);
    return c.body(null, 204);
  });
