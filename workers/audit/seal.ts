import { and, asc, desc, eq, isNotNull, isNull, type SQLWrapper, sql } from "drizzle-orm";
import { auditEntry } from "../../db/schema/index.ts";
import type { Ctx } from "../context.ts";
import { type ChainHead, chainHash, GENESIS } from "./chain.ts";

const SEAL_AT_ONCE = 200;
/** D1 takes 100 bound parameters a statement; the update below binds three per entry. */
const SEAL_PER_STATEMENT = 30;

/** The last entry of a workspace, as `auditStatements` wants it; seq 0 when there is none. */
export const auditHead = (ctx: Ctx, workspaceId: string | SQLWrapper) =>
  ctx.db
    .select({ seq: auditEntry.seq, chain_hash: auditEntry.chain_hash })
    .from(auditEntry)
    .where(sql`${auditEntry.workspace_id} = (${workspaceId})`)
    .orderBy(desc(auditEntry.seq))
    .limit(1);

export const headOf = (rows: ChainHead[]): ChainHead => rows[0] ?? { seq: 0, chain_hash: null };

/**
 * Links entries that met another commit, in order. Linking is a pure function of what stands there, so two sealers
 * at once write the same values. Returns how many entries were linked.
 */
export async function sealAudit(ctx: Ctx, workspaceId: string): Promise<number> {
  let sealed = 0;
  for (;;) {
    const [linked, open] = await ctx.db.batch([
      ctx.db
        .select({ seq: auditEntry.seq, chain_hash: auditEntry.chain_hash })
        .from(auditEntry)
        .where(
          and(
            eq(auditEntry.workspace_id, workspaceId),
            isNotNull(auditEntry.chain_hash),
            sql`${auditEntry.seq} < coalesce((SELECT min(seq) FROM ${auditEntry} WHERE workspace_id = ${workspaceId} AND chain_hash IS NULL), 9e15)`,
          ),
        )
        .orderBy(desc(auditEntry.seq))
        .limit(1),
      ctx.db
        .select({ seq: auditEntry.seq, content_hash: auditEntry.content_hash })
        .from(auditEntry)
        .where(and(eq(auditEntry.workspace_id, workspaceId), isNull(auditEntry.chain_hash)))
        .orderBy(asc(auditEntry.seq))
        .limit(SEAL_AT_ONCE),
    ]);
    if (open.length === 0) return sealed;
    sealed += await linkRun(ctx, workspaceId, linked[0] ?? { seq: 0, chain_hash: GENESIS }, open);
    if (open.length < SEAL_AT_ONCE) return sealed;
  }
}

/** Links the unbroken run of entries that follows `last`. */
async function linkRun(
  ctx: Ctx,
  workspaceId: string,
  last: ChainHead,
  open: { seq: number; content_hash: string }[],
): Promise<number> {
  let previous = last.chain_hash ?? GENESIS;
  let expected = last.seq + 1;
  const links: { seq: number; hash: string }[] = [];
  for (const entry of open) {
    if (entry.seq !== expected) break;
    previous = await chainHash(previous, entry.seq, entry.content_hash);
    links.push({ seq: entry.seq, hash: previous });
    expected++;
  }
  for (let at = 0; at < links.length; at += SEAL_PER_STATEMENT) {
    const part = links.slice(at, at + SEAL_PER_STATEMENT);
    const cases = sql.join(
      part.map(({ seq, hash }) => sql`WHEN ${seq} THEN ${hash}`),
      sql` `,
    );
    await ctx.db.run(sql`
      UPDATE ${auditEntry} SET chain_hash = CASE seq ${cases} END
      WHERE workspace_id = ${workspaceId} AND chain_hash IS NULL
        AND seq IN (${sql.join(
          part.map(({ seq }) => sql`${seq}`),
          sql`, `,
        )})`);
  }
  return links.length;
}
