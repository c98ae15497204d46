import { and, desc, eq, gte, inArray, lt } from "drizzle-orm";
import { application, candidate, document, evaluation } from "../../db/schema/index.ts";
import type { Ctx } from "../context.ts";
import { originalObject, redactedObject } from "../documents/objects.ts";
import { Problem } from "../http/problem.ts";
import { openCandidateKey, unsealText } from "../redaction/vault.ts";
import type { ApplicationState, Stage } from "./states.ts";
import type { Personal } from "./submit.ts";

export interface ApplicationRow {
  application: typeof application.$inferSelect;
  candidate: typeof candidate.$inferSelect;
  document: typeof document.$inferSelect;
  evaluation: typeof evaluation.$inferSelect | null;
}

const applicationRows = (ctx: Ctx) =>
  ctx.db
    .select({ application, candidate, document, evaluation })
    .from(application)
    .innerJoin(candidate, eq(candidate.id, application.candidate_id))
    .innerJoin(document, eq(document.application_id, application.id))
    .leftJoin(evaluation, eq(evaluation.id, application.evaluation_id));

/** @throws Problem `not_found`, also for an application of another workspace. */
export async function getApplication(ctx: Ctx, workspaceId: string, id: string): Promise<ApplicationRow> {
  const [row] = await applicationRows(ctx).where(
    and(eq(application.workspace_id, workspaceId), eq(application.id, id)),
  );
  if (row === undefined) throw new Problem("not_found", "There is no such application.");
  return row;
}

/** The application behind a checked status link: the link is the right to see it, whatever the workspace. */
export async function getApplicationById(ctx: Ctx, id: string): Promise<ApplicationRow> {
  const [row] = await applicationRows(ctx).where(eq(application.id, id));
  if (row === undefined) throw new Problem("not_found");
  return row;
}

export interface ApplicationFilter {
  limit: number;
  after: string | null;
  job_id?: string | undefined;
  state?: ApplicationState | undefined;
  stage?: Stage | undefined;
  ids?: string[] | undefined;
  /** Milliseconds since 1970. */
  updated_after?: number | undefined;
}

/** Newest first; `after` is the id of the last application of the page before. */
export function listApplications(
  ctx: Ctx,
  workspaceId: string,
  filter: ApplicationFilter,
): Promise<ApplicationRow[]> {
  const { job_id, state, stage, updated_after, ids } = filter;
  return applicationRows(ctx)
    .where(
      and(
        eq(application.workspace_id, workspaceId),
        filter.after === null ? undefined : lt(application.id, filter.after),
        job_id === undefined ? undefined : eq(application.job_id, job_id),
        state === undefined ? undefined : eq(application.state, state),
        stage === undefined ? undefined : eq(application.stage, stage),
        ids === undefined ? undefined : inArray(application.id, ids),
        updated_after === undefined ? undefined : gte(application.updated_at, updated_after),
      ),
    )
    .orderBy(desc(application.id))
    .limit(filter.limit + 1);
}

/** Name and addresses, unsealed; null once erased. */
export async function personalOf(ctx: Ctx, row: ApplicationRow): Promise<Personal | null> {
  if (row.candidate.personal === null) return null;
  const key = await openCandidateKey(ctx, row.candidate.id);
  return unsealText<Personal>(key, row.candidate.personal, row.candidate.id);
}

/** The file as it was sent. @throws Problem `erased`. */
export async function originalFile(ctx: Ctx, row: ApplicationRow): Promise<R2ObjectBody> {
  const object = await ctx.files.get(originalObject(row.candidate.id));
  if (object === null) throw new Problem("erased");
  return object;
}

/** The visible text without personal data. @throws Problem `conflict` before it has been read, `erased` after erasure. */
export async function redactedText(ctx: Ctx, row: ApplicationRow): Promise<string> {
  if (row.candidate.erased_at !== null) throw new Problem("erased");
  const object = await ctx.files.get(redactedObject(row.document.id));
  if (object === null)
    throw new Problem("conflict", "There is no redacted text: the document has not been read.");
  return object.text();
}
