/** A replica and the machine that it stands on: what it is billed for, and which one goes first. */
import type { Batch } from "./batch.ts";
import type { Outcome } from "./types.ts";

export interface Machine {
  /** Null on an empty machine. */
  replica: Replica | null;
  /** NaN on one that has never had a replica. */
  emptySince: number;
  billedTo: number;
}

export interface Replica {
  machine: Machine;
  state: "starting" | "ready" | "asleep" | "waking" | "draining";
  /** When the state's own time is over: ready, awake, or killed. */
  until: number;
  readySince: number;
  idleSince: number;
  /** Seconds with a request running, for the utilisation gauge. */
  busy: number;
  batch: Batch;
}

/** Pods that answer `/health` and are not on their way out. */
export const serving = ({ state }: Replica): boolean => state === "ready" || state === "asleep";

/** ReplicaSets take unready pods first, then those that have been ready for the shortest time. */
export function firstToGo(a: Replica, b: Replica): number {
  const readiness = Number(serving(a)) - Number(serving(b));
  if (readiness !== 0 || a.readySince === b.readySince) return readiness;
  return b.readySince - a.readySince;
}

/** Adds the time since the last bill to what the machine was used for. */
export function bill(machine: Machine, now: number, spent: Outcome["spent"]): void {
  const seconds = now - machine.billedTo;
  machine.billedTo = now;
  const { replica } = machine;
  if (replica === null) spent.empty += seconds;
  else if (replica.state === "starting") spent.starting += seconds;
  else if (replica.batch.inFlight === 0) spent.idle += seconds;
  else {
    spent.busy += seconds;
    replica.busy += seconds;
  }
}
