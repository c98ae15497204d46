import type { RawDocument } from "./assemble.ts";
import { decodeText } from "./charset.ts";
import type { Detectors } from "./detectors.ts";
import { visibleHtml } from "./html/visible-html.ts";
import type { ReadLimits } from "./limits.ts";

/** The encoding that the first kilobyte names (HTML, 13.2.3.2: prescan a byte stream). */
function declaredEncoding(bytes: Uint8Array): string | null {
  const head = String.fromCharCode(...bytes.subarray(0, 1024));
  return /<meta[^>]*charset\s*=\s*["']?([\w.:-]+)/i.exec(head)?.[1] ?? null;
}

/** Reads an HTML page as a browser shows it before any script runs. @throws Unreadable */
export function readHtml(bytes: Uint8Array, limits: ReadLimits, detectors: Detectors): RawDocument {
  const html = decodeText(bytes, declaredEncoding(bytes));
  const { text, hidden, active } = visibleHtml(html, { limits, detectors, preserveLines: false });
  const flags = active.length > 0 ? [{ code: "active_content" as const, detail: active.join(", ") }] : [];
  return { format: "html", pages: 1, text, hidden, flags };
}
