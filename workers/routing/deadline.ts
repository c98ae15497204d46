import { type Clock, systemClock } from "./limits.ts";
import type { Pool } from "./pools.ts";
import { type CompletionRequest, type Inference, InferenceError } from "./types.ts";

/**
 * The time that one job has, over all its calls, retries and pauses, in milliseconds. A judgement and its checks take a
 * second on an H100 and half a minute on a laptop; each call has limits of its own besides (`limits.ts`). A long text
 * takes four minutes to its first token where the card is small, an explanation three seconds on an H100.
 */
export const JOB_MS = {
  batch: 150_000,
  long: 360_000,
  interactive: 120_000,
  embeddings: 60_000,
} as const satisfies Record<Pool, number>;

/** What is left of a lease when the model's part has to be over: files and one commit are written then. */
export const COMMIT_MS = 15_000;

/** How long work for a pool may be held: its job's time and the commit's, and a little to begin with. */
export const leaseFor = (pool: Pool): number => JOB_MS[pool] + 2 * COMMIT_MS;

/**
 * When a job's time is up.
 * @param now milliseconds since 1970
 * @param leaseUntil when somebody else may take the work over; null for work that nobody holds
 */
export function deadlineOf(pool: Pool, now: number, leaseUntil: number | null): number {
  const own = now + JOB_MS[pool];
  return leaseUntil === null ? own : Math.min(own, leaseUntil - COMMIT_MS);
}

/**
 * The same model for one job: whatever is asked, however often, ends at the deadline. What runs then is cut off, so
 * that the server stops working on it; what is asked afterwards does not reach it.
 *
 * @param until milliseconds since 1970, by the clock
 * @returns an inference whose calls throw InferenceError `stalled` when the time is up; the caller's own signal counts
 *   as before
 */
export function inferenceUntil(inference: Inference, until: number, clock: Clock = systemClock): Inference {
  const bounded = (request: CompletionRequest) => {
    const left = until - clock.now();
    if (left <= 0) throw timeIsUp();
    const end = new AbortController();
    const cancel = clock.after(left, () => end.abort(timeIsUp()));
    const signal = request.signal === undefined ? end.signal : AbortSignal.any([request.signal, end.signal]);
    return { request: { ...request, signal }, cancel };
  };
  return {
    model: inference.model,
    stream: async function* (asked) {
      const { request, cancel } = bounded(asked);
      try {
        return yield* inference.stream(request);
      } finally {
        cancel();
      }
    },
    complete: async (asked) => {
      const { request, cancel } = bounded(asked);
      try {
        return await inference.complete(request);
      } finally {
        cancel();
      }
    },
  };
}

const timeIsUp = () => new InferenceError("stalled", "the job's time is up");
