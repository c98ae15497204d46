import { cpus, loadavg } from "node:os";
import { rounded, table } from "../figures.ts";
import { meanOf, type Score } from "./scores.ts";
import type { Case, Reading } from "./types.ts";

export interface Measured {
  /** What was read, in words. */
  source: string;
  /** Rows of the list of worst files. */
  worst: number;
  /** Made from the corpus, so that languages and layouts are known. */
  invented: boolean;
  cases: Case[];
  note: string | null;
  missing: string[];
  readings: Reading[];
  scores: Score[];
  officeScores: Score[];
  msPerPage: Map<string, number>;
}

/** Prints all tables, and one line of JSON last. */
export function report({
  source,
  worst,
  invented,
  cases,
  note,
  missing,
  readings,
  scores,
  officeScores,
  msPerPage,
}: Measured): void {
  const hidden = cases.filter((one) => one.hidden !== null && one.format === "pdf").length;
  const halves = [...new Set(cases.map(({ half }) => half))].sort();
  console.log(`${new Date().toISOString()}  ${cpus().length} × ${cpus()[0]?.model}  load ${loadavg()[0]?.toFixed(1)}
node ${process.version}; ${readings.map(({ tool, version }) => `${tool} ${version}`).join(", ")}
${source}: ${cases.length} files, ${cases.length - officeFiles(cases)} of them PDF; ${hidden} PDFs with a hidden sentence`);
  for (const line of [...(note ? [note] : []), ...missing.map((one) => `left out: ${one}`)])
    console.log(line);
  const tools = readings.map(({ tool }) => tool);
  for (const half of [...halves, ...(halves.length > 1 ? ["all"] : [])]) {
    const rows = tools.map((tool) => {
      const mean = meanOf(
        scores.filter((score) => score.tool === tool && (half === "all" || score.one.half === half)),
      );
      const figures = [mean.recall, mean.order, mean.words].map((value) => value.toFixed(4));
      const ms = half === "all" || halves.length === 1 ? (msPerPage.get(tool) ?? Number.NaN).toFixed(1) : "";
      return [tool, String(mean.files), ...figures, String(mean.hiddenLeaks), String(mean.failed), ms];
    });
    console.log(
      `\n${table([[`PDF, ${half}`, "files", "recall", "order", "words", "hidden leaks", "failed", "CPU ms/page"], ...rows])}`,
    );
  }
  if (invented) {
    console.log(`\n${crossTable("order by content stream", tools, scores, ({ stream }) => stream)}`);
    console.log(`\n${crossTable("order by layout", tools, scores, ({ layout }) => layout)}`);
    console.log(`\n${crossTable("order by language", tools, scores, ({ locale }) => locale)}`);
    console.log(`\n${crossTable("recall by language", tools, scores, ({ locale }) => locale, "recall")}`);
  }
  const officeTools = [...new Set(officeScores.map(({ tool }) => tool))];
  if (officeTools.length > 0) {
    for (const measure of ["recall", "order"] as const)
      console.log(
        `\n${crossTable(`${measure} by format`, officeTools, officeScores, ({ format }) => format, measure)}`,
      );
    const leaked = officeTools.map(
      (tool) => `${tool} ${meanOf(officeScores.filter((one) => one.tool === tool)).hiddenLeaks}`,
    );
    console.log(`hidden leaks in them: ${leaked.join(", ")}`);
  }
  console.log(`\n${worstTable([...scores, ...officeScores], worst)}`);
  console.log(
    JSON.stringify(Object.fromEntries(tools.map((tool) => [tool, figuresOf(tool, scores, msPerPage)]))),
  );
}

const officeFiles = (cases: readonly Case[]) => cases.filter(({ format }) => format !== "pdf").length;

function figuresOf(tool: string, scores: readonly Score[], msPerPage: ReadonlyMap<string, number>) {
  const mean = meanOf(scores.filter((score) => score.tool === tool));
  return {
    recall: rounded(mean.recall, 4),
    order: rounded(mean.order, 4),
    hidden_leaks: mean.hiddenLeaks,
    ms_per_page: rounded(msPerPage.get(tool) ?? Number.NaN, 2),
  };
}

function crossTable(
  title: string,
  tools: readonly string[],
  scores: readonly Score[],
  of: (one: Case) => string,
  measure: "order" | "recall" = "order",
): string {
  const groups = [...new Set(scores.map(({ one }) => of(one)))].sort();
  const rows = groups.map((group) => {
    const own = scores.filter(({ one }) => of(one) === group);
    const cells = tools.map((tool) => {
      const mean = meanOf(own.filter((score) => score.tool === tool));
      return mean.files === 0 ? "-" : mean[measure].toFixed(3);
    });
    return [group, String(new Set(own.map(({ one }) => one.id)).size), ...cells];
  });
  return table([[title, "files", ...tools], ...rows]);
}

/** Where Candor reads worst: what the bench is for. Of the unseen half nobody gets to know which files they are. */
function worstTable(scores: readonly Score[], count: number): string {
  const worst = scores
    .filter(({ tool, one }) => tool === "candor" && one.half !== "unseen")
    .sort((a, b) => a.order + a.recall + a.words - (b.order + b.recall + b.words))
    .slice(0, count);
  const rows = worst.map(({ one, recall, order, words, leaked }) => [
    one.id,
    recall.toFixed(3),
    order.toFixed(3),
    words.toFixed(3),
    leaked ? "leaked" : "",
  ]);
  return table([["Candor's worst, unseen left out", "recall", "order", "words", "hidden"], ...rows]);
}
