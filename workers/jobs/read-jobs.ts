import { and, desc, eq, gt, inArray, isNull, lt, max, ne, or, type SQL } from "drizzle-orm";
import { criterion, job, rubric, workspace } from "../../db/schema/index.ts";
import type { Ctx } from "../context.ts";
import type { Criterion, StoredRubric } from "../evaluation/types.ts";
import { Problem } from "../http/problem.ts";

export type JobRow = typeof job.$inferSelect;
export type WorkspaceRow = typeof workspace.$inferSelect;
export interface JobWithRubric {
  job: JobRow;
  workspace_slug: string;
  rubric_version: number | null;
}

const jobColumns = (ctx: Ctx) =>
  ctx.db
    .select({ job, workspace_slug: workspace.slug, rubric_version: max(rubric.version) })
    .from(job)
    .innerJoin(workspace, eq(workspace.id, job.workspace_id))
    .leftJoin(rubric, eq(rubric.job_id, job.id))
    .groupBy(job.id);

/** @throws Problem `not_found`. */
export async function getJob(ctx: Ctx, workspaceId: string, jobId: string): Promise<JobWithRubric> {
  const [row] = await jobColumns(ctx).where(and(eq(job.workspace_id, workspaceId), eq(job.id, jobId)));
  if (row === undefined) throw new Problem("not_found", "There is no such job.");
  return row;
}

/** Newest first; `after` is the id of the last job of the page before. */
export function listJobs(
  ctx: Ctx,
  workspaceId: string,
  input: { limit: number; after: string | null; state?: JobRow["state"] | undefined },
): Promise<JobWithRubric[]> {
  return jobColumns(ctx)
    .where(
      and(
        eq(job.workspace_id, workspaceId),
        input.state === undefined ? undefined : eq(job.state, input.state),
        input.after === null ? undefined : lt(job.id, input.after),
      ),
    )
    .orderBy(desc(job.id))
    .limit(input.limit + 1);
}

/** @throws Problem `not_found`. */
export async function getWorkspace(ctx: Ctx, slug: string): Promise<WorkspaceRow> {
  const [row] = await ctx.db.select().from(workspace).where(eq(workspace.slug, slug));
  if (row === undefined) throw new Problem("not_found", "There is no such careers site.");
  return row;
}

/** @throws Problem `not_found`. */
export async function getWorkspaceById(ctx: Ctx, id: string): Promise<WorkspaceRow> {
  const [row] = await ctx.db.select().from(workspace).where(eq(workspace.id, id));
  if (row === undefined) throw new Problem("not_found");
  return row;
}

/** Whether a job takes applications at a time (milliseconds). */
export const isOpen = (job: Pick<JobRow, "state" | "closes_at">, at: number): boolean =>
  job.state === "published" && (job.closes_at === null || job.closes_at > at);

/** A job of a careers site, open or closed; drafts do not exist there. @throws Problem `not_found`. */
export async function getJobBySlug(ctx: Ctx, workspaceId: string, slug: string): Promise<JobWithRubric> {
  const [row] = await jobColumns(ctx).where(
    and(eq(job.workspace_id, workspaceId), eq(job.slug, slug), ne(job.state, "draft")),
  );
  if (row === undefined) throw new Problem("not_found", "There is no such opening.");
  return row;
}

/** Published jobs that still take applications, newest first. */
export function listOpenings(ctx: Ctx, workspaceId: string): Promise<JobWithRubric[]> {
  return jobColumns(ctx)
    .where(
      and(
        eq(job.workspace_id, workspaceId),
        eq(job.state, "published"),
        or(isNull(job.closes_at), gt(job.closes_at, ctx.now())),
      ),
    )
    .orderBy(desc(job.published_at), desc(job.id))
    .limit(200);
}

/** A job's rubrics, the newest first. */
export async function listRubrics(ctx: Ctx, jobId: string): Promise<StoredRubric[]> {
  return assemble(await rubricRows(ctx, eq(rubric.job_id, jobId)));
}

/** The rubric that a job's applications are judged by today; null while it has none. */
export async function latestRubric(ctx: Ctx, jobId: string): Promise<StoredRubric | null> {
  const newest = ctx.db
    .select({ version: max(rubric.version) })
    .from(rubric)
    .where(eq(rubric.job_id, jobId));
  const rows = await rubricRows(ctx, and(eq(rubric.job_id, jobId), inArray(rubric.version, newest)));
  return assemble(rows)[0] ?? null;
}

/** A job with the rubric that its applications are judged by today; null while it has none. */
export async function jobToJudgeBy(
  ctx: Ctx,
  jobId: string,
): Promise<{ job: JobRow; rubric: StoredRubric } | null> {
  const [newest, [row]] = await Promise.all([
    latestRubric(ctx, jobId),
    ctx.db.select().from(job).where(eq(job.id, jobId)),
  ]);
  return newest === null || row === undefined ? null : { job: row, rubric: newest };
}

const rubricRows = (ctx: Ctx, where: SQL | undefined) =>
  ctx.db
    .select({ rubric, criterion })
    .from(rubric)
    .innerJoin(criterion, eq(criterion.rubric_id, rubric.id))
    .where(where)
    .orderBy(desc(rubric.version), criterion.position);

function assemble(rows: Awaited<ReturnType<typeof rubricRows>>): StoredRubric[] {
  const rubrics = new Map<string, StoredRubric>();
  for (const row of rows) {
    const { id, version, threshold, created_at } = row.rubric;
    const one = rubrics.get(id) ?? { id, version, threshold, created_at, criteria: [] };
    one.criteria.push(criterionOf(row.criterion));
    rubrics.set(id, one);
  }
  return [...rubrics.values()];
}

function criterionOf(row: typeof criterion.$inferSelect): Criterion {
  const {
    slug,
    kind,
    label,
    description,
    terms,
    min_years,
    min_degree,
    min_language_level,
    weight,
    must_have,
  } = row;
  return {
    id: slug,
    kind,
    label,
    description,
    terms,
    min_years,
    min_degree,
    min_language_level,
    weight,
    must_have,
  };
}
