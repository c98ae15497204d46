import { and, inArray, isNull, lt, lte } from "drizzle-orm";
import { application, auditEntry, candidate, idempotencyKey } from "../../db/schema/index.ts";
import { sealAudit } from "../audit/seal.ts";
import type { Ctx } from "../context.ts";
import { originalObject } from "../documents/objects.ts";
import { firstIdAt } from "../ids.ts";
import { admit } from "../routing/breaker.ts";
import { tierNow } from "../routing/tier.ts";
import { evaluateMessage, readMessage } from "./messages.ts";

/** Queues take 100 messages a sendBatch. */
const AT_ONCE = 100;
/** Together a thousand a sweep: more than a card judges in a minute, less than a message backlog worth having. */
const RETRY_BATCHES = 10;
const HOUR_MS = 60 * 60 * 1000;

export interface SweepReport {
  unfinished: number;
  retried: number;
  sealed: number;
  expired_keys: number;
}

/**
 * Finds what a crash, a lost message or a full queue left behind and hands it out again. Running it twice at once is
 * harmless: it only sends messages, and a message without a claim does nothing.
 */
export async function sweep(ctx: Ctx): Promise<SweepReport> {
  return {
    unfinished: await resendUnfinished(ctx),
    retried: await resendRetries(ctx),
    sealed: await sealOpen(ctx),
    expired_keys: await dropExpiredKeys(ctx),
  };
}

async function resendUnfinished(ctx: Ctx): Promise<number> {
  const now = ctx.now();
  const due = await ctx.db
    .update(application)
    .set({ queued_at: now })
    .where(
      inArray(
        application.id,
        ctx.db
          .select({ id: application.id })
          .from(application)
          .where(
            and(
              inArray(application.state, ["received", "reading", "evaluating"]),
              lt(application.queued_at, now - ctx.config.SWEEP_AFTER_MS),
              lte(application.lease_until, now),
            ),
          )
          .orderBy(application.id)
          .limit(AT_ONCE),
      ),
    )
    .returning({ id: application.id, workspace_id: application.workspace_id, state: application.state });
  if (due.length === 0) return 0;
  await ctx.pipeline.sendBatch(
    due.map(({ id, workspace_id, state }) => ({
      body: state === "evaluating" ? evaluateMessage(workspace_id, id) : readMessage(workspace_id, id),
    })),
  );
  return due.length;
}

/**
 * Provisional evaluations whose time has come to ask the model again: one while nobody knows whether the tier is back,
 * else many, and those of one job together, since they share what a small card can keep in its prefix cache.
 */
async function resendRetries(ctx: Ctx): Promise<number> {
  if (ctx.inference === null) return 0;
  const { go } = admit(await tierNow(ctx), ctx.now());
  if (go === "no") return 0;
  if (go === "probe") return resendDue(ctx, 1);
  let sent = 0;
  for (let batch = 0; batch < RETRY_BATCHES; batch++) {
    const due = await resendDue(ctx, AT_ONCE);
    sent += due;
    if (due < AT_ONCE) break;
  }
  return sent;
}

async function resendDue(ctx: Ctx, atMost: number): Promise<number> {
  const now = ctx.now();
  const due = await ctx.db
    .update(application)
    .set({ retry_at: now + ctx.config.INFERENCE_RETRY_AFTER_MS })
    .where(
      inArray(
        application.id,
        ctx.db
          .select({ id: application.id })
          .from(application)
          .where(lte(application.retry_at, now))
          .orderBy(application.job_id, application.retry_at)
          .limit(atMost),
      ),
    )
    .returning({
      id: application.id,
      workspace_id: application.workspace_id,
      job_id: application.job_id,
    });
  if (due.length === 0) return 0;
  // RETURNING keeps no order.
  due.sort((a, b) => (a.job_id < b.job_id ? -1 : a.job_id > b.job_id ? 1 : 0));
  await ctx.pipeline.sendBatch(
    due.map(({ id, workspace_id }) => ({ body: evaluateMessage(workspace_id, id) })),
  );
  return due.length;
}

async function sealOpen(ctx: Ctx): Promise<number> {
  const open = await ctx.db
    .selectDistinct({ id: auditEntry.workspace_id })
    .from(auditEntry)
    .where(isNull(auditEntry.chain_hash))
    .limit(AT_ONCE);
  let sealed = 0;
  for (const workspace of open) sealed += await sealAudit(ctx, workspace.id);
  return sealed;
}

async function dropExpiredKeys(ctx: Ctx): Promise<number> {
  const dropped = await ctx.db.delete(idempotencyKey).where(lt(idempotencyKey.expires_at, ctx.now()));
  return dropped.meta.changes;
}

/**
 * Deletes files whose application was never committed: an upload that broke off between the object store and the
 * database. Looks at objects from three hours to one hour old, so a run an hour misses none and races nobody.
 */
export async function sweepOrphans(ctx: Ctx): Promise<number> {
  const until = originalObject(firstIdAt("candidate", ctx.now() - HOUR_MS));
  let startAfter: string | undefined = originalObject(firstIdAt("candidate", ctx.now() - 3 * HOUR_MS));
  let deleted = 0;
  while (startAfter !== undefined) {
    const page: R2Objects = await ctx.files.list({ prefix: originalObject(""), startAfter, limit: 90 });
    const keys = page.objects.map((object) => object.key).filter((key) => key < until);
    deleted += await deleteUnknown(ctx, keys);
    startAfter = page.truncated && keys.length === page.objects.length ? keys.at(-1) : undefined;
  }
  return deleted;
}

async function deleteUnknown(ctx: Ctx, keys: string[]): Promise<number> {
  if (keys.length === 0) return 0;
  const ids = keys.map((key) => key.slice(originalObject("").length));
  const known = await ctx.db.select({ id: candidate.id }).from(candidate).where(inArray(candidate.id, ids));
  const kept = new Set(known.map((row) => originalObject(row.id)));
  const orphans = keys.filter((key) => !kept.has(key));
  if (orphans.length > 0) await ctx.files.delete(orphans);
  return orphans.length;
}
