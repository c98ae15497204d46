import { and, desc, eq, sql } from "drizzle-orm";
import { application, decision } from "../../db/schema/index.ts";
import type { ApplicationRow } from "../applications/read-applications.ts";
import type { Stage } from "../applications/states.ts";
import { ConstraintViolation, commit } from "../audit/commit.ts";
import { auditHead, headOf } from "../audit/seal.ts";
import { actorName, type Ctx } from "../context.ts";
import type { EventInput } from "../events/catalogue.ts";
import { Problem } from "../http/problem.ts";
import { openCandidateKey, sealText, unsealText } from "../redaction/vault.ts";

/** Where an application can go from where it is. Only the applicant withdraws. */
export const NEXT_STAGES: Record<Stage, readonly Stage[]> = {
  new: ["review", "interview", "rejected"],
  review: ["interview", "offer", "rejected"],
  interview: ["review", "offer", "rejected"],
  offer: ["interview", "hired", "rejected"],
  hired: [],
  rejected: ["review"],
  withdrawn: [],
};

/** What a person can have had in front of them. */
export const SEEN = ["document", "redacted_text", "evaluation", "notes", "interview"] as const;

export interface DecisionInput {
  to_stage: Stage;
  reason: string | null;
  seen: (typeof SEEN)[number][];
}

/**
 * Moves an application to another stage. A rejection is a person's: it takes a member's own key, a reason and what
 * they had looked at; the database refuses it otherwise, whatever this code does.
 *
 * @throws Problem `human_required`, `conflict`, `erased`, `validation_failed`.
 */
export async function decide(ctx: Ctx, row: ApplicationRow, input: DecisionInput): Promise<string> {
  const { id, workspace_id, candidate_id, job_id, stage, state, evaluation_id } = row.application;
  if (row.candidate.erased_at !== null) throw new Problem("erased");
  if (!NEXT_STAGES[stage].includes(input.to_stage)) {
    throw new Problem("conflict", `An application in ${stage} cannot go to ${input.to_stage}.`);
  }
  if (input.to_stage === "rejected") checkRejection(ctx, input);
  const decisionId = ctx.id("decision");
  const key = await openCandidateKey(ctx, candidate_id);
  const statements = [
    ctx.db.insert(decision).values({
      id: decisionId,
      workspace_id,
      application_id: id,
      from_stage: stage,
      to_stage: input.to_stage,
      actor: actorName(ctx.actor),
      member_id: ctx.actor.kind === "member" ? ctx.actor.id : null,
      reason: input.reason === null ? null : await sealText(ctx, key, input.reason, decisionId),
      evaluation_id,
      seen: input.seen,
      created_at: ctx.now(),
    }),
    moveFrom(ctx, row, input.to_stage),
  ];
  const payload = {
    application_id: id,
    candidate_id,
    job_id,
    state,
    stage: input.to_stage,
    from_stage: stage,
  };
  const events: EventInput[] = [{ type: "application.stage_changed", payload }];
  if (input.to_stage === "rejected") events.push({ type: "application.rejected", payload });
  try {
    await commit(ctx, {
      workspaceId: workspace_id,
      head: headOf(await auditHead(ctx, workspace_id)),
      statements,
      audit: [
        {
          action: "decision.made",
          subject: id,
          detail: {
            decision_id: decisionId,
            from_stage: stage,
            to_stage: input.to_stage,
            evaluation_id,
            seen: input.seen,
          },
        },
      ],
      events,
    });
  } catch (error) {
    if (!(error instanceof ConstraintViolation)) throw error;
    if (error.constraint.startsWith("human_required")) throw new Problem("human_required");
    throw new Problem("conflict", "Somebody else has just moved this application.");
  }
  return decisionId;
}

function checkRejection(ctx: Ctx, input: DecisionInput): void {
  if (ctx.actor.kind !== "member")
    throw new Problem("human_required", "Only the key of a member can reject.");
  const errors = [];
  if (input.reason === null) errors.push({ field: "reason", message: "A rejection needs a reason." });
  if (input.seen.length === 0) errors.push({ field: "seen", message: "Say what was looked at." });
  if (errors.length > 0) throw new Problem("validation_failed", null, { errors });
}

/** The stage must still be what the decision was made on: the stage column is NOT NULL, which undoes the batch. */
function moveFrom(ctx: Ctx, { application: row }: ApplicationRow, to: Stage) {
  return ctx.db
    .update(application)
    .set({
      stage: sql`CASE WHEN ${application.stage} = ${row.stage} THEN ${to} END`,
      updated_at: ctx.now(),
    })
    .where(and(eq(application.id, row.id), eq(application.workspace_id, row.workspace_id)));
}

/** Decisions on an application, newest first; reasons are null once the candidate is erased. */
export async function listDecisions(ctx: Ctx, row: ApplicationRow) {
  const rows = await ctx.db
    .select()
    .from(decision)
    .where(
      and(
        eq(decision.workspace_id, row.application.workspace_id),
        eq(decision.application_id, row.application.id),
      ),
    )
    .orderBy(desc(decision.id))
    .limit(200);
  const key = row.candidate.erased_at === null ? await openCandidateKey(ctx, row.candidate.id) : null;
  return Promise.all(
    rows.map(async (one) => ({
      ...one,
      reason: one.reason === null || key === null ? null : await unsealText<string>(key, one.reason, one.id),
    })),
  );
}
