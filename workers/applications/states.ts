/** Where an application can be: in the machine's hands (state), and in people's (stage). */
import { UNREADABLE_REASONS } from "../documents/types.ts";

export const APPLICATION_STATES = [
  "received",
  "reading",
  "evaluating",
  "evaluated",
  "needs_attention",
] as const;
export type ApplicationState = (typeof APPLICATION_STATES)[number];

export const STAGES = ["new", "review", "interview", "offer", "hired", "rejected", "withdrawn"] as const;
export type Stage = (typeof STAGES)[number];

/** Why the machine has stopped: the file cannot be read, or software steps back for a person. */
export const ATTENTION_REASONS = [
  ...UNREADABLE_REASONS,
  "redaction_failed",
  "too_long_for_model",
  "model_output_unusable",
  "model_refused",
  "processing_failed",
  "manual_reading",
  "withdrawn",
  "erased",
] as const;
export type AttentionReason = (typeof ATTENTION_REASONS)[number];
