import { and, eq } from "drizzle-orm";
import { application, evaluation, explanation, job } from "../../db/schema/index.ts";
import { commit } from "../audit/commit.ts";
import { auditHead, headOf } from "../audit/seal.ts";
import type { Ctx } from "../context.ts";
import { Problem } from "../http/problem.ts";
import { listRubrics } from "../jobs/read-jobs.ts";
import { deadlineOf, inferenceUntil } from "../routing/deadline.ts";
import { clockAt } from "../routing/limits.ts";
import { serverFor } from "../routing/pools.ts";
import { streamThroughBreaker } from "../routing/tier.ts";
import { InferenceError } from "../routing/types.ts";
import { sha256Hex } from "../secrets.ts";
import { randomFence, randomSeed } from "./evaluate-by-model.ts";
import { explain, explainTokens } from "./explain.ts";
import type { ModelCall } from "./model-call.ts";
import { callsObject } from "./objects.ts";
import { PROMPT_VERSION } from "./prompt.ts";
import { findingsOf } from "./read-evaluations.ts";

/**
 * An evaluation in words, in the reader's language: what is stored, or else streamed from the model and stored.
 *
 * @throws Problem `not_found`; `inference_not_configured` without a model; `inference_unavailable` when it is silent.
 */
export async function* explainEvaluation(
  ctx: Ctx,
  input: {
    workspaceId: string;
    applicationId: string;
    evaluationId: string;
    language: string;
    signal: AbortSignal;
  },
): AsyncGenerator<string, void> {
  const row = await evaluationRow(ctx, input);
  const stored = await storedExplanation(ctx, row.evaluation.id, input.language);
  if (stored !== null) {
    yield stored;
    return;
  }
  if (ctx.inference === null) throw new Problem("inference_not_configured");
  const rubric = (await listRubrics(ctx, row.job.id)).find((one) => one.id === row.evaluation.rubric_id);
  if (rubric === undefined) throw new Problem("not_found");
  const asked = {
    rubric,
    job: row.job,
    findings: await findingsOf(ctx, row.evaluation.id),
    language: input.language,
    fence: randomFence(ctx),
    seed: randomSeed(ctx),
    signal: input.signal,
  };
  const server = serverFor(ctx.inference, "explain", explainTokens(asked));
  if (server === null)
    throw new Problem(
      "inference_not_configured",
      "The evaluation's lines are more than any model server takes.",
    );
  const until = deadlineOf(server.pool, ctx.now(), null);
  const inference = inferenceUntil(server.inference, until, clockAt(ctx.now));
  try {
    const call = yield* streamThroughBreaker(ctx, server, () => explain({ ...asked, inference }));
    if (call.finish_reason === "stop") await store(ctx, row.evaluation, input.language, call);
  } catch (error) {
    if (!(error instanceof InferenceError)) throw error;
    throw new Problem("inference_unavailable", null, { retryAfterS: error.retryAfterS ?? 10, cause: error });
  }
}

async function evaluationRow(
  ctx: Ctx,
  input: { workspaceId: string; applicationId: string; evaluationId: string },
) {
  const [row] = await ctx.db
    .select({ evaluation, job })
    .from(evaluation)
    .innerJoin(application, eq(application.id, evaluation.application_id))
    .innerJoin(job, eq(job.id, application.job_id))
    .where(
      and(
        eq(evaluation.workspace_id, input.workspaceId),
        eq(evaluation.application_id, input.applicationId),
        eq(evaluation.id, input.evaluationId),
      ),
    );
  if (row === undefined) throw new Problem("not_found", "There is no such evaluation.");
  return row;
}

async function storedExplanation(ctx: Ctx, evaluationId: string, language: string): Promise<string | null> {
  const [row] = await ctx.db
    .select({ text: explanation.text })
    .from(explanation)
    .where(and(eq(explanation.evaluation_id, evaluationId), eq(explanation.language, language)));
  return row?.text ?? null;
}

async function store(
  ctx: Ctx,
  row: typeof evaluation.$inferSelect,
  language: string,
  call: ModelCall,
): Promise<void> {
  const id = ctx.id("explanation");
  const body = JSON.stringify([call]);
  const object = callsObject(row.application_id, id);
  await ctx.files.put(object, body);
  await commit(ctx, {
    workspaceId: row.workspace_id,
    head: headOf(await auditHead(ctx, row.workspace_id)),
    statements: [
      ctx.db
        .insert(explanation)
        .values({
          id,
          workspace_id: row.workspace_id,
          evaluation_id: row.id,
          language,
          text: call.output,
          model: call.model,
          prompt_version: PROMPT_VERSION,
          created_at: ctx.now(),
        })
        .onConflictDoNothing(),
    ],
    audit: [
      {
        action: "evaluation.explained",
        subject: row.application_id,
        detail: {
          evaluation_id: row.id,
          language,
          model: call.model,
          prompt_version: PROMPT_VERSION,
          calls: { object, sha256: await sha256Hex(body) },
        },
      },
    ],
  });
}
