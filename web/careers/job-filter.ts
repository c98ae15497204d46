/** Narrowing the list of jobs with a plain GET form: no script, and an address that can be shared. */
import type { CareersJob, Locale } from "./types.ts";

export interface JobFilter {
  /** Words looked for in title, department and place; all have to be found. */
  q: string;
  department: string | null;
  /** A location, or `remote`. */
  location: string | null;
}

export const REMOTE = "remote";
export const NO_FILTER: JobFilter = { q: "", department: null, location: null };

/** Longer searches than this are cut: nobody types them. */
const LONGEST_QUERY = 100;

/** Reads the filter from the page's address (`?q=&department=&location=`). */
export function readJobFilter(query: URLSearchParams): JobFilter {
  return {
    q: (query.get("q") ?? "").trim().slice(0, LONGEST_QUERY),
    department: query.get("department") || null,
    location: query.get("location") || null,
  };
}

/** The filter as a query, without the leading "?"; empty where nothing is filtered. */
export function filterQuery(filter: JobFilter): string {
  const query = new URLSearchParams();
  if (filter.q) query.set("q", filter.q);
  if (filter.department) query.set("department", filter.department);
  if (filter.location) query.set("location", filter.location);
  return query.toString();
}

export const isFiltering = (filter: JobFilter) => filterQuery(filter) !== "";

/** The jobs that match every part of the filter, in their given order. */
export function filterJobs(jobs: readonly CareersJob[], filter: JobFilter): CareersJob[] {
  const words = fold(filter.q).split(/\s+/).filter(Boolean);
  return jobs.filter((job) => {
    if (filter.department !== null && job.department !== filter.department) return false;
    if (filter.location === REMOTE ? !job.remote : filter.location && job.location !== filter.location)
      return false;
    const text = fold([job.title, job.department, job.location].join(" "));
    return words.every((word) => text.includes(word));
  });
}

export interface JobGroup {
  /** Null: jobs without a department, which come last. */
  department: string | null;
  jobs: CareersJob[];
}

/** Jobs by department, departments in the page language's order. */
export function groupByDepartment(jobs: readonly CareersJob[], locale: Locale): JobGroup[] {
  const groups = Map.groupBy(jobs, (job) => job.department);
  const named = [...groups.keys()].filter((name) => name !== null);
  const order = [...named.sort(new Intl.Collator(locale).compare), ...(groups.has(null) ? [null] : [])];
  return order.map((department) => ({ department, jobs: groups.get(department) ?? [] }));
}

/** Distinct values for the choices of the filter form. */
export function filterChoices(jobs: readonly CareersJob[], locale: Locale) {
  const distinct = (values: (string | null)[]) =>
    [...new Set(values.filter((value) => value !== null))].sort(new Intl.Collator(locale).compare);
  return {
    departments: distinct(jobs.map((job) => job.department)),
    locations: distinct(jobs.map((job) => job.location)),
    remote: jobs.some((job) => job.remote),
  };
}

/** Case, width and accents do not count: "munchen" finds "München". */
function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase();
}
