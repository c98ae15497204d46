import type { Namespaces } from "../xml.ts";

const OASIS = "urn:oasis:names:tc:opendocument:xmlns";

/** Canonical prefixes of OpenDocument 1.3 (OASIS, ISO/IEC 26300). */
export const ODF_NAMESPACES: Namespaces = {
  [`${OASIS}:office:1.0`]: "office",
  [`${OASIS}:text:1.0`]: "text",
  [`${OASIS}:table:1.0`]: "table",
  [`${OASIS}:style:1.0`]: "style",
  [`${OASIS}:drawing:1.0`]: "draw",
  [`${OASIS}:xsl-fo-compatible:1.0`]: "fo",
  [`${OASIS}:svg-compatible:1.0`]: "svg",
  [`${OASIS}:manifest:1.0`]: "manifest",
  [`${OASIS}:script:1.0`]: "script",
  "http://www.w3.org/1999/xlink": "xlink",
};

/** A length such as `1.5cm` in points, NaN when it is none. */
export function points(length: string | undefined): number {
  const match = /^(-?[\d.]+)(pt|cm|mm|in|px|pc)?$/.exec(length ?? "");
  if (!match) return Number.NaN;
  const unit = { pt: 1, cm: 28.35, mm: 2.835, in: 72, px: 0.75, pc: 12 };
  return Number(match[1]) * unit[(match[2] ?? "pt") as keyof typeof unit];
}
