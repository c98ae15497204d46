/** Tables for a terminal. */
import type { Comparison } from "./compare.ts";
import type { Figures } from "./outcome.ts";
import type { Candidate } from "./search.ts";

/** Lays rows out in columns: the first to the left, the others to the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!)))
      .join("  ");
  return [line(head), ...rows.map(line)].join("\n");
}

/** Seconds as a person reads them. */
export function duration(seconds: number): string {
  if (!Number.isFinite(seconds)) return "never";
  if (seconds < 10) return `${seconds.toFixed(2)} s`;
  if (seconds < 600) return `${seconds.toFixed(0)} s`;
  return `${(seconds / 60).toFixed(0)} min`;
}

const percent = (share: number) => `${Math.round(100 * share)} %`;

/** A share as a signed percentage; beyond ten times as much, as a multiple. */
function change(share: number): string {
  if (share > 9) return `× ${Math.round(share + 1)}`;
  return `${share > 0 ? "+" : share < 0 ? "−" : "±"}${(100 * Math.abs(share)).toFixed(1)} %`;
}

/** The policies on one trace. */
export function figuresTable(figures: readonly Figures[]): string {
  return table(
    ["policy", "p50", "p95", "p99", "max", "GPU h", "USD/1,000", "idle", "start+empty", "starts", "most"],
    figures.map((one) => [
      one.policy,
      duration(one.p50),
      duration(one.p95),
      duration(one.p99),
      duration(one.max),
      one.gpuHours.toFixed(2),
      one.neverEvaluated > 0 ? "–" : one.usdPer1000.toFixed(3),
      percent(one.idle),
      percent(one.startingOrEmpty),
      one.starts.toFixed(0),
      String(one.highest),
    ]),
  );
}

/** Per naive policy: the change of waiting and of cost on each trace, and where both are better. */
export function verdictTable(comparisons: readonly Comparison[], traces: readonly string[]): string {
  const rivals = [...new Set(comparisons.map(({ against }) => against))];
  return table(
    ["chosen against (wait, cost)", ...traces, "beaten on"],
    rivals.map((rival) => {
      const own = traces.map((trace) =>
        comparisons.find((one) => one.against === rival && one.trace === trace),
      );
      const cells = own.map((one) =>
        one === undefined
          ? ""
          : one.wait === -1
            ? "it never ends  ✓"
            : `${change(one.wait)}, ${change(one.cost)}  ${one.beats ? "✓" : "✗"}`,
      );
      return [rival, ...cells, `${own.filter((one) => one?.beats).length} of ${traces.length}`];
    }),
  );
}

/** Where the chosen policy does not beat a naive one, in words. */
export function shortfalls(comparisons: readonly Comparison[]): string[] {
  return comparisons
    .filter(({ beats }) => !beats)
    .map(({ against, trace, wait, cost }) => {
      const loses = [
        wait >= 0 ? `waits ${wait === 0 ? "as long" : `${change(wait)} (p95)`}` : null,
        cost >= 0 ? `costs ${cost === 0 ? "as much" : change(cost)}` : null,
      ].filter((part) => part !== null);
      const gains = [
        wait < 0 ? `waiting ${change(wait)}` : null,
        cost < 0 ? `cost ${change(cost)}` : null,
      ].filter((part) => part !== null);
      return `${trace}, ${against}: ${loses.join(" and ")}${gains.length > 0 ? `, for ${gains.join(", ")}` : ""}`;
    });
}

/** Candidates of a search. */
export function searchTable(candidates: readonly Candidate[], rivals: number): string {
  const traces = candidates[0]?.figures.map(({ trace }) => trace) ?? [];
  return table(
    [
      "backlog",
      "patience",
      "kept",
      "to zero",
      "warm",
      ...traces.map((name) => `${name} p95/h`),
      "beats",
      "rivals",
      "seeds",
      "long tails",
    ],
    candidates.map(({ choice, figures, beats, rivalsBeaten, seedWins, longTails }) => [
      `${choice.backlogSeconds} s`,
      duration(choice.patienceSeconds),
      `${choice.stabilizationSeconds} s`,
      `${choice.cooldownSeconds} s`,
      choice.warmHours.map(({ replicas, from, to }) => `${replicas}: ${from}–${to}`).join(", ") || "–",
      ...figures.map(({ p95, gpuHours }) => `${duration(p95)} ${gpuHours.toFixed(2)}`),
      `${beats}/${rivals}`,
      String(rivalsBeaten),
      String(seedWins),
      String(longTails),
    ]),
  );
}
