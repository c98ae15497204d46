import { and, eq, isNull, lte } from "drizzle-orm";
import { createMiddleware } from "hono/factory";
import { idempotencyKey } from "../../db/schema/index.ts";
import { ConstraintViolation, storageError } from "../audit/commit.ts";
import type { Ctx } from "../context.ts";
import { sha256Hex } from "../secrets.ts";
import type { AppEnv } from "./app-env.ts";
import { Problem } from "./problem.ts";

/** An answer is kept this long; a request that never finished blocks its key for a minute. */
const KEPT_MS = 24 * 60 * 60 * 1000;
const IN_FLIGHT_MS = 60_000;
const MAX_KEY_LENGTH = 255;

/**
 * Answers a repeated POST with the first answer (the Idempotency-Key header of the IETF draft). The same key with
 * another payload is refused, and so is a second one while the first is under way. Answers must hold no personal
 * data: they are kept as they are.
 */
export const idempotent = () =>
  createMiddleware<AppEnv>(async function idempotentPost(c, next) {
    const key = c.req.header("idempotency-key");
    if (key === undefined) return next();
    if (key.length === 0 || key.length > MAX_KEY_LENGTH) {
      throw new Problem("malformed_request", `An Idempotency-Key has 1 to ${MAX_KEY_LENGTH} characters.`);
    }
    const ctx = c.var.ctx;
    const slot = { workspace_id: c.var.workspaceId, key: `post:${key}` };
    const request_hash = await sha256Hex(`${c.req.method} ${c.req.path}\n${await c.req.text()}`);
    const earlier = await open(ctx, slot, request_hash);
    if (earlier !== null) {
      return c.body(earlier.body, earlier.status as 200, {
        "content-type": "application/json",
        "idempotent-replayed": "true",
      });
    }
    await next();
    await close(ctx, slot, c.res);
  });

interface Slot {
  workspace_id: string;
  key: string;
}

const at = (slot: Slot) =>
  and(eq(idempotencyKey.workspace_id, slot.workspace_id), eq(idempotencyKey.key, slot.key));

/** Takes the slot, or gives the answer that is already in it. */
async function open(
  ctx: Ctx,
  slot: Slot,
  request_hash: string,
): Promise<{ status: number; body: string } | null> {
  const now = ctx.now();
  const row = { ...slot, request_hash, created_at: now, expires_at: now + IN_FLIGHT_MS };
  try {
    await ctx.db.batch([
      ctx.db.delete(idempotencyKey).where(and(at(slot), lte(idempotencyKey.expires_at, now))),
      ctx.db.insert(idempotencyKey).values(row),
    ]);
    return null;
  } catch (error) {
    const fault = storageError(error);
    if (!(fault instanceof ConstraintViolation)) throw fault;
  }
  const [held] = await ctx.db.select().from(idempotencyKey).where(at(slot));
  if (held === undefined) return open(ctx, slot, request_hash);
  if (held.request_hash !== request_hash) throw new Problem("idempotency_mismatch");
  if (held.status === null) throw new Problem("idempotency_in_flight", null, { retryAfterS: 1 });
  return { status: held.status, body: held.body ?? "" };
}

/** Keeps a final answer; lets go of the slot when the request may be tried again. */
async function close(ctx: Ctx, slot: Slot, response: Response): Promise<void> {
  const mine = and(at(slot), isNull(idempotencyKey.status));
  if (response.status >= 500 || response.status === 429) {
    await ctx.db.delete(idempotencyKey).where(mine);
    return;
  }
  const body = await response.clone().text();
  await ctx.db
    .update(idempotencyKey)
    .set({ status: response.status, body, expires_at: ctx.now() + KEPT_MS })
    .where(mine);
}
