const encoder = new TextEncoder();

export interface PdfParts {
  /** Page content streams in PDF operators; font /F1 is Helvetica. */
  pages: string[];
  /** Entries for the catalogue. */
  catalog?: string;
  /** Entries for every page. */
  page?: string;
  resources?: string;
  /** Fonts beside /F1. */
  fonts?: string;
  mediaBox?: string;
  /** Whole objects, numbered from 100. */
  extra?: string[];
}

/** Writes a PDF with a true cross-reference table out of content streams. */
export function buildPdf(parts: PdfParts): Uint8Array {
  const objects = new Map<number, string>();
  const kids = parts.pages.map((_, i) => `${10 + 2 * i} 0 R`).join(" ");
  objects.set(1, `<</Type/Catalog/Pages 2 0 R${parts.catalog ?? ""}>>`);
  objects.set(2, `<</Type/Pages/Kids[${kids}]/Count ${parts.pages.length}>>`);
  objects.set(3, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>");
  for (const [i, content] of parts.pages.entries()) {
    const resources = `<</Font<</F1 3 0 R${parts.fonts ?? ""}>>${parts.resources ?? ""}>>`;
    const box = parts.mediaBox ?? "[0 0 595 842]";
    const page = `<</Type/Page/Parent 2 0 R/MediaBox${box}/Contents ${11 + 2 * i} 0 R/Resources${resources}${parts.page ?? ""}>>`;
    objects.set(10 + 2 * i, page);
    objects.set(11 + 2 * i, `<</Length ${encoder.encode(content).length}>>stream\n${content}\nendstream`);
  }
  for (const [i, body] of (parts.extra ?? []).entries()) objects.set(100 + i, body);
  let file = "%PDF-1.7\n";
  const size = Math.max(...objects.keys()) + 1;
  const offsets = new Map<number, number>();
  for (const [number, body] of objects) {
    offsets.set(number, encoder.encode(file).length);
    file += `${number} 0 obj\n${body}\nendobj\n`;
  }
  const start = encoder.encode(file).length;
  const rows = Array.from({ length: size }, (_, number) => {
    const offset = offsets.get(number);
    return offset === undefined ? "0000000000 65535 f \n" : `${String(offset).padStart(10, "0")} 00000 n \n`;
  });
  file += `xref\n0 ${size}\n${rows.join("")}trailer\n<</Size ${size}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`;
  return encoder.encode(file);
}

/** Operators that show one line of text. */
export function line(text: string, x: number, y: number, size = 10, before = ""): string {
  const escaped = text.replace(/[\\()]/g, "\\$&");
  return `${before} BT /F1 ${size} Tf ${x} ${y} Td (${escaped}) Tj ET\n`;
}
