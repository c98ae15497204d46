/** What the careers pages are given. Plain data in the API's own spelling; nothing here knows a database row. */
import type { ApplicationState, AttentionReason, Stage } from "../../workers/applications/states.ts";
import type { EmploymentType, Salary } from "../../workers/jobs/kinds.ts";

export {
  ATTENTION_REASONS,
  type AttentionReason,
  STAGES,
  type Stage,
} from "../../workers/applications/states.ts";
export { EMPLOYMENT_TYPES, type EmploymentType, type Salary } from "../../workers/jobs/kinds.ts";

export const LOCALES = ["en", "zh-CN"] as const;
export type Locale = (typeof LOCALES)[number];

export interface CareersJob {
  id: string;
  slug: string;
  title: string;
  department: string | null;
  location: string | null;
  /** ISO 3166-1 alpha-2 (`DE`), or a name that is shown as it stands. */
  country: string | null;
  remote: boolean;
  employment_type: EmploymentType;
  /** BCP 47 tag of the title and the description. */
  language: string;
  /** Plain text: a blank line between paragraphs, lines starting "- " are bullets. */
  description: string;
  salary: Salary | null;
  /** ISO 8601. */
  published_at: string;
  /** ISO 8601, null where the job stays open until it is closed by hand. */
  closes_at: string | null;
}

export interface CareersWorkspace {
  slug: string;
  name: string;
}

/** Fields of the apply form, in the order of the page. The names are the contract with the route. */
export const APPLY_FIELDS = ["name", "email", "phone", "resume", "manual_reading", "consent"] as const;
export type ApplyField = (typeof APPLY_FIELDS)[number];

/** Must stay empty: people never see it, scripts fill it in. */
export const HONEYPOT_FIELD = "website";

/** What the applicant had typed, to be shown again beside the errors. A browser never gives a file back. */
export interface ApplyValues {
  name: string;
  email: string;
  phone: string;
  consent: boolean;
  manual_reading: boolean;
}

export const APPLY_ERROR_CODES = [
  "name_required",
  "name_too_long",
  "email_required",
  "email_invalid",
  "phone_invalid",
  "resume_required",
  "resume_too_large",
  "resume_type",
  "consent_required",
] as const;
export type ApplyErrorCode = (typeof APPLY_ERROR_CODES)[number];

export interface ApplyError {
  field: ApplyField;
  code: ApplyErrorCode;
}

/** What an applicant may see of an application. There is no score in it, on purpose. */
export interface ApplicantView {
  job: {
    slug: string;
    title: string;
    language: string;
    /** Takes applications now. */
    open: boolean;
  };
  /** ISO 8601. */
  received_at: string;
  state: ApplicationState;
  /** Set when `state` is `needs_attention`. */
  reason: AttentionReason | null;
  stage: Stage;
  /** A person reads it in place of software, by choice at the form or later. */
  manual_reading: boolean;
}
