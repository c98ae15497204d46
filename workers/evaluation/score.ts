import type { Criterion, Finding, Level, Rubric } from "./types.ts";

export interface Score {
  /** 1.0 to 10.0, one decimal. */
  score: number;
  /** There is no "reject": only people reject people. */
  recommendation: "interview" | "review";
}

/** Weights count to six decimals; beyond that two weights are the same. */
const WEIGHT_UNITS = 1_000_000;
/** "Meets": more than this says something to a reader, not to the sum. */
const MEETS: Level = 3;

/**
 * `score = 1 + 9 · Σ w·min(level, 3)/3 ÷ Σ w`, rounded half up to one decimal; `interview` when the rounded score
 * reaches the rubric's threshold and every must-have is at least 3.
 *
 * The sum runs in whole numbers (weights in millionths, the score in tenths), so neither the order of the criteria nor
 * binary fractions can move it: same findings, same score, for ever. A criterion without a finding counts as level 0;
 * findings of other criteria are not looked at. An empty rubric is 1.0 and `review`.
 *
 * @throws RangeError for a weight that is not above 0 and finite; one under a millionth counts as a millionth.
 */
export function score(findings: readonly Finding[], rubric: Rubric): Score {
  const levels = new Map(findings.map((finding) => [finding.criterion_id, finding.level]));
  const levelOf = (criterion: Criterion): Level => levels.get(criterion.id) ?? 0;
  let total = 0n;
  let reached = 0n;
  for (const criterion of rubric.criteria) {
    const weight = weightUnits(criterion);
    total += weight;
    reached += weight * BigInt(Math.min(levelOf(criterion), MEETS));
  }
  const tenths = total === 0n ? 10 : 10 + Number(roundHalfUp(30n * reached, total));
  const points = tenths / 10;
  const musts = rubric.criteria.every((criterion) => !criterion.must_have || levelOf(criterion) >= MEETS);
  const interview = total > 0n && musts && points >= rubric.threshold;
  return { score: points, recommendation: interview ? "interview" : "review" };
}

function weightUnits({ id, weight }: Criterion): bigint {
  if (!Number.isFinite(weight) || weight <= 0)
    throw new RangeError(`criterion ${id}: weight ${weight} is not above 0`);
  return BigInt(Math.max(1, Math.round(weight * WEIGHT_UNITS)));
}

/** `numerator / denominator` to the nearest whole number, halves upwards; both are 0 or more. */
function roundHalfUp(numerator: bigint, denominator: bigint): bigint {
  return (2n * numerator + denominator) / (2n * denominator);
}
