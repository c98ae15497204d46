import { index, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { STAGES } from "../../workers/applications/states.ts";
import { application } from "./application.ts";
import { json, time } from "./columns.ts";

/** What somebody wrote about an applicant; `body` is sealed under the candidate's key. */
export const note = sqliteTable(
  "note",
  {
    id: text("id").primaryKey(),
    workspace_id: text("workspace_id").notNull(),
    application_id: text("application_id")
      .notNull()
      .references(() => application.id),
    actor: text("actor").notNull(),
    body: text("body").notNull(),
    created_at: time("created_at").notNull(),
  },
  (t) => [index("note_application").on(t.workspace_id, t.application_id)],
);

/** A change of stage and who made it. A rejection names a member: triggers refuse anything else. */
export const decision = sqliteTable(
  "decision",
  {
    id: text("id").primaryKey(),
    workspace_id: text("workspace_id").notNull(),
    application_id: text("application_id")
      .notNull()
      .references(() => application.id),
    from_stage: text("from_stage", { enum: STAGES }).notNull(),
    to_stage: text("to_stage", { enum: STAGES }).notNull(),
    actor: text("actor").notNull(),
    member_id: text("member_id"),
    reason: text("reason"),
    /** The evaluation and the documents that were in view. */
    evaluation_id: text("evaluation_id"),
    seen: json<string[]>("seen").notNull(),
    created_at: time("created_at").notNull(),
  },
  (t) => [index("decision_application").on(t.workspace_id, t.application_id)],
);
