/**
 * Calibration text for quantising: the judge's own prompts over invented résumés in twelve locales, as JSON lines of
 * chat messages. Nobody in it exists, and personal data stands as placeholders, as it does in production.
 *
 *   npx tsx inference/quantise/calibration.ts --count 512 --out calibration.jsonl [--seed TEXT]
 */
import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { type CorpusFile, inventCorpus } from "../../bench/corpus/corpus.ts";
import { VOCABULARIES } from "../../bench/corpus/vocabulary/index.ts";
import { pick, type Random, sample, seeded } from "../../test/chaos/random.ts";
import { criterionMark } from "../../workers/evaluation/criterion-mark.ts";
import { numberLines } from "../../workers/evaluation/lines.ts";
import { judgeMessages } from "../../workers/evaluation/messages.ts";
import type { Criterion, Rubric } from "../../workers/evaluation/types.ts";

const CRITERIA = 8;

interface Message {
  role: string;
  content: string;
}

/** @returns conversations; equal arguments give equal ones */
export function calibrationMessages(count: number, seed: string): Message[][] {
  return inventCorpus(count, seed).map((file, index) => conversation(file, seeded(index)));
}

function conversation(file: CorpusFile, random: Random): Message[] {
  const lines = numberLines(withPlaceholders(file));
  const { job, rubric } = inventJob(file.locale, random);
  const answer = rubric.criteria
    .map((_, index) => drawnVerdict(criterionMark(index), lines.length, random))
    .join(" ");
  return [
    ...judgeMessages(job, rubric, lines, fence(random), "2026-11").map(({ role, content }) => ({
      role,
      content: String(content),
    })),
    { role: "assistant", content: answer },
  ];
}

/** The text as redaction would leave it: the corpus knows where its personal data is. */
function withPlaceholders({ gold, spans }: CorpusFile): string {
  const ordered = [...spans].sort((a, b) => a.start - b.start);
  let text = "";
  let end = 0;
  for (const [index, span] of ordered.entries()) {
    if (span.start < end) continue;
    text += `${gold.slice(end, span.start)}[${span.type}_${index + 1}]`;
    end = span.end;
  }
  return text + gold.slice(end);
}

function inventJob(locale: string, random: Random) {
  const vocabulary = VOCABULARIES.find((one) => one.locale === locale) ?? VOCABULARIES[0];
  const { role, skill } = vocabulary.lists;
  const criteria = sample(random, skill, CRITERIA).map(
    (label, index): Criterion => ({
      id: `criterion-${index + 1}`,
      kind: "skill",
      label,
      description: null,
      terms: [label],
      min_years: null,
      min_degree: null,
      min_language_level: null,
      weight: 1 + Math.floor(random() * 5),
      must_have: index === 0,
    }),
  );
  const rubric: Rubric = { version: 1, threshold: 7, criteria };
  return { job: { title: pick(random, role), description: null }, rubric };
}

/** In the answer's form; its content is drawn, since calibration looks at activations and not at truth. */
function drawnVerdict(mark: string, lines: number, random: Random): string {
  const level = Math.floor(random() * 5);
  if (level === 0) return `${mark}0`;
  const cited = Array.from({ length: 1 + Math.floor(random() * 3) }, () => 1 + Math.floor(random() * lines));
  return [`${mark}${level}`, ...cited].join(" ");
}

const fence = (random: Random) =>
  `f${Math.floor(random() * 2 ** 32)
    .toString(16)
    .padStart(8, "0")}`;

if (process.argv[1] === import.meta.filename) {
  const { values } = parseArgs({
    options: {
      count: { type: "string", default: "512" },
      out: { type: "string", default: "calibration.jsonl" },
      seed: { type: "string", default: "calibration" },
    },
  });
  const conversations = calibrationMessages(Number(values.count), values.seed);
  await writeFile(values.out, conversations.map((messages) => `${JSON.stringify({ messages })}\n`).join(""));
  console.log(`${conversations.length} conversations in ${values.out}`);
}
