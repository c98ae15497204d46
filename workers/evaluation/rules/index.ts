import type { Finding, Line, Rubric } from "../types.ts";
import { unchecked, verify } from "../verify.ts";
import { judgeByRules, type YearMonth } from "./judge.ts";

export { judgeByRules, type RulesJudgement, type YearMonth } from "./judge.ts";

/** Judges by rules and verifies the answer as any judge's answer is verified: findings with their lines and the rules' own flags. */
export function findByRules(lines: readonly Line[], rubric: Rubric, at: YearMonth): Finding[] {
  const { judgements, flags } = judgeByRules(lines, rubric, at);
  return verify(judgements, lines, rubric, unchecked).map((finding) => ({
    ...finding,
    flags: [...finding.flags, ...(flags.get(finding.criterion_id) ?? [])],
  }));
}
