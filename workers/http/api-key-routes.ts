import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { createApiKey, listApiKeys, revokeApiKey } from "./api-keys.ts";
import type { AppEnv } from "./app-env.ts";
import { idParam, iso, isoOrNull, json, jsonBody, keyed, problems } from "./openapi.ts";
import { Problem } from "./problem.ts";
import { ALL_SCOPES } from "./scopes.ts";

const tags = ["API keys"];
const keySchema = z
  .object({
    id: z.string(),
    name: z.string(),
    prefix: z.string(),
    scopes: z.array(z.string()),
    member_id: z.string().nullable(),
    created_at: z.iso.datetime(),
    expires_at: z.iso.datetime().nullable(),
    revoked_at: z.iso.datetime().nullable(),
  })
  .openapi("ApiKey");

const keyInput = z
  .object({
    name: z.string().trim().min(1).max(100),
    scopes: z.array(z.enum(ALL_SCOPES)).min(1),
    expires_at: z.iso.datetime().nullable().default(null),
    personal: z
      .boolean()
      .default(false)
      .openapi({ description: "Acts as the member whose key makes it. Only such keys can reject." }),
  })
  .openapi("ApiKeyInput");

const listRoute = createRoute({
  method: "get",
  path: "/v1/api-keys",
  tags,
  summary: "List API keys",
  ...keyed("api-keys:read"),
  responses: {
    200: json(z.object({ items: z.array(keySchema) }), "Newest first; never the keys themselves"),
    ...problems,
  },
});
// No Idempotency-Key here: the answer holds the key, and kept answers must hold no secret.
const createKeyRoute = createRoute({
  method: "post",
  path: "/v1/api-keys",
  tags,
  summary: "Create an API key",
  ...keyed("api-keys:write"),
  request: { body: jsonBody(keyInput) },
  responses: {
    201: json(z.object({ id: z.string(), key: z.string() }), "The key, shown this once"),
    ...problems,
  },
});
const revokeRoute = createRoute({
  method: "delete",
  path: "/v1/api-keys/{id}",
  tags,
  summary: "Revoke an API key at once",
  ...keyed("api-keys:write"),
  request: { params: z.object({ id: idParam() }) },
  responses: { 204: { description: "Revoked" }, ...problems },
});

export const apiKeyRoutes = new OpenAPIHono<AppEnv>()
  .openapi(listRoute, async (c) => {
    const rows = await listApiKeys(c.var.ctx, c.var.workspaceId);
    const items = rows.map(({ workspace_id: _, hash: __, created_at, expires_at, revoked_at, ...rest }) => ({
      ...rest,
      created_at: iso(created_at),
      expires_at: isoOrNull(expires_at),
      revoked_at: isoOrNull(revoked_at),
    }));
    return c.json({ items }, 200);
  })
  .openapi(createKeyRoute, async (c) => {
    const { name, scopes, expires_at, personal } = c.req.valid("json");
    const { ctx, workspaceId, scopes: own } = c.var;
    if (personal && ctx.actor.kind !== "member")
      throw new Problem("human_required", "A personal key is made by its own member.");
    const member_id = personal && ctx.actor.kind === "member" ? ctx.actor.id : null;
    const made = await createApiKey(ctx, workspaceId, own, {
      name,
      scopes,
      member_id,
      expires_at: expires_at === null ? null : Date.parse(expires_at),
    });
    return c.json(made, 201);
  })
  .openapi(revokeRoute, async (c) => {
    await revokeApiKey(c.var.ctx, c.var.workspaceId, c.req.valid("param").id);
    return c.body(null, 204);
  });
