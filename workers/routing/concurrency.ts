/**
 * How many evaluations of one workspace may run in a pool at once, as values: additive growth while first tokens come
 * in time, multiplicative shrinking when they come late (AIMD; Chiu and Jain, 1989, show that those who share a server
 * this way come to equal shares). What is too much is nobody's setting: it shows in the time to first token, which is
 * where a card that has more than it can take lets people wait.
 */
export interface Limit {
  at_once: number;
  /** False until it has been too much once: until then it doubles (slow start, RFC 5681), then it grows by one. */
  steady: boolean;
  /** Answers since `window_at`, and those of them whose first token was late. */
  samples: number;
  late: number;
  /** When this window began. Answers asked for before it say nothing about this limit. */
  window_at: number;
  updated_at: number;
}

/** As many as the smallest preset runs at once (`--max-num-seqs` of `awq-8gb`). */
export const FIRST_AT_ONCE = 8;
/** Of the hundred that the queue's consumers run together (wrangler.toml: 10 batches of 10), so that none takes all. */
export const MOST_AT_ONCE = 64;
/** Fewer answers than this have no 95th percentile to speak of. */
const LEAST_SAMPLES = 20;
const LATE_SHARE = 0.05;
/** What is kept after too much: CUBIC's factor (RFC 9438, section 4.6). */
const KEPT = 0.7;
/** A limit that was not used for so long says nothing about the cards that run now. */
export const FORGOTTEN_MS = 15 * 60_000;

/** What a workspace begins with. */
export const firstLimit = (now: number): Limit => ({
  at_once: FIRST_AT_ONCE,
  steady: false,
  samples: 0,
  late: 0,
  window_at: now,
  updated_at: now,
});

/** A limit as it stands now: one that was not used for long is begun anew, and never higher than at first. */
export function limitNow(limit: Limit | null, now: number): Limit {
  if (limit === null) return firstLimit(now);
  if (now - limit.updated_at <= FORGOTTEN_MS) return limit;
  return { ...firstLimit(now), at_once: Math.min(limit.at_once, FIRST_AT_ONCE) };
}

/**
 * What becomes of a limit after the answers of its window.
 * @param running evaluations of the workspace in this pool, as seen with the limit: one that nobody reaches for does
 *   not grow
 * @returns null while the window is open: fewer answers than make a percentile, and not yet too many late ones
 */
export function afterWindow(limit: Limit, running: number, now: number): Limit | null {
  const size = Math.max(LEAST_SAMPLES, limit.at_once);
  const next = (at_once: number, steady: boolean): Limit => ({
    ...{ at_once, steady, samples: 0, late: 0 },
    ...{ window_at: now, updated_at: now },
  });
  // So many late ones put the percentile beyond the target whatever the rest of the window brings.
  if (limit.late > size * LATE_SHARE) return next(Math.max(1, Math.floor(limit.at_once * KEPT)), true);
  if (limit.samples < size) return null;
  if (running * 2 < limit.at_once) return next(limit.at_once, limit.steady);
  const grown = limit.steady ? limit.at_once + 1 : limit.at_once * 2;
  return next(Math.min(MOST_AT_ONCE, grown), limit.steady);
}

/**
 * Microseconds for each prompt token that is no waiting but reading: 22.7 s for 200,000 of them on an H100 (2026-11-23),
 * where a token costs most. A long text is not late because it is long.
 */
const READING_US = 114;

/** Whether a first token came late. @param freshTokens of the prompt, those from the prefix cache not counted */
export const isLate = (ttftMs: number, freshTokens: number, targetMs: number): boolean =>
  ttftMs > targetMs + (freshTokens * READING_US) / 1000;
