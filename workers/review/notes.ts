import { and, desc, eq } from "drizzle-orm";
import { note } from "../../db/schema/index.ts";
import type { ApplicationRow } from "../applications/read-applications.ts";
import { commit } from "../audit/commit.ts";
import { auditHead, headOf } from "../audit/seal.ts";
import { actorName, type Ctx } from "../context.ts";
import { Problem } from "../http/problem.ts";
import { openCandidateKey, sealText, unsealText } from "../redaction/vault.ts";

/** Writes a note about an applicant, sealed under their key. @throws Problem `erased`. */
export async function addNote(ctx: Ctx, row: ApplicationRow, body: string): Promise<string> {
  if (row.candidate.erased_at !== null) throw new Problem("erased");
  const { id: application_id, workspace_id } = row.application;
  const id = ctx.id("note");
  const key = await openCandidateKey(ctx, row.candidate.id);
  const sealed = await sealText(ctx, key, body, id);
  await commit(ctx, {
    workspaceId: workspace_id,
    head: headOf(await auditHead(ctx, workspace_id)),
    statements: [
      ctx.db.insert(note).values({
        id,
        workspace_id,
        application_id,
        actor: actorName(ctx.actor),
        body: sealed,
        created_at: ctx.now(),
      }),
    ],
    audit: [{ action: "note.added", subject: application_id, detail: { note_id: id } }],
  });
  return id;
}

/** Notes on an application, newest first; none once the candidate is erased. */
export async function listNotes(ctx: Ctx, row: ApplicationRow) {
  if (row.candidate.erased_at !== null) return [];
  const rows = await ctx.db
    .select()
    .from(note)
    .where(
      and(eq(note.workspace_id, row.application.workspace_id), eq(note.application_id, row.application.id)),
    )
    .orderBy(desc(note.id))
    .limit(200);
  if (rows.length === 0) return [];
  const key = await openCandidateKey(ctx, row.candidate.id);
  return Promise.all(
    rows.map(async (one) => ({ ...one, body: await unsealText<string>(key, one.body, one.id) })),
  );
}
