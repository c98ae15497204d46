import { and, desc, eq, isNull } from "drizzle-orm";
import { apiKey } from "../../db/schema/index.ts";
import { commit } from "../audit/commit.ts";
import { auditHead, headOf } from "../audit/seal.ts";
import type { Ctx } from "../context.ts";
import { apiKeyHash, apiKeyPrefix, makeApiKey } from "./api-key.ts";
import { Problem } from "./problem.ts";
import type { Scope } from "./scopes.ts";

export interface NewApiKey {
  name: string;
  scopes: Scope[];
  /** Milliseconds since 1970. */
  expires_at: number | null;
  member_id: string | null;
}

/**
 * Makes a key. The key itself is in the answer and nowhere else.
 * @throws Problem `insufficient_scope` when the new key would be able to do what its maker cannot.
 */
export async function createApiKey(
  ctx: Ctx,
  workspaceId: string,
  own: readonly string[],
  input: NewApiKey,
): Promise<{ id: string; key: string }> {
  const beyond = input.scopes.filter((scope) => !own.includes(scope));
  if (beyond.length > 0) throw new Problem("insufficient_scope", `Your key lacks ${beyond.join(", ")}.`);
  const id = ctx.id("api_key");
  const key = await makeApiKey(ctx.random(96));
  await commit(ctx, {
    workspaceId,
    head: headOf(await auditHead(ctx, workspaceId)),
    statements: [
      ctx.db.insert(apiKey).values({
        id,
        workspace_id: workspaceId,
        ...input,
        prefix: apiKeyPrefix(key),
        hash: await apiKeyHash(key),
        created_at: ctx.now(),
      }),
    ],
    audit: [
      {
        action: "api_key.created",
        subject: id,
        detail: { scopes: input.scopes, member_id: input.member_id, expires_at: input.expires_at },
      },
    ],
  });
  return { id, key };
}

export const listApiKeys = (ctx: Ctx, workspaceId: string) =>
  ctx.db
    .select()
    .from(apiKey)
    .where(eq(apiKey.workspace_id, workspaceId))
    .orderBy(desc(apiKey.id))
    .limit(500);

/** Ends a key at once. @throws Problem `not_found`. */
export async function revokeApiKey(ctx: Ctx, workspaceId: string, id: string): Promise<void> {
  const mine = and(eq(apiKey.id, id), eq(apiKey.workspace_id, workspaceId));
  const [row] = await ctx.db.select({ revoked_at: apiKey.revoked_at }).from(apiKey).where(mine);
  if (row === undefined) throw new Problem("not_found", "There is no such key.");
  if (row.revoked_at !== null) return;
  await commit(ctx, {
    workspaceId,
    head: headOf(await auditHead(ctx, workspaceId)),
    statements: [
      ctx.db
        .update(apiKey)
        .set({ revoked_at: ctx.now() })
        .where(and(mine, isNull(apiKey.revoked_at))),
    ],
    audit: [{ action: "api_key.revoked", subject: id, detail: {} }],
  });
}
