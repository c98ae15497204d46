import type { RawDocument } from "../assemble.ts";
import type { Detectors } from "../detectors.ts";
import { readDocx } from "../docx/read-docx.ts";
import type { ReadLimits } from "../limits.ts";
import { readOdt } from "../odt/read-odt.ts";
import { Unreadable } from "../unreadable.ts";
import { openPackage } from "./package.ts";

const ODT_TYPE = "application/vnd.oasis.opendocument.text";

/** Reads a zip container that holds a DOCX or an ODT. @throws Unreadable `unsupported_type` for any other */
export function readPackage(bytes: Uint8Array, limits: ReadLimits, detectors: Detectors): RawDocument {
  const container = openPackage(bytes, limits);
  if (container.has("[Content_Types].xml")) return readDocx(container, limits, detectors);
  if (container.has("mimetype")) {
    const type = container.text("mimetype")?.trim() ?? "";
    if (type === ODT_TYPE || type === `${ODT_TYPE}-template`) return readOdt(container, limits, detectors);
  }
  throw new Unreadable("unsupported_type", "a zip container that is neither DOCX nor ODT");
}
