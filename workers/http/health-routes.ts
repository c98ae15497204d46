import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { sql } from "drizzle-orm";
import type { AppEnv } from "./app-env.ts";
import { json, problems } from "./openapi.ts";
import { Problem } from "./problem.ts";

const tags = ["Operations"];
const ok = z.object({ status: z.literal("ok") });

const liveRoute = createRoute({
  method: "get",
  path: "/healthz",
  tags,
  summary: "Is the worker up?",
  responses: { 200: json(ok, "It is"), ...problems },
});
const readyRoute = createRoute({
  method: "get",
  path: "/readyz",
  tags,
  summary: "Do its stores answer?",
  responses: { 200: json(ok, "They do"), ...problems },
});

export const healthRoutes = new OpenAPIHono<AppEnv>()
  .openapi(liveRoute, (c) => c.json({ status: "ok" as const }, 200))
  .openapi(readyRoute, async (c) => {
    try {
      await Promise.all([c.var.ctx.db.run(sql`SELECT 1`), c.var.ctx.files.head("readyz")]);
    } catch (error) {
      throw new Problem("storage_unavailable", null, { retryAfterS: 5, cause: error });
    }
    return c.json({ status: "ok" as const }, 200);
  });
