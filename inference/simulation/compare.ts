/** Policies side by side: runs over seeds, and who beats whom. */
import { type Figures, figuresOf, meanFigures } from "./outcome.ts";
import { simulate } from "./simulate.ts";
import type { Card, Policy, StartProfile, Trace } from "./types.ts";

/** Everything that is the same for the policies compared. */
export interface Setting {
  card: Card;
  start: StartProfile;
  /** One trace a seed, of one kind. */
  runs: readonly { seed: number; trace: Trace }[];
}

/** No chart is drawn of these runs. */
const NO_SAMPLES = Number.POSITIVE_INFINITY;

/** The figures of a policy, seed by seed of a setting. */
export function runEach(policy: Policy, { card, start, runs }: Setting): Figures[] {
  return runs.map(({ seed, trace }) =>
    figuresOf(simulate({ trace, policy, card, start, seed }, NO_SAMPLES), card.usdPerHour),
  );
}

/** The mean figures of a policy over the seeds of a setting. */
export const run = (policy: Policy, setting: Setting): Figures => meanFigures(runEach(policy, setting));

/** A policy's change against another, as a share: -0.2 is a fifth less. */
export interface Comparison {
  against: string;
  trace: string;
  /** 95th percentile of the waiting times. */
  wait: number;
  cost: number;
  beats: boolean;
}

/**
 * Compares on the two figures that decide: the 95th percentile of waiting, and GPU hours. A policy that leaves
 * résumés without evaluation is beaten by one that does not, whatever it costs.
 */
export function compare(one: Figures, other: Figures): Comparison {
  const wait = change(one.p95, other.p95);
  const cost = change(one.gpuHours, other.gpuHours);
  const fails = other.neverEvaluated > 0 && one.neverEvaluated === 0;
  return { against: other.policy, trace: one.trace, wait, cost, beats: fails || (wait < 0 && cost < 0) };
}

function change(one: number, other: number): number {
  if (one === other) return 0;
  if (!Number.isFinite(other)) return -1;
  return other === 0 ? Number.POSITIVE_INFINITY : one / other - 1;
}
