import { z } from "@hono/zod-openapi";
import { DOCUMENT_FLAGS } from "../documents/types.ts";
import { FINDING_FLAGS } from "./types.ts";

const level = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);

const evidenceSchema = z.object({
  quote: z.string(),
  line: z.int().openapi({ description: "1-based line of the redacted text." }),
  start: z.int().openapi({ description: "UTF-16 offset into the redacted text." }),
  end: z.int(),
  verified: z.boolean(),
  support: z.number().nullable().openapi({ description: "Probability of the second look, null for rules." }),
});

const findingSchema = z.object({
  id: z.string(),
  label: z.string(),
  level,
  claimed_level: level.openapi({ description: "What the judge said before its lines were checked." }),
  weight: z.number(),
  must_have: z.boolean(),
  reason: z.string().nullable(),
  evidence: z.array(evidenceSchema),
  flags: z.array(z.enum(FINDING_FLAGS)),
});

const briefSchema = z.object({ criterion: z.string(), label: z.string(), level, lines: z.array(z.int()) });

export const explanationSchema = z
  .object({
    language: z.string(),
    text: z.string(),
    model: z.string(),
    prompt_version: z.string(),
    created_at: z.iso.datetime(),
  })
  .openapi("Explanation");

export const evaluationSchema = z
  .object({
    id: z.string(),
    application_id: z.string(),
    engine: z.enum(["vllm", "rules"]),
    provisional: z.boolean().openapi({
      description: "Made by rules while the model tier was cold; a later evaluation supersedes it.",
    }),
    superseded: z.boolean(),
    model: z.string().nullable(),
    prompt_version: z.string().nullable(),
    rubric_version: z.int(),
    seed: z.int().nullable(),
    score: z.number(),
    recommendation: z.enum(["interview", "review"]),
    criteria: z.array(findingSchema),
    fit_roles: z.array(z.object({ role: z.string(), fit: z.enum(["strong", "partial", "weak"]) })),
    strengths: z.array(briefSchema),
    gaps: z.array(briefSchema),
    explanation: explanationSchema.nullable(),
    flags: z.array(z.object({ code: z.enum(DOCUMENT_FLAGS), detail: z.string() })),
    usage: z.object({ prompt_tokens: z.int(), cached_tokens: z.int(), completion_tokens: z.int() }),
    latency_ms: z.int(),
    input_sha256: z.string(),
    supersedes: z.string().nullable(),
    created_at: z.iso.datetime(),
  })
  .openapi("Evaluation");
export type EvaluationView = z.output<typeof evaluationSchema>;
