import { eraseFiles } from "../applications/change-application.ts";
import { getApplicationById } from "../applications/read-applications.ts";
import type { Ctx } from "../context.ts";
import { readApplication } from "../documents/read-application.ts";
import { evaluateApplication } from "../evaluation/evaluate-application.ts";
import { type Claim, claim, Fenced, MAX_ATTEMPTS, needsAttention } from "./claim.ts";
import { evaluateMessage, type PipelineMessage } from "./messages.ts";
import { sendDue } from "./send.ts";

/** Reading is bounded by budgets, not by time; the lease only has to outlive it on a slow machine. */
const READ_LEASE_MS = 60_000;
/** Judge, its retry and the support checks, each under its own deadline. */
const EVALUATE_LEASE_MS = 180_000;

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
  if (goOn) return evaluateApplication(ctx, { ...held, head: null });
  await sendDue(ctx, evaluateMessage(message.workspace_id, message.application_id));
}

async function evaluate(ctx: Ctx, message: PipelineMessage): Promise<void> {
  const held = await claim(ctx, {
    workspaceId: message.workspace_id,
    applicationId: message.application_id,
    states: ["evaluating"],
    superseding: true,
    leaseMs: EVALUATE_LEASE_MS,
  });
  if (held === null || (await givenUp(ctx, held))) return;
  await evaluateApplication(ctx, held);
}

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
