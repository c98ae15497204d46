import { index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { DocumentFlag } from "../../workers/documents/types.ts";
import type { Evidence, FindingFlag, Level } from "../../workers/evaluation/types.ts";
import { application } from "./application.ts";
import { flag, json, time } from "./columns.ts";

/** The words a model was asked with. Rows are shared by all workspaces: they hold nothing of anyone. */
export const promptVersion = sqliteTable("prompt_version", {
  id: text("id").primaryKey(),
  sha256: text("sha256").notNull(),
  body: text("body").notNull(),
  created_at: time("created_at").notNull(),
});

/** Immutable. A later evaluation names the one that it replaces. */
export const evaluation = sqliteTable(
  "evaluation",
  {
    id: text("id").primaryKey(),
    workspace_id: text("workspace_id").notNull(),
    application_id: text("application_id")
      .notNull()
      .references(() => application.id),
    /** The claim under which it was made: one claim can record one evaluation. */
    epoch: integer("epoch").notNull(),
    engine: text("engine", { enum: ["vllm", "rules"] }).notNull(),
    provisional: flag("provisional").notNull(),
    model: text("model"),
    prompt_version: text("prompt_version"),
    rubric_id: text("rubric_id").notNull(),
    rubric_version: integer("rubric_version").notNull(),
    seed: integer("seed"),
    score: real("score").notNull(),
    recommendation: text("recommendation", { enum: ["interview", "review"] }).notNull(),
    fit_roles: json<{ role: string; fit: "strong" | "partial" | "weak" }[]>("fit_roles").notNull(),
    flags: json<DocumentFlag[]>("flags").notNull(),
    prompt_tokens: integer("prompt_tokens").notNull(),
    cached_tokens: integer("cached_tokens").notNull(),
    completion_tokens: integer("completion_tokens").notNull(),
    latency_ms: integer("latency_ms").notNull(),
    /** Pool of the model tier that answered; these four are null for rules. */
    pool: text("pool"),
    /** From the judge's question to its first token. */
    ttft_ms: integer("ttft_ms"),
    /** From the application's arrival, or the wish for a new evaluation, to the first token that was asked for. */
    queue_ms: integer("queue_ms"),
    /** Between two tokens of the judge's answer. */
    inter_token_ms: real("inter_token_ms"),
    input_sha256: text("input_sha256").notNull(),
    supersedes: text("supersedes"),
    created_at: time("created_at").notNull(),
  },
  (t) => [
    uniqueIndex("evaluation_once").on(t.application_id, t.epoch),
    index("evaluation_application").on(t.workspace_id, t.application_id),
  ],
);

export const finding = sqliteTable(
  "finding",
  {
    evaluation_id: text("evaluation_id")
      .notNull()
      .references(() => evaluation.id),
    workspace_id: text("workspace_id").notNull(),
    criterion: text("criterion").notNull(),
    position: integer("position").notNull(),
    level: integer("level").$type<Level>().notNull(),
    claimed_level: integer("claimed_level").$type<Level>().notNull(),
    reason: text("reason"),
    evidence: json<Evidence[]>("evidence").notNull(),
    flags: json<FindingFlag[]>("flags").notNull(),
  },
  (t) => [primaryKey({ columns: [t.evaluation_id, t.criterion] })],
);

/** Prose about an evaluation, made when somebody asks for it. */
export const explanation = sqliteTable(
  "explanation",
  {
    id: text("id").primaryKey(),
    workspace_id: text("workspace_id").notNull(),
    evaluation_id: text("evaluation_id")
      .notNull()
      .references(() => evaluation.id),
    language: text("language").notNull(),
    text: text("text").notNull(),
    model: text("model").notNull(),
    prompt_version: text("prompt_version").notNull(),
    created_at: time("created_at").notNull(),
  },
  (t) => [uniqueIndex("explanation_language").on(t.evaluation_id, t.language)],
);
