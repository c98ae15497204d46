/** Looks through a grid of policies for those that no other beats on both waiting and cost. */
import { compare, runEach, type Setting } from "./compare.ts";
import { type Figures, meanFigures } from "./outcome.ts";
import { type PolicyChoice, policyOf } from "./policy.ts";
import type { Policy, WarmHours } from "./types.ts";

/** One card through the day, and a second one in the hours in which folders and imports come. */
const day = (from: number, to: number, busy?: readonly [number, number]): WarmHours[] => [
  { from, to, replicas: 1 },
  ...(busy === undefined ? [] : [{ from: busy[0], to: busy[1], replicas: 2 }]),
];

/** On all traces but one, the 99th percentile of waiting stays below this: a quiet night may be the one. */
const TAIL_SECONDS = 600;

/** What the manifests' thresholds were chosen from. */
export const GRID = {
  backlogSeconds: [3, 30, 60],
  stabilizationSeconds: [30],
  patienceSeconds: [1200, 1800],
  cooldownSeconds: [60],
  warmHours: [day(6, 24), day(8, 21, [9, 15]), day(7, 23, [9, 13]), day(7, 23, [9, 14])],
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
  /** Traces on which the 99th percentile of waiting is too long. */
  longTails: number;
  /** Wins counted seed by seed, against every naive policy on every trace. */
  seedWins: number;
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
  const rivals = settings.map((setting) => naive.map((policy) => runEach(policy, setting)));
  return options.map((choice) => {
    const runs = settings.map((setting) => runEach(policyOf(choice, setting.card, maxReplicas), setting));
    const figures = runs.map(meanFigures);
    const won = naive.map(
      (_, rival) =>
        figures.filter((one, trace) => compare(one, meanFigures(rivals[trace]![rival]!)).beats).length,
    );
    const seedWins = naive.map((_, rival) =>
      runs.map(
        (seeds, trace) =>
          seeds.filter((one, seed) => compare(one, rivals[trace]![rival]![seed]!).beats).length,
      ),
    );
    return {
      choice,
      figures,
      wait: geometricMean(figures.map(({ p95 }) => p95)),
      hours: geometricMean(figures.map(({ gpuHours }) => gpuHours)),
      beats: won.reduce((sum, count) => sum + count, 0),
      rivalsBeaten: won.filter((count) => count >= settings.length - 1).length,
      longTails: figures.filter(({ p99 }) => p99 > TAIL_SECONDS).length,
      seedWins: seedWins.flat().reduce((sum, count) => sum + count, 0),
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
 * The rule of choice: no long tail but on one trace; then the most naive policies beaten on all traces but one, then
 * the most pairs of policy and trace; among equals, the one that wins on the most seeds, since a mean may be won by one.
 */
export function choose(candidates: readonly Candidate[]): Candidate {
  const [best] = [...candidates].sort(
    (a, b) =>
      Math.max(1, a.longTails) - Math.max(1, b.longTails) ||
      b.rivalsBeaten - a.rivalsBeaten ||
      b.beats - a.beats ||
      b.seedWins - a.seedWins,
  );
  if (best === undefined) throw new RangeError("no candidates");
  return best;
}

function geometricMean(values: readonly number[]): number {
  return Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);
}
