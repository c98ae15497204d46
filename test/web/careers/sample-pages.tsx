/** Every page of the careers site, in every state that changes its markup, for tests that hold for all of them. */
import {
  type ApplicantView,
  ApplyPage,
  type ApplyValues,
  ATTENTION_REASONS,
  applyErrorsOf,
  type CareersJob,
  type CareersWorkspace,
  EraseConfirmPage,
  ErasedPage,
  JobListPage,
  JobPage,
  LOCALES,
  type Locale,
  ProblemPage,
  StatusPage,
} from "../../../web/careers/index.ts";

export const WORKSPACE: CareersWorkspace = { slug: "north wind", name: "Nordlicht & Co." };

export const JOB: CareersJob = {
  id: "job_1",
  slug: "backend-engineer",
  title: "Backend Engineer",
  department: "Engineering",
  location: "Hamburg",
  country: "DE",
  remote: true,
  employment_type: "full_time",
  language: "en",
  description:
    "We run wind farms.\nSmall ones.\n\nYou will:\n- build services\n- keep them up\n\nCome along.",
  salary: { min: 72_000, max: 88_000, currency: "EUR", period: "year" },
  published_at: "2026-11-03T23:30:00Z",
  closes_at: "2026-12-18T23:00:00Z",
};

/** Enough jobs that the filter is shown; one is without department, place, salary and end. */
export const JOBS: CareersJob[] = [
  JOB,
  { ...JOB, id: "job_2", slug: "data", title: "Data Engineer", remote: false, location: "München" },
  { ...JOB, id: "job_3", slug: "design", title: "Designer", department: "Design", location: null },
  {
    ...JOB,
    id: "job_4",
    slug: "xian",
    title: "电力系统工程师",
    language: "zh-CN",
    location: "西安",
    country: "CN",
  },
  { ...JOB, id: "job_5", slug: "pm", title: "Product Manager", department: "Product", remote: false },
  {
    ...JOB,
    id: "job_6",
    slug: "office",
    title: "Office Manager",
    department: null,
    location: null,
    country: null,
    remote: false,
    salary: null,
    closes_at: null,
  },
];

export const APPLICATION: ApplicantView = {
  job: { slug: JOB.slug, title: JOB.title, language: JOB.language, open: true },
  received_at: "2026-11-20T14:32:00Z",
  state: "evaluated",
  reason: null,
  stage: "new",
  manual_reading: false,
};

export const TYPED: ApplyValues = {
  name: "Ada Lovelace",
  email: "ada@",
  phone: "+44 20 7946 0000",
  consent: false,
  manual_reading: true,
};

const STAGES = ["new", "review", "interview", "offer", "hired", "rejected", "withdrawn"] as const;
const STATES = ["received", "reading", "evaluating", "evaluated"] as const;
const PROBLEMS = [400, 403, 404, 409, 410, 413, 415, 418, 422, 429, 500, 503];

export interface SamplePage {
  name: string;
  locale: Locale;
  html: string;
}

/** All of them, in both languages. */
export function samplePages(): SamplePage[] {
  return LOCALES.flatMap((locale) => {
    const at = { locale, workspace: WORKSPACE };
    const status = (change: Partial<ApplicantView>) => (
      <StatusPage {...at} token="tok" application={{ ...APPLICATION, ...change }} notice="submitted" />
    );
    const failed = ["name", "email", "phone", "resume", "consent"];
    const pages: Record<string, unknown> = {
      "job list": <JobListPage {...at} jobs={JOBS} />,
      "job list, filtered": (
        <JobListPage {...at} jobs={JOBS} filter={{ q: "x", department: "Design", location: null }} />
      ),
      "job list, empty": <JobListPage {...at} jobs={[]} />,
      job: <JobPage {...at} job={JOB} url="https://jobs.example/careers/x/jobs/backend-engineer" />,
      "job, closed": <JobPage {...at} job={JOB} url="https://jobs.example/x" open={false} />,
      apply: <ApplyPage {...at} job={JOB} />,
      "apply, with errors": (
        <ApplyPage {...at} job={JOB} values={TYPED} errors={applyErrorsOf(failed, TYPED)} />
      ),
      "erase?": <EraseConfirmPage {...at} job={JOB} token="tok" />,
      erased: <ErasedPage {...at} />,
      "erased, no workspace": <ErasedPage locale={locale} workspace={null} />,
    };
    for (const stage of STAGES) pages[`status ${stage}`] = status({ stage });
    for (const state of STATES) pages[`status ${state}`] = status({ state });
    for (const reason of ATTENTION_REASONS)
      pages[`status ${reason}`] = status({ state: "needs_attention", reason });
    for (const code of PROBLEMS)
      pages[`problem ${code}`] = (
        <ProblemPage
          locale={locale}
          workspace={code < 500 ? WORKSPACE : null}
          status={code}
          code="x"
          title="T"
          requestId="req_1"
        />
      );
    return Object.entries(pages).map(([name, page]) => ({ name, locale, html: String(page) }));
  });
}
