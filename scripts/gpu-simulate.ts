/**
 * `npm run gpu:simulate`: arrival traces against the scaling policy and the alternatives to it. What the model holds
 * and what it leaves out is in docs/scaling.md.
 */
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { CARDS, type CardName } from "../inference/simulation/cards.ts";
import { drawChart } from "../inference/simulation/chart.ts";
import { type Comparison, compare, run, type Setting } from "../inference/simulation/compare.ts";
import type { Figures } from "../inference/simulation/outcome.ts";
import { boundPolicies, naivePolicies, variants } from "../inference/simulation/policies.ts";
import { CHOSEN, MAX_REPLICAS, policyOf, shifted } from "../inference/simulation/policy.ts";
import {
  figuresTable,
  searchTable,
  shortfalls,
  table,
  verdictTable,
} from "../inference/simulation/report.ts";
import { choices, choose, GRID, paretoFront, search } from "../inference/simulation/search.ts";
import { EVALUATION, fullRate, serviceOf } from "../inference/simulation/service.ts";
import { simulate } from "../inference/simulation/simulate.ts";
import { STARTS, type StartName } from "../inference/simulation/starts.ts";
import { makeTrace, readTrace, TRACE_NAMES, type TraceName } from "../inference/simulation/traces.ts";
import type { Card, StartProfile } from "../inference/simulation/types.ts";

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    /** Seeds one after another whose figures are averaged. */
    runs: { type: "string", default: "3" },
    trace: { type: "string" },
    /** One's own arrivals: a time (ISO 8601) or seconds a line. */
    arrivals: { type: "string" },
    card: { type: "string", default: "h100" },
    start: { type: "string", default: "cloud" },
    scale: { type: "string", default: "1" },
    max: { type: "string", default: String(MAX_REPLICAS) },
    /** USD for one card an hour, in place of the card's list price. */
    price: { type: "string" },
    svg: { type: "string" },
    json: { type: "boolean", default: false },
    search: { type: "boolean", default: false },
    /** The verdict for other cards, starts and volumes. */
    sweep: { type: "boolean", default: false },
  },
});

const print = (...lines: string[]) => {
  if (!values.json) console.log(lines.join("\n"));
};
const first = number("seed", 0);
const seeds = Array.from({ length: Math.max(1, number("runs", 1)) }, (_, index) => first + index);
const maxReplicas = number("max", 1);
const card: Card = {
  ...known(CARDS, values.card, "card"),
  ...(values.price === undefined ? {} : { usdPerHour: number("price", 0) }),
};
const start = known(STARTS, values.start, "start");
const names = traceNames();

if (values.search) await printSearch();
else if (values.sweep) printSweep();
else await printComparison();

/** Every policy on every trace, and the verdict. */
async function printComparison(): Promise<void> {
  const service = serviceOf(card, EVALUATION);
  const rate = fullRate(service);
  print(
    `${card.what} (${card.provenance}: ${card.source})`,
    `${rate.toFixed(1)} résumés/s with ${service.slots} at once, one alone ${service.alone.toFixed(2)} s; ` +
      `${card.usdPerHour} USD an hour (${values.price === undefined ? card.priceSource : "as given"})`,
    `start: ${start.what} (engine measured, the rest ${start.provenance}); at most ${maxReplicas} cards; ` +
      `seeds ${seeds.join(", ")}`,
    "",
  );
  const chosen = policyOf(CHOSEN, card, maxReplicas);
  const naive = naivePolicies(service, maxReplicas);
  const others = [...variants(chosen), ...boundPolicies(service, maxReplicas)];
  print(...[chosen, ...naive, ...others].map(({ name, what }) => `  ${name}: ${what}`), "");
  const all: { trace: string; figures: Figures[] }[] = [];
  const comparisons: Comparison[] = [];
  for (const name of names) {
    const setting = await settingOf(name, card, start, number("scale", 0));
    const own = run(chosen, setting);
    const rivals = naive.map((policy) => run(policy, setting));
    const figures = [own, ...rivals, ...others.map((policy) => run(policy, setting))];
    comparisons.push(...rivals.map((rival) => compare(own, rival)));
    all.push({ trace: name, figures });
    const { trace } = setting.runs[0]!;
    print(`${name}: ${trace.what}; ${trace.arrivals.length} résumés`, figuresTable(figures), "");
    if (values.svg !== undefined) await writeChart(setting, name);
  }
  print(verdictTable(comparisons, names), "", "Where the chosen policy does not win:");
  print(...shortfalls(comparisons).map((line) => `  ${line}`), "");
  console.log(
    JSON.stringify({ card: card.name, start: start.name, seeds, policy: chosen, traces: all, comparisons }),
  );
}

/** The Pareto front of the grid, and the choice. */
async function printSearch(): Promise<void> {
  const settings: Setting[] = [];
  for (const name of names) settings.push(await settingOf(name, card, start, number("scale", 0)));
  const naive = naivePolicies(serviceOf(card, EVALUATION), maxReplicas);
  const candidates = search(choices(GRID), settings, naive, maxReplicas);
  const front = paretoFront(candidates);
  const best = choose(candidates);
  const pairs = naive.length * names.length;
  print(`${candidates.length} policies on ${card.what}; the Pareto front, geometric means over the traces:`);
  print(
    searchTable(front, pairs),
    "",
    "Beats the naive policies most often:",
    searchTable([best], pairs),
    "",
  );
  console.log(
    JSON.stringify({ card: card.name, best: best.choice, front: front.map(({ choice }) => choice) }),
  );
}

/** How far the verdict holds: one line for each change of card, start and volume. */
function printSweep(): void {
  const cards = Object.values(CARDS).map((other) => ({
    label: `card ${other.name}`,
    card: other,
    start,
    scale: 1,
    by: 0,
  }));
  const starts = Object.values(STARTS).map((other) => ({
    label: `start ${other.name}`,
    card,
    start: other,
    scale: 1,
    by: 0,
  }));
  const scales = [0.1, 0.3, 3].map((scale) => ({ label: `volume × ${scale}`, card, start, scale, by: 0 }));
  const hours = [-3, -1, 1, 3].map((by) => ({
    label: `warm hours ${by < 0 ? "" : "+"}${by} h`,
    card,
    start,
    scale: 1,
    by,
  }));
  const rows = [...cards, ...starts, ...scales, ...hours].map(({ label, ...changed }) => {
    const naive = naivePolicies(serviceOf(changed.card, EVALUATION), maxReplicas);
    const chosen = policyOf(shifted(CHOSEN, changed.by), changed.card, maxReplicas);
    const byTrace = names.map((name) => {
      const setting = syntheticSetting(name as TraceName, changed.card, changed.start, changed.scale);
      const own = run(chosen, setting);
      return { own, comparisons: naive.map((policy) => compare(own, run(policy, setting))) };
    });
    const wins = naive.map(
      (_, index) => byTrace.filter(({ comparisons }) => comparisons[index]!.beats).length,
    );
    const cost = byTrace.map(
      ({ own }) => `${own.p95.toFixed(own.p95 < 10 ? 1 : 0)} s ${own.usdPer1000.toFixed(2)}`,
    );
    return [label, ...cost, ...wins.map(String)];
  });
  const rivals = naivePolicies(serviceOf(card, EVALUATION), maxReplicas).map(({ name }) => name);
  print(table(["changed", ...names.map((name) => `${name} p95, USD/1,000`), ...rivals], rows), "");
  console.log(JSON.stringify({ sweep: rows }));
}

async function settingOf(name: string, on: Card, from: StartProfile, scale: number): Promise<Setting> {
  if (values.arrivals === undefined) return syntheticSetting(name as TraceName, on, from, scale);
  const text = await readFile(values.arrivals, "utf8");
  return { card: on, start: from, runs: seeds.map((seed) => ({ seed, trace: readTrace(name, text, seed) })) };
}

function syntheticSetting(name: TraceName, on: Card, from: StartProfile, scale: number): Setting {
  const rate = fullRate(serviceOf(on, EVALUATION));
  return {
    card: on,
    start: from,
    runs: seeds.map((seed) => ({ seed, trace: makeTrace(name, seed, rate, scale) })),
  };
}

/** The chosen policy over KEDA's defaults, in FILE, or in FILE-TRACE where there are several. */
async function writeChart(setting: Setting, name: string): Promise<void> {
  const { ext, dir, name: stem } = path.parse(values.svg!);
  const file = names.length === 1 ? values.svg! : path.join(dir, `${stem}-${name}${ext}`);
  const { seed, trace } = setting.runs[0]!;
  const service = serviceOf(card, EVALUATION);
  const rival = naivePolicies(service, maxReplicas).find((policy) => policy.name === "queue, defaults")!;
  const outcomes = [policyOf(CHOSEN, card, maxReplicas), rival].map((policy) =>
    simulate({ trace, policy, card, start, seed }),
  );
  await writeFile(file, drawChart(outcomes, `${trace.what}: ${card.what}, seed ${seed}`));
}

function traceNames(): string[] {
  if (values.arrivals !== undefined) return [path.basename(values.arrivals)];
  if (values.trace === undefined) return [...TRACE_NAMES];
  const asked = TRACE_NAMES.find((name) => name === values.trace);
  if (asked === undefined) throw new RangeError(`--trace is one of ${TRACE_NAMES.join(", ")}`);
  return [asked];
}

function known<Entry>(
  entries: Readonly<Record<CardName | StartName | string, Entry>>,
  name: string,
  option: string,
) {
  const entry = Object.hasOwn(entries, name) ? entries[name] : undefined;
  if (entry === undefined) throw new RangeError(`--${option} is one of ${Object.keys(entries).join(", ")}`);
  return entry;
}

function number(option: "seed" | "runs" | "scale" | "max" | "price", least: number): number {
  const value = Number(values[option]);
  if (!Number.isFinite(value) || value < least) throw new RangeError(`--${option} is a number from ${least}`);
  return value;
}
