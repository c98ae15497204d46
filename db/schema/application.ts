import { isNotNull, sql } from "drizzle-orm";
import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { APPLICATION_STATES, ATTENTION_REASONS, STAGES } from "../../workers/applications/states.ts";
import type { DocumentFlag, DocumentFormat } from "../../workers/documents/types.ts";
import { flag, json, time } from "./columns.ts";
import { job } from "./job.ts";
import { workspace } from "./workspace.ts";

/**
 * One row per application: an e-mail address is not proof of who sent it, so people are never merged on their own.
 * `personal` is sealed under the candidate's own key, which lives in the object store.
 */
export const candidate = sqliteTable(
  "candidate",
  {
    id: text("id").primaryKey(),
    workspace_id: text("workspace_id")
      .notNull()
      .references(() => workspace.id),
    personal: text("personal"),
    /** HMAC of the normalised address, to find the same person's other applications. */
    email_hash: text("email_hash"),
    created_at: time("created_at").notNull(),
    erased_at: time("erased_at"),
  },
  (t) => [index("candidate_email").on(t.workspace_id, t.email_hash)],
);

export const application = sqliteTable(
  "application",
  {
    id: text("id").primaryKey(),
    workspace_id: text("workspace_id")
      .notNull()
      .references(() => workspace.id),
    job_id: text("job_id")
      .notNull()
      .references(() => job.id),
    candidate_id: text("candidate_id")
      .notNull()
      .references(() => candidate.id),
    external_id: text("external_id"),
    /** Keyed hash of job, address and file: held for a day, so that the same again is the same application. */
    submission_key: text("submission_key"),
    source: text("source", { enum: ["careers", "api"] }).notNull(),
    state: text("state", { enum: APPLICATION_STATES }).notNull(),
    attention_reason: text("attention_reason", { enum: ATTENTION_REASONS }),
    stage: text("stage", { enum: STAGES }).notNull(),
    /** Raised by each claim; a commit under an older epoch is refused. */
    epoch: integer("epoch").notNull(),
    /** A worker holds the application until then; 0 when nobody does. */
    lease_until: time("lease_until").notNull(),
    /** When a message was last sent for it: the sweep sends another when that was too long ago. */
    queued_at: time("queued_at").notNull(),
    /** Claims since the last commit. */
    attempts: integer("attempts").notNull(),
    /** When the sweep should hand it out again, e.g. to replace a provisional evaluation. */
    retry_at: time("retry_at"),
    evaluation_id: text("evaluation_id"),
    /** Tokens that judging it takes, prompt and answer, as estimated: says which pool it waits for. Null until read. */
    judge_tokens: integer("judge_tokens"),
    /** Who goes first, lower before higher: a value of PRIORITY in routing/priority.ts; null as what nobody waits for. */
    priority: integer("priority"),
    manual_reading: flag("manual_reading").notNull(),
    person_requested_at: time("person_requested_at"),
    consented_at: time("consented_at").notNull(),
    created_at: time("created_at").notNull(),
    updated_at: time("updated_at").notNull(),
  },
  (t) => [
    index("application_listing").on(t.workspace_id, t.id),
    uniqueIndex("application_submission").on(t.submission_key),
    index("application_job").on(t.workspace_id, t.job_id, t.id),
    index("application_unfinished").on(t.state, t.queued_at),
    index("application_retry").on(t.retry_at).where(isNotNull(t.retry_at)),
    // Counts what a workspace has running: there is an entry only while somebody holds the row.
    index("application_held").on(t.workspace_id, t.lease_until).where(sql`lease_until > 0`),
    // What a workspace has waiting, in the order in which it is handed on.
    index("application_waiting")
      .on(t.workspace_id, sql`priority IS NULL`, t.priority, t.job_id, t.id)
      .where(sql`state = 'evaluating'`),
    index("application_again")
      .on(t.workspace_id, sql`priority IS NULL`, t.priority, t.job_id, t.id)
      .where(isNotNull(t.retry_at)),
  ],
);

export const document = sqliteTable(
  "document",
  {
    id: text("id").primaryKey(),
    workspace_id: text("workspace_id").notNull(),
    application_id: text("application_id")
      .notNull()
      .references(() => application.id),
    kind: text("kind", { enum: ["resume"] }).notNull(),
    bytes: integer("bytes").notNull(),
    sha256: text("sha256").notNull(),
    /** Null until the document has been read. */
    format: text("format").$type<DocumentFormat>(),
    pages: integer("pages"),
    flags: json<DocumentFlag[]>("flags"),
    redacted_sha256: text("redacted_sha256"),
    created_at: time("created_at").notNull(),
    read_at: time("read_at"),
  },
  (t) => [uniqueIndex("document_application").on(t.application_id, t.kind)],
);
