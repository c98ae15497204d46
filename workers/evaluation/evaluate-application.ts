import { eq } from "drizzle-orm";
import { evaluation, finding, job, promptVersion } from "../../db/schema/index.ts";
import type { AuditInput } from "../audit/append.ts";
import type { Ctx } from "../context.ts";
import { redactedObject } from "../documents/objects.ts";
import { latestRubric } from "../jobs/read-jobs.ts";
import { type Claim, commitClaim, needsAttention } from "../pipeline/claim.ts";
import { evaluationBudget, patientInference } from "../routing/patience.ts";
import { fractionOf, throughBreaker } from "../routing/tier.ts";
import { InferenceError } from "../routing/types.ts";
import { sha256Hex } from "../secrets.ts";
import { evaluateByModel } from "./evaluate-by-model.ts";
import { evaluateByRules } from "./evaluate-by-rules.ts";
import { numberLines } from "./lines.ts";
import type { ModelCall } from "./model-call.ts";
import { type NotedCall, notedInference } from "./noted-inference.ts";
import { callsObject } from "./objects.ts";
import { canonicalPrompt, PROMPT_VERSION } from "./prompt.ts";
import { score } from "./score.ts";
import { fitRoles } from "./summary.ts";
import type { Finding } from "./types.ts";
import type { Material, Verdict } from "./verdict.ts";

/**
 * Judges a claimed application against its job's newest rubric and records the evaluation. Without a model, or while
 * the tier is cold, the rules answer; a cold tier makes that provisional, to be superseded when it is back.
 */
export async function evaluateApplication(ctx: Ctx, held: Claim): Promise<void> {
  const text = await ctx.files.get(redactedObject(held.document.id));
  const material = text === null ? null : await gather(ctx, held, await text.text());
  if (material === null) {
    await needsAttention(ctx, held, "processing_failed", "the redacted text or the rubric is gone");
    return;
  }
  const started = ctx.now();
  const replaces = held.application.evaluation_id;
  if (ctx.inference === null)
    return record(ctx, held, material, evaluateByRules(material), { started, provisional: false });
  const notes: NotedCall[] = [];
  try {
    const inference = patientInference(notedInference(ctx.inference, notes), {
      budget: evaluationBudget(),
      random: () => fractionOf(ctx),
    });
    const answer = await throughBreaker(ctx, () => evaluateByModel(ctx, inference, material));
    if (answer.ok) return await record(ctx, held, material, answer.verdict, { started, provisional: false });
    await needsAttention(ctx, held, "model_output_unusable", "two answers in a row could not be used", {
      audit: await brokenOff(ctx, held, "model_output_unusable", notes),
    });
  } catch (error) {
    if (!(error instanceof InferenceError)) throw error;
    ctx.log("warn", "model tier did not answer", { application_id: held.application.id, code: error.code });
    const audit = await brokenOff(ctx, held, error.code, notes);
    if (error.code === "refused") return needsAttention(ctx, held, "model_refused", error.message, { audit });
    if (replaces !== null) return tryLater(ctx, held, error, audit);
    await record(ctx, held, material, evaluateByRules(material), {
      started,
      provisional: true,
      retryAfterS: error.retryAfterS,
      audit,
    });
  }
}

/** Puts the calls of an evaluation that broke off on the record; a tier that said nothing leaves nothing to record. */
async function brokenOff(ctx: Ctx, held: Claim, code: string, notes: NotedCall[]): Promise<AuditInput[]> {
  if (notes.every(({ output }) => output === "")) return [];
  const { id, epoch } = held.application;
  const calls = await storeCalls(ctx, id, `broken-${epoch}`, notes);
  return [{ action: "evaluation.broken_off", subject: id, detail: { code, calls } }];
}

async function gather(ctx: Ctx, held: Claim, text: string): Promise<Material | null> {
  const rubric = await latestRubric(ctx, held.application.job_id);
  const [row] = await ctx.db.select().from(job).where(eq(job.id, held.application.job_id));
  if (rubric === null || row === undefined) return null;
  return { job: row, rubric, lines: numberLines(text), received_at: held.application.created_at };
}

const retryAt = (ctx: Ctx, retryAfterS: number | null) =>
  ctx.now() + Math.max(ctx.config.INFERENCE_RETRY_AFTER_MS, (retryAfterS ?? 0) * 1000);

/** The standing evaluation stays; the sweep asks again. */
async function tryLater(ctx: Ctx, held: Claim, error: InferenceError, audit: AuditInput[]): Promise<void> {
  await commitClaim(ctx, held, {
    patch: { retry_at: retryAt(ctx, error.retryAfterS) },
    statements: [],
    audit,
  });
}

async function record(
  ctx: Ctx,
  held: Claim,
  material: Material,
  verdict: Verdict,
  how: { started: number; provisional: boolean; retryAfterS?: number | null; audit?: AuditInput[] },
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
    provisional: how.provisional,
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
      retry_at: how.provisional ? retryAt(ctx, how.retryAfterS ?? null) : null,
    },
    statements: [
      ...(await promptStatements(ctx, verdict)),
      ctx.db.insert(evaluation).values(row),
      ...findingStatements(ctx, workspace_id, id, verdict.findings),
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

/** Keeps prompts and raw output in the object store; the audit entry names them by hash. */
async function storeCalls(
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
