/** Looks through a grid of policies for those that no other beats on both waiting and cost. */
import { compare, run, type Setting } from "./compare.ts";
import type { Figures } from "./outcome.ts";
import { type PolicyChoice, policyOf } from "./policy.ts";
import type { Policy } from "./types.ts";

/** What the manifests' thresholds were chosen from. */
export const GRID = {
  backlogSeconds: [3, 10, 60],
  stabilizationSeconds: [30, 120, 600],
  patienceSeconds: [0, 1200, 3600],
  cooldownSeconds: [60],
  warmHours: [null, { from: 8, to: 22, replicas: 1 }, { from: 6, to: 24, replicas: 1 }],
} as const;

export interface Candidate {
  choice: PolicyChoice;
  /** By trace. */
  figures: readonly Figures[];
  /** Geometric means over the traces: p95 of waiting in seconds, GPU hours. */
  wait: number;
  hours: number;
  /** Pairs of a naive policy and a trace that it beats on both. */
  beats: number;
  /** Naive policies that it beats on both on all traces but one. */
  rivalsBeaten: number;
}

/** Every combination of the grid. */
export function choices(
  grid: {
    readonly [Key in keyof PolicyChoice]: readonly PolicyChoice[Key][];
  },
): PolicyChoice[] {
  return grid.backlogSeconds.flatMap((backlogSeconds) =>
    grid.stabilizationSeconds.flatMap((stabilizationSeconds) =>
      grid.patienceSeconds.flatMap((patienceSeconds) =>
        grid.cooldownSeconds.flatMap((cooldownSeconds) =>
          grid.warmHours.map((warmHours) => ({
            backlogSeconds,
            stabilizationSeconds,
            patienceSeconds,
            cooldownSeconds,
            warmHours,
          })),
        ),
      ),
    ),
  );
}

/** Runs each choice on each setting (one a kind of trace) beside the naive policies. */
export function search(
  options: readonly PolicyChoice[],
  settings: readonly Setting[],
  naive: readonly Policy[],
  maxReplicas: number,
): Candidate[] {
  const rivals = settings.map((setting) => naive.map((policy) => run(policy, setting)));
  return options.map((choice) => {
    const figures = settings.map((setting) => run(policyOf(choice, setting.card, maxReplicas), setting));
    const won = naive.map(
      (_, rival) => figures.filter((one, trace) => compare(one, rivals[trace]![rival]!).beats).length,
    );
    return {
      choice,
      figures,
      wait: geometricMean(figures.map(({ p95 }) => p95)),
      hours: geometricMean(figures.map(({ gpuHours }) => gpuHours)),
      beats: won.reduce((sum, count) => sum + count, 0),
      rivalsBeaten: won.filter((count) => count >= settings.length - 1).length,
    };
  });
}

/** Those that no other candidate equals or betters on both waiting and cost, the fastest first. */
export function paretoFront<Point extends { wait: number; hours: number }>(
  candidates: readonly Point[],
): Point[] {
  const ordered = [...candidates].sort((a, b) => a.wait - b.wait || a.hours - b.hours);
  let cheapest = Number.POSITIVE_INFINITY;
  return ordered.filter(({ hours }) => {
    if (hours >= cheapest) return false;
    cheapest = hours;
    return true;
  });
}

/**
 * The rule of choice: the most naive policies beaten on all traces but one, then the most pairs of policy and trace;
 * among equals, the least waiting × cost.
 */
export function choose(candidates: readonly Candidate[]): Candidate {
  const [best] = [...candidates].sort(
    (a, b) => b.rivalsBeaten - a.rivalsBeaten || b.beats - a.beats || a.wait * a.hours - b.wait * b.hours,
  );
  if (best === undefined) throw new RangeError("no candidates");
  return best;
}

function geometricMean(values: readonly number[]): number {
  return Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);
}
