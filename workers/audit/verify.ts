import { and, asc, eq, gt } from "drizzle-orm";
import { auditEntry } from "../../db/schema/index.ts";
import type { Ctx } from "../context.ts";
import { chainHash, contentHash, GENESIS } from "./chain.ts";
import { sealAudit } from "./seal.ts";

const PAGE = 500;

export interface AuditVerification {
  valid: boolean;
  entries: number;
  /** Hash of the last entry: keep it elsewhere, and nobody can rewrite what stood before it unseen. */
  head: string;
  /** The first entry that does not follow from its predecessor, with what is wrong. */
  broken: { seq: number; fault: "missing" | "content" | "chain" } | null;
}

/** Recomputes a workspace's whole chain, after linking what is still open. */
export async function verifyAudit(ctx: Ctx, workspaceId: string): Promise<AuditVerification> {
  await sealAudit(ctx, workspaceId);
  let seq = 0;
  let head = GENESIS;
  for (;;) {
    const page = await ctx.db
      .select()
      .from(auditEntry)
      .where(and(eq(auditEntry.workspace_id, workspaceId), gt(auditEntry.seq, seq)))
      .orderBy(asc(auditEntry.seq))
      .limit(PAGE);
    for (const entry of page) {
      const broken = (fault: "missing" | "content" | "chain"): AuditVerification => ({
        valid: false,
        entries: seq,
        head,
        broken: { seq: seq + 1, fault },
      });
      if (entry.seq !== seq + 1) return broken("missing");
      if ((await contentHash(entry)) !== entry.content_hash) return broken("content");
      const expected = await chainHash(head, entry.seq, entry.content_hash);
      // An entry committed after the sealing above is still open: it counts at the next look.
      if (entry.chain_hash === null) return { valid: true, entries: seq, head, broken: null };
      if (expected !== entry.chain_hash) return broken("chain");
      head = expected;
      seq = entry.seq;
    }
    if (page.length < PAGE) return { valid: true, entries: seq, head, broken: null };
  }
}
