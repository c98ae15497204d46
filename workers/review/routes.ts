import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { getApplication } from "../applications/read-applications.ts";
import { STAGES } from "../applications/states.ts";
import type { AppEnv } from "../http/app-env.ts";
import { idParam, iso, json, jsonBody, keyed, keyedPost, problems } from "../http/openapi.ts";
import { decide, listDecisions, SEEN } from "./decide.ts";
import { addNote, listNotes } from "./notes.ts";

const tags = ["Review"];
const params = z.object({ id: idParam() });
const created = z.object({ id: z.string(), application_id: z.string() });

const noteSchema = z
  .object({ id: z.string(), actor: z.string(), body: z.string(), created_at: z.iso.datetime() })
  .openapi("Note");

const decisionSchema = z
  .object({
    id: z.string(),
    from_stage: z.enum(STAGES),
    to_stage: z.enum(STAGES),
    actor: z.string(),
    member_id: z.string().nullable(),
    reason: z.string().nullable(),
    evaluation_id: z.string().nullable(),
    seen: z.array(z.string()),
    created_at: z.iso.datetime(),
  })
  .openapi("Decision");

const decisionInput = z
  .object({
    to_stage: z.enum(STAGES).exclude(["withdrawn", "new"]),
    reason: z.string().trim().min(1).max(4000).nullable().default(null),
    seen: z
      .array(z.enum(SEEN))
      .max(SEEN.length)
      .default([])
      .openapi({ description: "What the person had looked at. A rejection names at least one." }),
  })
  .openapi("DecisionInput");

const listNotesRoute = createRoute({
  method: "get",
  path: "/v1/applications/{id}/notes",
  tags,
  summary: "List notes",
  ...keyed("candidates:read"),
  request: { params },
  responses: { 200: json(z.object({ items: z.array(noteSchema) }), "Newest first"), ...problems },
});
const addNoteRoute = createRoute({
  method: "post",
  path: "/v1/applications/{id}/notes",
  tags,
  summary: "Write a note",
  ...keyedPost("applications:write"),
  request: { params, body: jsonBody(z.object({ body: z.string().trim().min(1).max(20_000) })) },
  responses: { 201: json(created, "The note's id"), ...problems },
});
const listDecisionsRoute = createRoute({
  method: "get",
  path: "/v1/applications/{id}/decisions",
  tags,
  summary: "List decisions",
  ...keyed("candidates:read"),
  request: { params },
  responses: { 200: json(z.object({ items: z.array(decisionSchema) }), "Newest first"), ...problems },
});
const decideRoute = createRoute({
  method: "post",
  path: "/v1/applications/{id}/decisions",
  tags,
  summary: "Move an application to another stage",
  description:
    "A rejection takes a member's own key, a reason and what was looked at. No other key can reject.",
  ...keyedPost("decisions:write"),
  request: { params, body: jsonBody(decisionInput) },
  responses: { 201: json(created.extend({ stage: z.enum(STAGES) }), "The decision's id"), ...problems },
});

export const reviewRoutes = new OpenAPIHono<AppEnv>()
  .openapi(listNotesRoute, async (c) => {
    const row = await getApplication(c.var.ctx, c.var.workspaceId, c.req.valid("param").id);
    const notes = await listNotes(c.var.ctx, row);
    return c.json(
      {
        items: notes.map(({ id, actor, body, created_at }) => ({
          id,
          actor,
          body,
          created_at: iso(created_at),
        })),
      },
      200,
    );
  })
  .openapi(addNoteRoute, async (c) => {
    const row = await getApplication(c.var.ctx, c.var.workspaceId, c.req.valid("param").id);
    const id = await addNote(c.var.ctx, row, c.req.valid("json").body);
    return c.json({ id, application_id: row.application.id }, 201);
  })
  .openapi(listDecisionsRoute, async (c) => {
    const row = await getApplication(c.var.ctx, c.var.workspaceId, c.req.valid("param").id);
    const decisions = await listDecisions(c.var.ctx, row);
    const items = decisions.map(({ workspace_id: _, application_id: __, created_at, ...rest }) => ({
      ...rest,
      created_at: iso(created_at),
    }));
    return c.json({ items }, 200);
  })
  .openapi(decideRoute, async (c) => {
    const row = await getApplication(c.var.ctx, c.var.workspaceId, c.req.valid("param").id);
    const input = c.req.valid("json");
    const id = await decide(c.var.ctx, row, input);
    return c.json({ id, application_id: row.application.id, stage: input.to_stage }, 201);
  });
