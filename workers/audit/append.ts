import type { Statement } from "../../db/insert.ts";
import { actorName, type Ctx } from "../context.ts";
import { type ChainHead, chainHash, contentHash, GENESIS } from "./chain.ts";

export interface AuditInput {
  action: string;
  /** Id of what the entry is about. */
  subject: string;
  /** Ids, codes, counts and hashes; never personal data: an entry outlives an erasure. */
  detail: Record<string, unknown>;
}

/** The next number is taken where the row is written: a link is kept only if it was made for that number. */
const APPEND = `
  INSERT INTO audit_entry (
    workspace_id, seq, id, actor, action, subject, detail, created_at, content_hash, chain_hash
  )
  SELECT ?1, next.seq, ?2, ?3, ?4, ?5, ?6, ?7, ?8, CASE WHEN next.seq = ?9 THEN ?10 END
  FROM (SELECT coalesce(max(seq), 0) + 1 AS seq FROM audit_entry WHERE workspace_id = ?1) AS next`;

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
): Promise<Statement[]> {
  let seq = head?.seq ?? null;
  let previous = head === null ? null : head.seq === 0 ? GENESIS : head.chain_hash;
  const statements: Statement[] = [];
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
    const { id, actor, action, subject, detail, created_at } = content;
    const params = [
      workspaceId,
      id,
      actor,
      action,
      subject,
      JSON.stringify(detail),
      created_at,
      hash,
      seq,
      chain,
    ];
    statements.push({ toSQL: () => ({ sql: APPEND, params }) });
  }
  return statements;
}
