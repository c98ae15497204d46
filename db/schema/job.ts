import { index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { Criterion } from "../../workers/evaluation/types.ts";
import { EMPLOYMENT_TYPES, JOB_STATES, type Salary } from "../../workers/jobs/kinds.ts";
import { flag, json, time } from "./columns.ts";
import { workspace } from "./workspace.ts";

export const job = sqliteTable(
  "job",
  {
    id: text("id").primaryKey(),
    workspace_id: text("workspace_id")
      .notNull()
      .references(() => workspace.id),
    slug: text("slug").notNull(),
    external_id: text("external_id"),
    title: text("title").notNull(),
    department: text("department"),
    location: text("location"),
    country: text("country"),
    remote: flag("remote").notNull(),
    employment_type: text("employment_type", { enum: EMPLOYMENT_TYPES }).notNull(),
    language: text("language").notNull(),
    description: text("description").notNull(),
    salary: json<Salary>("salary"),
    state: text("state", { enum: JOB_STATES }).notNull(),
    created_at: time("created_at").notNull(),
    updated_at: time("updated_at").notNull(),
    published_at: time("published_at"),
    closes_at: time("closes_at"),
  },
  (t) => [
    uniqueIndex("job_slug").on(t.workspace_id, t.slug),
    index("job_listing").on(t.workspace_id, t.state, t.id),
  ],
);

/** A version of what a job asks for. Rows never change: a new thought is a new version. */
export const rubric = sqliteTable(
  "rubric",
  {
    id: text("id").primaryKey(),
    workspace_id: text("workspace_id").notNull(),
    job_id: text("job_id")
      .notNull()
      .references(() => job.id),
    version: integer("version").notNull(),
    threshold: real("threshold").notNull(),
    created_at: time("created_at").notNull(),
  },
  (t) => [uniqueIndex("rubric_version").on(t.job_id, t.version)],
);

export const criterion = sqliteTable(
  "criterion",
  {
    rubric_id: text("rubric_id")
      .notNull()
      .references(() => rubric.id),
    workspace_id: text("workspace_id").notNull(),
    position: integer("position").notNull(),
    slug: text("slug").notNull(),
    kind: text("kind").$type<Criterion["kind"]>().notNull(),
    label: text("label").notNull(),
    description: text("description"),
    terms: json<string[]>("terms").notNull(),
    min_years: real("min_years"),
    min_degree: text("min_degree").$type<NonNullable<Criterion["min_degree"]>>(),
    min_language_level: text("min_language_level").$type<NonNullable<Criterion["min_language_level"]>>(),
    weight: real("weight").notNull(),
    must_have: flag("must_have").notNull(),
  },
  (t) => [primaryKey({ columns: [t.rubric_id, t.slug] })],
);
