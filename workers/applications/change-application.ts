import { and, eq, inArray, sql } from "drizzle-orm";
import { application, candidate, evaluation, explanation, finding, note } from "../../db/schema/index.ts";
import { commit } from "../audit/commit.ts";
import { auditHead, headOf } from "../audit/seal.ts";
import type { Ctx } from "../context.ts";
import { originalObject, redactedObject, vaultObject } from "../documents/objects.ts";
import { callsPrefix } from "../evaluation/objects.ts";
import { Problem } from "../http/problem.ts";
import type { ApplicationRow } from "./read-applications.ts";

/** The applicant takes the application back. @throws Problem `conflict` when it is over already. */
export async function withdraw(ctx: Ctx, row: ApplicationRow): Promise<void> {
  const { id, workspace_id, candidate_id, job_id, stage, state } = row.application;
  if (stage === "withdrawn") return;
  if (stage === "rejected" || stage === "hired") throw new Problem("conflict", "This application is closed.");
  await commit(ctx, {
    workspaceId: workspace_id,
    head: headOf(await auditHead(ctx, workspace_id)),
    statements: [
      ctx.db
        .update(application)
        .set({ ...stopped(row, "withdrawn"), stage: "withdrawn", retry_at: null, updated_at: ctx.now() })
        .where(and(eq(application.id, id), eq(application.workspace_id, workspace_id))),
    ],
    audit: [{ action: "application.withdrawn", subject: id, detail: { from_stage: stage } }],
    events: [
      {
        type: "application.withdrawn",
        payload: { application_id: id, candidate_id, job_id, state, stage: "withdrawn" },
      },
    ],
  });
}

/** The applicant asks for a person to read the application. Asking twice is asking once. */
export async function askForPerson(ctx: Ctx, row: ApplicationRow): Promise<void> {
  const { id, workspace_id, person_requested_at } = row.application;
  if (person_requested_at !== null) return;
  await commit(ctx, {
    workspaceId: workspace_id,
    head: headOf(await auditHead(ctx, workspace_id)),
    statements: [
      ctx.db
        .update(application)
        .set({ person_requested_at: ctx.now(), updated_at: ctx.now() })
        .where(and(eq(application.id, id), eq(application.workspace_id, workspace_id))),
    ],
    audit: [{ action: "application.person_requested", subject: id, detail: {} }],
  });
}

/**
 * Erases a person: first the résumé and the key with it, which makes every sealed field unreadable wherever copies lie,
 * then the other files, quotations, notes and personal columns. Safe to repeat: a run that broke off is finished by the next. The audit
 * chain holds ids and hashes alone, so it stays whole.
 */
export async function eraseCandidate(ctx: Ctx, row: ApplicationRow): Promise<void> {
  const { id, workspace_id, candidate_id, job_id } = row.application;
  if (row.candidate.erased_at !== null) return;
  await eraseFiles(ctx, row);
  const at = ctx.now();
  const evaluations = ctx.db
    .select({ id: evaluation.id })
    .from(evaluation)
    .where(eq(evaluation.application_id, id));
  await commit(ctx, {
    workspaceId: workspace_id,
    head: headOf(await auditHead(ctx, workspace_id)),
    statements: [
      ctx.db
        .update(candidate)
        .set({ personal: null, email_hash: null, erased_at: at })
        .where(eq(candidate.id, candidate_id)),
      ctx.db.delete(finding).where(inArray(finding.evaluation_id, evaluations)),
      ctx.db.delete(explanation).where(inArray(explanation.evaluation_id, evaluations)),
      ctx.db.delete(note).where(eq(note.application_id, id)),
      ctx.db
        .update(application)
        .set({
          ...stopped(row, "erased"),
          stage: closedStage(row),
          external_id: null,
          submission_key: null,
          retry_at: null,
          updated_at: at,
        })
        .where(eq(application.id, id)),
    ],
    audit: [{ action: "candidate.erased", subject: candidate_id, detail: { application_id: id } }],
    events: [{ type: "candidate.erased", payload: { candidate_id, application_id: id, job_id } }],
  });
  // A worker that held the application may have written a file in between; its commit is fenced off from here on.
  await eraseFiles(ctx, row);
}

/** Deletes every object of an application; the résumé first, since the key is with it. */
export async function eraseFiles(
  ctx: Ctx,
  { application: row, document: resume }: ApplicationRow,
): Promise<void> {
  await ctx.files.delete(originalObject(row.candidate_id));
  await ctx.files.delete([vaultObject(resume.id), redactedObject(resume.id)]);
  const prefix = callsPrefix(row.id);
  for (
    let listed = await ctx.files.list({ prefix });
    listed.objects.length > 0;
    listed = await ctx.files.list({ prefix })
  ) {
    await ctx.files.delete(listed.objects.map((object) => object.key));
  }
}

/** Takes an unfinished application out of the machine's hands: whoever holds it is fenced off. */
function stopped({ application: row }: ApplicationRow, reason: "withdrawn" | "erased") {
  const epoch = sql`${application.epoch} + 1`;
  const unfinished = row.state !== "evaluated" && row.state !== "needs_attention";
  return unfinished
    ? { epoch, lease_until: 0, state: "needs_attention" as const, attention_reason: reason }
    : { epoch };
}

/** An erased application keeps a decision that was made about it; an open one counts as withdrawn. */
const closedStage = ({ application: row }: ApplicationRow) =>
  row.stage === "rejected" || row.stage === "hired" ? row.stage : "withdrawn";
