/** Jobs and résumés of a wanted number of tokens. Their words are noise: with dummy weights only lengths count. */
import { pick, type Random, seeded } from "../../test/chaos/random.ts";
import type { JobBrief } from "../../workers/evaluation/messages.ts";
import { judgeMessages } from "../../workers/evaluation/messages.ts";
import type { Criterion, Line, Rubric } from "../../workers/evaluation/types.ts";

/** Each is one token of Qwen3's vocabulary behind a blank. */
const WORDS =
  "time work team data system project design test build plan code service client market report office school student course paper record order price number group field level stage point result change growth value risk cost bank phone table water energy power house city state world country language history science music film book game food health care case right space road train ship paper glass stone wood metal light sound color image film story voice press stock trade board store sales brand model tool part line unit base core test goal task role staff".split(
    " ",
  ) as [string, ...string[]];
const CRITERIA = 8;
const WORDS_A_LINE = 13;

export interface Sizes {
  /** Tokens of a judge's prompt, template and all. */
  prompt: number;
  /** Of them, those that all résumés of a job share. */
  shared: number;
}

export interface Job {
  brief: JobBrief;
  rubric: Rubric;
}

/** Makes material that comes out at the wanted sizes under the server's own tokenizer. */
export interface Material {
  job(index: number): Job;
  /** `serial` makes it another one: no two share more than their job. */
  lines(serial: number): Line[];
  /** What came out. */
  measured: Sizes;
}

/** @param tokenize the server's own count of a conversation: token numbers, with the template's */
export async function materialOf(
  wanted: Sizes,
  tokenize: (messages: { role: string; content: string }[]) => Promise<number[]>,
): Promise<Material> {
  let jobWords = 10;
  let lineWords = 40;
  let measured: Sizes = { prompt: 0, shared: 0 };
  // The words are single tokens, so the second round comes out right; the third tells.
  for (let round = 0; round < 3; round++) {
    const job = jobOf(0, jobWords);
    const [one, other] = await Promise.all(
      [1, 2].map((serial) =>
        tokenize(judgeMessages(job.brief, job.rubric, linesOf(serial, lineWords), fence(serial), "2026-11")),
      ),
    );
    const shared = one!.findIndex((token, at) => token !== other![at]);
    measured = { prompt: one!.length, shared };
    const short = wanted.shared - shared;
    if (round < 2) {
      jobWords = Math.max(1, jobWords + short);
      lineWords = Math.max(8, lineWords + perWord(wanted.prompt - one!.length - short));
    }
  }
  return {
    job: (index) => jobOf(index, jobWords),
    lines: (serial) => linesOf(serial, lineWords),
    measured,
  };
}

/** A line's number, colon, blank and end take about five tokens beside its words. */
const perWord = (tokens: number): number => Math.round((tokens * WORDS_A_LINE) / (WORDS_A_LINE + 4.9));

export const fence = (serial: number): string => {
  const random = seeded(serial * 31 + 7);
  return Array.from({ length: 8 }, () => "abcdefghijklmnopqrstuvwxyz234567"[Math.floor(random() * 32)]).join(
    "",
  );
};

const words = (random: Random, count: number): string =>
  Array.from({ length: count }, () => pick(random, WORDS)).join(" ");

function jobOf(index: number, descriptionWords: number): Job {
  const random = seeded(900_000 + index);
  const criteria = Array.from({ length: CRITERIA }, (_, at): Criterion => {
    const label = words(random, 3);
    return {
      ...{ id: `c${at + 1}`, kind: "skill", label, description: words(random, 6), terms: [] },
      ...{ min_years: at % 3 === 0 ? 3 : null, min_degree: null, min_language_level: null },
      ...{ weight: 1, must_have: false },
    };
  });
  return {
    brief: { title: words(random, 3), description: words(random, descriptionWords) },
    rubric: { version: 1, threshold: 7, criteria },
  };
}

function linesOf(serial: number, wordCount: number): Line[] {
  const random = seeded(serial);
  const lines: Line[] = [];
  for (let left = wordCount; left > 0; left -= WORDS_A_LINE) {
    const text = words(random, Math.min(left, WORDS_A_LINE));
    const start = lines.length === 0 ? 0 : lines[lines.length - 1]!.end + 1;
    lines.push({ number: lines.length + 1, text, start, end: start + text.length });
  }
  return lines;
}
