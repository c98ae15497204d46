const LETTERS = 26;

/**
 * What the judge's question and its answer call a criterion: A to Z, then AA, AB and on, as a spreadsheet names its
 * columns. A letter cannot be taken for a level or a line number, and " B" is one token of Qwen's where a blank, a
 * number and a line break are one each.
 * @param index of the criterion in its rubric, from 0
 */
export function criterionMark(index: number): string {
  const last = String.fromCharCode("A".charCodeAt(0) + (index % LETTERS));
  return index < LETTERS ? last : criterionMark(Math.floor(index / LETTERS) - 1) + last;
}

/** The marks of a rubric's criteria, in order. */
export const criterionMarks = (criteria: number): string[] =>
  Array.from({ length: criteria }, (_, index) => criterionMark(index));
