/** One weighted equation: the sum of the unknowns named by `terms` is `target`. */
export interface Equation {
  terms: number[];
  target: number;
  weight: number;
}

/** The unknowns that fit best with little weight on their own size, by coordinate descent. */
export function solve(
  equations: readonly Equation[],
  unknowns: number,
  { damp, sweeps }: { damp: number; sweeps: number },
): Float32Array {
  const found = new Float32Array(unknowns);
  const rest = Float64Array.from(equations, ({ target }) => target);
  const uses: { row: number; times: number }[][] = Array.from({ length: unknowns }, () => []);
  for (const [row, { terms }] of equations.entries()) {
    const times = new Map<number, number>();
    for (const term of terms) times.set(term, (times.get(term) ?? 0) + 1);
    for (const [term, count] of times) uses[term]!.push({ row, times: count });
  }
  for (let sweep = 0; sweep < sweeps; sweep++)
    for (const [unknown, rows] of uses.entries()) {
      let up = 0;
      let down = damp;
      for (const { row, times } of rows) {
        const square = equations[row]!.weight ** 2;
        up += square * times * (rest[row]! + times * found[unknown]!);
        down += square * times * times;
      }
      const value = up / down;
      for (const { row, times } of rows) rest[row]! -= times * (value - found[unknown]!);
      found[unknown] = value;
    }
  return found;
}
