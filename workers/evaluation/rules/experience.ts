import type { Criterion } from "../types.ts";
import { statedExperience } from "./durations.ts";
import type { History } from "./history.ts";
import { boundByHistory, judgeSkill, levelOfMonths } from "./skill.ts";
import { atMost, cite, NOTHING_FOUND, type Verdict } from "./verdict.ts";

/**
 * Judges experience: in what its terms name, or in work at all where it has none. Jobs that say nothing of what is asked
 * may still have been it: they count as weak, with their lines, for a person to look at.
 */
export function judgeExperience(criterion: Criterion, history: History): Verdict {
  const work = judgeWork(criterion, history);
  if (criterion.terms.length === 0) return work;
  const named = judgeSkill(criterion, criterion.terms, history);
  const silent = named.level === 0 && named.flags.length === 0;
  return silent && work.level > 0 ? { ...work, level: 1 } : named;
}

/** Years in work: those of dated jobs, overlaps once, or a stated number as far as the jobs leave room for it (then 3 at most). */
function judgeWork({ min_years }: Criterion, history: History): Verdict {
  const asked = min_years ?? 0;
  const heads = history.spells
    .filter(({ kind }) => kind === "work")
    .sort((a, b) => b.to - b.from - (a.to - a.from))
    .flatMap((spell) => history.lines.find(({ spells }) => spells.includes(spell))?.line.number ?? []);
  const claims = history.lines
    .filter(({ heading, section }) => !heading && section !== "wanted" && section !== "reference")
    .map(({ line, folded }) => ({
      number: line.number,
      months: boundByHistory(statedExperience(folded.lower), history),
    }))
    .filter(({ months }) => months > 0)
    .sort((a, b) => b.months - a.months);
  const stated = claims[0]?.months ?? 0;
  if (heads.length === 0 && stated === 0) return NOTHING_FOUND;
  const byJobs = heads.length > 0 ? levelOfMonths(history.workMonths, asked) : 0;
  const byClaim = stated > 0 ? atMost(levelOfMonths(stated, asked), 3) : 0;
  const limit = asked === 0 ? 3 : 4;
  if (byJobs >= byClaim) return { level: atMost(byJobs, limit), lines: cite(...heads), flags: [] };
  return {
    level: atMost(byClaim, limit),
    lines: cite(...claims.slice(0, 1).map(({ number }) => number), ...heads),
    flags: [],
  };
}
