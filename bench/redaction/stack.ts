/** The best of the peers together, chosen with hindsight: per language, on the very texts they are measured on. */
import { judge } from "./measures.ts";
import type { Case, Place, Redacted } from "./types.ts";

interface Sums {
  found: number;
  wanted: number;
  right: number;
  taken: number;
}

/**
 * For each language the union of those peers that together come to the highest F1 of full-span recall and character
 * precision. Its speed is that of all of them one after the other.
 */
export function stacked(peers: readonly Redacted[], cases: readonly Case[]): Redacted | null {
  if (peers.length === 0) return null;
  const places: Redacted["places"] = new Map();
  const chosen: string[] = [];
  let bytes = 0;
  let seconds = 0;
  for (const locale of [...new Set(cases.map((one) => one.locale))].sort()) {
    const own = cases.filter((one) => one.locale === locale);
    const best = subsets(peers)
      .map((subset) => ({ subset, value: f1(sumOver(subset, own)) }))
      .reduce((one, other) => (other.value > one.value ? other : one));
    for (const one of own) places.set(one.id, unionOf(best.subset, one.id));
    chosen.push(`${locale}: ${best.subset.map(({ tool }) => tool).join(" + ")}`);
    const size = own.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
    bytes += size;
    seconds += best.subset.reduce((sum, { mbPerS }) => sum + size / 1e6 / mbPerS, 0);
  }
  return { tool: "stack", version: `(${chosen.join("; ")})`, places, mbPerS: bytes / 1e6 / seconds };
}

const unionOf = (subset: readonly Redacted[], id: string): Place[] =>
  subset.flatMap((peer) => peer.places.get(id) ?? []);

function subsets<T>(all: readonly T[]): T[][] {
  const count = 2 ** all.length;
  return Array.from({ length: count - 1 }, (_, at) => all.filter((_one, i) => ((at + 1) >> i) & 1));
}

function sumOver(subset: readonly Redacted[], cases: readonly Case[]): Sums {
  const sums: Sums = { found: 0, wanted: 0, right: 0, taken: 0 };
  for (const one of cases) {
    const { found, taken, right } = judge(one, unionOf(subset, one.id));
    sums.found += found.length;
    sums.wanted += one.gold.length;
    sums.right += right;
    sums.taken += taken;
  }
  return sums;
}

function f1({ found, wanted, right, taken }: Sums): number {
  const recall = found / Math.max(1, wanted);
  const precision = right / Math.max(1, taken);
  return recall + precision === 0 ? 0 : (2 * recall * precision) / (recall + precision);
}
