import { and, eq } from "drizzle-orm";
import { modelTier } from "../../db/schema/index.ts";
import type { Ctx } from "../context.ts";
import {
  admit,
  admitInteractive,
  answered,
  type BreakerState,
  CLOSED,
  failed,
  isOfTheTier,
} from "./breaker.ts";
import type { Pool, PoolServer } from "./pools.ts";
import { InferenceError } from "./types.ts";

interface Versioned {
  breaker: BreakerState;
  version: number;
}

async function readTier(ctx: Ctx, tier: Pool): Promise<Versioned> {
  const [row] = await ctx.db.select().from(modelTier).where(eq(modelTier.id, tier));
  if (row === undefined) return { breaker: CLOSED, version: 0 };
  const { id: _, version, ...breaker } = row;
  return { breaker, version };
}

/** Stores a state if it is still the next one after `version`. */
async function writeTier(ctx: Ctx, tier: Pool, breaker: BreakerState, version: number): Promise<boolean> {
  const row = { ...breaker, version: version + 1 };
  const written =
    version === 0
      ? await ctx.db
          .insert(modelTier)
          .values({ id: tier, ...row })
          .onConflictDoNothing()
      : await ctx.db
          .update(modelTier)
          .set(row)
          .where(and(eq(modelTier.id, tier), eq(modelTier.version, version)));
  return written.meta.changes > 0;
}

/** What is known of a server now. */
export const tierNow = async (ctx: Ctx, tier: Pool): Promise<BreakerState> =>
  (await readTier(ctx, tier)).breaker;

/**
 * Asks a server through its breaker, and tells the breaker how it went.
 *
 * @param server what pools of one server have in common, `tier`, names the breaker
 * @throws InferenceError `unavailable`, with the seconds to wait, when the breaker is open; else what `ask` throws
 */
export async function throughBreaker<T>(
  ctx: Ctx,
  { tier }: Pick<PoolServer, "tier">,
  ask: () => Promise<T>,
): Promise<T> {
  const seen = await readTier(ctx, tier);
  const askedAt = ctx.now();
  const admitted = admit(seen.breaker, askedAt);
  if (admitted.go === "no") throw closedDoor(admitted.until - askedAt);
  if (admitted.go === "probe" && !(await writeTier(ctx, tier, admitted.state, seen.version)))
    throw closedDoor(1000);
  try {
    const answer = await ask();
    await note(ctx, tier, (breaker) => answered(breaker, askedAt));
    return answer;
  } catch (error) {
    await noteFailure(ctx, tier, error, { askedAt, beside: false });
    throw error;
  }
}

/**
 * The same for what somebody waits for, told on as it comes: an open breaker refuses at once, the first piece is the
 * answer that closes it, and a reader who walks away says nothing about the tier.
 *
 * @throws InferenceError as {@link throughBreaker}
 */
export async function* streamThroughBreaker<Piece, Whole>(
  ctx: Ctx,
  { tier }: Pick<PoolServer, "tier">,
  ask: () => AsyncGenerator<Piece, Whole>,
): AsyncGenerator<Piece, Whole> {
  const seen = await readTier(ctx, tier);
  const askedAt = ctx.now();
  const admitted = admitInteractive(seen.breaker, askedAt);
  if (admitted.go === "no") throw closedDoor(admitted.until - askedAt);
  const pieces = ask();
  let unanswered = true;
  try {
    for (;;) {
      const step = await pieces.next();
      if (unanswered) await note(ctx, tier, (breaker) => answered(breaker, askedAt));
      unanswered = false;
      if (step.done === true) return step.value;
      yield step.value;
    }
  } catch (error) {
    await noteFailure(ctx, tier, error, { askedAt, beside: seen.breaker.state !== "closed" });
    throw error;
  } finally {
    await pieces.return(undefined as never);
  }
}

async function noteFailure(
  ctx: Ctx,
  tier: Pool,
  error: unknown,
  { askedAt, beside }: { askedAt: number; beside: boolean },
): Promise<void> {
  if (!(error instanceof InferenceError)) return;
  const { code, retryAfterS } = error;
  // Any other failure came out of an answer: somebody is there.
  await note(ctx, tier, (breaker) =>
    isOfTheTier(code)
      ? failed(breaker, { code, retryAfterS, now: ctx.now(), random: fractionOf(ctx), beside })
      : answered(breaker, askedAt),
  );
}

/** Not the tier's own word, so nothing is learnt from it. */
export class BreakerOpen extends InferenceError {
  constructor(retryAfterS: number) {
    super("unavailable", "the tier was seen to be away", retryAfterS);
    this.name = "BreakerOpen";
  }
}
const closedDoor = (ms: number) => new BreakerOpen(Math.max(1, Math.ceil(ms / 1000)));

/** A random number from 0 up to 1. */
export const fractionOf = (ctx: Ctx): number => (ctx.random(1)[0] ?? 0) / 256;

/** Two tries: whoever is overtaken twice leaves it to those who overtook. */
async function note(ctx: Ctx, tier: Pool, next: (breaker: BreakerState) => BreakerState): Promise<void> {
  for (let tries = 0; tries < 2; tries++) {
    const { breaker, version } = await readTier(ctx, tier);
    const state = next(breaker);
    if (sameState(state, breaker)) return;
    if (await writeTier(ctx, tier, state, version)) {
      if (state.state !== breaker.state) {
        ctx.log("warn", "model tier", { tier, from: breaker.state, to: state.state, cause: state.cause });
      }
      return;
    }
  }
}

const sameState = (a: BreakerState, b: BreakerState): boolean =>
  a.state === b.state && a.failures === b.failures && a.cause === b.cause && a.probe_at === b.probe_at;
