/** Every event an integrator can receive. Payloads are thin: ids, state, score; no personal data. */
export const EVENT_TYPES = [
  "application.created",
  "application.evaluated",
  "application.evaluation_failed",
  "application.stage_changed",
  "application.rejected",
  "application.withdrawn",
  "candidate.erased",
  "evaluation.superseded",
  "job.published",
  "job.closed",
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

export interface EventInput {
  type: EventType;
  payload: Record<string, string | number | boolean | null>;
}
