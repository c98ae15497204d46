import {
  getMultipartBoundary,
  MaxFileSizeExceededError,
  MaxTotalSizeExceededError,
  MultipartParseError,
  parseMultipartStream,
} from "@remix-run/multipart-parser";
import { z } from "zod";
import { Problem } from "../http/problem.ts";

/** Largest file that is taken, in bytes. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024;
/** Room for the text fields and part headers beside the file. */
const MAX_BODY_BYTES = MAX_FILE_BYTES + 64 * 1024;
const MAX_PARTS = 24;

export interface UploadedFile {
  /** As the sender called it: shown to people, used as a hint of the name to redact, never as a path or a type. */
  name: string;
  bytes: Uint8Array;
}

/** What was posted, unchecked. */
export interface RawForm {
  fields: Record<string, string>;
  files: Record<string, UploadedFile>;
}

export interface ApplicationForm {
  name: string;
  email: string;
  phone: string | null;
  external_id: string | null;
  manual_reading: boolean;
  file: UploadedFile;
}

const optionalText = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest)
    .optional()
    .transform((value) => value || null);

const yes = ["yes", "true", "on", "1"];

export const applicationFields = z.object({
  name: z.string({ error: "required" }).trim().min(1, "required").max(200, "too_long"),
  email: z
    .string({ error: "required" })
    .trim()
    .min(1, "required")
    .max(254, "too_long")
    .pipe(z.email("invalid_email")),
  phone: optionalText(40),
  external_id: optionalText(100),
  consent: z.string({ error: "consent_required" }).refine((value) => yes.includes(value), "consent_required"),
  manual_reading: z
    .string()
    .optional()
    .transform((value) => value !== undefined && yes.includes(value)),
  /** Hidden from people: whoever fills it in is a script. */
  website: z.string().max(0, "must_stay_empty").optional(),
});

/**
 * Reads a multipart body, so that at most one capped file is in memory for a request. A body that says its length, and
 * fits, is left to the runtime's own parser, which is faster; any other is counted as it comes and stopped at the cap.
 *
 * @throws Problem `unsupported_media_type`, `document_too_large` or `malformed_request`.
 */
export async function readForm(request: Request): Promise<RawForm> {
  const boundary = getMultipartBoundary(request.headers.get("content-type") ?? "");
  if (boundary === null || request.body === null) {
    throw new Problem("unsupported_media_type", "Send multipart/form-data.");
  }
  const length = Number(request.headers.get("content-length") ?? Number.NaN);
  try {
    return length <= MAX_BODY_BYTES ? await parsedForm(request) : await countedForm(request.body, boundary);
  } catch (error) {
    throw formError(error);
  }
}

async function parsedForm(request: Request): Promise<RawForm> {
  const form: RawForm = { fields: {}, files: {} };
  let parts = 0;
  for (const [name, value] of await request.formData()) {
    if (++parts > MAX_PARTS) throw new Problem("malformed_request", `A form has at most ${MAX_PARTS} parts.`);
    if (typeof value === "string") form.fields[name] = value;
    else if (value.size > MAX_FILE_BYTES) throw new Problem("document_too_large");
    else form.files[name] = { name: value.name, bytes: new Uint8Array(await value.arrayBuffer()) };
  }
  return form;
}

async function countedForm(body: ReadableStream<Uint8Array>, boundary: string): Promise<RawForm> {
  const form: RawForm = { fields: {}, files: {} };
  const parts = parseMultipartStream(body, {
    boundary,
    maxFileSize: MAX_FILE_BYTES,
    maxTotalSize: MAX_BODY_BYTES,
    maxParts: MAX_PARTS,
  });
  for await (const part of parts) {
    if (part.name === undefined) continue;
    if (part.filename === undefined) form.fields[part.name] = part.text;
    else form.files[part.name] = { name: part.filename, bytes: part.bytes };
  }
  return form;
}

function formError(error: unknown): unknown {
  if (error instanceof MaxFileSizeExceededError || error instanceof MaxTotalSizeExceededError) {
    return new Problem("document_too_large");
  }
  // The runtime's parser says what is wrong as a TypeError.
  if (error instanceof MultipartParseError || error instanceof TypeError)
    return new Problem("malformed_request", error.message);
  return error;
}

/**
 * Checks what an applicant posted.
 * @throws Problem `validation_failed` with one entry per field.
 */
export function checkApplicationForm(raw: RawForm): ApplicationForm {
  const parsed = applicationFields.safeParse(raw.fields);
  const file = raw.files.resume;
  const errors = parsed.success
    ? []
    : parsed.error.issues.map((issue) => ({ field: issue.path.join("."), message: issue.message }));
  if (file === undefined || file.bytes.byteLength === 0) {
    errors.push({ field: "resume", message: file?.name ? "empty_file" : "required" });
  }
  if (!parsed.success || file === undefined || errors.length > 0) {
    throw new Problem("validation_failed", null, { errors });
  }
  const { name, email, phone, external_id, manual_reading } = parsed.data;
  return { name, email, phone, external_id, manual_reading, file };
}
