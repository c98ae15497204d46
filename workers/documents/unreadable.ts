import { LIMIT_REASON, type ReadLimits } from "./limits.ts";
import type { UnreadableReason } from "./types.ts";

/** Thrown inside the readers and turned into a result by `readDocument`; never leaves this folder. */
export class Unreadable extends Error {
  readonly reason: UnreadableReason;

  constructor(reason: UnreadableReason, detail: string) {
    super(detail);
    this.name = "Unreadable";
    this.reason = reason;
  }
}

/** Throws with the limit's own reason when `value` is over it. */
export function enforce(limits: ReadLimits, limit: keyof ReadLimits, value: number): void {
  if (value > limits[limit]) {
    throw new Unreadable(LIMIT_REASON[limit], `${limit} is over the limit of ${limits[limit]}`);
  }
}
