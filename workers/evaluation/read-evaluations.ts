import { and, desc, eq, inArray } from "drizzle-orm";
import { application, criterion, evaluation, explanation, finding } from "../../db/schema/index.ts";
import type { Ctx } from "../context.ts";
import { iso } from "../http/openapi.ts";
import { Problem } from "../http/problem.ts";
import type { EvaluationView } from "./schema.ts";
import { gaps, strengths } from "./summary.ts";
import type { Finding } from "./types.ts";

/** One evaluation with its findings, as the API shows it. @throws Problem `not_found`. */
export async function getEvaluation(ctx: Ctx, workspaceId: string, id: string): Promise<EvaluationView> {
  const [rows, findings, criteria, explanations] = await ctx.db.batch([
    ctx.db
      .select({ evaluation, current: application.evaluation_id })
      .from(evaluation)
      .innerJoin(application, eq(application.id, evaluation.application_id))
      .where(and(eq(evaluation.workspace_id, workspaceId), eq(evaluation.id, id))),
    ctx.db.select().from(finding).where(eq(finding.evaluation_id, id)).orderBy(finding.position),
    ctx.db
      .select()
      .from(criterion)
      .where(
        inArray(
          criterion.rubric_id,
          ctx.db.select({ id: evaluation.rubric_id }).from(evaluation).where(eq(evaluation.id, id)),
        ),
      )
      .orderBy(criterion.position),
    ctx.db
      .select()
      .from(explanation)
      .where(eq(explanation.evaluation_id, id))
      .orderBy(desc(explanation.id))
      .limit(1),
  ]);
  const row = rows[0];
  if (row === undefined) throw new Problem("not_found", "There is no such evaluation.");
  return evaluationView(row, findings, criteria, explanations[0] ?? null);
}

/** Ids of an application's evaluations, newest first. */
export const listEvaluationIds = (ctx: Ctx, workspaceId: string, applicationId: string) =>
  ctx.db
    .select({ id: evaluation.id })
    .from(evaluation)
    .where(and(eq(evaluation.workspace_id, workspaceId), eq(evaluation.application_id, applicationId)))
    .orderBy(desc(evaluation.id))
    .limit(50);

/** The evaluation's findings in the form that explanations and prompts take. */
export async function findingsOf(ctx: Ctx, evaluationId: string): Promise<Finding[]> {
  const rows = await ctx.db
    .select()
    .from(finding)
    .where(eq(finding.evaluation_id, evaluationId))
    .orderBy(finding.position);
  return rows.map(findingOf);
}

const findingOf = (row: typeof finding.$inferSelect): Finding => ({
  criterion_id: row.criterion,
  level: row.level,
  claimed_level: row.claimed_level,
  reason: row.reason,
  evidence: row.evidence,
  flags: row.flags,
});

type CriterionRow = typeof criterion.$inferSelect;

function evaluationView(
  { evaluation: row, current }: { evaluation: typeof evaluation.$inferSelect; current: string | null },
  findings: (typeof finding.$inferSelect)[],
  criteria: CriterionRow[],
  told: typeof explanation.$inferSelect | null,
): EvaluationView {
  const asked = new Map(criteria.map((one) => [one.slug, one]));
  const rubric = criteria.map(({ slug, weight, must_have }) => ({ id: slug, weight, must_have }));
  const verified = findings.map(findingOf);
  const brief = (one: Finding) => ({
    criterion: one.criterion_id,
    label: asked.get(one.criterion_id)?.label ?? one.criterion_id,
    level: one.level,
    lines: one.evidence.map((evidence) => evidence.line),
  });
  return {
    id: row.id,
    application_id: row.application_id,
    engine: row.engine,
    provisional: row.provisional,
    superseded: current !== row.id,
    model: row.model,
    prompt_version: row.prompt_version,
    rubric_version: row.rubric_version,
    seed: row.seed,
    score: row.score,
    recommendation: row.recommendation,
    criteria: verified.map((one) => {
      const { label, weight, must_have } = asked.get(one.criterion_id)!;
      const { criterion_id, ...rest } = one;
      return { id: criterion_id, label, weight, must_have, ...rest };
    }),
    fit_roles: row.fit_roles,
    strengths: strengths(verified, rubric).map(brief),
    gaps: gaps(verified, rubric).map(brief),
    explanation: told && {
      language: told.language,
      text: told.text,
      model: told.model,
      prompt_version: told.prompt_version,
      created_at: iso(told.created_at),
    },
    flags: row.flags,
    usage: {
      prompt_tokens: row.prompt_tokens,
      cached_tokens: row.cached_tokens,
      completion_tokens: row.completion_tokens,
    },
    latency_ms: row.latency_ms,
    input_sha256: row.input_sha256,
    supersedes: row.supersedes,
    created_at: iso(row.created_at),
  };
}
