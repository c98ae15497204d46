/**
 * The horizontal pod autoscaler's arithmetic, as pure functions.
 * Facts: Kubernetes, "Horizontal Pod Autoscaling", sections "Algorithm details" and "Configurable scaling behavior",
 * and the controller's `replica_calculator.go` and `horizontal.go`.
 */
import type { Behavior, ScalingRule, Trigger } from "./types.ts";

/** `--horizontal-pod-autoscaler-sync-period` by default. */
export const SYNC_SECONDS = 15;
/** `--horizontal-pod-autoscaler-tolerance` by default. */
export const TOLERANCE = 0.1;

/** The defaults of `behavior`: up by 4 pods or by 100 % in 15 s at once, down by anything after 300 s. */
export const DEFAULT_SCALE_UP: Behavior = {
  stabilizationWindowSeconds: 0,
  policies: [
    { type: "Pods", value: 4, periodSeconds: 15 },
    { type: "Percent", value: 100, periodSeconds: 15 },
  ],
  selectPolicy: "Max",
};
export const DEFAULT_SCALE_DOWN: Behavior = {
  stabilizationWindowSeconds: 300,
  policies: [{ type: "Percent", value: 100, periodSeconds: 15 }],
  selectPolicy: "Max",
};

/**
 * Replicas that one external metric asks for.
 * @param value the metric, summed over its series
 * @param current pods that the Deployment has, ready or not
 * @param ready those of them that are ready
 */
export function wantedBy(trigger: Trigger, value: number, current: number, ready: number): number {
  if (trigger.metricType === "AverageValue") {
    const ratio = value / (trigger.target * current);
    return withinTolerance(ratio) ? current : Math.ceil(value / trigger.target);
  }
  const ratio = value / trigger.target;
  return withinTolerance(ratio) ? current : Math.ceil(ratio * ready);
}

// Written as bounds, as the controller does: 1 - 0.1 and 1 + 0.1 are inside.
const withinTolerance = (ratio: number): boolean => ratio >= 1 - TOLERANCE && ratio <= 1 + TOLERANCE;

/** A change of the replica count that counts against a rule's period. */
export interface ScalingEvent {
  at: number;
  change: number;
}

/** What the controller remembers from sync to sync. */
export interface HpaMemory {
  /** Wanted numbers before stabilisation. */
  recommendations: readonly { at: number; replicas: number }[];
  ups: readonly ScalingEvent[];
  downs: readonly ScalingEvent[];
}

export const emptyMemory = (): HpaMemory => ({ recommendations: [], ups: [], downs: [] });

/**
 * One sync: from wanted to allowed replicas.
 * @param wanted the largest number that any metric asked for
 * @returns the new number and what to remember
 */
export function sync(
  now: number,
  current: number,
  wanted: number,
  bounds: { min: number; max: number },
  behaviors: { up: Behavior; down: Behavior },
  memory: HpaMemory,
): { replicas: number; memory: HpaMemory } {
  const stable = stabilised(now, current, wanted, behaviors, memory.recommendations);
  const limited =
    stable > current
      ? Math.min(stable, Math.max(current, upLimit(now, current, behaviors.up, memory)))
      : stable < current
        ? Math.max(stable, Math.min(current, downLimit(now, current, behaviors.down, memory)))
        : current;
  const replicas = Math.min(bounds.max, Math.max(bounds.min, limited));
  const longest = Math.max(
    behaviors.up.stabilizationWindowSeconds,
    behaviors.down.stabilizationWindowSeconds,
  );
  const recommendations = [
    ...memory.recommendations.filter(({ at }) => at > now - longest),
    { at: now, replicas: wanted },
  ];
  return {
    replicas,
    memory: {
      recommendations,
      ups: withChange(now, replicas - current, behaviors.up, memory.ups),
      downs: withChange(now, current - replicas, behaviors.down, memory.downs),
    },
  };
}

/** Up to the lowest number wanted within the window of scaling up, down to the highest within that of scaling down. */
function stabilised(
  now: number,
  current: number,
  wanted: number,
  { up, down }: { up: Behavior; down: Behavior },
  recommendations: HpaMemory["recommendations"],
): number {
  let lowest = wanted;
  let highest = wanted;
  for (const { at, replicas } of recommendations) {
    if (at > now - up.stabilizationWindowSeconds) lowest = Math.min(lowest, replicas);
    if (at > now - down.stabilizationWindowSeconds) highest = Math.max(highest, replicas);
  }
  return Math.min(highest, Math.max(lowest, current));
}

function upLimit(now: number, current: number, { policies, selectPolicy }: Behavior, memory: HpaMemory) {
  if (selectPolicy === "Disabled") return current;
  const limits = policies.map((rule) => {
    const start = atPeriodStart(now, current, rule, memory);
    return rule.type === "Pods" ? start + rule.value : Math.ceil(start * (1 + rule.value / 100));
  });
  return selectPolicy === "Max" ? Math.max(...limits) : Math.min(...limits);
}

function downLimit(now: number, current: number, { policies, selectPolicy }: Behavior, memory: HpaMemory) {
  if (selectPolicy === "Disabled") return current;
  const limits = policies.map((rule) => {
    const start = atPeriodStart(now, current, rule, memory);
    return rule.type === "Pods" ? start - rule.value : Math.trunc(start * (1 - rule.value / 100));
  });
  // Max means the largest change, which on the way down is the smallest number.
  return selectPolicy === "Max" ? Math.min(...limits) : Math.max(...limits);
}

/** Replicas when the rule's period began: today's without the changes made since. */
function atPeriodStart(now: number, current: number, { periodSeconds }: ScalingRule, memory: HpaMemory) {
  const since = (events: readonly ScalingEvent[]) =>
    events.reduce((sum, { at, change }) => (at > now - periodSeconds ? sum + change : sum), 0);
  return current - since(memory.ups) + since(memory.downs);
}

function withChange(now: number, change: number, { policies }: Behavior, events: readonly ScalingEvent[]) {
  const longest = Math.max(...policies.map(({ periodSeconds }) => periodSeconds));
  const kept = events.filter(({ at }) => at > now - longest);
  return change > 0 ? [...kept, { at: now, change }] : kept;
}
