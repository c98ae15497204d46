import { sql } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import { auditEntry } from "../../db/schema/index.ts";
import { actorName, type Ctx } from "../context.ts";
import { type ChainHead, chainHash, contentHash, GENESIS } from "./chain.ts";

export interface AuditInput {
  action: string;
  /** Id of what the entry is about. */
  subject: string;
  /** Ids, codes, counts and hashes; never personal data: an entry outlives an erasure. */
  detail: Record<string, unknown>;
}

/**
 * The statements that put entries on a workspace's record, to stand in the same batch as the change.
 *
 * `head` is the last entry as the caller read it: while nobody else has committed since, the entries are linked in
 * this batch; otherwise, and with `null`, they take the next numbers unlinked and `sealAudit` links them.
 */
export async function auditStatements(
  ctx: Ctx,
  workspaceId: string,
  entries: AuditInput[],
  head: ChainHead | null,
): Promise<BatchItem<"sqlite">[]> {
  let seq = head?.seq ?? null;
  let previous = head === null ? null : head.seq === 0 ? GENESIS : head.chain_hash;
  const statements: BatchItem<"sqlite">[] = [];
  for (const entry of entries) {
    const content = {
      workspace_id: workspaceId,
      id: ctx.id("audit_entry"),
      actor: actorName(ctx.actor),
      ...entry,
      created_at: ctx.now(),
    };
    const hash = await contentHash(content);
    seq = seq === null ? null : seq + 1;
    const chain = previous === null || seq === null ? null : await chainHash(previous, seq, hash);
    previous = chain;
    statements.push(
      // The columns come in the order of the table.
      ctx.db.insert(auditEntry).select(sql`
        SELECT ${workspaceId}, next.seq, ${content.id}, ${content.actor}, ${content.action}, ${content.subject},
          ${JSON.stringify(content.detail)}, ${content.created_at}, ${hash},
          CASE WHEN next.seq = ${seq} THEN ${chain} END
        FROM (SELECT coalesce(max(seq), 0) + 1 AS seq FROM ${auditEntry} WHERE workspace_id = ${workspaceId}) AS next`),
    );
  }
  return statements;
}
