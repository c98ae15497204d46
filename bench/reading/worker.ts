/** Candor's reader alone, as the edge would run it: a file in, what was read out. */
import { readDocument } from "../../workers/documents/read.ts";

export default {
  async fetch(request) {
    return Response.json(await readDocument(new Uint8Array(await request.arrayBuffer())));
  },
} satisfies ExportedHandler;
