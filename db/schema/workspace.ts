import { index, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { json, time } from "./columns.ts";

export const workspace = sqliteTable("workspace", {
  id: text("id").primaryKey(),
  slug: text("slug").notNull().unique(),
  name: text("name").notNull(),
  created_at: time("created_at").notNull(),
});

/** A person who works in a workspace. Only a member can reject an applicant. */
export const member = sqliteTable(
  "member",
  {
    id: text("id").primaryKey(),
    workspace_id: text("workspace_id")
      .notNull()
      .references(() => workspace.id),
    name: text("name").notNull(),
    created_at: time("created_at").notNull(),
    disabled_at: time("disabled_at"),
  },
  (t) => [index("member_workspace").on(t.workspace_id)],
);

/** Keys are stored as SHA-256 of the whole key. `member_id` is set when the key belongs to a person. */
export const apiKey = sqliteTable(
  "api_key",
  {
    id: text("id").primaryKey(),
    workspace_id: text("workspace_id")
      .notNull()
      .references(() => workspace.id),
    member_id: text("member_id").references(() => member.id),
    name: text("name").notNull(),
    /** First characters, so that a person can tell keys apart in a list. */
    prefix: text("prefix").notNull(),
    hash: text("hash").notNull(),
    scopes: json<string[]>("scopes").notNull(),
    created_at: time("created_at").notNull(),
    expires_at: time("expires_at"),
    revoked_at: time("revoked_at"),
  },
  (t) => [uniqueIndex("api_key_hash").on(t.hash), index("api_key_workspace").on(t.workspace_id)],
);
