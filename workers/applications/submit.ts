import { and, eq, lte } from "drizzle-orm";
import { insertInto } from "../../db/insert.ts";
import { application, candidate, document, type job } from "../../db/schema/index.ts";
import type { ChainHead } from "../audit/chain.ts";
import { ConstraintViolation, commit } from "../audit/commit.ts";
import type { Ctx } from "../context.ts";
import { originalObject } from "../documents/objects.ts";
import { Problem } from "../http/problem.ts";
import { isOpen } from "../jobs/read-jobs.ts";
import { readMessage } from "../pipeline/messages.ts";
import { sendDue } from "../pipeline/send.ts";
import { newCandidateKey, sealText } from "../redaction/vault.ts";
import { PRIORITY } from "../routing/priority.ts";
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
  if (earlier !== null && earlier.created_at > ctx.now() - SAME_APPLICATION_MS)
    return already(ctx, earlier.id);

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
    return already(ctx, winner.id);
  }
  if (!form.manual_reading) await sendDue(ctx, readMessage(opening.workspace_id, ids.application));
  return { application_id: ids.application, token: await statusToken(ctx, ids.application), created: true };
}

async function already(ctx: Ctx, id: string): Promise<Submitted> {
  return { application_id: id, token: await statusToken(ctx, id), created: false };
}

const normalEmail = (email: string) => email.trim().toLowerCase();

const submissionKey = (ctx: Ctx, jobId: string, email: string, sha256: string): Promise<string> =>
  keyedHash(ctx.config.CANDOR_SECRET, "submission", `${jobId}\n${normalEmail(email)}\n${sha256}`);

/** An applicant waits for it, so it is one statement, and its text is not built anew each time. */
const LOOK_UP = `
  SELECT job.workspace_id, job.state, job.closes_at, earlier.id, earlier.created_at, last.seq, last.chain_hash
  FROM job
  LEFT JOIN application AS earlier ON earlier.submission_key = ?2 AND earlier.workspace_id = job.workspace_id
  LEFT JOIN audit_entry AS last ON last.workspace_id = job.workspace_id
    AND last.seq = (SELECT max(seq) FROM audit_entry WHERE workspace_id = job.workspace_id)
  WHERE job.id = ?1`;

interface LookedUp extends Pick<typeof job.$inferSelect, "workspace_id" | "state" | "closes_at"> {
  /** Of an earlier submission of the same. */
  id: string | null;
  created_at: number | null;
  seq: number | null;
  chain_hash: string | null;
}

/** The job, an earlier submission of the same, and the head of the record. */
async function lookUp(ctx: Ctx, jobId: string, key: string) {
  const row = await ctx.db.$client.prepare(LOOK_UP).bind(jobId, key).first<LookedUp>();
  if (row === null) throw new Problem("not_found", "There is no such job.");
  if (!isOpen(row, ctx.now())) throw new Problem("job_closed");
  const { workspace_id, id, created_at, seq, chain_hash } = row;
  return {
    opening: { workspace_id },
    head: { seq: seq ?? 0, chain_hash },
    earlier: id === null || created_at === null ? null : { id, created_at },
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
  /** The same submission of an earlier day still holds the key. */
  replace: boolean;
  personal: string;
  emailHash: string;
  sha256: string;
}

const insertCandidate = insertInto(candidate);
const insertRow = insertInto(application);
const insertDocument = insertInto(document);

/** Whoever took the key within the day keeps it: then the insert fails, and theirs is the application. */
const releaseKey = (ctx: Ctx, key: string, at: number) =>
  ctx.db
    .update(application)
    .set({ submission_key: null })
    .where(and(eq(application.submission_key, key), lte(application.created_at, at - SAME_APPLICATION_MS)));

async function insertApplication(ctx: Ctx, input: NewApplication): Promise<void> {
  const { ids, form } = input;
  const at = ctx.now();
  const workspace_id = input.opening.workspace_id;
  const state = form.manual_reading ? "needs_attention" : "received";
  await commit(ctx, {
    workspaceId: workspace_id,
    head: input.head,
    statements: [
      ...(input.replace ? [releaseKey(ctx, input.key, at)] : []),
      insertCandidate({
        id: ids.candidate,
        workspace_id,
        personal: input.personal,
        email_hash: input.emailHash,
        created_at: at,
      }),
      insertRow({
        id: ids.application,
        workspace_id,
        job_id: input.jobId,
        candidate_id: ids.candidate,
        external_id: form.external_id,
        submission_key: input.key,
        source: input.source,
        // A person has sent it in and comes back for the answer; a system may send thousands.
        priority: ctx.actor.kind === "integration" ? PRIORITY.bulk : PRIORITY.asked,
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
      insertDocument({
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
