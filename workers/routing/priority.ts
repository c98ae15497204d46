/**
 * What vLLM orders waiting requests by: the lower number goes first, and 0 is what a request without the field has, so
 * that what somebody waits for never depends on a server that takes it. The steps leave room between them.
 */
export const PRIORITY = {
  /** A person is looking on: explanations, the chat. */
  interactive: 0,
  /** A person has asked for it and will come back: an applicant's own application, a recruiter's new evaluation. */
  asked: 10,
  /** Nobody in particular waits for this one: what another system hands in, imports. */
  bulk: 20,
} as const;

/** The priority of an evaluation: as its application has it, else that of what nobody waits for. */
export const evaluationPriority = (stored: number | null): number => stored ?? PRIORITY.bulk;
