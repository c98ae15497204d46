/** Figures of outcomes. */
import type { Card, Outcome } from "./types.ts";

/** What a table shows of a policy on a trace. */
export interface Figures {
  policy: string;
  trace: string;
  arrivals: number;
  /** Seconds from acceptance to evaluation; Infinity where a résumé was never evaluated. */
  p50: number;
  p95: number;
  p99: number;
  max: number;
  mean: number;
  gpuHours: number;
  usdPer1000: number;
  /** Shares of the billed time: a ready card without work, and a card that is still starting or already empty. */
  idle: number;
  startingOrEmpty: number;
  starts: number;
  highest: number;
  neverEvaluated: number;
  redone: number;
}

/**
 * The value below which a share of all arrivals waits: the nearest rank above (Hyndman and Fan, 1996, type 1). What
 * was never evaluated waits for ever.
 * @param waits ascending
 */
export function quantile(waits: Float64Array, arrivals: number, share: number): number {
  const rank = Math.max(1, Math.ceil(share * arrivals));
  return waits[rank - 1] ?? Number.POSITIVE_INFINITY;
}

/** The figures of one run. */
export function figuresOf(outcome: Outcome, usdPerHour: Card["usdPerHour"]): Figures {
  const { waits, arrivals, evaluated, billed, spent } = outcome;
  const at = (share: number) => quantile(waits, arrivals, share);
  const gpuHours = billed / 3600;
  return {
    policy: outcome.policy,
    trace: outcome.trace,
    arrivals,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    max: at(1),
    mean:
      evaluated < arrivals ? Number.POSITIVE_INFINITY : waits.reduce((sum, wait) => sum + wait, 0) / arrivals,
    gpuHours,
    usdPer1000: (1000 * gpuHours * usdPerHour) / arrivals,
    idle: billed === 0 ? 0 : spent.idle / billed,
    startingOrEmpty: billed === 0 ? 0 : (spent.starting + spent.empty) / billed,
    starts: outcome.starts,
    highest: outcome.highest,
    neverEvaluated: arrivals - evaluated,
    redone: outcome.redone,
  };
}

/** The mean of each figure over runs of one policy on one kind of trace with different seeds. */
export function meanFigures(runs: readonly Figures[]): Figures {
  const [first] = runs;
  if (first === undefined) throw new RangeError("no runs");
  const mean = (pick: (figures: Figures) => number) =>
    runs.reduce((sum, figures) => sum + pick(figures), 0) / runs.length;
  return {
    policy: first.policy,
    trace: first.trace,
    arrivals: mean((one) => one.arrivals),
    p50: mean((one) => one.p50),
    p95: mean((one) => one.p95),
    p99: mean((one) => one.p99),
    max: mean((one) => one.max),
    mean: mean((one) => one.mean),
    gpuHours: mean((one) => one.gpuHours),
    usdPer1000: mean((one) => one.usdPer1000),
    idle: mean((one) => one.idle),
    startingOrEmpty: mean((one) => one.startingOrEmpty),
    starts: mean((one) => one.starts),
    highest: Math.max(...runs.map((one) => one.highest)),
    neverEvaluated: mean((one) => one.neverEvaluated),
    redone: mean((one) => one.redone),
  };
}
