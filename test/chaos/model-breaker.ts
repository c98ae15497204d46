/** Did the breaker do what docs/decisions/0005-the-breaker-is-a-row.md says? */
import { FAILURES_TO_OPEN } from "../../workers/routing/breaker.ts";
import type { Attempt } from "./model-attempts.ts";
import type { TierEvent } from "./tier-log.ts";

/** The breaker in one state, from one row until the next one with another. */
export interface Stretch {
  state: string;
  /** Place in the database's order, and time. */
  seq: number;
  at: number;
  /** When it ended; infinity for the last. */
  until: number;
  failures: number;
  cause: string | null;
}

/** @throws Error when there is more than one breaker: the run has one server, so no request could be ascribed. */
export function stretchesOf(tier: readonly TierEvent[]): Stretch[] {
  const names = new Set(tier.flatMap(({ kind, name }) => (kind === "tier" ? [name] : [])));
  if (names.size > 1) throw new Error(`one server has ${names.size} breakers: ${[...names].join(", ")}`);
  const stretches: Stretch[] = [];
  for (const event of tier) {
    if (event.kind !== "tier") continue;
    const last = stretches.at(-1);
    if (last?.state === event.state) continue;
    if (last !== undefined) last.until = event.at;
    const { state, seq, at, failures, cause } = event;
    stretches.push({ state, seq, at, until: Number.POSITIVE_INFINITY, failures, cause });
  }
  return stretches;
}

/** Before the first row it counts as closed. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  closed: ["open"],
  open: ["half_open"],
  half_open: ["closed", "open"],
};

export function breakerFaults(stretches: readonly Stretch[], attempts: readonly Attempt[]): string[] {
  const faults: string[] = [];
  let openedAt: Stretch | null = null;
  for (const [index, stretch] of stretches.entries()) {
    const before = stretches[index - 1]?.state ?? "closed";
    if (stretch.state !== before && !ALLOWED[before]?.includes(stretch.state)) {
      faults.push(`the breaker went from ${before} to ${stretch.state}`);
    }
    if (stretch.state === "closed") continue;
    if (stretch.state === "open") {
      openedAt = stretch;
      if (stretch.failures < FAILURES_TO_OPEN) {
        faults.push(`the breaker opened after ${stretch.failures} failures`);
      }
    }
    // Whoever holds a claim from before may still be asking: that request was let through in time.
    const since = openedAt?.seq ?? stretch.seq;
    const came = attempts.filter(
      ({ claim, began }) => (claim?.seq ?? 0) > since && began >= stretch.at && began < stretch.until,
    ).length;
    const may = stretch.state === "half_open" ? 1 : 0;
    if (came > may) faults.push(`${came} evaluations asked a breaker that was ${stretch.state}`);
  }
  if (stretches.some(({ state }) => state === "open") && stretches.at(-1)?.state !== "closed") {
    faults.push("the breaker did not close when the tier was well again");
  }
  return faults;
}

/** How often it opened out of being closed, and closed again. */
export function breakerCounts(stretches: readonly Stretch[]): { opened: number; closed: number } {
  const opened = stretches.filter(
    ({ state }, index) => state === "open" && (stretches[index - 1]?.state ?? "closed") === "closed",
  ).length;
  const closed = stretches.filter(
    ({ state }, index) => state === "closed" && (stretches[index - 1]?.state ?? "closed") !== "closed",
  ).length;
  return { opened, closed };
}
