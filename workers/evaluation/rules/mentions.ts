import { statedFor } from "./durations.ts";
import type { History, PlacedLine, Spell } from "./history.ts";
import { isStuffed } from "./listing.ts";
import { type Stance, stanceOf } from "./stance.ts";
import { termMatcher } from "./terms.ts";

/** How much a line says about a thing it names, from the least to the most. */
export const WEIGHTS = {
  /** Denied, or only hoped for. */
  denied: 0,
  /** Among interests, wishes, other people's words. */
  aside: 1,
  /** In a row of names. */
  listed: 2,
  /** Said in a sentence outside a job, or learnt. */
  told: 3,
  /** In the tools of a job or project. */
  applied: 4,
  /** Used, in a sentence about a job. */
  used: 5,
} as const;
export type Weight = keyof typeof WEIGHTS;

/** A line that names a criterion's terms. */
export interface NamingLine {
  number: number;
  weight: Weight;
  stance: Stance;
  spells: readonly Spell[];
  /** Months of experience that the line claims of it, 0 for none. */
  stated: number;
  /** The jobs of the line were still running then: the newest work counts first. */
  until: number;
}

/** Lines that name one of the terms, in the order of the page. */
export function namingLines(history: History, terms: readonly string[]): NamingLine[] {
  const matcher = termMatcher(terms);
  return history.lines.flatMap((place) => {
    const mentions = place.heading ? [] : matcher.find(place.folded);
    if (mentions.length === 0) return [];
    const { lower } = place.folded;
    const stances = mentions.map((mention) => stanceOf(lower, mention));
    const stance = stances.includes("plain") ? "plain" : stances.includes("basic") ? "basic" : "denied";
    const stated = Math.max(...mentions.map((mention) => statedFor(lower, mention)));
    const until = Math.max(0, ...place.spells.map(({ to }) => to));
    return [
      {
        number: place.line.number,
        weight: weightOf(place, stance),
        stance,
        spells: place.spells,
        stated,
        until,
      },
    ];
  });
}

function weightOf(place: PlacedLine, stance: Stance): Weight {
  if (stance === "denied") return "denied";
  switch (place.section) {
    case "wanted":
    case "interest":
    case "reference":
    case "personal":
      return "aside";
    case "work":
    case "project":
    case null:
      if (place.listing)
        return place.spells.length > 0 && !isStuffed(place.folded.lower) ? "applied" : "listed";
      return place.section === "work" || place.spells.length > 0 ? "used" : "told";
    case "skill":
    case "language":
      return "listed";
    case "education":
    case "certificate":
    case "summary":
    case "publication":
      return place.listing ? "listed" : "told";
  }
}
