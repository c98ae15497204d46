import type { Statement } from "../../db/insert.ts";
import type { AuditInput } from "../audit/append.ts";
import type { Ctx } from "../context.ts";
import { redactedObject } from "../documents/objects.ts";
import { jobToJudgeBy } from "../jobs/read-jobs.ts";
import { type Claim, commitClaim, needsAttention } from "../pipeline/claim.ts";
import { isLate } from "../routing/concurrency.ts";
import { deadlineOf, inferenceUntil } from "../routing/deadline.ts";
import { failureStatements } from "../routing/failures.ts";
import { clockAt } from "../routing/limits.ts";
import { evaluationBudget, patientInference } from "../routing/patience.ts";
import { type InferencePools, type Pool, type PoolServer, roomFor, serverFor } from "../routing/pools.ts";
import { evaluationPriority } from "../routing/priority.ts";
import { fractionOf, throughBreaker } from "../routing/tier.ts";
import { InferenceError } from "../routing/types.ts";
import { limitStatement } from "../routing/workspace-limit.ts";
import { evaluateByModel } from "./evaluate-by-model.ts";
import { evaluateByRules } from "./evaluate-by-rules.ts";
import { judgeTokens } from "./judge.ts";
import { numberLines } from "./lines.ts";
import { type NotedCall, notedInference } from "./noted-inference.ts";
import { recordEvaluation, storeCalls } from "./record-evaluation.ts";
import { freshTokens, timingsOf } from "./timings.ts";
import type { Material, Verdict } from "./verdict.ts";

/**
 * Judges a claimed application against its job's newest rubric and records the evaluation. Without a model, or while
 * the tier is cold, the rules answer; a cold tier makes that provisional, to be superseded when it is back.
 *
 * @returns whether the model answered
 */
export async function evaluateApplication(ctx: Ctx, held: Claim): Promise<boolean> {
  const text = await ctx.files.get(redactedObject(held.document.id));
  const material = text === null ? null : await gather(ctx, held, await text.text());
  if (material === null) {
    await needsAttention(ctx, held, "processing_failed", "the redacted text or the rubric is gone");
    return false;
  }
  const started = ctx.now();
  if (ctx.inference === null) {
    const how = { started, retryAt: null, asked: null };
    await recordEvaluation(ctx, held, material, evaluateByRules(material), how);
    return false;
  }
  const tokens = judgeTokens(material);
  const server = serverFor(ctx.inference, "evaluate", tokens);
  if (server === null) {
    await tooLong(ctx, held, ctx.inference, tokens);
    return false;
  }
  const measured = { ...held, application: { ...held.application, judge_tokens: tokens } };
  return askModel(ctx, measured, material, { server, started });
}

/** Has one server judge: the question is sent to it whole or not at all, and the evaluation names one model. */
async function askModel(
  ctx: Ctx,
  held: Claim,
  material: Material,
  { server, started }: { server: PoolServer; started: number },
): Promise<boolean> {
  const { application } = held;
  const notes: NotedCall[] = [];
  const asked = { pool: server.pool, at: ctx.now() };
  try {
    const inference = jobInference(ctx, server, notes, application.lease_until);
    const priority = evaluationPriority(application.priority);
    const answer = await throughBreaker(ctx, server, () =>
      evaluateByModel(ctx, inference, material, priority),
    );
    if (answer.ok) {
      const statements = limitStatements(ctx, held, asked, cameLate(ctx, answer.verdict));
      await recordEvaluation(ctx, held, material, answer.verdict, {
        ...{ started, retryAt: null, asked, statements },
      });
    } else {
      await needsAttention(ctx, held, "model_output_unusable", "two answers in a row could not be used", {
        audit: await brokenOff(ctx, held, "model_output_unusable", notes),
      });
    }
    return true;
  } catch (error) {
    if (!(error instanceof InferenceError)) throw error;
    ctx.log("warn", "model tier did not answer", { application_id: application.id, code: error.code });
    const audit = await brokenOff(ctx, held, error.code, notes);
    const statements = [
      ...failureStatements(ctx, server, error),
      ...(OVERLOADED.has(error.code) ? limitStatements(ctx, held, asked, true) : []),
    ];
    if (error.code === "refused") {
      await needsAttention(ctx, held, "model_refused", error.message, { audit, statements });
      return false;
    }
    const retryAt = retryTime(ctx, error.retryAfterS);
    if (application.evaluation_id !== null) await tryLater(ctx, held, { retryAt, audit, statements });
    else
      await recordEvaluation(ctx, held, material, evaluateByRules(material), {
        ...{ started, retryAt, asked: null, audit, statements },
      });
    return false;
  }
}

/** Failures of a server that has more to do than it can: they count as first tokens that came late. */
const OVERLOADED: ReadonlySet<string> = new Set(["stalled", "rate_limited"]);

/** The server for one evaluation: with a record of every call, a few retries, and one deadline over all of it. */
function jobInference(ctx: Ctx, server: PoolServer, notes: NotedCall[], leaseUntil: number) {
  const until = deadlineOf(server.pool, ctx.now(), leaseUntil);
  const clock = clockAt(ctx.now);
  const patient = patientInference(notedInference(server.inference, notes), {
    budget: evaluationBudget(),
    random: () => fractionOf(ctx),
    clock,
    until,
  });
  return inferenceUntil(patient, until, clock);
}

const cameLate = (ctx: Ctx, { calls }: Verdict): boolean =>
  isLate(timingsOf(calls).ttft_ms ?? 0, freshTokens(calls), ctx.config.INFERENCE_TTFT_TARGET_MS);

/** What the answer tells of how much the workspace may have running. */
const limitStatements = (ctx: Ctx, { room }: Claim, asked: { pool: Pool; at: number }, late: boolean) =>
  room === null || room.pool !== asked.pool ? [] : [limitStatement(ctx, room, { askedAt: asked.at, late })];

/** Puts the calls of an evaluation that broke off on the record; a tier that said nothing leaves nothing to record. */
async function brokenOff(ctx: Ctx, held: Claim, code: string, notes: NotedCall[]): Promise<AuditInput[]> {
  if (notes.every(({ output }) => output === "")) return [];
  const { id, epoch } = held.application;
  const calls = await storeCalls(ctx, id, `broken-${epoch}`, notes);
  return [{ action: "evaluation.broken_off", subject: id, detail: { code, calls } }];
}

async function gather(ctx: Ctx, held: Claim, text: string): Promise<Material | null> {
  const { job_id, created_at } = held.application;
  const judgedBy = await jobToJudgeBy(ctx, job_id);
  return judgedBy && { ...judgedBy, lines: numberLines(text), received_at: created_at };
}

/** No server takes it whole, and half a résumé is not judged. */
async function tooLong(ctx: Ctx, held: Claim, pools: InferencePools, tokens: number): Promise<void> {
  const detail = `about ${tokens} tokens, and the roomiest server takes ${roomFor(pools, "evaluate")}: give INFERENCE_LONG_URL a server that takes more`;
  await needsAttention(ctx, held, "too_long_for_model", detail);
}

const retryTime = (ctx: Ctx, retryAfterS: number | null) =>
  ctx.now() + Math.max(ctx.config.INFERENCE_RETRY_AFTER_MS, (retryAfterS ?? 0) * 1000);

/** The standing evaluation stays; the sweep asks again. */
async function tryLater(
  ctx: Ctx,
  held: Claim,
  { retryAt, audit, statements }: { retryAt: number; audit: AuditInput[]; statements: Statement[] },
): Promise<void> {
  await commitClaim(ctx, held, {
    patch: { retry_at: retryAt, judge_tokens: held.application.judge_tokens },
    statements,
    audit,
  });
}
