import { and, asc, eq, gt } from "drizzle-orm";
import { auditEntry } from "../../db/schema/index.ts";
import type { Ctx } from "../context.ts";
import { sealAudit } from "./seal.ts";

/** Audit entries after a number, oldest first, linked as far as they can be. */
export async function listAudit(
  ctx: Ctx,
  workspaceId: string,
  input: { after: number; limit: number; subject?: string | undefined },
) {
  await sealAudit(ctx, workspaceId);
  return ctx.db
    .select()
    .from(auditEntry)
    .where(
      and(
        eq(auditEntry.workspace_id, workspaceId),
        gt(auditEntry.seq, input.after),
        input.subject === undefined ? undefined : eq(auditEntry.subject, input.subject),
      ),
    )
    .orderBy(asc(auditEntry.seq))
    .limit(input.limit);
}
