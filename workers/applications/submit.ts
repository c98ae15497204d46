import { and, eq, sql } from "drizzle-orm";
import { application, auditEntry, candidate, document, idempotencyKey, job } from "../../db/schema/index.ts";
import type { ChainHead } from "../audit/chain.ts";
import { ConstraintViolation, commit } from "../audit/commit.ts";
import type { Ctx } from "../context.ts";
import { originalObject } from "../documents/objects.ts";
import { Problem } from "../http/problem.ts";
import { isOpen } from "../jobs/read-jobs.ts";
import { readMessage } from "../pipeline/messages.ts";
import { sendDue } from "../pipeline/send.ts";
import { newCandidateKey, sealText } from "../redaction/vault.ts";
import { keyedHash, sha256Hex } from "../secrets.ts";
import type { ApplicationForm } from "./form.ts";
import { statusToken } from "./status-link.ts";

/** The same file for the same job from the same address is the same application for this long. */
export const SAME_APPLICATION_MS = 24 * 60 * 60 * 1000;

export interface Personal {
  name: string;
  email: string;
  phone: string | null;
  file_name: string;
}

export interface Submitted {
  application_id: string;
  /** The applicant's own key to it. */
  token: string;
  /** False when an earlier, identical application was returned. */
  created: boolean;
}

/**
 * Takes an application: file and key into the object store, rows, event and audit entry in one batch, one message.
 *
 * @throws Problem `not_found`, `job_closed`, `storage_unavailable`.
 */
export async function submitApplication(
  ctx: Ctx,
  input: { jobId: string; form: ApplicationForm; source: "careers" | "api" },
): Promise<Submitted> {
  const { form } = input;
  const sha256 = await sha256Hex(form.file.bytes);
  const key = await submissionKey(ctx, input.jobId, form.email, sha256);
  const { opening, head, earlier } = await lookUp(ctx, input.jobId, key);
  if (earlier !== null && earlier.expires_at > ctx.now()) return already(ctx, earlier.application_id);

  const ids = {
    application: ctx.id("application"),
    candidate: ctx.id("candidate"),
    document: ctx.id("document"),
  };
  const candidateKey = await newCandidateKey(ctx, ids.candidate);
  await ctx.files.put(originalObject(ids.candidate), form.file.bytes, {
    sha256,
    customMetadata: candidateKey.metadata,
  });
  const personal: Personal = {
    name: form.name,
    email: form.email,
    phone: form.phone,
    file_name: form.file.name,
  };
  const rows = {
    personal: await sealText(ctx, candidateKey.key, personal, ids.candidate),
    emailHash: await keyedHash(ctx.config.CANDOR_SECRET, "email_hash", normalEmail(form.email)),
    sha256,
  };
  try {
    await insertApplication(ctx, { ...input, opening, head, ids, key, replace: earlier !== null, ...rows });
  } catch (error) {
    if (!(error instanceof ConstraintViolation)) throw error;
    await ctx.files.delete(originalObject(ids.candidate));
    const winner = (await lookUp(ctx, input.jobId, key)).earlier;
    if (winner === null) throw error;
    return already(ctx, winner.application_id);
  }
  if (!form.manual_reading) await sendDue(ctx, readMessage(opening.workspace_id, ids.application));
  return { application_id: ids.application, token: await statusToken(ctx, ids.application), created: true };
}

async function already(ctx: Ctx, applicationId: string | null): Promise<Submitted> {
  const id = applicationId ?? "";
  return { application_id: id, token: await statusToken(ctx, id), created: false };
}

const normalEmail = (email: string) => email.trim().toLowerCase();

const submissionKey = (ctx: Ctx, jobId: string, email: string, sha256: string): Promise<string> =>
  keyedHash(ctx.config.CANDOR_SECRET, "submission", `${jobId}\n${normalEmail(email)}\n${sha256}`).then(
    (hash) => `submission:${hash}`,
  );

/** The job, an earlier submission of the same, and the head of the record: one statement, since applicants wait for it. */
async function lookUp(ctx: Ctx, jobId: string, key: string) {
  const last = sql`(SELECT max(seq) FROM ${auditEntry} WHERE workspace_id = ${job.workspace_id})`;
  const [row] = await ctx.db
    .select({
      workspace_id: job.workspace_id,
      state: job.state,
      closes_at: job.closes_at,
      application_id: idempotencyKey.body,
      expires_at: idempotencyKey.expires_at,
      seq: auditEntry.seq,
      chain_hash: auditEntry.chain_hash,
    })
    .from(job)
    .leftJoin(
      idempotencyKey,
      and(eq(idempotencyKey.workspace_id, job.workspace_id), eq(idempotencyKey.key, key)),
    )
    .leftJoin(auditEntry, and(eq(auditEntry.workspace_id, job.workspace_id), eq(auditEntry.seq, last)))
    .where(eq(job.id, jobId));
  if (row === undefined) throw new Problem("not_found", "There is no such job.");
  if (!isOpen(row, ctx.now())) throw new Problem("job_closed");
  const { workspace_id, application_id, expires_at, seq, chain_hash } = row;
  return {
    opening: { workspace_id },
    head: { seq: seq ?? 0, chain_hash },
    earlier: expires_at === null ? null : { application_id, expires_at },
  };
}

interface NewApplication {
  jobId: string;
  form: ApplicationForm;
  source: "careers" | "api";
  opening: { workspace_id: string };
  head: ChainHead;
  ids: { application: string; candidate: string; document: string };
  key: string;
  /** An expired row of the same submission stands in the way. */
  replace: boolean;
  personal: string;
  emailHash: string;
  sha256: string;
}

async function insertApplication(ctx: Ctx, input: NewApplication): Promise<void> {
  const { ids, form } = input;
  const at = ctx.now();
  const workspace_id = input.opening.workspace_id;
  const state = form.manual_reading ? "needs_attention" : "received";
  const sameKey = and(eq(idempotencyKey.workspace_id, workspace_id), eq(idempotencyKey.key, input.key));
  await commit(ctx, {
    workspaceId: workspace_id,
    head: input.head,
    statements: [
      ...(input.replace ? [ctx.db.delete(idempotencyKey).where(sameKey)] : []),
      ctx.db.insert(idempotencyKey).values({
        workspace_id,
        key: input.key,
        request_hash: input.sha256,
        status: 201,
        body: ids.application,
        created_at: at,
        expires_at: at + SAME_APPLICATION_MS,
      }),
      ctx.db.insert(candidate).values({
        id: ids.candidate,
        workspace_id,
        personal: input.personal,
        email_hash: input.emailHash,
        created_at: at,
      }),
      ctx.db.insert(application).values({
        id: ids.application,
        workspace_id,
        job_id: input.jobId,
        candidate_id: ids.candidate,
        external_id: form.external_id,
        source: input.source,
        state,
        attention_reason: form.manual_reading ? "manual_reading" : null,
        stage: "new",
        epoch: 0,
        lease_until: 0,
        queued_at: at,
        attempts: 0,
        manual_reading: form.manual_reading,
        consented_at: at,
        created_at: at,
        updated_at: at,
      }),
      ctx.db.insert(document).values({
        id: ids.document,
        workspace_id,
        application_id: ids.application,
        kind: "resume",
        bytes: form.file.bytes.byteLength,
        sha256: input.sha256,
        created_at: at,
      }),
    ],
    audit: [
      {
        action: "application.received",
        subject: ids.application,
        detail: {
          job_id: input.jobId,
          candidate_id: ids.candidate,
          document_id: ids.document,
          document_sha256: input.sha256,
          source: input.source,
          manual_reading: form.manual_reading,
        },
      },
    ],
    events: [
      {
        type: "application.created",
        payload: {
          application_id: ids.application,
          candidate_id: ids.candidate,
          job_id: input.jobId,
          state,
          stage: "new",
        },
      },
    ],
  });
}
