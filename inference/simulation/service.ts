/** How long a card takes for a résumé, given how many it works on at once. */
import { CHECK_TOKENS, FRESH_TOKENS, GRAMMAR_STEP_SECONDS } from "./measurements.ts";
import type { Card } from "./types.ts";

/** What one evaluation asks of the model. */
export interface Workload {
  freshTokens: number;
  outTokens: number;
  /** Support checks of one résumé: the criteria with a level above 0. */
  checks: number;
  /** Fresh prompt tokens of one check; the shared rules come from the cache. Each answers one token. */
  checkTokens: number;
  /** What a grammar adds to each decoding step; nothing for free text. */
  grammarStepSeconds: number;
}

/**
 * The judge's line form `screen@3` with eight criteria takes 49 tokens, a check 60 (both measured). Six criteria of
 * the eight above 0 are what the measured answers had; a real model gives fewer.
 */
export const EVALUATION: Workload = {
  freshTokens: FRESH_TOKENS,
  outTokens: 49,
  checks: 6,
  checkTokens: CHECK_TOKENS,
  grammarStepSeconds: GRAMMAR_STEP_SECONDS,
};

/** Tokens that a running résumé holds in the KV cache besides its job's head, which the job's résumés share. */
export const KV_TOKENS_EACH = EVALUATION.freshTokens + EVALUATION.outTokens;

/** Two figures say what a batch does to time. */
export interface Service {
  /** One résumé alone on the card, from the first call to the last answer. */
  alone: number;
  /** What each further résumé in the batch adds: its prefill and its share of every step. */
  added: number;
  slots: number;
}

/** The service times of a card for a workload. */
export function serviceOf(card: Card, workload: Workload): Service {
  const { freshTokens, outTokens, checks, checkTokens, grammarStepSeconds } = workload;
  const prefill = (tokens: number) => tokens / card.prefillTokensPerSecond;
  // The checks of one résumé run side by side: alone they take one step, together they cost their tokens.
  const checking = checks === 0 ? 0 : prefill(checks * checkTokens) + card.stepSeconds;
  return {
    alone: prefill(freshTokens) + outTokens * (card.stepSeconds + grammarStepSeconds) + checking,
    added: prefill(freshTokens + checks * checkTokens) + (outTokens + checks) * card.tokenSeconds,
    slots: card.slots,
  };
}

/** Seconds for a résumé while `running` of them share the card. */
export function secondsEach({ alone, added }: Service, running: number): number {
  return alone + (running - 1) * added;
}

/** Résumés a second with `running` at once. */
export function throughput(service: Service, running: number): number {
  return running / secondsEach(service, running);
}

/** Share of a lone résumé's time that passes before its first token. */
export function prefillShare(card: Card, workload: Workload): number {
  return workload.freshTokens / card.prefillTokensPerSecond / serviceOf(card, workload).alone;
}

/** Résumés a second with every slot taken. */
export const fullRate = (service: Service): number => throughput(service, service.slots);
