/** From the pipeline's states and the hiring stages to what an applicant is told. Pure. */
import { wantsAnotherFile } from "./reasons.ts";
import type { ApplicantView } from "./types.ts";

export const STATUS_HEADLINES = [
  "received",
  "reading",
  "team", // read, and now with people
  "person", // waits for a person to read it in place of software
  "resend", // the file could not be read
  "interview",
  "offer",
  "hired",
  "rejected",
  "withdrawn",
] as const;
export type StatusHeadline = (typeof STATUS_HEADLINES)[number];

export const PROGRESS_STEPS = ["received", "reading", "team", "interview", "offer"] as const;
export type ProgressStep = (typeof PROGRESS_STEPS)[number];

type Standing = Pick<ApplicantView, "state" | "reason" | "stage" | "manual_reading">;

/**
 * The one thing to tell first. A stage that a person has set says more than the state of the software.
 * An application under `review` that software could not read is still the applicant's to repair.
 */
export function headlineOf({ state, reason, stage, manual_reading }: Standing): StatusHeadline {
  if (stage !== "new" && stage !== "review") return stage;
  if (state === "needs_attention") return reason !== null && wantsAnotherFile(reason) ? "resend" : "person";
  if (state === "evaluated") return "team";
  if (manual_reading) return "person";
  if (stage === "review") return "team";
  return state === "received" ? "received" : "reading";
}

/** The step the application stands at, null where the line has ended or waits for the applicant. */
export function currentStep(headline: StatusHeadline): ProgressStep | null {
  switch (headline) {
    case "received":
    case "reading":
    case "team":
    case "interview":
    case "offer":
      return headline;
    case "person":
      return "reading";
    case "resend":
    case "hired":
    case "rejected":
    case "withdrawn":
      return null;
  }
}

export interface StatusChoices {
  withdraw: boolean;
  askPerson: boolean;
}

/** Which buttons make sense. Erasing is always possible. */
export function choicesOf(standing: Standing): StatusChoices {
  const open = standing.stage !== "rejected" && standing.stage !== "withdrawn" && standing.stage !== "hired";
  const undecided = standing.stage === "new" || standing.stage === "review";
  return {
    withdraw: open,
    askPerson: undecided && headlineOf(standing) !== "person" && !standing.manual_reading,
  };
}
