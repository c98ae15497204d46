/** The policies that the chosen one stands beside, each with the settings that its documentation or makers suggest. */
import { DEFAULT_SCALE_DOWN, DEFAULT_SCALE_UP } from "./hpa.ts";
import { DEFAULT_COOLDOWN_PERIOD, DEFAULT_POLLING_INTERVAL } from "./keda.ts";
import { fullRate, type Service } from "./service.ts";
import type { Policy } from "./types.ts";

/** What KEDA and Kubernetes do when nothing is said. */
const DEFAULTS = {
  minReplicas: 0,
  pollingInterval: DEFAULT_POLLING_INTERVAL,
  cooldownPeriod: DEFAULT_COOLDOWN_PERIOD,
  triggers: [],
  warmHours: [],
  scaleUp: DEFAULT_SCALE_UP,
  scaleDown: DEFAULT_SCALE_DOWN,
} as const;

function alwaysOn(count: number): Policy {
  return {
    ...DEFAULTS,
    name: `always on, ${count}`,
    what: `${count === 1 ? "one card" : `${count} cards`} all day and night`,
    minReplicas: count,
    maxReplicas: count,
  };
}

/** Policies that an operator might well run. */
export function naivePolicies(service: Service, maxReplicas: number): Policy[] {
  return [
    alwaysOn(1),
    {
      ...DEFAULTS,
      name: "GPU utilisation",
      what: "HPA on DCGM's GPU utilisation, target 80 %, never below one",
      minReplicas: 1,
      maxReplicas,
      triggers: [{ signal: "gpu_utilisation", metricType: "Value", target: 80, activation: 0 }],
    },
    {
      ...DEFAULTS,
      name: "queue, defaults",
      what: "the edge's queue, a full batch a card, KEDA's and Kubernetes' defaults",
      maxReplicas,
      triggers: [{ signal: "queue_depth", metricType: "AverageValue", target: service.slots, activation: 0 }],
    },
    {
      ...DEFAULTS,
      name: "vLLM waiting",
      what: "num_requests_waiting alone, 5 a card, never below one",
      minReplicas: 1,
      maxReplicas,
      triggers: [{ signal: "requests_waiting", metricType: "AverageValue", target: 5, activation: 0 }],
    },
    {
      ...DEFAULTS,
      name: "vLLM waiting, from 0",
      what: "the same with scale to zero: nobody waits inside a server that is not there",
      maxReplicas,
      triggers: [{ signal: "requests_waiting", metricType: "AverageValue", target: 5, activation: 0 }],
    },
  ];
}

/** What bounds every policy: none waits less than all cards always on, hardly any costs less than one on demand. */
export function boundPolicies(service: Service, maxReplicas: number): Policy[] {
  return [
    alwaysOn(maxReplicas),
    {
      ...DEFAULTS,
      name: "one on demand",
      what: "at most one card, gone a minute after the last résumé",
      maxReplicas: 1,
      pollingInterval: 15,
      cooldownPeriod: 60,
      triggers: [
        {
          signal: "queue_depth",
          metricType: "AverageValue",
          target: Math.ceil(60 * fullRate(service)),
          activation: 0,
        },
      ],
    },
  ];
}

/**
 * The chosen policy with one thing changed. Sleep mode (level 1) keeps process and card and moves the weights to main
 * memory; waking takes 0.1 to 6 s (vLLM, "Zero-Reload Model Switching with vLLM Sleep Mode", 2025-10-26).
 */
export function variants(chosen: Policy): Policy[] {
  const always = { ...chosen, warmHours: [] };
  return [
    { ...always, name: "chosen, no warm hours", what: "the same without its warm card" },
    {
      ...always,
      name: "chosen, asleep",
      what: "the last card sleeps in place of going away, and stays billed",
      minReplicas: 1,
      sleep: { after: chosen.cooldownPeriod, wake: 3 },
    },
  ];
}
