/** schema.org JobPosting, as search engines read it (https://schema.org/JobPosting). */
import { parseDescription } from "./description-blocks.ts";
import type { CareersJob, CareersWorkspace, EmploymentType, Salary } from "./types.ts";

/** Values that Google's job search names for `employmentType`. */
const EMPLOYMENT: Record<EmploymentType, string> = {
  full_time: "FULL_TIME",
  part_time: "PART_TIME",
  contract: "CONTRACTOR",
  internship: "INTERN",
  temporary: "TEMPORARY",
};
const UNIT: Record<Salary["period"], string> = { year: "YEAR", month: "MONTH", hour: "HOUR" };

export interface JobPostingJsonLd {
  "@context": "https://schema.org";
  "@type": "JobPosting";
  [property: string]: unknown;
}

/**
 * The structured data of a job. Properties without a value are left out: a null means nothing to schema.org.
 * @param url absolute address of the job's page
 */
export function jobPostingJsonLd(
  job: CareersJob,
  workspace: CareersWorkspace,
  url: string,
): JobPostingJsonLd {
  return {
    "@context": "https://schema.org",
    "@type": "JobPosting",
    title: job.title,
    description: descriptionHtml(job.description),
    identifier: { "@type": "PropertyValue", name: workspace.name, value: job.id },
    url,
    datePosted: job.published_at,
    ...(job.closes_at ? { validThrough: job.closes_at } : {}),
    employmentType: EMPLOYMENT[job.employment_type],
    hiringOrganization: { "@type": "Organization", name: workspace.name },
    directApply: true,
    ...placeProperties(job),
    ...salaryProperties(job),
  };
}

/**
 * JSON for a `<script type="application/ld+json">`. `<`, `>` and `&` are written as escapes, so that no value
 * can end the element or open a comment in it (HTML Living Standard, 4.12.1.3).
 */
export function scriptSafeJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

function placeProperties(job: CareersJob): Record<string, unknown> {
  const address = {
    "@type": "PostalAddress",
    ...(job.location ? { addressLocality: job.location } : {}),
    ...(job.country ? { addressCountry: job.country } : {}),
  };
  return {
    ...(job.location ? { jobLocation: { "@type": "Place", address } } : {}),
    ...(job.remote ? { jobLocationType: "TELECOMMUTE" } : {}),
    // A remote job has to say which country it can be done from.
    ...(job.remote && job.country
      ? { applicantLocationRequirements: { "@type": "Country", name: job.country } }
      : {}),
    ...(!job.location && !job.remote && job.country ? { jobLocation: { "@type": "Place", address } } : {}),
  };
}

function salaryProperties(job: CareersJob): Record<string, unknown> {
  if (!job.salary) return {};
  const { min, max, currency, period } = job.salary;
  const range = min === max ? { value: min } : { minValue: min, maxValue: max };
  return {
    baseSalary: {
      "@type": "MonetaryAmount",
      currency,
      value: { "@type": "QuantitativeValue", ...range, unitText: UNIT[period] },
    },
  };
}

/** The description is markup by specification, so its text is escaped once here, before it becomes JSON. */
function descriptionHtml(text: string): string {
  return parseDescription(text)
    .map((block) => {
      if (block.kind === "lead") return `<p><b>${escapeHtml(block.text)}</b></p>`;
      if (block.kind === "paragraph") return `<p>${block.lines.map(escapeHtml).join("<br>")}</p>`;
      return `<ul>${block.items.map((item) => `<li>${escapeHtml(item)}</li>`).join("")}</ul>`;
    })
    .join("");
}

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
