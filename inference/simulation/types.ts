/** Shapes of the simulation. Times are seconds from the trace's start, unless a name says otherwise. */

/** One résumé handed in. */
export interface Arrival {
  at: number;
  /** Its work next to that of the measured résumé of 2,500 tokens: 1 is the same, 2 is twice as long. */
  size: number;
}

export interface Trace {
  name: string;
  /** One line for a reader. */
  what: string;
  /** What always-on cards are billed for, however early the last résumé is done. */
  horizon: number;
  arrivals: readonly Arrival[];
}

/** How sure a figure is: taken on a card, computed from such figures and data sheets, or set by us. */
export type Provenance = "measured" | "derived" | "assumed";

/** What one card does with résumés in the judge's form. */
export interface Card {
  name: string;
  what: string;
  /** Fresh prompt tokens a second when the card does nothing else. */
  prefillTokensPerSecond: number;
  /** One decoding step with one request in the batch. */
  stepSeconds: number;
  /** What one more output token costs in a full batch. */
  tokenSeconds: number;
  /** Requests that the KV cache and `--max-num-seqs` let run together. */
  slots: number;
  /** Tokens that the KV cache holds. */
  kvTokens: number;
  usdPerHour: number;
  provenance: Provenance;
  source: string;
  priceSource: string;
}

/** From a wanted replica to a ready one, and what happens to the machine afterwards. */
export interface StartProfile {
  name: string;
  what: string;
  /** The cloud makes a machine; nothing when one of ours is idle. */
  provision: number;
  /** The image's way to a new machine; an idle one has it. */
  imagePull: number;
  weights: number;
  /** vLLM itself: imports, compiling (or its cache), graphs, warm-up. */
  engine: number;
  /** Spread of provisioning and pulling: 0.2 means up to a fifth more or less. */
  jitter: number;
  /** An empty machine is kept, and billed, for as long before it is given back. */
  nodeIdle: number;
  /** `terminationGracePeriodSeconds`: what a replica that is taken away may use to finish. */
  grace: number;
  provenance: Provenance;
}

/** What a trigger looks at. */
export type Signal =
  /** Accepted and not yet evaluated, as the edge counts it: live. */
  | "queue_depth"
  /** Age in seconds of the oldest that is accepted and not yet evaluated, as the edge tells it: live. */
  | "oldest_wait"
  /** Sum of `vllm:num_requests_waiting`, as last scraped. */
  | "requests_waiting"
  /** Sum of `vllm:kv_cache_usage_perc`, as last scraped. */
  | "kv_cache_usage"
  /** 95th percentile of `vllm:time_to_first_token_seconds` over two minutes, as last scraped. */
  | "ttft_p95"
  /** Mean share of time with a kernel running, 0 to 100 (DCGM's GPU utilisation), as last scraped. */
  | "gpu_utilisation";

export interface Trigger {
  signal: Signal;
  /** Kubernetes: AverageValue divides by replicas, Value does not. */
  metricType: "AverageValue" | "Value";
  target: number;
  /** KEDA: the trigger is active above, not at, this value. */
  activation: number;
}

/** KEDA's cron scaler: wants a number of replicas between two hours of the day. */
export interface WarmHours {
  from: number;
  to: number;
  replicas: number;
}

export interface ScalingRule {
  type: "Pods" | "Percent";
  value: number;
  periodSeconds: number;
}

/** One direction of `behavior` in an HPA. */
export interface Behavior {
  stabilizationWindowSeconds: number;
  policies: readonly ScalingRule[];
  selectPolicy: "Max" | "Min" | "Disabled";
}

export interface Policy {
  name: string;
  what: string;
  minReplicas: number;
  maxReplicas: number;
  pollingInterval: number;
  cooldownPeriod: number;
  triggers: readonly Trigger[];
  /** Any number of windows; where they overlap, the largest number counts. */
  warmHours: readonly WarmHours[];
  scaleUp: Behavior;
  scaleDown: Behavior;
  /** vLLM's sleep mode: an idle replica sleeps after so long; it keeps its card. */
  sleep?: { after: number; wake: number } | undefined;
}

/** Everything that a run depends on: the same values give the same outcome. */
export interface Scenario {
  trace: Trace;
  policy: Policy;
  card: Card;
  start: StartProfile;
  seed: number;
}

/** State every so often, for the chart. */
export interface Sample {
  at: number;
  depth: number;
  /** Replicas wanted, and those ready to work. */
  wanted: number;
  ready: number;
  /** Longest wait among the résumés evaluated since the last sample; null when there were none. */
  wait: number | null;
}

export interface Outcome {
  policy: string;
  trace: string;
  arrivals: number;
  evaluated: number;
  /** Seconds from acceptance to evaluation, ascending. */
  waits: Float64Array;
  /** GPU seconds billed, and how they were spent: starting, with work, ready without work, machine kept empty. */
  billed: number;
  spent: { starting: number; busy: number; idle: number; empty: number };
  starts: number;
  /** Requests that a replica's end broke off and another replica did again. */
  redone: number;
  highest: number;
  samples: readonly Sample[];
}
