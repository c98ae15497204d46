import { isNull } from "drizzle-orm";
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { json, time } from "./columns.ts";

/** Outbox and feed. `seq` follows the order of commits, so a reader's cursor never skips a late one. */
export const event = sqliteTable(
  "event",
  {
    seq: integer("seq").primaryKey({ autoIncrement: true }),
    id: text("id").notNull(),
    workspace_id: text("workspace_id").notNull(),
    type: text("type").notNull(),
    payload: json<Record<string, unknown>>("payload").notNull(),
    created_at: time("created_at").notNull(),
  },
  (t) => [uniqueIndex("event_id").on(t.id), index("event_feed").on(t.workspace_id, t.seq)],
);

/**
 * The record of what happened. `seq` counts per workspace. `chain_hash` binds an entry to all before it; it is
 * null between the commit and the sealing when two commits met (see docs/decisions).
 */
export const auditEntry = sqliteTable(
  "audit_entry",
  {
    workspace_id: text("workspace_id").notNull(),
    seq: integer("seq").notNull(),
    id: text("id").notNull(),
    actor: text("actor").notNull(),
    action: text("action").notNull(),
    subject: text("subject").notNull(),
    detail: json<Record<string, unknown>>("detail").notNull(),
    created_at: time("created_at").notNull(),
    content_hash: text("content_hash").notNull(),
    chain_hash: text("chain_hash"),
  },
  (t) => [
    primaryKey({ columns: [t.workspace_id, t.seq] }),
    uniqueIndex("audit_entry_id").on(t.id),
    index("audit_subject").on(t.workspace_id, t.subject),
    index("audit_unsealed").on(t.workspace_id, t.seq).where(isNull(t.chain_hash)),
  ],
);

/** Answers already given to a POST. `status` is null while the first one is under way. */
export const idempotencyKey = sqliteTable(
  "idempotency_key",
  {
    workspace_id: text("workspace_id").notNull(),
    key: text("key").notNull(),
    request_hash: text("request_hash").notNull(),
    status: integer("status"),
    body: text("body"),
    created_at: time("created_at").notNull(),
    expires_at: time("expires_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspace_id, t.key] }), index("idempotency_expiry").on(t.expires_at)],
);
