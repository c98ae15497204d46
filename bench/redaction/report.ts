import { cpus, loadavg } from "node:os";
import { rounded, table } from "../figures.ts";
import type { ScriptSpeed } from "./candor.ts";
import { CLASSES, classOf } from "./classes.ts";
import { type Score, share, sumOf } from "./scores.ts";
import { kindTable, missList, overreachList, presidioTable } from "./shortfalls.ts";
import type { Case, GoldPlace, Redacted } from "./types.ts";

export interface Measured {
  /** What was redacted, in words. */
  source: string;
  /** Longest lists of misses and of what was taken too much. */
  listed: number;
  cases: readonly Case[];
  missing: readonly string[];
  redacted: readonly Redacted[];
  scores: readonly Score[];
  /** Texts without personal data, all of them. */
  negativeScores: readonly Score[];
  growth: readonly { bytes: number; cpuMs: number }[];
  speeds: readonly ScriptSpeed[];
}

const inAll = { half: "all", of: () => true };
/** Words that are personal elsewhere; all other kinds of negatives are numbers and names that a veto has to keep. */
const WORDS: readonly string[] = ["trait", "place", "title", "company id"];

/** Prints all tables, and one line of JSON last. */
export function report(measured: Measured): void {
  const { source, listed, cases, missing, redacted, scores, negativeScores, growth, speeds } = measured;
  const bytes = cases.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  const places = cases.reduce((sum, { gold }) => sum + gold.length, 0);
  console.log(`${new Date().toISOString()}  ${cpus().length} × ${cpus()[0]?.model}  load ${loadavg()[0]?.toFixed(1)}
node ${process.version}
${redacted.map(({ tool, version }) => `${tool} ${version}`).join("\n")}
${source}: ${cases.length} texts, ${(bytes / 1e6).toFixed(2)} MB, ${places} places`);
  for (const line of missing) console.log(`left out: ${line}`);
  const halves = [...new Set(cases.map(({ half }) => half))].sort();
  const wholes = [
    ...halves.map((half) => ({ half, of: (one: Case) => one.half === half })),
    ...(halves.length > 1 ? [inAll] : []),
  ];
  for (const whole of wholes) console.log(`\n${totals(whole, redacted, scores)}`);
  const tools = redacted.map(({ tool }) => tool);
  console.log(`\n${classTable(tools, scores)}`);
  console.log(`\n${groupTable("recall", "locale", tools, scores)}`);
  console.log(`\n${groupTable("precision", "locale", tools, scores)}`);
  console.log(`\n${groupTable("recall", "arrangement", tools, scores)}`);
  const own = scores.filter(({ tool }) => tool === "candor");
  console.log(`\n${kindTable(own)}`);
  console.log(`\n${negativeTable(tools, scores)}`);
  console.log(`\n${missList(own, listed)}`);
  console.log(`\n${overreachList(own, listed)}`);
  if (negativeScores.length > 0) console.log(`\n${presidioTable(negativeScores, listed)}`);
  if (growth.length > 0) console.log(`\n${growthTable(growth)}`);
  if (speeds.length > 0) console.log(`\n${speedTable(speeds)}`);
  console.log(JSON.stringify(Object.fromEntries(redacted.map((one) => [one.tool, figuresOf(one, scores)]))));
}

function figuresOf({ tool, mbPerS }: Redacted, scores: readonly Score[]) {
  const { recall, precision } = sumOf(scores.filter((score) => score.tool === tool));
  return { recall: rounded(recall, 4), precision: rounded(precision, 4), mb_per_s: rounded(mbPerS, 3) };
}

function totals(
  { half, of }: { half: string; of: (one: Case) => boolean },
  redacted: readonly Redacted[],
  scores: readonly Score[],
): string {
  const rows = redacted.map(({ tool, mbPerS }) => {
    const own = scores.filter((score) => score.tool === tool && of(score.one));
    const sum = { ...sumOf(own), ...wordsIn(own) };
    return [
      tool,
      String(sum.texts),
      String(sum.places),
      share(sum.recall),
      share(sum.precision),
      `${sum.hits - sum.words} of ${sum.negatives - sum.allWords}`,
      `${sum.words} of ${sum.allWords}`,
      String(sum.failed),
      mbPerS.toFixed(2),
    ];
  });
  return table([
    [half, "texts", "places", "recall", "precision", "vetoes hit", "words hit", "failed", "MB/s (all texts)"],
    ...rows,
  ]);
}

function wordsIn(scores: readonly Score[]): { words: number; allWords: number } {
  const words = (of: (score: Score) => readonly { kind: string }[]) =>
    scores.reduce((sum, score) => sum + of(score).filter(({ kind }) => WORDS.includes(kind)).length, 0);
  return { words: words(({ verdict }) => verdict.hits), allWords: words(({ one }) => one.negatives) };
}

function classTable(tools: readonly string[], scores: readonly Score[]): string {
  const rows = CLASSES.flatMap((name) => {
    const of = (place: GoldPlace) => classOf(place) === name;
    const sums = tools.map((tool) =>
      sumOf(
        scores.filter((score) => score.tool === tool),
        of,
      ),
    );
    const places = sums[0]?.places ?? 0;
    return places === 0 ? [] : [[name, String(places), ...sums.map(({ recall }) => share(recall))]];
  });
  return table([["recall by class", "places", ...tools], ...rows]);
}

function groupTable(
  measure: "recall" | "precision",
  group: "locale" | "arrangement",
  tools: readonly string[],
  scores: readonly Score[],
): string {
  const names = [...new Set(scores.map(({ one }) => one[group]))].sort();
  const rows = names.map((name) => {
    const sums = tools.map((tool) =>
      sumOf(scores.filter((score) => score.tool === tool && score.one[group] === name)),
    );
    return [name, String(sums[0]?.texts), ...sums.map((sum) => share(sum[measure]))];
  });
  return table([[`${measure} by ${group}`, "texts", ...tools], ...rows]);
}

function negativeTable(tools: readonly string[], scores: readonly Score[]): string {
  const kinds = [...new Set(scores.flatMap(({ one }) => one.negatives.map(({ kind }) => kind)))].sort();
  const count = (tool: string, kind: string, of: (score: Score) => readonly { kind: string }[]) =>
    scores
      .filter((score) => score.tool === tool)
      .reduce((sum, score) => sum + of(score).filter((one) => one.kind === kind).length, 0);
  const rows = kinds.map((kind) => [
    kind,
    String(count(tools[0] ?? "", kind, ({ one }) => one.negatives)),
    ...tools.map((tool) => String(count(tool, kind, ({ verdict }) => verdict.hits))),
  ]);
  return table([["negatives hit", "there are", ...tools], ...rows]);
}

function growthTable(growth: Measured["growth"]): string {
  const rows = growth.map(({ bytes, cpuMs }) => [
    `${bytes / 1e6} MB`,
    cpuMs.toFixed(0),
    (bytes / 1000 / cpuMs).toFixed(2),
  ]);
  return table([["one text of", "CPU ms", "MB/s"], ...rows]);
}

function speedTable(speeds: Measured["speeds"]): string {
  const rows = speeds.map(({ script, texts, bytes, short, long }) => [
    script,
    String(texts),
    String(bytes),
    short.toFixed(2),
    long.toFixed(2),
  ]);
  return table([["MB/s by script", "texts", "bytes each", "as they are", "joined to 64 KB"], ...rows]);
}
