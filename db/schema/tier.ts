import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { time } from "./columns.ts";

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
