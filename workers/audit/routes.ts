import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { AppEnv } from "../http/app-env.ts";
import { iso, json, keyed, problems } from "../http/openapi.ts";
import { decodeCursor, encodeCursor, pageQuery, sequenceOf } from "../http/pagination.ts";
import { listAudit } from "./list-audit.ts";
import { verifyAudit } from "./verify.ts";

const tags = ["Audit"];

const entrySchema = z
  .object({
    seq: z.int(),
    id: z.string(),
    workspace_id: z.string(),
    actor: z.string(),
    action: z.string(),
    subject: z.string(),
    detail: z.record(z.string(), z.unknown()),
    created_at: z.iso.datetime(),
    content_hash: z.string(),
    chain_hash: z.string().nullable(),
  })
  .openapi("AuditEntry");

const listRoute = createRoute({
  method: "get",
  path: "/v1/audit",
  tags,
  summary: "Read the audit log",
  ...keyed("audit:read"),
  request: { query: pageQuery.extend({ subject: z.string().max(80).optional() }) },
  responses: {
    200: json(z.object({ items: z.array(entrySchema), next_cursor: z.string() }), "Oldest first"),
    ...problems,
  },
});

const verifyRoute = createRoute({
  method: "get",
  path: "/v1/audit/verify",
  tags,
  summary: "Recompute the audit chain",
  ...keyed("audit:read"),
  responses: {
    200: json(
      z.object({
        valid: z.boolean(),
        entries: z.int(),
        head: z.string(),
        broken: z.object({ seq: z.int(), fault: z.enum(["missing", "content", "chain"]) }).nullable(),
      }),
      "Whether every entry follows from the one before",
    ),
    ...problems,
  },
});

export const auditRoutes = new OpenAPIHono<AppEnv>()
  .openapi(listRoute, async (c) => {
    const { limit, cursor, subject } = c.req.valid("query");
    const after = sequenceOf(decodeCursor(cursor));
    const rows = await listAudit(c.var.ctx, c.var.workspaceId, { after, limit, subject });
    const items = rows.map((row) => ({ ...row, created_at: iso(row.created_at) }));
    return c.json({ items, next_cursor: encodeCursor(String(rows.at(-1)?.seq ?? after)) }, 200);
  })
  .openapi(verifyRoute, async (c) => c.json(await verifyAudit(c.var.ctx, c.var.workspaceId), 200));
