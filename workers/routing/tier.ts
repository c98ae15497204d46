import { and, eq } from "drizzle-orm";
import { modelTier } from "../../db/schema/index.ts";
import type { Ctx } from "../context.ts";
import { admit, answered, type BreakerState, CLOSED, failed, isOfTheTier } from "./breaker.ts";
import { InferenceError } from "./types.ts";

/** There is one tier for now; the row is found by its name. */
const TIER = "default";

interface Versioned {
  breaker: BreakerState;
  version: number;
}

async function readTier(ctx: Ctx): Promise<Versioned> {
  const [row] = await ctx.db.select().from(modelTier).where(eq(modelTier.id, TIER));
  if (row === undefined) return { breaker: CLOSED, version: 0 };
  const { id: _, version, ...breaker } = row;
  return { breaker, version };
}

/** Stores a state if it is still the next one after `version`. */
async function writeTier(ctx: Ctx, breaker: BreakerState, version: number): Promise<boolean> {
  const row = { ...breaker, version: version + 1 };
  const written =
    version === 0
      ? await ctx.db
          .insert(modelTier)
          .values({ id: TIER, ...row })
          .onConflictDoNothing()
      : await ctx.db
          .update(modelTier)
          .set(row)
          .where(and(eq(modelTier.id, TIER), eq(modelTier.version, version)));
  return written.meta.changes > 0;
}

/** What is known of the tier now. */
export const tierNow = async (ctx: Ctx): Promise<BreakerState> => (await readTier(ctx)).breaker;

/**
 * Asks the tier through its breaker, and tells the breaker how it went.
 *
 * @throws InferenceError `unavailable`, with the seconds to wait, when the breaker is open; else what `ask` throws
 */
export async function throughBreaker<T>(ctx: Ctx, ask: () => Promise<T>): Promise<T> {
  const seen = await readTier(ctx);
  const admitted = admit(seen.breaker, ctx.now());
  if (admitted.go === "no") throw closedDoor(admitted.until - ctx.now());
  if (admitted.go === "probe" && !(await writeTier(ctx, admitted.state, seen.version)))
    throw closedDoor(1000);
  try {
    const answer = await ask();
    // A row that says nothing against the tier needs no better word.
    if (seen.breaker.failures > 0) await note(ctx, () => answered());
    return answer;
  } catch (error) {
    if (error instanceof InferenceError) {
      const { code, retryAfterS } = error;
      // Any other failure came out of an answer: somebody is there.
      await note(ctx, (breaker) =>
        isOfTheTier(code)
          ? failed(breaker, { code, retryAfterS, now: ctx.now(), random: fractionOf(ctx) })
          : answered(),
      );
    }
    throw error;
  }
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
async function note(ctx: Ctx, next: (breaker: BreakerState) => BreakerState): Promise<void> {
  for (let tries = 0; tries < 2; tries++) {
    const { breaker, version } = await readTier(ctx);
    const state = next(breaker);
    if (sameState(state, breaker)) return;
    if (await writeTier(ctx, state, version)) {
      if (state.state !== breaker.state) {
        ctx.log("warn", "model tier", { from: breaker.state, to: state.state, cause: state.cause });
      }
      return;
    }
  }
}

const sameState = (a: BreakerState, b: BreakerState): boolean =>
  a.state === b.state && a.failures === b.failures && a.cause === b.cause && a.probe_at === b.probe_at;
