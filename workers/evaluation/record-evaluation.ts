import { evaluation, finding, promptVersion } from "../../db/schema/index.ts";
import type { AuditInput } from "../audit/append.ts";
import type { Change } from "../audit/commit.ts";
import type { Ctx } from "../context.ts";
import { type Claim, commitClaim } from "../pipeline/claim.ts";
import type { Pool } from "../routing/pools.ts";
import { sha256Hex } from "../secrets.ts";
import type { ModelCall } from "./model-call.ts";
import type { NotedCall } from "./noted-inference.ts";
import { callsObject } from "./objects.ts";
import { canonicalPrompt, PROMPT_VERSION } from "./prompt.ts";
import { score } from "./score.ts";
import { fitRoles } from "./summary.ts";
import { timingsOf } from "./timings.ts";
import type { Finding } from "./types.ts";
import type { Material, Verdict } from "./verdict.ts";

/** How an evaluation came about, beside what it says. */
export interface Circumstances {
  /** When its work began, milliseconds since 1970. */
  started: number;
  /** When the model is to be asked again; null for an evaluation that stands. */
  retryAt: number | null;
  /** The pool that answered, and when it was asked; null for rules. */
  asked: { pool: Pool; at: number } | null;
  audit?: AuditInput[];
  statements?: Change["statements"];
}

/** Writes an evaluation with everything that follows from it, under the claim that it was made for. */
export async function recordEvaluation(
  ctx: Ctx,
  held: Claim,
  material: Material,
  verdict: Verdict,
  how: Circumstances,
): Promise<void> {
  const { id: application_id, workspace_id, job_id, candidate_id, stage, epoch } = held.application;
  const { rubric, lines } = material;
  const id = ctx.id("evaluation");
  const result = score(verdict.findings, rubric);
  const supersedes = held.application.evaluation_id;
  const calls = await storeCalls(ctx, application_id, id, verdict.calls);
  const row = {
    id,
    workspace_id,
    application_id,
    epoch,
    engine: verdict.engine,
    provisional: how.retryAt !== null,
    model: verdict.model,
    prompt_version: verdict.prompt_version,
    rubric_id: rubric.id,
    rubric_version: rubric.version,
    seed: verdict.seed,
    ...result,
    fit_roles: fitRoles(lines, { role: material.job.title, score: result.score }),
    flags: held.document.flags ?? [],
    ...verdict.usage,
    latency_ms: ctx.now() - how.started,
    ...servedBy(held, verdict, how.asked),
    input_sha256: held.document.redacted_sha256 ?? "",
    supersedes,
    created_at: ctx.now(),
  };
  const ids = { application_id, candidate_id, job_id };
  const outcome = {
    ...ids,
    evaluation_id: id,
    engine: row.engine,
    provisional: row.provisional,
    score: row.score,
    recommendation: row.recommendation,
  };
  await commitClaim(ctx, held, {
    patch: {
      state: "evaluated",
      attention_reason: null,
      evaluation_id: id,
      retry_at: how.retryAt,
      judge_tokens: held.application.judge_tokens,
    },
    statements: [
      ...(await promptStatements(ctx, verdict)),
      ctx.db.insert(evaluation).values(row),
      ...findingStatements(ctx, workspace_id, id, verdict.findings),
      ...(how.statements ?? []),
    ],
    audit: [
      ...(how.audit ?? []),
      {
        action: "evaluation.recorded",
        subject: application_id,
        detail: {
          ...outcome,
          model: row.model,
          prompt_version: row.prompt_version,
          rubric_version: rubric.version,
          input_sha256: row.input_sha256,
          supersedes,
          calls,
        },
      },
    ],
    events: [
      { type: "application.evaluated", payload: { ...outcome, state: "evaluated", stage } },
      ...(supersedes === null
        ? []
        : [
            {
              type: "evaluation.superseded" as const,
              payload: { ...ids, evaluation_id: supersedes, superseded_by: id },
            },
          ]),
    ],
  });
}

/** What the operator's figures are made of. A new evaluation has waited since it was asked for, others since they came. */
function servedBy({ application }: Claim, verdict: Verdict, asked: Circumstances["asked"]) {
  if (asked === null) return {};
  const since = application.evaluation_id === null ? application.created_at : application.queued_at;
  return { pool: asked.pool, queue_ms: Math.max(0, asked.at - since), ...timingsOf(verdict.calls) };
}

/** Keeps prompts and raw output in the object store; the audit entry names them by hash. */
export async function storeCalls(
  ctx: Ctx,
  applicationId: string,
  name: string,
  calls: readonly (ModelCall | NotedCall)[],
) {
  if (calls.length === 0) return null;
  const body = JSON.stringify(calls);
  const key = callsObject(applicationId, name);
  await ctx.files.put(key, body, { httpMetadata: { contentType: "application/json" } });
  const hashes = calls.map(async (call) => ({
    ...("purpose" in call
      ? { purpose: call.purpose, finish_reason: call.finish_reason }
      : { outcome: call.outcome }),
    prompt_sha256: await sha256Hex(JSON.stringify(call.request)),
    output_sha256: await sha256Hex(call.output),
  }));
  return { object: key, sha256: await sha256Hex(body), each: await Promise.all(hashes) };
}

/** The words of the prompt, once. */
async function promptStatements(ctx: Ctx, verdict: Verdict) {
  if (verdict.prompt_version === null) return [];
  const body = canonicalPrompt();
  const row = { id: PROMPT_VERSION, sha256: await sha256Hex(body), body, created_at: ctx.now() };
  return [ctx.db.insert(promptVersion).values(row).onConflictDoNothing()];
}

/** D1 binds at most 100 values a statement: ten findings of nine columns fit. */
function findingStatements(ctx: Ctx, workspace_id: string, evaluation_id: string, findings: Finding[]) {
  const rows = findings.map(({ criterion_id, ...fields }, position) => ({
    evaluation_id,
    workspace_id,
    position,
    criterion: criterion_id,
    ...fields,
  }));
  const statements = [];
  for (let at = 0; at < rows.length; at += 10)
    statements.push(ctx.db.insert(finding).values(rows.slice(at, at + 10)));
  return statements;
}
