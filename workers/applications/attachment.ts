import type { DocumentFormat } from "../documents/types.ts";

const MEDIA_TYPES: Partial<Record<DocumentFormat, string>> = {
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  doc: "application/msword",
  rtf: "application/rtf",
  odt: "application/vnd.oasis.opendocument.text",
};

/**
 * Headers under which somebody else's file goes out: always a download, never shown by the browser in our origin.
 * The name is the sender's, without anything that could be a path or a control, encoded by RFC 8187.
 */
export function attachment(
  name: string | null,
  fallback: string,
  format: DocumentFormat | null,
): Record<string, string> {
  const safe = safeFileName(name ?? "") || fallback;
  const ascii = safe.replace(/[^\x20-\x7e]|["\\%]/g, "_");
  return {
    "content-type": (format && MEDIA_TYPES[format]) || "application/octet-stream",
    "content-disposition": `attachment; filename="${ascii}"; filename*=UTF-8''${encodeRfc8187(safe)}`,
    "content-security-policy": "sandbox; default-src 'none'",
    "cache-control": "private, no-store",
  };
}

/** The last path segment without controls, bidirectional overrides and lone surrogates, at most 150 characters. */
export function safeFileName(name: string): string {
  const last = name.toWellFormed().split(/[/\\]/).at(-1) ?? "";
  const plain = last.replace(/[\p{Cc}\p{Cf}\ufffd]/gu, "").trim();
  return /^\.*$/.test(plain) ? "" : [...plain].slice(0, 150).join("");
}

const encodeRfc8187 = (text: string): string =>
  encodeURIComponent(text).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
