/** Candor's reader in workerd, with and without the checks that draw pages, and a request that reads nothing. */
import { ALL_DETECTORS, DRAWING_DETECTORS } from "../../workers/documents/detectors.ts";
import { readDocument } from "../../workers/documents/read.ts";

const NOT_DRAWING = new Set([...ALL_DETECTORS].filter((name) => !DRAWING_DETECTORS.has(name)));

export default {
  async fetch(request) {
    const bytes = new Uint8Array(await request.arrayBuffer());
    const mode = new URL(request.url).pathname.slice(1);
    if (mode === "nothing") return Response.json({ ok: true, bytes: bytes.length });
    const detectors = mode === "drawn" ? ALL_DETECTORS : NOT_DRAWING;
    const result = await readDocument(bytes, { detectors });
    return Response.json(
      result.ok
        ? { ok: true, pages: result.document.pages, characters: result.document.text.length }
        : { ok: false, reason: result.reason },
    );
  },
} satisfies ExportedHandler;
