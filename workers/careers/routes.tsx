import { type Context, Hono } from "hono";
import {
  ApplyPage,
  type ApplyValues,
  applyErrorsOf,
  type CareersJob,
  EraseConfirmPage,
  ErasedPage,
  JobListPage,
  JobPage,
  jobPath,
  type Locale,
  localeOf,
  readJobFilter,
  type StatusNotice,
  StatusPage,
  statusPath,
  withLocale,
} from "../../web/careers/index.ts";
import { askForPerson, eraseCandidate, withdraw } from "../applications/change-application.ts";
import { checkApplicationForm, type RawForm, readForm } from "../applications/form.ts";
import { applicationBehind, asApplicant } from "../applications/public-routes.ts";
import type { ApplicationRow } from "../applications/read-applications.ts";
import { submitApplication } from "../applications/submit.ts";
import type { Ctx } from "../context.ts";
import type { AppEnv } from "../http/app-env.ts";
import { iso, isoOrNull } from "../http/openapi.ts";
import { PROBLEMS, Problem } from "../http/problem.ts";
import { limitPublic } from "../http/rate-limit.ts";
import {
  getJob,
  getJobBySlug,
  getWorkspace,
  getWorkspaceById,
  isOpen,
  type JobWithRubric,
  listOpenings,
} from "../jobs/read-jobs.ts";

type C = Context<AppEnv>;

/** The pages that applicants see. Everything works without scripts; forms post to their own address. */
export const careersRoutes = new Hono<AppEnv>()
  .get("/careers/:workspace", async (c) => {
    const workspace = await getWorkspace(c.var.ctx, c.req.param("workspace"));
    const jobs = (await listOpenings(c.var.ctx, workspace.id)).map(careersJob);
    const filter = readJobFilter(new URL(c.req.url).searchParams);
    return c.html(<JobListPage locale={localeFor(c)} workspace={workspace} jobs={jobs} filter={filter} />);
  })
  .get("/careers/:workspace/jobs/:job", async (c) => {
    const { workspace, opening, open } = await jobOf(c);
    const url = c.var.ctx.config.PUBLIC_URL + jobPath(workspace.slug, opening.job.slug);
    return c.html(
      <JobPage locale={localeFor(c)} workspace={workspace} job={careersJob(opening)} url={url} open={open} />,
    );
  })
  .get("/careers/:workspace/jobs/:job/apply", async (c) => {
    const { workspace, opening } = await openingOf(c);
    return c.html(<ApplyPage locale={localeFor(c)} workspace={workspace} job={careersJob(opening)} />);
  })
  .post("/careers/:workspace/jobs/:job/apply", limitPublic(), async (c) => {
    const { workspace, opening } = await openingOf(c);
    const ctx: Ctx = { ...c.var.ctx, actor: { kind: "applicant", application_id: null } };
    let raw: RawForm = { fields: {}, files: {} };
    try {
      raw = await readForm(c.req.raw);
      const form = checkApplicationForm(raw);
      const { token } = await submitApplication(ctx, { jobId: opening.job.id, form, source: "careers" });
      return c.redirect(noticed(token, localeFor(c), "submitted"), 303);
    } catch (error) {
      if (!(error instanceof Problem) || PROBLEMS[error.code][0] >= 500) throw error;
      const values = valuesOf(raw);
      const errors = applyErrorsOf(
        (error.errors ?? []).map(({ field }) => field),
        values,
        error.code,
      );
      if (errors.length === 0) throw error;
      const page = (
        <ApplyPage
          locale={localeFor(c)}
          workspace={workspace}
          job={careersJob(opening)}
          values={values}
          errors={errors}
        />
      );
      return c.html(page, PROBLEMS[error.code][0] as 422);
    }
  })
  .get("/careers/applications/:token", async (c) => {
    const row = await applicationBehind(c.var.ctx, c.req.param("token"));
    const workspace = await getWorkspaceById(c.var.ctx, row.application.workspace_id);
    if (row.candidate.erased_at !== null)
      return c.html(<ErasedPage locale={localeFor(c)} workspace={workspace} />, 410);
    const notice = (["submitted", "person_asked", "withdrawn"] as StatusNotice[]).find(
      (one) => one === c.req.query("notice"),
    );
    const application = await applicantView(c.var.ctx, row);
    const token = c.req.param("token");
    return c.html(
      <StatusPage
        locale={localeFor(c)}
        workspace={workspace}
        application={application}
        token={token}
        notice={notice ?? null}
      />,
    );
  })
  .post("/careers/applications/:token/withdraw", async (c) => {
    const row = await applicationBehind(c.var.ctx, c.req.param("token"));
    await withdraw(asApplicant(c.var.ctx, row), row);
    return c.redirect(noticed(c.req.param("token"), localeFor(c), "withdrawn"), 303);
  })
  .post("/careers/applications/:token/ask-person", async (c) => {
    const row = await applicationBehind(c.var.ctx, c.req.param("token"));
    await askForPerson(asApplicant(c.var.ctx, row), row);
    return c.redirect(noticed(c.req.param("token"), localeFor(c), "person_asked"), 303);
  })
  .get("/careers/applications/:token/erase", async (c) => {
    const row = await applicationBehind(c.var.ctx, c.req.param("token"));
    const workspace = await getWorkspaceById(c.var.ctx, row.application.workspace_id);
    if (row.candidate.erased_at !== null)
      return c.html(<ErasedPage locale={localeFor(c)} workspace={workspace} />, 410);
    const { job } = await applicantView(c.var.ctx, row);
    const token = c.req.param("token");
    return c.html(<EraseConfirmPage locale={localeFor(c)} workspace={workspace} job={job} token={token} />);
  })
  .post("/careers/applications/:token/erase", async (c) => {
    const row = await applicationBehind(c.var.ctx, c.req.param("token"));
    const body = await c.req.parseBody();
    if (body.confirm !== "yes") throw new Problem("malformed_request");
    await eraseCandidate(asApplicant(c.var.ctx, row), row);
    const workspace = await getWorkspaceById(c.var.ctx, row.application.workspace_id);
    return c.html(<ErasedPage locale={localeFor(c)} workspace={workspace} />);
  });

function localeFor(c: C): Locale {
  return localeOf(c.req.query("lang"), c.req.header("accept-language"));
}

const noticed = (token: string, locale: Locale, notice: StatusNotice) =>
  `${withLocale(statusPath(token), locale)}&notice=${notice}`;

/** @throws Problem `not_found`. */
async function jobOf(c: C) {
  const workspace = await getWorkspace(c.var.ctx, c.req.param("workspace") ?? "");
  const opening = await getJobBySlug(c.var.ctx, workspace.id, c.req.param("job") ?? "");
  return { workspace, opening, open: isOpen(opening.job, c.var.ctx.now()) };
}

/** @throws Problem `not_found`; `job_closed` for a job that takes no applications any more. */
async function openingOf(c: C) {
  const { workspace, opening, open } = await jobOf(c);
  if (!open) throw new Problem("job_closed");
  return { workspace, opening };
}

function careersJob({ job }: JobWithRubric): CareersJob {
  const {
    id,
    slug,
    title,
    department,
    location,
    country,
    remote,
    employment_type,
    language,
    description,
    salary,
  } = job;
  return {
    ...{
      id,
      slug,
      title,
      department,
      location,
      country,
      remote,
      employment_type,
      language,
      description,
      salary,
    },
    published_at: iso(job.published_at ?? job.created_at),
    closes_at: isoOrNull(job.closes_at),
  };
}

function valuesOf({ fields }: RawForm): ApplyValues {
  return {
    name: fields.name ?? "",
    email: fields.email ?? "",
    phone: fields.phone ?? "",
    consent: fields.consent === "yes",
    manual_reading: fields.manual_reading === "yes",
  };
}

async function applicantView(ctx: Ctx, row: ApplicationRow) {
  const { job } = await getJob(ctx, row.application.workspace_id, row.application.job_id);
  const { state, attention_reason, stage, manual_reading, person_requested_at, created_at } = row.application;
  return {
    job: { slug: job.slug, title: job.title, language: job.language, open: isOpen(job, ctx.now()) },
    received_at: iso(created_at),
    state,
    reason: attention_reason,
    stage,
    manual_reading: manual_reading || person_requested_at !== null,
  };
}
