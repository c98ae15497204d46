import { eq } from "drizzle-orm";
import { createMiddleware } from "hono/factory";
import { apiKey, member } from "../../db/schema/index.ts";
import type { Actor, Ctx } from "../context.ts";
import { apiKeyHash, looksLikeApiKey } from "./api-key.ts";
import type { AppEnv } from "./app-env.ts";
import { Problem } from "./problem.ts";
import type { Scope } from "./scopes.ts";

interface Principal {
  actor: Actor;
  workspaceId: string;
  scopes: readonly string[];
}

/**
 * Lets a request pass whose key holds the scope. A key that is missing, malformed, unknown, expired, revoked or of a
 * disabled member gets one and the same answer, so that an answer tells nothing about keys.
 */
export const authorise = (scope: Scope) =>
  createMiddleware<AppEnv>(async function authorised(c, next) {
    const principal = await principalOf(c.var.ctx, c.req.header("authorization"));
    if (principal === null) throw new Problem("invalid_api_key");
    if (c.env.API_LIMIT) {
      const { success } = await c.env.API_LIMIT.limit({ key: principal.workspaceId });
      if (!success) throw new Problem("rate_limited", null, { retryAfterS: 10 });
    }
    if (!principal.scopes.includes(scope))
      throw new Problem("insufficient_scope", `This needs the scope ${scope}.`);
    c.set("ctx", { ...c.var.ctx, actor: principal.actor });
    c.set("workspaceId", principal.workspaceId);
    c.set("scopes", principal.scopes);
    await next();
  });

async function principalOf(ctx: Ctx, header: string | undefined): Promise<Principal | null> {
  const key = /^Bearer +(\S+)$/i.exec(header ?? "")?.[1];
  if (key === undefined || !(await looksLikeApiKey(key))) return null;
  const [row] = await ctx.db
    .select({ key: apiKey, disabled_at: member.disabled_at })
    .from(apiKey)
    .leftJoin(member, eq(member.id, apiKey.member_id))
    .where(eq(apiKey.hash, await apiKeyHash(key)))
    .limit(1);
  if (row === undefined) return null;
  const { id, workspace_id, member_id, scopes, expires_at, revoked_at } = row.key;
  const over =
    (expires_at !== null && expires_at <= ctx.now()) || revoked_at !== null || row.disabled_at !== null;
  if (over) return null;
  const actor: Actor =
    member_id === null ? { kind: "integration", key_id: id } : { kind: "member", id: member_id, key_id: id };
  return { actor, workspaceId: workspace_id, scopes };
}
