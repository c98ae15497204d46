import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { readForm } from "../applications/form.ts";
import type { AppEnv } from "../http/app-env.ts";
import { json, problems } from "../http/openapi.ts";
import { Problem } from "../http/problem.ts";
import { limitPublic } from "../http/rate-limit.ts";
import { redact } from "../redaction/redact.ts";
import { ENTITY_TYPES } from "../redaction/types.ts";
import { readDocument } from "./read.ts";
import { DOCUMENT_FLAGS, DOCUMENT_FORMATS, HIDDEN_TECHNIQUES, UNREADABLE_REASONS } from "./types.ts";

const previewSchema = z
  .object({
    format: z.enum(DOCUMENT_FORMATS).nullable(),
    pages: z.int().nullable(),
    unreadable: z.object({ reason: z.enum(UNREADABLE_REASONS), detail: z.string() }).nullable(),
    text: z.string(),
    hidden: z.array(
      z.object({ text: z.string(), technique: z.enum(HIDDEN_TECHNIQUES), page: z.int().nullable() }),
    ),
    flags: z.array(z.object({ code: z.enum(DOCUMENT_FLAGS), detail: z.string() })),
    redacted: z.string(),
    entities: z.array(z.object({ type: z.enum(ENTITY_TYPES), start: z.int(), end: z.int() })),
    residues: z
      .int()
      .openapi({ description: "Places that still look personal: such a text is sent to no model." }),
    timings: z.object({ read_ms: z.number(), redact_ms: z.number() }),
  })
  .openapi("Preview");

const previewRoute = createRoute({
  method: "post",
  path: "/v1/public/previews",
  tags: ["Applicants"],
  summary: "See what the machine reads",
  description:
    "One file in the multipart field `file`; nothing is stored. Offsets are into `text`, in UTF-16 code units. Timings are as the runtime's clock tells them, which stands still within a request on Cloudflare.",
  request: {
    body: {
      required: true,
      content: {
        "multipart/form-data": {
          schema: z.object({ file: z.any().openapi({ type: "string", format: "binary" }) }),
        },
      },
    },
  },
  responses: { 200: json(previewSchema, "What was read"), ...problems },
});

export const previewRoutes = new OpenAPIHono<AppEnv>();
previewRoutes.openAPIRegistry.registerPath(previewRoute);
previewRoutes.post("/v1/public/previews", limitPublic(), async (c) => {
  const file = (await readForm(c.req.raw)).files.file;
  if (file === undefined) {
    throw new Problem("validation_failed", null, { errors: [{ field: "file", message: "required" }] });
  }
  return c.json(await preview(file.bytes, performance.now.bind(performance)), 200);
});

async function preview(bytes: Uint8Array, clock: () => number): Promise<z.output<typeof previewSchema>> {
  const started = clock();
  const result = await readDocument(bytes);
  const read = clock();
  if (!result.ok) {
    const nothing = {
      format: null,
      pages: null,
      text: "",
      hidden: [],
      flags: [],
      redacted: "",
      entities: [],
      residues: 0,
    };
    const { reason, detail } = result;
    return { ...nothing, unreadable: { reason, detail }, timings: { read_ms: read - started, redact_ms: 0 } };
  }
  const redacted = redact(result.document.text);
  return {
    ...result.document,
    unreadable: null,
    redacted: redacted.redaction.text,
    entities: redacted.redaction.entities.map(({ type, start, end }) => ({ type, start, end })),
    residues: redacted.ok ? 0 : redacted.residues.length,
    timings: { read_ms: read - started, redact_ms: clock() - read },
  };
}
