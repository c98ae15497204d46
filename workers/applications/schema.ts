import { z } from "@hono/zod-openapi";
import { DOCUMENT_FLAGS, DOCUMENT_FORMATS } from "../documents/types.ts";
import { evaluationSchema } from "../evaluation/schema.ts";
import { iso, isoOrNull } from "../http/openapi.ts";
import type { ApplicationRow } from "./read-applications.ts";
import { APPLICATION_STATES, ATTENTION_REASONS, STAGES } from "./states.ts";
import type { Personal } from "./submit.ts";

const documentSchema = z.object({
  id: z.string(),
  bytes: z.int(),
  sha256: z.string(),
  format: z.enum(DOCUMENT_FORMATS).nullable(),
  pages: z.int().nullable(),
  flags: z.array(z.object({ code: z.enum(DOCUMENT_FLAGS), detail: z.string() })),
});

const candidateSchema = z.object({
  id: z.string(),
  name: z
    .string()
    .nullable()
    .openapi({ description: "Null without the scope candidates:read, and once erased." }),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  erased_at: z.iso.datetime().nullable(),
});

export const applicationSummarySchema = z
  .object({
    id: z.string(),
    job_id: z.string(),
    candidate_id: z.string(),
    external_id: z.string().nullable(),
    source: z.enum(["careers", "api"]),
    state: z.enum(APPLICATION_STATES),
    attention_reason: z.enum(ATTENTION_REASONS).nullable(),
    stage: z.enum(STAGES),
    evaluation_id: z.string().nullable(),
    engine: z.enum(["vllm", "rules"]).nullable(),
    provisional: z.boolean().nullable(),
    score: z.number().nullable(),
    recommendation: z.enum(["interview", "review"]).nullable(),
    person_requested_at: z.iso.datetime().nullable(),
    created_at: z.iso.datetime(),
    updated_at: z.iso.datetime(),
  })
  .openapi("ApplicationSummary");

export const applicationSchema = applicationSummarySchema
  .extend({ candidate: candidateSchema, document: documentSchema, evaluation: evaluationSchema.nullable() })
  .openapi("Application");

/** What an applicant sees of their own application: never a score. */
export const publicApplicationSchema = z
  .object({
    id: z.string(),
    job_id: z.string(),
    state: z.enum(APPLICATION_STATES),
    stage: z.enum(STAGES),
    attention_reason: z.enum(ATTENTION_REASONS).nullable(),
    advice: z.string().nullable().openapi({ description: "What to do about it, in the language asked for." }),
    person_requested_at: z.iso.datetime().nullable(),
    status_url: z.url(),
    created_at: z.iso.datetime(),
    updated_at: z.iso.datetime(),
  })
  .openapi("PublicApplication");

export function summaryView({
  application: row,
  evaluation,
}: ApplicationRow): z.output<typeof applicationSummarySchema> {
  return {
    id: row.id,
    job_id: row.job_id,
    candidate_id: row.candidate_id,
    external_id: row.external_id,
    source: row.source,
    state: row.state,
    attention_reason: row.attention_reason,
    stage: row.stage,
    evaluation_id: row.evaluation_id,
    engine: evaluation?.engine ?? null,
    provisional: evaluation?.provisional ?? null,
    score: evaluation?.score ?? null,
    recommendation: evaluation?.recommendation ?? null,
    person_requested_at: isoOrNull(row.person_requested_at),
    created_at: iso(row.created_at),
    updated_at: iso(row.updated_at),
  };
}

export function applicationView(
  row: ApplicationRow,
  personal: Personal | null,
  evaluation: z.output<typeof evaluationSchema> | null,
): z.output<typeof applicationSchema> {
  const { id, bytes, sha256, format, pages, flags } = row.document;
  return {
    ...summaryView(row),
    candidate: {
      id: row.candidate.id,
      name: personal?.name ?? null,
      email: personal?.email ?? null,
      phone: personal?.phone ?? null,
      erased_at: isoOrNull(row.candidate.erased_at),
    },
    document: { id, bytes, sha256, format, pages, flags: flags ?? [] },
    evaluation,
  };
}
