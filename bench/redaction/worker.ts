/** Candor's redaction alone, as the edge would run it: texts in, places out. */
import { redact } from "../../workers/redaction/redact.ts";
import type { SubjectHints } from "../../workers/redaction/types.ts";

export interface Order {
  texts: { text: string; hints: SubjectHints }[];
  /** How often all texts are redacted; 0 is what the transport alone costs. */
  rounds: number;
}

export default {
  async fetch(request) {
    const { texts, rounds } = (await request.json()) as Order;
    let places: [start: number, end: number][][] = [];
    for (let round = 0; round < rounds; round++)
      places = texts.map(({ text, hints }) =>
        redact(text, hints).redaction.entities.map(({ start, end }) => [start, end]),
      );
    return Response.json(places);
  },
} satisfies ExportedHandler;
