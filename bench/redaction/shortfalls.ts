/** Where Candor falls short: what the bench is for. */
import { table } from "../figures.ts";
import { type Score, share, sumOf } from "./scores.ts";
import type { GoldPlace } from "./types.ts";

const kindOf = ({ type, variant }: GoldPlace): string => (variant === null ? type : `${type} ${variant}`);

/** What Candor misses, by kind. Of the unseen half nobody gets to know which texts they are. */
export function kindTable(own: readonly Score[]): string {
  const kinds = [...new Set(own.flatMap(({ one }) => one.gold.map(kindOf)))].sort();
  const rows = kinds.map((kind) => {
    const of = (place: GoldPlace) => kindOf(place) === kind;
    const missed = (unseen: boolean) =>
      own
        .filter(({ one }) => (one.half === "unseen") === unseen)
        .reduce((sum, { verdict }) => sum + verdict.missed.filter(of).length, 0);
    const { places, recall } = sumOf(own, of);
    return [kind, String(places), share(recall), String(missed(false)), String(missed(true))];
  });
  return table([["Candor by kind", "places", "recall", "missed", "missed, unseen"], ...rows]);
}

const CONTEXT = 24;
const shown = (text: string): string => text.replace(/\n/g, "⏎");
const around = (text: string, { start, end }: { start: number; end: number }): string =>
  shown(
    `${text.slice(Math.max(0, start - CONTEXT), start)}⟦${text.slice(start, end)}⟧${text.slice(end, end + CONTEXT)}`,
  );

export function missList(own: readonly Score[], listed: number): string {
  const misses = own
    .filter(({ one }) => one.half !== "unseen")
    .flatMap(({ one, verdict }) =>
      verdict.missed.map((place) => `${kindOf(place)}  ${one.id}  ${around(one.text, place)}`),
    )
    .sort();
  return [`Candor's misses, unseen left out: ${misses.length}`, ...misses.slice(0, listed)].join("\n");
}

export function overreachList(own: readonly Score[], listed: number): string {
  const places = own
    .filter(({ one }) => one.half !== "unseen")
    .flatMap(({ one, verdict }) => [
      ...verdict.hits.map((place) => ({ one, place, note: `negative ${place.kind}` })),
      ...verdict.overreach
        .toSorted((a, b) => b.end - b.start - (a.end - a.start))
        .map((place) => ({ one, place, note: `${place.end - place.start}` })),
    ]);
  const lines = places.map(({ one, place, note }) => `${note}  ${one.id}  ${around(one.text, place)}`);
  return [`Taken too much, unseen left out: ${lines.length}`, ...lines.slice(0, listed)].join("\n");
}

/** How many texts each tool touched of those in which Presidio's tests expect nothing, and which Candor did. */
export function presidioTable(scores: readonly Score[], listed: number): string {
  const tools = [...new Set(scores.map(({ tool }) => tool))];
  const halves = [...new Set(scores.map(({ one }) => one.half))].sort().reverse();
  const count = (tool: string, half: string) => {
    const own = scores.filter((score) => score.tool === tool && score.one.half === half);
    return `${own.filter(({ verdict }) => verdict.hits.length > 0).length} of ${own.length}`;
  };
  const touched = scores
    .filter(({ tool, verdict }) => tool === "candor" && verdict.hits.length > 0)
    .map(({ one }) => `${one.half}  ${one.negatives[0]?.kind}  ${shown(one.text)}`)
    .sort()
    .reverse();
  return [
    table([
      ["texts in which Presidio's tests expect nothing, touched", ...halves],
      ...tools.map((tool) => [tool, ...halves.map((half) => count(tool, half))]),
    ]),
    `\nCandor touched: ${touched.length}`,
    ...touched.slice(0, listed),
  ].join("\n");
}
