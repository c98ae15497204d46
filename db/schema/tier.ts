import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { flag, time } from "./columns.ts";
import { workspace } from "./workspace.ts";

/** What the edge knows of a model tier: one row a tier, shared by all workspaces, absent until something went wrong. */
export const modelTier = sqliteTable("model_tier", {
  id: text("id").primaryKey(),
  state: text("state", { enum: ["closed", "open", "half_open"] }).notNull(),
  failures: integer("failures").notNull(),
  cause: text("cause"),
  opened_at: time("opened_at"),
  probe_at: time("probe_at").notNull(),
  /** Raised by every change: of two workers that saw the same state, one writes. */
  version: integer("version").notNull(),
});

/** How many evaluations a workspace may have running in a pool: what concurrency.ts calls a Limit. */
export const workspaceLimit = sqliteTable(
  "workspace_limit",
  {
    workspace_id: text("workspace_id")
      .notNull()
      .references(() => workspace.id),
    pool: text("pool").notNull(),
    at_once: integer("at_once").notNull(),
    /** It has been too much once: from then on it grows by one. */
    steady: flag("steady").notNull(),
    /** Answers since `window_at`, and those of them whose first token was late. */
    samples: integer("samples").notNull(),
    late: integer("late").notNull(),
    window_at: time("window_at").notNull(),
    updated_at: time("updated_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspace_id, t.pool] })],
);

/** Failures of the model tier, counted by the minute: rows of a day, of nobody. */
export const modelFailure = sqliteTable(
  "model_failure",
  {
    pool: text("pool").notNull(),
    /** A code of InferenceError. */
    code: text("code").notNull(),
    /** Minutes since 1970. */
    minute: integer("minute").notNull(),
    count: integer("count").notNull(),
  },
  (t) => [primaryKey({ columns: [t.pool, t.minute, t.code] })],
);
