import type { z } from "@hono/zod-openapi";
import { and, eq, max } from "drizzle-orm";
import type { Statement } from "../../db/insert.ts";
import { criterion, job, rubric } from "../../db/schema/index.ts";
import { ConstraintViolation, commit } from "../audit/commit.ts";
import { auditHead, headOf } from "../audit/seal.ts";
import type { Ctx } from "../context.ts";
import type { EventInput } from "../events/catalogue.ts";
import { Problem } from "../http/problem.ts";
import { getJob, type JobRow } from "./read-jobs.ts";
import type { jobInput, jobPatch, rubricInput } from "./schema.ts";

type RubricInput = z.output<typeof rubricInput>;

/** @throws Problem `conflict` when the slug is taken. */
export async function createJob(
  ctx: Ctx,
  workspaceId: string,
  input: z.output<typeof jobInput>,
): Promise<string> {
  const { rubric: firstRubric, closes_at, ...fields } = input;
  const at = ctx.now();
  const id = ctx.id("job");
  if (input.state === "published" && firstRubric === undefined) throw rubricMissing();
  const row = {
    id,
    workspace_id: workspaceId,
    ...fields,
    closes_at: closes_at === null ? null : Date.parse(closes_at),
    created_at: at,
    updated_at: at,
    published_at: input.state === "published" ? at : null,
  };
  const rubricRows = firstRubric === undefined ? [] : rubricStatements(ctx, workspaceId, id, 1, firstRubric);
  try {
    await commit(ctx, {
      workspaceId,
      head: headOf(await auditHead(ctx, workspaceId)),
      statements: [ctx.db.insert(job).values(row), ...rubricRows],
      audit: [{ action: "job.created", subject: id, detail: { slug: input.slug, state: input.state } }],
      events: input.state === "published" ? [jobEvent("job.published", id)] : [],
    });
  } catch (error) {
    if (error instanceof ConstraintViolation) throw new Problem("conflict", "A job with this slug exists.");
    throw error;
  }
  return id;
}

/** @throws Problem `not_found`; `conflict` when a job without a rubric would be published. */
export async function updateJob(
  ctx: Ctx,
  workspaceId: string,
  jobId: string,
  patch: z.output<typeof jobPatch>,
): Promise<void> {
  const before = await getJob(ctx, workspaceId, jobId);
  if (patch.state === "published" && before.rubric_version === null) throw rubricMissing();
  const { closes_at, ...rest } = patch;
  const at = ctx.now();
  const set = {
    ...rest,
    ...(closes_at === undefined ? {} : { closes_at: closes_at === null ? null : Date.parse(closes_at) }),
    updated_at: at,
    ...(patch.state === "published" && before.job.published_at === null ? { published_at: at } : {}),
  };
  await commit(ctx, {
    workspaceId,
    head: headOf(await auditHead(ctx, workspaceId)),
    statements: [
      ctx.db
        .update(job)
        .set(set)
        .where(and(eq(job.id, jobId), eq(job.workspace_id, workspaceId))),
    ],
    audit: [
      {
        action: "job.updated",
        subject: jobId,
        detail: { fields: Object.keys(patch).sort(), state: patch.state ?? before.job.state },
      },
    ],
    events: stateEvents(before.job, patch.state),
  });
}

/** Adds the next version; earlier ones stay as they are. */
export async function addRubric(
  ctx: Ctx,
  workspaceId: string,
  jobId: string,
  input: RubricInput,
): Promise<number> {
  await getJob(ctx, workspaceId, jobId);
  const [newest] = await ctx.db
    .select({ version: max(rubric.version) })
    .from(rubric)
    .where(eq(rubric.job_id, jobId));
  const version = (newest?.version ?? 0) + 1;
  try {
    await commit(ctx, {
      workspaceId,
      head: headOf(await auditHead(ctx, workspaceId)),
      statements: rubricStatements(ctx, workspaceId, jobId, version, input),
      audit: [
        { action: "rubric.created", subject: jobId, detail: { version, criteria: input.criteria.length } },
      ],
    });
  } catch (error) {
    if (error instanceof ConstraintViolation)
      throw new Problem("conflict", "Somebody else has just added a version.");
    throw error;
  }
  return version;
}

/** One insert for the rubric and one a criterion: D1 binds at most 100 values a statement. */
export function rubricStatements(
  ctx: Ctx,
  workspace_id: string,
  job_id: string,
  version: number,
  input: RubricInput,
): Statement[] {
  const id = ctx.id("rubric");
  const head = { id, workspace_id, job_id, version, threshold: input.threshold, created_at: ctx.now() };
  return [
    ctx.db.insert(rubric).values(head),
    ...input.criteria.map(({ id: slug, ...fields }, position) =>
      ctx.db.insert(criterion).values({ rubric_id: id, workspace_id, position, slug, ...fields }),
    ),
  ];
}

const rubricMissing = () => new Problem("conflict", "A job needs a rubric before it can be published.");

const jobEvent = (type: "job.published" | "job.closed", job_id: string): EventInput => ({
  type,
  payload: { job_id },
});

function stateEvents(before: JobRow, state: JobRow["state"] | undefined): EventInput[] {
  if (state === undefined || state === before.state) return [];
  if (state === "published") return [jobEvent("job.published", before.id)];
  return state === "closed" ? [jobEvent("job.closed", before.id)] : [];
}
