import { and, eq, inArray, isNotNull, lte, or, type SQL, sql } from "drizzle-orm";
import { application, candidate, document } from "../../db/schema/index.ts";
import type { ApplicationState, AttentionReason } from "../applications/states.ts";
import type { AuditInput } from "../audit/append.ts";
import type { ChainHead } from "../audit/chain.ts";
import { type Change, ConstraintViolation, commit } from "../audit/commit.ts";
import { auditHead, headOf } from "../audit/seal.ts";
import type { Ctx } from "../context.ts";
import type { InferencePools } from "../routing/pools.ts";
import { type ClaimedRoom, claimedRoom, hasRoom, readRoom } from "./room.ts";

/** An application that this worker, and no other, may move on until the lease ends. */
export interface Claim {
  application: typeof application.$inferSelect;
  document: typeof document.$inferSelect;
  /** The candidate's sealed personal fields, null once erased. */
  personal: string | null;
  /** Last audit entry at the time of the claim; null once this claim has committed. */
  head: ChainHead | null;
  /** What its workspace may have running, where that was asked. */
  room: ClaimedRoom | null;
}

/** Claims without a commit after which an application is given to a person. */
export const MAX_ATTEMPTS = 6;

/** Another worker has taken over: what this one did must not be recorded. */
export class Fenced extends Error {
  constructor(applicationId: string) {
    super(`a later claim holds ${applicationId}`);
    this.name = "Fenced";
  }
}

/**
 * Takes an application in one of the states, or (with `superseding`) one whose evaluation waits to be replaced.
 * Null when it is in another state, held by somebody, or its workspace has as many running as it may: then there is
 * nothing to do now.
 */
export async function claim(
  ctx: Ctx,
  input: {
    workspaceId: string;
    applicationId: string;
    states: ApplicationState[];
    becomes?: ApplicationState;
    superseding?: boolean;
    /** Milliseconds, or an expression over the row. */
    leaseMs: number | SQL;
    /** Given where the workspace must have room for one more evaluation by one of these. */
    roomIn?: InferencePools | null;
  },
): Promise<Claim | null> {
  const now = ctx.now();
  const due = input.superseding
    ? or(
        inArray(application.state, input.states),
        and(eq(application.state, "evaluated"), isNotNull(application.retry_at)),
      )
    : inArray(application.state, input.states);
  const { applicationId, roomIn = null } = input;
  const [claimed, documents, heads, rooms] = await ctx.db.batch([
    ctx.db
      .update(application)
      .set({
        epoch: sql`${application.epoch} + 1`,
        attempts: sql`${application.attempts} + 1`,
        lease_until: sql`${now} + ${input.leaseMs}`,
        ...(input.becomes ? { state: input.becomes, updated_at: now } : {}),
      })
      .where(
        and(
          eq(application.id, input.applicationId),
          eq(application.workspace_id, input.workspaceId),
          lte(application.lease_until, now),
          due,
          roomIn === null ? undefined : hasRoom(ctx, roomIn),
        ),
      )
      .returning(),
    ctx.db
      .select({ document, personal: candidate.personal })
      .from(document)
      .innerJoin(application, eq(application.id, document.application_id))
      .innerJoin(candidate, eq(candidate.id, application.candidate_id))
      .where(
        and(eq(document.application_id, input.applicationId), eq(document.workspace_id, input.workspaceId)),
      ),
    auditHead(ctx, input.workspaceId),
    ...(roomIn === null ? [] : [readRoom(ctx, roomIn, applicationId)]),
  ]);
  const row = claimed[0];
  const resume = documents[0];
  if (row === undefined || resume === undefined) return null;
  const room = rooms?.[0] === undefined ? null : claimedRoom(row.workspace_id, rooms[0], now);
  return { application: row, ...resume, head: headOf(heads), room };
}

/** What a finished step writes to the application itself. */
export type ApplicationPatch = Partial<
  Pick<
    typeof application.$inferInsert,
    "state" | "attention_reason" | "retry_at" | "evaluation_id" | "judge_tokens"
  >
>;

/**
 * Commits a step under its claim and gives the lease back. The epoch must still be the claim's: setting it to null
 * otherwise breaks NOT NULL, and the whole batch with it.
 *
 * @throws Fenced when a later claim exists.
 */
export async function commitClaim(
  ctx: Ctx,
  held: Claim,
  step: Omit<Change, "workspaceId" | "head"> & { patch: ApplicationPatch; keepLease?: boolean },
): Promise<void> {
  const { id, epoch, workspace_id } = held.application;
  const guard = ctx.db
    .update(application)
    .set({
      ...step.patch,
      epoch: sql`CASE WHEN ${application.epoch} = ${epoch} THEN ${application.epoch} END`,
      updated_at: ctx.now(),
      ...(step.keepLease ? {} : { lease_until: 0, attempts: 0 }),
    })
    .where(eq(application.id, id));
  try {
    await commit(ctx, {
      workspaceId: workspace_id,
      statements: [guard, ...step.statements],
      audit: step.audit,
      events: step.events ?? [],
      head: held.head,
    });
  } catch (error) {
    if (error instanceof ConstraintViolation && error.constraint.includes("application.epoch")) {
      throw new Fenced(id);
    }
    throw error;
  }
}

/** Ends the machine's part: the application waits, visibly, for a person. */
export async function needsAttention(
  ctx: Ctx,
  held: Claim,
  reason: AttentionReason,
  detail: string,
  more: { statements?: Change["statements"]; audit?: AuditInput[] } = {},
): Promise<void> {
  const { id, job_id, candidate_id, stage } = held.application;
  await commitClaim(ctx, held, {
    patch: { state: "needs_attention", attention_reason: reason, retry_at: null },
    statements: more.statements ?? [],
    audit: [
      ...(more.audit ?? []),
      { action: "application.needs_attention", subject: id, detail: { reason, detail } },
    ],
    events: [
      {
        type: "application.evaluation_failed",
        payload: { application_id: id, candidate_id, job_id, state: "needs_attention", stage, reason },
      },
    ],
  });
}
