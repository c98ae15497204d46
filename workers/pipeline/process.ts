import { type SQL, sql } from "drizzle-orm";
import { eraseFiles } from "../applications/change-application.ts";
import { getApplicationById } from "../applications/read-applications.ts";
import type { Ctx } from "../context.ts";
import { readApplication } from "../documents/read-application.ts";
import { evaluateApplication } from "../evaluation/evaluate-application.ts";
import { leaseFor } from "../routing/deadline.ts";
import type { InferencePools } from "../routing/pools.ts";
import { type Claim, claim, Fenced, MAX_ATTEMPTS, needsAttention } from "./claim.ts";
import { evaluateMessage, type PipelineMessage } from "./messages.ts";
import { handOn } from "./room.ts";
import { sendDue } from "./send.ts";
import { waitsFor } from "./waiting-pool.ts";

/** Reading is bounded by budgets, not by time; the lease only has to outlive it on a slow machine. */
const READ_LEASE_MS = 60_000;

/**
 * Moves one application on by what a message says is due. Safe to call any number of times, in any order: whoever
 * does not get the claim has nothing to do.
 */
export async function processMessage(ctx: Ctx, message: PipelineMessage): Promise<void> {
  try {
    switch (message.type) {
      case "application.read":
        return await read(ctx, message);
      case "application.evaluate":
        return await evaluate(ctx, message);
    }
  } catch (error) {
    if (!(error instanceof Fenced)) throw error;
    ctx.log("info", "overtaken by a later claim", { application_id: message.application_id });
    await dropIfErased(ctx, message.application_id);
  }
}

async function read(ctx: Ctx, message: PipelineMessage): Promise<void> {
  const held = await claim(ctx, {
    workspaceId: message.workspace_id,
    applicationId: message.application_id,
    states: ["received", "reading"],
    becomes: "reading",
    leaseMs: READ_LEASE_MS,
  });
  if (held === null || (await givenUp(ctx, held))) return;
  // Rules answer in milliseconds: go on under the same claim. A model's turn is queued, and handed out on its own.
  const goOn = ctx.inference === null;
  if (!(await readApplication(ctx, held, { keepLease: goOn }))) return;
  if (goOn) await evaluateApplication(ctx, { ...held, head: null });
  else await sendDue(ctx, evaluateMessage(message.workspace_id, message.application_id));
}

async function evaluate(ctx: Ctx, message: PipelineMessage): Promise<void> {
  const held = await claim(ctx, {
    workspaceId: message.workspace_id,
    applicationId: message.application_id,
    states: ["evaluating"],
    superseding: true,
    leaseMs: evaluationLease(ctx.inference),
    roomIn: ctx.inference,
  });
  if (held === null || (await givenUp(ctx, held))) return;
  const answered = await evaluateApplication(ctx, held);
  if (held.room !== null && ctx.inference !== null) await handOn(ctx, ctx.inference, held.room, answered);
}

/** How long an evaluation may be held: the time that its row's pool gives a job. */
const evaluationLease = (pools: InferencePools | null): number | SQL =>
  pools === null
    ? leaseFor("batch")
    : sql`iif(${waitsFor(pools)} IS 'long', ${leaseFor("long")}, ${leaseFor("batch")})`;

/** A file that ended its worker several times goes to a person instead of round and round. */
async function givenUp(ctx: Ctx, held: Claim): Promise<boolean> {
  if (held.application.attempts <= MAX_ATTEMPTS) return false;
  await needsAttention(ctx, held, "processing_failed", `${MAX_ATTEMPTS} attempts did not finish`);
  return true;
}

/** What a worker wrote for somebody who was erased meanwhile goes too. */
async function dropIfErased(ctx: Ctx, applicationId: string): Promise<void> {
  const row = await getApplicationById(ctx, applicationId);
  if (row.candidate.erased_at !== null) await eraseFiles(ctx, row);
}
