/** A preset as the container reads it: a choice of the catalogue with all that the calculator makes of it. */
import { ARCHITECTURES } from "../memory/architecture.ts";
import { CARDS, type Card } from "../memory/cards.ts";
import { drainTimes, serverFlags } from "../memory/flags.ts";
import { footprint, GIB, type Plan, planServer } from "../memory/plan.ts";
import { totalReserve } from "../memory/reserve.ts";
import type { PresetChoice } from "./catalogue.ts";

/** Sizes in GiB with two decimals. */
export interface Preset {
  name: string;
  purpose: string;
  model: string;
  variant: string;
  kv: string;
  context: number;
  card_class_gb: number;
  cards: string[];
  flags: string[];
  shutdown_timeout_s: number;
  /** For `terminationGracePeriodSeconds` and `docker stop --time`. */
  grace_period_s: number;
  /** Of the smallest of its cards. */
  planned: {
    weights_gib: number;
    reserve_gib: number;
    /** The share of the smallest card in bytes: what stands for it on a larger one. */
    requested_bytes: number;
    kv_bytes_per_token: number;
    kv_tokens: number;
    concurrent: number;
    footprint_gib: number;
  };
}

/**
 * @returns the preset, planned for the smallest of its cards and with the settings of that one
 * @throws Error where it does not fit one of its cards: a mistake in the catalogue
 */
export function presetOf(choice: PresetChoice): Preset {
  const plans = cardsOf(choice).map((card) => planServer({ ...choice, card }));
  const failed = plans.find(({ reason }) => reason !== null);
  if (failed) throw new Error(`${choice.name} does not fit ${failed.request.card.name}: ${failed.reason}`);
  const plan = plans.reduce((least, one) => (one.kvTokens < least.kvTokens ? one : least));
  const drain = drainTimes(choice.context);
  return {
    name: choice.name,
    purpose: choice.purpose,
    model: ARCHITECTURES[choice.model].name,
    variant: choice.variant,
    kv: choice.kv,
    context: choice.context,
    card_class_gb: choice.gb,
    cards: plans.map(({ request }) => request.card.name),
    flags: serverFlags(plan),
    shutdown_timeout_s: drain.shutdownTimeoutS,
    grace_period_s: drain.gracePeriodS,
    planned: plannedOf(plan),
  };
}

function cardsOf(choice: PresetChoice): Card[] {
  return CARDS.filter(
    ({ gb, name }) => gb === choice.gb && (choice.cards === undefined || choice.cards.includes(name)),
  );
}

function plannedOf(plan: Plan): Preset["planned"] {
  return {
    weights_gib: gib(plan.weights),
    reserve_gib: gib(totalReserve(plan.reserve)),
    requested_bytes: Math.floor(plan.requested),
    kv_bytes_per_token: plan.kvPerToken,
    kv_tokens: plan.kvTokens,
    concurrent: plan.concurrent,
    footprint_gib: gib(footprint(plan)),
  };
}

export const gib = (bytes: number): number => Math.round((bytes / GIB) * 100) / 100;
