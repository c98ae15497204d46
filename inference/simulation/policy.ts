/**
 * The policy that the manifests carry. Its thresholds come from `npm run gpu:simulate -- --search`; docs/scaling.md
 * shows what they cost and save.
 */
import { CARDS, type CardName } from "./cards.ts";
import { DEFAULT_SCALE_UP } from "./hpa.ts";
import { EVALUATION, fullRate, prefillShare, secondsEach, serviceOf } from "./service.ts";
import type { Card, Policy, WarmHours } from "./types.ts";

/** What the search varies: the same for every card, since queues are counted in seconds of work. */
export interface PolicyChoice {
  /** Seconds of one card's work in the queue for which one card is wanted. */
  backlogSeconds: number;
  /** Outside warm hours the first card waits until the oldest résumé has waited so long, or for a full backlog. */
  patienceSeconds: number;
  /** Cards stay so long after the queue last asked for them. */
  stabilizationSeconds: number;
  /** The last card stays so long after the last activity. */
  cooldownSeconds: number;
  /** Cards kept by the clock; none when empty. */
  warmHours: readonly WarmHours[];
}

export const CHOSEN: PolicyChoice = {
  backlogSeconds: 60,
  patienceSeconds: 1800,
  stabilizationSeconds: 30,
  cooldownSeconds: 60,
  warmHours: [
    // About one résumé in a hundred comes at other hours.
    { from: 7, to: 23, replicas: 1 },
    // No start helps in the first five minutes of a folder, an import or a fair; a second card does.
    { from: 9, to: 14, replicas: 2 },
  ],
};

/** The same policy with its warm hours set so many hours later, or earlier: how wrong may the operator's guess be? */
export function shifted(choice: PolicyChoice, hours: number): PolicyChoice {
  const moved = (hour: number) => (hour + hours + 24) % 24;
  const warmHours = choice.warmHours.map((one) => ({ ...one, from: moved(one.from), to: moved(one.to) }));
  return { ...choice, warmHours };
}

/** As often as a poll costs the edge nothing that counts: one request of a Worker. */
const POLLING_INTERVAL = 5;
export const MAX_REPLICAS = 4;

/** A policy of the chosen form for a card. */
export function policyOf(choice: PolicyChoice, card: Card, maxReplicas: number, name = "chosen"): Policy {
  const service = serviceOf(card, EVALUATION);
  const backlog = Math.max(1, Math.round(choice.backlogSeconds * fullRate(service)));
  const patient = choice.patienceSeconds > 0;
  return {
    name,
    what: describe(choice),
    minReplicas: 0,
    maxReplicas,
    pollingInterval: POLLING_INTERVAL,
    cooldownPeriod: choice.cooldownSeconds,
    triggers: [
      {
        signal: "queue_depth",
        metricType: "AverageValue",
        target: backlog,
        activation: patient ? backlog : 0,
      },
      // A day to a card: it wakes the first one and never asks for a second.
      ...(patient
        ? ([
            {
              signal: "oldest_wait",
              metricType: "AverageValue",
              target: 86_400,
              activation: choice.patienceSeconds,
            },
          ] as const)
        : []),
      ...guards(card),
    ],
    // More than there may be would be cut down to what other hours keep anyway.
    warmHours: choice.warmHours.filter(({ replicas }) => replicas <= maxReplicas),
    scaleUp: DEFAULT_SCALE_UP,
    scaleDown: {
      stabilizationWindowSeconds: choice.stabilizationSeconds,
      policies: [{ type: "Percent", value: 100, periodSeconds: 15 }],
      selectPolicy: "Max",
    },
  };
}

/**
 * Triggers on vLLM's own gauges. The edge keeps a replica's queue short, so they stay silent while only the edge
 * sends and résumés have their usual length: half a batch waiting inside, a cache that is nearly full, first tokens
 * twice as late as in a full batch.
 */
function guards(card: Card): Policy["triggers"] {
  const service = serviceOf(card, EVALUATION);
  const full = secondsEach(service, service.slots);
  const lateToken = full * (prefillShare(card, EVALUATION) + 0.25);
  return [
    {
      signal: "requests_waiting",
      metricType: "AverageValue",
      target: Math.max(2, service.slots / 2),
      activation: 0,
    },
    { signal: "kv_cache_usage", metricType: "AverageValue", target: 0.9, activation: 0 },
    {
      signal: "ttft_p95",
      metricType: "Value",
      target: Math.ceil(2 * lateToken),
      activation: Math.ceil(lateToken),
    },
  ];
}

function describe({
  backlogSeconds,
  patienceSeconds,
  stabilizationSeconds,
  cooldownSeconds,
  warmHours,
}: PolicyChoice) {
  return [
    `a card per ${backlogSeconds} s of work`,
    `kept ${stabilizationSeconds} s`,
    `zero after ${cooldownSeconds} s`,
    warmHours.map(({ replicas, from, to }) => `${replicas} warm ${from}–${to} h`).join(", ") ||
      "no warm hours",
    patienceSeconds > 0 ? `first card after ${patienceSeconds / 60} min` : "first card at once",
  ].join(", ");
}

/** The chosen policy of a card, as the manifests write it. */
export function chosenPolicy(card: CardName, maxReplicas = MAX_REPLICAS): Policy {
  return policyOf(CHOSEN, CARDS[card], maxReplicas);
}
