import { and, inArray, isNull, lt, lte, type SQL, sql } from "drizzle-orm";
import { application, auditEntry, candidate, idempotencyKey, modelFailure } from "../../db/schema/index.ts";
import { sealAudit } from "../audit/seal.ts";
import type { Ctx } from "../context.ts";
import { originalObject } from "../documents/objects.ts";
import { firstIdAt } from "../ids.ts";
import { admit } from "../routing/breaker.ts";
import { MINUTE_MS } from "../routing/failures.ts";
import { type Pool, PURPOSES } from "../routing/pools.ts";
import { tierNow } from "../routing/tier.ts";
import { byJob } from "./job-order.ts";
import { evaluateMessage, readMessage } from "./messages.ts";
import { mostAtOnce } from "./room.ts";
import { waitingTiers, waitsFor } from "./waiting-pool.ts";

/** Queues take 100 messages a sendBatch. */
const AT_ONCE = 100;
/** Of all workspaces together, in a sweep: more than a card judges in half a minute. */
const RETRIES = 1_000;
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
  await dropOldFailures(ctx);
  return {
    unfinished: await resendUnfinished(ctx),
    retried: await resendRetries(ctx),
    sealed: await sealOpen(ctx),
    expired_keys: await dropExpiredKeys(ctx),
  };
}

/**
 * Ids of what is due: the first of every workspace, then the second of every workspace, so that nobody's one waits
 * behind somebody's thousands.
 */
const inTurns = (which: { due: SQL | undefined; order: SQL; each: SQL; atMost: number }): SQL =>
  sql`${application.id} IN (
    SELECT id FROM (
      SELECT id, workspace_id, row_number() OVER (PARTITION BY workspace_id ORDER BY ${which.order}) AS turn
      FROM ${application} WHERE ${which.due}
    ) AS mine WHERE turn <= ${which.each} ORDER BY turn LIMIT ${which.atMost})`;

async function resendUnfinished(ctx: Ctx): Promise<number> {
  const now = ctx.now();
  const due = await ctx.db
    .update(application)
    .set({ queued_at: now })
    .where(
      inTurns({
        due: and(
          inArray(application.state, ["received", "reading", "evaluating"]),
          lt(application.queued_at, now - ctx.config.SWEEP_AFTER_MS),
          lte(application.lease_until, now),
        ),
        order: sql`priority IS NULL, priority, id`,
        each: sql`${AT_ONCE}`,
        atMost: AT_ONCE,
      }),
    )
    .returning({
      id: application.id,
      workspace_id: application.workspace_id,
      job_id: application.job_id,
      state: application.state,
    });
  if (due.length === 0) return 0;
  await ctx.pipeline.sendBatch(
    byJob(due, ({ job_id }) => job_id).map(({ id, workspace_id, state }) => ({
      body: state === "evaluating" ? evaluateMessage(workspace_id, id) : readMessage(workspace_id, id),
    })),
  );
  return due.length;
}

/** Provisional evaluations whose time has come to ask the model again, by the server that they wait for. */
async function resendRetries(ctx: Ctx): Promise<number> {
  if (ctx.inference === null) return 0;
  const pool = waitsFor(ctx.inference);
  let sent = 0;
  for (const [tier, pools] of waitingTiers(ctx.inference)) {
    // What no server takes goes with the rest, to be turned away.
    const whose = inArray(sql`coalesce(${pool}, ${PURPOSES.evaluate})`, pools);
    sent += await resendRetriesOf(ctx, tier, whose);
  }
  return sent;
}

/**
 * One while nobody knows whether the server is back, else as many of each workspace as it may have running: whoever
 * ends hands on to the next. Those of one job go together, since they share what a small card can keep in its cache.
 */
async function resendRetriesOf(ctx: Ctx, tier: Pool, whose: SQL): Promise<number> {
  const { go } = admit(await tierNow(ctx, tier), ctx.now());
  if (go === "no") return 0;
  return resendDue(ctx, go === "probe" ? 1 : RETRIES, whose);
}

async function resendDue(ctx: Ctx, atMost: number, whose: SQL): Promise<number> {
  const now = ctx.now();
  const due = await ctx.db
    .update(application)
    .set({ retry_at: now + ctx.config.INFERENCE_RETRY_AFTER_MS })
    .where(
      inTurns({
        due: and(lte(application.retry_at, now), whose),
        order: sql`priority IS NULL, priority, job_id, retry_at`,
        each: mostAtOnce(now),
        atMost,
      }),
    )
    .returning({
      id: application.id,
      workspace_id: application.workspace_id,
      job_id: application.job_id,
    });
  if (due.length === 0) return 0;
  // RETURNING keeps no order.
  const sorted = byJob(due, ({ job_id }) => job_id);
  for (let at = 0; at < sorted.length; at += AT_ONCE) {
    const sent = sorted.slice(at, at + AT_ONCE);
    await ctx.pipeline.sendBatch(
      sent.map(({ id, workspace_id }) => ({ body: evaluateMessage(workspace_id, id) })),
    );
  }
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

/** The operator's metrics look back five minutes. */
async function dropOldFailures(ctx: Ctx): Promise<void> {
  await ctx.db
    .delete(modelFailure)
    .where(lt(modelFailure.minute, Math.floor((ctx.now() - 24 * HOUR_MS) / MINUTE_MS)));
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
