import type { Judgement, Level } from "../../../workers/evaluation/types.ts";
import { createInference } from "../../../workers/routing/client.ts";
import { type AnswerFor, recordedFetch } from "../../support/recorded-inference.ts";
import { FENCE, JOB, LINES, RUBRIC } from "../../support/recorded-questions.ts";

export { FENCE, JOB, LINES, RUBRIC };

/** A model behind a scripted server, and what it was asked. */
export function scriptedInference(answers: AnswerFor) {
  const server = recordedFetch(answers);
  const inference = createInference({
    url: "http://inference.test",
    model: "tiny",
    apiKey: null,
    fetch: server.fetch,
    limits: { tokenGapMs: 50 },
  });
  return { ...server, inference };
}

export const claim = (criterion_id: string, level: Level, lines: number[]): Judgement => ({
  criterion_id,
  level,
  lines,
  reason: null,
});
