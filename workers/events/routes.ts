import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { AppEnv } from "../http/app-env.ts";
import { iso, json, keyed, problems } from "../http/openapi.ts";
import { decodeCursor, encodeCursor, pageQuery, sequenceOf } from "../http/pagination.ts";
import { EVENT_TYPES, type EventType } from "./catalogue.ts";
import { listEvents } from "./list-events.ts";

const eventSchema = z
  .object({
    id: z.string(),
    type: z.enum(EVENT_TYPES),
    timestamp: z.iso.datetime(),
    data: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  })
  .openapi("Event");

const listRoute = createRoute({
  method: "get",
  path: "/v1/events",
  tags: ["Events"],
  summary: "Read the event feed",
  description:
    "Oldest first. `next_cursor` is always there: keep it and come back with it for what happened since.",
  ...keyed("events:read"),
  request: { query: pageQuery.extend({ type: z.enum(EVENT_TYPES).optional() }) },
  responses: {
    200: json(
      z.object({ items: z.array(eventSchema), next_cursor: z.string() }),
      "Events in the order of their commits",
    ),
    ...problems,
  },
});

export const eventRoutes = new OpenAPIHono<AppEnv>().openapi(listRoute, async (c) => {
  const { limit, cursor, type } = c.req.valid("query");
  const after = sequenceOf(decodeCursor(cursor));
  const rows = await listEvents(c.var.ctx, c.var.workspaceId, { after, limit, type });
  const items = rows.map((row) => ({
    id: row.id,
    type: row.type as EventType,
    timestamp: iso(row.created_at),
    data: row.payload as Record<string, string | number | boolean | null>,
  }));
  return c.json({ items, next_cursor: encodeCursor(String(rows.at(-1)?.seq ?? after)) }, 200);
});
