import { z } from "@hono/zod-openapi";
import type { Ctx } from "../context.ts";
import { SECTION_KINDS } from "../documents/structure/types.ts";
import { jsonResume, readStructure } from "../documents/structure.ts";
import { sha256Hex } from "../secrets.ts";
import { type ApplicationRow, redactedText } from "./read-applications.ts";

const spanSchema = z
  .object({ start: z.int().nonnegative(), end: z.int().nonnegative() })
  .openapi("Span", { description: "UTF-16 offsets into the redacted text; `end` is exclusive." });
const traced = {
  x_spans: z.record(z.string(), z.array(spanSchema)).openapi({
    description: "Where each field stands in the redacted text; the whole item as `item`.",
  }),
};
const partialDate = z.string().regex(/^\d{4}(-\d{2})?$/);
const dated = {
  startDate: partialDate.optional(),
  endDate: partialDate.optional(),
  x_current: z.literal(true).optional().openapi({ description: "The text says that it goes on." }),
};
const text = z.string().optional();
const texts = z.array(z.string()).optional();

/** JSON Resume as far as redacted text can tell it: absent, not null, is what the text does not say. */
const jsonResumeSchema = z
  .object({
    $schema: z.string(),
    basics: z.object({ label: text, summary: text, ...traced }),
    work: z.array(z.object({ name: text, position: text, highlights: texts, ...dated, ...traced })),
    education: z.array(
      z.object({ institution: text, area: text, studyType: text, score: text, ...dated, ...traced }),
    ),
    projects: z.array(z.object({ name: text, highlights: texts, ...dated, ...traced })),
    skills: z.array(z.object({ name: z.string(), level: text, keywords: texts, ...traced })),
    languages: z.array(z.object({ language: text, fluency: text, x_code: z.string(), ...traced })),
    certificates: z.array(
      z.object({ name: z.string(), date: partialDate.optional(), issuer: text, ...traced }),
    ),
    awards: z.array(z.object({ title: z.string(), date: partialDate.optional(), awarder: text, ...traced })),
    publications: z.array(z.object({ name: z.string(), releaseDate: partialDate.optional(), ...traced })),
  })
  .openapi("JsonResume", { description: "JSON Resume v1.0.0, https://jsonresume.org/schema" });

export const resumeSchema = z
  .object({
    resume: jsonResumeSchema,
    sections: z.array(
      z.object({
        kind: z.enum(SECTION_KINDS),
        heading: spanSchema,
        start: z.int().nonnegative(),
        end: z.int().nonnegative(),
      }),
    ),
    work_months: z.int().nonnegative().openapi({
      description: "Months in work up to the month of the application, overlaps counted once.",
    }),
    text_sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .openapi({ description: "SHA-256 of the redacted text that the offsets point into, as UTF-8." }),
  })
  .openapi("Resume");

/**
 * The redacted résumé as JSON Resume, read anew from the text at every call. "Until today" means until the month in which
 * the application came in, as in its evaluation, so that the answer never changes.
 *
 * @throws Problem `conflict` before the document has been read, `erased` after erasure.
 */
export async function readResume(ctx: Ctx, row: ApplicationRow): Promise<z.output<typeof resumeSchema>> {
  const redacted = await redactedText(ctx, row);
  const received = new Date(row.application.created_at);
  const structure = readStructure(redacted, {
    year: received.getUTCFullYear(),
    month: received.getUTCMonth() + 1,
  });
  return {
    resume: jsonResume(structure, redacted),
    sections: structure.sections,
    work_months: structure.workMonths,
    text_sha256: await sha256Hex(redacted),
  };
}
