import { z } from "@hono/zod-openapi";
import { CRITERION_KINDS } from "../evaluation/types.ts";
import { EMPLOYMENT_TYPES, JOB_STATES } from "./kinds.ts";

const slug = z
  .string()
  .min(1)
  .max(80)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "lower-case letters, digits and single hyphens");

export const criterionSchema = z
  .object({
    id: slug.openapi({ example: "spring-boot" }),
    kind: z.enum(CRITERION_KINDS),
    label: z.string().trim().min(1).max(200),
    description: z.string().trim().max(1000).nullable().default(null),
    terms: z.array(z.string().trim().min(1).max(80)).max(60).default([]),
    min_years: z.number().min(0).max(50).nullable().default(null),
    min_degree: z
      .enum(["secondary", "associate", "bachelor", "master", "doctorate"])
      .nullable()
      .default(null),
    min_language_level: z.enum(["A1", "A2", "B1", "B2", "C1", "C2", "native"]).nullable().default(null),
    weight: z.number().positive().max(100),
    must_have: z.boolean().default(false),
  })
  .openapi("Criterion");

export const rubricInput = z
  .object({
    threshold: z
      .number()
      .min(1)
      .max(10)
      .default(7)
      .openapi({ description: "Score from which an interview is recommended." }),
    criteria: z
      .array(criterionSchema)
      .min(1)
      .max(20)
      .refine((all) => new Set(all.map((one) => one.id)).size === all.length, "criterion ids must differ"),
  })
  .openapi("RubricInput");

export const rubricSchema = z
  .object({
    id: z.string(),
    version: z.int(),
    threshold: z.number(),
    criteria: z.array(criterionSchema),
    created_at: z.iso.datetime(),
  })
  .openapi("Rubric");

const salarySchema = z.object({
  min: z.number().nonnegative(),
  max: z.number().nonnegative(),
  currency: z.string().regex(/^[A-Z]{3}$/),
  period: z.enum(["year", "month", "hour"]),
});

const jobFields = {
  title: z.string().trim().min(1).max(200),
  department: z.string().trim().max(200).nullable(),
  location: z.string().trim().max(200).nullable(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .nullable()
    .openapi({ description: "ISO 3166-1 alpha-2." }),
  remote: z.boolean(),
  employment_type: z.enum(EMPLOYMENT_TYPES),
  language: z.string().min(2).max(35).openapi({ description: "BCP 47, of title and description." }),
  description: z.string().trim().min(1).max(20_000),
  salary: salarySchema.nullable(),
  external_id: z.string().max(100).nullable(),
  closes_at: z.iso.datetime().nullable(),
};

export const jobInput = z
  .object({
    ...jobFields,
    slug,
    department: jobFields.department.default(null),
    location: jobFields.location.default(null),
    country: jobFields.country.default(null),
    remote: jobFields.remote.default(false),
    employment_type: jobFields.employment_type.default("full_time"),
    language: jobFields.language.default("en"),
    salary: jobFields.salary.default(null),
    external_id: jobFields.external_id.default(null),
    closes_at: jobFields.closes_at.default(null),
    state: z.enum(["draft", "published"]).default("draft"),
    rubric: rubricInput.optional(),
  })
  .openapi("JobInput");

export const jobPatch = z
  .object({ ...jobFields, state: z.enum(JOB_STATES) })
  .partial()
  .strict()
  .openapi("JobPatch");

export const jobSchema = z
  .object({
    id: z.string(),
    slug: z.string(),
    ...jobFields,
    state: z.enum(JOB_STATES),
    rubric_version: z.int().nullable(),
    careers_url: z.url(),
    created_at: z.iso.datetime(),
    updated_at: z.iso.datetime(),
    published_at: z.iso.datetime().nullable(),
  })
  .openapi("Job");

/** What the public sees of a job. */
export const publicJobSchema = jobSchema
  .pick({
    id: true,
    slug: true,
    title: true,
    department: true,
    location: true,
    country: true,
    remote: true,
    employment_type: true,
    language: true,
    description: true,
    salary: true,
    published_at: true,
    closes_at: true,
    careers_url: true,
  })
  .openapi("PublicJob");
