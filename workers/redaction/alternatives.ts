/** Phrases of a pattern in the order in which they are tried, by the unit that they begin with. */
export interface Alternatives {
  /** Not 0 where a phrase begins with one of the units that share the place: small, so that it is looked up fast. */
  openings: Uint8Array;
  byUnit: ReadonlyMap<number, readonly string[]>;
}

const PLACES = 0x3ff;
const NONE: readonly string[] = [];

/** `副?教授` is the longer phrase, then the shorter. */
function spellingsOf(phrase: string): string[] {
  const mark = phrase.indexOf("?");
  return mark < 0
    ? [phrase]
    : [phrase.slice(0, mark) + phrase.slice(mark + 1), phrase.slice(0, mark - 1) + phrase.slice(mark + 1)];
}

/** @param pattern phrases parted by `|`, with a `?` behind a character that may be missing. */
export function alternativesOf(pattern: string): Alternatives {
  const openings = new Uint8Array(PLACES + 1);
  const byUnit = new Map<number, string[]>();
  for (const phrase of pattern.split("|").flatMap(spellingsOf)) {
    const unit = phrase.charCodeAt(0);
    openings[unit & PLACES] = 1;
    byUnit.set(unit, [...(byUnit.get(unit) ?? []), phrase]);
  }
  return { openings, byUnit };
}

/** Those of the phrases that begin with a unit. */
export const openedBy = ({ openings, byUnit }: Alternatives, unit: number): readonly string[] =>
  openings[unit & PLACES] === 0 ? NONE : (byUnit.get(unit) ?? NONE);

/** The openings of several lists in one: one look tells most places of a text to begin no phrase of any. */
export function openingsOf(lists: readonly Alternatives[]): Uint8Array {
  const openings = new Uint8Array(PLACES + 1);
  for (const list of lists) for (let i = 0; i <= PLACES; i++) openings[i]! |= list.openings[i]!;
  return openings;
}

/** False where no phrase of the lists begins with a unit. */
export const mayOpen = (openings: Uint8Array, unit: number): boolean => openings[unit & PLACES] !== 0;

/** The end of the first phrase that stands at `at`, or -1. */
export function alternativeEnd(alternatives: Alternatives, text: string, at: number): number {
  if (at >= text.length) return -1;
  for (const phrase of openedBy(alternatives, text.charCodeAt(at)))
    if (text.startsWith(phrase, at)) return at + phrase.length;
  return -1;
}
