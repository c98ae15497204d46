/** Every open job of a workspace, by department, with a filter that works without script. */
import { formatAmount, placeOf } from "./format.ts";
import {
  filterChoices,
  filterJobs,
  filterQuery,
  groupByDepartment,
  isFiltering,
  type JobFilter,
  NO_FILTER,
  REMOTE,
} from "./job-filter.ts";
import { Layout } from "./layout.tsx";
import { MESSAGES } from "./messages/index.ts";
import { careersPath, jobPath, withLocale } from "./paths.ts";
import type { CareersJob, CareersWorkspace, Locale } from "./types.ts";

export interface JobListPageProps {
  locale: Locale;
  workspace: CareersWorkspace;
  /** The published jobs, newest first. The page filters and groups them itself. */
  jobs: readonly CareersJob[];
  /** From the address, by `readJobFilter`. */
  filter?: JobFilter | undefined;
}

/** From this many jobs on, reading them all costs more than filtering. */
const FILTER_FROM = 6;

export function JobListPage({ locale, workspace, jobs, filter = NO_FILTER }: JobListPageProps) {
  const words = MESSAGES[locale].list;
  const filtering = isFiltering(filter);
  const found = filterJobs(jobs, filter);
  return (
    <Layout
      locale={locale}
      title={words.title(workspace.name)}
      workspace={workspace}
      description={words.lead}
      query={filterQuery(filter)}
    >
      <div class="hero">
        <h1>{words.title(workspace.name)}</h1>
        <p class="lead">{words.lead}</p>
      </div>
      {jobs.length >= FILTER_FROM || filtering ? (
        <FilterForm locale={locale} workspace={workspace} jobs={jobs} filter={filter} />
      ) : null}
      {found.length > 0 ? (
        <p class="count">{filtering ? words.matching(found.length) : words.open(found.length)}</p>
      ) : null}
      {found.length === 0 ? <p class="nothing">{filtering ? words.noMatch : words.none}</p> : null}
      {groupByDepartment(found, locale).map((group, index) => (
        <section class="group" aria-labelledby={`department-${index}`}>
          <h2 id={`department-${index}`}>{group.department ?? words.otherDepartment}</h2>
          <ul class="jobs">
            {group.jobs.map((job) => (
              <JobRow locale={locale} workspace={workspace} job={job} />
            ))}
          </ul>
        </section>
      ))}
    </Layout>
  );
}

function JobRow({
  locale,
  workspace,
  job,
}: {
  locale: Locale;
  workspace: CareersWorkspace;
  job: CareersJob;
}) {
  const { job: words, layout } = MESSAGES[locale];
  const place = placeOf(job, locale, { ...words, comma: layout.comma });
  return (
    <li class="job">
      <h3>
        <a href={withLocale(jobPath(workspace.slug, job.slug), locale)} lang={job.language}>
          {job.title}
        </a>
      </h3>
      <ul class="facts">
        {place ? <li>{place}</li> : null}
        <li>{words.employment[job.employment_type]}</li>
        {job.salary ? <li>{words.per[job.salary.period](formatAmount(job.salary, locale))}</li> : null}
      </ul>
    </li>
  );
}

function FilterForm({ locale, workspace, jobs, filter }: Required<JobListPageProps> & { filter: JobFilter }) {
  const { list: words, job: jobWords } = MESSAGES[locale];
  const choices = filterChoices(jobs, locale);
  return (
    <search>
      <form class="filter" method="get" action={careersPath(workspace.slug)} aria-label={words.filter}>
        <input type="hidden" name="lang" value={locale} />
        <div class="field">
          <label for="q">{words.search}</label>
          <input id="q" name="q" type="search" value={filter.q} maxlength={100} />
        </div>
        <Choice
          name="department"
          label={words.department}
          all={words.allDepartments}
          options={choices.departments.map((name) => [name, name])}
          selected={filter.department}
        />
        <Choice
          name="location"
          label={words.location}
          all={words.allLocations}
          options={[
            ...(choices.remote ? [[REMOTE, jobWords.remote] as const] : []),
            ...choices.locations.map((name) => [name, name] as const),
          ]}
          selected={filter.location}
        />
        <button class="button quiet" type="submit">
          {words.apply}
        </button>
        {isFiltering(filter) ? (
          <a href={withLocale(careersPath(workspace.slug), locale)}>{words.clear}</a>
        ) : null}
      </form>
    </search>
  );
}

interface ChoiceProps {
  name: string;
  label: string;
  all: string;
  /** Value and words of each. */
  options: (readonly [string, string])[];
  selected: string | null;
}

function Choice({ name, label, all, options, selected }: ChoiceProps) {
  if (options.length < 2 && selected === null) return null;
  return (
    <div class="field">
      <label for={name}>{label}</label>
      <select id={name} name={name}>
        <option value="">{all}</option>
        {options.map(([value, text]) => (
          <option value={value} selected={value === selected}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}
