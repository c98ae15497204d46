import { type Clock, systemClock } from "./limits.ts";
import { type Completion, type CompletionRequest, type Inference, InferenceError } from "./types.ts";

/** Full jitter: anything between nothing and the ceiling, which doubles with each try. */
const FIRST_CEILING_MS = 500;
/** A server that asks for a longer wait than this gets it from the queue, not from a worker that stands still. */
export const LONGEST_WAIT_MS = 3_000;

export interface RetryBudget {
  /** Retries left, over all requests that share the budget. */
  left: number;
}

/** For one evaluation, of up to some thirty requests: enough for a restart under way, far from doubling a load. */
export const evaluationBudget = (): RetryBudget => ({ left: 3 });

/**
 * The same model, asked again when a failure is likely to pass: an answer that broke off or was given up by the
 * server, and a wait that the server itself put in seconds. A connection that is refused is not tried again: nobody is
 * there. What has been streamed to somebody is never said twice, so only `complete` retries.
 * @param options `until`: the job's deadline, milliseconds since 1970: no pause goes beyond it
 */
export function patientInference(
  inference: Inference,
  options: { budget: RetryBudget; random: () => number; clock?: Clock; until?: number },
): Inference {
  const { budget, random, clock = systemClock, until = Number.POSITIVE_INFINITY } = options;
  return {
    model: inference.model,
    stream: (request) => inference.stream(request),
    complete: async (request) => {
      for (let tries = 0; ; tries++) {
        let begun = false;
        try {
          return await whole(inference, request, () => {
            begun = true;
          });
        } catch (error) {
          const wait = retryWait(error, begun, tries, random());
          // A pause that outlasts the job ends in nothing: then the server's own word is the better one.
          if (wait === null || budget.left === 0 || clock.now() + wait >= until) throw error;
          budget.left--;
          await pause(wait, clock, request.signal);
        }
      }
    },
  };
}

async function whole(
  inference: Inference,
  request: CompletionRequest,
  onPiece: () => void,
): Promise<Completion> {
  const pieces = inference.stream(request);
  for (;;) {
    const step = await pieces.next();
    if (step.done === true) return step.value;
    onPiece();
  }
}

/** Milliseconds to wait before asking again; null when that would not help. */
export function retryWait(error: unknown, begun: boolean, tries: number, random: number): number | null {
  if (!(error instanceof InferenceError)) return null;
  const asked = error.retryAfterS === null ? 0 : error.retryAfterS * 1000;
  if (asked > LONGEST_WAIT_MS) return null;
  const passes =
    error.code === "rate_limited" ||
    ((error.code === "unreachable" || error.code === "unavailable") && begun);
  if (!passes) return null;
  const ceiling = Math.min(LONGEST_WAIT_MS, FIRST_CEILING_MS * 2 ** tries);
  return asked + Math.round(random * ceiling);
}

function pause(ms: number, clock: Clock, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const cancel = clock.after(ms, () => {
      signal?.removeEventListener("abort", onAbort);
      resolve();
    });
    const onAbort = () => {
      cancel();
      reject(signal?.reason);
    };
    signal?.addEventListener("abort", onAbort, { once: true });
    if (signal?.aborted) onAbort();
  });
}
