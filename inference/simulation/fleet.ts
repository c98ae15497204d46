/** Machines and the replicas on them: starting, working, draining, and what that is billed. */
import { Batch, type Finished } from "./batch.ts";
import { stream } from "./random.ts";
import { bill, firstToGo, type Machine, type Replica, serving } from "./replica.ts";
import type { Service } from "./service.ts";
import type { Outcome, Policy, StartProfile } from "./types.ts";

/** The edge hands a replica a quarter more than it can run, so that no slot stands empty between answers. */
const WINDOW = 1.25;

/** The cloud's slowness is drawn anew so often. */
const CLOUD_MOOD_SECONDS = 900;

export interface FleetOptions {
  service: Service;
  prefillShare: number;
  start: StartProfile;
  sleep: Policy["sleep"];
  seed: number;
}

export class Fleet {
  readonly replicas: Replica[] = [];
  readonly spent: Outcome["spent"] = { starting: 0, busy: 0, idle: 0, empty: 0 };
  starts = 0;
  redone = 0;
  private readonly machines: Machine[] = [];
  private readonly window: number;

  constructor(private readonly options: FleetOptions) {
    this.window = Math.ceil(WINDOW * options.service.slots);
  }

  /** Replicas that count as the Deployment's: all but those being taken away. */
  get size(): number {
    let count = 0;
    for (const { state } of this.replicas) if (state !== "draining") count++;
    return count;
  }

  get ready(): number {
    return this.replicas.filter(serving).length;
  }

  get machineCount(): number {
    return this.machines.length;
  }

  /** Replicas that were there, ready, before the trace began. */
  begin(count: number, now: number): void {
    for (let index = 0; index < count; index++) {
      const replica = this.place(this.machine(now), now);
      replica.state = "ready";
      replica.readySince = now;
    }
    this.starts = 0;
  }

  /** Starts or takes away replicas until there are so many; those that work drain first. */
  scaleTo(count: number, now: number): void {
    while (this.size < count) this.place(this.idleMachine(now) ?? this.machine(now), now);
    const surplus = this.replicas
      .filter(({ state }) => state !== "draining")
      .sort(firstToGo)
      .slice(0, Math.max(0, this.size - count));
    for (const replica of surplus) this.drain(replica, now);
  }

  /** The serving replica with the fewest requests that still takes one. */
  taker(): Replica | null {
    let best: Replica | null = null;
    for (const replica of this.replicas) {
      if (replica.state !== "ready" || replica.batch.inFlight >= this.window) continue;
      if (best === null || replica.batch.inFlight < best.batch.inFlight) best = replica;
    }
    return best;
  }

  give(replica: Replica, now: number, resume: number, size: number): void {
    this.bill(replica.machine, now);
    replica.batch.add(now, resume, size);
  }

  /** A request for which no replica had room wakes a sleeping one. */
  wake(now: number): void {
    const asleep = this.replicas.find(({ state }) => state === "asleep");
    if (asleep === undefined || this.options.sleep === undefined) return;
    asleep.state = "waking";
    asleep.until = now + this.options.sleep.wake;
  }

  /** The next moment at which something happens by itself. */
  next(): number {
    let next = Number.POSITIVE_INFINITY;
    for (const replica of this.replicas) next = Math.min(next, replica.batch.nextFinish, this.turn(replica));
    for (const machine of this.machines) {
      if (machine.replica === null) next = Math.min(next, machine.emptySince + this.options.start.nodeIdle);
    }
    return next;
  }

  /** Lets happen what is due now. @returns finished requests, and those that a killed replica gives back */
  step(now: number): { finished: Finished[]; returned: number[] } {
    const finished: Finished[] = [];
    const returned: number[] = [];
    // Backwards, since what is done for goes out of the list.
    for (let index = this.replicas.length - 1; index >= 0; index--) {
      const replica = this.replicas[index]!;
      while (replica.batch.nextFinish <= now) {
        this.bill(replica.machine, now);
        finished.push(replica.batch.finish(now));
        if (replica.batch.inFlight === 0) replica.idleSince = now;
      }
      if (replica.state === "draining" && replica.batch.inFlight === 0) this.remove(replica, now);
      else if (this.turn(replica) <= now) returned.push(...this.change(replica, now));
    }
    for (let index = this.machines.length - 1; index >= 0; index--) {
      const machine = this.machines[index]!;
      if (machine.replica === null && machine.emptySince + this.options.start.nodeIdle <= now) {
        this.bill(machine, now);
        this.machines.splice(index, 1);
      }
    }
    return { finished, returned };
  }

  /** Bills every machine up to now. */
  settle(now: number): void {
    for (const machine of this.machines) this.bill(machine, now);
  }

  /** When the replica changes its state by itself. */
  private turn({ state, until, idleSince, batch }: Replica): number {
    if (state !== "ready") return state === "asleep" ? Number.POSITIVE_INFINITY : until;
    const sleeps = this.options.sleep !== undefined && batch.inFlight === 0;
    return sleeps ? idleSince + this.options.sleep!.after : Number.POSITIVE_INFINITY;
  }

  private change(replica: Replica, now: number): number[] {
    this.bill(replica.machine, now);
    switch (replica.state) {
      case "starting":
        replica.readySince = now;
        replica.idleSince = now;
        replica.state = "ready";
        return [];
      case "waking":
        replica.idleSince = now;
        replica.state = "ready";
        return [];
      case "ready":
        replica.state = "asleep";
        return [];
      case "draining": {
        const unfinished = replica.batch.abort();
        this.redone += unfinished.length;
        this.remove(replica, now);
        return unfinished;
      }
      case "asleep":
        return [];
    }
  }

  private drain(replica: Replica, now: number): void {
    if (replica.batch.inFlight === 0) {
      this.remove(replica, now);
      return;
    }
    this.bill(replica.machine, now);
    replica.state = "draining";
    replica.until = now + this.options.start.grace;
  }

  private remove(replica: Replica, now: number): void {
    this.bill(replica.machine, now);
    replica.machine.replica = null;
    replica.machine.emptySince = now;
    this.replicas.splice(this.replicas.indexOf(replica), 1);
  }

  private idleMachine(now: number): Machine | null {
    const machine = this.machines.find(({ replica }) => replica === null);
    if (machine !== undefined) this.bill(machine, now);
    return machine ?? null;
  }

  private machine(now: number): Machine {
    const machine: Machine = { replica: null, emptySince: Number.NaN, billedTo: now };
    this.machines.push(machine);
    return machine;
  }

  /** A new replica: on a new machine it waits for machine and image, on one that stood empty for neither. */
  private place(machine: Machine, now: number): Replica {
    const { start, service, prefillShare } = this.options;
    const fresh = Number.isNaN(machine.emptySince);
    const until =
      now +
      (fresh ? this.spread(now) * (start.provision + start.imagePull) : 0) +
      start.weights +
      start.engine;
    const replica: Replica = {
      machine,
      state: "starting",
      until,
      readySince: Number.POSITIVE_INFINITY,
      idleSince: now,
      busy: 0,
      batch: new Batch(service, now, prefillShare),
    };
    machine.replica = replica;
    this.replicas.push(replica);
    this.starts++;
    return replica;
  }

  /**
   * How slow the cloud is for the next machine. It depends on the time and on how many there are, not on what a
   * policy did before: two policies that ask for the same machine wait the same.
   */
  private spread(now: number): number {
    const { seed, start } = this.options;
    const luck = stream(seed, `machine ${this.machines.length} at ${Math.floor(now / CLOUD_MOOD_SECONDS)}`);
    return 1 + start.jitter * (2 * luck.uniform() - 1);
  }

  private bill(machine: Machine, now: number): void {
    bill(machine, now, this.spent);
  }
}
