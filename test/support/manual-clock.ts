import type { Clock } from "../../workers/routing/limits.ts";

/** A clock that stands still until it is told to move, and then calls what is due. */
export function manualClock(start = 0): Clock & { advance(ms: number): void } {
  let now = start;
  const timers = new Set<{ at: number; then: () => void }>();
  return {
    now: () => now,
    after: (ms, then) => {
      const timer = { at: now + ms, then };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    advance: (ms) => {
      now += ms;
      for (const timer of [...timers].filter(({ at }) => at <= now)) {
        timers.delete(timer);
        timer.then();
      }
    },
  };
}
