/** Replays a trace against a policy: a discrete-event simulation of edge queue, autoscalers and GPU replicas. */
import { Fleet } from "./fleet.ts";
import { emptyMemory, type HpaMemory, SYNC_SECONDS, sync, wantedBy } from "./hpa.ts";
import { active, poll, withinWarmHours } from "./keda.ts";
import { stream } from "./random.ts";
import { EVALUATION, KV_TOKENS_EACH, prefillShare, serviceOf } from "./service.ts";
import { Gauges, SCRAPE_SECONDS } from "./signals.ts";
import type { Outcome, Policy, Sample, Scenario, Trigger } from "./types.ts";

/** A policy that has not evaluated everything so long after the trace's end never will. */
const PATIENCE = 24 * 3600;

/**
 * One run.
 * @param sampleEvery seconds between the points of the chart
 */
export function simulate(scenario: Scenario, sampleEvery = 60): Outcome {
  const run = new Run(scenario, sampleEvery);
  return run.toEnd();
}

class Run {
  private now = 0;
  private readonly fleet: Fleet;
  private readonly gauges: Gauges;
  private readonly due: { poll: number; sync: number; scrape: number; sample: number };
  private memory: HpaMemory = emptyMemory();
  private lastActive: number | null = null;
  /** The next résumé of the trace, and the next that no replica has had. */
  private arrived = 0;
  private handedOut = 0;
  /** Given back by killed replicas, to go first. */
  private readonly returned: number[] = [];
  private readonly waits: Float64Array;
  private evaluated = 0;
  private readonly done: Uint8Array;
  /** All before this place in the trace are evaluated. */
  private oldest = 0;
  private highest = 0;
  private readonly samples: Sample[] = [];
  private longest: number | null = null;

  constructor(
    private readonly scenario: Scenario,
    private readonly sampleEvery: number,
  ) {
    const { trace, policy, card, start, seed } = scenario;
    const service = serviceOf(card, EVALUATION);
    this.fleet = new Fleet({
      service,
      prefillShare: prefillShare(card, EVALUATION),
      start,
      sleep: policy.sleep,
      seed,
    });
    this.fleet.begin(policy.minReplicas, 0);
    this.gauges = new Gauges(KV_TOKENS_EACH / card.kvTokens);
    this.waits = new Float64Array(trace.arrivals.length);
    this.done = new Uint8Array(trace.arrivals.length);
    // The loops of KEDA, the controller and Prometheus know nothing of each other or of the trace.
    const phase = stream(seed, "phases");
    this.due = {
      poll: policy.pollingInterval * phase.uniform(),
      sync: SYNC_SECONDS * phase.uniform(),
      scrape: SCRAPE_SECONDS * phase.uniform(),
      sample: 0,
    };
  }

  /** Accepted and not yet evaluated. */
  private get depth(): number {
    return this.arrived - this.evaluated;
  }

  /** Age of the oldest that is accepted and not yet evaluated. */
  private get oldestWait(): number {
    while (this.done[this.oldest] === 1) this.oldest++;
    return this.oldest < this.arrived ? this.now - this.scenario.trace.arrivals[this.oldest]!.at : 0;
  }

  toEnd(): Outcome {
    const { trace, policy } = this.scenario;
    while (!this.over()) {
      this.now = this.next();
      this.arrive();
      const { finished, returned } = this.fleet.step(this.now);
      for (const { resume, ttft } of finished) this.evaluate(resume, ttft);
      this.returned.push(...returned);
      this.observe();
      this.scale();
      this.handOut();
    }
    this.fleet.settle(this.now);
    const { spent, starts, redone } = this.fleet;
    return {
      policy: policy.name,
      trace: trace.name,
      arrivals: trace.arrivals.length,
      evaluated: this.evaluated,
      waits: this.waits.subarray(0, this.evaluated).sort(),
      billed: spent.starting + spent.busy + spent.idle + spent.empty,
      spent: { ...spent },
      starts,
      redone,
      highest: this.highest,
      samples: this.samples,
    };
  }

  /** Over when the trace's time is, all are evaluated, and the cards that the policy gives back are back. */
  private over(): boolean {
    const { trace, policy } = this.scenario;
    if (this.now < trace.horizon) return false;
    if (this.now >= trace.horizon + PATIENCE) return true;
    return (
      this.evaluated === trace.arrivals.length &&
      this.fleet.size <= policy.minReplicas &&
      this.fleet.machineCount <= policy.minReplicas
    );
  }

  private next(): number {
    const { trace } = this.scenario;
    const { poll, sync, scrape, sample } = this.due;
    const arrival = trace.arrivals[this.arrived]?.at ?? Number.POSITIVE_INFINITY;
    const horizon = this.now < trace.horizon ? trace.horizon : Number.POSITIVE_INFINITY;
    return Math.max(this.now, Math.min(arrival, poll, sync, scrape, sample, horizon, this.fleet.next()));
  }

  /** Warm hours end with the trace: the day after is not part of it. */
  private get hours(): Pick<Policy, "warmHours"> {
    const { policy, trace } = this.scenario;
    return { warmHours: this.now < trace.horizon ? policy.warmHours : [] };
  }

  private arrive(): void {
    const { arrivals } = this.scenario.trace;
    while (this.arrived < arrivals.length && arrivals[this.arrived]!.at <= this.now) this.arrived++;
  }

  private evaluate(resume: number, ttft: number): void {
    if (this.done[resume] === 1) throw new Error(`résumé ${resume} was evaluated twice`);
    this.done[resume] = 1;
    const wait = this.now - this.scenario.trace.arrivals[resume]!.at;
    this.waits[this.evaluated++] = wait;
    this.longest = Math.max(this.longest ?? 0, wait);
    this.gauges.observeFirstToken(ttft);
  }

  private observe(): void {
    if (this.due.scrape <= this.now) {
      this.fleet.settle(this.now);
      this.gauges.scrape(this.fleet);
      this.due.scrape += SCRAPE_SECONDS;
    }
    if (this.due.sample <= this.now) {
      const { size, ready } = this.fleet;
      this.samples.push({ at: this.now, depth: this.depth, wanted: size, ready, wait: this.longest });
      this.longest = null;
      this.due.sample += this.sampleEvery;
    }
  }

  /** KEDA's poll and the controller's sync, each when its time has come. */
  private scale(): void {
    const { policy } = this.scenario;
    if (this.due.poll > this.now && this.due.sync > this.now) return;
    const edge = { queue_depth: this.depth, oldest_wait: this.oldestWait };
    const read = ({ signal }: Trigger) => this.gauges.read(signal, edge);
    if (this.due.poll <= this.now) {
      this.due.poll += policy.pollingInterval;
      const isActive = active({ ...policy, ...this.hours }, read, this.now);
      const after = poll(this.now, this.fleet.size, isActive, this.lastActive, policy);
      this.lastActive = after.lastActive;
      this.fleet.scaleTo(after.replicas, this.now);
    }
    if (this.due.sync <= this.now) {
      this.due.sync += SYNC_SECONDS;
      const current = this.fleet.size;
      // With none, or without triggers, the controller has nothing to do.
      if (current > 0 && policy.triggers.length > 0)
        this.fleet.scaleTo(this.controlled(current, read), this.now);
    }
    this.highest = Math.max(this.highest, this.fleet.size);
  }

  private controlled(current: number, read: (trigger: Trigger) => number): number {
    const { policy } = this.scenario;
    const { ready } = this.fleet;
    const wanted = policy.triggers.map((trigger) => wantedBy(trigger, read(trigger), current, ready));
    for (const hours of this.hours.warmHours)
      if (withinWarmHours(hours, this.now)) wanted.push(hours.replicas);
    const bounds = { min: Math.max(1, policy.minReplicas), max: policy.maxReplicas };
    const behaviors = { up: policy.scaleUp, down: policy.scaleDown };
    const after = sync(this.now, current, Math.max(...wanted), bounds, behaviors, this.memory);
    this.memory = after.memory;
    return after.replicas;
  }

  private handOut(): void {
    const { arrivals } = this.scenario.trace;
    while (this.returned.length > 0 || this.handedOut < this.arrived) {
      const replica = this.fleet.taker();
      if (replica === null) {
        this.fleet.wake(this.now);
        return;
      }
      const resume = this.returned.shift() ?? this.handedOut++;
      this.fleet.give(replica, this.now, resume, arrivals[resume]!.size);
    }
  }
}
