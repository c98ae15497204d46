/**
 * What KEDA does between zero and one; above one the horizontal pod autoscaler decides.
 * Facts: KEDA, "ScaledObject specification" (pollingInterval, cooldownPeriod, minReplicaCount) and "Scaling
 * Deployments" (activation and scaling phases).
 */
import type { Policy, Trigger, WarmHours } from "./types.ts";

/** KEDA's defaults. */
export const DEFAULT_POLLING_INTERVAL = 30;
export const DEFAULT_COOLDOWN_PERIOD = 300;

/** Whether any trigger is above its activation threshold. */
export function active(
  policy: Pick<Policy, "triggers" | "warmHours">,
  read: (trigger: Trigger) => number,
  now: number,
): boolean {
  return (
    policy.triggers.some((trigger) => read(trigger) > trigger.activation) ||
    policy.warmHours.some((hours) => withinWarmHours(hours, now))
  );
}

/** Whether the clock stands within the hours; a trace starts at midnight. */
export function withinWarmHours({ from, to }: WarmHours, now: number): boolean {
  const hour = (now / 3600) % 24;
  return from <= to ? hour >= from && hour < to : hour >= from || hour < to;
}

/**
 * One poll: to one replica when something is active and there is none; to none when nothing has been active for
 * longer than the cooldown, counted from the last poll that found something active.
 * @returns the new number of replicas and the time of the last active poll
 */
export function poll(
  now: number,
  current: number,
  isActive: boolean,
  lastActive: number | null,
  policy: Pick<Policy, "minReplicas" | "cooldownPeriod">,
): { replicas: number; lastActive: number | null } {
  if (isActive)
    return { replicas: current === 0 ? Math.max(1, policy.minReplicas) : current, lastActive: now };
  const cooled = lastActive === null || lastActive + policy.cooldownPeriod < now;
  return { replicas: policy.minReplicas === 0 && cooled ? 0 : current, lastActive };
}
