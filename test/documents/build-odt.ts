import { strToU8, zipSync } from "fflate";

const OASIS = "urn:oasis:names:tc:opendocument:xmlns";
const NAMESPACES = [
  ["office", "office"],
  ["text", "text"],
  ["table", "table"],
  ["style", "style"],
  ["drawing", "draw"],
  ["xsl-fo-compatible", "fo"],
  ["svg-compatible", "svg"],
]
  .map(([uri, prefix]) => `xmlns:${prefix}="${OASIS}:${uri}:1.0"`)
  .join(" ");

/** An ODT around the inside of `office:text`; `textProperties` are those of the character style `S`. */
export function buildOdt(body: string, textProperties = ""): Uint8Array {
  const style = `<style:style style:name="S" style:family="text"><style:text-properties ${textProperties}/></style:style>`;
  const content = `<?xml version="1.0"?><office:document-content ${NAMESPACES}><office:automatic-styles>${style}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`;
  return zipSync({
    mimetype: [strToU8("application/vnd.oasis.opendocument.text"), { level: 0 }],
    "content.xml": strToU8(content),
  });
}
