import { ROLE_PROFILES, type RoleProfile } from "./roles.ts";
import { type Folded, fold } from "./rules/fold.ts";
import { isListing } from "./rules/listing.ts";
import { stanceOf } from "./rules/stance.ts";
import { type TermMatcher, termMatcher } from "./rules/terms.ts";
import type { Criterion, Finding, Line } from "./types.ts";

/** What a summary needs to know of a criterion. */
export type Weighed = Pick<Criterion, "id" | "weight" | "must_have">;

export type Fit = "strong" | "partial" | "weak";
export interface FitRole {
  role: string;
  fit: Fit;
}

/** "Meets". */
const MEETS = 3;
/** More roles than these are no hint any more. */
const MOST_ROLES = 3;

/** Findings that meet their criterion on verified lines, the heaviest first. */
export function strengths(findings: readonly Finding[], criteria: readonly Weighed[]): Finding[] {
  const met = findings.filter(
    ({ level, evidence }) => level >= MEETS && evidence.some(({ verified }) => verified),
  );
  return byCriterion(
    met,
    criteria,
    (a, b) => b.criterion.weight - a.criterion.weight || b.finding.level - a.finding.level,
  );
}

/** Findings under "meets", must-haves first, then the heaviest, then the furthest away. */
export function gaps(findings: readonly Finding[], criteria: readonly Weighed[]): Finding[] {
  const short = findings.filter(({ level }) => level < MEETS);
  return byCriterion(
    short,
    criteria,
    (a, b) =>
      Number(b.criterion.must_have) - Number(a.criterion.must_have) ||
      b.criterion.weight - a.criterion.weight ||
      a.finding.level - b.finding.level,
  );
}

interface Pair {
  finding: Finding;
  criterion: Weighed;
}

/** Equals stay in the rubric's order. */
function byCriterion(
  findings: readonly Finding[],
  criteria: readonly Weighed[],
  order: (a: Pair, b: Pair) => number,
): Finding[] {
  const pairs = criteria.flatMap((criterion) => {
    const finding = findings.find(({ criterion_id }) => criterion_id === criterion.id);
    return finding ? [{ finding, criterion }] : [];
  });
  return pairs.sort(order).map(({ finding }) => finding);
}

/**
 * Roles that the lines speak for: the job's own first (where given, by its score: `strong` from 7.0, `partial` from 4.0),
 * then at most three common ones. A common role is `strong` when sentences (not rows of keywords) name all it is about and
 * half of what comes with it is named, `partial` when all it is about is named, `weak` when its title is but not that; otherwise it is not listed.
 * A thing that a line denies is not named.
 */
export function fitRoles(lines: readonly Line[], own?: { role: string; score: number }): FitRole[] {
  const folded = lines.map(({ text }) => fold(text));
  const all = readingOf(folded);
  const sentences = readingOf(folded.filter(({ lower }) => !isListing(lower)));
  const common = MATCHED_ROLES.filter(({ profile }) => !own || !sameRole(profile, own.role))
    .map(({ profile, titles, core, around }) => {
      const named = (group: readonly TermMatcher[], among: Reading = all) =>
        group.filter((matcher) => isNamed(matcher, among)).length;
      const points = {
        core: named(core),
        told: named(core, sentences),
        around: named(around),
        title: named([titles]),
      };
      return { role: profile.role, fit: fitOf(points, core.length, around.length), points };
    })
    .filter((one): one is typeof one & FitRole => one.fit !== null)
    .sort((a, b) => worth(b.points) - worth(a.points) || a.role.localeCompare(b.role, "en"))
    .slice(0, MOST_ROLES)
    .map(({ role, fit }) => ({ role, fit }));
  return own ? [{ role: own.role, fit: ownFit(own.score) }, ...common] : common;
}

interface Points {
  core: number;
  /** Of the core, what a sentence names. */
  told: number;
  around: number;
  title: number;
}

function fitOf({ core, told, around, title }: Points, allCore: number, allAround: number): Fit | null {
  if (told === allCore && around * 2 >= allAround) return "strong";
  if (core === allCore && (around > 0 || title > 0)) return "partial";
  return title > 0 ? "weak" : null;
}

const worth = ({ core, around, title }: Points): number => core * 3 + around + title * 2;
const ownFit = (score: number): Fit => (score >= 7 ? "strong" : score >= 4 ? "partial" : "weak");

const MATCHED_ROLES = ROLE_PROFILES.map((profile) => ({
  profile,
  titles: termMatcher([profile.role, ...profile.titles]),
  core: profile.core.map(termMatcher),
  around: profile.around.map(termMatcher),
}));

/** Looks through the whole text at once first: most things are nowhere in it. */
function isNamed(matcher: TermMatcher, { lines, whole }: Reading): boolean {
  if (matcher.find(whole).length === 0) return false;
  return lines.some((line) =>
    matcher.find(line).some((mention) => stanceOf(line.lower, mention) !== "denied"),
  );
}

interface Reading {
  lines: readonly Folded[];
  whole: Folded;
}

function readingOf(lines: readonly Folded[]): Reading {
  const join = (parts: string[]) => parts.join("\n");
  return {
    lines,
    whole: { cased: join(lines.map(({ cased }) => cased)), lower: join(lines.map(({ lower }) => lower)) },
  };
}

function sameRole(profile: RoleProfile, role: string): boolean {
  return termMatcher([profile.role, ...profile.titles]).find(fold(role)).length > 0;
}
