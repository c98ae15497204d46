/** One job: its facts, its text, the way to apply, and structured data for search engines. */
import { raw } from "hono/html";
import { formatAmount, formatDate, placeOf } from "./format.ts";
import { Description } from "./job-description.tsx";
import { jobPostingJsonLd, scriptSafeJson } from "./job-posting.ts";
import { Layout } from "./layout.tsx";
import { MESSAGES } from "./messages/index.ts";
import { applyPath, careersPath, withLocale } from "./paths.ts";
import type { CareersJob, CareersWorkspace, Locale } from "./types.ts";

export interface JobPageProps {
  locale: Locale;
  workspace: CareersWorkspace;
  job: CareersJob;
  /** Absolute address of this page, without a query. */
  url: string;
  /** False once the job is closed: the page stays readable, the form is gone. */
  open?: boolean | undefined;
}

/** Search engines show about this much of a description. */
const SNIPPET = 160;

export function JobPage({ locale, workspace, job, url, open = true }: JobPageProps) {
  const words = MESSAGES[locale].job;
  const listHref = withLocale(careersPath(workspace.slug), locale);
  const apply = open ? (
    <a class="button" href={withLocale(applyPath(workspace.slug, job.slug), locale)}>
      {words.apply}
    </a>
  ) : null;
  return (
    <Layout
      locale={locale}
      title={job.title}
      workspace={workspace}
      description={snippet(job.description)}
      canonical={url}
      noindex={!open}
    >
      <p class="back">
        <a href={listHref}>{words.back}</a>
      </p>
      <h1 class="title" lang={job.language}>
        {job.title}
      </h1>
      {open ? null : (
        <p class="notice">
          {words.closed} <a href={listHref}>{words.seeOthers}</a>
        </p>
      )}
      <div class="columns">
        <aside class="side" aria-labelledby="facts">
          <h2 id="facts" class="visually-hidden">
            {words.facts}
          </h2>
          <Facts locale={locale} job={job} />
          {apply}
        </aside>
        <div>
          <Description text={job.description} language={job.language} />
          {open ? (
            <section class="closing" aria-labelledby="ready">
              <h2 id="ready">{words.ready}</h2>
              <p>{words.readyHint}</p>
              {apply}
            </section>
          ) : null}
        </div>
      </div>
      {open ? (
        <script type="application/ld+json">
          {raw(scriptSafeJson(jobPostingJsonLd(job, workspace, url)))}
        </script>
      ) : null}
    </Layout>
  );
}

function Facts({ locale, job }: { locale: Locale; job: CareersJob }) {
  const { job: words, layout } = MESSAGES[locale];
  const facts: [string, string | null][] = [
    [words.location, placeOf(job, locale, { ...words, comma: layout.comma })],
    [words.department, job.department],
    [words.type, words.employment[job.employment_type]],
    [words.salary, job.salary ? words.per[job.salary.period](formatAmount(job.salary, locale)) : null],
    [words.posted, formatDate(job.published_at, locale)],
    [words.closes, job.closes_at ? formatDate(job.closes_at, locale) : null],
  ];
  return (
    <dl>
      {facts.map(([name, value]) =>
        value ? (
          <div>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}

function snippet(description: string): string {
  const text = description.replace(/\s+/g, " ").trim();
  return text.length <= SNIPPET ? text : `${[...text].slice(0, SNIPPET - 1).join("")}…`;
}
