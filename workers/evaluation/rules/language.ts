import type { Criterion, Level } from "../types.ts";
import { fold } from "./fold.ts";
import type { History, PlacedLine } from "./history.ts";
import { languageClaims } from "./language-claims.ts";
import { stanceOf } from "./stance.ts";
import { IN_USE_AFTER, IN_USE_BEFORE, LANGUAGE_NAMES, RANKS } from "./tables/languages.ts";
import { cite, NOTHING_FOUND, type Verdict } from "./verdict.ts";
import { writtenIn } from "./written-language.ts";

interface Claim {
  number: number;
  /** 1 to 7; null where no level is said. */
  rank: number | null;
  /** Work was done in it. */
  inUse: boolean;
  denied: boolean;
}

/**
 * Judges a language by the levels that lines state for it (CEFR codes, words, test results): the asked level 3, above
 * it 4, one step under 2, further under 1. A language that work was done in, without a level, is 2; one that is only
 * named is 2 up to B1, else 1. A résumé written in the language and silent about it is 2.
 */
export function judgeLanguage(criterion: Criterion, history: History): Verdict | null {
  const wanted = languagesNamed(criterion);
  if (wanted.size === 0) return null;
  const claims = history.lines.flatMap((place, index) => claimsIn(place, history.lines[index + 1], wanted));
  const standing = claims.filter(({ denied }) => !denied);
  if (standing.length === 0 && claims.length > 0)
    return { level: 0, lines: cite(...claims.map(({ number }) => number)), flags: ["negated"] };
  const graded = standing.map((claim) => ({ claim, level: levelOf(claim, criterion.min_language_level) }));
  graded.sort(
    (a, b) =>
      b.level - a.level || (b.claim.rank ?? 0) - (a.claim.rank ?? 0) || a.claim.number - b.claim.number,
  );
  const best = graded[0];
  if (best) return { level: best.level, lines: cite(...graded.map(({ claim }) => claim.number)), flags: [] };
  const written = writtenIn(history.lines, wanted);
  return written.length > 0 ? { level: 2, lines: cite(...written), flags: [] } : NOTHING_FOUND;
}

/** The languages that a criterion asks for: any of them will do. */
function languagesNamed({ terms, label }: Criterion): Set<string> {
  const from = (texts: readonly string[]) =>
    new Set(texts.flatMap((text) => languageClaims(fold(text).lower).map(({ language }) => language)));
  const byTerms = from(terms);
  return byTerms.size > 0 ? byTerms : from([label]);
}

function claimsIn(place: PlacedLine, next: PlacedLine | undefined, wanted: ReadonlySet<string>): Claim[] {
  if (place.heading || place.section === "wanted" || place.section === "reference") return [];
  const { lower } = place.folded;
  const working = place.section === "work" || place.section === "project" || place.spells.length > 0;
  return languageClaims(lower).flatMap((claim) => {
    if (!wanted.has(claim.language)) return [];
    const inUse =
      IN_USE_BEFORE.test(lower.slice(0, claim.start)) || IN_USE_AFTER.test(lower.slice(claim.end));
    if (working && !inUse && claim.rank === null) return [];
    const denied = stanceOf(lower, claim) === "denied";
    const rank = claim.rank ?? (place.section === "language" ? levelBelow(lower, next) : null);
    return [{ number: place.line.number, rank, inUse, denied }];
  });
}

/** In a table of two columns read downwards the level stands in the line below its language. */
function levelBelow(lower: string, next: PlacedLine | undefined): number | null {
  if (next?.section !== "language" || languageClaims(next.folded.lower).length > 0) return null;
  const name = Object.values(LANGUAGE_NAMES).some((names) => lower.replace(names, "").trim() === "");
  return name ? (languageClaims(`english ${next.folded.lower}`)[0]?.rank ?? null) : null;
}

function levelOf({ rank, inUse }: Claim, asked: Criterion["min_language_level"]): Level {
  if (rank === null) return inUse || asked === null || RANKS[asked] <= RANKS.B1 ? 2 : 1;
  if (asked === null) return rank === RANKS.native ? 4 : rank >= RANKS.B2 ? 3 : rank >= RANKS.B1 ? 2 : 1;
  const over = rank - RANKS[asked];
  return over > 0 ? 4 : over === 0 ? 3 : over === -1 ? 2 : 1;
}
