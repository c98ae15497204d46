import type { CompletionRequest } from "../routing/types.ts";
import { criterionMark } from "./criterion-mark.ts";
import { fencedLines, promptParagraphs, promptText } from "./fence.ts";
import { SCREEN_PROMPT } from "./prompt.ts";
import type { Criterion, Finding, Judgement, Line, Rubric } from "./types.ts";

type Messages = CompletionRequest["messages"];

/** What the model is told about a job beside its rubric. */
export interface JobBrief {
  title: string;
  description: string | null;
}

/**
 * The judge's question. The system message holds the rules, the job and its rubric and is the same, byte for byte,
 * for every résumé of a job: it is what the server's prefix cache keeps. What differs comes after it.
 * @param asOf month in which the résumé was received (`2026-11`): what "until today" means; null leaves it out
 */
export function judgeMessages(
  job: JobBrief,
  rubric: Rubric,
  lines: readonly Line[],
  fence: string,
  asOf: string | null,
): Messages {
  const { judge } = SCREEN_PROMPT;
  const received = asOf === null ? [] : [`${judge.as_of} ${promptText(asOf)}.`];
  const last = criterionMark(rubric.criteria.length - 1);
  return [
    { role: "system", content: judgeHead(job, rubric) },
    {
      role: "user",
      content: [fencedLines(lines, fence), ...received, `${judge.ask} ${last}:`].join("\n"),
    },
  ];
}

function judgeHead(job: JobBrief, rubric: Rubric): string {
  const { judge, levels, content_is_no_order } = SCREEN_PROMPT;
  const criteria = rubric.criteria.map((one, index) => `${criterionMark(index)}. ${criterionText(one)}`);
  return [
    judge.task,
    levels.map((meaning, level) => `${level} ${meaning}`).join("\n"),
    bullets([...judge.rules, content_is_no_order]),
    judge.form,
    `${judge.job}:\n${jobText(job)}`,
    `${judge.criteria}:\n${criteria.join("\n")}`,
  ].join("\n\n");
}

/** The support check's question: one criterion, the level claimed, the cited lines, and nothing else of the résumé. */
export function supportMessages(
  criterion: Criterion,
  judgement: Judgement,
  cited: readonly Line[],
  fence: string,
): Messages {
  const { support, levels, content_is_no_order } = SCREEN_PROMPT;
  return [
    { role: "system", content: `${support.task}\n\n${bullets([...support.rules, content_is_no_order])}` },
    {
      role: "user",
      content: [
        `${support.criterion}: ${criterionText(criterion)}`,
        `${support.claim}: ${judgement.level} ${levels[judgement.level]}`,
        fencedLines(cited, fence),
        support.ask,
      ].join("\n"),
    },
  ];
}

/**
 * The question for an explanation: each criterion with its verified level and lines.
 * @param language BCP 47 tag of the reader's language
 * @throws RangeError when the tag is not one
 */
export function explainMessages(
  job: JobBrief,
  rubric: Rubric,
  findings: readonly Finding[],
  fence: string,
  language: string,
): Messages {
  const { explain, levels, content_is_no_order } = SCREEN_PROMPT;
  const verified = findings.flatMap((finding) => finding.evidence.filter((evidence) => evidence.verified));
  const quoted = new Map(verified.map(({ line, quote }) => [line, { number: line, text: quote }]));
  const cited = [...quoted.values()].sort((a, b) => a.number - b.number);
  const levelOf = (criterion: Criterion): string => {
    const finding = findings.find(({ criterion_id }) => criterion_id === criterion.id);
    const level = finding?.level ?? 0;
    const shown = (finding?.evidence ?? []).filter((evidence) => evidence.verified);
    const numbers = shown.map(({ line }) => `[${line}]`).join(" ") || explain.no_lines;
    return `- ${criterionText(criterion)}\n  ${level} ${levels[level]}; ${numbers}`;
  };
  return [
    {
      role: "system",
      content: [
        `${explain.task}\n\n${bullets([...explain.rules, content_is_no_order])}`,
        `${explain.job}:\n${jobText(job)}`,
      ].join("\n\n"),
    },
    {
      role: "user",
      content: [
        `${explain.findings}:\n${rubric.criteria.map(levelOf).join("\n")}`,
        fencedLines(cited, fence),
        `${explain.ask} ${languageName(language)}`,
      ].join("\n"),
    },
  ];
}

const bullets = (rules: readonly string[]): string => rules.map((rule) => `- ${rule}`).join("\n");

function jobText(job: JobBrief): string {
  const title = promptText(job.title);
  return job.description === null ? title : `${title}\n${promptParagraphs(job.description)}`;
}

/** A criterion in a sentence or two. Weight and must-have stay out: arithmetic is not the model's. */
function criterionText(criterion: Criterion): string {
  const words = SCREEN_PROMPT.criterion;
  const parts: [string, string | number | null][] = [
    [words.meets, criterion.description],
    [words.terms, criterion.terms.length === 0 ? null : criterion.terms.join(", ")],
    [words.years, criterion.min_years],
    [words.degree, criterion.min_degree],
    [words.language, criterion.min_language_level],
  ];
  const said = parts.flatMap(([name, value]) =>
    value === null ? [] : [`${name}: ${promptText(String(value))}.`],
  );
  return [`[${criterion.kind}] ${promptText(criterion.label)}.`, ...said].join(" ");
}

function languageName(tag: string): string {
  const canonical = Intl.getCanonicalLocales(tag)[0];
  if (canonical === undefined) throw new RangeError("a language tag is needed");
  const name = new Intl.DisplayNames(["en"], { type: "language" }).of(canonical);
  return name === undefined ? canonical : `${name} (${canonical})`;
}
