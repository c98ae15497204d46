/** Texts to redact: invented ones, or anybody's own with their gold. */
import { inventTexts } from "../corpus/texts.ts";
import type { Case } from "./types.ts";

/** The application form asks for the name and keeps the file's; of the rest Candor is told nothing here. */
export function corpusCases(count: number, seed: string): Case[] {
  return inventTexts(count, seed).map(
    ({ id, half, locale, arrangement, text, spans, allowed, negatives, person }): Case => ({
      id,
      half,
      locale,
      arrangement,
      text,
      gold: spans.map(({ variant = null, ...span }) => ({ ...span, variant })),
      allowed,
      negatives,
      hints: { name: person.name },
    }),
  );
}
