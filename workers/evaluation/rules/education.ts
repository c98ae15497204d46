import type { Criterion, Level } from "../types.ts";
import { datePoints, type MonthIndex } from "./dates.ts";
import { fold } from "./fold.ts";
import type { History, PlacedLine } from "./history.ts";
import {
  DEGREE_NAMES,
  DEGREES,
  type Degree,
  DROPPED,
  ENTERED,
  LEFT,
  OTHERS,
  UNFINISHED,
  UNIVERSITY,
} from "./tables/degrees.ts";
import { OCCUPATION } from "./tables/occupations.ts";
import { type TermMatcher, termMatcher } from "./terms.ts";
import { atMost, cite, NOTHING_FOUND, type Verdict } from "./verdict.ts";

interface Study {
  place: PlacedLine;
  /** Index into {@link DEGREES}, of what is finished; -1 for nothing yet. */
  rank: number;
  /** A university without a named degree: taken for a bachelor, and never for more than "partial". */
  guessed: boolean;
  /** The subject asked for stands in the line or beside it. */
  inField: boolean;
}

/**
 * Judges a degree: the asked one or a higher one in the asked subject 3 (higher: 4), in another subject 2, one step
 * less 2, further less 1. Studies that go on or were left count as the degree before them. Terms of the criterion that are
 * no degree names are its subjects.
 */
export function judgeEducation(criterion: Criterion, history: History, now: MonthIndex): Verdict {
  const subjects = criterion.terms.filter((term) => degreeIn(fold(term).lower, true) === null);
  const matcher = subjects.length > 0 ? termMatcher(subjects) : null;
  const studies = studiesIn(history, matcher, now);
  const graded = studies.map((study) => ({ study, level: levelOf(study, criterion.min_degree) }));
  const best = graded.sort((a, b) => b.level - a.level || b.study.rank - a.study.rank)[0];
  if (!best || best.level === 0) return NOTHING_FOUND;
  const others = graded
    .filter(({ level }) => level === best.level)
    .map(({ study }) => study.place.line.number);
  return { level: best.level, lines: cite(best.study.place.line.number, ...others), flags: [] };
}

function levelOf({ rank, guessed, inField }: Study, asked: Degree | null): Level {
  if (rank < 0) return 0;
  const over = asked === null ? 0 : rank - DEGREES.indexOf(asked);
  const level: Level = over > 0 ? 4 : over === 0 ? 3 : over === -1 ? 2 : 1;
  return guessed || !inField ? atMost(level, 2) : level;
}

function studiesIn(history: History, subjects: TermMatcher | null, now: MonthIndex): Study[] {
  const sectioned = history.lines.some(({ section, heading }) => section === "education" && !heading);
  return history.lines.flatMap((place, index) => {
    const { lower } = place.folded;
    if (place.heading || !mayTellOfStudies(place, sectioned) || OTHERS.test(lower)) return [];
    const among = place.section === "education" || /学历|學歷|学歴|degree|abschluss|학력|diplom/u.test(lower);
    if (ENTERED.test(lower) && !LEFT.test(lower)) return [];
    const named = degreeIn(lower, among);
    const guessed = named === null;
    if (
      guessed &&
      !(
        place.section === "education" &&
        UNIVERSITY.test(lower) &&
        (place.ranges.length > 0 || LEFT.test(lower))
      )
    )
      return [];
    const rank = finishedRank(DEGREES.indexOf(named ?? "bachelor"), place, now);
    const beside = [place, ...neighbours(history.lines, index)];
    const inField = subjects === null || beside.some(({ folded }) => subjects.find(folded).length > 0);
    return [{ place, rank, guessed, inField }];
  });
}

/** Studies stand under their heading; only a résumé without that heading tells of them anywhere. */
function mayTellOfStudies({ section, spells, folded }: PlacedLine, sectioned: boolean): boolean {
  if (section === "education" || section === "personal" || section === "summary") return true;
  if (section === null) return spells.length === 0 || (!sectioned && !OCCUPATION.test(folded.lower));
  return !sectioned && (section === "certificate" || section === "skill");
}

/** Lines of the same entry: undated ones next to it, the way tables and two-line entries break. */
function neighbours(lines: readonly PlacedLine[], index: number): PlacedLine[] {
  const own = lines[index]!;
  return [lines[index - 1], lines[index + 1]].filter(
    (place) =>
      place !== undefined &&
      place.section === own.section &&
      !place.heading &&
      degreeIn(place.folded.lower, false) === null,
  ) as PlacedLine[];
}

function degreeIn(lower: string, amongStudies: boolean): Degree | null {
  const named = DEGREE_NAMES.filter(
    ({ name, studiesOnly }) => (amongStudies || !studiesOnly) && name.test(lower),
  );
  return named.reduce<Degree | null>(
    (best, { degree }) => (best === null || DEGREES.indexOf(degree) > DEGREES.indexOf(best) ? degree : best),
    null,
  );
}

/** The rank once what is not finished is taken off: a doctorate begun says master, a master begun says bachelor. */
function finishedRank(rank: number, { folded: { lower }, ranges }: PlacedLine, now: MonthIndex): number {
  if (DROPPED.test(lower)) return rank === DEGREES.indexOf("bachelor") ? 0 : rank - 1;
  const ahead =
    ranges.some(({ unfinished }) => unfinished) ||
    datePoints(lower).some(({ month, yearOnly }) => month > now + (yearOnly ? 6 : 0));
  if (!ahead && !UNFINISHED.test(lower)) return rank;
  return rank === DEGREES.indexOf("bachelor") ? 0 : rank - 1;
}
