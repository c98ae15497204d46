import { InferenceError } from "./types.ts";

/** How long a model may take, in milliseconds. */
export interface InferenceLimits {
  /** From the request to the first token; prompt processing and the server's own queue count. */
  firstTokenMs: number;
  /** Between two tokens: vLLM leaves streams open without end when it is told to stop. */
  tokenGapMs: number;
  /** The whole answer. */
  deadlineMs: number;
}

/**
 * 200,000 tokens of prompt take 22.7 s to the first token on an H100, and some waiting comes before; a judgement
 * is over in seconds and an explanation of 600 tokens takes about 3 s there, so two minutes is a slow laptop.
 */
export const DEFAULT_LIMITS: InferenceLimits = {
  firstTokenMs: 60_000,
  tokenGapMs: 15_000,
  deadlineMs: 120_000,
};

/** Time, as the client sees it. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Calls `then` once after `ms`; the answer cancels it. */
  after(ms: number, then: () => void): () => void;
}

/** The platform's time. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after: (ms, then) => {
    const timer = setTimeout(then, ms);
    return () => clearTimeout(timer);
  },
};

/** The platform's timers under another reading of the time, such as a request's own. */
export const clockAt = (now: () => number): Clock => ({ now, after: systemClock.after });

/** What comes after the finish_reason (usage, `[DONE]`, the end) is on its way already: milliseconds. */
const TRAILER_MS = 1_000;

/** How far one request has come: null is not yet. */
export interface Progress {
  startedAt: number;
  /** The latest token. */
  tokenAt: number | null;
  /** The finish_reason. */
  finishedAt: number | null;
}

/** The next moment at which a request is too late, and which limit that is. */
export function nextLimit(progress: Progress, limits: InferenceLimits): { at: number; name: string } {
  const { startedAt, tokenAt, finishedAt } = progress;
  const deadline = { at: startedAt + limits.deadlineMs, name: `no end within ${limits.deadlineMs} ms` };
  const step =
    finishedAt !== null
      ? { at: finishedAt + Math.min(TRAILER_MS, limits.tokenGapMs), name: "no end after the finish_reason" }
      : tokenAt !== null
        ? { at: tokenAt + limits.tokenGapMs, name: `no token for ${limits.tokenGapMs} ms` }
        : { at: startedAt + limits.firstTokenMs, name: `no token within ${limits.firstTokenMs} ms` };
  return deadline.at < step.at ? deadline : step;
}

/**
 * Waits for one step of a request, no longer than its limits or the caller's patience.
 * @throws InferenceError `stalled` when a limit passes first; the caller's abort reason when that comes first
 */
export async function inTime<T>(
  step: Promise<T>,
  progress: Progress,
  limits: InferenceLimits,
  clock: Clock,
  signal: AbortSignal | undefined,
): Promise<T> {
  const limit = nextLimit(progress, limits);
  let cancel: () => void = () => {};
  let unlisten: () => void = () => {};
  const ended = new Promise<never>((_, reject) => {
    cancel = clock.after(Math.max(0, limit.at - clock.now()), () =>
      reject(new InferenceError("stalled", limit.name)),
    );
    const onAbort = () => reject(signal?.reason);
    signal?.addEventListener("abort", onAbort, { once: true });
    unlisten = () => signal?.removeEventListener("abort", onAbort);
    if (signal?.aborted) onAbort();
  });
  // The loser of the race still settles some day; nobody is left to hear it.
  step.catch(() => {});
  try {
    return await Promise.race([step, ended]);
  } finally {
    cancel();
    unlisten();
  }
}
