import type { Criterion, Level } from "../types.ts";
import { monthsCovered } from "./dates.ts";
import type { History, Spell } from "./history.ts";
import { type NamingLine, namingLines, WEIGHTS } from "./mentions.ts";
import { atLeast, atMost, cite, NOTHING_FOUND, type Verdict } from "./verdict.ts";

/** A claim may exceed the dated jobs by this much: people round, and date by years. */
const CLAIM_SLACK_MONTHS = 12;
/** Without years asked for, this long a use in more than one job exceeds what is asked. */
const LONG_USE_MONTHS = 48;

/**
 * Judges a skill, or any other thing that lines name, by where it is named:
 * - nowhere: 0; only denied or hoped for: 0 with `negated`;
 * - among interests or as basics: 1; only in rows of names: 2 with `keywords_only`;
 * - in a sentence outside a job: 2; in a job: 3; long, in several jobs: 4.
 *
 * Where years are asked for, the level of what is used in a job is by its years: all of them 3, half as many again (and
 * two more) 4, half of them 2, less 1. Years are those of the jobs whose lines name it, overlaps once; a stated number
 * (`5 years of Go`) counts as far as the dated jobs leave room for it, and never for more than 3.
 */
export function judgeSkill(criterion: Criterion, terms: readonly string[], history: History): Verdict {
  const naming = namingLines(history, terms);
  const standing = naming.filter(({ stance }) => stance !== "denied");
  if (standing.length === 0) {
    return naming.length === 0
      ? NOTHING_FOUND
      : { level: 0, lines: cite(...naming.map(({ number }) => number)), flags: ["negated"] };
  }
  const ordered = [...standing].sort(byWorth);
  const lines = cite(...ordered.map(({ number }) => number));
  const plain = standing.filter(({ stance }) => stance === "plain");
  const best = Math.max(...plain.map(({ weight }) => WEIGHTS[weight]), 0);
  if (best <= WEIGHTS.aside) return { level: 1, lines, flags: [] };
  const months = { dated: datedMonths(plain, history), stated: statedMonths(plain, history) };
  const level =
    best >= WEIGHTS.applied ? levelInUse(plain, months, criterion, best) : levelOutside(months, criterion);
  const keywords = best === WEIGHTS.listed && months.stated === 0;
  return { level, lines, flags: keywords ? ["keywords_only"] : [] };
}

/** Claims first among equals, then the newest. */
function byWorth(a: NamingLine, b: NamingLine): number {
  return worth(b) - worth(a) || b.until - a.until || a.number - b.number;
}

function worth({ weight, stance, stated }: NamingLine): number {
  return WEIGHTS[weight] + (stated > 0 ? 2 : 0) - (stance === "basic" ? 3 : 0);
}

function levelInUse(
  plain: readonly NamingLine[],
  months: { dated: number; stated: number },
  { min_years }: Criterion,
  best: number,
): Level {
  if (min_years === null || min_years === 0) {
    if (best < WEIGHTS.used) return months.dated >= 12 ? 3 : 2;
    const jobs = new Set(plain.flatMap(({ spells }) => spells)).size;
    return jobs > 1 && months.dated >= LONG_USE_MONTHS ? 4 : 3;
  }
  const byUse = levelOfMonths(months.dated, min_years);
  const byClaim = atMost(levelOfMonths(months.stated, min_years), 3);
  return atLeast(byUse, byClaim);
}

/** Named outside of jobs: a stated length counts for what is asked, the bare name for half of it. */
function levelOutside({ stated }: { stated: number }, { min_years }: Criterion): Level {
  if (stated > 0 && min_years !== null) return atMost(levelOfMonths(stated, min_years), 3);
  if (stated >= 12) return 3;
  return min_years !== null && min_years >= 3 ? 1 : 2;
}

/** Level by length of time: all that is asked 3, half as many again and at least two years more 4, half 2, less 1. */
export function levelOfMonths(months: number, minYears: number): Level {
  const asked = minYears * 12;
  if (months >= asked * 1.5 && months >= asked + 24) return 4;
  if (months >= asked) return 3;
  return months >= asked / 2 ? 2 : 1;
}

/** Time in jobs whose lines name the thing; projects count where they fall into a job. */
export function datedMonths(naming: readonly NamingLine[], history: History): number {
  const spells = [
    ...new Set(
      naming.filter(({ weight }) => WEIGHTS[weight] >= WEIGHTS.applied).flatMap(({ spells }) => spells),
    ),
  ];
  const jobs = history.spells.filter(({ kind }) => kind === "work");
  return monthsCovered(
    spells.flatMap((spell) => (spell.kind === "work" ? [spell] : jobs.map((job) => overlap(spell, job)))),
  );
}

function overlap(a: Spell, b: Spell): Spell {
  const from = Math.max(a.from, b.from);
  return { kind: "project", from, to: Math.max(from, Math.min(a.to, b.to)) };
}

/** The longest claim, as far as the dated jobs leave room for it. */
function statedMonths(naming: readonly NamingLine[], history: History): number {
  const claimed = Math.max(
    0,
    ...naming.filter(({ weight }) => weight !== "aside").map(({ stated }) => stated),
  );
  return boundByHistory(claimed, history);
}

/** A claim that no dated job contradicts. Without any dated job there is nothing to hold against it. */
export function boundByHistory(claimed: number, { workMonths }: History): number {
  return workMonths === 0 ? claimed : Math.min(claimed, workMonths + CLAIM_SLACK_MONTHS);
}
