/** What can happen between the edge and a model, and in which order a seed has it happen. */
import { type Random, sample } from "./random.ts";

export const MODEL_FAULTS = [
  "reset_before_headers", // the connection breaks before a word of the answer
  "reset_mid_stream", // … and after some of it
  "stall_mid_stream", // the stream stays open and says no more, as vLLM's does when it is told to stop
  "unavailable", // 503, for a period
  "no_route", // 404, as a router answers after its restart while it knows no replica
  "half_frame", // half of a frame's JSON
  "blanks", // blanks without end
  "rate_limited", // 429 with Retry-After
  "error_in_stream", // an error object in a stream that began with 200
] as const;
export type ModelFault = (typeof MODEL_FAULTS)[number];

/** Faults that need an answer of several tokens, since they come between two of them. */
const MID_STREAM: ReadonlySet<ModelFault> = new Set([
  "reset_mid_stream",
  "stall_mid_stream",
  "half_frame",
  "blanks",
  "error_in_stream",
]);

/** An answer that may be this long, in tokens, has a middle; a support check's single word has none. */
const HAS_A_MIDDLE = 8;

/** Whether a fault can show itself in the answer to a request. */
export const fits = (fault: ModelFault, maxTokens: number): boolean =>
  !MID_STREAM.has(fault) || maxTokens >= HAS_A_MIDDLE;

/** A stretch of the schedule. It ends by what it has done; time is only its least and its most. */
export interface Phase {
  /** Null lets everything pass. */
  fault: ModelFault | null;
  /** Evaluations of which it has to meet a request, or let one pass. */
  evaluations: number;
  /** Milliseconds that it lasts in any case. */
  atLeastMs: number;
  /** Milliseconds after which it ends in any case: nobody may be asking. */
  atMostMs: number;
}

export interface ScheduleSize {
  /** How often each fault has its turn. */
  turns: number;
  /** Evaluations that a turn meets: from, to. */
  strikes: readonly [number, number];
  /** Evaluations between two turns: from, to. */
  calm: readonly [number, number];
  /** How long the tier answers 503, milliseconds. */
  unavailableMs: number;
  /** How long a turn or a calm waits for somebody to ask, milliseconds. */
  patienceMs: number;
}

/** Three failures in a row open the breaker; the fourth is its probe's. */
const PERIOD_STRIKES = 4;

/** Every fault in a seeded order, each turn after a calm; after the last turn everything passes. */
export function schedule(random: Random, size: ScheduleSize): Phase[] {
  const between = ([from, to]: readonly [number, number]) => from + Math.floor(random() * (to - from + 1));
  const { patienceMs } = size;
  const turn = (fault: ModelFault): Phase =>
    fault === "unavailable"
      ? {
          fault,
          evaluations: PERIOD_STRIKES,
          atLeastMs: size.unavailableMs,
          atMostMs: size.unavailableMs + patienceMs,
        }
      : { fault, evaluations: between(size.strikes), atLeastMs: 0, atMostMs: patienceMs };
  return Array.from({ length: size.turns }, () => sample(random, MODEL_FAULTS, MODEL_FAULTS.length))
    .flat()
    .flatMap((fault): Phase[] => [
      { fault: null, evaluations: between(size.calm), atLeastMs: 0, atMostMs: patienceMs },
      turn(fault),
    ]);
}

/**
 * A schedule that so many applications can feed: the calms together let fewer evaluations through than there are
 * applications, so that somebody is still asking when the last fault has its turn.
 */
export function scheduleFor(random: Random, applications: number, unavailableMs: number): Phase[] {
  const turns = Math.max(1, Math.round(applications / (3 * MODEL_FAULTS.length)));
  const most = Math.max(1, Math.floor(applications / (turns * MODEL_FAULTS.length)));
  const strikes = turns === 1 ? ([1, 1] as const) : ([1, 4] as const);
  return schedule(random, { turns, strikes, calm: [1, most], unavailableMs, patienceMs: 60_000 });
}
