/** The triggers of an overlay's ScaledObject: the simulated policy in KEDA's words. */
import type { Preset } from "../../presets/preset.ts";
import { chosenPolicy } from "../../simulation/policy.ts";
import type { Policy, Signal, Trigger, WarmHours } from "../../simulation/types.ts";
import { gauge, percentile95 } from "../queries.ts";
import type { Overlay } from "./catalogue.ts";

const EDGE = "https://candor.example.com/internal/queue-depth";
const PROMETHEUS = "http://prometheus.monitoring.svc:9090";

/** A trigger with the comment that stands above it. */
export interface Written {
  comment: string;
  type: "metrics-api" | "prometheus" | "cron";
  name: string;
  metricType: "AverageValue" | "Value";
  metadata: Record<string, string>;
}

/** The policy that an overlay carries. */
export function policyFor(overlay: Overlay, preset: Preset): Policy {
  const policy = chosenPolicy(overlay.card, overlay.maxReplicas);
  return overlay.pool === "all"
    ? policy
    : { ...policy, triggers: ownTriggers(overlay, preset), warmHours: [] };
}

/**
 * The simulation is about résumés of ordinary length. A pool with other work asks for a card as soon as something
 * waits, and for a further one when a card has four times as much as it can hold at once.
 */
function ownTriggers({ pool }: Overlay, { planned, flags }: Preset): Trigger[] {
  const atOnce =
    pool === "embeddings" ? Number(flags[flags.indexOf("--max-num-seqs") + 1]) : planned.concurrent;
  return [
    { signal: "queue_depth", metricType: "AverageValue", target: 4 * atOnce, activation: 0 },
    { signal: "requests_waiting", metricType: "AverageValue", target: 2 * atOnce, activation: 0 },
  ];
}

/** @returns all triggers of an overlay, in the order in which they are written */
export function triggersOf(overlay: Overlay, preset: Preset): Written[] {
  const { triggers, warmHours } = policyFor(overlay, preset);
  return [...triggers.map((trigger) => written(trigger, overlay)), ...warmHours.map(cron)];
}

function written(trigger: Trigger, overlay: Overlay): Written {
  const { signal } = trigger;
  switch (signal) {
    case "queue_depth":
      return edge(
        trigger,
        "queue",
        overlay.pool === "all" ? "wanted" : `pools.${overlay.pool}.wanted`,
        "Accepted and not yet evaluated, as the edge counts it: known with no replica at all. With those that a card works on, or the number would fall the moment work begins.",
      );
    case "oldest_wait":
      return edge(
        trigger,
        "oldest",
        "oldest_s",
        "Wakes the first card for a few that have waited long; a day to a card never asks for a second.",
      );
    case "requests_waiting":
      return vllm(
        trigger,
        "waiting",
        gauge("vllm:num_requests_waiting", overlay.namespace),
        "Waiting inside vLLM: only when somebody else than the edge sends, or résumés are unusually long.",
      );
    case "kv_cache_usage":
      return vllm(
        trigger,
        "cache",
        gauge("vllm:kv_cache_usage_perc", overlay.namespace),
        "A share from 0 to 1, whatever its name says.",
      );
    case "ttft_p95":
      return vllm(
        trigger,
        "first-token",
        percentile95("vllm:time_to_first_token_seconds", overlay.namespace),
        "Seconds to the first token, 95th percentile. A percentile is no sum: Value, not AverageValue.",
      );
    case "gpu_utilisation":
      throw new Error(
        `no manifest carries ${signal satisfies Signal}: a batch of one keeps a card as busy as a full one`,
      );
  }
}

function edge(
  { metricType, target, activation }: Trigger,
  name: string,
  valueLocation: string,
  comment: string,
): Written {
  return {
    comment,
    type: "metrics-api",
    name,
    metricType,
    metadata: {
      url: EDGE,
      valueLocation,
      targetValue: String(target),
      activationTargetValue: String(activation),
      authMode: "bearer",
    },
  };
}

function vllm(
  { metricType, target, activation }: Trigger,
  name: string,
  query: string,
  comment: string,
): Written {
  return {
    comment,
    type: "prometheus",
    name,
    metricType,
    metadata: {
      serverAddress: PROMETHEUS,
      query,
      threshold: String(target),
      activationThreshold: String(activation),
      ignoreNullValues: "false",
    },
  };
}

/** KEDA's cron scaler knows no hour 24. */
function cron({ from, to, replicas }: WarmHours): Written {
  return {
    comment: "Working hours: somebody may be waiting for the answer. Name your own time zone.",
    type: "cron",
    name: replicas === 1 ? "warm-hours" : `warm-hours-${replicas}`,
    metricType: "AverageValue",
    metadata: {
      timezone: "Etc/UTC",
      start: `0 ${from % 24} * * *`,
      end: `0 ${to % 24} * * *`,
      desiredReplicas: String(replicas),
    },
  };
}
