/** Sums over rounds. */

export interface Spread {
  median: number;
  min: number;
  max: number;
}

/** @throws Error for no values. */
export function spread(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const [min, max] = [sorted[0], sorted.at(-1)];
  if (min === undefined || max === undefined) throw new Error("nothing was measured");
  return { median: quantile(sorted, 0.5), min, max };
}

/** Linear between the two nearest ranks; `sorted` is ascending and not empty. */
export function quantile(sorted: readonly number[], share: number): number {
  const at = (sorted.length - 1) * share;
  const low = sorted[Math.floor(at)] ?? 0;
  const high = sorted[Math.ceil(at)] ?? low;
  return low + (high - low) * (at - Math.floor(at));
}

export const rounded = (value: number, digits = 2): number => Number(value.toFixed(digits));

/** `median (min–max)`. */
export const show = ({ median, min, max }: Spread, digits = 1): string =>
  `${median.toFixed(digits)} (${min.toFixed(digits)}–${max.toFixed(digits)})`;

/** A plain-text table; the first column is left-aligned, the others right. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join("  ");
  const [head, ...body] = rows;
  return [line(head ?? []), widths.map((width) => "─".repeat(width)).join("──"), ...body.map(line)].join(
    "\n",
  );
}
