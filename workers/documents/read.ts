import { assemble, type RawDocument } from "./assemble.ts";
import { readCompoundFile } from "./doc/read-doc.ts";
import { readHtml } from "./html.ts";
import { READ_LIMITS, type ReadLimits } from "./limits.ts";
import { readPdf } from "./pdf/read-pdf.ts";
import { readPlainText } from "./plain-text.ts";
import { readRtf } from "./rtf/read-rtf.ts";
import { sniff } from "./sniff.ts";
import type { ReadResult } from "./types.ts";
import { enforce, Unreadable } from "./unreadable.ts";
import { readPackage } from "./zip/read-package.ts";

async function readRaw(bytes: Uint8Array, limits: ReadLimits): Promise<RawDocument> {
  enforce(limits, "fileBytes", bytes.length);
  const sniffed = sniff(bytes);
  switch (sniffed) {
    case "pdf":
      return readPdf(bytes, limits);
    case "zip":
      return readPackage(bytes, limits);
    case "compound_file":
      return readCompoundFile(bytes, limits);
    case "rtf":
      return readRtf(bytes, limits);
    case "html":
      return readHtml(bytes, limits);
    case "plain_text":
      return readPlainText(bytes, limits);
  }
}

/**
 * Reads a résumé file as a person would see it. What the file is follows from its bytes alone.
 * Nothing in it is run, fetched or trusted; every limit holds whatever the file claims.
 * @param bytes the whole file
 * @param options.limits limits other than {@link READ_LIMITS}
 * @returns the document, or one reason of the closed list why it could not be read; never rejects for a file's sake
 */
export async function readDocument(
  bytes: Uint8Array,
  options: { limits?: Partial<ReadLimits> } = {},
): Promise<ReadResult> {
  const limits = { ...READ_LIMITS, ...options.limits };
  try {
    return { ok: true, document: assemble(await readRaw(bytes, limits), limits) };
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, reason: error.reason, detail: error.message };
    if (error instanceof RangeError)
      return { ok: false, reason: "damaged", detail: "the file points outside itself" };
    throw error;
  }
}
