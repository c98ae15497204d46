import type { Criterion, FindingFlag, Judgement, Line, Rubric } from "../types.ts";
import { judgeCertificate } from "./certificate.ts";
import { judgeEducation } from "./education.ts";
import { judgeExperience } from "./experience.ts";
import { type History, readHistory } from "./history.ts";
import { judgeLanguage } from "./language.ts";
import { judgeSkill } from "./skill.ts";
import type { Verdict } from "./verdict.ts";

/** The month of reading: "until today" means until then. */
export interface YearMonth {
  year: number;
  /** 1 to 12. */
  month: number;
}

export interface RulesJudgement {
  /** In the rubric's order, one per criterion. */
  judgements: Judgement[];
  /** What the rules have to say beside the level, by criterion id. */
  flags: ReadonlyMap<string, FindingFlag[]>;
}

/**
 * The built-in rules: judges numbered lines against a rubric without a model, in the languages of the tables (English,
 * Chinese, Japanese and German fully; Korean, French and Spanish in their headings, dates, levels and denials). Every
 * level above 0 cites lines. Same lines, rubric and month, same answer.
 *
 * @param at the month up to which jobs without an end count
 */
export function judgeByRules(lines: readonly Line[], rubric: Rubric, at: YearMonth): RulesJudgement {
  const now = at.year * 12 + at.month - 1;
  const history = readHistory(lines, now);
  const judged = rubric.criteria.map((criterion) => ({
    criterion,
    verdict: judgeCriterion(criterion, history, now),
  }));
  return {
    judgements: judged.map(({ criterion, verdict }) => ({
      criterion_id: criterion.id,
      level: verdict.level,
      lines: verdict.lines,
      reason: null,
    })),
    flags: new Map(judged.map(({ criterion, verdict }) => [criterion.id, verdict.flags])),
  };
}

function judgeCriterion(criterion: Criterion, history: History, now: number): Verdict {
  const terms = criterion.terms.length > 0 ? criterion.terms : [criterion.label];
  switch (criterion.kind) {
    case "experience":
      return judgeExperience(criterion, history);
    case "education":
      return judgeEducation(criterion, history, now);
    case "language":
      return judgeLanguage(criterion, history) ?? judgeSkill(criterion, terms, history);
    case "certificate":
      return judgeCertificate(terms, history);
    case "skill":
    case "other":
      return judgeSkill(criterion, terms, history);
  }
}
