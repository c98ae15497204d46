import { and, eq, lte } from "drizzle-orm";
import { application } from "../../db/schema/index.ts";
import type { ApplicationRow } from "../applications/read-applications.ts";
import { commit } from "../audit/commit.ts";
import { auditHead, headOf } from "../audit/seal.ts";
import type { Ctx } from "../context.ts";
import { Problem } from "../http/problem.ts";
import { evaluateMessage, readMessage } from "../pipeline/messages.ts";
import { sendDue } from "../pipeline/send.ts";
import { PRIORITY } from "../routing/priority.ts";

/**
 * Has an application judged anew: by the newest rubric, and by the model if there is one now. An application that
 * waits for a person starts again where it stopped. One that is under way stays under way.
 *
 * @throws Problem `erased`, or `conflict` for an application that was withdrawn or that software must not read.
 */
export async function requestEvaluation(ctx: Ctx, row: ApplicationRow): Promise<"requested" | "under_way"> {
  const { id, workspace_id, state, stage, manual_reading } = row.application;
  if (row.candidate.erased_at !== null) throw new Problem("erased");
  if (stage === "withdrawn") throw new Problem("conflict", "The applicant has withdrawn.");
  if (manual_reading)
    throw new Problem("conflict", "The applicant asked for a person to read it instead of software.");
  if (state !== "evaluated" && state !== "needs_attention") return "under_way";
  const read = row.document.redacted_sha256 !== null;
  const now = ctx.now();
  const again =
    state === "evaluated"
      ? { retry_at: now }
      : { state: read ? ("evaluating" as const) : ("received" as const), attention_reason: null };
  // A member waits for it; an integration may ask for thousands.
  const urgency = ctx.actor.kind === "member" ? { priority: PRIORITY.asked } : {};
  await commit(ctx, {
    workspaceId: workspace_id,
    head: headOf(await auditHead(ctx, workspace_id)),
    statements: [
      ctx.db
        .update(application)
        .set({ ...again, ...urgency, attempts: 0, queued_at: now, updated_at: now })
        .where(and(eq(application.id, id), eq(application.state, state), lte(application.lease_until, now))),
    ],
    audit: [{ action: "evaluation.requested", subject: id, detail: { state } }],
  });
  await sendDue(ctx, read ? evaluateMessage(workspace_id, id) : readMessage(workspace_id, id));
  return "requested";
}
