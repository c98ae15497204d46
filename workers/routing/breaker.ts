/**
 * A circuit breaker for the model tier, as values. Work itself is the probe: the one request that is let through when
 * its time has come carries a job's shared head, so it also warms the prefix cache for those that follow.
 *
 * closed ── FAILURES_TO_OPEN in a row ──▶ open ── its time has come ──▶ half_open ── an answer ──▶ closed
 *                                          ▲───────────── a failure, or no word ──────────────────┘
 */
export interface BreakerState {
  state: "closed" | "open" | "half_open";
  /** Failures since the last answer. */
  failures: number;
  /** What the last failure was, a code of InferenceError. */
  cause: string | null;
  /** When it opened, milliseconds since 1970; null while closed. */
  opened_at: number | null;
  /** Not before then is a request let through again. */
  probe_at: number;
}

export const CLOSED: BreakerState = {
  state: "closed",
  failures: 0,
  cause: null,
  opened_at: null,
  probe_at: 0,
};

/** One failure may be the request's; three in a row, without an answer between, are the tier's. */
export const FAILURES_TO_OPEN = 3;
/** First pause once open, doubled by each probe that fails. A cold card needs one to three minutes to start. */
export const FIRST_PAUSE_MS = 5_000;
export const LONGEST_PAUSE_MS = 60_000;
/** A probe that was never heard of again (its worker died) counts as failed after an ordinary evaluation's time. */
export const PROBE_MS = 180_000;

/** Failures that say something about the tier; the others are about one request or one answer. */
const OF_THE_TIER = new Set(["unreachable", "unavailable", "stalled", "rate_limited", "protocol"]);
export const isOfTheTier = (code: string): boolean => OF_THE_TIER.has(code);

/** Nobody is there: what a tier scaled to zero, or one that is starting, looks like. */
const COLD = new Set(["unreachable", "unavailable"]);

/** How an operator calls it. */
export function tierStatus(breaker: BreakerState): "up" | "cold" | "down" | "probing" {
  if (breaker.state === "closed") return "up";
  if (breaker.state === "half_open") return "probing";
  return COLD.has(breaker.cause ?? "") ? "cold" : "down";
}

/**
 * Whether a request may go. `probe` means: as the only one, and only after `state` has been stored on condition that
 * nobody else stored theirs first.
 */
export function admit(
  breaker: BreakerState,
  now: number,
): { go: "yes" } | { go: "probe"; state: BreakerState } | { go: "no"; until: number } {
  if (breaker.state === "closed") return { go: "yes" };
  if (now < breaker.probe_at) return { go: "no", until: breaker.probe_at };
  return { go: "probe", state: { ...breaker, state: "half_open", probe_at: now + PROBE_MS } };
}

/**
 * Whether what somebody waits for may go. It never takes the probe's place: a reader who closes the page would leave it
 * taken, and evaluations would wait for nothing. Once a probe is due it goes beside, so that a tier without evaluations
 * is found again too, and its outcome counts like a probe's.
 */
export function admitInteractive(
  breaker: BreakerState,
  now: number,
): { go: "yes" } | { go: "no"; until: number } {
  if (breaker.state === "closed" || now >= breaker.probe_at) return { go: "yes" };
  // A probe under way has its answer long before its time is over.
  return { go: "no", until: Math.min(breaker.probe_at, probing(breaker) ? now + FIRST_PAUSE_MS : Infinity) };
}
const probing = ({ state }: BreakerState) => state === "half_open";

/**
 * After an answer, whatever it says. An answer to a question from before the breaker opened changes nothing: a server
 * that shuts down ends what it has in work and takes nothing new.
 * @param askedAt milliseconds since 1970
 */
export const answered = (breaker: BreakerState, askedAt: number): BreakerState =>
  breaker.opened_at !== null && askedAt < breaker.opened_at ? breaker : CLOSED;

/**
 * After a failure of the tier.
 * @param beside the request went while the breaker was open, when a probe was due
 * @param random 0 to 1: the pause is drawn from its whole upper half, so that deployments do not probe in step
 * @param retryAfterS what the server asked for, if it did: never sooner
 */
export function failed(
  breaker: BreakerState,
  failure: { code: string; now: number; random: number; retryAfterS: number | null; beside?: boolean },
): BreakerState {
  const { code, now, random, retryAfterS, beside = false } = failure;
  const failures = breaker.failures + 1;
  const wasOpen = breaker.state !== "closed";
  if (!wasOpen && failures < FAILURES_TO_OPEN) return { ...CLOSED, failures, cause: code };
  // A late failure of a request from before it opened changes nothing.
  if (breaker.state === "open" && !(beside && now >= breaker.probe_at)) return { ...breaker, cause: code };
  const probes = Math.max(0, failures - FAILURES_TO_OPEN);
  const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(probes, 10));
  const wait = Math.max(pause * (0.5 + random / 2), (retryAfterS ?? 0) * 1000);
  return {
    state: "open",
    failures,
    cause: code,
    opened_at: breaker.opened_at ?? now,
    probe_at: now + Math.round(wait),
  };
}
