/** The closed sets of a job, for the database, the API and the pages. */
export const JOB_STATES = ["draft", "published", "closed"] as const;
export type JobState = (typeof JOB_STATES)[number];

export const EMPLOYMENT_TYPES = ["full_time", "part_time", "contract", "internship", "temporary"] as const;
export type EmploymentType = (typeof EMPLOYMENT_TYPES)[number];

export const SALARY_PERIODS = ["year", "month", "hour"] as const;
export interface Salary {
  min: number;
  max: number;
  /** ISO 4217: `EUR`. */
  currency: string;
  period: (typeof SALARY_PERIODS)[number];
}
