import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Ctx } from "../context.ts";
import type { Env } from "../env.ts";

/** What middleware leaves for routes. `ctx.actor` and `workspaceId` are set by `authorise`. */
export interface AppEnv {
  Bindings: Env;
  Variables: { ctx: Ctx; requestId: string; workspaceId: string; scopes: readonly string[] };
}
export type App = OpenAPIHono<AppEnv>;
