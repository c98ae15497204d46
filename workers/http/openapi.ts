import { z } from "@hono/zod-openapi";
import { authorise } from "./auth.ts";
import { idempotent } from "./idempotency.ts";
import { PROBLEMS, type ProblemCode } from "./problem.ts";
import type { Scope } from "./scopes.ts";

/** Shapes that every route shares. */
export const problemSchema = z
  .object({
    type: z.url(),
    title: z.string(),
    status: z.int(),
    code: z.enum(Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]]),
    detail: z.string().nullable(),
    request_id: z.string(),
    errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
  })
  .openapi("Problem");

const problemContent = { "application/problem+json": { schema: problemSchema } };

/** Every route may answer with a problem document; the code says which. */
export const problems = {
  default: { description: "A problem (RFC 9457)", content: problemContent },
} as const;

export const json = <T extends z.ZodType>(schema: T, description: string) => ({
  description,
  content: { "application/json": { schema } },
});

export const jsonBody = <T extends z.ZodType>(schema: T) => ({
  required: true,
  content: { "application/json": { schema } },
});

/** Guards and security of a route for keys with a scope. POSTs also take an Idempotency-Key. */
export const keyed = (scope: Scope) => ({ security: [{ api_key: [scope] }], middleware: [authorise(scope)] });
export const keyedPost = (scope: Scope) => ({
  security: [{ api_key: [scope] }],
  middleware: [authorise(scope), idempotent()],
});

export const idParam = (name = "id") =>
  z
    .string()
    .max(80)
    .openapi({ param: { name, in: "path" } });

/** Milliseconds to ISO-8601, keeping null. */
export const iso = (ms: number): string => new Date(ms).toISOString();
export const isoOrNull = (ms: number | null): string | null => (ms === null ? null : iso(ms));
