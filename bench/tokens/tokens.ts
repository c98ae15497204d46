/**
 * How far the estimate of `workers/routing/tokens.ts` is from the model's own tokenizer, by script. The fixture of the
 * ordinary tests is written with `--write`; `--json` prints its one line of JSON alone.
 */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { estimateTokens } from "../../workers/routing/tokens.ts";
import { inventTexts } from "../corpus/texts.ts";
import { LANGUAGES } from "./languages.ts";
import { SAMPLES } from "./samples.ts";
import { declaration, loadTokenizer, piecesOf, toolFolder } from "./tokenizer.ts";

interface Counted {
  script: string;
  /** Whether it is a résumé that the estimate was not fitted to, and so what the estimate is for. */
  resume: boolean;
  name: string;
  text: string;
  tokens: number;
  ratio: number;
}

const RESUMES = 520;
const SCRIPT_OF: Readonly<Record<string, string>> = {
  "zh-CN": "Han, simplified",
  "zh-TW": "Han, traditional",
  ja: "kana and kanji",
  ko: "Hangul",
};

const folder = toolFolder();
const tokenizer = await loadTokenizer(folder);
const counted = (script: string, name: string, text: string, resume: boolean): Counted => {
  const tokens = tokenizer.count(text);
  return { script, name, text, resume, tokens, ratio: estimateTokens(text) / tokens };
};

const resumes = inventTexts(RESUMES, "tokens")
  .filter(({ half }) => half === "unseen")
  .map(({ locale, text }) => counted(SCRIPT_OF[locale] ?? "Latin", locale, text, true));
const samples = SAMPLES.map(({ script, name, text }) => counted(script, name, text, true));
const prose = Object.entries(LANGUAGES).flatMap(([script, codes]) =>
  codes.flatMap((code) =>
    piecesOf(declaration(folder, code), 2_000).map((piece) => counted(script, code, piece, false)),
  ),
);

const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;

/** Quantiles of estimate ÷ count, and the same of all texts together. */
function row(texts: readonly Counted[]) {
  const sorted = texts.map(({ ratio }) => ratio).sort((a, b) => a - b);
  const tokens = texts.reduce((sum, text) => sum + text.tokens, 0);
  const estimated = texts.reduce((sum, text) => sum + text.ratio * text.tokens, 0);
  const round = (value: number) => Number(value.toFixed(3));
  return {
    texts: texts.length,
    tokens,
    q01: round(quantile(sorted, 0.01)),
    q50: round(quantile(sorted, 0.5)),
    q99: round(quantile(sorted, 0.99)),
    together: round(estimated / tokens),
  };
}

const grouped = (texts: readonly Counted[], key: (text: Counted) => string) =>
  Object.fromEntries([...Map.groupBy(texts, key)].map(([name, group]) => [name, row(group)]));

const report = {
  all: row([...resumes, ...samples]),
  resumes: grouped(resumes, ({ name }) => name),
  samples: grouped(samples, ({ name }) => name),
  declaration: grouped(prose, ({ script }) => script),
};

if (!process.argv.includes("--json")) {
  for (const [title, rows] of Object.entries({ ...report, all: { "résumés and samples": report.all } })) {
    console.log(`\n${title.padEnd(46)}texts  tokens    1 %   50 %   99 %  together`);
    for (const [name, { texts, tokens, q01, q50, q99, together }] of Object.entries(rows))
      console.log(
        `${name.padEnd(44)}${String(texts).padStart(7)}${String(tokens).padStart(8)}${[q01, q50, q99, together].map((value) => value.toFixed(2).padStart(7)).join("")}`,
      );
  }
  if (process.argv.includes("--languages"))
    for (const [name, { q01, q50, together }] of Object.entries(grouped(prose, (text) => text.name)))
      console.log(name.padEnd(14), q01.toFixed(2), q50.toFixed(2), together.toFixed(2));
  console.log();
}
console.log(JSON.stringify(report));

if (process.argv.includes("--write")) {
  const FIXTURE = path.join(import.meta.dirname, "../../test/fixtures/token-counts.json");
  const first = [...Map.groupBy(resumes, ({ name }) => name).values()].flatMap((group) => group.slice(0, 2));
  const kept = [...first, ...samples].map(({ script, name, text, tokens }) => ({
    script,
    name,
    tokens,
    text,
  }));
  writeFileSync(FIXTURE, `${JSON.stringify(kept, null, 1)}\n`);
}
