import { assemble, type RawDocument } from "./assemble.ts";
import { ALL_DETECTORS, type Detectors } from "./detectors.ts";
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

async function readRaw(bytes: Uint8Array, limits: ReadLimits, detectors: Detectors): Promise<RawDocument> {
  enforce(limits, "fileBytes", bytes.length);
  const sniffed = sniff(bytes);
  switch (sniffed) {
    case "pdf":
      return readPdf(bytes, limits, detectors);
    case "zip":
      return readPackage(bytes, limits, detectors);
    case "compound_file":
      return readCompoundFile(bytes, limits, detectors);
    case "rtf":
      return readRtf(bytes, limits, detectors);
    case "html":
      return readHtml(bytes, limits, detectors);
    case "plain_text":
      return readPlainText(bytes, limits, detectors);
  }
}

/**
 * Reads a résumé file as a person would see it. What the file is follows from its bytes alone.
 * Nothing in it is run, fetched or trusted; every limit holds whatever the file claims.
 * @param bytes the whole file
 * @param options.limits limits other than {@link READ_LIMITS}
 * @param options.detectors the checks for hidden text to make, in place of all
 * @returns the document, or one reason of the closed list why it could not be read; never rejects for a file's sake
 */
export async function readDocument(
  bytes: Uint8Array,
  options: { limits?: Partial<ReadLimits>; detectors?: Detectors } = {},
): Promise<ReadResult> {
  const limits = { ...READ_LIMITS, ...options.limits };
  const detectors = options.detectors ?? ALL_DETECTORS;
  try {
    return { ok: true, document: assemble(await readRaw(bytes, limits, detectors), limits, detectors) };
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, reason: error.reason, detail: error.message };
    if (error instanceof RangeError)
      return { ok: false, reason: "damaged", detail: "the file points outside itself" };
    throw error;
  }
}
